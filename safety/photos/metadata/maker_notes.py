"""What the maker of a camera writes for itself, as far as it says which camera, whose, where, or links files.

A handful of entries of the common makers, in the clear. Other entries, other makers and what is encrypted stay
unread; the note as a whole is reported by `exif_report` in any case.

Source: design document metadata.md, section 12; the entries as ExifTool 13.59 documents them (tag names of Apple,
Canon, FujiFilm, Motorola, Nikon, Olympus, Panasonic, Pentax, Ricoh and Sigma).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from safety.photos.findings import Finding, Place, make_finding
from safety.photos.metadata.exif import DirectoryReader, Entry, read_header
from safety.photos.metadata.text import read_terminated
from safety.photos.recognise import Order

_OLYMPUS_DIRECTORIES: Final = (0x2010, 0x4000)

_TAGS: Final[dict[str, dict[int, str]]] = {
    "apple": {0x000B: "serial", 0x0011: "live-link", 0x0015: "serial", 0x0020: "serial", 0x002B: "serial"},
    "canon": {0x0007: "software", 0x0009: "person", 0x000C: "serial", 0x0028: "serial", 0x0096: "serial"},
    "fujifilm": {0x0010: "serial"},
    "motorola": {0x5501: "serial"},
    "nikon": {0x001D: "serial", 0x00A0: "serial"},
    "olympus": {0x0101: "serial", 0x0102: "serial", 0x0202: "serial", 0x0404: "serial"},
    "panasonic": {
        0x0025: "serial",
        0x0052: "serial",
        0x0065: "description",
        0x0066: "person",
        0x0067: "location",
        0x0069: "location",
        0x006B: "location",
        0x006D: "location",
        0x006F: "location",
        0x0080: "location",
    },
    "pentax": {0x0215: "serial", 0x0229: "serial"},
    "ricoh": {0x0005: "serial"},
    "sigma": {0x0002: "serial"},
}
_VALUE_NAMES: Final = {"serial": "values", "person": "values", "location": "name"}
_ORDERS: Final[dict[bytes, Order]] = {b"MM": "big", b"II": "little"}
_IDENTIFIERS: Final = ("serial", "live-link")
_DIGITS_MIN, _HEXADECIMAL_BYTES = 4, 16
_BINARY_KINDS: Final = (1, 7)
_PENTAX_NUMBERS = 5


class _Layout(NamedTuple):
    """How a note begins: its mark, where its directory is, and whether offsets count from the note."""

    mark: bytes
    maker: str
    directory: int
    counts_from_note: bool
    order_at: int = 0
    order: Order | None = None


_LAYOUTS: Final = (
    _Layout(b"Apple iOS\0", "apple", 14, True, 12),
    _Layout(b"OLYMPUS\0", "olympus", 12, True, 8),
    _Layout(b"OM SYSTEM\0", "olympus", 16, True, 12),
    _Layout(b"OLYMP\0", "olympus", 8, False),
    _Layout(b"Panasonic\0", "panasonic", 12, False),
    _Layout(b"FUJIFILM", "fujifilm", 12, True, order="little"),
    _Layout(b"PENTAX \0", "pentax", 10, True, 8),
    _Layout(b"AOC\0", "pentax", 6, False, 4),
    _Layout(b"SIGMA\0\0\0", "sigma", 10, False),
    _Layout(b"FOVEON\0\0", "sigma", 10, False),
    _Layout(b"RICOH", "ricoh", 8, False),
    _Layout(b"Ricoh", "ricoh", 8, False),
    _Layout(b"MOT\0", "motorola", 8, True),
)
_NIKON_MARK, _NIKON_HEADER_AT = b"Nikon\0\2", 10
_NOTE_MAX_BYTES = 1024 * 1024


class _Note(NamedTuple):
    """An opened note: whose, a reader whose offsets count as the note's do, and where its directory is."""

    maker: str
    reader: DirectoryReader
    directory: int


def report_note(reader: DirectoryReader, start: int, size: int, make: str, place: Place) -> list[Finding]:
    """Findings for the note at `start` of the block that `reader` reads; none when its maker is not known."""
    note = _open(reader, start, size, make)
    said: dict[str, dict[str, None]] = {}
    for entry in _entries(note) if note else ():
        code = _TAGS[note.maker].get(entry.tag) if note else None
        text = _text(note.reader, entry, code) if note and code else ""
        if code and text:
            said.setdefault(code, {})[text] = None
    return [
        make_finding(code, place, size, **{_VALUE_NAMES.get(code, "value"): "; ".join(texts)})
        for code, texts in said.items()
    ]


def _open(reader: DirectoryReader, start: int, size: int, make: str) -> _Note | None:
    content = reader.block[start : start + min(size, _NOTE_MAX_BYTES)]
    if content.startswith(_NIKON_MARK):
        inner = content[_NIKON_HEADER_AT:]
        header = read_header(inner)
        return _Note("nikon", DirectoryReader(inner, header.order), header.first_offset) if header else None
    for layout in _LAYOUTS:
        if content.startswith(layout.mark):
            order = layout.order or _ORDERS.get(content[layout.order_at : layout.order_at + 2], reader.order)
            if layout.counts_from_note:
                return _Note(layout.maker, DirectoryReader(content, order), layout.directory)
            return _Note(layout.maker, DirectoryReader(reader.block, order), start + layout.directory)
    # Canon's note is a directory without any mark.
    return _Note("canon", reader, start) if make.upper().startswith("CANON") else None


def _entries(note: _Note) -> Iterator[Entry]:
    """The entries of the note, and those of Olympus's two directories inside it that name the camera."""
    for entry in note.reader.entries(note.directory):
        yield entry
        if note.maker == "olympus" and entry.tag in _OLYMPUS_DIRECTORIES and entry.kind in (4, 13):
            yield from note.reader.entries(note.reader.number(entry.inline))


def _text(reader: DirectoryReader, entry: Entry, code: str) -> str:
    """A text as it stands, a number in digits, and other bytes as hexadecimal; empty for zeros and for rubbish."""
    raw = reader.raw(entry)
    if not raw.strip(b"\0"):
        return ""
    if entry.kind in (3, 4) and entry.count == 1:
        return str(reader.number(raw))
    if entry.kind == 4 and entry.count == _PENTAX_NUMBERS:
        # Model, date, country, and the number of the camera.
        return str(reader.number(raw[-4:]))
    text = read_terminated(raw)
    if code not in _IDENTIFIERS:
        return text
    # Programs that move a note without mending its offsets leave anything where a number was.
    if text.isascii() and text.isprintable() and sum(map(str.isalnum, text)) >= max(len(text) // 2, _DIGITS_MIN):
        return text
    return raw[:_HEXADECIMAL_BYTES].hex() if entry.kind in _BINARY_KINDS and len(raw) >= _HEXADECIMAL_BYTES else ""
