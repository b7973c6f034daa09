"""Where the bytes of a block are in the file, so that a finding about a part of it can say where that part is.

A block that was put together from pieces has an extent for each of them; one that was inflated or decoded is
nowhere in the file, and then no part of it is either.
"""

from typing import NamedTuple, Self


class Extents(NamedTuple):
    """Pairs of offset and length in the file, in the order of the block; none when it is not in the file as it is."""

    ranges: tuple[tuple[int, int], ...] = ()

    @classmethod
    def at(cls, offset: int, length: int) -> Self:
        """One piece of the file."""
        return cls(((offset, length),))

    def part(self, start: int, length: int) -> "Extents":
        """Where a part of the block is; nowhere, when it is empty or not wholly inside."""
        if start < 0:
            return NOWHERE
        found: list[tuple[int, int]] = []
        left = length
        for offset, size in self.ranges:
            if start < size and left > 0:
                taken = min(size - start, left)
                found.append((offset + start, taken))
                left -= taken
            start = max(start - size, 0)
        return NOWHERE if left else Extents(tuple(found))

    def offset_or(self, other: int) -> int:
        """Offset of the first byte in the file, `other` when there is none."""
        return self.ranges[0][0] if self.ranges else other


NOWHERE = Extents()
