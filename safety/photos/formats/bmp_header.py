"""The two headers of a BMP: what they say of the picture, and how they read when only that is left.

It does not look at the picture.

Source: design document metadata.md, section 11; Microsoft "Bitmap storage" (BITMAPFILEHEADER, BITMAPINFOHEADER,
BITMAPV4HEADER, BITMAPV5HEADER); OS/2 2.x presentation manager (BITMAPINFOHEADER2).
"""

from dataclasses import dataclass
from typing import Final

from safety.photos.errors import CleanError, damaged
from safety.photos.source import Source

FILE_BYTES = 14
CORE, INFO, OS2, V4, V5 = 12, 40, 64, 108, 124
_UNCOMPRESSED, _RUNS_OF_8, _RUNS_OF_4, _MASKS, _MASKS_WITH_ALPHA = 0, 1, 2, 3, 6
_VARIANTS: Final = {
    _UNCOMPRESSED: (1, 2, 4, 8, 16, 24, 32),
    _RUNS_OF_8: (8,),
    _RUNS_OF_4: (4,),
    _MASKS: (16, 32),
    _MASKS_WITH_ALPHA: (16, 32),
}
_MASK_BYTES: Final = {_MASKS: 12, _MASKS_WITH_ALPHA: 16}
_INDEXED_BITS_MAX = 8

# The colour space is a number whose four letters stand backwards in the file.
SRGB, WINDOWS, CALIBRATED, LINKED, EMBEDDED = b"BGRs", b" niW", bytes(4), b"KNIL", b"DEBM"
_INTENTS: Final = (1, 2, 4, 8)

# Offsets in the file.
_FILE_BYTES, _RESERVED, _PICTURE_START = slice(2, 6), slice(6, 10), slice(10, 14)
_WIDTH, _COMPRESSION, _PICTURE_BYTES, _COLOURS = 18, 30, slice(34, 38), slice(46, 50)
_PRINT_SIZE, _OS2_HINTS, _SPACE, _PRIMARIES = slice(38, 46), slice(54, 78), slice(70, 74), slice(74, 122)
_INTENT, _PROFILE_START, _PROFILE_LENGTH, _LAST = slice(122, 126), slice(126, 130), slice(130, 134), slice(134, 138)


@dataclass(frozen=True, slots=True)
class Header:
    """What a BMP says of itself. `raw` are both headers and the masks behind them; sizes in bytes.

    `row_bytes` is 0 for a picture coded in runs, whose size is then `picture_bytes`.
    """

    raw: bytes
    size: int
    rows: int
    row_bytes: int
    used_row_bytes: int
    picture_start: int
    picture_bytes: int
    table_bytes: int

    @property
    def table_entry_bytes(self) -> int:
        """Size of one colour: three bytes, in all but the oldest form with a reserved one behind them."""
        return 3 if self.size == CORE else 4

    @property
    def space(self) -> bytes:
        """The colour space; empty in forms that have none."""
        return self.raw[_SPACE] if self.size >= V4 else b""

    @property
    def profile_range(self) -> tuple[int, int]:
        """Offset in the file and length of the profile, or of the name of one; zeros for none."""
        if self.size != V5 or self.space not in (LINKED, EMBEDDED):
            return 0, 0
        return FILE_BYTES + _number(self.raw[_PROFILE_START]), _number(self.raw[_PROFILE_LENGTH])

    @property
    def has_primaries(self) -> bool:
        """True when it describes its colours by numbers of its own."""
        return self.space == CALIBRATED and any(self.raw[_PRIMARIES])

    @property
    def has_print_size(self) -> bool:
        """True when it says how many pixels make a metre."""
        return self.size >= INFO and any(self.raw[_PRINT_SIZE])


