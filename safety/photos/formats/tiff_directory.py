"""The directories of a TIFF: the chain of its pages, their entries and their values, read strictly.

What private directories (EXIF, GPS) point to is only located, as far as it is inside the file.

Source: design document metadata.md, sections 8 and 14; TIFF 6.0 section 2 (header, directories, types).
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_DIRECTORY_ENTRIES, MAX_TIFF_ENTRIES, MAX_TIFF_PAGES, MAX_TIFF_STRIPS
from safety.photos.metadata.exif import EXIF_DIRECTORY, GPS_DIRECTORY, TYPE_BYTES, DirectoryReader, Entry, read_header
from safety.photos.source import Source, check_range
from safety.photos.spans import Span

HEADER_BYTES, INLINE_BYTES = 8, 4
INTEROPERABILITY_DIRECTORY = 0xA005
WHOLE_NUMBERS: Final = {1: "B", 3: "H", 4: "I"}
POINTERS: Final = (EXIF_DIRECTORY, GPS_DIRECTORY, INTEROPERABILITY_DIRECTORY)
_POINTER_KINDS: Final = (4, 13)
_ENTRY_BYTES = 12


class SourceBlock:
    """A whole file as the block that `exif.DirectoryReader` reads from; nothing of it is held."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __len__(self) -> int:
        return self._source.size

    def __getitem__(self, piece: slice, /) -> bytes:
        start, stop, _ = piece.indices(self._source.size)
        return bytes(self._source.window(start, max(stop - start, 0)))


@dataclass(frozen=True, slots=True)
class Directory:
    """One directory: its place, its entries in the order of the file, and the offset of the next one."""

    offset: int
    entries: tuple[Entry, ...]
    next_offset: int

    @property
    def span(self) -> Span:
        """Start and end in the file."""
        return self.offset, self.offset + directory_bytes(len(self.entries))

    def entry(self, tag: int) -> Entry | None:
        """The first entry of a tag."""
        return next((entry for entry in self.entries if entry.tag == tag), None)


def directory_bytes(count: int) -> int:
    """Size of a directory with so many entries, with its count and the offset of the next one."""
    return 2 + _ENTRY_BYTES * count + 4


