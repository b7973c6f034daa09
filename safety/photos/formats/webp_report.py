"""What the chunks that are left out of a WebP give away.

Nothing here decides what is kept.

Source: design document metadata.md, sections 6 and 12.
"""

from typing import Final

from safety.photos.extents import Extents
from safety.photos.formats.png_report import exif_block
from safety.photos.metadata.exif_report import report_exif
from safety.photos.metadata.provenance import report_history
from safety.photos.metadata.xmp import report_xmp
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source

_HEAD_BYTES = 8
_PICTURES: Final = (b"VP8 ", b"VP8L", b"ALPH", b"ANMF")


class PieceReport:
    """Notes findings about chunks."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._budget = ReadingBudget()

    def hidden(self, part: str, offset: int, size: int) -> None:
        """Note bytes that nothing uses."""
        self._draft.find("hidden-bytes", part, offset, size)

    def exif(self, start: int, length: int) -> None:
        """Note what an EXIF chunk says."""
        self._described(b"EXIF", start, length)

    def dropped(self, kind: bytes, start: int, length: int) -> None:
        """Note what a chunk says that is left out."""
        name = kind.decode("latin-1").strip()
        size = length + _HEAD_BYTES
        # One writer ends the name of XMP with a zero.
        if kind in (b"EXIF", b"XMP ", b"XMP\0", b"C2PA"):
            self._described(kind, start, length)
        elif kind in _PICTURES:
            self._draft.find("extra-picture", name, start, size)
        elif kind == b"ICCP":
            self._draft.find("colour-profile", name, start, size)
        else:
            self._draft.find("unknown-part", name, start, size, fourcc=name)

    def _described(self, kind: bytes, start: int, length: int) -> None:
        if not self._budget.take(length):
            name = kind.decode("latin-1").strip()
            self._draft.find("vendor-data", name, start, length + _HEAD_BYTES, fourcc=name)
            return
        content = self._source.read(start + _HEAD_BYTES, length)
        extents = Extents.at(start + _HEAD_BYTES, length)
        if kind == b"EXIF":
            block = exif_block(content)
            self._draft.add(*report_exif(block, "Exif", start, extents.part(length - len(block), len(block))))
        elif kind == b"C2PA":
            self._draft.add(*report_history(content, "C2PA", start, extents, is_known=True))
        else:
            self._draft.add(*report_xmp(content, "XMP", start))
