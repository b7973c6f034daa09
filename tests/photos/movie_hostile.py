"""Films that are built to take long, or to take much memory."""

import struct

from tests.photos.movie_samples import (
    apple_text,
    find,
    full,
    metadata,
    parts_of,
    small,
    track,
    visual,
)
from tests.photos.samples import box

START = 32
MOST_CHUNKS = 1_900_000


def table(offsets: bytes, sizes: bytes = b"", per_chunk: int = 1, runs: bytes = b"", number: int = 1) -> bytes:
    """A `trak` with these chunk offsets; without sizes each sample has one byte."""
    parts = parts_of(track(number, b"vide", visual(), []))
    chunks = len(offsets) // 4
    count = len(sizes) // 4 if sizes else chunks * per_chunk
    stbl = "trak/mdia/minf/stbl/"
    find(parts, stbl + "stco").prefix = struct.pack(">II", 0, chunks) + offsets
    find(parts, stbl + "stsz").prefix = struct.pack(">III", 0, 0 if sizes else 1, count) + sizes
    runs = runs or struct.pack(">III", 1, per_chunk, 1)
    find(parts, stbl + "stsc").prefix = struct.pack(">II", 0, len(runs) // 12) + runs
    return b"".join(part.build() for part in parts)


def places(count: int, step: int = 1, start: int = START) -> bytes:
    """Chunk offsets at equal distances."""
    return struct.pack(f">{count}I", *range(start, start + count * step, step) if step > 0 else _backwards(count))


def _backwards(count: int) -> range:
    return range(START + count - 1, START - 1, -1)


def film(*tracks: bytes, media: int) -> bytes:
    """A film with these tracks and so many bytes of media."""
    return small(tracks=tracks, media=b"m" * media)


def _runs(count: int) -> bytes:
    return b"".join(struct.pack(">III", number, 1, 1) for number in range(1, count + 1))


def _fragments(count: int, runs: int) -> bytes:
    run = full(b"trun", struct.pack(">I", 0))
    fragment = full(b"mfhd", bytes(4)), box(b"traf", full(b"tfhd", struct.pack(">I", 1)) + run * runs)
    return box(b"moof", b"".join(fragment)) * count


HOSTILE = {
    "film: many chunks": film(table(places(MOST_CHUNKS)), media=MOST_CHUNKS),
    "film: too many chunks": film(table(places(2_100_000)), media=2_100_000),
    "film: chunks backwards": film(table(places(MOST_CHUNKS, -1)), media=MOST_CHUNKS),
    "film: many gaps": film(table(places(190_000, 2)), media=380_000),
    "film: too many gaps": film(table(places(210_000, 2)), media=420_000),
    "film: many sizes": film(table(places(1), bytes(4 * 7_000_000), 7_000_000), media=8),
    "film: many runs": film(table(places(900_000), runs=_runs(900_000)), media=900_000),
    "film: endless samples": film(table(places(1), per_chunk=2**32 - 1), media=8),
    "film: many boxes": small(box(b"zzZz", b"") * 190_000),
    "film: too many boxes": small(box(b"zzZz", b"") * 210_000),
    "film: many tracks": small(*(track(number, b"text", visual(), []) for number in range(2, 9_000))),
    "film: many texts": small(box(b"udta", apple_text(b"\xa9nam", b"a") * 190_000)),
    "film: many keys": small(metadata(*((str(number), b"b") for number in range(40_000)))),
    "film: many fragments": small(more=(_fragments(20_000, 4),)),
    "film: many runs of a fragment": small(more=(_fragments(1, 180_000),)),
}