class TiffReader:
    """Reads one file. Its directories share a budget of entries, its pages one of strips, so time is bounded."""

    def __init__(self, source: Source) -> None:
        block = SourceBlock(source)
        header = read_header(block)
        if header is None:
            raise CleanError("unsupported-variant", format="tiff")
        self._source = source
        self._entries_left = MAX_TIFF_ENTRIES
        self._strips_left = MAX_TIFF_STRIPS
        self._private: dict[int, tuple[Entry, ...]] = {}
        self.directories = DirectoryReader(block, header.order)
        self.order = header.order
        self.first_offset = header.first_offset

    def pages(self) -> list[Directory]:
        """The directories of the chain. Raises: CleanError damaged, for a loop or one outside; too-many-parts."""
        found: dict[int, Directory] = {}
        offset = self.first_offset
        while offset:
            if offset in found:
                raise damaged("order")
            if len(found) >= MAX_TIFF_PAGES:
                raise CleanError("too-many-parts")
            found[offset] = self._page(offset)
            offset = found[offset].next_offset
        return list(found.values())

    def _page(self, offset: int) -> Directory:
        count = self.directories.number(self._source.read(offset, 2))
        if count > MAX_DIRECTORY_ENTRIES:
            raise CleanError("too-many-parts")
        check_range(self._source.size, offset, directory_bytes(count))
        self._count(count)
        return Directory(offset, tuple(self.directories.entries(offset)), self.directories.next_offset(offset))

    def _count(self, entries: int) -> None:
        self._entries_left -= entries
        if self._entries_left < 0:
            raise CleanError("too-many-parts")

    def private_entries(self, offset: int) -> tuple[Entry, ...]:
        """The entries of an EXIF, GPS or interoperability directory, as far as they are inside the file."""
        if offset not in self._private:
            entries = tuple(self.directories.entries(offset)) if 0 < offset < self._source.size else ()
            self._count(len(entries))
            self._private[offset] = entries
        return self._private[offset]

    def raw(self, entry: Entry, most: int) -> bytes:
        """The first `most` values as bytes. Raises: CleanError damaged, when they are not inside the file."""
        size = TYPE_BYTES[entry.kind] * min(entry.count, most)
        if entry.value_bytes <= INLINE_BYTES:
            return entry.inline[:size]
        return self._source.read(self.directories.number(entry.inline), size)

    def numbers(self, entry: Entry, most: int) -> tuple[int, ...]:
        """The first `most` whole numbers of a value. Raises: CleanError damaged, when they are none."""
        if entry.kind not in WHOLE_NUMBERS:
            raise damaged("size")
        return self.unpack(entry.kind, self.raw(entry, most))

    def strips(self, entry: Entry, most: int) -> tuple[int, ...]:
        """The first `most` offsets of strips. Raises: CleanError damaged or too-many-parts."""
        self._strips_left -= min(entry.count, most)
        if self._strips_left < 0:
            raise CleanError("too-many-parts")
        return self.numbers(entry, most)

    def number(self, page: Directory, tag: int, default: int) -> int:
        """The first number of a tag; `default` when the tag is not there."""
        entry = page.entry(tag)
        return (*self.numbers(entry, 1), default)[0] if entry else default

    def unpack(self, kind: int, raw: bytes) -> tuple[int, ...]:
        """Whole numbers from bytes."""
        return struct.unpack(self._format(kind, len(raw) // TYPE_BYTES[kind]), raw)

    def pack(self, kind: int, numbers: Iterable[int]) -> bytes:
        """Bytes from whole numbers."""
        values = tuple(numbers)
        return struct.pack(self._format(kind, len(values)), *values)

    def _format(self, kind: int, count: int) -> str:
        return f"{'<' if self.order == 'little' else '>'}{count}{WHOLE_NUMBERS[kind]}"

    def pointer(self, entry: Entry) -> int:
        """The offset that an entry of EXIF, GPS or interoperability gives; 0 when it gives none."""
        return self.directories.number(entry.inline) if entry.kind in _POINTER_KINDS else 0

    def reached(self, entries: Iterable[Entry]) -> list[Span]:
        """Where the values of these entries are, with the private directories they lead to and their values."""
        spans: list[Span] = []
        waiting, seen = list(entries), set[int]()
        while waiting:
            entry = waiting.pop()
            place = self.directories.span(entry)
            if place:
                spans.append((place[0], place[0] + place[1]))
            offset = self.pointer(entry) if entry.tag in POINTERS else 0
            if offset and offset not in seen:
                seen.add(offset)
                inside = self.private_entries(offset)
                waiting.extend(inside)
                spans.append((offset, offset + directory_bytes(len(inside))))
        return spans

    def parts(self, page: Directory, pairs: Iterable[tuple[int, int]]) -> list[Span]:
        """Where the strips of a page are that goes, as far as they are inside; pairs are tags of offsets and sizes."""
        spans: list[Span] = []
        for start_tag, size_tag in pairs:
            starts, sizes = page.entry(start_tag), page.entry(size_tag)
            if starts and sizes and self._is_numbers(starts) and self._is_numbers(sizes):
                read = self.strips(starts, starts.count)
                pairs_read = zip(read, self.numbers(sizes, len(read)), strict=False)
                spans.extend((start, start + size) for start, size in pairs_read if start + size <= self._source.size)
        return spans

    def is_inside(self, entry: Entry) -> bool:
        """True when the whole value is in the entry or in the file."""
        return entry.value_bytes <= INLINE_BYTES or self.directories.span(entry) is not None

    def _is_numbers(self, entry: Entry) -> bool:
        return entry.kind in WHOLE_NUMBERS and self.is_inside(entry)
