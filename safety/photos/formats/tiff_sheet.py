"""What of a TIFF stays, is written anew and goes, over all its pages, and whether that makes sense.

Source: design document metadata.md, sections 1 (reachability) and 8.
"""

from collections.abc import Iterable, Iterator

from safety.photos.errors import damaged
from safety.photos.inplace import InPlace, is_zero
from safety.photos.plan import Draft
from safety.photos.source import Source
from safety.photos.spans import Span, merge, overlap, subtract


class TiffSheet:
    """Collects parts of the file by what becomes of them, as spans of start and end.

    Parts that stay may lie over each other, as two pages can share one. But nothing that stays may lie over
    what is written anew, or over what is private: then sizes in the file are not true.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._sheet = InPlace(source)
        self._kept: list[Span] = []
        self._written: dict[int, bytes] = {}
        self._private: list[Span] = []
        self._reported: list[Span] = []

    def keep(self, start: int, end: int) -> None:
        """Keep a part. Raises: CleanError damaged, outside the file; too-many-parts."""
        self._sheet.keep(start, end - start)
        if self._kept and self._kept[-1][1] == start:
            self._kept[-1] = (self._kept[-1][0], end)
        else:
            self._kept.append((start, end))

    def write(self, start: int, literal: bytes) -> None:
        """Write a part anew. Raises: CleanError damaged, outside the file or twice at one place."""
        self._sheet.write(start, literal)
        self._written[start] = literal

    def remove(self, spans: Iterable[Span]) -> None:
        """Remove private parts that have a finding."""
        self._private.extend(spans)

    def pass_over(self, spans: Iterable[Span]) -> None:
        """Parts that have a finding, or need none, where they are not kept."""
        self._reported.extend(spans)

    def finish(self, draft: Draft) -> None:
        """Write the plan, and note what belongs to nothing. Raises: CleanError damaged, for contradictions."""
        written = [(start, start + len(literal)) for start, literal in self._written.items()]
        if overlap([*written, *self._private], self._kept):
            raise damaged("order")
        end = max(stop for _, stop in (*written, *self._kept))
        zeroed = [(start, start + length) for start, length in self._sheet.finish(draft, end)]
        told = merge([*self._private, *self._reported])
        self._note("hidden-bytes", "between parts", subtract(zeroed, told), draft)
        self._note("leftover-data", "after the picture", subtract([(end, self._source.size)], told), draft)

    def _note(self, code: str, part: str, spans: Iterator[Span], draft: Draft) -> None:
        """One finding for all of them, but for those that are zero."""
        filled = [(start, end) for start, end in spans if not is_zero(self._source, start, end)]
        if filled:
            draft.find(code, part, filled[0][0], sum(end - start for start, end in filled))
