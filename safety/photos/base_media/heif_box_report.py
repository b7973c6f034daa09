"""What the boxes and properties that are left out of a HEIC or AVIF file give away.

Nothing here decides what is kept. `heif_report` does the same for items.

Source: design document metadata.md, sections 9.2 and 12; ISO/IEC 23008-12 section 6.5 (udes, altt, crtt, mdft);
C2PA specification, embedding manifests into BMFF files (uuid).
"""

from collections.abc import Collection
from typing import Final

from safety.photos.base_media.boxes import Box
from safety.photos.base_media.heif_tables import StillTables, is_own_file
from safety.photos.base_media.item_contents import spans
from safety.photos.base_media.items import Item
from safety.photos.base_media.kept_properties import KeptProperties, is_profile
from safety.photos.base_media.property_content import KNOWN_KINDS, Cleaned
from safety.photos.extents import Extents
from safety.photos.inplace import is_zero
from safety.photos.metadata.moments import moment_text
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.profiles import is_public_profile
from safety.photos.metadata.provenance import report_history
from safety.photos.metadata.text import read_text
from safety.photos.plan import Draft
from safety.photos.reading import ReadingBudget
from safety.photos.source import Source
from safety.photos.spans import subtract

_EMPTY: Final = (b"free", b"skip")
# Groups of pictures, and metadata outside of items: known, and of no use for the picture.
_NAMED: Final = (b"grpl", b"xml ", b"bxml", b"dinf")
_CREDENTIALS = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_TEXTS: Final = (b"udes", b"altt")
_TIMES: Final = (b"crtt", b"mdft")
_TEXT_MAX_BYTES = 4096
_FULL_BOX_BYTES, _HANDLER_NAME = 4, 24
# From the start of 1904 to the start of 1970, and from there to the year 10000.
_EPOCH_SECONDS, _END_SECONDS = 2_082_844_800, 253_402_300_800
# A widespread coding library gives these names to every picture.
_LIBRARY_NAMES: Final = (b"Color", b"Alpha")


class BoxReport:
    """Notes findings about boxes, each at its own place."""

    def __init__(self, source: Source, draft: Draft, tables: StillTables) -> None:
        self._source = source
        self._draft = draft
        self._tables = tables
        self._budget = ReadingBudget()

    def boxes(self, kept: Collection[int]) -> None:
        """Note boxes without a place in a clean file, and what tables hold beside what is used."""
        tables = self._tables
        self._handler(tables.boxes[b"hdlr"], tables.handler)
        for box in (*tables.others, *tables.item_table.others, *tables.property_table.others):
            self._dropped(box)
        reference = tables.boxes.get(b"dinf")
        if reference and not is_own_file(reference, self._source):
            self._dropped(reference)
        for start, end in tables.unused():
            self._unused("meta", start, end)
        for box in tables.with_strangers():
            self._find("hidden-bytes", box)
        for number in kept:
            self._item(tables.items[number])

    def item_data(self, used: list[tuple[int, int]]) -> None:
        """Note bytes of `idat` that are neither of a kept item nor of one that has its finding."""
        box = self._tables.boxes.get(b"idat")
        for start, end in subtract([(box.content, box.end)], spans(used)) if box else ():
            self._unused("idat", start, end)

    def properties(self, properties: KeptProperties) -> None:
        """Note what properties say that change or go."""
        table = self._tables.property_table
        used = {one.position for associations in table.associations.values() for one in associations}
        for position, box in enumerate(table.properties, 1):
            cleaned = properties.chosen(position)
            if cleaned is not None and cleaned.content is not None:
                self._kept_property(box, cleaned, cleaned.content)
            elif cleaned is not None and is_profile(box, self._source):
                code = "colour-profile-damaged" if self._draft.options.keeps_colour_profile else "colour-profile"
                self._find(code, box, **self._profile_names(box))
            elif cleaned is not None or box.kind not in KNOWN_KINDS:
                self._dropped_property(box)
            elif position not in used:
                self._find("hidden-bytes", box)

    def _find(self, code: str, box: Box, **values: str) -> None:
        self._draft.find(code, box.name, box.start, box.size, **values)

    def _unused(self, part: str, start: int, end: int) -> None:
        if not is_zero(self._source, start, end):
            self._draft.find("hidden-bytes", part, start, end - start)

    def _handler(self, box: Box, content: bytes) -> None:
        if any(content[_HANDLER_NAME:]):
            self._find("encoder", box, value=read_text(content[_HANDLER_NAME:]))
        if any(content[:8]) or any(content[12:_HANDLER_NAME]):
            self._find("hidden-bytes", box)

    def _item(self, item: Item) -> None:
        """Note the name of a kept item, and what its entry holds behind it."""
        if item.name in _LIBRARY_NAMES:
            self._find("encoder", item.box)
        elif item.name:
            self._find("description", item.box, value=read_text(item.name))
        if any(item.rest):
            self._find("hidden-bytes", item.box)

    def _dropped(self, box: Box) -> None:
        """Note a box that goes; an empty one says nothing."""
        if box.kind in _EMPTY:
            self._unused(box.name, box.content, box.end)
        elif box.user_type == _CREDENTIALS:
            self._signed_history(box)
        elif box.kind in _NAMED:
            self._find("vendor-data", box, fourcc=box.name.strip())
        else:
            self._find("unknown-part", box, fourcc=box.name.strip())

    def _signed_history(self, box: Box) -> None:
        if not self._budget.take(box.content_bytes):
            self._find("provenance", box)
            return
        content, extents = self._source.read(box.content, box.content_bytes), Extents.at(box.content, box.content_bytes)
        self._draft.add(*report_history(content, "C2PA", box.start, extents, is_known=True))

    def _kept_property(self, box: Box, cleaned: Cleaned, content: bytes) -> None:
        if is_profile(box, self._source):
            if self._source.window(box.content, box.content_bytes) != content:
                self._find("colour-profile", box, **self._profile_names(box))
            if not is_public_profile(content[4:]):
                self._find("colour-profile-custom", box)
        if cleaned.hidden_bytes:
            self._draft.find("hidden-bytes", box.name, box.start, cleaned.hidden_bytes)
        if cleaned.encoder_bytes:
            self._draft.find("encoder", box.name, box.start, cleaned.encoder_bytes)

    def _profile_names(self, box: Box) -> dict[str, str]:
        is_read = self._budget.take(box.content_bytes)
        return profile_names(self._source.read(box.content, box.content_bytes)[4:]) if is_read else {}

    def _dropped_property(self, box: Box) -> None:
        if box.kind not in (*_TEXTS, *_TIMES):
            self._dropped(box)
            return
        content = self._source.read(box.content, min(box.content_bytes, _TEXT_MAX_BYTES))[_FULL_BOX_BYTES:]
        if box.kind in _TEXTS:
            self._find("description", box, value=_texts(content))
        else:
            self._find("time", box, value=_time(int.from_bytes(content[:8], "big")))


def _texts(content: bytes) -> str:
    """All texts of a description, one behind the other; the languages too, which nobody needs to tell apart."""
    return " ".join(text for piece in content.split(b"\0") if (text := read_text(piece)))


def _time(microseconds: int) -> str:
    """A time since the start of 1904; empty when its year has more than four digits."""
    seconds = microseconds // 1_000_000 - _EPOCH_SECONDS
    return moment_text(seconds) if seconds < _END_SECONDS else ""
