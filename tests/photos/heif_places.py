"""A secret in every hiding place of the tables, items and properties of a HEIC or AVIF file.

`PLACES` has them all: name → file. Places outside of the `meta` box are among those of videos.
"""

import dataclasses
import struct
from collections.abc import Iterator

from tests.photos.heif_samples import (
    Heif,
    Part,
    alpha,
    boxes_in,
    coded,
    full_box,
    grid,
    inside,
    jpeg_thumbnail,
    mime,
    plain,
    with_properties,
)
from tests.photos.samples import SECRET, WIDE_SECRET, box, exif, profile, xmp

EXIF = Part(b"Exif", bytes(4) + exif(6))
AUXILIARY = (
    b"urn:mpeg:hevc:2015:auxid:2",
    b"urn:com:apple:photo:2018:aux:portraiteffectsmatte",
    b"urn:com:apple:photo:2020:aux:hdrgainmap",
    b"urn:com:apple:photo:2023:aux:styledeltamap",
)
EXTRA = Part(b"av01", SECRET, (full_box(b"ispe", struct.pack(">II", 640, 480)),))


def _item_places() -> Iterator[tuple[str, Heif]]:
    yield "Exif", plain("AVIF", EXIF, references=[(b"cdsc", 2, 1)])
    yield "Exif with mark", plain("AVIF", Part(b"Exif", b"\0\0\0\6Exif\0\0" + exif(8, "<")))
    yield "Exif with wrong start", plain("AVIF", Part(b"Exif", b"\xff\xff\xff\xff" + exif()))
    yield "Exif broken", plain("AVIF", Part(b"Exif", SECRET))
    yield "Exif in idat", plain("AVIF", dataclasses.replace(EXIF, is_in_idat=True))
    yield "Exif of HEIC", plain("HEIF", EXIF, references=[(b"cdsc", 2, 1)])
    yield "XMP", plain("AVIF", mime(xmp()), references=[(b"cdsc", 2, 1)])
    yield "XMP packed", plain("AVIF", Part(b"mime", SECRET, more=b"application/rdf+xml\0deflate\0"))
    yield "mime", plain("AVIF", mime(SECRET, b"text/plain"))
    yield "C2PA", plain("AVIF", mime(SECRET, b"application/c2pa"))
    yield "uri", plain("AVIF", Part(b"uri ", SECRET, more=b"urn:" + SECRET + b"\0"))
    yield "unknown item", plain("AVIF", Part(b"ZZZZ", SECRET))
    yield "thumbnail", plain("AVIF", jpeg_thumbnail(SECRET), references=[(b"thmb", 2, 1)])
    yield "extra picture", plain("AVIF", EXTRA)
    yield "input of a coded picture", plain("AVIF", EXTRA, references=[(b"dimg", 1, 2)])
    yield "premultiplied by a picture", plain("AVIF", EXTRA, references=[(b"prem", 1, 2)])
    yield "base of the picture", plain("AVIF", EXTRA, references=[(b"base", 1, 2)])
    yield "extra grid", plain("AVIF", grid(2, 1), EXTRA, EXTRA, references=[(b"dimg", 2, 3), (b"dimg", 2, 4)])
    yield "pictures of each other", plain("AVIF", EXTRA, EXTRA, references=[(b"dimg", 2, 3), (b"dimg", 3, 2)])
    for name in AUXILIARY:
        layer = dataclasses.replace(alpha(name=name), content=SECRET)
        yield f"layer {name.decode()}", plain("AVIF", layer, references=[(b"auxl", 2, 1)])
    tone_map = plain("AVIF", Part(b"tmap", SECRET), EXTRA, references=[(b"dimg", 2, 1), (b"dimg", 2, 3)])
    tone_map.more_brands = b"tmap"
    tone_map.children = full_box(b"grpl", full_box(b"altr", struct.pack(">IIII", 9, 2, 2, 1)))
    yield "tone map", tone_map
    hidden = dataclasses.replace(EXTRA, is_hidden=True, name=SECRET)
    yield "hidden item", plain("AVIF", hidden)
    yield "alpha of another picture", plain("AVIF", EXTRA, alpha(), references=[(b"auxl", 3, 2)])


def _table_places() -> Iterator[tuple[str, Heif]]:
    yield "item name", Heif([dataclasses.replace(coded("AVIF"), name=SECRET)])
    yield "behind the item name", Heif([dataclasses.replace(coded("AVIF"), more=SECRET)])
    yield "handler name", _changed(handler=bytes(8) + b"pict" + bytes(12) + SECRET + b"\0")
    yield "handler reserved", _changed(handler=bytes(8) + b"pict" + SECRET[:12] + SECRET + b"\0")
    for kind in (b"pitm", b"iloc", b"iinf", b"ipco", b"ipma"):
        tail = box(b"free", SECRET) if kind in (b"iinf", b"ipco") else SECRET
        yield f"behind {kind.decode()}", _changed(tails={kind: tail})
    yield "rest of iinf", _changed(tails={b"iinf": SECRET[:7]}, children=box(b"free", SECRET))
    yield "rest of meta", _changed(tails={b"meta": SECRET[:7]}, children=box(b"free", SECRET))
    references = plain("AVIF", alpha(), references=[(b"auxl", 2, 1)])
    references.tails = {b"iref": box(b"auxl", struct.pack(">HHH", 2, 1, 1) + SECRET)}
    yield "behind a reference", references
    letters = struct.unpack(">12H", SECRET[:24])
    yield "numbers of a reference", _changed(references=[(b"ZZZZ", 1, letter) for letter in letters])
    for kind in (b"free", b"skip", b"uuid", b"xml ", b"bxml", b"grpl", b"ipro", b"ZZZZ"):
        yield f"{kind.decode()} in meta", _changed(children=box(kind, bytes(16) + SECRET))
    for kind in (b"free", b"ZZZZ"):
        yield f"{kind.decode()} in iprp", _changed(tails={b"iprp": box(kind, SECRET)})
    yield "dinf with a file name", _changed(children=_file_reference())
    yield "idat", _changed(idat_tail=SECRET)
    yield "idat first", _changed(idat_tail=SECRET, tables=[b"idat", b"hdlr", b"pitm", b"iinf", b"iprp", b"iloc"])
    yield "mdat", _changed(data_tail=SECRET)
    yield "mdat wide", _changed(data_tail=WIDE_SECRET)
    old = _changed(data_tail=SECRET)
    old.location_version = 0
    yield "iloc version 0", old


