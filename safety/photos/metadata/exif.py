"""A small reader of EXIF blocks: directories and their entries, never more than the block holds.

It gives raw values; `exif_report` says what they mean. ExifRead is not used, since one small file can
hold it for half a minute.

Source: TIFF 6.0 section 2 (header, directories, types); Exif 3.0 section 4.6 (Exif, GPS directories).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from safety.photos.limits import MAX_DIRECTORY_ENTRIES
from safety.photos.recognise import Order

EXIF_DIRECTORY, GPS_DIRECTORY = 0x8769, 0x8825
VALUE_MAX_BYTES = 4096

# Bytes of one value, by type number 1 to 12; 13 is a directory offset.
TYPE_BYTES: Final = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4)


class Block(Protocol):
    """What directories are read from: bytes, or a file that looks like them (`tiff_directory.SourceBlock`)."""

    def __len__(self) -> int:
        """Bytes in the block."""

    def __getitem__(self, piece: slice, /) -> bytes:
        """A copy of some bytes, fewer where the block ends."""


class Header(NamedTuple):
    """Byte order and the offset of the first directory."""

    order: Order
    first_offset: int


class Entry(NamedTuple):
    """One entry of a directory: `inline` are its last four bytes, a value or an offset in the block."""

    tag: int
    kind: int
    count: int  # type: ignore[assignment]  # nobody counts in it as in a tuple
    inline: bytes

    @property
    def value_bytes(self) -> int:
        """Size of the whole value, as the entry claims it; 0 for a type that does not exist."""
        return TYPE_BYTES[self.kind] * self.count if self.kind < len(TYPE_BYTES) else 0


def read_header(block: Block) -> Header | None:
    """The header of a TIFF structure, or None when it is not one."""
    if block[:4] == b"MM\0*" and len(block) >= 8:
        return Header("big", int.from_bytes(block[4:8], "big"))
    if block[:4] == b"II*\0" and len(block) >= 8:
        return Header("little", int.from_bytes(block[4:8], "little"))
    return None


class DirectoryReader(NamedTuple):
    """Reads directories of one block; it follows no pointer by itself, so it cannot go in circles."""

    block: Block
    order: Order

    def number(self, raw: bytes) -> int:
        """An unsigned number in the block's byte order."""
        return int.from_bytes(raw, self.order)

    def entries(self, offset: int) -> Iterator[Entry]:
        """The entries of the directory at `offset` that are wholly inside the block."""
        count = min(self.number(self.block[offset : offset + 2]), MAX_DIRECTORY_ENTRIES)
        table = self.block[offset + 2 : offset + 2 + 12 * count]
        for at in range(0, len(table) - 11, 12):
            raw = table[at : at + 12]
            yield Entry(self.number(raw[:2]), self.number(raw[2:4]), self.number(raw[4:8]), raw[8:])

    def next_offset(self, offset: int) -> int:
        """Offset of the directory that follows the one at `offset`; 0 for none."""
        after = offset + 2 + 12 * self.number(self.block[offset : offset + 2])
        return self.number(self.block[after : after + 4]) if after + 4 <= len(self.block) else 0

    def span(self, entry: Entry) -> tuple[int, int] | None:
        """Start and size of a value of more than four bytes in the block; None when it is not wholly inside."""
        start, size = self.number(entry.inline), entry.value_bytes
        return (start, size) if size > 4 and start + size <= len(self.block) else None

    def raw(self, entry: Entry) -> bytes:
        """The value's bytes, at most 4,096 of them; empty when they are not inside the block."""
        size = entry.value_bytes
        if size <= 4:
            return entry.inline[:size]
        start, size = self.span(entry) or (0, 0)
        return self.block[start : start + min(size, VALUE_MAX_BYTES)]

    def rationals(self, entry: Entry) -> list[tuple[int, int]]:
        """Numerators and denominators of a RATIONAL value."""
        raw = self.raw(entry) if entry.kind == 5 else b""
        ends = range(8, len(raw) + 1, 8)
        return [(self.number(raw[at - 8 : at - 4]), self.number(raw[at - 4 : at])) for at in ends]


class Directories(NamedTuple):
    """What an EXIF block holds: entries by tag, the first of each; `preview` is the thumbnail's directory."""

    reader: DirectoryReader
    main: dict[int, Entry]
    exif: dict[int, Entry]
    gps: dict[int, Entry]
    preview: dict[int, Entry]


def read_directories(block: bytes) -> Directories | None:
    """The four directories that are reported on, or None when the block is not EXIF."""
    header = read_header(block)
    if header is None:
        return None
    reader = DirectoryReader(block, header.order)
    main = _by_tag(reader, header.first_offset)
    return Directories(
        reader,
        main,
        _by_tag(reader, _pointer(reader, main, EXIF_DIRECTORY)),
        _by_tag(reader, _pointer(reader, main, GPS_DIRECTORY)),
        _by_tag(reader, reader.next_offset(header.first_offset)),
    )


def _by_tag(reader: DirectoryReader, offset: int) -> dict[int, Entry]:
    found: dict[int, Entry] = {}
    for entry in reader.entries(offset) if offset else ():
        found.setdefault(entry.tag, entry)
    return found


def _pointer(reader: DirectoryReader, main: dict[int, Entry], tag: int) -> int:
    entry = main.get(tag)
    return reader.number(entry.inline) if entry else 0
