"""The plan for the `meta` box of a HEIC, HEIF or AVIF file: tables with the picture only, in the same space.

It does not look inside coded data: messages within an HEVC or AV1 picture stay, and so does what one layer
of an overlay hides of another. A crop mark that hides more than an encoder's padding is refused, since the
part that nobody sees would stay in the file. `isobmff` does all that is outside of this box.

Source: design document metadata.md, section 9; ISO/IEC 14496-12 section 8.11; ISO/IEC 23008-12 sections 6
and 9; AV1 image file format, section 2.
"""

from dataclasses import dataclass

from safety.photos.base_media.boxes import Box, BoxReader, free_head
from safety.photos.base_media.heif_box_report import BoxReport
from safety.photos.base_media.heif_report import TONE_MAP, ItemReport
from safety.photos.base_media.heif_tables import FULL_BOX_BYTES, PICTURE_HANDLER, StillTables, is_own_file
from safety.photos.base_media.item_contents import ItemContents, Ranges, first_bytes, spans, total
from safety.photos.base_media.kept_items import CODED, DERIVED, KEPT_REFERENCES, derived_bytes, inputs_of, kept_items
from safety.photos.base_media.kept_properties import KeptProperties
from safety.photos.errors import CleanError, damaged
from safety.photos.inplace import InPlace
from safety.photos.plan import Draft
from safety.photos.spans import overlap

_BOX_HEAD_BYTES = 8
# A handler without a name; one byte more is an empty name.
_HANDLER_BYTES = 32
_DERIVED_HEAD_BYTES = 12


@dataclass(frozen=True)
class Still:
    """What the top level of the file has to know; all ranges are offset and length in the file."""

    # Coded data of kept items; each has to lie inside an `mdat`, which the top level checks.
    ranges: tuple[tuple[int, int], ...]
    # Coded data of dropped items that have their finding already.
    dropped: tuple[tuple[int, int], ...]
    # A `tmap` item was dropped, so that brand has to go from `ftyp`.
    drops_tone_map: bool


def plan_meta(meta: Box, reader: BoxReader, sheet: InPlace, draft: Draft) -> Still:
    """Put everything inside the meta box on the sheet and the findings into the draft. Raises: CleanError."""
    return _MetaPlanner(meta, reader, sheet, draft).run()


