"""The coded data of items as ranges of the file, wherever their locations say it is.

Source: ISO/IEC 14496-12 sections 8.11.3 (iloc) and 8.11.11 (idat).
"""

from collections.abc import Iterable

from safety.photos.base_media.boxes import Box
from safety.photos.base_media.item_locations import Location
from safety.photos.errors import damaged
from safety.photos.source import Source
from safety.photos.spans import Span

Ranges = tuple[tuple[int, int], ...]


class ItemContents:
    """Offsets and lengths in the file; what a location says relative to `idat` is moved to where that is."""

    def __init__(self, source: Source, locations: dict[int, Location], idat: Box | None) -> None:
        self._source = source
        self._locations = locations
        self._idat = idat
        self._existing: dict[int, Ranges] = {}

    def is_in_idat(self, number: int) -> bool:
        """True when the data of an item is in the `idat` box."""
        location = self._locations.get(number)
        return location is not None and location.is_in_idat

    def whole(self, number: int) -> Ranges:
        """All ranges of an item; empty for none. Raises: CleanError damaged, when one is not where it should be."""
        location = self._locations.get(number)
        if location is None:
            return ()
        start, end = self._area(location)
        for offset, length in location.extents:
            # Without a length an extent means all there is, of which no writer of pictures makes use.
            if not length or start + offset + length > end:
                raise damaged("size")
        return tuple((start + offset, length) for offset, length in location.extents)

    def existing(self, number: int) -> Ranges:
        """The parts of an item's ranges that are there; it never raises."""
        known = self._existing.get(number)
        if known is None:
            location = self._locations.get(number)
            known = self._existing[number] = self._clipped(location) if location else ()
        return known

    def _clipped(self, location: Location) -> Ranges:
        start, end = self._area(location)
        clipped = ((start + offset, min(length, end - start - offset)) for offset, length in location.extents)
        return tuple((offset, length) for offset, length in clipped if length > 0)

    def read(self, ranges: Ranges) -> bytes:
        """The bytes of these ranges, one behind the other."""
        return b"".join(self._source.read(offset, length) for offset, length in ranges)

    def _area(self, location: Location) -> tuple[int, int]:
        """Where offsets count from, and where the data has to end."""
        if not location.is_in_idat:
            return 0, self._source.size
        return (self._idat.content, self._idat.end) if self._idat else (0, 0)


def first_bytes(ranges: Ranges, length: int) -> Ranges:
    """As much of the ranges as makes `length` bytes, or all of them."""
    taken = []
    for offset, available in ranges:
        piece = min(available, length)
        if piece <= 0:
            break
        taken.append((offset, piece))
        length -= piece
    return tuple(taken)


def total(ranges: Ranges) -> int:
    """Bytes of all ranges."""
    return sum(length for _, length in ranges)


def spans(ranges: Iterable[tuple[int, int]]) -> list[Span]:
    """The ranges as start and end."""
    return [(offset, offset + length) for offset, length in ranges]
