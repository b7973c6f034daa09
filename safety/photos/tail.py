"""What follows the end of a JPEG: other pictures, a video with sound, or leftovers.

All of it is removed whatever it is; this only finds words for it.

Source: design document metadata.md, section 4 (last rows); ISO/IEC 14496-12 section 8.2.2 (mvhd).
"""

import re

from safety.photos.errors import CleanError
from safety.photos.limits import MAX_JPEG_SEGMENTS, MAX_TAIL_PARTS
from safety.photos.markers import EOI, Segment, walk
from safety.photos.plan import Draft
from safety.photos.source import Source, search
from safety.photos.structure import frame_size, is_frame
from safety.photos.xmp import describes_brightness

PART = "after the picture"

_START = re.compile(rb"\xff\xd8\xff[\xc0-\xfe]|ftyp[a-zA-Z0-9]{3}")
_START_LONGEST = 7
_FTYP_SIZES = range(8, 513)
_BOXES_MAX = 1_000
_ISO_GAIN_MAP = b"urn:iso:std:iso:ts:21496:-1"


def report_tail(draft: Draft, start: int) -> None:
    """Note what the bytes from `start` to the end of the file are."""
    report = _TailReport(draft)
    for _ in range(MAX_TAIL_PARTS):
        if start >= draft.source.size:
            return
        start = report.one_part(start)
    report.leftover(start, draft.source.size)


class _TailReport:
    """Names one part after another. All pictures share one budget of segments, so time is bounded."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._source = draft.source
        self._segments_left = MAX_JPEG_SEGMENTS

    def one_part(self, start: int) -> int:
        """Note the part that begins at `start`; gives where it ends."""
        head = bytes(self._source.window(start, 8))
        if head[:3] == b"\xff\xd8\xff":
            return self._picture(start)
        if head[4:8] == b"ftyp" and int.from_bytes(head[:4], "big") in _FTYP_SIZES:
            return self._video(start)
        return self.leftover(start, self._next_start(start + 1))

    def leftover(self, start: int, end: int) -> int:
        """Note bytes of unknown meaning; gives `end`."""
        if end > start:
            self._draft.find("leftover-data", PART, start, end - start)
        return end

    def _next_start(self, start: int) -> int:
        found = search(self._source, _START, start, self._source.size, _START_LONGEST)
        if found is None:
            return self._source.size
        return found if self._source.read(found, 1) == b"\xff" else max(found - 4, start)

    def _picture(self, start: int) -> int:
        end, size, is_brightness = start, (0, 0), False
        try:
            for segment in walk(self._source, start, self._segments_left):
                self._segments_left -= 1
                end = segment.end
                if is_frame(segment.marker) and not segment.is_cut:
                    size = frame_size(segment.read(self._source))
                is_brightness = is_brightness or _is_brightness(self._source, segment)
                if segment.marker == EOI:
                    break
        except CleanError:
            # Not a whole picture: nothing more can be told apart.
            return self.leftover(start, self._source.size)
        values = {"w": str(size[0]), "h": str(size[1])} if all(size) else {}
        self._draft.find("hdr-layer" if is_brightness else "extra-picture", PART, start, end - start, **values)
        return end

    def _video(self, start: int) -> int:
        at, seconds = start, 0
        for _ in range(_BOXES_MAX):
            if at + 8 > self._source.size:
                break
            kind, content, end = _box(self._source, at)
            if not kind.isascii() or end <= at or end > self._source.size:
                break
            seconds = _movie_seconds(self._source, content, end) if kind == b"moov" else seconds
            at = end
        values = {"n": str(seconds)} if seconds else {}
        end = at if at > start else self._source.size
        self._draft.find("attached-video", PART, start, end - start, **values)
        return end


def _is_brightness(source: Source, segment: Segment) -> bool:
    if segment.marker not in (0xE1, 0xE2) or segment.is_cut:
        return False
    content = segment.read(source)
    return describes_brightness(content) if segment.marker == 0xE1 else content.startswith(_ISO_GAIN_MAP)


def _box(source: Source, start: int) -> tuple[bytes, int, int]:
    """Type, start of the content and end of the box at `start`."""
    head = source.read(start, 8)
    size = int.from_bytes(head[:4], "big")
    if size == 1:
        return head[4:], start + 16, start + int.from_bytes(source.window(start + 8, 8), "big")
    return head[4:], start + 8, start + size if size else source.size


def _movie_seconds(source: Source, start: int, end: int) -> int:
    """Length of the movie from the header inside `moov`, in whole seconds, at least 1; 0 when unknown."""
    for _ in range(_BOXES_MAX):
        if start + 8 > end:
            break
        kind, content, box_end = _box(source, start)
        if kind == b"mvhd" and content + 32 <= source.size:
            return _header_seconds(source.read(content, 32))
        if box_end <= start:
            break
        start = box_end
    return 0


def _header_seconds(header: bytes) -> int:
    scale_at, length_bytes = (20, 8) if header[0] == 1 else (12, 4)
    scale = int.from_bytes(header[scale_at : scale_at + 4], "big")
    length = int.from_bytes(header[scale_at + 4 : scale_at + 4 + length_bytes], "big")
    return max((2 * length + scale) // (2 * scale), 1) if scale and length else 0
