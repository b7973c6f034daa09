"""What a signed history of a picture (Content Credentials, C2PA) gives away: who made it with what, and pictures.

It reads no signature and no CBOR: it looks for a few known names. Pictures of earlier forms are often inside.

Source: design document metadata.md, section 12; C2PA specification 2.2 (claims, assertions, thumbnails);
RFC 8949 section 3 (text strings of CBOR).
"""

import re
from collections.abc import Iterator
from typing import Final

from safety.photos.extents import NOWHERE, Extents
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.metadata.position import LATITUDE_LIMIT, LONGITUDE_LIMIT
from safety.photos.metadata.text import read_text
from safety.photos.metadata.xmp import coordinate_text
from safety.photos.previews import report_pictures

_MARK = b"c2pa"
_GENERATOR, _GENERATOR_INFO, _NAME = b"claim_generator", b"claim_generator_info", b"\x64name"
_NAME_WINDOW_BYTES = 128
_SHORT_TEXT, _TEXT_OF_ONE, _TEXT_OF_TWO, _SHORT_MAX = 0x60, 0x78, 0x79, 24
_PERSON, _PERSON_WINDOW_BYTES = b'"Person"', 512
_PERSON_NAME = re.compile(rb"\"name\"\s?:\s?\"([^\"\\]{1,200})\"")
_PEOPLE_MAX = 16
_POSITION: Final = re.compile(rb"\"(?:exif|EXIF):GPS(Latitude|Longitude)\"\s?:\s?\"([^\"]{1,32})\"")


def report_history(
    block: bytes, part: str, offset: int, extents: Extents = NOWHERE, *, is_known: bool = False
) -> list[Finding]:
    """Findings for JUMBF boxes; `offset` is their place in the file, `extents` where their bytes are.

    `is_known` says that they stand where only a signed history may stand; elsewhere other boxes do too.
    """
    place = Place(part, offset)
    if not is_known and _MARK not in block:
        return [make_finding("vendor-data", place, len(block), fourcc=part)]
    found = [make_finding("provenance", place, len(block), generator=_generator(block))]
    people = dict.fromkeys(_people(block))
    if people:
        found.append(make_finding("person", place, len(block), values="; ".join(people)))
    position = {match[1]: match[2] for match in _POSITION.finditer(block)}
    if position:
        lat = coordinate_text(read_text(position.get(b"Latitude", b"")), LATITUDE_LIMIT)
        lon = coordinate_text(read_text(position.get(b"Longitude", b"")), LONGITUDE_LIMIT)
        found.append(make_finding("location", place, len(block), **({"lat": lat, "lon": lon} if lat and lon else {})))
    return found + report_pictures(block, part, offset, extents)


def _people(block: bytes) -> Iterator[str]:
    """The names of the first people: each stands in the same braces as the word for a person."""
    at = block.find(_PERSON)
    for _ in range(_PEOPLE_MAX):
        if at < 0:
            return
        start = max(block.rfind(b"{", max(at - _PERSON_WINDOW_BYTES, 0), at), 0)
        end = block.find(b"}", at, at + _PERSON_WINDOW_BYTES)
        match = _PERSON_NAME.search(block, start, end) if end >= 0 else None
        if match:
            yield read_text(match[1])
        at = block.find(_PERSON, at + len(_PERSON))


def _generator(block: bytes) -> str:
    """The program that signed; empty when its name is not where it is expected."""
    at = block.find(_GENERATOR_INFO)
    if at >= 0:
        name_at = block.find(_NAME, at, at + _NAME_WINDOW_BYTES)
        return _cbor_text(block, name_at + len(_NAME)) if name_at >= 0 else ""
    at = block.find(_GENERATOR)
    return _cbor_text(block, at + len(_GENERATOR)) if at >= 0 else ""


def _cbor_text(block: bytes, at: int) -> str:
    kind = block[at] if at < len(block) else 0
    if _SHORT_TEXT <= kind < _SHORT_TEXT + _SHORT_MAX:
        return read_text(block[at + 1 : at + 1 + kind - _SHORT_TEXT])
    if kind in (_TEXT_OF_ONE, _TEXT_OF_TWO):
        start = at + 1 + (kind == _TEXT_OF_TWO) + 1
        return read_text(block[start : start + int.from_bytes(block[at + 1 : start], "big")])
    return ""
