"""The strips or tiles of one page: which bytes of them stay, and their offsets and sizes.

A size that claims more than uncompressed pixels need is set right, and so is the offset of an empty strip.

Source: design document metadata.md, section 8; TIFF 6.0 sections 3, 15 and 22; TIFF Technical Note 2 (JPEG).
"""

from collections.abc import Sequence

from safety.photos.errors import damaged
from safety.photos.formats.tiff_directory import INLINE_BYTES, Directory, TiffReader
from safety.photos.formats.tiff_jpeg import JpegStreams
from safety.photos.formats.tiff_layout import JPEG, OLD_JPEG, UNCOMPRESSED, Layout
from safety.photos.formats.tiff_sheet import TiffSheet
from safety.photos.formats.tiff_tags import (
    AC_TABLES,
    DC_TABLES,
    INTERCHANGE,
    INTERCHANGE_BYTES,
    QUANTISATION_TABLES,
    STRIP_BYTES,
    STRIP_OFFSETS,
    TILE_BYTES,
    TILE_OFFSETS,
)
from safety.photos.metadata.exif import Entry
from safety.photos.source import Source
from safety.photos.spans import Span

PART_TAGS = frozenset((STRIP_OFFSETS, STRIP_BYTES, TILE_OFFSETS, TILE_BYTES))
_QUANTISATION_BYTES, _CODE_LENGTHS = 64, 16


class PartKeeper:
    """Keeps the strips and tiles of any page of one file."""

    def __init__(self, source: Source, reader: TiffReader, sheet: TiffSheet, streams: JpegStreams) -> None:
        self._source = source
        self._reader = reader
        self._sheet = sheet
        self._streams = streams

    def take(self, page: Directory, layout: Layout) -> dict[int, Entry]:
        """Keep the parts of a page; gives its entries of offsets and sizes, by tag. Raises: CleanError."""
        tags = (TILE_OFFSETS, TILE_BYTES) if layout.is_tiled else (STRIP_OFFSETS, STRIP_BYTES)
        offsets, sizes = (page.entry(tag) for tag in tags)
        starts = self._reader.strips(offsets, layout.parts) if offsets else ()
        lengths = self._reader.numbers(sizes, len(starts)) if sizes else ()
        if not starts and not (layout.compression == OLD_JPEG and self._reader.number(page, INTERCHANGE, 0)):
            raise damaged("no-picture")
        if layout.compression == UNCOMPRESSED:
            starts, lengths = self._keep_rows(layout, starts, lengths)
        else:
            starts = self._keep_coded(page, layout, starts, lengths)
        entries = {}
        for entry, numbers in ((offsets, starts), (sizes, lengths)):
            if entry and numbers:
                entries[entry.tag] = self._numbers_entry(entry, numbers)
        return entries

    def _keep_rows(
        self, layout: Layout, starts: Sequence[int], lengths: Sequence[int]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Keep as many bytes as the pixels need, which is also what readers take when a size is too small."""
        kept_lengths = list(lengths)
        for part, start in enumerate(starts):
            length = lengths[part] if part < len(lengths) else None
            if start == 0 and length == 0:
                continue
            needed = layout.needed_bytes(part)
            self._sheet.keep(start, start + needed)
            if length is not None and length > needed:
                kept_lengths[part] = needed
        return tuple(starts), tuple(kept_lengths)

    def _keep_coded(
        self, page: Directory, layout: Layout, starts: Sequence[int], lengths: Sequence[int]
    ) -> tuple[int, ...]:
        """Keep what is compressed; gives the offsets, that of an empty strip as 0."""
        if len(lengths) < len(starts):
            raise damaged("size")
        spans = [(start, start + length) for start, length in zip(starts, lengths, strict=True) if length]
        if layout.compression == OLD_JPEG:
            self._keep_old_jpeg(page, layout, spans)
        elif layout.compression == JPEG:
            for start, end in spans:
                self._streams.take_strip(start, end)
        else:
            for start, end in spans:
                self._sheet.keep(start, end)
        return tuple(start if length else 0 for start, length in zip(starts, lengths, strict=True))

    def _keep_old_jpeg(self, page: Directory, layout: Layout, spans: list[Span]) -> None:
        """Strips, the interchange stream and the tables that stand for themselves."""
        start = self._reader.number(page, INTERCHANGE, 0)
        if start:
            length = self._reader.number(page, INTERCHANGE_BYTES, 0)
            if not length:
                raise damaged("size")
            spans = [*spans, (start, start + length)]
        self._streams.take_old(spans)
        for tag in (QUANTISATION_TABLES, DC_TABLES, AC_TABLES):
            entry = page.entry(tag)
            for table in self._reader.numbers(entry, layout.samples) if entry else ():
                self._sheet.keep(table, table + self._table_bytes(tag, table))

    def _table_bytes(self, tag: int, start: int) -> int:
        if tag == QUANTISATION_TABLES:
            return _QUANTISATION_BYTES
        return _CODE_LENGTHS + sum(self._source.read(start, _CODE_LENGTHS))

    def _numbers_entry(self, entry: Entry, numbers: Sequence[int]) -> Entry:
        """The entry with these numbers, which are written where the old ones were unless they fit into it."""
        literal = self._reader.pack(entry.kind, numbers)
        inline = entry.inline
        start = self._reader.directories.number(entry.inline)
        if len(literal) <= INLINE_BYTES:
            inline = literal.ljust(INLINE_BYTES, b"\0")
        elif self._source.read(start, len(literal)) == literal:
            self._sheet.keep(start, start + len(literal))
        else:
            self._sheet.write(start, literal)
        return entry._replace(count=len(numbers), inline=inline)