class _MetaPlanner:
    """Chooses what stays, then writes the tables again."""

    def __init__(self, meta: Box, reader: BoxReader, sheet: InPlace, draft: Draft) -> None:
        self._meta = meta
        self._source = reader.source
        self._sheet = sheet
        self._draft = draft
        tables = self._tables = StillTables(meta, reader)
        self._contents = ItemContents(self._source, tables.location_table.locations, tables.boxes.get(b"idat"))
        self._properties = KeptProperties(tables.property_table, self._source, draft.options)
        self._inputs = inputs_of(tables.references, tables.items)
        is_alpha = self._properties.is_alpha
        self._kept = kept_items(tables.primary.number, tables.items, self._inputs, tables.references, is_alpha)

    def run(self) -> Still:
        """Put the box on the sheet and give what the top level needs."""
        ranges = {number: self._kept_ranges(number) for number in self._kept}
        self._check_apart(ranges)
        self._properties.choose(self._kept)
        in_idat = [one for number, own in ranges.items() if self._contents.is_in_idat(number) for one in own]
        in_file = [one for number, own in ranges.items() if not self._contents.is_in_idat(number) for one in own]
        self._sheet.keep(self._meta.start, self._meta.head_bytes)
        self._sheet.write(self._meta.content, self._written(in_idat))
        for offset, length in in_file:
            self._sheet.keep(offset, length)
        dropped = self._report(in_idat)
        drops_tone_map = any(item.kind == TONE_MAP for item in self._tables.items.values())
        return Still(tuple(sorted(set(in_file))), dropped, drops_tone_map)

    def _report(self, in_idat: list[tuple[int, int]]) -> Ranges:
        """Note all findings and what is kept on purpose; gives the ranges of dropped items."""
        items = ItemReport(self._draft, self._tables, self._contents, self._properties, self._kept)
        dropped = items.run()
        boxes = BoxReport(self._source, self._draft, self._tables)
        boxes.boxes(self._kept)
        boxes.item_data([*in_idat, *dropped])
        boxes.properties(self._properties)
        for note in self._properties.notes():
            self._draft.note_kept(note)
        return dropped

    def _kept_ranges(self, number: int) -> Ranges:
        """Where the data of a kept item is. Raises: CleanError."""
        item = self._tables.items[number]
        if item.is_protected or item.kind not in CODED | DERIVED:
            raise CleanError("unsupported-variant")
        ranges = self._contents.whole(number)
        if item.kind in CODED:
            if not ranges:
                raise damaged("no-picture")
            return ranges
        head = self._contents.read(first_bytes(ranges, _DERIVED_HEAD_BYTES))
        length = derived_bytes(item.kind, head, len(self._inputs.get(number, ())))
        used = first_bytes(ranges, length)
        if total(used) < length:
            raise damaged("size")
        return used

    def _check_apart(self, ranges: dict[int, Ranges]) -> None:
        """Raises: CleanError damaged, when data of a dropped item is part of a picture that stays."""
        kept = [one for own in ranges.values() for one in own]
        others = (number for number in self._tables.items if number not in self._kept)
        dropped = [one for number in others for one in self._contents.existing(number)]
        if overlap(spans(kept), spans(dropped)):
            raise damaged("order")

    def _written(self, in_idat: list[tuple[int, int]]) -> bytes:
        """The content of the box: the tables in their order, and the space won as one empty box."""
        parts = [self._table(box, in_idat) for box in self._tables.boxes.values()]
        space = self._meta.content_bytes - FULL_BOX_BYTES - sum(map(len, parts)) - _HANDLER_BYTES
        if space < 0:
            raise damaged("size")
        name_bytes = min(space, 1)
        if space - name_bytes < _BOX_HEAD_BYTES:
            name_bytes = space
        rest = space - name_bytes
        free = free_head(rest).ljust(rest, b"\0") if rest else b""
        at = list(self._tables.boxes).index(b"hdlr")
        return b"".join((bytes(FULL_BOX_BYTES), *parts[:at], _handler(name_bytes), *parts[at:], free))

    def _table(self, box: Box, in_idat: list[tuple[int, int]]) -> bytes:
        """One child of the box as it is written; the handler comes later, when the space is known."""
        tables = self._tables
        if box.kind == b"idat":
            return self._item_data(box, in_idat)
        if box.kind == b"dinf":
            return self._source.read(box.start, box.size) if is_own_file(box, self._source) else b""
        if box.kind == b"pitm":
            return tables.primary.write()
        if box.kind == b"iinf":
            return tables.item_table.write(self._kept)
        if box.kind == b"iloc":
            return tables.location_table.write(self._kept)
        if box.kind == b"iref" and tables.reference_table:
            return tables.reference_table.write(self._kept, KEPT_REFERENCES)
        return self._properties.write(self._kept) if box.kind == b"iprp" else b""

    def _item_data(self, box: Box, in_idat: list[tuple[int, int]]) -> bytes:
        content = bytearray(box.content_bytes)
        for offset, length in in_idat:
            content[offset - box.content : offset - box.content + length] = self._source.read(offset, length)
        return (box.content_bytes + _BOX_HEAD_BYTES).to_bytes(4, "big") + b"idat" + bytes(content)


def _handler(name_bytes: int) -> bytes:
    """`hdlr` for pictures, with so many zeros for a name."""
    head = (_HANDLER_BYTES + name_bytes).to_bytes(4, "big") + b"hdlr"
    return head + bytes(8) + PICTURE_HANDLER + bytes(12 + name_bytes)
