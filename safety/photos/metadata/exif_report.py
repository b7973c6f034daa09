"""What an EXIF block gives away, as findings. It never influences what is kept.

Source: design document metadata.md, section 12; Exif 3.0 tables of tags.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from safety.photos.extents import NOWHERE, Extents
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.limits import REPORT_MAX_BYTES
from safety.photos.metadata.exif import Directories, Entry, read_directories
from safety.photos.metadata.maker_notes import report_note
from safety.photos.metadata.moments import readable_time
from safety.photos.metadata.position import LATITUDE_LIMIT, LONGITUDE_LIMIT, degrees_text
from safety.photos.metadata.prompts import is_prompt
from safety.photos.metadata.text import decode_wide, read_terminated, read_text
from safety.photos.metadata.xmp import report_xmp
from safety.photos.previews import JPEG_MARK, report_pictures, thumbnail
from safety.photos.recognise import Order

MAKE, MODEL, HOST, LENS_MAKE, LENS_MODEL = 0x010F, 0x0110, 0x013C, 0xA433, 0xA434
UNIQUE_MODEL = 0xC614
MAKER_NOTE, PRIVATE_NOTE, XMP_PACKET = 0x927C, 0xC634, 0x02BC

_TEXTS: Final = (
    (0x000B, "software"),
    (0x010D, "description"),
    (0x010E, "description"),
    (0x0131, "software"),
    (0xA436, "description"),
    (0xA439, "software"),
    (0xA43A, "software"),
    (0xA43B, "software"),
    (0xA43C, "software"),
    (0x9C9B, "description"),
    (0x9C9C, "comment"),
    (0x9C9E, "keywords"),
    (0x9C9F, "description"),
)
_PEOPLE: Final = (0x013B, 0x8298, 0xA430, 0xA437, 0xA438, 0x9C9D)
_SERIALS: Final = (0xA420, 0xA431, 0xA435, 0xC62F, 0xC68B)
_TIMES: Final = (0x9003, 0x9004, 0x0132)
_OFFSET_TIME, _USER_COMMENT = 0x9011, 0x9286
_WIDE_TEXT: Final = range(0x9C9B, 0x9CA0)
_LATITUDE_SIDE, _LATITUDE, _LONGITUDE_SIDE, _LONGITUDE = 1, 2, 3, 4
# Altitude, speed, track, direction of view, destination, positioning error: each of them hints at a place.
_PLACE_HINTS: Final = (5, 6, 12, 13, 14, 15, 16, 17, 20, 22, 31)
_GPS_TIME, _GPS_AREA, _GPS_DATE = 7, 28, 29
_PREVIEW_START, _PREVIEW_SIZE, _STRIP_SIZE = 0x0201, 0x0202, 0x0117
_UNICODE_MARK = b"UNICODE\0"


def report_exif(block: bytes, part: str, offset: int, extents: Extents = NOWHERE) -> list[Finding]:
    """Findings for an EXIF block that starts with its TIFF header; `offset` is its place in the file.

    `extents` say where the block's own bytes are, so that a page can show the pictures inside it.
    """
    place = Place(part, offset)
    directories = read_directories(block)
    if directories is None:
        return [make_finding("unknown-part", place, len(block), fourcc=part)]
    report = _Report(directories, place, len(block), extents)
    found = list(report.findings())
    found += report_pictures(block, part, offset, extents, tuple(report.told_pictures))
    # Settings such as exposure have no sentence of their own; the block is still named.
    return found or [make_finding("vendor-data", place, len(block), fourcc=part)]


def report_directories(directories: Directories, place: Place, size: int, extents: Extents = NOWHERE) -> list[Finding]:
    """Findings for directories of `size` bytes that are read already; none when they say nothing known."""
    return list(_Report(directories, place, size, extents).findings())


class _Report:
    """Looks through the directories once; each method gives the findings of one kind."""

    def __init__(self, directories: Directories, place: Place, size: int, extents: Extents) -> None:
        self._reader = directories.reader
        self._directories = directories
        self._all = {**directories.exif, **directories.main}
        self._place = place
        self._size = size
        self._extents = extents
        self.told_pictures: list[int] = []

    def findings(self) -> Iterator[Finding]:
        """Everything that is recognised, in no order."""
        yield from self._location()
        yield from self._times()
        yield from self._devices()
        yield from self._joined("person", _PEOPLE)
        yield from self._joined("serial", _SERIALS)
        yield from self._texts()
        yield from self._notes()
        yield from self._packet()
        yield from self._preview()

    def _make(self, code: str, **values: str) -> Finding:
        return make_finding(code, self._place, self._size, **values)

    def _text(self, tag: int) -> str:
        entry = self._all.get(tag)
        if entry is None:
            return ""
        raw = self._reader.raw(entry)
        if tag in _WIDE_TEXT:
            return raw.decode("utf-16-le", "replace").partition("\0")[0]
        return read_terminated(raw)

    def _location(self) -> Iterator[Finding]:
        gps = self._directories.gps
        latitude = self._degrees(_LATITUDE, _LATITUDE_SIDE, b"S", LATITUDE_LIMIT)
        longitude = self._degrees(_LONGITUDE, _LONGITUDE_SIDE, b"W", LONGITUDE_LIMIT)
        if latitude and longitude:
            yield self._make("location", lat=latitude, lon=longitude)
        elif any(tag in gps for tag in (_LATITUDE, _LONGITUDE, *_PLACE_HINTS)):
            yield self._make("location")
        area = _coded_text(self._reader.raw(gps[_GPS_AREA]), self._reader.order) if _GPS_AREA in gps else ""
        if area:
            yield self._make("location", name=area)

    def _degrees(self, tag: int, side_tag: int, negative_side: bytes, limit: int) -> str:
        entry, side = self._directories.gps.get(tag), self._directories.gps.get(side_tag)
        parts = self._fractions(entry)
        is_negative = side is not None and self._reader.raw(side)[:1].upper() == negative_side
        return degrees_text(parts, is_negative, limit)

    def _fractions(self, entry: Entry | None) -> list[Fraction]:
        pairs = self._reader.rationals(entry) if entry else []
        if not pairs or pairs[0][1] == 0:
            return []
        # Some cameras write 0/0 for the minutes or seconds that they do not know.
        return [Fraction(top, bottom) if bottom else Fraction(0) for top, bottom in pairs[:3]]

    def _times(self) -> Iterator[Finding]:
        zone = self._text(_OFFSET_TIME)
        # Cameras write the same moment three times; only the first one goes with the zone.
        texts = list(dict.fromkeys(text for tag in _TIMES if (text := readable_time(self._text(tag)))))
        for text in texts:
            yield self._make("time", value=f"{text} {zone}".strip() if text == texts[0] else text)
        yield from self._satellite_time()

    def _satellite_time(self) -> Iterator[Finding]:
        gps = self._directories.gps
        date = read_terminated(self._reader.raw(gps[_GPS_DATE])) if _GPS_DATE in gps else ""
        pairs = self._reader.rationals(gps[_GPS_TIME]) if _GPS_TIME in gps else []
        clock = ":".join(f"{top // bottom:02d}" for top, bottom in pairs[:3] if bottom)
        value = f"{readable_time(date)} {clock}".strip()
        if value:
            yield self._make("time", value=f"{value} UTC")

    def _devices(self) -> Iterator[Finding]:
        make, model = self._text(MAKE), self._text(MODEL) or self._text(UNIQUE_MODEL)
        for prompt in filter(is_prompt, (make, model)):
            yield self._make("ai-prompt", value=prompt)
        if (make or model) and not is_prompt(make + model):
            yield self._make("device", make=make, model=model)
        if self._text(HOST):
            yield self._make("device", host=self._text(HOST))
        lens = f"{self._text(LENS_MAKE)} {self._text(LENS_MODEL)}".strip()
        if lens:
            yield self._make("device", lens=lens)

    def _joined(self, code: str, tags: tuple[int, ...]) -> Iterator[Finding]:
        texts = dict.fromkeys(text for text in map(self._text, tags) if text)
        if texts:
            yield self._make(code, values="; ".join(texts))

    def _texts(self) -> Iterator[Finding]:
        for tag, code in _TEXTS:
            text = self._text(tag)
            if text:
                yield self._make("ai-prompt" if is_prompt(text) else code, value=text)
        comment = self._user_comment()
        if comment:
            yield self._make("ai-prompt" if is_prompt(comment) else "comment", value=comment)

    def _user_comment(self) -> str:
        entry = self._all.get(_USER_COMMENT)
        return _coded_text(self._reader.raw(entry), self._reader.order) if entry else ""

    def _notes(self) -> Iterator[Finding]:
        make = self._text(MAKE)
        for tag in (MAKER_NOTE, PRIVATE_NOTE):
            entry = self._all.get(tag)
            if entry is not None and entry.value_bytes > 4:
                size = min(entry.value_bytes, self._size)
                yield make_finding("maker-notes", self._place, size, maker=make)
                start = self._reader.number(entry.inline)
                yield from report_note(self._reader, start, size, make, self._place)

    def _packet(self) -> Iterator[Finding]:
        entry = self._all.get(XMP_PACKET)
        span = self._reader.span(entry) if entry else None
        if span:
            start, size = span
            packet = self._reader.block[start : start + min(size, REPORT_MAX_BYTES)]
            yield from report_xmp(packet, self._place.part, self._place.offset)

    def _preview(self) -> Iterator[Finding]:
        """The thumbnail, which a page can show when it is a JPEG."""
        start = self._preview_number(_PREVIEW_START)
        size = self._preview_number(_PREVIEW_SIZE) or self._preview_number(_STRIP_SIZE)
        is_jpeg = self._reader.block[start : start + len(JPEG_MARK)] == JPEG_MARK
        if is_jpeg:
            self.told_pictures.append(start)
        if size:
            where = self._extents.part(start, size) if is_jpeg else NOWHERE
            yield thumbnail(self._place, min(size, self._size), where)

    def _preview_number(self, tag: int) -> int:
        entry = self._directories.preview.get(tag)
        has_number = entry is not None and entry.kind in (3, 4)
        return self._reader.number(self._reader.raw(entry)[:4]) if entry and has_number else 0


def _coded_text(raw: bytes, order: Order) -> str:
    """A text behind eight bytes that name its encoding; many writers put something else there."""
    mark, text = raw[:8], raw[8:]
    if mark == _UNICODE_MARK and text[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return decode_wide(text, order)
    return read_text(text).strip("\0 ")
