"""The sample descriptions of a kept track: the coded format and how to decode it, without names of makers.

An encrypted track is refused, and so is a format that nobody has listed when it has a box of its own: without
that box it may not be decodable.

Source: design document metadata.md, section 10 (stsd); ISO/IEC 14496-12 sections 8.5.2 and 12; QuickTime File
Format, video and sound sample descriptions.
"""

from collections.abc import Callable
from typing import Final

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.box_sizes import number
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.configuration import clean_configuration
from safety.photos.base_media.kept_properties import is_profile
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.base_media.sample_tables import Packing
from safety.photos.base_media.subtitle_entries import SubtitleEntryPlanner
from safety.photos.base_media.subtitles import SUBTITLE_HANDLERS
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_CONFIGURATION_BYTES, REPORT_MAX_BYTES
from safety.photos.plan import Options

SOUND = b"soun"
# Formats that decode without the boxes that `configuration` does not know.
_KNOWN: Final = frozenset(
    name.ljust(4)
    for name in (
        b"avc1 avc2 avc3 avc4 hvc1 hev1 hvc2 hev2 vvc1 vvi1 av01 vp08 vp09 mp4v s263 h263 jpeg mjpa mjpb png"
        b" dvh1 dvhe dva1 dvav dav1 apch apcn apcs apco ap4h ap4x mp4a alac ac-3 ec-3 Opus fLaC samr sawb sowt twos"
        b" lpcm in24 in32 fl32 fl64 raw NONE ulaw alaw ima4 ipcm fpcm .mp3"
    ).split()
)
_ENCRYPTED: Final = frozenset(b"encv enca encs enct encm encf drms drmi drmt p608".split())
_PROTECTION: Final = frozenset((b"sinf", b"rinf"))
# They are never about decoding.
_NEVER_NEEDED: Final = frozenset((b"uuid", b"udta", b"meta", b"free", b"skip", b"wide"))
_ENTRY_BYTES, _VISUAL_BYTES, _SOUND_BYTES = 8, 78, 28
_SOUND_MORE_BYTES: Final = {0: 0, 1: 16, 2: 36}
# Vendor and quality, reserved, and the name of the compressor; all within a visual entry.
_VISUAL_PARTS: Final = ((6, 12), (24, 36), (40, 42), (74, 78))
_VENDOR, _VENDOR_AND_QUALITY, _COMPRESSOR = slice(12, 16), slice(12, 24), slice(42, 74)
_SOUND_PARTS: Final = ((6, 12), (16, 28))
# Samples and the bytes they take, of one channel, for old entries that do not say it.
_PACKINGS: Final = {
    **dict.fromkeys((b"ulaw", b"alaw"), Packing(1, 1)),
    b"in24": Packing(1, 3),
    **dict.fromkeys((b"in32", b"fl32"), Packing(1, 4)),
    b"fl64": Packing(1, 8),
    b"ima4": Packing(64, 34),
    b"MAC3": Packing(6, 2),
    b"MAC6": Packing(6, 1),
}


def plan_descriptions(
    stsd: Box, handler: bytes, reader: BoxReader, sheet: BoxSheet, report: MovieReport, options: Options
) -> list[Packing]:
    """Put the box on the sheet; gives for each entry how its sound is packed. Raises: CleanError."""
    head = bytes(reader.source.window(stsd.content, 8))
    sheet.keep_first(stsd, 8)
    plan: Callable[[Box], Packing]
    if handler in SUBTITLE_HANDLERS:
        plan = SubtitleEntryPlanner(reader, sheet, report).plan
    else:
        plan = _EntryPlanner(handler, number(head, 0, 1), reader, sheet, report, options).plan
    packings = [plan(entry) for entry in reader.children(stsd, 8)]
    if not packings or len(packings) != number(head, 4):
        raise damaged("size")
    return packings


