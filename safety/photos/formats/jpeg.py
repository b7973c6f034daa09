"""The plan for a JPEG: header segments from an allow-list, scans copied, everything else left out.

It does not look inside scans: bytes hidden behind the last block of a scan stay.

Source: design document metadata.md, section 4; ITU-T T.81 annex B; JFIF 1.02; Adobe TN 5116 (APP14).
"""

import re
from typing import Final

from safety.photos.errors import CleanError, damaged
from safety.photos.formats.jpeg_report import SegmentReport
from safety.photos.formats.markers import EOI, GAP, SOI, SOS, TEM, Segment, walk
from safety.photos.formats.structure import JPEG_LS, is_frame, is_picture_part, is_whole
from safety.photos.formats.tail import report_tail
from safety.photos.limits import REPORT_MAX_BYTES
from safety.photos.metadata.icc import rebuild_profile
from safety.photos.metadata.orientation import UPRIGHT, canonical_exif, read_adobe_rgb, read_orientation
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.profiles import is_public_profile
from safety.photos.plan import Draft
from safety.photos.source import Source, search

_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_ICC_MARK = b"ICC_PROFILE\0"
_ICC_HEAD_BYTES = len(_ICC_MARK) + 2
_ICC_PIECE_BYTES = 65_519
_JFIF_BYTES = 14
_ADOBE_BYTES = 12
_RESTART = re.compile(rb"\xff[\xd0-\xd7]")
_RESTART_OR_END = re.compile(rb"\xff[\xd0-\xd9]")
_RESERVED: Final = range(0x02, 0xC0)


