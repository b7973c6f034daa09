"""JPEG inside a TIFF: what of its streams stays where it is; all else in them becomes zero.

Nothing moves, so a segment that goes keeps its four first bytes and holds zeros. It does not look inside
scans: bytes hidden behind the last block of a scan stay.

Source: design document metadata.md, sections 4 and 8; TIFF Technical Note 2; ITU-T T.81 annex B.
"""

from collections.abc import Iterable
from typing import Final

from safety.photos.errors import CleanError, damaged
from safety.photos.formats.jpeg_report import SegmentReport
from safety.photos.formats.markers import EOI, GAP, SOI, SOS, TEM, Segment, scan_end, walk
from safety.photos.formats.structure import JPEG_LS, is_picture_part, is_whole
from safety.photos.limits import MAX_JPEG_SEGMENTS
from safety.photos.plan import Draft
from safety.photos.source import Source, check_range
from safety.photos.spans import Span

START_MARK = b"\xff\xd8"
_APP0, _APP14, _COMMENT = 0xE0, 0xEE, 0xFE
_REMOVED: Final = (*range(0xE0, 0xF0), _COMMENT)
# Version and density of JFIF, without the size of its thumbnail; all of Adobe's numbers.
# Longer stretches between segments are not read: they go, or the file is refused.
_READ_GAP_BYTES = 65_536
_KEPT_BYTES: Final = {_APP0: (b"JFIF\0", 14, 12), _APP14: (b"Adobe", 12, 12)}


class JpegStreams:
    """Collects over all pages what is kept of their streams, and where reported parts were.

    Each stream is walked once, however many pages point to it; all share one budget of segments.
    """

    def __init__(self, source: Source, draft: Draft) -> None:
        self.kept: list[Span] = []
        self.reported: list[Span] = []
        self._source = source
        self._report = SegmentReport(source, draft)
        self._draft = draft
        self._segments_left = MAX_JPEG_SEGMENTS
        self._bytes_left = source.size
        self._walked: set[Span] = set()

    def finish(self) -> None:
        """Report what was waiting for its other pieces."""
        self._report.finish()

    def take_tables(self, start: int, end: int) -> None:
        """The tables that all strips share, a stream without a picture. Raises: CleanError."""
        if self._is_new(start, end):
            self._take_stream(start, end)

    def take_strip(self, start: int, end: int) -> None:
        """A strip or tile, a stream with a picture. Raises: CleanError."""
        if self._is_new(start, end) and not self._take_stream(start, end):
            raise damaged("no-picture")

    def take_old(self, spans: Iterable[Span]) -> None:
        """Strips and interchange stream of old-style JPEG, which may lie over each other. Raises: CleanError."""
        for start, end in _put_together(spans):
            if not self._is_new(start, end):
                continue
            if self._source.read(start, min(2, end - start)) == START_MARK:
                self._take_stream(start, end)
            else:
                self._take_coded(start, end)

    def _is_new(self, start: int, end: int) -> bool:
        """False when this stream was walked before. Raises: CleanError damaged, when streams overlap."""
        check_range(self._source.size, start, end - start)
        if (start, end) in self._walked:
            return False
        self._walked.add((start, end))
        # Streams that do not overlap are together no longer than the file.
        self._bytes_left -= end - start
        if self._bytes_left < 0:
            raise damaged("size")
        return True

    def _take_stream(self, start: int, end: int) -> bool:
        """Walk over a stream that begins with SOI; True when it has a picture."""
        if self._source.read(start, min(2, end - start)) != START_MARK:
            raise damaged("order")
        self._keep(start, start + 2)
        return self._take_segments(start, end, has_scan=False)

    def _take_coded(self, start: int, end: int) -> None:
        """Old-style strips begin in the middle of a scan."""
        coded_end = scan_end(self._source, start, end)
        self._keep(start, coded_end)
        self._take_segments(coded_end - 2, end, has_scan=True)

    def _take_segments(self, start: int, end: int, *, has_scan: bool) -> bool:
        for segment in walk(self._source, start, self._segments_left, end):
            self._segments_left -= 1
            self._take(segment, has_scan=has_scan)
            has_scan = has_scan or segment.marker == SOS
        return has_scan

    def _take(self, segment: Segment, *, has_scan: bool) -> None:
        if segment.marker == GAP:
            self._take_gap(segment, has_scan=has_scan)
        elif segment.marker in JPEG_LS:
            raise CleanError("unsupported-variant", format="tiff")
        elif segment.is_cut or segment.marker == SOI or (segment.marker == TEM and has_scan):
            raise damaged("order")
        elif segment.marker in (EOI, TEM):
            self._keep(segment.start, segment.end)
        elif is_picture_part(segment.marker):
            self._take_part(segment)
        elif segment.marker in _REMOVED:
            self._take_other(segment, is_before_scan=not has_scan)
        else:
            # Decoders stop at a marker that they do not know.
            raise damaged("order")

    def _take_gap(self, gap: Segment, *, has_scan: bool) -> None:
        content = gap.read(self._source) if gap.size <= _READ_GAP_BYTES else None
        if content is not None and not content.strip(b"\xff"):
            self._keep(gap.start, gap.end)
        elif has_scan and (content is None or content.strip(b"\0")):
            # Behind a broken place in a scan, a decoder goes on in what would become zero.
            raise damaged("order")

    def _take_part(self, segment: Segment) -> None:
        if not is_whole(segment.marker, segment.read(self._source)):
            raise damaged("size")
        self._keep(segment.start, segment.end)

    def _take_other(self, segment: Segment, *, is_before_scan: bool) -> None:
        content = segment.read(self._source)
        mark, needed, kept = _KEPT_BYTES.get(segment.marker, (b"", 0, 0))
        is_kept = is_before_scan and bool(mark) and content.startswith(mark) and len(content) >= needed
        kept_end = segment.content + (kept if is_kept else 0)
        self._keep(segment.start, kept_end)
        if not content[kept_end - segment.content :].strip(b"\0"):
            return
        self.reported.append((kept_end, segment.end))
        if not is_kept:
            self._report.dropped(segment, content)
        elif segment.marker == _APP0 and content[12] and content[13]:
            self._draft.find("thumbnail", "JFIF", segment.start, len(content) - needed)
        else:
            self._report.hidden(segment)

    def _keep(self, start: int, end: int) -> None:
        if self.kept and self.kept[-1][1] == start:
            self.kept[-1] = (self.kept[-1][0], end)
        else:
            self.kept.append((start, end))


def _put_together(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap made one. Those that only touch are streams of their own."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined
