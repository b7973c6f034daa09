"""The properties of items: the list of them, and which item has which. Positions in the list are their names.

It does not look into a property; that is for `property_content`.

Source: ISO/IEC 23008-12 section 9.3 (iprp, ipco, ipma).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.fields import Fields, full_box, plain_box
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_REFERENCES

_WIDE_FLAG = 1


@dataclass(frozen=True, slots=True)
class Association:
    """An item has a property: its position from 1, and whether a reader may do without it."""

    position: int
    is_essential: bool


class PropertyTable:
    """`iprp`: the property boxes, and the associations of each item in their order.

    `unused` are start and end of the bytes behind known fields. Raises: CleanError.
    """

    def __init__(self, box: Box | None, reader: BoxReader) -> None:
        self.properties: list[Box] = []
        self.associations: dict[int, tuple[Association, ...]] = {}
        self.others: list[Box] = []
        self.unused: list[tuple[int, int]] = []
        self._maps: list[_AssociationMap] = []
        self._has_container = False
        if box is not None:
            end = box.content
            for child in reader.children(box):
                self._take(child, reader)
                end = child.end
            self.unused.append((end, box.end))

    def _take(self, child: Box, reader: BoxReader) -> None:
        if child.kind == b"ipco":
            if self._has_container:
                raise damaged("order")
            self._has_container = True
            self.properties = list(reader.children(child))
            self.unused.append((self.properties[-1].end if self.properties else child.content, child.end))
        elif child.kind == b"ipma" and self._has_container:
            self._take_map(_AssociationMap(reader.source.read(child.content, child.content_bytes)), child)
        else:
            self.others.append(child)

    def _take_map(self, table: "_AssociationMap", box: Box) -> None:
        self._maps.append(table)
        self.unused.append((box.end - len(table.rest), box.end))
        if sum(table.count for table in self._maps) > MAX_REFERENCES:
            raise CleanError("too-many-parts")
        for number, associations in table.entries.items():
            if number in self.associations:
                raise damaged("order")
            if any(association.position > len(self.properties) for association in associations):
                raise damaged("size")
            self.associations[number] = associations

    def of(self, number: int) -> list[tuple[Box, Association]]:
        """The properties of an item, in their order."""
        return [(self.properties[one.position - 1], one) for one in self.associations.get(number, ()) if one.position]

    def write(
        self, kept: Collection[int], kept_positions: Collection[int], write_property: Callable[[int], bytes]
    ) -> bytes:
        """The box with associations of kept items to kept properties; `write_property` gives each whole box."""
        if not self._has_container:
            return b""
        properties = b"".join(write_property(position) for position in range(1, len(self.properties) + 1))
        maps = b"".join(table.write(kept, kept_positions) for table in self._maps)
        return plain_box(b"iprp", plain_box(b"ipco", properties) + maps)


class _AssociationMap:
    """`ipma`: the positions of each item's properties. Raises: CleanError."""

    def __init__(self, content: bytes) -> None:
        fields = Fields(content)
        self._version, flags = fields.version_and_flags()
        if self._version > 1:
            raise CleanError("unsupported-variant")
        self._is_wide = bool(flags & _WIDE_FLAG)
        self._number_bytes = 4 if self._version else 2
        self.entries: dict[int, tuple[Association, ...]] = {}
        self.count = 0
        for _ in range(fields.number(4)):
            self._take(fields)
        self.rest = fields.rest

    def _take(self, fields: Fields) -> None:
        number, count = fields.number(self._number_bytes), fields.number(1)
        self.count += 1 + count
        if self.count > MAX_REFERENCES:
            raise CleanError("too-many-parts")
        if number in self.entries:
            raise damaged("order")
        self.entries[number] = tuple(self._association(fields) for _ in range(count))

    def _association(self, fields: Fields) -> Association:
        raw, top = (fields.number(2), 1 << 15) if self._is_wide else (fields.number(1), 1 << 7)
        return Association(raw & (top - 1), bool(raw & top))

    def write(self, kept: Collection[int], kept_positions: Collection[int]) -> bytes:
        entries = [
            self._write_entry(number, [one for one in associations if one.position in kept_positions])
            for number, associations in self.entries.items()
            if number in kept
        ]
        content = len(entries).to_bytes(4, "big") + b"".join(entries)
        return full_box(b"ipma", self._version, int(self._is_wide), content)

    def _write_entry(self, number: int, associations: list[Association]) -> bytes:
        width = 2 if self._is_wide else 1
        written = b"".join(
            (one.position | int(one.is_essential) << (8 * width - 1)).to_bytes(width, "big") for one in associations
        )
        return number.to_bytes(self._number_bytes, "big") + bytes([len(associations)]) + written
