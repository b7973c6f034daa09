"""A colour profile rebuilt from what changes colour, so that no names and numbers stay.

The same profile in gives the same bytes out, and a rebuilt profile is rebuilt to itself.

Source: design document metadata.md, section 3.2; ICC.1:2022 sections 7.2 (header), 7.3 (table), 10 (types).
"""

from typing import Final

from safety.photos.limits import MAX_ICC_TAGS

HEADER_BYTES = 128
_TAG_ENTRY_BYTES = 12
_NEUTRAL_DATE = bytes.fromhex("07d000010001000000000000")

KEPT_TAGS: Final = frozenset(
    b"wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC chad chrm gamt cicp lumi A2B0 A2B1 A2B2 A2B3 B2A0 B2A1"
    b" B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 pre0 pre1 pre2 clrt clot ncl2".split()
)

_NAME_V4 = b"mluc" + bytes.fromhex("00000000 00000001 0000000c") + b"enUS" + bytes.fromhex("00000006 0000001c")
_NAMES_V4 = {b"desc": _NAME_V4 + "RGB".encode("utf-16-be"), b"cprt": _NAME_V4 + "CC0".encode("utf-16-be")}
_NAMES_V2 = {
    b"desc": b"desc" + bytes(4) + bytes.fromhex("00000004") + b"RGB\0" + bytes(78),
    b"cprt": b"text" + bytes(4) + b"CC0\0",
}
# One, three, four, five and seven numbers of four bytes behind a head of twelve.
_CURVE_BYTES: Final = {0: 16, 1: 24, 2: 28, 3: 32, 4: 40}


def rebuild_profile(profile: bytes) -> bytes | None:
    """The profile with only what changes colour, or None when it cannot be understood."""
    size = int.from_bytes(profile[:4], "big")
    if profile[36:40] != b"acsp" or not HEADER_BYTES + 4 <= size <= len(profile):
        return None
    kept = read_tags(profile[:size])
    if kept is None:
        return None
    names = _NAMES_V4 if profile[8] >= 4 else _NAMES_V2
    return _assemble(profile[:HEADER_BYTES], {**kept, **names})


def read_tags(profile: bytes) -> dict[bytes, bytes] | None:
    """The tags that change colour, by signature; None when one of them is not inside the profile."""
    places = find_tags(profile)
    return None if places is None else {name: profile[start:end] for name, (start, end) in places.items()}


def find_tags(profile: bytes) -> dict[bytes, tuple[int, int]] | None:
    """Start and end of the tags that change colour, as far as their type reads; None as in `read_tags`."""
    count = int.from_bytes(profile[HEADER_BYTES : HEADER_BYTES + 4], "big")
    table_end = HEADER_BYTES + 4 + count * _TAG_ENTRY_BYTES
    if count > MAX_ICC_TAGS or table_end > len(profile):
        return None
    places: dict[bytes, tuple[int, int]] = {}
    for at in range(HEADER_BYTES + 4, table_end, _TAG_ENTRY_BYTES):
        signature = profile[at : at + 4]
        start = int.from_bytes(profile[at + 4 : at + 8], "big")
        size = int.from_bytes(profile[at + 8 : at + 12], "big")
        if signature not in KEPT_TAGS or signature in places:
            continue
        if start + size > len(profile):
            return None
        places[signature] = start, start + len(_trim(profile[start : start + size]))
    return places


def _trim(content: bytes) -> bytes:
    """The part of a tag that its type reads, since anything can hide behind it.

    Tables (mft1, mft2, mAB, mBA) have no length of their own and are left as they are.
    """
    kind, used = content[:4], len(content)
    if kind == b"XYZ ":
        used = 20
    elif kind == b"curv":
        used = 12 + 2 * int.from_bytes(content[8:12], "big")
    elif kind == b"para":
        used = _CURVE_BYTES.get(int.from_bytes(content[8:10], "big"), used)
    elif kind == b"sf32":
        used = 44
    return content[:used]


def _assemble(header: bytes, tags: dict[bytes, bytes]) -> bytes:
    """Header, table and contents; sorted by signature, equal contents once, each padded to four bytes."""
    table = len(tags).to_bytes(4, "big")
    start = HEADER_BYTES + 4 + _TAG_ENTRY_BYTES * len(tags)
    places: dict[bytes, int] = {}
    contents = b""
    for signature in sorted(tags):
        content = tags[signature]
        if content not in places:
            places[content] = start + len(contents)
            contents += content + bytes(-len(content) % 4)
        table += signature + places[content].to_bytes(4, "big") + len(content).to_bytes(4, "big")
    return neutral_header(header, start + len(contents)) + table + contents


def neutral_header(header: bytes, size: int) -> bytes:
    """The header without date, makers, creator and profile ID, for a profile of `size` bytes."""
    return b"".join(
        (
            size.to_bytes(4, "big"),
            bytes(4),  # colour management module
            header[8:24],  # version, class, colour space, connection space
            _NEUTRAL_DATE,
            header[36:40],  # acsp
            bytes(4),  # platform
            header[44:48],  # flags
            bytes(8),  # device maker and model
            header[56:80],  # attributes, intent, white point
            bytes(HEADER_BYTES - 80),  # creator, profile id, reserved
        )
    )
