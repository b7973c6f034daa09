"""What the boxes that are left out of a JPEG XL file give away.

It does not undo Brotli: of a packed box it knows the kind and the size only. Nothing here decides what is kept.

Source: design document metadata.md, sections 10 (user types of XMP and C2PA), 11 and 12; ISO/IEC 18181-2 section 9
(Exif, xml, jumb, brob and jbrd boxes).
"""

from typing import Final

from safety.photos.base_media.boxes import Box
from safety.photos.extents import Extents
from safety.photos.formats.png_report import distant_exif_block
from safety.photos.metadata.exif_report import report_exif
from safety.photos.metadata.provenance import report_history
from safety.photos.metadata.xmp import report_xmp
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source

_PACKED_KIND_BYTES = 4
_XMP_USER_TYPE = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_C2PA_USER_TYPE = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_KINDS: Final = {
    b"jhgm": "hdr-layer",
    b"jbrd": "vendor-data",
    b"free": "hidden-bytes",
    b"skip": "hidden-bytes",
}


class BoxReport:
    """Notes findings about boxes."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._budget = ReadingBudget()

    def hidden(self, box: Box, size: int) -> None:
        """Note bytes of a box that nothing uses."""
        self._draft.find("hidden-bytes", box.name.strip(), box.start, size)

    def dropped(self, box: Box) -> None:
        """Note what a box says that is left out."""
        if box.kind in _KINDS:
            self._named(box, _KINDS[box.kind])
        elif box.kind == b"brob":
            kind = bytes(self._source.window(box.content, min(_PACKED_KIND_BYTES, box.content_bytes)))
            self._named(box, "vendor-data", kind.decode("latin-1").strip())
        elif not self._budget.take(box.content_bytes):
            self._named(box, "provenance" if box.user_type == _C2PA_USER_TYPE else "vendor-data")
        else:
            self._described(box, self._source.read(box.content, box.content_bytes))

    def _described(self, box: Box, content: bytes) -> None:
        if box.kind == b"Exif":
            block = distant_exif_block(content)
            self._draft.add(*report_exif(block, "Exif", box.start, Extents.at(box.end - len(block), len(block))))
        elif box.kind == b"xml " or box.user_type == _XMP_USER_TYPE:
            self._draft.add(*report_xmp(content, "XMP", box.start))
        elif box.kind == b"jumb" or box.user_type == _C2PA_USER_TYPE:
            is_known, extents = box.kind == b"uuid", Extents.at(box.content, box.content_bytes)
            part = "C2PA" if is_known else "JUMBF"
            self._draft.add(*report_history(content, part, box.start, extents, is_known=is_known))
        else:
            self._named(box, "vendor-data" if box.kind == b"uuid" else "unknown-part")

    def _named(self, box: Box, code: str, name: str = "") -> None:
        shown = name or box.name.strip()
        values = {"fourcc": shown} if code in ("vendor-data", "unknown-part") else {}
        self._draft.find(code, box.name.strip(), box.start, box.size, **values)
