"""A sheet in which nothing moves, in the terms of boxes: keep the head, keep some parts, make a box empty.

It remembers which bytes have a finding already, so that the rest of what became zero can be told as well.

Source: design document metadata.md, sections 1 (reachability) and 10; ISO/IEC 14496-12 section 8.1.2 (free box).
"""

from collections.abc import Iterable, Iterator

from safety.photos.base_media.boxes import Box
from safety.photos.errors import damaged
from safety.photos.inplace import InPlace

_USER_TYPE_BYTES = 16


class BoxSheet:
    """Puts boxes on a sheet; whatever is not put there becomes zero."""

    def __init__(self, sheet: InPlace) -> None:
        self.sheet = sheet
        self._told: list[tuple[int, int]] = []

    def keep_head(self, box: Box) -> None:
        """Keep size and type."""
        self.sheet.keep(box.start, head_bytes(box))

    def keep_first(self, box: Box, length: int) -> None:
        """Keep the head and the first bytes of the content. Raises: CleanError damaged, when it has fewer."""
        self.keep_parts(box, (0, length))

    def keep_parts(self, box: Box, *parts: tuple[int, int]) -> None:
        """Keep the head and parts of the content, each from start to end. Raises: CleanError damaged."""
        self.keep_head(box)
        for start, end in parts:
            if end > box.content_bytes:
                raise damaged("size")
            self.sheet.keep(box.content + start, end - start)

    def write(self, offset: int, literal: bytes) -> None:
        """Put other bytes there. Raises: CleanError damaged."""
        self.sheet.write(offset, literal)

    def free(self, box: Box) -> None:
        """Make it an empty `free` box of the same size; the caller has told what it was."""
        self.keep_head(box)
        self.sheet.write(box.start + 4, b"free")
        self.tell(box.start, box.end)

    def tell(self, start: int, end: int) -> None:
        """Remember that these bytes have a finding."""
        if end > start:
            self._told.append((start, end))

    def untold(self, zeroed: Iterable[tuple[int, int]], told: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Start and end of what is in `zeroed` (offset, length) and neither told here nor in `told` (start, end).

        Both have to be in ascending order.
        """
        gaps = ((offset, offset + length) for offset, length in zeroed)
        return without(without(gaps, sorted(self._told)), told)


def head_bytes(box: Box) -> int:
    """Bytes of size and type; the user type of a `uuid` box does not count."""
    return box.head_bytes - (_USER_TYPE_BYTES if box.user_type else 0)


def without(spans: Iterable[tuple[int, int]], holes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans with the holes cut out; start and end each, both ascending, the spans without overlap."""
    rest = iter(holes)
    hole = next(rest, None)
    for start, end in spans:
        at = start
        while hole is not None and hole[0] < end:
            if hole[0] > at:
                yield at, hole[0]
            at = max(at, hole[1])
            # A hole that goes on behind this span may cover the next one too.
            if hole[1] >= end:
                break
            hole = next(rest, None)
        if at < end:
            yield at, end
