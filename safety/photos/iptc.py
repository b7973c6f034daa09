"""What Photoshop's resource block gives away: IPTC captions and names, previews, links, and copies of others.

Source: design document metadata.md, section 12; Adobe Photoshop file formats (image resource blocks);
IPTC-IIM 4.2 chapter 3 (data sets).
"""

from collections.abc import Iterator
from typing import Final

from safety.photos.exif_report import report_exif
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.text import read_text
from safety.photos.xmp import report_xmp

PHOTOSHOP_MARK = b"Photoshop 3.0\0"

_IPTC, _EXIF, _XMP = 0x0404, 0x0422, 0x0424
_PREVIEWS: Final = (0x0409, 0x040C)
_LINKS: Final = (0x040B, 0x041E)
_RESOURCES_MAX = 4_096
_DATA_SETS_MAX = 10_000

_DATA_SETS: Final = {
    5: ("description", "value"),
    25: ("keywords", "value"),
    55: ("time", "value"),
    80: ("person", "values"),
    90: ("location", "name"),
    101: ("location", "name"),
    105: ("description", "value"),
    116: ("person", "values"),
    120: ("caption", "value"),
}


def report_resources(block: bytes, part: str, offset: int) -> list[Finding]:
    """Findings for a chain of 8BIM resources; `offset` is its place in the file."""
    found: list[Finding] = []
    for number, resource in _resources(block):
        found.extend(_resource_findings(number, resource, Place(part, offset)))
    return found or [make_finding("vendor-data", Place(part, offset), len(block), fourcc=part)]


def report_iptc(block: bytes, part: str, offset: int) -> list[Finding]:
    """Findings for bare IPTC data sets, without the resources around them."""
    texts: dict[tuple[str, str], dict[str, None]] = {}
    for number, raw in _data_sets(block):
        if number in _DATA_SETS:
            texts.setdefault(_DATA_SETS[number], {})[read_text(raw)] = None
    place = Place(part, offset)
    return [
        make_finding(code, place, len(block), **{name: "; ".join(said)})
        for (code, name), said in texts.items()
        if any(said)
    ]


def _resources(block: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each resource, as far as they are whole."""
    at = 0
    for _ in range(_RESOURCES_MAX):
        if block[at : at + 4] != b"8BIM" or at + 7 > len(block):
            return
        # The name is a byte of length and its text, together padded to an even size.
        name_end = at + 6 + ((block[at + 6] + 2) & ~1)
        size = int.from_bytes(block[name_end : name_end + 4], "big")
        start = name_end + 4
        if start + size > len(block):
            return
        yield int.from_bytes(block[at + 4 : at + 6], "big"), block[start : start + size]
        at = start + size + (size & 1)


def _resource_findings(number: int, resource: bytes, place: Place) -> list[Finding]:
    if number == _IPTC:
        return report_iptc(resource, place.part, place.offset)
    if number == _EXIF:
        return report_exif(resource, place.part, place.offset)
    if number == _XMP:
        return report_xmp(resource, place.part, place.offset)
    if number in _PREVIEWS:
        return [make_finding("thumbnail", place, len(resource))]
    if number in _LINKS and resource.strip(b"\0"):
        return [make_finding("web-link", place, len(resource))]
    return []


def _data_sets(block: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each data set of record 2, as far as they are whole."""
    at = 0
    for _ in range(_DATA_SETS_MAX):
        if at + 5 > len(block) or block[at] != 0x1C:
            return
        size = int.from_bytes(block[at + 3 : at + 5], "big")
        # The high bit announces an extended size, which no text of a person needs.
        if size & 0x8000 or at + 5 + size > len(block):
            return
        if block[at + 1] == 2:
            yield block[at + 2], block[at + 5 : at + 5 + size]
        at += 5 + size
