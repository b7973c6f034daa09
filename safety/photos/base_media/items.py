"""The items of a picture file: which there are, which is the picture, and how they refer to each other.

Each table can be read, and written again with the kept items only. It does not know which those are.

Source: ISO/IEC 14496-12 sections 8.11.4 (pitm), 8.11.6 (iinf, infe), 8.11.12 (iref).
"""

from collections.abc import Collection
from dataclasses import dataclass

from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.fields import Fields, full_box, plain_box
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_ITEMS, MAX_REFERENCES

_HIDDEN_FLAG = 1
_MIME = b"mime"


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `name` is None when the entry ends before it; `rest` is what follows the known fields."""

    number: int
    kind: bytes
    box: Box
    version: int
    is_hidden: bool
    is_protected: bool
    name: bytes | None = None
    content_type: bytes = b""
    content_encoding: bytes = b""
    rest: bytes = b""


@dataclass(frozen=True, slots=True)
class Reference:
    """From one item to others; `kind` says how, such as `dimg`: the first is made of the others."""

    kind: bytes
    source: int
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Primary:
    """The item that is the picture; `rest` is what follows its number in the box."""

    number: int
    version: int
    rest: bytes

    def write(self) -> bytes:
        """The box that names the picture."""
        return full_box(b"pitm", self.version, 0, self.number.to_bytes(_number_bytes(self.version), "big"))


def read_primary(content: bytes) -> Primary:
    """What `pitm` says. Raises: CleanError."""
    fields = Fields(content)
    version, _ = fields.version_and_flags()
    return Primary(fields.number(_number_bytes(version)), version, fields.rest)


def _number_bytes(version: int) -> int:
    """Length of an item number in `pitm` and `iref`."""
    if version > 1:
        raise CleanError("unsupported-variant")
    return 4 if version else 2


class ItemTable:
    """`iinf`: all items by number. Raises: CleanError, when two have the same number or the count is wrong."""

    def __init__(self, box: Box, reader: BoxReader) -> None:
        head = Fields(reader.source.read(box.content, min(box.content_bytes, 8)))
        self._version, _ = head.version_and_flags()
        self._count_bytes = 4 if self._version else 2
        count = head.number(self._count_bytes)
        if count > MAX_ITEMS:
            raise CleanError("too-many-parts")
        self.items: dict[int, Item] = {}
        self.others: list[Box] = []
        self.end = box.content + head.at
        for child in reader.children(box, head.at):
            self._take(child, reader)
            self.end = child.end
        # A reader that stops at the count and one that reads on would see different pictures.
        if len(self.items) != count:
            raise damaged("size")

    def _take(self, child: Box, reader: BoxReader) -> None:
        if child.kind != b"infe":
            self.others.append(child)
            return
        item = _read_item(child, reader.source.read(child.content, child.content_bytes))
        if item.number in self.items or len(self.items) >= MAX_ITEMS:
            raise damaged("order")
        self.items[item.number] = item

    def write(self, kept: Collection[int]) -> bytes:
        """The box with the kept items only, without names."""
        entries = [_write_item(item) for item in self.items.values() if item.number in kept]
        return full_box(b"iinf", self._version, 0, len(entries).to_bytes(self._count_bytes, "big") + b"".join(entries))


def _read_item(box: Box, content: bytes) -> Item:
    fields = Fields(content)
    version, flags = fields.version_and_flags()
    if version not in (2, 3):
        raise CleanError("unsupported-variant")
    number = fields.number(2 if version == 2 else 4)
    is_protected = fields.number(2) != 0
    kind = fields.raw(4)
    name = fields.text()
    content_type = content_encoding = b""
    if kind == _MIME:
        content_type, content_encoding = fields.text() or b"", fields.text() or b""
    is_hidden = bool(flags & _HIDDEN_FLAG)
    return Item(number, kind, box, version, is_hidden, is_protected, name, content_type, content_encoding, fields.rest)


def _write_item(item: Item) -> bytes:
    # An entry that ended before the name must not become longer.
    name = b"" if item.name is None else b"\0"
    number = item.number.to_bytes(2 if item.version == 2 else 4, "big")
    return full_box(b"infe", item.version, int(item.is_hidden), number + bytes(2) + item.kind + name)


class ReferenceTable:
    """`iref`: all references, in order; `unused` are start and end of the bytes behind known fields.

    Raises: CleanError.
    """

    def __init__(self, box: Box, reader: BoxReader) -> None:
        head = Fields(reader.source.read(box.content, min(box.content_bytes, 4)))
        self._version, _ = head.version_and_flags()
        self._number_bytes = _number_bytes(self._version)
        self.references: list[Reference] = []
        self.unused: list[tuple[int, int]] = []
        end = box.content + head.at
        self._left = MAX_REFERENCES
        for child in reader.children(box, head.at):
            self._take(child, Fields(reader.source.read(child.content, child.content_bytes)))
            end = child.end
        self.unused.append((end, box.end))

    def _take(self, child: Box, fields: Fields) -> None:
        source = fields.number(self._number_bytes)
        count = fields.number(2)
        self._left -= count
        if self._left < 0:
            raise CleanError("too-many-parts")
        targets = tuple(fields.number(self._number_bytes) for _ in range(count))
        self.references.append(Reference(child.kind, source, targets))
        if fields.rest:
            self.unused.append((child.end - len(fields.rest), child.end))

    def write(self, kept: Collection[int], kinds: Collection[bytes]) -> bytes:
        """The box with the references of these kinds among the kept items; empty when there are none."""
        written = b"".join(
            self._write_one(reference, targets)
            for reference in self.references
            if reference.kind in kinds and reference.source in kept
            if (targets := [number for number in reference.targets if number in kept])
        )
        return full_box(b"iref", self._version, 0, written) if written else b""

    def _write_one(self, reference: Reference, targets: list[int]) -> bytes:
        numbers = b"".join(number.to_bytes(self._number_bytes, "big") for number in targets)
        source = reference.source.to_bytes(self._number_bytes, "big")
        return plain_box(reference.kind, source + len(targets).to_bytes(2, "big") + numbers)
