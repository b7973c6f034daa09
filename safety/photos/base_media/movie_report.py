"""What the parts of a movie that are left out, or made empty, give away.

Nothing here decides what is kept. It walks boxes with a budget of its own and leaves broken ones untold in detail.

Source: design document metadata.md, sections 10 and 12; QuickTime File Format; ISO/IEC 14496-12.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.box_sizes import number
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.media_ranges import MediaRanges
from safety.photos.base_media.property_content import Cleaned
from safety.photos.base_media.track_report import report_track
from safety.photos.base_media.tracks import Track
from safety.photos.base_media.user_data import UserDataReport
from safety.photos.errors import CleanError
from safety.photos.extents import Extents
from safety.photos.findings import Place, make_finding
from safety.photos.inplace import is_zero
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.profiles import is_public_profile
from safety.photos.metadata.provenance import report_history
from safety.photos.metadata.text import read_text
from safety.photos.metadata.xmp import report_xmp
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source

_EPOCH: Final = datetime(1904, 1, 1, tzinfo=UTC)
# Beyond it are sizes and other numbers that somebody wrote where a time belongs.
_SECONDS_MAX = 2**33
_XMP: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_SIGNED_HISTORY: Final = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_MAKERS: Final = {
    bytes.fromhex("85c0b687820f11e08111f4ce462b6a48"): "Canon",
    b"PROF" + bytes.fromhex("21d24fcebb88695cfac9c740"): "Sony",
    b"USMT" + bytes.fromhex("21d24fcebb88695cfac9c740"): "Sony",
}
_EMPTY: Final = (b"free", b"skip", b"wide")
_DASHCAM = b"freeGPS "


class MovieReport:
    """Notes findings about boxes, and on the sheet which bytes have one."""

    def __init__(self, source: Source, draft: Draft, sheet: BoxSheet) -> None:
        self._source = source
        self._draft = draft
        self._sheet = sheet
        self._reader = BoxReader(source)
        self._budget = ReadingBudget()
        self._user_data = UserDataReport(self._reader, self._budget)

    def box(self, box: Box) -> None:
        """Note what a box says that becomes empty or is cut off."""
        name = box.name.strip()
        if box.kind in (b"udta", b"meta"):
            self._described(box)
        elif box.kind in _EMPTY:
            if not is_zero(self._source, box.content, box.end):
                self._draft.find("hidden-bytes", name, box.start, box.content_bytes)
        elif box.kind == b"uuid":
            self._user_box(box)
        elif box.kind == b"gps ":
            self._draft.find("location-track", name, box.start, box.size)
        elif box.kind in (b"pnot", b"PICT"):
            self._draft.find("thumbnail", name, box.start, box.size)
        elif box.kind == b"prft":
            self._draft.find("time", name, box.start, box.size)
        elif box.kind == b"mpvd":
            self._attached(box)
        else:
            known = box.kind.isascii() and box.kind.isalnum()
            self._draft.find("vendor-data" if known else "unknown-part", name, box.start, box.size, fourcc=name)

    def _described(self, box: Box) -> None:
        found = self._user_data.findings(box)
        self._draft.add(*found)
        if not found and not is_zero(self._source, box.content, box.end):
            self._draft.find("vendor-data", box.name, box.start, box.size, fourcc=box.name)

    def _user_box(self, box: Box) -> None:
        kind = box.user_type
        if kind == _XMP and self._budget.take(box.content_bytes):
            content = self._source.read(box.content, box.content_bytes)
            self._draft.add(*report_xmp(content, "XMP", box.start))
        elif kind == _SIGNED_HISTORY:
            self._signed_history(box)
        elif kind in _MAKERS:
            self._draft.find("maker-notes", "uuid", box.start, box.size, maker=_MAKERS[kind])
        else:
            self._draft.find("unknown-part", "uuid", box.start, box.size, fourcc="uuid")

    def _signed_history(self, box: Box) -> None:
        if not self._budget.take(box.content_bytes):
            self._draft.find("provenance", "C2PA", box.start, box.size)
            return
        content, extents = self._source.read(box.content, box.content_bytes), Extents.at(box.content, box.content_bytes)
        self._draft.add(*report_history(content, "C2PA", box.start, extents, is_known=True))

    def _attached(self, box: Box) -> None:
        """The film of a motion photo."""
        seconds = self._seconds(box)
        found = make_finding(
            "attached-video", Place(box.name, box.start), box.size, **({"n": str(seconds)} if seconds else {})
        )
        self._draft.add(found.showing("video/mp4", (box.content, box.content_bytes)))

    def _seconds(self, box: Box) -> int:
        """Length of the film inside a box, in whole seconds, at least 1; 0 when unknown."""
        try:
            for movie in self._reader.children(box):
                headers = self._reader.children(movie) if movie.kind == b"moov" else ()
                for header in headers:
                    if header.kind == b"mvhd":
                        return header_seconds(bytes(self._source.window(header.content, min(32, header.content_bytes))))
        except CleanError:
            return 0
        return 0

    def times(self, box: Box, wide: bool) -> None:
        """Note the times of creation and modification in a header."""
        width = 8 if wide else 4
        content = bytes(self._source.window(box.content + 4, 2 * width))
        for seconds in dict.fromkeys((number(content, 0, width), number(content, width, width))):
            if seconds:
                self._draft.find("time", box.name, box.start, 2 * width, value=_time_text(seconds))
        self._sheet.tell(box.content + 4, box.content + 4 + 2 * width)

    def note_turn(self) -> None:
        """Note that the picture is turned when it is shown."""
        self._draft.note_kept("orientation")

    def note_subtitles(self) -> None:
        """Note that subtitles stay."""
        self._draft.note_kept("subtitles")

    def language(self, box: Box, offset: int) -> None:
        """Note the language of sound or subtitles, three letters of five bits each."""
        packed = number(bytes(self._source.window(box.content + offset, 2)), 0, 2)
        letters = [packed >> shift & 31 for shift in (10, 5, 0)]
        text = "".join(chr(96 + letter) for letter in letters) if all(0 < letter < 27 for letter in letters) else ""
        if text != "und":
            self._draft.find("language", box.name, box.start, 2, value=text)

    def handler(self, box: Box) -> None:
        """Note the name in `hdlr`, and the maker before it."""
        content = bytes(self._source.window(box.content, min(box.content_bytes, 512)))
        # QuickTime's names start with their length.
        name = read_text(content[25:] if content[4:8] in (b"mhlr", b"dhlr") else content[24:])
        self._encoder(box, box.content + 4, box.content + 8, "", keeps=(b"mhlr", b"dhlr"))
        self._encoder(box, box.content + 12, box.end, name)

    def encoder(self, entry: Box, place: slice, name: str) -> None:
        """Note a name of software in a sample description; `place` is in its content."""
        self._encoder(entry, entry.content + place.start, entry.content + place.stop, name)

    def _encoder(self, box: Box, start: int, end: int, name: str, keeps: tuple[bytes, ...] = ()) -> None:
        if end <= start or is_zero(self._source, start, end) or bytes(self._source.window(start, 4)) in keeps:
            return
        self._draft.find("encoder", box.name, start, end - start, value=name)
        self._sheet.tell(start, end)

    def data_reference(self, box: Box, kept_bytes: int) -> None:
        """Note names of disks and folders in a reference to the file's own media."""
        start = box.content + kept_bytes
        if not is_zero(self._source, start, box.end):
            self._draft.find("vendor-data", box.name.strip(), start, box.end - start, fourcc=box.name.strip())
        self._sheet.tell(start, box.end)

    def dropped_profile(self, box: Box) -> None:
        """Note a colour profile that nobody wants, or that cannot be read."""
        code = "colour-profile-damaged" if self._draft.options.keeps_colour_profile else "colour-profile"
        is_read = self._budget.take(box.content_bytes)
        names = profile_names(self._source.read(box.content, box.content_bytes)[4:]) if is_read else {}
        self._draft.find(code, box.name, box.start, box.size, **names)

    def configuration(self, box: Box, content: bytes, cleaned: Cleaned) -> None:
        """Note what changed in a box that tells how to decode."""
        if box.kind == b"colr" and cleaned.content is not None and content[:4] in (b"prof", b"rICC"):
            self._draft.note_kept("colours")
            if cleaned.content != content:
                self._draft.find("colour-profile", box.name, box.start, box.size, **profile_names(content[4:]))
            if not is_public_profile(cleaned.content[4:]):
                self._draft.find("colour-profile-custom", box.name, box.start, box.size)
        if cleaned.encoder_bytes:
            self._draft.find("encoder", box.name, box.start, cleaned.encoder_bytes)
        if cleaned.hidden_bytes:
            self._draft.find("hidden-bytes", box.name, box.start, cleaned.hidden_bytes)

    def track(self, track: Track, spans: MediaRanges) -> None:
        """Note what a track was for that goes."""
        self._draft.add(report_track(track, spans, self._reader))

    def brands(self, box: Box, size: int) -> None:
        """Note brands of makers, which say no more about how to read the file."""
        self._draft.find("vendor-data", box.name, box.start, size, fourcc=box.name)

    def rest(self, start: int, end: int) -> None:
        """Note what stands behind the last box."""
        if end > start:
            self._draft.find("leftover-data", "after the picture", start, end - start)

    def hidden(self, box: Box, gaps: list[tuple[int, int]]) -> None:
        """Note bytes inside a box of the top level that nothing used; start and end each."""
        if not gaps:
            return
        start = gaps[0][0]
        head = bytes(self._source.window(start, 64))
        code = "location-track" if _DASHCAM in head else "hidden-bytes"
        self._draft.find(code, box.name, start, sum(end - at for at, end in gaps))


def header_seconds(header: bytes) -> int:
    """Length of a film by its `mvhd`, in whole seconds, at least 1; 0 when unknown."""
    wide = header[:1] > b"\0"
    scale = number(header, 20 if wide else 12)
    length = number(header, 24, 8) if wide else number(header, 16)
    return max((2 * length + scale) // (2 * scale), 1) if scale and length else 0


def _time_text(seconds: int) -> str:
    """Seconds since 1904 as a date and a time; empty when that is no time."""
    if seconds > _SECONDS_MAX:
        return ""
    return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S} UTC"
