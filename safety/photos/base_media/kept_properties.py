"""What becomes of each property: it stays for a kept item, or an empty box of its size takes its position.

Source: design document metadata.md, section 9.2; ISO/IEC 23008-12 sections 6.5 and 9.3.
"""

from collections.abc import Collection, Iterator
from typing import Final

from safety.photos.base_media.boxes import Box, free_head
from safety.photos.base_media.fields import Fields
from safety.photos.base_media.item_properties import PropertyTable
from safety.photos.base_media.property_content import (
    ALPHA_TYPES,
    CONFIGURATION_KINDS,
    PROFILE_KINDS,
    Cleaned,
    auxiliary_type,
    clean_property,
)
from safety.photos.errors import CleanError
from safety.photos.limits import MAX_CONFIGURATION_BYTES
from safety.photos.plan import Options
from safety.photos.source import Source

# A reader may do without these even when a writer says that it may not.
_DISPENSABLE: Final = (b"udes", b"altt", b"crtt", b"mdft", b"uuid", b"free", b"skip", b"colr", b"auxC")
_AUXILIARY_TYPE_MAX_BYTES = 256
# Rows and columns that a crop mark may hide: two blocks of 64 pixels less one, which encoders pad with.
_CROP_MAX = 126
_CROP_BYTES = 16


class KeptProperties:
    """The properties of a file with those of the kept items marked."""

    def __init__(self, table: PropertyTable, source: Source, options: Options) -> None:
        self._table = table
        self._source = source
        self._options = options
        self._configuration_bytes_left = MAX_CONFIGURATION_BYTES
        self._by_position: dict[int, Cleaned] = {}
        self._auxiliary_types: dict[int, tuple[bytes, ...]] = {}

    def content(self, box: Box, limit: int | None = None) -> bytes:
        """What a property holds, or the first `limit` bytes of it."""
        length = box.content_bytes if limit is None else min(limit, box.content_bytes)
        return self._source.read(box.content, length)

    def auxiliary_types(self, number: int) -> tuple[bytes, ...]:
        """What an auxiliary item is for; empty for a picture of its own."""
        known = self._auxiliary_types.get(number)
        if known is None:
            boxes = (box for box, _ in self._table.of(number) if box.kind == b"auxC")
            known = tuple(auxiliary_type(self.content(box, _AUXILIARY_TYPE_MAX_BYTES)) for box in boxes)
            self._auxiliary_types[number] = known
        return known

    def is_alpha(self, number: int) -> bool:
        """True for a picture that says which parts of another are see-through, and nothing else."""
        types = self.auxiliary_types(number)
        return bool(types) and ALPHA_TYPES.issuperset(types)

    def dimensions(self, number: int) -> tuple[int, int]:
        """Width and height of a picture item in pixels; zeros when it does not say."""
        for box, _ in self._table.of(number):
            if box.kind == b"ispe":
                content = self.content(box, 12)
                return int.from_bytes(content[4:8], "big"), int.from_bytes(content[8:12], "big")
        return 0, 0

    def choose(self, kept: Collection[int]) -> None:
        """Decide about the properties of the kept items. Raises: CleanError."""
        for number in kept:
            for box, association in self._table.of(number):
                cleaned = self._cleaned(association.position, box)
                if cleaned.content is None and association.is_essential and box.kind not in _DISPENSABLE:
                    raise CleanError("unsupported-variant")
                if box.kind == b"clap":
                    self._check_crop(number, box)

    def _cleaned(self, position: int, box: Box) -> Cleaned:
        known = self._by_position.get(position)
        if known is None:
            if box.kind in CONFIGURATION_KINDS:
                self._configuration_bytes_left -= box.content_bytes
            if self._configuration_bytes_left < 0:
                raise CleanError("too-many-parts")
            known = self._by_position[position] = self._clean(box)
        return known

    def _clean(self, box: Box) -> Cleaned:
        if is_profile(box, self._source) and not self._options.keeps_colour_profile:
            return Cleaned(None)
        return clean_property(box.kind, self.content(box))

    def _check_crop(self, number: int, box: Box) -> None:
        fields = Fields(self.content(box, _CROP_BYTES))
        shown = sum(fields.number(4) // max(fields.number(4), 1) for _ in range(2))
        # Rows and columns together, since the picture may be turned before it is cropped.
        if sum(self.dimensions(number)) - shown > _CROP_MAX:
            raise CleanError("unsupported-variant")

    @property
    def kept_positions(self) -> set[int]:
        """Positions of the properties that stay."""
        return {position for position, cleaned in self._by_position.items() if cleaned.content is not None}

    def notes(self) -> Iterator[str]:
        """What is kept on purpose: keys of `words.KEPT`."""
        for position in sorted(self.kept_positions):
            box = self._table.properties[position - 1]
            if box.kind in (b"irot", b"imir"):
                yield "orientation"
            elif box.kind == b"auxC":
                yield "transparency"
            elif is_profile(box, self._source):
                yield "colours"

    def chosen(self, position: int) -> Cleaned | None:
        """What was decided about the property at this position; None when no kept item has it."""
        return self._by_position.get(position)

    def write(self, kept: Collection[int]) -> bytes:
        """The box with all properties and the associations of kept items."""
        return self._table.write(kept, self.kept_positions, self._write_property)

    def _write_property(self, position: int) -> bytes:
        box = self._table.properties[position - 1]
        cleaned = self._by_position.get(position)
        if cleaned is None or cleaned.content is None:
            return free_head(box.size).ljust(box.size, b"\0")
        return self._source.read(box.start, box.head_bytes) + cleaned.content


def is_profile(box: Box, source: Source) -> bool:
    """True for a property that holds a colour profile."""
    return box.kind == b"colr" and bytes(source.window(box.content, 4)) in PROFILE_KINDS
