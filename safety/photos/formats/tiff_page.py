"""One page of a TIFF written anew at its place: the tags that stay, in order, and the bytes they lead to.

Source: design document metadata.md, sections 3.2 and 8; TIFF 6.0 section 2 (directories, values).
"""

from collections.abc import Iterable

from safety.photos.errors import CleanError, damaged
from safety.photos.formats.tiff_directory import INLINE_BYTES, Directory, TiffReader
from safety.photos.formats.tiff_jpeg import JpegStreams
from safety.photos.formats.tiff_layout import JPEG, OLD_JPEG, PALETTE, Layout, read_layout
from safety.photos.formats.tiff_parts import PART_TAGS, PartKeeper
from safety.photos.formats.tiff_report import TagReport
from safety.photos.formats.tiff_sheet import TiffSheet
from safety.photos.formats.tiff_tags import (
    ESSENTIAL,
    EXTRA_SAMPLES,
    INTERCHANGE,
    INTERCHANGE_BYTES,
    JPEG_TABLES,
    NEW_SUBFILE_TYPE,
    OLD_JPEG_TAGS,
    ORIENTATION,
    PROFILE,
    RULES,
    X_RESOLUTION,
    Shape,
)
from safety.photos.limits import REPORT_MAX_BYTES
from safety.photos.metadata.exif import TYPE_BYTES, Entry
from safety.photos.metadata.icc_inplace import profile_in_place
from safety.photos.metadata.orientation import UPRIGHT
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.profiles import is_public_profile
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source
from safety.photos.spans import Span

_MASK_BIT = 4
_ALPHAS = (1, 2)
_RAW_PHOTOMETRICS = (32803, 34892)
_ORIENTATIONS = range(1, 9)


