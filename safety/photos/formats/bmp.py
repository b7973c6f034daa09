"""The plan for a BMP: headers, colour table and pixels stay where they are, everything else goes.

It does not decode: bytes hidden in runs behind their end code, unused bits of a row's last byte and the fourth
byte of a 32-bit pixel stay, since readers differ on what they show. The file's own size and the picture's are
set right without a word.

Source: design document metadata.md, sections 3.2 and 11; Microsoft "Bitmap storage", BITMAPV5HEADER.
"""

from safety.photos.errors import CleanError
from safety.photos.formats.bmp_header import (
    EMBEDDED,
    LINKED,
    Header,
    clean_header,
    hidden_header_bytes,
    read_header,
)
from safety.photos.inplace import InPlace, is_zero
from safety.photos.limits import MAX_BMP_PADDED_ROWS, MEBIBYTE, REPORT_MAX_BYTES
from safety.photos.metadata.icc import rebuild_profile
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.profiles import is_public_profile
from safety.photos.metadata.text import VALUE_MAX_BYTES, read_terminated
from safety.photos.plan import Draft
from safety.photos.source import Source


def plan_bmp(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError damaged, unsupported-variant or too-many-parts."""
    _BmpPlanner(source, draft, read_header(source)).run()


class _BmpPlanner:
    """Lays out the parts in place; only a profile can move, to the end of the pixels."""

    def __init__(self, source: Source, draft: Draft, header: Header) -> None:
        self._source = source
        self._draft = draft
        self._header = header
        self._sheet = InPlace(source)
        # Counted in rows: rows times bytes can be larger than any file.
        self._rows = (source.size - header.picture_start) // header.row_bytes if header.row_bytes else 0
        self._is_cut = self._rows < header.rows if header.row_bytes else self._runs_end() > source.size
        self._end = source.size if self._is_cut else self._picture_end()

    def run(self) -> None:
        """Write the plan."""
        profile = self._rebuilt_profile()
        self._write_header(profile)
        self._write_table()
        self._keep_pixels()
        self._note_gaps(self._sheet.finish(self._draft, self._end))
        self._write_profile(profile)
        self._note_rest()
        if self._is_cut:
            self._draft.find("damaged-end", "end", self._end, 0)

    def _runs_end(self) -> int:
        return self._header.picture_start + self._header.picture_bytes

    def _picture_end(self) -> int:
        header = self._header
        return header.picture_start + header.rows * header.row_bytes if header.row_bytes else self._runs_end()

    def _rebuilt_profile(self) -> bytes:
        """The embedded profile with only what changes colour; empty when there is none to keep."""
        start, length = self._header.profile_range
        is_wanted = self._header.space == EMBEDDED and self._draft.options.keeps_colour_profile
        # Behind a cut picture there is no place where a reader would look for it.
        if not is_wanted or self._is_cut or length > REPORT_MAX_BYTES:
            return b""
        return rebuild_profile(bytes(self._source.window(start, length))) or b""

    def _write_header(self, profile: bytes) -> None:
        place = (self._end, len(profile)) if profile else (0, 0)
        literal = clean_header(self._header, self._end, place)
        self._sheet.write(0, literal)
        hidden = hidden_header_bytes(self._header, literal)
        if hidden:
            self._draft.find("hidden-bytes", "header", 0, hidden)
        if self._header.has_primaries:
            self._draft.note_kept("colours")
        if self._header.has_print_size:
            self._draft.note_kept("print-size")

    def _write_table(self) -> None:
        start, entry_bytes = len(self._header.raw), self._header.table_entry_bytes
        raw = self._source.read(start, self._header.table_bytes)
        table = bytearray(raw)
        if entry_bytes > 3:
            table[3::entry_bytes] = bytes(len(table) // entry_bytes)
        self._sheet.write(start, bytes(table))
        hidden = sum(1 for old, new in zip(raw, table, strict=True) if old != new)
        if hidden:
            self._draft.find("hidden-bytes", "colour table", start, hidden)

    def _keep_pixels(self) -> None:
        """Keep all but the bytes that fill a row up to a multiple of four, if there is anything in them."""
        header, at = self._header, self._header.picture_start
        for row in self._filled_rows():
            start = header.picture_start + row * header.row_bytes
            self._sheet.keep(at, start + header.used_row_bytes - at)
            at = start + header.row_bytes
        self._sheet.keep(at, self._end - at)

    def _filled_rows(self) -> list[int]:
        """Numbers of the rows whose padding is not zero. Raises: CleanError too-many-parts."""
        header, filled = self._header, list[int]()
        if header.used_row_bytes == header.row_bytes or not header.row_bytes:
            return filled
        rows = min(self._rows, header.rows)
        step = max(MEBIBYTE // header.row_bytes, 1)
        for first in range(0, rows, step):
            filled.extend(first + row for row in self._filled_among(first, min(step, rows - first)))
            if len(filled) > MAX_BMP_PADDED_ROWS:
                raise CleanError("too-many-parts")
        return filled

    def _filled_among(self, first: int, rows: int) -> list[int]:
        """Which of a few rows, read at once, have padding that is not zero; counted from `first`."""
        header = self._header
        # What lies before the first padding is not read: rows can be as long as the file.
        start = header.picture_start + first * header.row_bytes + header.used_row_bytes
        raw = bytes(self._source.window(start, rows * header.row_bytes - header.used_row_bytes))
        columns = [raw[at :: header.row_bytes] for at in range(header.row_bytes - header.used_row_bytes)]
        if not any(column.strip(b"\0") for column in columns):
            return []
        return [row for row, padding in enumerate(zip(*columns, strict=True)) if any(padding)]

    def _note_gaps(self, zeroed: list[tuple[int, int]]) -> None:
        padding = 0
        for start, length in zeroed:
            if start >= self._header.picture_start:
                padding += length
            else:
                self._draft.find("hidden-bytes", "before the picture", start, length)
        if padding:
            self._draft.find("hidden-bytes", "ends of the rows", self._header.picture_start, padding)

    def _write_profile(self, profile: bytes) -> None:
        start, length = self._header.profile_range
        if profile:
            self._draft.note_kept("colours")
            if self._draft.rewrite(profile, self._end):
                self._draft.find("colour-profile", "profile", start, length, **self._profile_names())
            if not is_public_profile(profile):
                self._draft.find("colour-profile-custom", "profile", start, length)
        elif self._header.space == EMBEDDED:
            is_wanted = self._draft.options.keeps_colour_profile
            code = "colour-profile-damaged" if is_wanted else "colour-profile"
            self._draft.find(code, "profile", start, length, **self._profile_names())
        elif self._header.space == LINKED:
            # The name of a file on somebody's disk, which often has their own name in it.
            path = read_terminated(bytes(self._source.window(start, min(length, VALUE_MAX_BYTES))))
            self._draft.find("description", "linked profile", start, length, value=path)

    def _profile_names(self) -> dict[str, str]:
        start, length = self._header.profile_range
        return profile_names(bytes(self._source.window(start, length))) if length <= REPORT_MAX_BYTES else {}

    def _note_rest(self) -> None:
        start, length = self._header.profile_range
        is_behind = self._end <= start and start + length <= self._source.size
        extra = self._source.size - self._end - (length if is_behind else 0)
        if extra > 0:
            is_blank = is_zero(self._source, self._end, self._source.size)
            self._draft.find("hidden-bytes" if is_blank else "leftover-data", "after the picture", self._end, extra)
