"""What programs and phones hang onto the end of a picture: found by the mark at its end, told apart by its parts.

Pictures and videos inside them are left to `tail`. Trailers without a length of their own (vivo, OnePlus) are
only named. Every offset is compared with the file first: a trailer that points elsewhere is none.

Source: AXS AFCP 1.2; ExifTool 13.59, tag names of Samsung, FotoStation, PhotoMechanic, CanonVRD and Trailer.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from safety.photos.findings import Finding, Place, make_finding
from safety.photos.limits import REPORT_MAX_BYTES
from safety.photos.metadata.iptc import report_iptc
from safety.photos.metadata.moments import moment_text
from safety.photos.metadata.text import VALUE_MAX_BYTES, read_text
from safety.photos.recognise import Order
from safety.photos.source import Source

_TRAILERS_MAX = 8
_PARTS_MAX = 64
_FOOTER_BYTES = 64
_SAMSUNG_FOOTER_BYTES = 8
_AFCP_FOOTER_BYTES = 12
_FOTOSTATION_FOOTER_BYTES = 10
_MECHANIC_FOOTER_BYTES = 12
_VRD_MARK, _VRD_AROUND_BYTES = b"CANON OPTIONAL DATA\0", 0x5C
_IPTC, _TEXT = "IPTC", "text"
_AFCP_KINDS: Final = {b"IPTC": _IPTC, b"TEXT": _TEXT}
_AFCP_PICTURES: Final = (b"Nail", b"PrVw")
_SAMSUNG_TIME, _SAMSUNG_COUNTRY, _TIME_DIGITS = "Image_UTC_Data", "MCC_Data", 15
_SAMSUNG_SOUND = "SoundShot_0"
_NAMED_ONLY: Final = (
    (b"\xff\xff\xff\xff\x1b*9HWfu\x84\x93\xa2\xb1", "vivo"),
    (b"8db42d694ccc418790edff439fe026bf", "Insta360"),
    (b"\0\0\0\0\0\0/NIKON APP", "Nikon"),
)


class Part(NamedTuple):
    """One part of a trailer: what kind it is, or the maker's own name for it, and where it is."""

    kind: str
    start: int
    size: int
    is_media: bool = False

    def findings(self, source: Source) -> list[Finding]:
        """What a part that is no picture and no video gives away; none when it says nothing."""
        place = Place("trailer", self.start)
        text = read_text(source.read(self.start, min(self.size, VALUE_MAX_BYTES)))
        if self.kind == _IPTC:
            return report_iptc(source.read(self.start, min(self.size, REPORT_MAX_BYTES)), place.part, self.start)
        if self.kind == _TEXT:
            return [make_finding("comment", place, self.size, value=text)]
        if self.kind == _SAMSUNG_TIME and text.isascii() and text.isdigit() and len(text) <= _TIME_DIGITS:
            return [make_finding("time", place, self.size, value=moment_text(int(text) // 1_000))]
        if self.kind == _SAMSUNG_COUNTRY and text:
            return [make_finding("location", place, self.size, name=f"mobile country code {text}")]
        if not self.kind:
            return []
        code = "depth-layer" if "depth" in self.kind.lower() else "vendor-data"
        name = "sound recording" if self.kind.startswith(_SAMSUNG_SOUND) else self.kind
        return [make_finding(code, place, self.size, fourcc=name)]


class Trailer(NamedTuple):
    """A trailer: whose it is, and where it begins and ends."""

    name: str
    start: int
    end: int
    parts: tuple[Part, ...] = ()


def find_trailers(source: Source, start: int) -> list[Trailer]:
    """The trailers at the end of the file that begin at `start` or later, in the order of the file."""
    end, found = source.size, list[Trailer]()
    while len(found) < _TRAILERS_MAX and start < end:
        trailer = _find_one(source, start, end)
        if trailer is None:
            break
        found.insert(0, trailer)
        end = trailer.start
    return found


def _find_one(source: Source, start: int, end: int) -> Trailer | None:
    footer = bytes(source.window(max(end - _FOOTER_BYTES, start), min(_FOOTER_BYTES, end - start)))
    for find in (_samsung, _afcp, _fotostation, _photo_mechanic, _canon):
        trailer = find(source, footer, end)
        if trailer and start <= trailer.start < end:
            return trailer
    return None


def name_of_rest(source: Source, start: int, end: int) -> str:
    """Whose the bytes are that a trailer of unknown length ends with; empty when nobody's."""
    footer = bytes(source.window(max(end - _FOOTER_BYTES, start), min(_FOOTER_BYTES, end - start)))
    if footer[-8:-4] == b"jxrs" and footer.endswith(b"\0"):
        return "OnePlus"
    return next((name for mark, name in _NAMED_ONLY if footer.endswith(mark)), "")


def _samsung(source: Source, footer: bytes, end: int) -> Trailer | None:
    """A directory between SEFH and SEFT; its entries say how far before it their blocks begin."""
    if not footer.endswith(b"SEFT"):
        return None
    size = int.from_bytes(footer[-8:-4], "little")
    directory = end - _SAMSUNG_FOOTER_BYTES - size
    if size < 12 or directory < 0 or source.read(directory, 4) != b"SEFH":
        return None
    blocks = list(_samsung_blocks(source, directory, size))
    start = min((block for block, _ in blocks), default=directory)
    return Trailer("Samsung", start, end, tuple(part for _, part in blocks))


def _samsung_blocks(source: Source, directory: int, size: int) -> Iterator[tuple[int, Part]]:
    """Where each block begins, and what it holds behind its type, the length of its name, and its name."""
    count = int.from_bytes(source.read(directory + 8, 4), "little")
    for at in range(directory + 12, directory + 12 + 12 * min(count, (size - 12) // 12, _PARTS_MAX), 12):
        entry = source.read(at, 12)
        back, length = int.from_bytes(entry[4:8], "little"), int.from_bytes(entry[8:], "little")
        if not 8 <= length <= back <= directory:
            return
        block = directory - back
        name_bytes = int.from_bytes(source.read(block + 4, 4), "little")
        if name_bytes > length - 8:
            return
        name = source.read(block + 8, min(name_bytes, _FOOTER_BYTES)).decode("latin-1")
        start = block + 8 + name_bytes
        yield block, Part(name, start, length - 8 - name_bytes, _is_media(source, start, length - 8 - name_bytes))


def _afcp(source: Source, footer: bytes, end: int) -> Trailer | None:
    mark = footer[-_AFCP_FOOTER_BYTES:][:4]
    if mark not in (b"AXS!", b"AXS*"):
        return None
    order: Order = "big" if mark == b"AXS!" else "little"
    start = int.from_bytes(footer[-8:-4], order)
    if start + 12 > end or source.read(start, 4) != mark:
        return None
    count = min(int.from_bytes(source.read(start + 6, 2), order), _PARTS_MAX)
    parts = []
    for at in range(start + 12, min(start + 12 + 12 * count, end - 11), 12):
        entry = source.read(at, 12)
        size, offset = int.from_bytes(entry[4:8], order), int.from_bytes(entry[8:], order)
        if start <= offset and offset + size <= end:
            # A preview has a head of at least ten bytes, which the walk over the part steps over.
            parts.append(Part(_AFCP_KINDS.get(entry[:4], ""), offset, size, entry[:4] in _AFCP_PICTURES))
    return Trailer("AFCP", start, end, tuple(parts))


def _fotostation(source: Source, footer: bytes, end: int) -> Trailer | None:
    if not footer.endswith(b"\xa1\xb2\xc3\xd4") or len(footer) < _FOTOSTATION_FOOTER_BYTES:
        return None
    number, size = int.from_bytes(footer[-10:-8], "big"), int.from_bytes(footer[-8:-4], "big")
    if not _FOTOSTATION_FOOTER_BYTES <= size <= end:
        return None
    start, size = end - size, size - _FOTOSTATION_FOOTER_BYTES
    part = Part(_IPTC if number == 1 else "", start, size, _is_media(source, start, size))
    return Trailer("FotoStation", start, end, (part,))


def _photo_mechanic(source: Source, footer: bytes, end: int) -> Trailer | None:
    if not footer.endswith(b"cbipcbbl"):
        return None
    size = int.from_bytes(footer[-_MECHANIC_FOOTER_BYTES:-8], "big")
    return Trailer("Photo Mechanic", end - _MECHANIC_FOOTER_BYTES - size, end)


def _canon(source: Source, footer: bytes, end: int) -> Trailer | None:
    if not footer.startswith(_VRD_MARK) or len(footer) < _FOOTER_BYTES:
        return None
    return Trailer("Canon", end - _VRD_AROUND_BYTES - int.from_bytes(footer[0x14:0x18], "big"), end)


def _is_media(source: Source, start: int, size: int) -> bool:
    head = bytes(source.window(start, min(size, 8)))
    return head[:3] == b"\xff\xd8\xff" or head[4:8] == b"ftyp"
