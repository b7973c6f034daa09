"""What the segments that are left out of a JPEG give away.

Nothing here decides what is kept.

Source: design document metadata.md, sections 4 and 12.
"""

from typing import Final

from safety.photos.exif_report import report_exif
from safety.photos.iptc import PHOTOSHOP_MARK, report_resources
from safety.photos.markers import Segment
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source
from safety.photos.text import read_text
from safety.photos.xmp import report_xmp

XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_XMP_MARK = b"http://ns.adobe.com/xmp/extension/\0"
# A checksum of 32 letters, the length of the whole, and the place of this piece.
_EXTENDED_HEAD_BYTES = len(EXTENDED_XMP_MARK) + 40
_COMMENT = 0xFE
_APPLICATION: Final = range(0xE0, 0xF0)
_IDENTIFIER_BYTES = 16

_KINDS: Final = (
    (0xE0, b"JFXX\0", "thumbnail"),
    (0xE2, b"urn:iso:std:iso:ts:21496:-1", "hdr-layer"),
    (0xE2, b"ICC_PROFILE\0", "colour-profile"),
    (0xEB, b"HDR_RI", "hdr-layer"),
)


class SegmentReport:
    """Notes findings; pieces that belong together are read when all of them are there."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._budget = ReadingBudget()
        self._extended_xmp: list[bytes] = []
        self._resources: list[bytes] = []
        self._first = {"extended": 0, "resources": 0}

    def hidden(self, segment: Segment) -> None:
        """Note bytes that belong to no segment, or a segment that the end of the file cuts."""
        self._draft.find("hidden-bytes", "between segments", segment.start, segment.size)

    def exif(self, segment: Segment, content: bytes) -> None:
        """Note what an EXIF segment says; `content` begins with its mark."""
        self._draft.add(*report_exif(content[6:], "Exif", segment.start))

    def dropped(self, segment: Segment, content: bytes) -> None:
        """Note what a segment says that is left out."""
        if not self._budget.take(len(content)):
            self._unnamed(segment, b"")
        elif segment.marker == _COMMENT:
            self._draft.find("comment", "comment", segment.start, segment.size, value=read_text(content))
        elif segment.marker == 0xE1:
            self._described(segment, content)
        elif segment.marker == 0xED and content.startswith(PHOTOSHOP_MARK):
            self._remember("resources", self._resources, segment, content[len(PHOTOSHOP_MARK) :])
        elif segment.marker == 0xEB and content[:2] == b"JP":
            self._draft.find(
                "provenance" if b"c2pa" in content else "vendor-data", "JUMBF", segment.start, segment.size
            )
        else:
            self._by_kind(segment, content)

    def finish(self) -> None:
        """Read what was waiting for its other pieces."""
        if self._extended_xmp:
            packet = b"".join(self._extended_xmp)
            self._draft.add(*report_xmp(packet, "extended XMP", self._first["extended"]))
        if self._resources:
            block = b"".join(self._resources)
            self._draft.add(*report_resources(block, "Photoshop", self._first["resources"]))

    def _described(self, segment: Segment, content: bytes) -> None:
        if content[:5] == b"Exif\0":
            self.exif(segment, content)
        elif content.startswith(XMP_MARK):
            self._draft.add(*report_xmp(content[len(XMP_MARK) :], "XMP", segment.start))
        elif content.startswith(EXTENDED_XMP_MARK):
            self._remember("extended", self._extended_xmp, segment, content[_EXTENDED_HEAD_BYTES:])
        else:
            self._unnamed(segment, content)

    def _remember(self, name: str, pieces: list[bytes], segment: Segment, piece: bytes) -> None:
        if not pieces:
            self._first[name] = segment.start
        pieces.append(piece)

    def _by_kind(self, segment: Segment, content: bytes) -> None:
        for marker, mark, code in _KINDS:
            if segment.marker == marker and content.startswith(mark):
                self._draft.find(code, _identifier(segment, content), segment.start, segment.size)
                return
        self._unnamed(segment, content)

    def _unnamed(self, segment: Segment, content: bytes) -> None:
        code = "vendor-data" if segment.marker in _APPLICATION else "unknown-part"
        name = _identifier(segment, content)
        self._draft.find(code, name, segment.start, segment.size, fourcc=name)


def _identifier(segment: Segment, content: bytes) -> str:
    """The name of a segment: "APP6 GoPro", or its number."""
    if segment.marker not in _APPLICATION:
        return f"FF{segment.marker:02X}"
    name = content[:_IDENTIFIER_BYTES].partition(b"\0")[0]
    shown = name.decode("ascii") if name.isascii() and name.decode("latin-1").isprintable() else ""
    return f"APP{segment.marker - 0xE0} {shown}".strip()