class _EntryPlanner:
    """Goes through the entries of one track."""

    def __init__(
        self,
        handler: bytes,
        table_version: int,
        reader: BoxReader,
        sheet: BoxSheet,
        report: MovieReport,
        options: Options,
    ) -> None:
        self._is_sound = handler == SOUND
        self._table_version = table_version
        self._reader = reader
        self._source = reader.source
        self._sheet = sheet
        self._report = report
        self._keeps_profile = options.keeps_colour_profile

    def plan(self, entry: Box) -> Packing:
        """Put one entry on the sheet."""
        if entry.kind in _ENCRYPTED:
            raise CleanError("unsupported-variant")
        packing = Packing(0, 0)
        if self._is_sound:
            length, packing = self._sound(entry)
        else:
            length = self._visual(entry)
        for child in self._reader.children(entry, length):
            self._child(entry, child)
        return packing

    def _visual(self, entry: Box) -> int:
        """Keep the fields; gives their length."""
        self._sheet.keep_parts(entry, *_VISUAL_PARTS)
        fields = self._source.read(entry.content, _VISUAL_BYTES)
        self._report.encoder(entry, _VENDOR_AND_QUALITY, "")
        self._report.encoder(entry, _COMPRESSOR, _pascal_text(fields[_COMPRESSOR]))
        return _VISUAL_BYTES + self._palette_bytes(entry, fields)

    def _palette_bytes(self, entry: Box, fields: bytes) -> int:
        """Length of the colours of a QuickTime film with a palette of its own, which are kept."""
        depth, palette = number(fields, 74, 2), number(fields, 76, 2)
        if palette != 0 or depth & 31 not in (1, 2, 4, 8):
            return 0
        head = bytes(self._source.window(entry.content + _VISUAL_BYTES, 8))
        length = 8 + 8 * (number(head, 6, 2) + 1)
        if number(head, 6, 2) > 255 or _VISUAL_BYTES + length > entry.content_bytes:
            raise damaged("size")
        self._sheet.sheet.keep(entry.content + _VISUAL_BYTES, length)
        return length

    def _sound(self, entry: Box) -> tuple[int, Packing]:
        """Keep the fields; gives their length and how the sound is packed."""
        self._sheet.keep_parts(entry, *_SOUND_PARTS)
        fields = bytes(self._source.window(entry.content, _SOUND_BYTES + 36))
        version = number(fields, 8, 2)
        # The second version of the table has entries of version 1 without QuickTime's fields.
        more = 0 if self._table_version else _SOUND_MORE_BYTES.get(version)
        if more is None or _SOUND_BYTES + more > entry.content_bytes:
            raise damaged("size")
        self._sheet.sheet.keep(entry.content + _SOUND_BYTES, more)
        self._report.encoder(entry, _VENDOR, "")
        return _SOUND_BYTES + more, _packing(entry.kind, version if more else 0, fields)

    def _child(self, entry: Box, box: Box) -> None:
        if box.kind in _PROTECTION:
            raise CleanError("unsupported-variant")
        if box.kind == b"wave" and self._is_sound:
            self._sheet.keep_head(box)
            for child in self._reader.children(box):
                self._wave_child(entry, child)
        else:
            self._configuration(entry, box)

    def _wave_child(self, entry: Box, box: Box) -> None:
        """A box in QuickTime's `wave`: the last one has no name, and one with the name of the format no use."""
        if box.kind == b"\0\0\0\0" or (box.kind == entry.kind == b"mp4a"):
            self._sheet.keep_head(box)
        else:
            self._configuration(entry, box)

    def _configuration(self, entry: Box, box: Box) -> None:
        limit = REPORT_MAX_BYTES if box.kind == b"colr" else MAX_CONFIGURATION_BYTES
        is_unwanted = is_profile(box, self._source) and not self._keeps_profile
        if box.content_bytes > limit or is_unwanted:
            self._without(entry, box)
            return
        content = self._source.read(box.content, box.content_bytes)
        cleaned = clean_configuration(box.kind, content)
        if cleaned.content is None:
            self._without(entry, box)
            return
        self._sheet.keep_head(box)
        self._sheet.write(box.content, cleaned.content)
        self._report.configuration(box, content, cleaned)

    def _without(self, entry: Box, box: Box) -> None:
        self._sheet.free(box)
        if is_profile(box, self._source):
            self._report.dropped_profile(box)
            return
        if entry.kind not in _KNOWN and box.kind not in _NEVER_NEEDED:
            raise CleanError("unsupported-variant")
        self._report.box(box)


def _packing(kind: bytes, version: int, fields: bytes) -> Packing:
    """Samples and the bytes they take, all channels together."""
    if version == 2:
        return Packing(number(fields, 60), number(fields, 56))
    if version == 1 and number(fields, 28) and number(fields, 36):
        return Packing(number(fields, 28), number(fields, 36))
    channels, bits = number(fields, 16, 2), number(fields, 18, 2)
    known = _PACKINGS.get(kind, Packing(1, (bits + 7) // 8))
    return Packing(known.samples, known.bytes * channels)


def _pascal_text(field: bytes) -> str:
    """A text whose first byte is its length."""
    return field[1 : 1 + min(field[0], 31)].decode("utf-8", "replace")
