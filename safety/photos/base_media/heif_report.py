"""What the items that are left out of a HEIC or AVIF file give away: metadata, small copies, layers, pictures.

Nothing here decides what is kept. `heif_box_report` does the same for boxes and properties.

Source: design document metadata.md, sections 9.1 and 12; ISO/IEC 23008-12 sections 6.4 and 6.5.8 and annex A
(Exif and XMP items).
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from safety.photos.base_media.heif_tables import StillTables
from safety.photos.base_media.item_contents import ItemContents, Ranges, first_bytes, total
from safety.photos.base_media.items import Item
from safety.photos.base_media.kept_items import CODED, DERIVED
from safety.photos.base_media.kept_properties import KeptProperties
from safety.photos.extents import NOWHERE, Extents
from safety.photos.findings import Place, make_finding
from safety.photos.formats.png_report import distant_exif_block
from safety.photos.metadata.exif_report import report_exif
from safety.photos.metadata.provenance import report_history
from safety.photos.metadata.xmp import report_xmp
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget

TONE_MAP = b"tmap"
_XMP_TYPE = b"application/rdf+xml"
_CREDENTIALS: Final = (b"application/c2pa", b"application/x-c2pa-manifest-store")
_PICTURES: Final = CODED | DERIVED | {b"hev1", b"lhv1", b"jpeg", b"j2k1", b"vvc1", b"unci"}
# What makers call auxiliary pictures; the first part that fits counts.
_LAYERS: Final = (
    (b"gainmap", "hdr-layer"),
    (b"matte", "matte-layer"),
    (b"depth", "depth-layer"),
    (b"disparity", "depth-layer"),
    (b":auxid:2", "depth-layer"),
    (b"thumbnail", "thumbnail"),
)
_JPEG_MARK = b"\xff\xd8\xff"
_SHOWN_RANGES_MAX = 64
_SHOWN: Final = ("thumbnail", "extra-picture")


class ItemReport:
    """Notes one finding for each item that does not stay; parts of a dropped picture count as that picture."""

    def __init__(
        self,
        draft: Draft,
        tables: StillTables,
        contents: ItemContents,
        properties: KeptProperties,
        kept: Collection[int],
    ) -> None:
        self._draft = draft
        self._items = tables.items
        self._contents = contents
        self._properties = properties
        self._kept = kept
        self._budget = ReadingBudget()
        self._roles: dict[int, set[bytes]] = {}
        self._parts: dict[int, list[int]] = {}
        self._is_part: set[int] = set()
        for reference in tables.references:
            self._roles.setdefault(reference.source, set()).add(reference.kind)
            for target in reference.targets:
                self._note_part(reference.kind, reference.source, target)

    def _note_part(self, kind: bytes, source: int, target: int) -> None:
        """A picture is made of its inputs and of its alpha."""
        if kind == b"dimg":
            whole, part = source, target
        elif kind == b"auxl" and self._properties.is_alpha(source):
            whole, part = target, source
        else:
            return
        if whole != part and whole not in self._kept and part not in self._kept and whole in self._items:
            self._parts.setdefault(whole, []).append(part)
            self._is_part.add(part)

    def run(self) -> Ranges:
        """Note everything; gives where in the file the data is whose finding is noted."""
        noted: list[tuple[int, int]] = []
        seen: set[int] = set(self._kept)
        wholes = (number for number in self._items if number not in self._is_part)
        # Pictures that are made of each other have no whole; they are noted one by one.
        for number in (*wholes, *self._items):
            group = list(self._group(number, seen))
            ranges = tuple(one for member in group for one in self._contents.existing(member))
            if group:
                self._note(self._items[number], ranges)
            noted.extend(ranges)
        return tuple(sorted(set(noted)))

    def _group(self, number: int, seen: set[int]) -> Iterator[int]:
        """An item and what it is made of, without what was given before."""
        waiting = [number]
        while waiting:
            member = waiting.pop()
            if member in self._items and member not in seen:
                seen.add(member)
                yield member
                waiting.extend(self._parts.get(member, ()))

    def _note(self, item: Item, ranges: Ranges) -> None:
        size = total(ranges) or item.box.size
        own = self._contents.existing(item.number)
        place = Place(_name(item.kind), own[0][0] if own else item.box.start)
        if item.kind == b"Exif" or item.content_type in (_XMP_TYPE, *_CREDENTIALS):
            self._described(item, own, place, size)
            return
        code, values = self._meaning(item)
        finding = make_finding(code, place, size, **values)
        if code in _SHOWN and self._is_jpeg(own):
            finding = finding.showing("image/jpeg", *own)
        self._draft.add(finding)

    def _described(self, item: Item, ranges: Ranges, place: Place, size: int) -> None:
        """Metadata and signed histories, which can be read; a packed one is only named."""
        if item.content_encoding or not self._budget.take(total(ranges)):
            self._draft.add(make_finding("vendor-data", place, size, fourcc=place.part))
            return
        content = self._contents.read(ranges)
        extents = Extents(ranges) if len(ranges) <= _SHOWN_RANGES_MAX else NOWHERE
        if item.kind == b"Exif":
            block = distant_exif_block(content)
            own = extents.part(len(content) - len(block), len(block))
            self._draft.add(*report_exif(block, "Exif", place.offset, own))
        elif item.content_type in _CREDENTIALS:
            self._draft.add(*report_history(content, "C2PA", place.offset, extents, is_known=True))
        else:
            self._draft.add(*report_xmp(content, "XMP", place.offset))

    def _meaning(self, item: Item) -> tuple[str, dict[str, str]]:
        """Code and values of the finding for an item."""
        roles = self._roles.get(item.number, set())
        if b"thmb" in roles:
            return "thumbnail", {}
        types = self._properties.auxiliary_types(item.number)
        if types and not self._properties.is_alpha(item.number):
            return _layer(types)
        if item.kind == TONE_MAP:
            return "hdr-layer", {}
        if item.kind in _PICTURES or item.content_type.startswith(b"image/"):
            width, height = self._properties.dimensions(item.number)
            return "extra-picture", {"w": str(width), "h": str(height)} if width and height else {}
        return "unknown-part" if item.kind not in (b"mime", b"uri ") else "vendor-data", {"fourcc": _name(item.kind)}

    def _is_jpeg(self, ranges: Ranges) -> bool:
        return len(ranges) <= _SHOWN_RANGES_MAX and self._contents.read(first_bytes(ranges, 3)) == _JPEG_MARK


def _layer(types: Iterable[bytes]) -> tuple[str, dict[str, str]]:
    """What an auxiliary picture is, by the names of its types."""
    for name in types:
        for part, code in _LAYERS:
            if part in name.lower():
                return code, {}
    return "vendor-data", {"fourcc": _name(next(iter(types)).rpartition(b":")[2])}


def _name(kind: bytes) -> str:
    return kind.decode("latin-1").strip()
