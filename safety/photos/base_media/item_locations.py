"""Where the coded data of each item is: in the file, or in the `idat` box beside the tables.

The table can be read, and written again with the kept entries only, whose offsets do not change.

Source: ISO/IEC 14496-12 section 8.11.3 (iloc).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from safety.photos.base_media.fields import Fields, full_box
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_EXTENTS, MAX_FILE_BYTES, MAX_ITEMS

IN_FILE, IN_IDAT = 0, 1
_FIELD_SIZES: Final = (0, 4, 8)


@dataclass(frozen=True, slots=True)
class Location:
    """The data of one item: offsets and lengths, from the start of the file or of `idat`'s content.

    `entry` is what is written for it: the bytes that were read, without those that nothing uses.
    """

    is_in_idat: bool
    extents: tuple[tuple[int, int], ...]
    entry: bytes

    @property
    def length(self) -> int:
        """Bytes of all extents."""
        return sum(length for _, length in self.extents)


class LocationTable:
    """`iloc`: locations by item number. Raises: CleanError."""

    def __init__(self, content: bytes) -> None:
        fields = Fields(content)
        self._version, _ = fields.version_and_flags()
        if self._version > 2:
            raise CleanError("unsupported-variant")
        sizes = fields.raw(2)
        self._offset_bytes, self._length_bytes = sizes[0] >> 4, sizes[0] & 15
        self._base_bytes = sizes[1] >> 4
        self._index_bytes = sizes[1] & 15 if self._version else 0
        self._sizes = bytes([sizes[0], self._base_bytes << 4 | self._index_bytes])
        if any(size not in _FIELD_SIZES for size in (*self._fixed_sizes(), self._base_bytes)):
            raise damaged("size")
        self._number_bytes = 4 if self._version == 2 else 2
        self._extents_left = MAX_EXTENTS
        self.locations: dict[int, Location] = {}
        count = fields.number(self._number_bytes)
        if count > MAX_ITEMS:
            raise CleanError("too-many-parts")
        for _ in range(count):
            self._take(fields)
        self.rest = fields.rest

    def _fixed_sizes(self) -> tuple[int, int, int]:
        return self._offset_bytes, self._length_bytes, self._index_bytes

    def _take(self, fields: Fields) -> None:
        raw_number = fields.raw(self._number_bytes)
        construction = fields.number(2) & 15 if self._version else IN_FILE
        # Data in another file, or made of pieces of other items: nobody writes it, few can read it.
        if construction not in (IN_FILE, IN_IDAT) or fields.number(2) != 0:
            raise CleanError("unsupported-variant")
        raw_base = fields.raw(self._base_bytes)
        raw_count = fields.raw(2)
        count = int.from_bytes(raw_count, "big")
        self._extents_left -= count
        if self._extents_left < 0:
            raise CleanError("too-many-parts")
        raw_extents = fields.raw(count * sum(self._fixed_sizes()))
        number, base = int.from_bytes(raw_number, "big"), int.from_bytes(raw_base, "big")
        if number in self.locations:
            raise damaged("order")
        head = raw_number + (construction.to_bytes(2, "big") if self._version else b"") + bytes(2)
        entry = b"".join((head, raw_base, raw_count, self._without_index(raw_extents)))
        extents = tuple(self._extents(raw_extents, count, base))
        self.locations[number] = Location(construction == IN_IDAT, extents, entry)

    def _without_index(self, raw: bytes) -> bytes:
        """The extents as they are written: with zeros for the index, which only a third construction uses."""
        step, index = sum(self._fixed_sizes()), self._index_bytes
        if not index:
            return raw
        return b"".join(bytes(index) + raw[at + index : at + step] for at in range(0, len(raw), step))

    def _extents(self, raw: bytes, count: int, base: int) -> Iterator[tuple[int, int]]:
        step, end_of_offset = sum(self._fixed_sizes()), self._index_bytes + self._offset_bytes
        # Extents without any field, for an item whose data is nowhere, take no bytes.
        for at in range(0, count * step, step) if step else [0] * count:
            offset = base + int.from_bytes(raw[at + self._index_bytes : at + end_of_offset], "big")
            length = int.from_bytes(raw[at + end_of_offset : at + step], "big")
            if offset > MAX_FILE_BYTES or length > MAX_FILE_BYTES:
                raise damaged("size")
            yield offset, length

    def write(self, kept: Collection[int]) -> bytes:
        """The box with the kept entries only."""
        entries = [location.entry for number, location in self.locations.items() if number in kept]
        count = len(entries).to_bytes(self._number_bytes, "big")
        return full_box(b"iloc", self._version, 0, self._sizes + count + b"".join(entries))
