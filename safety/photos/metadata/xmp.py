"""What an XMP packet gives away, by looking for known names. No XML parser, so nothing can expand.

Prefixes are taken as everybody writes them; a packet that renames them is still removed, only told less.

Source: design document metadata.md, section 12; XMP specification part 1, section 7 (serialisation).
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Final

from safety.photos.findings import Finding, Place, make_finding
from safety.photos.metadata import xmp_names
from safety.photos.metadata.moments import readable_time
from safety.photos.metadata.position import LATITUDE_LIMIT, LONGITUDE_LIMIT, decimal_text, degrees_text, parse_number
from safety.photos.metadata.prompts import is_prompt

_VALUE_WINDOW_BYTES = 2048
_OCCURRENCES_MAX = 16
_COLONS_MAX = 200_000
_LOCAL_NAME = re.compile(rb":([A-Za-z][A-Za-z0-9_-]{0,63})")
_NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_NAME_END = re.compile(rb"[\s=/>]")
_ATTRIBUTE = re.compile(rb"\s{0,8}=\s{0,8}(?:\"([^\"<]*)|'([^'<]*))")
_TAG = re.compile(rb"<[^<>]*>")
_COORDINATE = re.compile(
    # Not \d, which would take the digits of any script.
    r"([0-9]{1,3})(?:,([0-9]{1,2}(?:\.[0-9]{1,12})?))?(?:,([0-9]{1,2}(?:\.[0-9]{1,12})?))?([NSEW])"
)
_LAYER_MARKS: Final = (
    ("hdr-layer", (b"hdrgm:", b"HDRGainMap:", b"hdrgainmap")),
    ("matte-layer", (b"effectsmatte", b"semanticskinmatte", b"semantichairmatte", b"semanticteethmatte")),
    ("depth-layer", (b"depthBlurEffect:", b"aux:disparity", b"aux:depth", b"GDepth:")),
)
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

_SEMANTIC = "Item:Semantic"
_DEVICE_NAMES: Final = ("tiff:Make", "tiff:Model", "aux:Lens", "exifEX:LensModel")
_ITEMS_OF_NO_PICTURE: Final = ("Primary", "MotionPhoto")


def _prefixes() -> dict[bytes, tuple[bytes, ...]]:
    """The prefixes under which each known name is looked for."""
    rows: dict[bytes, tuple[bytes, ...]] = {}
    for full in {*xmp_names.every_name(), _SEMANTIC, *_DEVICE_NAMES}:
        prefix, _, local = full.encode().partition(b":")
        rows[local] = (*rows.get(local, ()), prefix)
    return rows


_PREFIXES: Final = _prefixes()


def report_xmp(packet: bytes, part: str, offset: int) -> list[Finding]:
    """Findings for an XMP packet (UTF-8 or UTF-16); `offset` is its place in the file."""
    report = _Report(_as_utf8(packet), Place(part, offset))
    found = list(report.findings())
    return found or [make_finding("vendor-data", Place(part, offset), len(packet), fourcc=part)]


def picture_layers(packet: bytes) -> list[str]:
    """Codes for the pictures that follow the first one in the file, in their order; "extra-picture" for others."""
    items = _Report(_as_utf8(packet), Place("XMP", 0)).values(_SEMANTIC)
    return [xmp_names.LAYERS.get(item, "extra-picture") for item in items if item not in _ITEMS_OF_NO_PICTURE]


def layer_code(packet: bytes) -> str:
    """What a picture is whose own packet this is: a brightness layer, a depth map, a cut-out, or a picture."""
    for code, marks in _LAYER_MARKS:
        if any(mark in packet for mark in marks):
            return code
    return "extra-picture"


def _as_utf8(packet: bytes) -> bytes:
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(
        packet[:2]
    )
    return packet.decode(wide, "replace").encode() if wide else packet


class _Report:
    """Finds names in one packet; each method gives the findings of one kind."""

    def __init__(self, packet: bytes, place: Place) -> None:
        self._packet = packet
        self._place = place
        self._places = _find_names(packet)

    def findings(self) -> Iterator[Finding]:
        """Everything that is recognised, in no order."""
        yield from self._locations()
        for code, value, names in xmp_names.JOINED:
            texts = dict.fromkeys(text for name in names for text in self.values(name))
            if texts:
                yield self._make(code, **{value: "; ".join(texts)})
        for code, name in xmp_names.SINGLE:
            for text in self.values(name)[:1]:
                said = readable_time(text) if code == "time" else text
                yield self._make("ai-prompt" if is_prompt(text) else code, value=said)
        yield from self._devices()
        yield from self._history()
        for code, mark in xmp_names.MARKS:
            if mark in self._packet:
                yield self._make(code)

    def _make(self, code: str, **values: str) -> Finding:
        return make_finding(code, self._place, len(self._packet), **values)

    def _locations(self) -> Iterator[Finding]:
        has_position = False
        for latitude_name, longitude_name in xmp_names.LOCATIONS:
            latitude, longitude = self._first(latitude_name), self._first(longitude_name)
            if latitude and longitude:
                has_position = True
                lat, lon = coordinate_text(latitude, LATITUDE_LIMIT), coordinate_text(longitude, LONGITUDE_LIMIT)
                yield self._make("location", **({"lat": lat, "lon": lon} if lat and lon else {}))
        names = dict.fromkeys(text for name in xmp_names.PLACE_NAMES for text in self.values(name))
        if names:
            yield self._make("location", name=", ".join(names))
        elif not has_position and any(self.values(name) for name in xmp_names.PLACE_HINTS):
            yield self._make("location")

    def _devices(self) -> Iterator[Finding]:
        make, model = self._first("tiff:Make"), self._first("tiff:Model")
        if make or model:
            yield self._make("device", make=make, model=model)
        lens = self._first("aux:Lens") or self._first("exifEX:LensModel")
        if lens:
            yield self._make("device", lens=lens)

    def _history(self) -> Iterator[Finding]:
        actions = self.values(xmp_names.HISTORY)
        if actions:
            yield self._make("software", history=", ".join(dict.fromkeys(actions)))

    def _first(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    def values(self, name: str) -> list[str]:
        """The texts of every attribute or element of this name, at most 16."""
        raw_name = name.encode()
        texts: list[str] = []
        for at in self._places.get(raw_name, ()):
            texts.extend(self._texts_at(at, at + len(raw_name), raw_name))
        return texts

    def _texts_at(self, at: int, after: int, raw_name: bytes) -> list[str]:
        window = self._packet[after : after + _VALUE_WINDOW_BYTES]
        if not _NAME_END.match(window):
            return []
        if self._packet[at - 1 : at] == b"<":
            return _element_texts(window.partition(b"</" + raw_name)[0])
        attribute = _ATTRIBUTE.match(window)
        return _clean_texts([attribute[1] or attribute[2] or b""]) if attribute else []


def _find_names(packet: bytes) -> dict[bytes, list[int]]:
    """Where each known name is, the first 16 places of each, in one pass from colon to colon."""
    places: dict[bytes, list[int]] = {}
    for match in islice(_LOCAL_NAME.finditer(packet), _COLONS_MAX):
        for prefix in _PREFIXES.get(match[1], ()):
            at = match.start() - len(prefix)
            # An end tag has no value, and a name counts 16 times at most.
            if packet[max(at, 0) : match.start()] == prefix and packet[max(at, 1) - 1 : at] != b"/":
                found = places.setdefault(prefix + match[0], [])
                found.extend([at] * (len(found) < _OCCURRENCES_MAX))
    return places


def _element_texts(window: bytes) -> list[str]:
    """The texts between the tags of one element, as in a list of names."""
    opening, _, content = window.partition(b">")
    if opening.endswith(b"/"):
        return []
    return _clean_texts(_TAG.split(content))


def _clean_texts(pieces: list[bytes]) -> list[str]:
    texts = (_unescape(piece.decode("utf-8", "replace").strip()) for piece in pieces)
    return [text for text in texts if text]


def _unescape(text: str) -> str:
    text = _NUMBERED.sub(_numbered, text)
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _numbered(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    # Half of a pair is no letter.
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else " "


def coordinate_text(text: str, limit: int) -> str:
    """XMP's "40,26.767N" or a plain decimal, as a decimal with five digits; empty when it is neither."""
    match = _COORDINATE.fullmatch(text.strip().upper())
    if match is None:
        number = parse_number(text)
        return decimal_text(number) if number is not None and abs(number) <= limit else ""
    parts = [number for number in map(parse_number, match.groups(default="")[:3]) if number is not None]
    return degrees_text([Fraction(part) for part in parts], match[4] in "SW", limit)
