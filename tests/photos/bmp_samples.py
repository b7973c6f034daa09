"""BMP files made by code, with each of the headers that readers know."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from PIL import ImageCms

from tests.photos.samples import HEIGHT, SECRET, WIDTH, picture, profile, saved

FILE_BYTES = 14
CORE, SHORT, INFO, OS2, V4, V5 = 12, 16, 40, 64, 108, 124
SRGB, CALIBRATED, LINKED, EMBEDDED = b"BGRs", bytes(4), b"KNIL", b"DEBM"


class Parts(NamedTuple):
    """What a BMP is made of; whatever is not given is as a plain encoder writes it."""

    pixels: bytes
    size: int = INFO
    width: int = WIDTH
    rows: int = HEIGHT
    bits: int = 24
    compression: int = 0
    table: bytes = b""
    gap: bytes = b""
    tail: bytes = b""
    reserved: bytes = bytes(4)
    colours: int = 0
    picture_bytes: int = 0
    # All that follows the first forty bytes of the second header, or the masks behind it.
    more: bytes = b""


def bmp(mode: str = "RGB") -> bytes:
    """A BMP as Pillow writes it: "1", "L", "P", "RGB" or "RGBA"."""
    return saved(picture(mode), "BMP")


def build(parts: Parts) -> bytes:
    """The file, with the sizes that its parts have."""
    if parts.size == CORE:
        second = struct.pack("<IHHHH", CORE, parts.width, parts.rows, 1, parts.bits)
    else:
        second = struct.pack("<IiiHH", parts.size, parts.width, parts.rows, 1, parts.bits)
    if parts.size >= INFO:
        second += struct.pack("<IIiiII", parts.compression, parts.picture_bytes, 2835, 2835, parts.colours, 0)
        second += parts.more.ljust(parts.size - INFO, b"\0")
    before = second + parts.table + parts.gap
    start = FILE_BYTES + len(before)
    end = start + len(parts.pixels) + len(parts.tail)
    head = b"BM" + end.to_bytes(4, "little") + parts.reserved + start.to_bytes(4, "little")
    return head + before + parts.pixels + parts.tail


def rows_of(mode: str = "RGB") -> bytes:
    """The pixels of the sample picture as they stand in a BMP."""
    file = bmp(mode)
    return file[int.from_bytes(file[10:14], "little") :]


def narrow(padding: bytes = bytes(2)) -> Parts:
    """A picture of rows with 10 bytes and two that only fill them up."""
    return Parts(
        b"".join(bytes([row] * 10) + padding for row in range(7)), width=10, rows=7, bits=8, table=grey_table()
    )


def grey_table(reserved: bytes = b"\0", count: int = 256) -> bytes:
    """Shades of grey."""
    return b"".join(bytes([shade]) * 3 + reserved for shade in range(count))


def colour_space(space: bytes, primaries: bytes = bytes(48), rest: bytes = bytes(16)) -> bytes:
    """What follows the first forty bytes of the newest header: masks, colour space, intent and profile."""
    return bytes(16) + space + primaries + rest


def with_profile(profile: bytes, tail: bytes = b"", space: bytes = EMBEDDED, start: int | None = None) -> bytes:
    """A picture with a profile, or the name of one, behind its pixels."""
    place = V5 + len(rows_of()) if start is None else start
    rest = struct.pack("<IIII", 4, place, len(profile), 0)
    return build(Parts(rows_of(), size=V5, more=colour_space(space, rest=rest), tail=profile + tail))


def runs(code: bytes = b"\x18\1\0\0" * HEIGHT + b"\0\1", tail: bytes = b"") -> bytes:
    """A picture coded in runs: each row one colour, and the end code."""
    return build(Parts(code, bits=8, compression=1, table=grey_table(), picture_bytes=len(code), tail=tail))


def plain_profile() -> bytes:
    """A profile with a name and a date."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def full() -> bytes:
    """The newest header with a profile, a gap before the pixels and bytes behind them."""
    embedded = profile()
    rest = struct.pack("<IIII", 4, V5 + len(SECRET) + len(rows_of()), len(embedded), 0)
    more = colour_space(EMBEDDED, rest=rest)
    return build(Parts(rows_of(), size=V5, more=more, gap=SECRET, tail=embedded + SECRET, picture_bytes=1))


def size_fields(file: bytes) -> Iterator[tuple[int, int, str]]:
    """Sizes and places; width and height are the picture, and nobody can tell that they are wrong."""
    assert file[FILE_BYTES] == V5
    for start in (2, 10, 14, 34, 46, 126, 130):
        yield start, 4, "little"