def read_header(source: Source) -> Header:
    """The header of a file. Raises: CleanError damaged or unsupported-variant."""
    size = int.from_bytes(source.read(FILE_BYTES, 4), "little")
    compression = int.from_bytes(source.read(_COMPRESSION, 4), "little") if size >= INFO else _UNCOMPRESSED
    masks = _MASK_BYTES.get(compression, 0) if size == INFO else 0
    raw = source.read(0, FILE_BYTES + size + masks)
    number_bytes = 2 if size == CORE else 4
    rows_at = _WIDTH + number_bytes
    bits_at = rows_at + number_bytes + 2
    width = _signed(raw[_WIDTH:rows_at])
    rows = abs(_signed(raw[rows_at : rows_at + number_bytes]))
    bits = _number(raw[bits_at : bits_at + 2])
    if bits not in _VARIANTS.get(compression, ()) or (size == OS2 and compression > _RUNS_OF_4):
        raise CleanError("unsupported-variant", format="bmp")
    if width <= 0 or not rows:
        raise damaged("no-picture")
    has_rows = compression not in (_RUNS_OF_8, _RUNS_OF_4)
    picture_bytes = 0 if has_rows else _number(raw[_PICTURE_BYTES])
    picture_start = _number(raw[_PICTURE_START])
    if picture_start < len(raw):
        raise damaged("order")
    if picture_start >= source.size or not (has_rows or picture_bytes):
        raise damaged("no-picture")
    return Header(
        raw=raw,
        size=size,
        rows=rows,
        row_bytes=(width * bits + 31) // 32 * 4 if has_rows else 0,
        used_row_bytes=(width * bits + 7) // 8,
        picture_start=picture_start,
        picture_bytes=picture_bytes,
        table_bytes=_table_bytes(raw, size, bits, picture_start - len(raw)),
    )


def clean_header(header: Header, end: int, profile: tuple[int, int]) -> bytes:
    """The headers with only what shows the picture.

    `end` is where the picture ends; `profile` the place and length of the profile behind it, zeros for none.
    """
    fields = bytearray(header.raw)
    fields[_FILE_BYTES] = _little(end + profile[1])
    fields[_RESERVED] = bytes(4)
    if header.size >= INFO and header.row_bytes and any(fields[_PICTURE_BYTES]):
        # Zero means that it follows from the rows. A picture that is cut may claim more than fits.
        picture_bytes = header.rows * header.row_bytes
        fields[_PICTURE_BYTES] = _little(picture_bytes if picture_bytes < 1 << 32 else 0)
    if header.size == OS2:
        fields[_OS2_HINTS] = bytes(24)
    if header.size >= V4:
        _clean_space(header, fields, profile)
    return bytes(fields)


def hidden_header_bytes(header: Header, clean: bytes) -> int:
    """How many bytes of the headers changed that nothing uses; sizes and the profile's place aside."""
    aside = {*range(2, 6), *range(34, 38)}
    if header.space in (LINKED, EMBEDDED):
        aside.update((*range(70, 74), *range(126, 134)))
    return sum(1 for at, (old, new) in enumerate(zip(header.raw, clean, strict=True)) if old != new and at not in aside)


def _clean_space(header: Header, fields: bytearray, profile: tuple[int, int]) -> None:
    space = header.space
    is_lost = space == EMBEDDED and not profile[1]
    if is_lost or space not in (SRGB, WINDOWS, CALIBRATED, EMBEDDED):
        fields[_SPACE] = SRGB
    if space != CALIBRATED:
        # Primaries and gammas count for a calibrated space only.
        fields[_PRIMARIES] = bytes(48)
    if header.size == V5:
        if _number(header.raw[_INTENT]) not in _INTENTS:
            fields[_INTENT] = bytes(4)
        start = profile[0] - FILE_BYTES if profile[1] else 0
        fields[_PROFILE_START] = _little(start)
        fields[_PROFILE_LENGTH] = _little(profile[1])
        fields[_LAST] = bytes(4)


def _table_bytes(raw: bytes, size: int, bits: int, room: int) -> int:
    """Size of the colours that pixels can name; entries behind them, or of a deep picture, nothing uses."""
    if bits > _INDEXED_BITS_MAX:
        return 0
    said = _number(raw[_COLOURS]) if size >= INFO else 0
    return min(min(said or 1 << bits, 1 << bits) * (3 if size == CORE else 4), room)


def _number(raw: bytes) -> int:
    return int.from_bytes(raw, "little")


def _signed(raw: bytes) -> int:
    """A size in pixels: signed, but in the oldest form, where it has two bytes."""
    return int.from_bytes(raw, "little", signed=len(raw) > 2)


def _little(number: int) -> bytes:
    if number >= 1 << 32:
        raise damaged("size")
    return number.to_bytes(4, "little")
