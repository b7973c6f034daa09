"""What becomes of each byte of a file in which nothing may move: kept, written anew, or zero.

For formats with offsets (ISO-BMFF, TIFF): a byte survives only when a kept structure points to it.

Source: design document metadata.md, section 1 (reachability, canonical ops).
"""

from collections.abc import Iterator

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_OPS
from safety.photos.plan import Draft
from safety.photos.source import FIRST_WINDOW_BYTES, LARGEST_WINDOW_BYTES, Source, check_range

_ZEROS = bytes(LARGEST_WINDOW_BYTES)


class InPlace:
    """A sheet over the whole file; what nobody keeps or writes becomes zero.

    Kept ranges may overlap each other; a written part wins over a kept range below it, but two written
    parts may not overlap.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._kept: list[tuple[int, int]] = []
        self._written: dict[int, bytes] = {}

    def keep(self, offset: int, length: int) -> None:
        """Keep a range. Raises: CleanError damaged, outside the file; too-many-parts."""
        check_range(self._source.size, offset, length)
        if not length:
            return
        if self._kept and self._kept[-1][1] == offset:
            self._kept[-1] = (self._kept[-1][0], offset + length)
            return
        if len(self._kept) >= MAX_OPS:
            raise CleanError("too-many-parts")
        self._kept.append((offset, offset + length))

    def write(self, offset: int, literal: bytes) -> None:
        """Put these bytes there. Raises: CleanError damaged, outside the file or twice at one place."""
        check_range(self._source.size, offset, len(literal))
        if literal and self._written.setdefault(offset, literal) != literal:
            raise damaged("order")

    def kept_ranges(self) -> list[tuple[int, int]]:
        """Start and end of the kept ranges, sorted, those that touch or overlap made one."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(self._kept):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    def finish(self, draft: Draft, end: int) -> list[tuple[int, int]]:
        """Write the file up to `end` into the draft; gives offset and length of all that became zero.

        A gap that is zero already is kept, so that a clean file stays as it is. Raises: CleanError.
        """
        zeroed = []
        at = 0
        for start, stop, literal in self._parts(end):
            if start > at and not self._pass_gap(draft, at, start):
                zeroed.append((at, start - at))
            if literal is None:
                draft.keep(start, stop - start)
            else:
                draft.rewrite(literal, start)
            at = stop
        if end > at and not self._pass_gap(draft, at, end):
            zeroed.append((at, end - at))
        return zeroed

    def _pass_gap(self, draft: Draft, start: int, end: int) -> bool:
        """Keep the gap when it is zero already, and say so; else make it zero."""
        is_clear = is_zero(self._source, start, end)
        if is_clear:
            draft.keep(start, end - start)
        else:
            draft.zero(end - start)
        return is_clear

    def _parts(self, end: int) -> Iterator[tuple[int, int, bytes | None]]:
        """Written and kept parts in order, without overlap: start, stop and the new bytes or None."""
        writes = sorted(self._written.items())
        kept = iter(self.kept_ranges())
        current = next(kept, None)
        at = 0
        for offset, literal in writes:
            if offset < at or offset + len(literal) > end:
                raise damaged("order")
            while current is not None and current[0] < offset:
                start, stop = current
                yield start, min(stop, offset), None
                current = (offset, stop) if stop > offset else next(kept, None)
            at = offset + len(literal)
            yield offset, at, literal
            while current is not None and current[0] < at:
                current = (at, current[1]) if current[1] > at else next(kept, None)
        while current is not None:
            if current[1] > end:
                raise damaged("size")
            yield current[0], current[1], None
            current = next(kept, None)


def is_zero(source: Source, start: int, end: int) -> bool:
    """True when all bytes from `start` to `end` are zero; it stops at the first that is not."""
    # Windows grow, since most gaps that are not zero show it in their first bytes.
    window_bytes = FIRST_WINDOW_BYTES
    while start < end:
        window = source.window(start, min(window_bytes, end - start))
        # Compares all at once, and copies no view.
        if not window or not _ZEROS.startswith(window):
            return False
        start += len(window)
        window_bytes = min(window_bytes * 2, LARGEST_WINDOW_BYTES)
    return True
