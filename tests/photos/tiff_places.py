"""A secret in every hiding place of a TIFF: name → file."""

from collections.abc import Iterator

from tests.photos import samples
from tests.photos.samples import SECRET, WIDE_SECRET
from tests.photos.tiff_samples import (
    BYTE,
    DOUBLE,
    HEIGHT,
    LONG,
    SHORT,
    TEXT,
    UNDEFINED,
    WIDTH,
    Inside,
    Parts,
    Sized,
    Writer,
    jpeg_page,
    jpeg_strip,
    old_jpeg_page,
    page,
    saved,
    tiff,
    tiled_page,
)

NUMBERS = Writer()
SECRET_TEXT = (TEXT, SECRET + b"\0")
_TEXT_TAGS = (269, 270, 271, 272, 285, 305, 306, 315, 316, 333, 337, 32781, 33432)
_PRIVATE_TAGS = (
    288,
    289,
    700,
    18246,
    33405,
    33550,
    33723,
    34377,
    34735,
    34737,
    37724,
    42112,
    50341,
    50838,
    52545,
    65000,
)
_PADDED_SECRET = SECRET.ljust(40, b"\0")


def _tags() -> Iterator[tuple[str, bytes]]:
    for tag in _TEXT_TAGS:
        yield f"tag {tag}", tiff(page({tag: SECRET_TEXT}))
    for tag in _PRIVATE_TAGS:
        yield f"tag {tag}", tiff(page({tag: (UNDEFINED, SECRET)}))
    for tag in range(40091, 40096):
        yield f"tag {tag}", tiff(page({tag: (BYTE, WIDE_SECRET)}))
    yield "tag of an unknown type", tiff(page({65000: (UNDEFINED, SECRET), 65001: (BYTE, Sized(2**31, b"CANA"))}))
    yield "tag without a value", tiff(page({315: (TEXT, Sized(0, SECRET))}))
    yield "big-endian", tiff(page({315: SECRET_TEXT}, order=">"), order=">")
    yield "not sorted", tiff(page({315: SECRET_TEXT}), is_sorted=False)
    yield "xmp", tiff(page({700: (BYTE, samples.xmp())}))
    yield "photoshop", tiff(page({34377: (BYTE, samples.photoshop())}))
    yield "iptc", tiff(page({33723: (UNDEFINED, b"\x1c\x02\x50\0\x18" + SECRET)}))
    yield "geotiff", tiff(page({33922: (DOUBLE, _PADDED_SECRET), 34737: SECRET_TEXT}))


def _directories() -> Iterator[tuple[str, bytes]]:
    yield "exif", tiff(page({34665: (LONG, Inside({37500: (UNDEFINED, SECRET), 42033: SECRET_TEXT}))}))
    yield "exif settings", tiff(page({34665: (LONG, Inside({40964: SECRET_TEXT}))}))
    yield "gps", tiff(page({34853: (LONG, Inside({1: (TEXT, b"N\0"), 28: (UNDEFINED, b"ASCII\0\0\0" + SECRET)}))}))
    interoperability = Inside({1: SECRET_TEXT})
    yield "interoperability", tiff(page({34665: (LONG, Inside({40965: (LONG, interoperability)}))}))
    yield "second page", tiff(page(), page({315: SECRET_TEXT}))
    yield "page behind a small copy", tiff(page(), page({254: (LONG, NUMBERS.longs(1))}), page({270: SECRET_TEXT}))
    yield "small copy", tiff(page(), page({254: (LONG, NUMBERS.longs(1)), 305: SECRET_TEXT}))
    yield "small copy, old style", tiff(page(), page({255: (SHORT, NUMBERS.shorts(2)), 305: SECRET_TEXT}))
    yield "pixels of a small copy", tiff(page(), _secret_page({254: (LONG, NUMBERS.longs(1))}))
    yield "jpeg of a small copy", tiff(page(), _thumbnail())
    yield "page without a picture", tiff(page(), {270: SECRET_TEXT})
    yield "page without tags of its own", tiff(page(), {320: (SHORT, SECRET)})


