"""Groups of samples: the kinds that players use, in the size that they have."""

import struct

from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.sample_groups import description_bytes, membership_bytes, subsamples_bytes
from safety.photos.source import BytesSource
from tests.photos.movie_samples import full


def description(kind: bytes, length: int, count: int, version: int = 1) -> bytes:
    """The content of an `sgpd`."""
    return struct.pack(">I4sII", version << 24, kind, length, count) + bytes(length * count)


def test_known_descriptions_stay() -> None:
    """With the length that their kind has."""
    assert description_bytes(description(b"roll", 2, 3)) == 22
    assert description_bytes(description(b"tscl", 20, 1)) == 36


def test_other_descriptions_go() -> None:
    """Unknown kinds, another length, another version."""
    assert description_bytes(description(b"zzZz", 2, 1)) is None
    assert description_bytes(description(b"roll", 24, 1)) is None
    assert description_bytes(description(b"roll", 2, 1, version=0)) is None
    assert description_bytes(description(b"roll", 2, 1, version=2)) is None


def test_memberships_by_version() -> None:
    """Version 1 has a parameter before the count."""
    assert membership_bytes(struct.pack(">I4sI", 0, b"roll", 3)) == 12 + 24
    assert membership_bytes(struct.pack(">I4sII", 1 << 24, b"roll", 0, 3)) == 16 + 24


def subsamples(content: bytes, version: int = 0) -> int | None:
    """Bytes that a `subs` with this content uses."""
    source = BytesSource(full(b"subs", content, version))
    return subsamples_bytes(source, next(BoxReader(source).top_level()))


def test_subsamples_are_counted_one_by_one() -> None:
    """Each entry has its own number of parts, of a size by version."""
    entries = struct.pack(">IH", 1, 2) + bytes(16) + struct.pack(">IH", 1, 0)
    assert subsamples(struct.pack(">I", 2) + entries + b"rest") == 4 + 4 + len(entries)
    wide = struct.pack(">IH", 1, 1) + bytes(10)
    assert subsamples(struct.pack(">I", 1) + wide, version=1) == 4 + 4 + len(wide)


def test_subsamples_that_leave_the_box_go() -> None:
    """Wrong counts, and more of them than anybody needs."""
    assert subsamples(struct.pack(">IIH", 1, 1, 9)) is None
    assert subsamples(struct.pack(">I", 2) + bytes(6)) is None
    assert subsamples(struct.pack(">I", 70_000) + bytes(6 * 70_000)) is None
