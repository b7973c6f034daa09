"""The two things in an EXIF block that show: which way up the picture is, and that its colours are Adobe RGB.

They are read from any block, and written as the smallest block that says them. Nothing else in EXIF changes
what is kept.

Source: design document metadata.md, sections 3.1 and 4 (its last line); Exif 3.0, tags 274, 34665, 40961 and
40965; DCF 2.0 (JEITA CP-3461B), optional colour space: ColorSpace 0xFFFF with interoperability index R03.
"""

from safety.photos.metadata.exif import EXIF_DIRECTORY, DirectoryReader, Entry, read_header

UPRIGHT = 1
_TURNED = range(2, 9)
_ORIENTATION = 0x0112
_COLOUR_SPACE, _INTEROPERABILITY_DIRECTORY, _INTEROPERABILITY_INDEX = 0xA001, 0xA005, 0x0001
_ASCII, _SHORT, _LONG = 2, 3, 4
_UNCALIBRATED = 0xFFFF
_ADOBE_RGB = b"R03\0"
_HEADER = b"MM\0*\0\0\0\x08"


def read_orientation(block: bytes) -> int:
    """1 to 8 from the first directory of an EXIF block; 1 when it says nothing valid."""
    header = read_header(block)
    if header is None:
        return UPRIGHT
    entry = _first(DirectoryReader(block, header.order), header.first_offset, _ORIENTATION)
    value = int.from_bytes(_number(entry), header.order)
    return value if value in _TURNED else UPRIGHT


def read_adobe_rgb(block: bytes) -> bool:
    """True when the block says what cameras say that were set to Adobe RGB, in both of its places."""
    header = read_header(block)
    if header is None:
        return False
    reader = DirectoryReader(block, header.order)
    detail = _pointer(reader, header.first_offset, EXIF_DIRECTORY)
    colour_space = _number(_first(reader, detail, _COLOUR_SPACE))
    index = _first(reader, _pointer(reader, detail, _INTEROPERABILITY_DIRECTORY), _INTEROPERABILITY_INDEX)
    is_index = index is not None and (index.kind, index.count, index.inline) == (_ASCII, len(_ADOBE_RGB), _ADOBE_RGB)
    return is_index and int.from_bytes(colour_space, header.order) == _UNCALIBRATED


def canonical_exif(orientation: int, *, is_adobe_rgb: bool = False) -> bytes:
    """The block that says this and nothing else: 26, 74 or 86 bytes; empty for upright without Adobe RGB."""
    main = _short(_ORIENTATION, orientation) if orientation in _TURNED else b""
    if not is_adobe_rgb:
        return _HEADER + _directory(main) if main else b""
    # Each directory stands directly behind the one that points to it.
    detail_at = len(_HEADER) + len(_directory(main + _long(EXIF_DIRECTORY, 0)))
    detail = _short(_COLOUR_SPACE, _UNCALIBRATED)
    index_at = detail_at + len(_directory(detail + _long(_INTEROPERABILITY_DIRECTORY, 0)))
    return b"".join(
        (
            _HEADER,
            _directory(main + _long(EXIF_DIRECTORY, detail_at)),
            _directory(detail + _long(_INTEROPERABILITY_DIRECTORY, index_at)),
            _directory(_entry(_INTEROPERABILITY_INDEX, _ASCII, len(_ADOBE_RGB), _ADOBE_RGB)),
        )
    )


def _first(reader: DirectoryReader, offset: int, tag: int) -> Entry | None:
    """The first entry with this tag in the directory at `offset`; None at 0, where no directory can be."""
    entries = reader.entries(offset) if offset else ()
    return next((entry for entry in entries if entry.tag == tag), None)


def _pointer(reader: DirectoryReader, offset: int, tag: int) -> int:
    entry = _first(reader, offset, tag)
    return reader.number(entry.inline) if entry else 0


def _number(entry: Entry | None) -> bytes:
    """The bytes of the first SHORT or LONG; empty, which is the number 0, for other types."""
    return entry.inline[: {_SHORT: 2, _LONG: 4}.get(entry.kind, 0)] if entry else b""


def _directory(entries: bytes) -> bytes:
    return (len(entries) // 12).to_bytes(2, "big") + entries + bytes(4)


def _short(tag: int, value: int) -> bytes:
    return _entry(tag, _SHORT, 1, value.to_bytes(2, "big") + b"\0\0")


def _long(tag: int, value: int) -> bytes:
    return _entry(tag, _LONG, 1, value.to_bytes(4, "big"))


def _entry(tag: int, kind: int, count: int, inline: bytes) -> bytes:
    return tag.to_bytes(2, "big") + kind.to_bytes(2, "big") + count.to_bytes(4, "big") + inline
