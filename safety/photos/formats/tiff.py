"""The plan for a TIFF: tags from an allow-list, and the bytes they lead to; everything else becomes zero in place.

It does not decompress: what stands behind the coded picture inside a strip or tile of LZW, Deflate, PackBits or
fax data stays, as long as no tag that goes leads there. Camera raw files and BigTIFF are refused.

Source: design document metadata.md, sections 2, 3.2, 8 and 14; TIFF 6.0 sections 2, 3, 15 and 22.
"""

from safety.photos.errors import CleanError, damaged
from safety.photos.formats.tiff_directory import HEADER_BYTES, Directory, TiffReader
from safety.photos.formats.tiff_jpeg import JpegStreams
from safety.photos.formats.tiff_page import PagePlanner
from safety.photos.formats.tiff_report import TagReport
from safety.photos.formats.tiff_sheet import TiffSheet
from safety.photos.formats.tiff_tags import (
    INTERCHANGE,
    INTERCHANGE_BYTES,
    LENGTH,
    NEW_SUBFILE_TYPE,
    RAW_TAGS,
    RULES,
    STRIP_BYTES,
    STRIP_OFFSETS,
    SUBFILE_TYPE,
    TILE_BYTES,
    TILE_OFFSETS,
    WIDTH,
)
from safety.photos.plan import Draft
from safety.photos.source import Source

_REDUCED_BIT, _REDUCED_TYPE = 1, 2
_PART_TAGS = ((STRIP_OFFSETS, STRIP_BYTES), (TILE_OFFSETS, TILE_BYTES), (INTERCHANGE, INTERCHANGE_BYTES))


def plan_tiff(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError."""
    _TiffPlanner(source, draft).run()


class _TiffPlanner:
    """Decides which pages stay, and puts them together again."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._reader = TiffReader(source)
        self._sheet = TiffSheet(source)
        self._streams = JpegStreams(source, draft)
        self._report = TagReport(source, draft, self._reader)

    def run(self) -> None:
        """Read all pages and write the plan."""
        pages = self._reader.pages()
        if any(entry.tag in RAW_TAGS for page in pages for entry in page.entries):
            raise CleanError("unsupported-format", format="raw")
        kept = [page for number, page in enumerate(pages) if self._is_kept(page, is_first=number == 0)]
        if not pages:
            raise damaged("no-picture")
        self._write_pages(kept)
        self._streams.finish()
        for start, end in self._streams.kept:
            self._sheet.keep(start, end)
        self._sheet.pass_over(self._streams.reported)
        # The header is checked like a part that is written, since nothing may lie over it.
        self._sheet.write(0, self._source.read(0, HEADER_BYTES))
        self._sheet.finish(self._draft)

    def _is_kept(self, page: Directory, *, is_first: bool) -> bool:
        """True for the pages that show the picture; the others are noted and go."""
        has_parts = bool(page.entry(STRIP_OFFSETS) or page.entry(TILE_OFFSETS))
        has_picture = has_parts or page.entry(INTERCHANGE) is not None
        is_sized = page.entry(WIDTH) is not None and page.entry(LENGTH) is not None
        if is_first:
            if not (has_picture and is_sized):
                raise damaged("no-picture")
            return True
        is_reduced = (
            self._reader.number(page, NEW_SUBFILE_TYPE, 0) & _REDUCED_BIT
            or self._reader.number(page, SUBFILE_TYPE, 0) == _REDUCED_TYPE
        )
        # Without strips it is a thumbnail as EXIF has it behind the first directory.
        if has_parts and is_sized and not is_reduced:
            return True
        self._drop(page, has_picture=has_picture)
        return False

    def _drop(self, page: Directory, *, has_picture: bool) -> None:
        private = [entry for entry in page.entries if entry.tag not in RULES]
        spans = self._reader.reached(private)
        self._report.dropped(page, private, spans)
        if has_picture:
            spans += self._reader.parts(page, _PART_TAGS)
            self._report.dropped_page(page, spans)
        self._sheet.remove([page.span, *spans])
        # Two pages can share a value such as the number of bits, which is no secret.
        self._sheet.pass_over(self._reader.reached(page.entries))
        if not (has_picture or private):
            self._draft.find("unknown-part", "TIFF", page.offset, page.span[1] - page.span[0], fourcc="page")

    def _write_pages(self, kept: list[Directory]) -> None:
        planner = PagePlanner(self._source, self._draft, self._reader, self._sheet, self._streams)
        following = [page.offset for page in kept[1:]] + [0]
        for page, next_offset in zip(kept, following, strict=True):
            planner.write(page, next_offset, self._report)
