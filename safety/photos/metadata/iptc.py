"""What Photoshop's resource block gives away: IPTC captions and names, previews, links, and copies of others.

Source: design document metadata.md, section 12; Adobe Photoshop file formats (image resource blocks);
IPTC-IIM 4.2 chapter 3 (data sets).
"""

from collections.abc import Iterator
from typing import Final

from safety.photos.extents import NOWHERE, Extents
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.metadata.exif_report import report_exif
from safety.photos.metadata.moments import compact_time
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.text import VALUE_MAX_BYTES, read_terminated, read_text
from safety.photos.metadata.xmp import report_xmp
from safety.photos.previews import JPEG_MARK, thumbnail

PHOTOSHOP_MARK = b"Photoshop 3.0\0"

_CAPTION, _IPTC, _URL, _PROFILE, _URLS, _VERSION = 0x03F0, 0x0404, 0x040B, 0x040F, 0x041E, 0x0421
_EXIFS: Final = (0x0422, 0x0423)
_XMP = 0x0424
_PREVIEWS: Final = (0x0409, 0x040C)
# Kind, width, height, bytes of a row, sizes, bits and planes stand before the picture.
_PREVIEW_HEAD_BYTES = 28
_RESOURCES_MAX = 1_024
_DATA_SETS_MAX = 10_000
_URLS_MAX = 64

_DATA_SETS: Final = {
    5: ("description", "value"),
    25: ("keywords", "value"),
    26: ("location", "name"),
    27: ("location", "name"),
    40: ("description", "value"),
    65: ("software", "value"),
    80: ("person", "values"),
    90: ("location", "name"),
    92: ("location", "name"),
    95: ("location", "name"),
    100: ("location", "name"),
    101: ("location", "name"),
    103: ("description", "value"),
    105: ("description", "value"),
    110: ("person", "values"),
    115: ("person", "values"),
    116: ("person", "values"),
    118: ("contact", "values"),
    120: ("caption", "value"),
    122: ("person", "values"),
}

# When it was made, and when it was scanned.
_DATES_AND_CLOCKS: Final = ((55, 60), (62, 63))
_MOMENTS: Final = (55, 60, 62, 63)


def report_resources(block: bytes, part: str, offset: int, extents: Extents = NOWHERE) -> list[Finding]:
    """Findings for a chain of 8BIM resources; `offset` is its place in the file, `extents` where its bytes are."""
    found: list[Finding] = []
    for number, start, size in _resources(block):
        resource = block[start : start + size]
        found.extend(_resource_findings(number, resource, Place(part, offset), extents.part(start, size)))
    return found or [make_finding("vendor-data", Place(part, offset), len(block), fourcc=part)]


def report_iptc(block: bytes, part: str, offset: int) -> list[Finding]:
    """Findings for bare IPTC data sets, without the resources around them."""
    texts: dict[tuple[str, str], dict[str, None]] = {}
    moments: dict[int, str] = {}
    for number, raw in _data_sets(block):
        if number in _DATA_SETS:
            texts.setdefault(_DATA_SETS[number], {})[read_text(raw)] = None
        elif number in _MOMENTS:
            moments.setdefault(number, read_text(raw))
    for date, clock in _DATES_AND_CLOCKS:
        texts.setdefault(("time", "value"), {})[compact_time(moments.get(date, ""), moments.get(clock, ""))] = None
    place = Place(part, offset)
    return [
        make_finding(code, place, len(block), **{name: "; ".join(filter(None, said))})
        for (code, name), said in texts.items()
        if any(said)
    ]


def _resources(block: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, start and size of the content of each resource, as far as they are whole."""
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
        yield int.from_bytes(block[at + 4 : at + 6], "big"), start, size
        at = start + size + (size & 1)


def _resource_findings(number: int, resource: bytes, place: Place, extents: Extents) -> list[Finding]:
    if number == _IPTC:
        return report_iptc(resource, place.part, place.offset)
    if number in _EXIFS:
        return report_exif(resource, place.part, place.offset, extents)
    if number == _XMP:
        return report_xmp(resource, place.part, place.offset)
    if number in _PREVIEWS:
        return [_preview(resource, place, extents)]
    if number == _PROFILE:
        return [make_finding("colour-profile", place, len(resource), **profile_names(resource))]
    code, name, text = _resource_text(number, resource)
    return [make_finding(code, place, len(resource), **{name: text})] if text else []


def _preview(resource: bytes, place: Place, extents: Extents) -> Finding:
    size = len(resource) - _PREVIEW_HEAD_BYTES
    is_jpeg = resource[_PREVIEW_HEAD_BYTES:].startswith(JPEG_MARK)
    return thumbnail(place, len(resource), extents.part(_PREVIEW_HEAD_BYTES, size) if is_jpeg else NOWHERE)


def _resource_text(number: int, resource: bytes) -> tuple[str, str, str]:
    """Code, name of the value, and the text of a resource that is one; an empty text for any other."""
    if number == _CAPTION:
        return "caption", "value", read_text(resource[1 : 1 + resource[0]]) if resource else ""
    if number == _URL:
        return "web-link", "values", read_terminated(resource)
    if number == _URLS:
        return "web-link", "values", "; ".join(_addresses(resource))
    if number == _VERSION:
        # Four bytes of version, a flag, and the program that wrote the file.
        return "software", "value", _wide_text(resource, 5)[0]
    return "", "", ""


def _addresses(resource: bytes) -> Iterator[str]:
    """The texts of a list of links: each follows a type and an ID of four bytes."""
    at = 4
    for _ in range(min(int.from_bytes(resource[:4], "big"), _URLS_MAX)):
        text, at = _wide_text(resource, at + 8)
        if text:
            yield text


def _wide_text(resource: bytes, at: int) -> tuple[str, int]:
    """A text of 16-bit letters behind their number, and where it ends."""
    end = at + 4 + 2 * int.from_bytes(resource[at : at + 4], "big")
    return resource[at + 4 : min(end, at + 4 + VALUE_MAX_BYTES)].decode("utf-16-be", "replace").replace(
        "\0", " "
    ).strip(), end


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
