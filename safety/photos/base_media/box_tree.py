"""The boxes of a movie as a tree, down to those whose content is not boxes.

Only places where the standard has boxes are looked into, so the depth is that of the table.

Source: ISO/IEC 14496-12 section 6.2.3 (order and nesting); QuickTime File Format, movie atoms.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.errors import damaged

# For each container the containers that may stand in it.
_CONTAINERS: Final = {
    b"moov": (b"trak", b"mvex"),
    b"trak": (b"edts", b"tapt", b"tref", b"mdia"),
    b"mdia": (b"minf",),
    b"minf": (b"dinf", b"stbl", b"gmhd"),
    b"moof": (b"traf",),
}
_REPEATABLE: Final = frozenset((b"trak", b"trex", b"traf", b"trun", b"sbgp", b"sgpd", b"subs", b"tfra"))


class Node(NamedTuple):
    """A box and, of a container, the boxes in it."""

    box: Box
    children: Sequence["Node"] = ()

    @property
    def kind(self) -> bytes:
        """The type of the box."""
        return self.box.kind

    def find(self, *path: bytes) -> "Node | None":
        """The first box at the end of a path of types."""
        node: Node | None = self
        for kind in path:
            node = next((child for child in node.children if child.kind == kind), None) if node else None
        return node

    def all(self, kind: bytes) -> list["Node"]:
        """The children of one type."""
        return [child for child in self.children if child.kind == kind]

    def check_single(self, kinds: frozenset[bytes]) -> None:
        """Raises: CleanError damaged, when one of `kinds` is there twice and may not be: readers differ then."""
        found = [child.kind for child in self.children if child.kind in kinds - _REPEATABLE]
        if len(found) != len(set(found)):
            raise damaged("order")


def read_tree(box: Box, reader: BoxReader) -> Node:
    """The tree of a `moov` or `moof`. Raises: CleanError."""
    containers = _CONTAINERS.get(box.kind, ())
    children = [read_tree(child, reader) if child.kind in containers else Node(child) for child in reader.children(box)]
    return Node(box, children)
