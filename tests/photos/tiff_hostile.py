"""TIFF files that are built to take long: name → file."""

import struct

from tests.photos import samples

MEBIBYTE = 1024 * 1024
SHORT, LONG, UNDEFINED = 3, 4, 7
SIZE = ((256, SHORT, 1, 1), (257, SHORT, 1, 1))


def directory(entries: tuple[tuple[int, int, int, int], ...], following: int = 0) -> bytes:
    """A directory of tag, type, count and value."""
    table = b"".join(struct.pack("<HHII", *entry) for entry in sorted(entries))
    return struct.pack("<H", len(entries)) + table + struct.pack("<I", following)


def chained(count: int, *entries: tuple[int, int, int, int]) -> bytes:
    """Pages of one pixel that all have these entries, one behind the other; the file's first 8 bytes included."""
    complete = (*SIZE, (273, LONG, 1, 8), (258, SHORT, 1, 8), *entries)
    size = len(directory(complete))
    starts = [8 + 4 + number * size for number in range(count)]
    pages = b"".join(directory(complete, start + size if start != starts[-1] else 0) for start in starts)
    # The pixel is the byte behind the header.
    return b"II*\0" + struct.pack("<I", 12) + b"\7\0\0\0" + pages


def with_tables(entries: tuple[tuple[int, int, int, int], ...], content: bytes) -> bytes:
    """One page behind `content`, which starts at offset 8."""
    return b"II*\0" + struct.pack("<I", 8 + len(content)) + content + directory(entries)


def strips(count: int, rows: int, compression: int, offsets: bytes, sizes: bytes, data: bytes) -> bytes:
    """One column of pixels in many strips; `data` is at offset 8."""
    behind = 8 + len(data)
    entries = (
        (256, SHORT, 1, 1),
        (257, LONG, 1, rows),
        (258, SHORT, 1, 8),
        (259, SHORT, 1, compression),
        (273, LONG, count, behind),
        (278, SHORT, 1, 1),
        (279, LONG, count, behind + len(offsets)),
    )
    return with_tables(entries, data + offsets + sizes)


def _many_strips(count: int, step: int) -> bytes:
    offsets = struct.pack(f"<{count}I", *range(8, 8 + count * step, step))
    return strips(count, count, 1, offsets, struct.pack("<I", 1) * count, bytes(step * count))


def _streams(count: int, stream: bytes, step: int, shrinking: int) -> bytes:
    offsets = struct.pack(f"<{count}I", *(8 + number * step for number in range(count)))
    sizes = struct.pack(f"<{count}I", *(len(stream) - number * shrinking for number in range(count)))
    return strips(count, count, 7, offsets, sizes, stream if step == 0 else stream * count)


def _stream(coded: bytes) -> bytes:
    frame = samples.segment(0xC0, b"\x08\0\1\0\1\1\1\x11\0")
    return b"\xff\xd8" + frame + samples.segment(0xDA, b"\1\1\0\0\x3f\0") + coded + b"\xff\xd9"


def _small_streams(count: int) -> bytes:
    stream = _stream(b"\7")
    return _streams(count, stream, len(stream), 0)


def _pointing(tag: int, kind: int, size: int, offsets: range, content: bytes) -> bytes:
    """Pages with a tag whose offset, counted from the start of `content`, is another one for each."""
    pieces = chained(len(offsets), (tag, kind, size, int.from_bytes(b"here", "little"))).split(b"here")
    start = sum(map(len, pieces)) + 4 * len(offsets)
    pointers = (struct.pack("<I", start + offset) for offset in offsets)
    return pieces[0] + b"".join(pointer + piece for pointer, piece in zip(pointers, pieces[1:], strict=True)) + content


def _exif_of_all(pages: int) -> bytes:
    """Each page has a directory of thousands of entries, and a maker note of thousands as well."""
    entries = tuple((11, 2, 200, 100) for _ in range(4_000))
    note = b"Apple iOS\0\0\1II" + directory(entries)
    one = len(directory((*entries, (0, 0, 0, 0))))
    start = len(chained(pages, (0, 0, 0, 0))) + one * pages
    exif = directory((*entries, (37500, UNDEFINED, len(note), start)))
    return _pointing(34665, LONG, 1, range(0, one * pages, one), exif * pages + note)


FILES = {
    "tiff: circle of pages": with_tables((*SIZE, (273, LONG, 1, 8)), b"\7")[:-4] + struct.pack("<I", 9),
    "tiff: many pages": chained(2_000, *((tag, SHORT, 1, 7) for tag in range(60_000, 60_090))),
    "tiff: too many pages": chained(2_001),
    "tiff: too many entries": chained(60, *((tag, SHORT, 1, 7) for tag in range(60_000, 64_000))),
    "tiff: too many entries of a page": chained(1, *((tag, SHORT, 1, 7) for tag in range(60_000, 64_100))),
    "tiff: many strips": _many_strips(300_000, 1),
    "tiff: many strips apart": _many_strips(300_000, 2),
    "tiff: too many strips": _many_strips(300_001, 1),
    "tiff: streams over each other": _streams(30_000, _stream(b"\xff\0" * 4 * MEBIBYTE), 0, 1),
    "tiff: many streams": _small_streams(30_000),
    "tiff: too many streams": _small_streams(40_000),
    "tiff: exif of all pages": _exif_of_all(40),
    "tiff: profiles over each other": _pointing(34675, UNDEFINED, MEBIBYTE, range(2_000), bytes(2 * MEBIBYTE)),
    "tiff: packets over each other": _pointing(700, 1, MEBIBYTE, range(2_000), b"<dc:creator <" * MEBIBYTE),
}