def _secret_page(extra: dict) -> dict:
    return page(extra, strips=[SECRET * (WIDTH * HEIGHT * 3 // len(SECRET))])


def _thumbnail() -> dict:
    """As EXIF writes the directory of a thumbnail."""
    small = samples.jpeg(comment=SECRET)
    return {259: (SHORT, NUMBERS.shorts(6)), 513: (LONG, Parts((small,))), 514: (LONG, NUMBERS.longs(len(small)))}


def _values() -> Iterator[tuple[str, bytes]]:
    yield "more values than needed", tiff(page({282: (5, NUMBERS.longs(72, 1) + _PADDED_SECRET)}))
    yield "more bits than samples", tiff(page({258: (SHORT, NUMBERS.shorts(8, 8, 8) + SECRET)}))
    yield "one of many values", tiff(page({274: (SHORT, NUMBERS.shorts(6) + SECRET + b"\0")}))
    yield "value of a wrong type", tiff(page({282: SECRET_TEXT, 301: SECRET_TEXT}))
    yield "colour map without a palette", tiff(page({320: (SHORT, SECRET)}))
    yield "tables without jpeg", tiff(page({347: (UNDEFINED, SECRET)}))
    yield "interchange without jpeg", tiff(page({key: _thumbnail()[key] for key in (513, 514)}))
    yield "profile", tiff(page({34675: (UNDEFINED, samples.profile())}))
    yield "profile behind its end", tiff(page({34675: (UNDEFINED, samples.profile() + SECRET)}))
    yield "profile of two pages", tiff(*2 * [page({34675: (UNDEFINED, samples.profile())})])
    yield "profile that cannot be read", tiff(page({34675: (UNDEFINED, SECRET)}))
    yield "profile of a wrong type", tiff(page({34675: (TEXT, samples.profile())}))


def _gaps() -> Iterator[tuple[str, bytes]]:
    pixels = samples.picture().tobytes()
    strip_bytes = WIDTH * 3 * 4
    parts = [pixels[at : at + strip_bytes] for at in range(0, len(pixels), strip_bytes)]
    yield "strip too long", tiff(page(strips=[*parts[:3], parts[3] + SECRET]))
    yield "strip too long in the middle", tiff(page(strips=[parts[0] + SECRET, *parts[1:]]))
    yield "strip too many", tiff(page(strips=[*parts, SECRET]))
    yield "tile too long", tiff(tiled_page({324: (LONG, Parts((bytes(768), bytes(768) + SECRET)))}))
    yield "behind the last part", tiff(page(), tail=SECRET)
    yield "behind the last tag", tiff(page({315: SECRET_TEXT}), tail=SECRET)
    plain = tiff(page())
    moved = plain[:4] + NUMBERS.longs(len(plain) + 40) + plain[8:] + _PADDED_SECRET
    yield "between parts", moved + _directory_of(plain)
    yield "instead of zeros", saved("RGB", samples.picture()) + SECRET
    for compression in ("tiff_lzw", "tiff_adobe_deflate", "packbits", "zstd"):
        yield compression, saved(compression=compression, tiffinfo={315: SECRET.decode()})
    yield "fax", saved("1", compression="group4", tiffinfo={315: SECRET.decode()})
    yield "palette", saved("P", tiffinfo={315: SECRET.decode()})
    yield "cmyk", saved("CMYK", tiffinfo={315: SECRET.decode()})


def _directory_of(file: bytes) -> bytes:
    start = int.from_bytes(file[4:8], "little")
    return file[start:]


def _jpegs() -> Iterator[tuple[str, bytes]]:
    segment = samples.segment
    exif = segment(0xE1, b"Exif\0\0" + samples.exif(6))
    yield "strip: comment", tiff(jpeg_page(in_strip=segment(0xFE, SECRET)))
    yield "strip: exif", tiff(jpeg_page(in_strip=exif))
    yield "strip: photoshop", tiff(jpeg_page(in_strip=segment(0xED, b"Photoshop 3.0\0" + samples.photoshop())))
    yield "strip: profile", tiff(jpeg_page(in_strip=samples.profile_segments(samples.profile())))
    yield "strip: adobe tail", tiff(jpeg_page(in_strip=segment(0xEE, b"Adobe\0\x64\0\0\0\0\0" + SECRET)))
    yield "strip: jfif tail", tiff(jpeg_page(in_strip=segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0" + SECRET)))
    yield "strip: jfif thumbnail", tiff(jpeg_page(in_strip=segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\2\4" + SECRET)))
    yield "strip: garbage", tiff(jpeg_page(in_strip=SECRET))
    yield "strip: behind", tiff(jpeg_page(behind=SECRET))
    yield "strip: picture behind", tiff(jpeg_page(behind=samples.jpeg(comment=SECRET)))
    yield "strip: before the end", tiff(_before_end(segment(0xFE, SECRET)))
    yield "tables: comment", tiff(jpeg_page(in_tables=segment(0xFE, SECRET)))
    tables, _ = jpeg_strip()
    yield "tables: behind", tiff(jpeg_page({347: (UNDEFINED, tables + SECRET)}))
    yield "old jpeg: exif", tiff(old_jpeg_page(samples.after_start(exif)))
    yield "old jpeg: behind", tiff(old_jpeg_page(samples.jpeg() + SECRET))
    yield "old jpeg: tag", tiff(old_jpeg_page(samples.jpeg(), {315: SECRET_TEXT}))


def _before_end(content: bytes) -> dict:
    _, strip = jpeg_strip()
    changed = strip[:-2] + content + strip[-2:]
    return {**jpeg_page(), 273: (LONG, Parts((changed,))), 279: (LONG, NUMBERS.longs(len(changed)))}


PLACES: dict[str, bytes] = {
    name: file for places in (_tags, _directories, _values, _gaps, _jpegs) for name, file in places()
}
