"""What the tags that are left out of a TIFF give away.

Nothing here decides what is kept.

Source: design document metadata.md, sections 8 and 12; TIFF 6.0 appendix A; the numbers of private tags as
their owners registered them (Adobe, GDAL, ImageJ, GeoTIFF, C2PA).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from safety.photos.extents import Extents
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.formats.tiff_directory import WHOLE_NUMBERS, Directory, TiffReader
from safety.photos.formats.tiff_tags import INTERCHANGE, INTERCHANGE_BYTES, STRIP_BYTES, STRIP_OFFSETS
from safety.photos.metadata.exif import EXIF_DIRECTORY, GPS_DIRECTORY, Directories, Entry
from safety.photos.metadata.exif_report import report_directories
from safety.photos.metadata.iptc import report_iptc, report_resources
from safety.photos.metadata.text import read_terminated
from safety.photos.metadata.xmp import report_xmp
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source
from safety.photos.spans import Span, merge

PART = "TIFF"
_XMP, _IPTC, _PHOTOSHOP = 700, 33723, 34377
_JPEG_MARK = b"\xff\xd8\xff"
# Reading a directory of EXIF takes longer than finding it; the pages of one document say the same.
_DETAILED_PAGES = 32

_TEXTS: Final = {
    285: ("description", "value"),
    333: ("description", "value"),
    337: ("device", "host"),
    32781: ("serial", "values"),
}
_KINDS: Final = {
    **dict.fromkeys((33550, 33922, 34264, 34735, 34736, 34737), ("location", "GeoTIFF")),
    37724: ("original-picture", "Photoshop"),
    52545: ("provenance", "C2PA"),
    **dict.fromkeys((288, 289), ("hidden-bytes", "free bytes")),
    **dict.fromkeys((18246, 18249), ("vendor-data", "Rating")),
    **dict.fromkeys((42112, 42113), ("vendor-data", "GDAL")),
    50341: ("vendor-data", "PrintIM"),
    **dict.fromkeys((50838, 50839), ("vendor-data", "ImageJ")),
}
_UNKNOWN: Final = ("unknown-part", "")
_NAMED_TAGS = 8
# Tags of TIFF, Exif and DNG, of which `exif_report` tells those that say something.
_TOLD_TOGETHER: Final = (
    range(0x8000),
    range(0x8298, 0x829E),
    range(0x8769, 0x8840),
    range(0x9000, 0xA700),
    range(0xC612, 0xC7B6),
)
_BLOCKS: Final[dict[int, tuple[str, Callable[[bytes, str, int], list[Finding]]]]] = {
    _XMP: ("XMP", report_xmp),
    _IPTC: ("IPTC", report_iptc),
    _PHOTOSHOP: ("Photoshop", report_resources),
}


class TagReport:
    """Notes findings about tags and pages; all share one budget."""

    def __init__(self, source: Source, draft: Draft, reader: TiffReader) -> None:
        self._source = source
        self._draft = draft
        self._reader = reader
        self._budget = ReadingBudget()
        self._detailed_left = _DETAILED_PAGES

    def dropped_page(self, page: Directory, spans: Iterable[Span]) -> None:
        """Note a small copy of the picture, which a page can show when it is one whole JPEG."""
        self._draft.add(self._small_copy(page, sum(end - start for start, end in merge(spans))))

    def dropped(self, page: Directory, entries: Sequence[Entry], spans: Iterable[Span]) -> None:
        """Note what the tags say that are left out of one page; `spans` is where they and what they lead to are."""
        found: list[Finding] = []
        alike: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            if entry.tag == INTERCHANGE:
                found.append(self._small_copy(page, self._only_number(page, INTERCHANGE_BYTES)))
            elif entry.tag in _BLOCKS:
                found.extend(self._block(entry, page))
            elif entry.tag in _TEXTS:
                found.extend(self._text(entry, page))
            elif entry.tag in _KINDS or not any(entry.tag in tags for tags in _TOLD_TOGETHER):
                alike.setdefault(_KINDS.get(entry.tag, _UNKNOWN), []).append(entry)
        found.extend(self._kind(code, name, group, page) for (code, name), group in alike.items())
        size = sum(end - start for start, end in merge(spans))
        found.extend(self._described(page, entries, size))
        if entries and not found:
            found.append(make_finding("vendor-data", Place(PART, page.offset), size, fourcc=PART))
        self._draft.add(*found)

    def _span(self, entry: Entry, page: Directory) -> tuple[int, int]:
        """Offset and size of a value; those of its page's directory when it has no place of its own."""
        start, end = page.span
        return self._reader.directories.span(entry) or (start, end - start)

    def _kind(self, code: str, name: str, entries: list[Entry], page: Directory) -> Finding:
        """One finding for all tags of a page that say the same."""
        spans = [self._span(entry, page) for entry in entries]
        numbers = ", ".join(str(entry.tag) for entry in entries[:_NAMED_TAGS])
        values = {"fourcc": name or f"tag {numbers}"}
        size = sum(end - start for start, end in merge((start, start + size) for start, size in spans))
        return make_finding(code, Place(PART, spans[0][0]), size, **values)

    def _text(self, entry: Entry, page: Directory) -> list[Finding]:
        code, name = _TEXTS[entry.tag]
        text = read_terminated(self._reader.directories.raw(entry))
        start, size = self._span(entry, page)
        return [make_finding(code, Place(PART, start), size, **{name: text})] if text else []

    def _block(self, entry: Entry, page: Directory) -> list[Finding]:
        name, read = _BLOCKS[entry.tag]
        start, size = self._span(entry, page)
        found: list[Finding] = []
        if self._reader.directories.span(entry) and self._budget.take(size):
            content = self._source.read(start, size)
            if entry.tag == _PHOTOSHOP:
                found = report_resources(content, name, start, Extents.at(start, size))
            else:
                found = read(content, name, start)
        return found or [make_finding("vendor-data", Place(name, start), size, fourcc=name)]

    def _described(self, page: Directory, entries: Sequence[Entry], size: int) -> list[Finding]:
        """Findings for texts, and for the EXIF and GPS directories the tags lead to."""
        main: dict[int, Entry] = {}
        for entry in entries:
            if entry.tag not in _BLOCKS and entry.tag not in _TEXTS:
                main.setdefault(entry.tag, entry)
        exif, gps = self._private(main, EXIF_DIRECTORY), self._private(main, GPS_DIRECTORY)
        place = Place("Exif" if exif or gps else PART, page.offset)
        self._detailed_left -= 1
        if self._detailed_left >= 0:
            found = report_directories(Directories(self._reader.directories, main, exif, gps, {}), place, size)
        else:
            found = []
        if (exif or gps) and not found:
            found = [make_finding("vendor-data", place, size, fourcc="Exif")]
        return found

    def _private(self, main: dict[int, Entry], tag: int) -> dict[int, Entry]:
        entry = main.get(tag)
        found: dict[int, Entry] = {}
        for inside in self._reader.private_entries(self._reader.pointer(entry)) if entry else ():
            # A packet has a budget of its own.
            if inside.tag != _XMP:
                found.setdefault(inside.tag, inside)
        return found

    def _small_copy(self, page: Directory, size: int) -> Finding:
        finding = make_finding("thumbnail", Place(PART, page.offset), size)
        jpeg = self._jpeg_of(page)
        return finding.showing("image/jpeg", jpeg) if jpeg else finding

    def _jpeg_of(self, page: Directory) -> Span | None:
        """Offset and length of the one JPEG that a small copy is made of."""
        for start_tag, size_tag in ((INTERCHANGE, INTERCHANGE_BYTES), (STRIP_OFFSETS, STRIP_BYTES)):
            start, size = self._only_number(page, start_tag), self._only_number(page, size_tag)
            is_inside = 0 < size <= self._source.size - start
            if is_inside and bytes(self._source.window(start, 3)) == _JPEG_MARK:
                return start, size
        return None

    def _only_number(self, page: Directory, tag: int) -> int:
        entry = page.entry(tag)
        is_one = entry is not None and entry.count == 1 and entry.kind in WHOLE_NUMBERS
        return self._reader.numbers(entry, 1)[0] if entry and is_one else 0
