"""Boxes as a tree: looked into only where the standard has boxes."""

import pytest

from safety.photos.base_media.box_tree import Node, read_tree
from safety.photos.base_media.boxes import BoxReader
from safety.photos.errors import CleanError
from safety.photos.source import BytesSource
from tests.photos.samples import box


def tree_of(content: bytes) -> Node:
    """The tree of the first box."""
    reader = BoxReader(BytesSource(content))
    return read_tree(next(reader.top_level()), reader)


def test_containers_are_looked_into_where_they_belong() -> None:
    """A `mdia` counts inside a `trak`, and not inside a `moov`, nor a `moov` in itself."""
    inner = box(b"mdia", box(b"hdlr", b"abc"))
    root = tree_of(box(b"moov", box(b"trak", inner) + inner + box(b"moov", inner)))
    assert root.find(b"trak", b"mdia", b"hdlr") is not None
    assert root.find(b"mdia", b"hdlr") is None
    assert root.find(b"moov", b"mdia") is None
    assert len(root.all(b"trak")) == 1


def test_only_some_boxes_may_come_twice() -> None:
    """Of two headers one reader takes the first and another the last."""
    root = tree_of(box(b"moov", 2 * box(b"trak", b"") + 2 * box(b"zzZz", b"")))
    root.check_single(frozenset((b"trak", b"mvhd")))
    root = tree_of(box(b"moov", 2 * box(b"mvhd", b"")))
    with pytest.raises(CleanError, match="damaged"):
        root.check_single(frozenset((b"mvhd",)))


def test_box_that_leaves_its_container_is_damaged() -> None:
    """Also deep inside."""
    with pytest.raises(CleanError, match="damaged"):
        tree_of(box(b"moov", box(b"trak", b"\0\0\0\x20tkhd")))
