"""Many ranges of a file, sixteen bytes each: the chunks of the tracks, and which of them may stay.

Source: design document metadata.md, section 10 (mdat), section 14 (memory).
"""

import heapq
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import le

from safety.photos.errors import CleanError, damaged
from safety.photos.inplace import InPlace
from safety.photos.limits import MAX_KEPT_RANGES


class MediaRanges:
    """Ranges of one track, start and end; they are given in ascending order of their starts."""

    def __init__(self) -> None:
        self._starts = array("Q")
        self._ends = array("Q")

    def add(self, start: int, end: int) -> None:
        """Add one."""
        self._starts.append(start)
        self._ends.append(end)

    def extend(self, starts: Iterable[int], ends: Iterable[int]) -> None:
        """Add as many as there are; both have to be equally long."""
        self._starts.extend(iter(starts))
        self._ends.extend(iter(ends))

    def first(self) -> tuple[int, int] | None:
        """The range that was added first, which is what is played first."""
        return (self._starts[0], self._ends[0]) if self._starts else None

    @property
    def total_bytes(self) -> int:
        """All lengths together."""
        return sum(self._ends) - sum(self._starts)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        if all(map(le, self._starts, islice(self._starts, 1, None))):
            return zip(self._starts, self._ends, strict=True)
        order = sorted(range(len(self._starts)), key=self._starts.__getitem__)
        return ((self._starts[at], self._ends[at]) for at in order)


def merged(groups: Iterable[Iterable[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """The ranges of all groups in ascending order, those that touch or overlap made one, empty ones left out."""
    start = end = 0
    for low, high in heapq.merge(*groups):
        if low == high:
            continue
        if low <= end and end > start:
            end = max(end, high)
            continue
        if end > start:
            yield start, end
        start, end = low, high
    if end > start:
        yield start, end


def keep_media(
    kept: Iterable[Iterable[tuple[int, int]]],
    dropped: Iterable[Iterable[tuple[int, int]]],
    media: list[tuple[int, int]],
    sheet: InPlace,
) -> None:
    """Keep the ranges of kept tracks and pictures; `media` are start and end of the content of each `mdat`.

    Raises: CleanError damaged, when one leaves the media or has bytes that a dropped track claims as well;
    too-many-parts.
    """
    others, homes = merged(dropped), iter(media)
    other, home = next(others, None), next(homes, None)
    for count, (start, end) in enumerate(merged(kept)):
        while home is not None and home[1] <= start:
            home = next(homes, None)
        if home is None or start < home[0] or end > home[1]:
            raise damaged("size")
        while other is not None and other[1] <= start:
            other = next(others, None)
        if other is not None and other[0] < end:
            raise damaged("order")
        if count >= MAX_KEPT_RANGES:
            raise CleanError("too-many-parts")
        sheet.keep(start, end - start)
