"""What follows the end of a picture: other pictures, a video with sound, trailers of phones, or leftovers.

All of it is removed whatever it is; this only finds words for it.

Source: design document metadata.md, section 4 (last rows); ISO/IEC 14496-12 section 8.2.2 (mvhd).
"""

import re
from collections.abc import Sequence
from typing import Final

from safety.photos.errors import CleanError
from safety.photos.findings import Place, make_finding
from safety.photos.formats.markers import EOI, Segment, walk
from safety.photos.formats.structure import frame_size, is_frame
from safety.photos.formats.trailers import Trailer, find_trailers, name_of_rest
from safety.photos.limits import MAX_JPEG_SEGMENTS, MAX_TAIL_PARTS
from safety.photos.metadata.xmp import layer_code
from safety.photos.plan import Draft
from safety.photos.source import Source, search

PART = "after the picture"

_START = re.compile(rb"\xff\xd8\xff[\xc0-\xfe]|ftyp(?:[a-zA-Z0-9]{3}|qt  )")
_START_LONGEST = 8
_FTYP_SIZES = range(8, 513)
_BOXES_MAX = 1_000
_ISO_GAIN_MAP = b"urn:iso:std:iso:ts:21496:-1"
_STILLS: Final = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"avif", b"MiHE", b"MiPr")
_QUICKTIME = b"qt  "
_LAST_BYTES, _OLD_PICTURE_BYTES = 512, 100
_PNG_END, _JPEG_END = b"IEND\xaeB`\x82", b"\xff\xd9"


def report_tail(draft: Draft, start: int, layers: Sequence[str] = ()) -> None:
    """Note what the bytes from `start` to the end of the file are.

    `layers` are codes for the pictures among them, in order, where the file itself says what they are.
    """
    trailers = find_trailers(draft.source, start)
    report = _TailReport(draft, layers)
    report.parts(start, trailers[0].start if trailers else draft.source.size)
    for trailer in trailers:
        report.trailer(trailer)


class _TailReport:
    """Names one part after another. All pictures share one budget of segments, so time is bounded."""

    def __init__(self, draft: Draft, layers: Sequence[str]) -> None:
        self._draft = draft
        self._source = draft.source
        self._layers = iter(layers)
        self._segments_left = MAX_JPEG_SEGMENTS

    def parts(self, start: int, end: int) -> None:
        """Note the parts between two offsets."""
        for _ in range(MAX_TAIL_PARTS):
            if start >= end:
                return
            start = self._one_part(start, end)
        self._leftover(start, end)

    def trailer(self, trailer: Trailer) -> None:
        """Note what is in a trailer, and the trailer itself."""
        self._draft.find("vendor-data", PART, trailer.start, trailer.end - trailer.start, fourcc=trailer.name)
        at = trailer.start
        for part in sorted(trailer.parts, key=lambda part: part.start):
            # A directory whose parts overlap would have the same bytes read again and again.
            if part.start < at:
                continue
            at = part.start + part.size
            if part.is_media:
                self.parts(part.start, part.start + part.size)
            else:
                self._draft.add(*part.findings(self._source))

    def _one_part(self, start: int, end: int) -> int:
        """Note the part that begins at `start`; gives where it ends."""
        head = bytes(self._source.window(start, min(8, end - start)))
        if head[:3] == b"\xff\xd8\xff":
            return self._picture(start, end)
        if head[4:8] == b"ftyp" and int.from_bytes(head[:4], "big") in _FTYP_SIZES:
            return self._video(start, end)
        return self._leftover(start, self._next_start(start + 1, end))

    def _leftover(self, start: int, end: int) -> int:
        """Note bytes of unknown meaning; gives `end`."""
        name = name_of_rest(self._source, start, end)
        if name:
            self._draft.find("vendor-data", PART, start, end - start, fourcc=name)
        elif end > start:
            old_end = self._end_of_old_picture(start, end)
            self._draft.find("leftover-data", PART, start, end - start, **({"end": old_end} if old_end else {}))
        return end

    def _end_of_old_picture(self, start: int, end: int) -> str:
        """The mark with which the rest of an older, larger file ends; empty when it does not look like one."""
        first = max(start, end - _LAST_BYTES)
        last = bytes(self._source.window(first, end - first)).rstrip(b"\0")
        if end - start < _OLD_PICTURE_BYTES:
            return ""
        return "IEND" if _PNG_END in last else "EOI" if last.endswith(_JPEG_END) else ""

    def _next_start(self, start: int, end: int) -> int:
        found = search(self._source, _START, start, end, _START_LONGEST)
        if found is None:
            return end
        return found if self._source.read(found, 1) == b"\xff" else max(found - 4, start)

    def _picture(self, start: int, limit: int) -> int:
        end, size, code = start, (0, 0), "extra-picture"
        try:
            for segment in walk(self._source, start, self._segments_left, limit):
                self._segments_left -= 1
                end = segment.end
                if is_frame(segment.marker) and not segment.is_cut:
                    size = frame_size(segment.read(self._source))
                code = _layer(self._source, segment) if code == "extra-picture" else code
                if segment.marker == EOI:
                    break
        except CleanError:
            # Not a whole picture: nothing more can be told apart.
            return self._leftover(start, limit)
        said = next(self._layers, "extra-picture")
        values = {"w": str(size[0]), "h": str(size[1])} if all(size) else {}
        finding = make_finding(said if code == "extra-picture" else code, Place(PART, start), end - start, **values)
        self._draft.add(finding.showing("image/jpeg", (start, end - start)))
        return end

    def _video(self, start: int, limit: int) -> int:
        at, seconds = start, 0
        for _ in range(_BOXES_MAX):
            if at + 8 > limit:
                break
            kind, content, end = _box(self._source, at, limit)
            if not kind.isascii() or end <= at or end > limit:
                break
            seconds = _movie_seconds(self._source, content, end) if kind == b"moov" else seconds
            at = end
        end = at if at > start else limit
        self._add_video(start, end, {"n": str(seconds)} if seconds else {})
        return end

    def _add_video(self, start: int, end: int, values: dict[str, str]) -> None:
        brand = bytes(self._source.window(start + 8, 4))
        place = Place(PART, start)
        if brand in _STILLS:
            self._draft.add(make_finding("extra-picture", place, end - start))
        elif brand == _QUICKTIME:
            self._draft.add(make_finding("attached-video", place, end - start, **values))
        else:
            finding = make_finding("attached-video", place, end - start, **values)
            self._draft.add(finding.showing("video/mp4", (start, end - start)))


def _layer(source: Source, segment: Segment) -> str:
    if segment.marker not in (0xE1, 0xE2) or segment.is_cut:
        return "extra-picture"
    content = segment.read(source)
    if segment.marker == 0xE1:
        return layer_code(content)
    return "hdr-layer" if content.startswith(_ISO_GAIN_MAP) else "extra-picture"


def _box(source: Source, start: int, limit: int) -> tuple[bytes, int, int]:
    """Type, start of the content and end of the box at `start`."""
    head = source.read(start, 8)
    size = int.from_bytes(head[:4], "big")
    if size == 1:
        return head[4:], start + 16, start + int.from_bytes(source.window(start + 8, 8), "big")
    return head[4:], start + 8, start + size if size else limit


def _movie_seconds(source: Source, start: int, end: int) -> int:
    """Length of the movie from the header inside `moov`, in whole seconds, at least 1; 0 when unknown."""
    for _ in range(_BOXES_MAX):
        if start + 8 > end:
            break
        kind, content, box_end = _box(source, start, end)
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