def plan_jpeg(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError damaged, unsupported-variant or too-many-parts."""
    planner = _JpegPlanner(source, draft)
    for segment in walk(source):
        planner.take(segment)
    planner.write()


class _JpegPlanner:
    """Collects what is kept, in the order of the file, and writes it in the order of the specification."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._report = SegmentReport(source, draft)
        self._jfif: Segment | None = None
        self._exif: list[Segment] = []
        self._profile: list[Segment] = []
        self._pieces: list[Segment] = []
        self._has_frame = False
        self._has_scan = False
        self._end = source.size

    def take(self, segment: Segment) -> None:
        """Decide about one segment."""
        if segment.marker == GAP:
            self._take_gap(segment)
        elif segment.is_cut:
            self._take_cut(segment)
        elif segment.marker == EOI:
            self._pieces.append(segment)
            self._end = segment.end
        elif segment.marker == SOI:
            raise damaged("order")
        elif segment.marker in JPEG_LS:
            raise CleanError("unsupported-variant", format="jpeg")
        elif is_picture_part(segment.marker):
            self._take_table(segment)
        else:
            self._take_other(segment)

    def _take_gap(self, gap: Segment) -> None:
        self._check_broken_scan(gap, _RESTART)
        self._report.hidden(gap)

    def _take_cut(self, segment: Segment) -> None:
        self._check_broken_scan(segment, _RESTART_OR_END)
        self._report.hidden(segment)

    def _check_broken_scan(self, segment: Segment, marks: re.Pattern[bytes]) -> None:
        # Behind a broken place in a scan, a decoder goes on at the next restart mark. Leaving out what
        # stands between could then change the picture.
        if self._has_scan and search(self._source, marks, segment.start, segment.end, 2) is not None:
            raise damaged("order")

    def _take_table(self, segment: Segment) -> None:
        if not is_whole(segment.marker, segment.read(self._source)):
            raise damaged("size")
        self._has_frame = self._has_frame or is_frame(segment.marker)
        if segment.marker == SOS:
            if not self._has_frame:
                raise damaged("order")
            self._has_scan = True
        self._pieces.append(segment)

    def _take_other(self, segment: Segment) -> None:
        content = b"" if segment.marker == TEM else segment.read(self._source)
        if segment.marker in _RESERVED:
            self._check_broken_scan(segment, _RESTART)
        # Decoders read these four up to the first scan only.
        if not self._has_scan and self._take_header(segment, content):
            return
        self._report.dropped(segment, content)

    def _take_header(self, segment: Segment, content: bytes) -> bool:
        """True when the segment, or something made from it, stays in the file."""
        if segment.marker == _APP0 and content[:5] == b"JFIF\0" and len(content) >= _JFIF_BYTES and not self._jfif:
            self._jfif = segment
        elif segment.marker == _APP1 and content[:5] == b"Exif\0" and not self._exif:
            self._exif.append(segment)
        elif segment.marker == _APP2 and content.startswith(_ICC_MARK) and len(content) >= _ICC_HEAD_BYTES:
            self._profile.append(segment)
        elif segment.marker == _APP14 and content[:5] == b"Adobe" and len(content) >= _ADOBE_BYTES:
            self._pieces.append(segment)
        else:
            return False
        return True

    def write(self) -> None:
        """Write the plan. Raises: CleanError damaged, when there is no picture."""
        if not self._has_scan:
            raise damaged("no-picture")
        profile = self._rebuilt_profile()
        self._draft.keep(0, 2)
        self._write_jfif()
        self._write_exif(has_profile=profile is not None)
        self._write_profile(profile)
        for segment in self._pieces:
            self._write_piece(segment)
        self._report.finish()
        self._write_end()

    def _write_end(self) -> None:
        last = self._pieces[-1]
        if last.marker == EOI:
            report_tail(self._draft, self._end, self._report.layers)
            return
        self._draft.find("damaged-end", "end", self._source.size, 0)
        if last.end < self._source.size:
            # The scan is whole and a part behind it was cut. Some decoders wait for what follows a scan.
            self._draft.write(b"\xff\xd9")

    def _write_jfif(self) -> None:
        if self._jfif is None:
            return
        content = self._jfif.read(self._source)
        if self._draft.rewrite(b"\xff\xe0\0\x10" + content[:12] + b"\0\0", self._jfif.start) or len(content) > 14:
            has_preview = content[12] and content[13]
            extra = len(content) - _JFIF_BYTES
            self._draft.find("thumbnail" if has_preview else "hidden-bytes", "JFIF", self._jfif.start, max(extra, 2))
        if content[7]:
            self._draft.note_kept("print-size")

    def _write_exif(self, *, has_profile: bool) -> None:
        for segment in self._exif:
            content = segment.read(self._source)
            orientation = read_orientation(content[6:])
            is_adobe_rgb = self._shows_adobe_rgb(content[6:], has_profile=has_profile)
            block = canonical_exif(orientation, is_adobe_rgb=is_adobe_rgb)
            literal = b"\xff\xe1" + (len(block) + 8).to_bytes(2, "big") + b"Exif\0\0" + block if block else b""
            if orientation != UPRIGHT:
                self._draft.note_kept("orientation")
            if is_adobe_rgb:
                self._draft.note_kept("colours")
            differs = self._draft.rewrite(literal, segment.start)
            if differs or segment.size != len(literal):
                self._report.exif(segment, content)

    def _shows_adobe_rgb(self, block: bytes, *, has_profile: bool) -> bool:
        # A profile says which colours are meant, and readers look for it first.
        return self._draft.options.keeps_colour_profile and not has_profile and read_adobe_rgb(block)

    def _write_profile(self, profile: bytes | None) -> None:
        if not self._profile:
            return
        size = sum(segment.size for segment in self._profile)
        first = self._profile[0].start
        if profile is None:
            code = "colour-profile-damaged" if self._draft.options.keeps_colour_profile else "colour-profile"
            self._draft.find(code, "ICC", first, size, **profile_names(self._joined_profile()))
            return
        self._draft.note_kept("colours")
        if self._write_profile_pieces(profile):
            self._draft.find("colour-profile", "ICC", first, size, **profile_names(self._joined_profile()))
        if not is_public_profile(profile):
            self._draft.find("colour-profile-custom", "ICC", first, size)

    def _rebuilt_profile(self) -> bytes | None:
        if not self._profile or not self._draft.options.keeps_colour_profile:
            return None
        return rebuild_profile(self._joined_profile())

    def _joined_profile(self) -> bytes:
        """The profile as it came; empty when a piece is missing or is there twice, or when it is too large."""
        numbered: dict[int, bytes] = {}
        for segment in self._profile:
            content = segment.read(self._source)
            if content[len(_ICC_MARK) + 1] != len(self._profile):
                return b""
            numbered[content[len(_ICC_MARK)]] = content[_ICC_HEAD_BYTES:]
        if sorted(numbered) != list(range(1, len(self._profile) + 1)):
            return b""
        joined = b"".join(numbered[number] for number in sorted(numbered))
        return joined if len(joined) <= REPORT_MAX_BYTES else b""

    def _write_profile_pieces(self, profile: bytes) -> bool:
        """True when the written segments differ from those of the source."""
        starts = range(0, len(profile), _ICC_PIECE_BYTES)
        differs = len(starts) != len(self._profile)
        for number, start in enumerate(starts):
            piece = profile[start : start + _ICC_PIECE_BYTES]
            content = _ICC_MARK + bytes((number + 1, len(starts))) + piece
            literal = b"\xff\xe2" + (len(content) + 2).to_bytes(2, "big") + content
            if number < len(self._profile):
                segment = self._profile[number]
                differs = self._draft.rewrite(literal, segment.start) or segment.size != len(literal) or differs
            else:
                self._draft.write(literal)
        return differs

    def _write_piece(self, segment: Segment) -> None:
        if segment.marker != _APP14:
            self._draft.keep(segment.start, segment.size)
            return
        self._draft.note_kept("colours")
        content = segment.read(self._source)
        self._draft.rewrite(b"\xff\xee\0\x0e" + content[:_ADOBE_BYTES], segment.start)
        if len(content) > _ADOBE_BYTES:
            self._draft.find("hidden-bytes", "Adobe", segment.start, len(content) - _ADOBE_BYTES)
