"""Chunks of a track from its tables; tables that contradict each other are refused."""

import struct
from collections.abc import Sequence

import pytest

from safety.photos import limits
from safety.photos.base_media.box_tree import Node, read_tree
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.sample_tables import Budget, Packing, chunk_spans, read_numbers
from safety.photos.errors import CleanError
from safety.photos.source import BytesSource
from tests.photos.movie_samples import full
from tests.photos.samples import box

Runs = tuple[tuple[int, int, int], ...]


def offsets(*places: int) -> bytes:
    """An `stco`."""
    return full(b"stco", struct.pack(f">I{len(places)}I", len(places), *places))


def runs(*entries: tuple[int, int, int]) -> bytes:
    """An `stsc`: first chunk, samples in each, description."""
    return full(b"stsc", struct.pack(">I", len(entries)) + b"".join(struct.pack(">III", *entry) for entry in entries))


def sizes(*numbers: int) -> bytes:
    """An `stsz` with a size for each sample."""
    return full(b"stsz", struct.pack(f">II{len(numbers)}I", 0, len(numbers), *numbers))


def equal(size: int, count: int) -> bytes:
    """An `stsz` with one size for all."""
    return full(b"stsz", struct.pack(">II", size, count))


def spans(*boxes: bytes, packings: Sequence[Packing] = ()) -> list[tuple[int, int]]:
    """The chunks that an `stbl` with these boxes lists."""
    source = BytesSource(box(b"stbl", b"".join(boxes)))
    reader = BoxReader(source)
    stbl = next(reader.top_level())
    node = Node(stbl, [Node(child) for child in reader.children(stbl)])
    assert read_tree(stbl, reader).kind == b"stbl"
    return list(chunk_spans(source, node, packings, Budget()))


def test_samples_of_different_sizes() -> None:
    """Each run says how many samples a chunk has, up to the next run."""
    found = spans(offsets(100, 200, 300, 400), runs((1, 2, 1), (3, 1, 1)), sizes(1, 2, 3, 4, 5, 6))
    assert found == [(100, 103), (200, 207), (300, 305), (400, 406)]


def test_samples_of_one_size() -> None:
    """Without a table of sizes."""
    assert spans(offsets(100, 300), runs((1, 3, 1)), equal(5, 6)) == [(100, 115), (300, 315)]


def test_long_offsets() -> None:
    """Beyond four gibibytes."""
    places = full(b"co64", struct.pack(">IQ", 1, 2**40))
    assert spans(places, runs((1, 1, 1)), equal(5, 1)) == [(2**40, 2**40 + 5)]


@pytest.mark.parametrize(
    ("bits", "packed"), [(4, b"\x12\x30"), (8, b"\1\2\3"), (16, b"\0\1\0\2\0\3")], ids=["4", "8", "16"]
)
def test_compact_sizes(bits: int, packed: bytes) -> None:
    """Of four, eight and sixteen bits."""
    compact = full(b"stz2", struct.pack(">II", bits, 3) + packed)
    assert spans(offsets(100), runs((1, 3, 1)), compact) == [(100, 106)]


def test_uncompressed_sound_counts_frames() -> None:
    """Old films say 1 for the size of a sample; how many bytes that is stands in the description, rounded up."""
    tables = (offsets(100, 300), runs((1, 7, 1), (2, 7, 2)), equal(1, 14))
    packings = (Packing(1, 4), Packing(6, 2))
    assert spans(*tables, packings=packings) == [(100, 128), (300, 307)]
    assert spans(*tables, packings=(Packing(0, 0), Packing(64, 34))) == [(100, 107), (300, 334)]
    # A size other than 1 is one.
    assert spans(offsets(100), runs((1, 7, 1)), equal(2, 7), packings=packings) == [(100, 114)]


def test_track_without_samples() -> None:
    """In films of fragments the tables are empty."""
    assert spans(offsets(), runs(), sizes()) == []
    assert spans(offsets(), runs((1, 1, 1)), sizes()) == []


CONTRADICTIONS = {
    "no chunks": (runs((1, 1, 1)), sizes(1)),
    "two kinds of offsets": (offsets(9), full(b"co64", bytes(4)), runs((1, 1, 1)), sizes(1)),
    "two kinds of sizes": (offsets(9), runs((1, 1, 1)), sizes(1), full(b"stz2", bytes(8))),
    "no sizes": (offsets(9), runs((1, 1, 1))),
    "no runs": (offsets(9), sizes(1)),
    "empty runs": (offsets(9), runs(), sizes(1)),
    "more runs than chunks": (offsets(9), runs((1, 1, 1), (2, 1, 1)), sizes(1)),
    "runs that start late": (offsets(9, 19), runs((2, 1, 1)), sizes(1)),
    "runs backwards": (offsets(9, 19, 29), runs((1, 1, 1), (3, 1, 1), (2, 1, 1)), sizes(1, 1, 1)),
    "runs behind the end": (offsets(9, 19), runs((1, 1, 1), (4, 1, 1)), sizes(1, 1)),
    "empty chunks": (offsets(9), runs((1, 0, 1)), sizes()),
    "too few sizes": (offsets(9, 19), runs((1, 2, 1)), sizes(1, 1, 1)),
    "too many sizes": (offsets(9), runs((1, 2, 1)), sizes(1, 1, 1)),
    "too many equal sizes": (offsets(9), runs((1, 2, 1)), equal(4, 3)),
    "samples without chunks": (offsets(), runs(), sizes(1)),
    "count larger than the box": (offsets(9), runs((1, 1, 1)), full(b"stsz", struct.pack(">III", 0, 2, 1))),
    "offsets larger than the box": (full(b"stco", struct.pack(">II", 2, 9)), runs((1, 1, 1)), sizes(1)),
    "box without a count": (full(b"stco"), runs((1, 1, 1)), sizes(1)),
    "compact sizes of five bits": (offsets(9), runs((1, 1, 1)), full(b"stz2", struct.pack(">III", 5, 1, 0))),
    "offset beyond all files": (full(b"co64", struct.pack(">IQ", 1, 2**54)), runs((1, 1, 1)), sizes(1)),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_contradiction_is_damaged(name: str) -> None:
    """What two readers would understand differently."""
    with pytest.raises(CleanError, match="damaged"):
        spans(*CONTRADICTIONS[name])


@pytest.mark.parametrize("limit", ["MAX_CHUNKS", "MAX_SAMPLES"])
def test_limits_are_shared_by_the_tracks(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many tracks must not multiply them."""
    monkeypatch.setattr(f"safety.photos.base_media.sample_tables.{limit}", 3)
    assert getattr(limits, limit) > 3
    budget = Budget()
    budget.take_chunks(2)
    budget.take_samples(2)
    with pytest.raises(CleanError, match="too-many-parts"):
        budget.take_chunks(2) if limit == "MAX_CHUNKS" else budget.take_samples(2)


def test_numbers_are_read_in_windows() -> None:
    """A table that is larger than one window is read whole."""
    count = 300_000
    source = BytesSource(struct.pack(f">{count}I", *range(count)))
    assert list(read_numbers(source, 0, count, 4)) == list(range(count))
    with pytest.raises(CleanError, match="damaged"):
        read_numbers(source, 0, count + 1, 4)
