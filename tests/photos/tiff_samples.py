"""TIFF files put together by code: pages with any tags, strips, tiles, and directories inside directories."""

import io
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PIL import Image

from tests.photos import samples

HEIGHT, WIDTH = samples.HEIGHT, samples.WIDTH
ROWS = 4
BYTE, TEXT, SHORT, LONG, RATIONAL, UNDEFINED, DOUBLE = 1, 2, 3, 4, 5, 7, 12
_SIZES = {BYTE: 1, TEXT: 1, SHORT: 2, LONG: 4, RATIONAL: 8, UNDEFINED: 1, DOUBLE: 8}


@dataclass(frozen=True)
class Parts:
    """The value of an entry of offsets: each part is stored in the file."""

    contents: tuple[bytes, ...]


@dataclass(frozen=True)
class Inside:
    """The value of an entry that leads to another directory."""

    entries: "Entries"


@dataclass(frozen=True)
class Sized:
    """A value with a count of its own, right or wrong."""

    count: int
    content: bytes


Value = bytes | Parts | Inside | Sized
Entries = dict[int, tuple[int, Value]]


@dataclass
class Writer:
    """Appends to a file; big or little endian."""

    order: str = "<"
    file: bytearray = field(default_factory=bytearray)

    def shorts(self, *numbers: int) -> bytes:
        """Numbers of two bytes."""
        return struct.pack(f"{self.order}{len(numbers)}H", *numbers)

    def longs(self, *numbers: int) -> bytes:
        """Numbers of four bytes."""
        return struct.pack(f"{self.order}{len(numbers)}I", *numbers)

    def put(self, content: bytes) -> int:
        """Store something at an even offset, which is given."""
        self.file += bytes(len(self.file) % 2)
        offset = len(self.file)
        self.file += content
        return offset

    def directory(self, entries: Entries, *, is_sorted: bool = True) -> int:
        """Store values and then a directory, whose offset is given; the next one is none."""
        tags = sorted(entries) if is_sorted else reversed(sorted(entries))
        table = b"".join(self._entry(tag, *entries[tag]) for tag in tags)
        return self.put(self.shorts(len(entries)) + table + self.longs(0))

    def _entry(self, tag: int, kind: int, value: Value) -> bytes:
        count = None
        if isinstance(value, Parts):
            value = self.longs(*(self.put(content) for content in value.contents))
        elif isinstance(value, Inside):
            value = self.longs(self.directory(value.entries))
        elif isinstance(value, Sized):
            count, value = value.count, value.content
        if count is None:
            count = len(value) // _SIZES[kind]
        inline = value.ljust(4, b"\0") if len(value) <= 4 else self.longs(self.put(value))
        return self.shorts(tag, kind) + self.longs(count) + inline


def tiff(*pages: Entries, order: str = "<", is_sorted: bool = True, tail: bytes = b"") -> bytes:
    """A file with these pages."""
    writer = Writer(order, bytearray(b"II*\0" if order == "<" else b"MM\0*") + bytes(4))
    link = 4
    for entries in pages:
        offset = writer.directory(entries, is_sorted=is_sorted)
        writer.file[link : link + 4] = writer.longs(offset)
        link = offset + 2 + 12 * len(entries)
    return bytes(writer.file) + tail


def page(extra: Entries | None = None, *, order: str = "<", strips: Iterable[bytes] | None = None) -> Entries:
    """The sample picture, not compressed, in strips of four rows."""
    writer = Writer(order)
    pixels = samples.picture().tobytes()
    strip_bytes = WIDTH * 3 * ROWS
    parts = tuple(strips or (pixels[at : at + strip_bytes] for at in range(0, len(pixels), strip_bytes)))
    return {
        256: (SHORT, writer.shorts(WIDTH)),
        257: (SHORT, writer.shorts(HEIGHT)),
        258: (SHORT, writer.shorts(8, 8, 8)),
        259: (SHORT, writer.shorts(1)),
        262: (SHORT, writer.shorts(2)),
        273: (LONG, Parts(parts)),
        277: (SHORT, writer.shorts(3)),
        278: (SHORT, writer.shorts(ROWS)),
        279: (LONG, writer.longs(*map(len, parts))),
        **(extra or {}),
    }


def tiled_page(extra: Entries | None = None) -> Entries:
    """The sample picture in tiles of 16 by 16, not compressed."""
    writer = Writer()
    wide = Image.new("RGB", (32, 16))
    wide.paste(samples.picture())
    tiles = tuple(wide.crop((left, 0, left + 16, 16)).tobytes() for left in (0, 16))
    entries = page()
    for tag in (273, 278, 279):
        del entries[tag]
    return {
        **entries,
        322: (SHORT, writer.shorts(16)),
        323: (SHORT, writer.shorts(16)),
        324: (LONG, Parts(tiles)),
        325: (LONG, writer.longs(*map(len, tiles))),
        **(extra or {}),
    }


