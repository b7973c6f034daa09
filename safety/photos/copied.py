"""A file that a plan has just written, read back.

What was searched in the original is not searched again where it was copied: it is read back, compared with
the original byte by byte, which is four times as fast, and then known to hold no match either.

Source: design document metadata.md, sections 1 and 14.
"""

import re
from bisect import bisect_right

from safety.photos.errors import CleanError
from safety.photos.plan import Keep, Plan
from safety.photos.source import LARGEST_WINDOW_BYTES, FileSource


class CopiedSource(FileSource):
    """The file behind an open descriptor, which stays open. `original` has to stay open as well."""

    def __init__(self, descriptor: int, plan: Plan, original: FileSource) -> None:
        super().__init__(descriptor)
        self._original = original
        self._starts: list[int] = []
        self._kept: list[Keep] = []
        at = 0
        for op in plan.ops:
            if isinstance(op, Keep) and op.length >= LARGEST_WINDOW_BYTES:
                self._starts.append(at)
                self._kept.append(op)
            at += op.length

    def skip(self, pattern: re.Pattern[bytes], start: int, end: int) -> int:
        """The place before which no match ends. Raises: CleanError, when the copy is not like the original."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return start
        kept = self._kept[index]
        offset = kept.offset + start - self._starts[index]
        searched = self._original.searched.get((pattern, offset), offset)
        length = min(searched, kept.offset + kept.length) - offset
        if length <= 0 or start + length > end:
            return start
        self._compare(start, offset, length)
        return start + length

    def _compare(self, start: int, offset: int, length: int) -> None:
        for at in range(0, length, LARGEST_WINDOW_BYTES):
            size = min(LARGEST_WINDOW_BYTES, length - at)
            if self.read(start + at, size) != self._original.read(offset + at, size):
                self._original.check_unchanged()
                raise CleanError("internal-check-failed")
