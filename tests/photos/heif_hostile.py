"""HEIC and AVIF files that are built to take long: as many of everything as the limits allow, and more."""

import dataclasses
import struct
from collections.abc import Iterable, Iterator
from typing import Final

from tests.photos.heif_places import EXIF
from tests.photos.heif_samples import Heif, Part, alpha, coded, full_box, mime, plain
from tests.photos.samples import SECRET, box, profile, xmp


def full() -> bytes:
    """A file with something of everything; the picture is the last one, so that a wrong length reaches no secret."""
    note = full_box(b"udes", SECRET + b"\0")
    picture = dataclasses.replace(
        coded("AVIF"), properties=(note, *coded("AVIF").properties, box(b"colr", b"prof" + profile()))
    )
    parts = [
        EXIF,
        mime(xmp(), is_in_idat=True),
        Part(b"jpeg", SECRET),
        alpha(name=b"urn:mpeg:hevc:2015:auxid:2"),
        alpha(),
        picture,
    ]
    references = [(b"cdsc", 1, 6), (b"cdsc", 2, 6), (b"thmb", 3, 6), (b"auxl", 4, 6), (b"auxl", 5, 6)]
    sample = Heif(parts, references, primary=6, children=box(b"uuid", bytes(16) + SECRET), behind=box(b"sefd", SECRET))
    sample.handler = sample.handler[:-1] + SECRET + b"\0"
    return sample.file()


def size_fields(content: bytes) -> Iterator[tuple[int, int, str]]:
    """Offset, length in bytes and byte order of each size, count and offset in the file."""
    for start, kind, size in _boxes(content, 0, len(content)):
        yield start, 4, "big"
        if kind in _COUNTS:
            yield start + 12, _COUNTS[kind], "big"
        if kind == b"iloc":
            yield from (
                (at, 4, "big") for entry in range(start + 16, start + size, 16) for at in (entry + 8, entry + 12)
            )
            yield from ((entry + 6, 2, "big") for entry in range(start + 16, start + size, 16))


# Count fields of two or four bytes behind version and flags, and the bytes before the children of containers.
_COUNTS: Final = {b"iinf": 2, b"ipma": 4, b"auxl": 2}
_CONTAINERS: Final = {b"meta": 12, b"iinf": 14, b"iref": 12, b"iprp": 8, b"ipco": 8}


def _boxes(content: bytes, start: int, end: int) -> Iterator[tuple[int, bytes, int]]:
    """Offset, kind and size of all boxes, those inside others too."""
    while start + 8 <= end:
        size, kind = int.from_bytes(content[start : start + 4], "big"), content[start + 4 : start + 8]
        yield start, kind, size
        if kind in _CONTAINERS:
            yield from _boxes(content, start + _CONTAINERS[kind], start + size)
        start += size


def _items(count: int, kind: bytes, references: bytes, properties: bytes = b"") -> bytes:
    """A file with many items of a few bytes each in `idat`; the first is the picture."""
    numbers = range(1, count + 1)
    entries = b"".join(full_box(b"infe", struct.pack(">HH", number, 0) + kind + b"\0", 2) for number in numbers)
    places = b"".join(struct.pack(">HHHHII", number, 1, 0, 1, 0, 12) for number in numbers)
    tables = (
        box(b"hdlr", bytes(8) + b"pict" + bytes(13)),
        full_box(b"pitm", struct.pack(">H", 1)),
        full_box(b"iinf", struct.pack(">H", count) + entries),
        full_box(b"iloc", b"\x44\0" + struct.pack(">H", count) + places, 1),
        full_box(b"iref", references),
        box(b"iprp", box(b"ipco", properties) + full_box(b"ipma", bytes(4))),
        box(b"idat", bytes(12)),
    )
    return box(b"ftyp", b"avif" + bytes(4) + b"avifmif1") + full_box(b"meta", b"".join(tables)) + box(b"mdat", b"")


def _references(kind: bytes, pairs: Iterable[tuple[int, int]]) -> bytes:
    return b"".join(box(kind, struct.pack(">HHH", source, 1, target)) for source, target in pairs)


def _many_messages(length: int) -> bytes:
    """A HEIC with a configuration full of messages of one byte."""
    unit = b"\x4e\1" + b"\4\1a" * 21_000
    arrays = b"".join(bytes([39]) + struct.pack(">HH", 1, len(unit)) + unit for _ in range(length))
    part = coded("HEIF")
    properties = tuple(
        box(b"hvcC", one[8:30] + bytes([length]) + arrays) if one[4:8] == b"hvcC" else one for one in part.properties
    )
    return Heif([dataclasses.replace(part, properties=properties)], brand=b"heic").file()


def _many_extents(count: int, items: int) -> bytes:
    """Items of very many extents of one byte each."""
    part = coded("AVIF")
    file = plain("AVIF", *[EXIF] * items).file()
    start = file.index(b"iloc") - 4
    extents = struct.pack(">H", count) + struct.pack(">II", len(file), 1) * count
    places = file[start + 16 : start + 32] + b"".join(
        struct.pack(">HHH", n, 0, 0) + extents for n in range(2, items + 2)
    )
    table = full_box(b"iloc", b"\x44\0" + struct.pack(">H", items + 1) + places, 1)
    grown = len(table) - int.from_bytes(file[start : start + 4], "big")
    meta = file.index(b"meta") - 4
    size = int.from_bytes(file[meta : meta + 4], "big") + grown
    changed = file[:meta] + struct.pack(">I", size) + file[meta + 4 : start] + table
    old = struct.unpack(">I", file[start + 24 : start + 28])[0]
    moved = changed.replace(
        struct.pack(">II", old, len(part.content)), struct.pack(">II", old + grown, len(part.content))
    )
    return moved + file[start + len(table) - grown :]


CHAIN = 30_000
_CIRCLE: Final = _references(b"dimg", [(1, 2), (2, 1)])
_LONG_LIST: Final = box(b"auxl", struct.pack(">HH60000H", 2, 60_000, *[1] * 60_000))

HOSTILE = {
    "heif: many items": _items(65_000, b"iden", _CIRCLE),
    "heif: too many items": plain().file().replace(b"iinf\0\0\0\0\0\1", b"iinf\1\0\1\x86\xa0\1"),
    "heif: circle of derived items": _items(
        CHAIN, b"iden", _references(b"dimg", [(number, number % CHAIN + 1) for number in range(1, CHAIN + 1)])
    ),
    "heif: circle of dropped items": _items(
        CHAIN, b"iden", _CIRCLE + _references(b"dimg", [(number, number + 1) for number in range(3, CHAIN)])
    ),
    "heif: many references": _items(2, b"iden", _CIRCLE + _LONG_LIST * 16),
    "heif: too many references": _items(2, b"iden", _CIRCLE + _LONG_LIST * 17),
    "heif: many boxes": dataclasses.replace(plain(), children=box(b"ZZZZ", b"") * 90_000).file(),
    "heif: too many boxes": dataclasses.replace(plain(), children=box(b"ZZZZ", b"") * 300_000).file(),
    "heif: many properties": dataclasses.replace(plain(), unused_properties=box(b"udes", bytes(8)) * 90_000).file(),
    "heif: many messages": _many_messages(8),
    "heif: too many messages": _many_messages(9),
    "heif: many extents": _many_extents(60_000, 3),
    "heif: too many extents": _many_extents(65_535, 4),
}