def saved(mode: str = "RGB", *more: Image.Image, **options: object) -> bytes:
    """A TIFF as Pillow and libtiff write it."""
    out = io.BytesIO()
    options = {**options, "save_all": True, "append_images": more} if more else options
    samples.picture(mode).save(out, "TIFF", **options)
    return out.getvalue()


def jpeg_page(
    extra: Entries | None = None, *, in_strip: bytes = b"", behind: bytes = b"", in_tables: bytes = b""
) -> Entries:
    """The sample picture in one strip of JPEG with its tables apart, and something put into both."""
    tables, strip = jpeg_strip()
    writer = Writer()
    strip = strip[:2] + in_strip + strip[2:] + behind
    return {
        **page(strips=[strip]),
        259: (SHORT, writer.shorts(7)),
        278: (SHORT, writer.shorts(HEIGHT)),
        347: (UNDEFINED, tables[:2] + in_tables + tables[2:]),
        **(extra or {}),
    }


def jpeg_strip() -> tuple[bytes, bytes]:
    """Tables and strip of a TIFF that libtiff compressed with JPEG."""
    with Image.open(io.BytesIO(saved(compression="jpeg"))) as image:
        tags = image.tag_v2
        file = image.fp.getvalue()
        start, size = tags[273][0], tags[279][0]
        return tags[347], file[start : start + size]


def old_jpeg_page(interchange: bytes, extra: Entries | None = None) -> Entries:
    """Old-style JPEG: the strip is the whole interchange stream."""
    writer = Writer()
    entries = page(extra, strips=[interchange])
    return {
        **entries,
        259: (SHORT, writer.shorts(6)),
        262: (SHORT, writer.shorts(6)),
        278: (SHORT, writer.shorts(HEIGHT)),
        512: (SHORT, writer.shorts(1)),
        513: (LONG, Parts((interchange,))),
        514: (LONG, writer.longs(len(interchange))),
        530: (SHORT, writer.shorts(2, 2)),
    }


def entries_of(file: bytes, offset: int | None = None) -> dict[int, tuple[int, int, bytes]]:
    """Type, count and last four bytes of each entry of a directory, the first one if no offset is given."""
    order = "<" if file[:2] == b"II" else ">"
    if offset is None:
        offset = struct.unpack(order + "I", file[4:8])[0]
    (count,) = struct.unpack(order + "H", file[offset : offset + 2])
    raw = (file[at : at + 12] for at in range(offset + 2, offset + 2 + 12 * count, 12))
    return {
        tag: (kind, number, inline) for tag, kind, number, inline in struct.iter_unpack(order + "HHI4s", b"".join(raw))
    }


def value_at(file: bytes, tag: int) -> int:
    """The number of an entry of the first directory that is a LONG."""
    return int.from_bytes(entries_of(file)[tag][2], "little" if file[:2] == b"II" else "big")


def full() -> bytes:
    """A photo with everything that a camera and its owner leave, a second page of JPEG, and a small copy."""
    writer = Writer()
    secret = (TEXT, samples.SECRET + b"\0")
    exif: Entries = {37500: (UNDEFINED, samples.SECRET), 42033: secret}
    photo = page(
        {
            274: (SHORT, writer.shorts(6)),
            315: secret,
            700: (BYTE, samples.xmp()),
            34665: (LONG, Inside(exif)),
            34675: (UNDEFINED, samples.profile()),
        }
    )
    small = samples.jpeg()
    thumbnail = {259: (SHORT, writer.shorts(6)), 513: (LONG, Parts((small,))), 514: (LONG, writer.longs(len(small)))}
    second = jpeg_page({270: secret}, in_strip=samples.segment(0xFE, samples.SECRET), behind=samples.SECRET)
    return tiff(photo, second, thumbnail, tail=samples.SECRET)


def size_fields(file: bytes) -> Iterator[tuple[int, int, str]]:
    """Offset, length and byte order of each count, and of each number that says how large something is."""
    start = int.from_bytes(file[4:8], "little")
    while start:
        yield start, 2, "little"
        for at in range(start + 2, start + 2 + 12 * len(entries_of(file, start)), 12):
            yield at + 4, 4, "little"
            if int.from_bytes(file[at : at + 2], "little") in (256, 257, 277, 278, 514):
                yield at + 8, 2, "little"
        following = start + 2 + 12 * len(entries_of(file, start))
        start = int.from_bytes(file[following : following + 4], "little")
    sizes = int.from_bytes(entries_of(file)[279][2], "little")
    yield from ((at, 4, "little") for at in range(sizes, sizes + 16, 4))
