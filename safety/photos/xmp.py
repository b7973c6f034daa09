"""What an XMP packet gives away, by looking for known names. No XML parser, so nothing can expand.

Prefixes are taken as everybody writes them; a packet that renames them is still removed, only told less.

Source: design document metadata.md, section 12; XMP specification part 1, section 7 (serialisation).
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from safety.photos.findings import Finding, Place, make_finding
from safety.photos.position import LATITUDE_LIMIT, LONGITUDE_LIMIT, decimal_text, degrees_text, parse_number

_VALUE_WINDOW_BYTES = 2048
_OCCURRENCES_MAX = 16
_NAME_END = re.compile(rb"[\s=/>]")
_ATTRIBUTE = re.compile(rb"\s{0,8}=\s{0,8}(?:\"([^\"<]*)|'([^'<]*))")
_TAG = re.compile(rb"<[^<>]*>")
_COORDINATE = re.compile(r"(\d{1,3})(?:,(\d{1,2}(?:\.\d{1,12})?))?(?:,(\d{1,2}(?:\.\d{1,12})?))?([NSEW])")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

_LOCATIONS: Final = (
    ("exif:GPSLatitude", "exif:GPSLongitude"),
    ("drone-dji:GpsLatitude", "drone-dji:GpsLongitude"),
    ("drone-dji:GpsLatitude", "drone-dji:GpsLongtitude"),
)
_PLACE_NAMES: Final = (
    "photoshop:City",
    "photoshop:State",
    "photoshop:Country",
    "Iptc4xmpCore:Location",
    "Iptc4xmpExt:City",
    "Iptc4xmpExt:CountryName",
)
_JOINED: Final = (
    (
        "person",
        (
            "dc:creator",
            "dc:rights",
            "photoshop:Credit",
            "xmpRights:Owner",
            "aux:OwnerName",
            "exifEX:CameraOwnerName",
            "tiff:Artist",
            "mwg-rs:Name",
            "MPReg:PersonDisplayName",
            "Iptc4xmpExt:PersonInImage",
        ),
    ),
    (
        "serial",
        (
            "aux:SerialNumber",
            "aux:LensSerialNumber",
            "exifEX:BodySerialNumber",
            "exifEX:LensSerialNumber",
            "exif:ImageUniqueID",
            "drone-dji:DroneSerialNumber",
            "drone-dji:CameraSerialNumber",
            "xmpMM:OriginalDocumentID",
            "xmpMM:DocumentID",
            "xmpMM:InstanceID",
        ),
    ),
    ("contact", ("Iptc4xmpCore:CiEmailWork", "Iptc4xmpCore:CiTelWork")),
    ("web-link", ("Iptc4xmpCore:CiUrlWork", "xmpRights:WebStatement")),
    ("keywords", ("dc:subject",)),
)
_SINGLE: Final = (
    ("software", "xmp:CreatorTool"),
    ("software", "tiff:Software"),
    ("time", "exif:DateTimeOriginal"),
    ("time", "xmp:CreateDate"),
    ("time", "photoshop:DateCreated"),
    ("description", "dc:title"),
    ("description", "photoshop:Headline"),
    ("caption", "dc:description"),
)
_MARKS: Final = (
    ("depth-layer", b"GDepth:"),
    ("original-picture", b"GImage:Data"),
    ("hdr-layer", b"hdrgm:"),
    ("hdr-layer", b"HDRGainMap:"),
    ("provenance", b"dcterms:provenance"),
)


def report_xmp(packet: bytes, part: str, offset: int) -> list[Finding]:
    """Findings for an XMP packet (UTF-8 or UTF-16); `offset` is its place in the file."""
    report = _Report(_as_utf8(packet), Place(part, offset))
    found = list(report.findings())
    return found or [make_finding("vendor-data", Place(part, offset), len(packet), fourcc=part)]


def describes_brightness(packet: bytes) -> bool:
    """True when a packet belongs to a brightness layer (gain map) of an HDR picture."""
    return b"hdrgm:" in packet or b"HDRGainMap:" in packet or b"hdrgainmap" in packet


def _as_utf8(packet: bytes) -> bytes:
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(packet[:2])
    return packet.decode(wide, "replace").encode() if wide else packet


class _Report:
    """Finds names in one packet; each method gives the findings of one kind."""

    def __init__(self, packet: bytes, place: Place) -> None:
        self._packet = packet
        self._place = place

    def findings(self) -> Iterator[Finding]:
        """Everything that is recognised, in no order."""
        yield from self._locations()
        for code, names in _JOINED:
            texts = dict.fromkeys(text for name in names for text in self._values(name))
            if texts:
                yield self._make(code, **{"value" if code == "keywords" else "values": "; ".join(texts)})
        for code, name in _SINGLE:
            for text in self._values(name)[:1]:
                yield self._make(code, value=text)
        yield from self._devices()
        for code, mark in _MARKS:
            if mark in self._packet:
                yield self._make(code)

    def _make(self, code: str, **values: str) -> Finding:
        return make_finding(code, self._place, len(self._packet), **values)

    def _locations(self) -> Iterator[Finding]:
        for latitude_name, longitude_name in _LOCATIONS:
            latitude, longitude = self._first(latitude_name), self._first(longitude_name)
            if latitude and longitude:
                lat, lon = _degrees(latitude, LATITUDE_LIMIT), _degrees(longitude, LONGITUDE_LIMIT)
                yield self._make("location", **({"lat": lat, "lon": lon} if lat and lon else {}))
        names = dict.fromkeys(text for name in _PLACE_NAMES for text in self._values(name))
        if names:
            yield self._make("location", name=", ".join(names))

    def _devices(self) -> Iterator[Finding]:
        make, model = self._first("tiff:Make"), self._first("tiff:Model")
        if make or model:
            yield self._make("device", make=make, model=model)
        lens = self._first("aux:Lens") or self._first("exifEX:LensModel")
        if lens:
            yield self._make("device", lens=lens)

    def _first(self, name: str) -> str:
        return next(iter(self._values(name)), "")

    def _values(self, name: str) -> list[str]:
        """The texts of every attribute or element of this name, at most 16."""
        raw_name = name.encode()
        texts: list[str] = []
        at = self._packet.find(raw_name)
        for _ in range(_OCCURRENCES_MAX):
            if at < 0:
                break
            after = at + len(raw_name)
            texts.extend(self._texts_at(at, after, raw_name))
            at = self._packet.find(raw_name, after)
        return texts

    def _texts_at(self, at: int, after: int, raw_name: bytes) -> list[str]:
        window = self._packet[after : after + _VALUE_WINDOW_BYTES]
        if not _NAME_END.match(window):
            return []
        if self._packet[at - 1 : at] == b"<":
            return _element_texts(window.partition(b"</" + raw_name)[0])
        attribute = _ATTRIBUTE.match(window)
        return _clean_texts([attribute[1] or attribute[2] or b""]) if attribute else []


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
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _degrees(text: str, limit: int) -> str:
    """XMP's "40,26.767N" or a plain decimal, as a decimal with five digits; empty when it is neither."""
    match = _COORDINATE.fullmatch(text.strip().upper())
    if match is None:
        number = parse_number(text)
        return decimal_text(number) if number is not None and abs(number) <= limit else ""
    parts = [number for number in map(parse_number, match.groups(default="")[:3]) if number is not None]
    return degrees_text([Fraction(part) for part in parts], match[4] in "SW", limit)
