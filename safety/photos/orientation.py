"""Which way up a picture is: read from an EXIF block, and written as the smallest block that says it.

It is the only thing in EXIF that changes what is kept.

Source: design document metadata.md, section 3.1 (Exif 3.0, tag 274).
"""

from safety.photos.exif import DirectoryReader, read_header

UPRIGHT = 1
_TURNED = range(2, 9)
_TAG = 0x0112
_SHORT, _LONG = 3, 4
_BEFORE = bytes.fromhex("4d4d002a00000008 0001 0112000300000001 00")
_AFTER = bytes.fromhex("0000 00000000")


def read_orientation(block: bytes) -> int:
    """1 to 8 from the first directory of an EXIF block; 1 when it says nothing valid."""
    header = read_header(block)
    if header is None:
        return UPRIGHT
    for entry in DirectoryReader(block, header.order).entries(header.first_offset):
        if entry.tag == _TAG:
            return _valid(int.from_bytes(_number(entry.kind, entry.inline), header.order))
    return UPRIGHT


def canonical_exif(orientation: int) -> bytes:
    """The 26 bytes that say this orientation and nothing else; empty for upright."""
    if orientation not in _TURNED:
        return b""
    return _BEFORE + bytes([orientation]) + _AFTER


def _number(kind: int, inline: bytes) -> bytes:
    return inline[: {_SHORT: 2, _LONG: 4}.get(kind, 0)]


def _valid(value: int) -> int:
    return value if value in _TURNED else UPRIGHT
