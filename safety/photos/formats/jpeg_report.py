"""What the segments that are left out of a JPEG give away.

Nothing here decides what is kept.

Source: design document metadata.md, sections 4 and 12.
"""

from operator import itemgetter
from typing import Final

from safety.photos.extents import Extents
from safety.photos.findings import Place
from safety.photos.formats.markers import Segment
from safety.photos.metadata.exif_report import report_exif
from safety.photos.metadata.iptc import PHOTOSHOP_MARK, report_resources
from safety.photos.metadata.picture_info import report_picture_info
from safety.photos.metadata.provenance import report_history
from safety.photos.metadata.text import read_text
from safety.photos.metadata.xmp import picture_layers, report_xmp
from safety.photos.plan import Draft
from safety.photos.previews import JPEG_MARK, thumbnail
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source

XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_XMP_MARK = b"http://ns.adobe.com/xmp/extension/\0"
# A checksum of 32 letters, the length of the whole, and the place of this piece.
_EXTENDED_HEAD_BYTES = len(EXTENDED_XMP_MARK) + 40
_EXIF_HEAD_BYTES = 6
_PREVIEW_MARK, _PREVIEW_HEAD_BYTES = b"JFXX\0", 6
# A mark, the number of the box and that of the piece; later pieces repeat the head of the box.
_JUMBF_MARK, _JUMBF_HEAD_BYTES, _JUMBF_NEXT_HEAD_BYTES = b"JP", 8, 16
_COMMENT = 0xFE
_APPLICATION: Final = range(0xE0, 0xF0)
_IDENTIFIER_BYTES = 16

_KINDS: Final = (
    (0xE2, b"urn:iso:std:iso:ts:21496:-1", "hdr-layer"),
    (0xE2, b"ICC_PROFILE\0", "colour-profile"),
    (0xEB, b"HDR_RI", "hdr-layer"),
)


class _Joined:
    """A block that stands in several segments: of each piece its place in the block, its offset, and itself."""

    def __init__(self) -> None:
        self.first = 0
        self.pieces: list[tuple[int, int, bytes]] = []

    def add(self, segment: Segment, content: bytes, head_bytes: int, place: int = 0) -> None:
        """Take the segment's content behind its head; `place` is where it belongs, if the head says so."""
        self.first = self.first if self.pieces else segment.start
        piece = content[head_bytes:]
        self.pieces.append((place, segment.content + len(content) - len(piece), piece))

    @property
    def block(self) -> bytes:
        """The whole block."""
        return b"".join(piece for _, _, piece in self._sorted())

    @property
    def extents(self) -> Extents:
        """Where the block is in the file."""
        return Extents(tuple((offset, len(piece)) for _, offset, piece in self._sorted()))

    def _sorted(self) -> list[tuple[int, int, bytes]]:
        return sorted(self.pieces, key=itemgetter(0))


class SegmentReport:
    """Notes findings; pieces that belong together are read when all of them are there.

    `layers` are codes for the pictures behind this one, as its XMP lists them.
    """

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._budget = ReadingBudget()
        self._extended_xmp = _Joined()
        self._resources = _Joined()
        self._boxes: dict[bytes, _Joined] = {}
        self.layers: list[str] = []

    def hidden(self, segment: Segment) -> None:
        """Note bytes that belong to no segment, or a segment that the end of the file cuts."""
        self._draft.find("hidden-bytes", "between segments", segment.start, segment.size)

    def exif(self, segment: Segment, content: bytes) -> None:
        """Note what an EXIF segment says; `content` begins with its mark."""
        block = content[_EXIF_HEAD_BYTES:]
        extents = Extents.at(segment.content + _EXIF_HEAD_BYTES, len(block))
        self._draft.add(*report_exif(block, "Exif", segment.start, extents))

    def dropped(self, segment: Segment, content: bytes) -> None:
        """Note what a segment says that is left out."""
        if not self._budget.take(len(content)):
            self._unnamed(segment, b"")
        elif segment.marker == _COMMENT:
            self._draft.find("comment", "comment", segment.start, segment.size, value=read_text(content))
        elif segment.marker == 0xE1:
            self._described(segment, content)
        elif segment.marker == 0xED and content.startswith(PHOTOSHOP_MARK):
            self._resources.add(segment, content, len(PHOTOSHOP_MARK))
        elif segment.marker == 0xEB and content.startswith(_JUMBF_MARK):
            self._add_box(segment, content)
        elif segment.marker == 0xE0 and content.startswith(_PREVIEW_MARK):
            self._preview(segment, content)
        else:
            self._by_kind(segment, content)

    def finish(self) -> None:
        """Read what was waiting for its other pieces."""
        extended, resources = self._extended_xmp, self._resources
        if extended.pieces:
            self._draft.add(*report_xmp(extended.block, "extended XMP", extended.first))
        if resources.pieces:
            found = report_resources(resources.block, "Photoshop", resources.first, resources.extents)
            self._draft.add(*found)
        for boxes in self._boxes.values():
            self._draft.add(*report_history(boxes.block, "JUMBF", boxes.first, boxes.extents))

    def _described(self, segment: Segment, content: bytes) -> None:
        if content[:5] == b"Exif\0":
            self.exif(segment, content)
        elif content.startswith(XMP_MARK):
            packet = content[len(XMP_MARK) :]
            self.layers = self.layers or picture_layers(packet)
            self._draft.add(*report_xmp(packet, "XMP", segment.start))
        elif content.startswith(EXTENDED_XMP_MARK):
            place = int.from_bytes(content[_EXTENDED_HEAD_BYTES - 4 : _EXTENDED_HEAD_BYTES], "big")
            self._extended_xmp.add(segment, content, _EXTENDED_HEAD_BYTES, place)
        else:
            self._unnamed(segment, content)

    def _add_box(self, segment: Segment, content: bytes) -> None:
        number = content[2:4]
        is_first = number not in self._boxes
        boxes = self._boxes.setdefault(number, _Joined())
        boxes.add(segment, content, _JUMBF_HEAD_BYTES if is_first else _JUMBF_NEXT_HEAD_BYTES)

    def _preview(self, segment: Segment, content: bytes) -> None:
        place = Place(_identifier(segment, content), segment.start)
        size = len(content) - _PREVIEW_HEAD_BYTES
        is_jpeg = content[_PREVIEW_HEAD_BYTES:].startswith(JPEG_MARK)
        where = Extents.at(segment.content + _PREVIEW_HEAD_BYTES, size) if is_jpeg else Extents()
        self._draft.add(thumbnail(place, segment.size, where))

    def _by_kind(self, segment: Segment, content: bytes) -> None:
        name = _identifier(segment, content)
        for marker, mark, code in _KINDS:
            if segment.marker == marker and content.startswith(mark):
                self._draft.find(code, name, segment.start, segment.size)
                return
        found = report_picture_info(content, Place(name, segment.start), segment.size)
        self._draft.add(*found)
        if not found:
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