class PagePlanner:
    """Writes pages into the sheet; all pages of a file share what it was made with."""

    def __init__(
        self, source: Source, draft: Draft, reader: TiffReader, sheet: TiffSheet, streams: JpegStreams
    ) -> None:
        self._source = source
        self._draft = draft
        self._reader = reader
        self._sheet = sheet
        self._streams = streams
        self._parts = PartKeeper(source, reader, sheet, streams)
        self._profile_bytes_left = REPORT_MAX_BYTES
        self._profiles: dict[Span, bytes | None] = {}
        self._budget = ReadingBudget()

    def write(self, page: Directory, next_offset: int, report: TagReport) -> None:
        """Write one page. Raises: CleanError."""
        layout = read_layout(self._reader, page)
        if layout.photometric in _RAW_PHOTOMETRICS:
            raise CleanError("unsupported-format", format="raw")
        kept, dropped = self._sort_out(page, layout)
        kept.update(self._parts.take(page, layout))
        self._write_directory(page, kept, next_offset)
        self._note_padding(page, kept)
        self._note_kept(page, kept)
        spans = self._reader.reached(dropped)
        if any(entry.tag == INTERCHANGE for entry in dropped):
            spans += self._reader.parts(page, ((INTERCHANGE, INTERCHANGE_BYTES),))
        self._sheet.remove([page.span, *spans])
        report.dropped(page, [entry for entry in dropped if entry.tag != PROFILE], spans)

    def _sort_out(self, page: Directory, layout: Layout) -> tuple[dict[int, Entry], list[Entry]]:
        """The entries that stay, by tag, and those that go; without those of strips and tiles."""
        shape = Shape(layout.samples, layout.bits, layout.parts, layout.photometric == PALETTE)
        kept: dict[int, Entry] = {}
        dropped: list[Entry] = []
        seen: set[int] = set()
        for entry in page.entries:
            is_second = entry.tag in seen
            # Some readers take the first of two, others the last.
            if is_second and entry.tag in RULES:
                raise damaged("order")
            seen.add(entry.tag)
            if entry.tag in PART_TAGS:
                continue
            found = None if is_second else self._kept_entry(entry, layout, shape)
            if found is None:
                dropped.append(entry)
            else:
                kept[entry.tag] = found
        return kept, dropped

    def _kept_entry(self, entry: Entry, layout: Layout, shape: Shape) -> Entry | None:
        """The entry as it stays, None when it goes. Raises: CleanError damaged, when the picture needs it."""
        rule = RULES.get(entry.tag)
        if rule is None or (entry.tag in OLD_JPEG_TAGS and layout.compression != OLD_JPEG):
            return None
        if entry.tag == PROFILE:
            return self._profile_entry(entry)
        if entry.tag == JPEG_TABLES:
            return self._tables_entry(entry) if layout.compression == JPEG else None
        count = min(entry.count, rule.most(shape))
        if count and entry.kind in rule.kinds and self._reader.is_inside(entry):
            return self._value_entry(entry, count)
        if entry.tag in ESSENTIAL and rule.most(shape):
            raise damaged("size")
        return None

    def _value_entry(self, entry: Entry, count: int) -> Entry | None:
        """The entry with its first values, which stay where they are unless they fit into it."""
        if entry.tag == ORIENTATION and self._reader.numbers(entry, 1)[0] not in _ORIENTATIONS:
            return None
        size = count * TYPE_BYTES[entry.kind]
        if size <= INLINE_BYTES:
            return entry._replace(count=count, inline=self._reader.raw(entry, count).ljust(INLINE_BYTES, b"\0"))
        start = self._reader.directories.number(entry.inline)
        self._sheet.keep(start, start + size)
        return entry._replace(count=count)

    def _tables_entry(self, entry: Entry) -> Entry:
        """The tables that all strips of JPEG share."""
        span = self._reader.directories.span(entry)
        if span is None or entry.kind not in RULES[JPEG_TABLES].kinds:
            raise damaged("size")
        self._streams.take_tables(span[0], span[0] + span[1])
        return entry

    def _profile_entry(self, entry: Entry) -> Entry | None:
        """The colour profile, rebuilt at its place; None when it goes."""
        place = self._reader.directories.span(entry)
        start, size = place or (0, 0)
        profile = None
        if place and self._draft.options.keeps_colour_profile and entry.kind in RULES[PROFILE].kinds:
            if place not in self._profiles:
                self._profiles[place] = self._rebuilt_profile(start, size)
            profile = self._profiles[place]
        if profile is None:
            code = "colour-profile-damaged" if self._draft.options.keeps_colour_profile else "colour-profile"
            names = profile_names(self._source.read(start, size)) if self._budget.take(size) else {}
            self._draft.find(code, "ICC", start, size, **names)
            return None
        self._sheet.write(start, profile)
        return entry

    def _rebuilt_profile(self, start: int, size: int) -> bytes | None:
        self._profile_bytes_left -= size
        if self._profile_bytes_left < 0:
            return None
        old = self._source.read(start, size)
        profile = profile_in_place(old)
        if profile is not None:
            if profile != old:
                self._draft.find("colour-profile", "ICC", start, size, **profile_names(old))
            if not is_public_profile(profile):
                self._draft.find("colour-profile-custom", "ICC", start, size)
        return profile

    def _write_directory(self, page: Directory, kept: dict[int, Entry], next_offset: int) -> None:
        entries = b"".join(self._packed(kept[tag]) for tag in sorted(kept))
        count, following = self._reader.pack(3, [len(kept)]), self._reader.pack(4, [next_offset])
        self._sheet.write(page.offset, count + entries + following)

    def _packed(self, entry: Entry) -> bytes:
        return self._reader.pack(3, (entry.tag, entry.kind)) + self._reader.pack(4, [entry.count]) + entry.inline

    def _note_padding(self, page: Directory, kept: dict[int, Entry]) -> None:
        """Note what stands behind values that do not fill their place in the entry."""
        hidden = 0
        for entry in page.entries:
            if entry.tag in kept and entry.value_bytes <= INLINE_BYTES:
                hidden += len(entry.inline[kept[entry.tag].value_bytes :].replace(b"\0", b""))
        if hidden:
            self._draft.find("hidden-bytes", "TIFF", page.offset, hidden)

    def _note_kept(self, page: Directory, kept: dict[int, Entry]) -> None:
        if ORIENTATION in kept and self._reader.number(page, ORIENTATION, UPRIGHT) != UPRIGHT:
            self._draft.note_kept("orientation")
        if X_RESOLUTION in kept:
            self._draft.note_kept("print-size")
        if PROFILE in kept:
            self._draft.note_kept("colours")
        if self._has_alpha(kept.values()) or self._reader.number(page, NEW_SUBFILE_TYPE, 0) & _MASK_BIT:
            self._draft.note_kept("transparency")

    def _has_alpha(self, entries: Iterable[Entry]) -> bool:
        extra = [entry for entry in entries if entry.tag == EXTRA_SAMPLES]
        return any(number in _ALPHAS for entry in extra for number in self._reader.numbers(entry, entry.count))
