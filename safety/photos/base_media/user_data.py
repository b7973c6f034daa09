"""What the texts of a movie give away: user data, iTunes and QuickTime metadata. All of it is removed.

It reads leniently, since nothing depends on it.

Source: design document metadata.md, section 12; QuickTime File Format (user data, metadata); 3GPP TS 26.244
section 8 (asset information); ISO 6709 (positions as text).
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Final, NamedTuple

from safety.photos.base_media.box_sizes import number
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.errors import CleanError
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.metadata.position import LATITUDE_LIMIT, LONGITUDE_LIMIT, decimal_text, degrees_text, parse_number
from safety.photos.metadata.text import read_text
from safety.photos.metadata.xmp import report_xmp
from safety.photos.reading import ReadingBudget

_JPEG_MARK, _SEARCHED_BYTES = b"\xff\xd8\xff", 256
_POSITION = re.compile(r"([+-])([0-9]{2,6})(\.[0-9]{1,12})?([+-])([0-9]{3,7})(\.[0-9]{1,12})?")
_KEYS_MAX = 1_000
_MEDIA_TYPES: Final = {13: "image/jpeg", 14: "image/png"}

# Codes by the four letters of user data and of iTunes; ©-letters are Apple's and Adobe's.
_LETTERS: Final = {
    **dict.fromkeys(("©day", "date", "yrrc", "©TIM", "purd"), "time"),
    **dict.fromkeys(("©swr", "FIRM", "©PRG"), "software"),
    **dict.fromkeys(("©too", "©enc", "©fmt"), "encoder"),
    **dict.fromkeys(("©ART", "©aut", "©wrt", "©com", "©cpy", "©dir", "©prd", "©prf", "©src"), "person"),
    **dict.fromkeys(("auth", "perf", "cprt", "aART", "ownr", "©xpd", "©dji"), "person"),
    **dict.fromkeys(
        ("©nam", "©des", "©inf", "©alb", "©grp", "©lyr", "titl", "dscp", "albm", "desc", "ldes"), "description"
    ),
    **dict.fromkeys(("name", "©ttl", "©st3", "gnre", "©gen", "chpl", "tvsh", "tven"), "description"),
    **dict.fromkeys(("kywd", "keyw", "©key", "catg"), "keywords"),
    **dict.fromkeys(("©cmt", "©req", "©wrn"), "comment"),
    **dict.fromkeys(
        ("CAME", "MUID", "GUMI", "BCID", "LENS", "©snm", "cnID", "atID", "plID", "geID", "sfID", "akID"), "serial"
    ),
    **dict.fromkeys(("apID", "©url"), "contact"),
}
# And by the names of QuickTime's keys, without their prefix.
_NAMES: Final = {
    **dict.fromkeys(("creationdate", "year", "com.apple.photos.captured"), "time"),
    **dict.fromkeys(("software", "version"), "software"),
    **dict.fromkeys(("content.identifier", "still-image-time", "live-photo-info"), "live-link"),
    **dict.fromkeys(("author", "artist", "director", "producer", "publisher", "performer", "copyright"), "person"),
    **dict.fromkeys(("camera.owner", "credits", "originalartist"), "person"),
    **dict.fromkeys(("title", "displayname", "description", "information", "album", "genre"), "description"),
    "keywords": "keywords",
    "comment": "comment",
    **dict.fromkeys(("camera.identifier", "photos.originating.signature", "camera.lens_identifier"), "serial"),
    "encoder": "encoder",
}
_PREFIXES: Final = ("com.apple.quicktime.", "com.apple.", "com.android.")
_MAKES: Final = ("©mak", "manu", "make", "manufacturer")
_MODELS: Final = ("©mod", "modl", "model")
_LENSES: Final = ("camera.lens_model", "©lns")
# Numbers that are not text.
_BINARY: Final = ("CAME", "MUID", "GUMI", "BCID")
_POSITIONS: Final = ("©xyz", "location.ISO6709")
_PLACE_NAMES: Final = ("location.name", "location.body", "location.note", "location.role", "©loc")
_JOINED: Final = frozenset(("person", "serial", "contact"))
_PICTURES: Final = ("thmb", "CNTH", "covr", "thma", "snal", "tnal")
_NOTES: Final = {"GPMF": "GoPro", "NCDT": "Nikon", "PENT": "Pentax", "CNMN": "Canon", "TAGS": "", "frea": "Kodak"}


class _Text(NamedTuple):
    """One text: its four letters or key, and where it is."""

    name: str
    value: str
    box: Box


def position_values(text: str) -> dict[str, str]:
    """Latitude and longitude of an ISO 6709 text; empty when it is none."""
    match = _POSITION.match(text.strip())
    if match is None:
        return {}
    latitude = _angle(match[1], match[2], match[3], 2, LATITUDE_LIMIT)
    longitude = _angle(match[4], match[5], match[6], 3, LONGITUDE_LIMIT)
    return {"lat": latitude, "lon": longitude} if latitude and longitude else {}


def _angle(sign: str, whole: str, rest: str | None, degree_digits: int, limit: int) -> str:
    """Degrees, degrees and minutes, or with seconds too, by how many digits there are."""
    digits = [whole[:degree_digits], *(whole[at : at + 2] for at in range(degree_digits, len(whole), 2))]
    parts = [Fraction(int(piece)) for piece in digits]
    parts[-1] += parse_number("0" + (rest or "")) or 0
    return degrees_text(parts, sign == "-", limit)


class UserDataReport:
    """Reads the children of `udta`, `meta` and `ilst`, and makes findings of them."""

    def __init__(self, reader: BoxReader, budget: ReadingBudget) -> None:
        self._reader = reader
        self._source = reader.source
        self._budget = budget
        self._make = self._model = ""

    def findings(self, box: Box) -> list[Finding]:
        """What a `udta` or `meta` says."""
        self._make = self._model = ""
        found: list[Finding] = []
        # What was read until something is broken still counts.
        with suppress(CleanError):
            found.extend(self._inside(box))
        if self._make or self._model:
            place = Place(box.name, box.start)
            found.append(make_finding("device", place, box.size, make=self._make, model=self._model))
        return found

    def _inside(self, box: Box) -> Iterator[Finding]:
        if box.kind == b"meta":
            yield from self._metadata(box)
            return
        for child in self._reader.children(box):
            if child.kind == b"meta":
                yield from self._metadata(child)
            elif child.kind not in (b"free", b"skip", b"\0\0\0\0"):
                yield from self._one(child)

    def _metadata(self, box: Box) -> Iterator[Finding]:
        # QuickTime's own has no version and flags before its first child.
        skip = 0 if bytes(self._source.window(box.content + 4, 4)) == b"hdlr" else 4
        names: list[str] = []
        for child in self._reader.children(box, skip):
            if child.kind == b"keys":
                names = self._key_names(child)
            elif child.kind == b"ilst":
                for item in self._reader.children(child):
                    yield from self._item(item, names)
            elif child.kind not in (b"hdlr", b"free", b"skip"):
                yield from self._one(child)

    def _key_names(self, box: Box) -> list[str]:
        names = []
        for child in self._reader.children(box, 8):
            names.append(read_text(self._read(child)))
            if len(names) >= _KEYS_MAX:
                break
        return names

    def _item(self, item: Box, names: list[str]) -> Iterator[Finding]:
        index = int.from_bytes(item.kind, "big")
        name = names[index - 1] if 0 < index <= len(names) else item.name
        for child in self._reader.children(item):
            if child.kind == b"name":
                name = read_text(self._read(child)[4:]) or name
            elif child.kind == b"data":
                yield from self._value(name, child)

    def _value(self, name: str, box: Box) -> Iterator[Finding]:
        head = bytes(self._source.window(box.content, min(8, box.content_bytes)))
        media_type = _MEDIA_TYPES.get(number(head, 0))
        if media_type and box.content_bytes > 8:
            found = make_finding("thumbnail", Place(name, box.start), box.size)
            yield found.showing(media_type, (box.content + 8, box.content_bytes - 8))
            return
        is_text = number(head, 0) in (0, 1, 2)
        yield from self._told(_Text(_short(name), read_text(self._read(box)[8:]) if is_text else "", box))

    def _one(self, box: Box) -> Iterator[Finding]:
        """A box of user data."""
        name = box.name
        place = Place(name, box.start)
        if name in _PICTURES:
            yield self._picture(box)
        elif name == "loci":
            yield from self._place(box)
        elif name in _NOTES:
            yield make_finding("maker-notes", place, box.size, maker=_NOTES[name])
        elif name == "XMP_":
            content = self._read(box)
            yield from report_xmp(content, name, box.start) if content else ()
        else:
            yield from self._told(_Text(name, self._user_text(box), box))

    def _user_text(self, box: Box) -> str:
        content = self._read(box)
        if box.name in _BINARY:
            return content.hex()
        if box.kind[:1] == b"\xa9":
            length = int.from_bytes(content[:2], "big")
            return read_text(content[4 : 4 + length])
        # 3GPP: version, flags and language; some others: nothing at all before the text.
        return _split_name(content[6:])[0] if content[:4] == bytes(4) else read_text(content)

    def _told(self, text: _Text) -> Iterator[Finding]:
        name, value, box = text
        place = Place(name, box.start)
        if name in _MAKES or name in _MODELS:
            self._make = value if name in _MAKES else self._make
            self._model = value if name in _MODELS else self._model
        elif name in _LENSES:
            yield make_finding("device", place, box.size, lens=value)
        elif name in _POSITIONS:
            yield make_finding("location", place, box.size, **position_values(value))
        elif name in _PLACE_NAMES:
            yield make_finding("location", place, box.size, name=value)
        else:
            code = _LETTERS.get(name) or _NAMES.get(name)
            # A clock at zero says nothing.
            if code is None or (code == "time" and not value.strip("0:;. ")):
                yield make_finding("vendor-data", place, box.size, fourcc=name)
            else:
                yield make_finding(code, place, box.size, **{"values" if code in _JOINED else "value": value})

    def _place(self, box: Box) -> Iterator[Finding]:
        """`loci`: language, name, role, then longitude, latitude and altitude in 65536ths."""
        place = Place(box.name, box.start)
        name, rest = _split_name(self._read(box)[6:])
        longitude, latitude = (int.from_bytes(rest[at : at + 4], "big", signed=True) for at in (1, 5))
        is_inside = abs(latitude) <= LATITUDE_LIMIT << 16 and abs(longitude) <= LONGITUDE_LIMIT << 16
        if len(rest) >= 9 and is_inside:
            values = {"lat": decimal_text(Fraction(latitude, 65536)), "lon": decimal_text(Fraction(longitude, 65536))}
            yield make_finding("location", place, box.size, **values)
        if name or len(rest) < 9 or not is_inside:
            yield make_finding("location", place, box.size, name=name)

    def _picture(self, box: Box) -> Finding:
        found = make_finding("thumbnail", Place(box.name, box.start), box.size)
        head = bytes(self._source.window(box.content, min(_SEARCHED_BYTES, box.content_bytes)))
        at = head.find(_JPEG_MARK)
        return found if at < 0 else found.showing("image/jpeg", (box.content + at, box.content_bytes - at))

    def _read(self, box: Box) -> bytes:
        return self._source.read(box.content, box.content_bytes) if self._budget.take(box.content_bytes) else b""


def _short(name: str) -> str:
    """A key without the prefix of its maker; four letters stay as they are."""
    for prefix in _PREFIXES:
        if name.startswith(prefix):
            return name.removeprefix(prefix)
    return name


def _split_name(content: bytes) -> tuple[str, bytes]:
    """A text in UTF-8 or UTF-16 up to its end mark, and what follows."""
    if content[:2] not in (b"\xfe\xff", b"\xff\xfe"):
        name, _, rest = content.partition(b"\0")
        return read_text(name), rest
    end = next((at for at in range(0, len(content), 2) if content[at : at + 2] == bytes(2)), len(content))
    return read_text(content[:end]), content[end + 2 :]
