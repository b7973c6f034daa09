"""The tables of a `meta` box about pictures, read together.

Source: ISO/IEC 14496-12 section 8.11.1 (meta).
"""

from collections.abc import Iterator
from typing import Final

from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.fields import Fields
from safety.photos.base_media.item_locations import LocationTable
from safety.photos.base_media.item_properties import PropertyTable
from safety.photos.base_media.items import Item, ItemTable, Reference, ReferenceTable, read_primary
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_TABLE_BYTES
from safety.photos.source import Source

PICTURE_HANDLER = b"pict"
FULL_BOX_BYTES = 4
# One data reference, to this file itself. Anything else would name other files.
_OWN_FILE: Final = (
    bytes.fromhex("00000024")
    + b"dinf"
    + bytes.fromhex("0000001c")
    + b"dref"
    + bytes.fromhex("00000000 00000001 0000000c")
    + b"url "
    + bytes.fromhex("00000001")
)
_KNOWN: Final = (b"hdlr", b"pitm", b"dinf", b"iinf", b"iloc", b"iref", b"iprp", b"idat")


class StillTables:
    """The children of the box: those with a meaning by kind, the others in a list.

    Raises: CleanError damaged, when one that is needed is missing or twice there; unsupported-variant.
    """

    def __init__(self, meta: Box, reader: BoxReader) -> None:
        if meta.size > MAX_TABLE_BYTES:
            raise CleanError("too-many-parts")
        version, _ = Fields(reader.source.read(meta.content, min(meta.content_bytes, 4))).version_and_flags()
        if version != 0:
            raise CleanError("unsupported-variant")
        self._meta = meta
        self._reader = reader
        self.boxes: dict[bytes, Box] = {}
        self.others: list[Box] = []
        self._end = meta.content + FULL_BOX_BYTES
        for child in reader.children(meta, FULL_BOX_BYTES):
            self._take(child)
            self._end = child.end
        self.handler = self._read(b"hdlr")
        if self.handler[8:12] != PICTURE_HANDLER:
            raise CleanError("unsupported-variant")
        self._read_tables()

    def _take(self, child: Box) -> None:
        if child.kind not in _KNOWN:
            self.others.append(child)
        elif child.kind in self.boxes:
            raise damaged("order")
        else:
            self.boxes[child.kind] = child

    def _read_tables(self) -> None:
        self.primary = read_primary(self._read(b"pitm"))
        self.item_table = ItemTable(self._needed(b"iinf"), self._reader)
        self.location_table = LocationTable(self._read(b"iloc"))
        references = self.boxes.get(b"iref")
        self.reference_table = ReferenceTable(references, self._reader) if references else None
        self.property_table = PropertyTable(self.boxes.get(b"iprp"), self._reader)

    @property
    def items(self) -> dict[int, Item]:
        """All items by number."""
        return self.item_table.items

    @property
    def references(self) -> list[Reference]:
        """All references between items."""
        return self.reference_table.references if self.reference_table else []

    def unused(self) -> Iterator[tuple[int, int]]:
        """Start and end of the bytes that are behind the last field or the last box of a table."""
        boxes = self.boxes
        yield self._end, self._meta.end
        yield boxes[b"pitm"].end - len(self.primary.rest), boxes[b"pitm"].end
        yield boxes[b"iloc"].end - len(self.location_table.rest), boxes[b"iloc"].end
        yield self.item_table.end, boxes[b"iinf"].end
        if self.reference_table:
            yield from self.reference_table.unused
        yield from self.property_table.unused

    def with_strangers(self) -> Iterator[Box]:
        """The tables that name items which are not there: numbers are as good as letters for hiding a text."""
        items = self.items
        named = {number for one in self.references for number in (one.source, *one.targets)}
        tables = (
            (b"iloc", self.location_table.locations),
            (b"iprp", self.property_table.associations),
            (b"iref", named),
        )
        return (self.boxes[kind] for kind, numbers in tables if any(number not in items for number in numbers))

    def _needed(self, kind: bytes) -> Box:
        box = self.boxes.get(kind)
        if box is None:
            raise damaged("no-picture")
        return box

    def _read(self, kind: bytes) -> bytes:
        box = self._needed(kind)
        return self._reader.source.read(box.content, box.content_bytes)


def is_own_file(box: Box, source: Source) -> bool:
    """True for a `dinf` box that says what holds without it: the data is in this file."""
    return box.size == len(_OWN_FILE) and bytes(source.window(box.start, box.size)) == _OWN_FILE


def handler_of(meta: Box, reader: BoxReader) -> bytes:
    """What a `meta` box is about: `pict` for pictures; empty when it does not say. Raises: CleanError."""
    for child in reader.children(meta, FULL_BOX_BYTES):
        if child.kind == b"hdlr":
            return bytes(reader.source.window(child.content + 8, 4))
    return b""