def _property_places() -> Iterator[tuple[str, Heif]]:
    for kind in (b"udes", b"altt", b"crtt", b"mdft", b"uuid", b"free", b"ZZZZ"):
        yield f"property {kind.decode()}", _with(full_box(kind, bytes(12) + SECRET + b"\0"))
    for kind, content in boxes_in(inside(plain().file(), b"meta", b"iprp", b"ipco")):
        if kind != b"av1C":
            yield f"tail of {kind.decode()}", _replaced(kind, box(kind, content + SECRET))
    yield "tail of irot", _with(box(b"irot", b"\0" + SECRET))
    yield "tail of imir", _with(box(b"imir", b"\0" + SECRET))
    yield "tail of pasp", _with(box(b"pasp", struct.pack(">II", 1, 1) + SECRET))
    yield "tail of clli", _with(box(b"clli", bytes(4) + SECRET))
    yield "tail of mdcv", _with(box(b"mdcv", bytes(24) + SECRET))
    yield "tail of amve", _with(box(b"amve", bytes(8) + SECRET))
    yield "colour of unknown kind", _with(box(b"colr", b"ZZZZ" + SECRET))
    yield "profile", _with(box(b"colr", b"prof" + profile()))
    yield "profile with a tail", _with(box(b"colr", b"rICC" + profile() + SECRET))
    yield "profile broken", _with(box(b"colr", b"prof" + SECRET))
    yield "unused property", _changed(unused_properties=box(b"ispe", SECRET))
    yield "unused property of unknown kind", _changed(unused_properties=box(b"ZZZZ", SECRET))
    auxiliary = with_properties(coded("AVIF", "L", 90), full_box(b"auxC", inside_alpha() + SECRET))
    yield "alpha subtype", plain("AVIF", auxiliary, references=[(b"auxl", 2, 1)])
    yield "depth names", _replaced(b"pixi", full_box(b"pixi", b"\3\x08\x08\x08" + b"\1\1\1" + SECRET, 0, 1))
    yield "units of av1C", _configured(b"\x2a" + bytes([len(SECRET) + 1]) + b"\4" + SECRET)
    yield "padding of av1C", _configured(b"\x7a" + bytes([len(SECRET)]) + SECRET)
    yield "unit of av1C without length", _configured(b"\x28\4" + SECRET)
    yield from _hevc_places()


def _hevc_places() -> Iterator[tuple[str, Heif]]:
    unregistered = b"\5" + bytes([16 + len(SECRET)]) + bytes(16) + SECRET + b"\x80"
    yield "message of hvcC", _hevc(39, b"\x4e\1" + unregistered)
    yield "unit of hvcC", _hevc(48, b"\x60\1" + SECRET)
    picture = coded("HEIF")
    longer = tuple(box(b"hvcC", one[8:] + SECRET) if one[4:8] == b"hvcC" else one for one in picture.properties)
    yield "tail of hvcC", Heif([dataclasses.replace(picture, properties=longer)], brand=b"heic")


def inside_alpha() -> bytes:
    """The name of an alpha picture with its end mark."""
    return b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0"


def _changed(**changes: object) -> Heif:
    return dataclasses.replace(plain(), **changes)


def _with(*properties: bytes) -> Heif:
    return Heif([with_properties(coded("AVIF"), *properties)])


def _replaced(kind: bytes, new: bytes) -> Heif:
    part = coded("AVIF")
    properties = tuple(new if one[4:8] == kind else one for one in part.properties)
    return Heif([dataclasses.replace(part, properties=properties)])


def _configured(units: bytes) -> Heif:
    old = next(one for one in coded("AVIF").properties if one[4:8] == b"av1C")
    return _replaced(b"av1C", box(b"av1C", old[8:] + units))


def _hevc(kind: int, unit: bytes) -> Heif:
    """A HEIC whose configuration has one more array with one unit."""
    part = coded("HEIF")
    array = bytes([kind]) + struct.pack(">HH", 1, len(unit)) + unit
    properties = tuple(
        box(b"hvcC", one[8:30] + bytes([one[30] + 1]) + one[31:] + array) if one[4:8] == b"hvcC" else one
        for one in part.properties
    )
    return Heif([dataclasses.replace(part, properties=properties)], brand=b"heic")


def _file_reference() -> bytes:
    location = full_box(b"url ", b"file:///home/" + SECRET + b"\0")
    return box(b"dinf", full_box(b"dref", struct.pack(">I", 1) + location))


def _all() -> Iterator[tuple[str, Heif]]:
    yield from _item_places()
    yield from _table_places()
    yield from _property_places()


PLACES = {name: sample.file() for name, sample in _all()}
