"""Where the samples of a track are: the chunk offsets, the samples in each chunk and the bytes of each sample.

It gives whole chunks, since the samples of a chunk follow each other without a gap. Times do not matter here.

Source: ISO/IEC 14496-12 sections 8.7.3 (stsz, stz2), 8.7.4 (stsc), 8.7.5 (stco, co64); QuickTime File Format,
sound sample descriptions (bytes of uncompressed sound).
"""

import sys
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from operator import add
from typing import NamedTuple, Protocol

from safety.photos.base_media.box_tree import Node
from safety.photos.base_media.boxes import Box
from safety.photos.base_media.media_ranges import MediaRanges
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_CHUNKS, MAX_FILE_BYTES, MAX_SAMPLES
from safety.photos.source import LARGEST_WINDOW_BYTES, Source

_TYPE_CODES = {1: "B", 2: "H", 4: "I", 8: "Q"}


class Packing(NamedTuple):
    """How many bytes so many samples of a sound take, when the table of sizes only says 1; zeros for unknown."""

    samples: int
    bytes: int


class Budget:
    """Chunks and sample sizes that may still be read, shared by the tracks of a movie."""

    def __init__(self) -> None:
        self._chunks_left = MAX_CHUNKS
        self._samples_left = MAX_SAMPLES

    def take_chunks(self, count: int) -> None:
        """Count chunks. Raises: CleanError too-many-parts."""
        self._chunks_left -= count
        if self._chunks_left < 0:
            raise CleanError("too-many-parts")

    def take_samples(self, count: int) -> None:
        """Count sample sizes. Raises: CleanError too-many-parts."""
        self._samples_left -= count
        if self._samples_left < 0:
            raise CleanError("too-many-parts")


class _Sizes(Protocol):
    count: int

    def of_chunks(self, at: int, per_chunk: int, chunks: int, description: int) -> Iterator[int]:
        """Bytes of each of so many chunks; `at` is the first sample of the first one."""


class _Equal:
    """All samples have the same size, or the bytes of a sound whose packing is known."""

    def __init__(self, size: int, count: int, packings: Sequence[Packing]) -> None:
        self.count = count
        self._size = size
        self._packings = packings

    def of_chunks(self, at: int, per_chunk: int, chunks: int, description: int) -> Iterator[int]:
        packing = self._packings[description - 1] if 0 < description <= len(self._packings) else Packing(0, 0)
        size = per_chunk * self._size
        if self._size == 1 and packing.samples and packing.bytes:
            size = max(size, -(-per_chunk // packing.samples) * packing.bytes)
        return repeat(size, chunks)


class _Varied:
    """Each sample has its size."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.count = len(sizes)
        self._sizes = sizes

    def of_chunks(self, at: int, per_chunk: int, chunks: int, description: int) -> Iterator[int]:
        if per_chunk == 1:
            return iter(self._sizes[at : at + chunks])
        stop = at + per_chunk * chunks
        return (sum(self._sizes[start : start + per_chunk]) for start in range(at, stop, per_chunk))


def chunk_spans(source: Source, table: Node, packings: Sequence[Packing], budget: Budget) -> MediaRanges:
    """The chunks that an `stbl` lists; `packings` go with its sample descriptions. Raises: CleanError."""
    offsets = _chunk_offsets(source, table, budget)
    spans = MediaRanges()
    sizes = _sample_sizes(source, table, packings, budget)
    at = 0
    for first, last, per_chunk, description in _runs(source, table, len(offsets)):
        chunks = last - first
        if at + per_chunk * chunks > sizes.count:
            raise damaged("size")
        starts = offsets[first:last]
        spans.extend(starts, map(add, starts, sizes.of_chunks(at, per_chunk, chunks, description)))
        at += per_chunk * chunks
    if at != sizes.count:
        raise damaged("size")
    return spans


def read_numbers(source: Source, offset: int, count: int, width: int) -> "array[int]":
    """`count` numbers of `width` bytes, high byte first. Raises: CleanError damaged."""
    numbers = array(_TYPE_CODES[width])
    left = count * width
    while left:
        length = min(left, LARGEST_WINDOW_BYTES)
        numbers.frombytes(source.read(offset, length))
        offset += length
        left -= length
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _count(source: Source, box: Box, count_at: int, entry_bits: int) -> int:
    """The number of entries in a table behind its count, which have to be inside the box."""
    count = int.from_bytes(_field(source, box, count_at), "big")
    if count_at + 4 + (count * entry_bits + 7) // 8 > box.content_bytes:
        raise damaged("size")
    return count


def _field(source: Source, box: Box, offset: int) -> bytes:
    if offset + 4 > box.content_bytes:
        raise damaged("size")
    return source.read(box.content + offset, 4)


def _either(table: Node, kind: bytes, other_kind: bytes) -> Node:
    """The box of one of two types, of which there has to be exactly one."""
    found = [*table.all(kind), *table.all(other_kind)]
    if len(found) != 1:
        raise damaged("order")
    return found[0]


def _chunk_offsets(source: Source, table: Node, budget: Budget) -> "array[int]":
    node = _either(table, b"stco", b"co64")
    width = 4 if node.kind == b"stco" else 8
    count = _count(source, node.box, 4, 8 * width)
    budget.take_chunks(count)
    offsets = read_numbers(source, node.box.content + 8, count, width)
    if count and max(offsets) > MAX_FILE_BYTES:
        raise damaged("size")
    return offsets


def _runs(source: Source, table: Node, chunks: int) -> Iterator[tuple[int, int, int, int]]:
    """First chunk, end, samples in each chunk and sample description of each run of like chunks."""
    node = table.find(b"stsc")
    if node is None:
        raise damaged("order")
    count = _count(source, node.box, 4, 96)
    if not chunks:
        return
    # A run has at least one chunk.
    if not 0 < count <= chunks:
        raise damaged("size")
    numbers = read_numbers(source, node.box.content + 8, 3 * count, 4)
    firsts = [*numbers[0::3], chunks + 1]
    if firsts[0] != 1:
        raise damaged("order")
    for (first, following), per_chunk, description in zip(pairwise(firsts), numbers[1::3], numbers[2::3], strict=True):
        if following <= first or per_chunk == 0:
            raise damaged("order")
        yield first - 1, following - 1, per_chunk, description


def _sample_sizes(source: Source, table: Node, packings: Sequence[Packing], budget: Budget) -> _Sizes:
    node = _either(table, b"stsz", b"stz2")
    if node.kind == b"stsz":
        size = int.from_bytes(_field(source, node.box, 4), "big")
        if size:
            return _Equal(size, int.from_bytes(_field(source, node.box, 8), "big"), packings)
        width_bits = 32
    else:
        width_bits = _field(source, node.box, 4)[3]
        if width_bits not in (4, 8, 16):
            raise damaged("size")
    count = _count(source, node.box, 8, width_bits)
    budget.take_samples(count)
    if width_bits == 4:
        return _Varied(_halves(source.read(node.box.content + 12, (count + 1) // 2), count))
    return _Varied(read_numbers(source, node.box.content + 12, count, width_bits // 8))


def _halves(packed: bytes, count: int) -> bytes:
    """Numbers of four bits, two in each byte."""
    both = bytearray(2 * len(packed))
    both[0::2] = packed.translate(bytes(number >> 4 for number in range(256)))
    both[1::2] = packed.translate(bytes(number & 15 for number in range(256)))
    return bytes(both[:count])
