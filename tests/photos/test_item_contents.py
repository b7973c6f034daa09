"""Data of items as ranges of the file."""

import pytest

from safety.photos.base_media.boxes import Box
from safety.photos.base_media.item_contents import ItemContents, first_bytes, spans, total
from safety.photos.base_media.item_locations import Location
from safety.photos.errors import CleanError
from safety.photos.source import BytesSource

SOURCE = BytesSource(bytes(range(100)))
IDAT = Box(b"idat", 32, 40, 60, 1)


def contents(*extents: tuple[int, int], is_in_idat: bool = False, idat: Box | None = IDAT) -> ItemContents:
    """The contents of a file with one item of number 1."""
    return ItemContents(SOURCE, {1: Location(is_in_idat, extents, b"")}, idat)


def test_ranges_of_both_constructions() -> None:
    """In the file they are what the table says; in `idat` they count from its content."""
    assert contents((3, 4), (90, 10)).whole(1) == ((3, 4), (90, 10))
    assert contents((3, 4), is_in_idat=True).whole(1) == ((43, 4),)
    assert contents((3, 4)).whole(2) == ()
    assert contents((3, 2), (9, 1)).read(((3, 2), (9, 1))) == b"\3\4\x09"
    assert [contents(is_in_idat=flag).is_in_idat(1) for flag in (False, True)] == [False, True]


@pytest.mark.parametrize(
    "wrong",
    [
        contents((3, 98)),
        contents((2**50, 1)),
        contents((3, 0)),
        contents((19, 2), is_in_idat=True),
        contents((0, 1), is_in_idat=True, idat=None),
    ],
)
def test_range_that_is_not_there_is_damaged(wrong: ItemContents) -> None:
    """Beyond the file or its `idat`, or without a length, which would mean everything."""
    with pytest.raises(CleanError, match="damaged"):
        wrong.whole(1)
    assert total(wrong.existing(1)) <= 97


def test_existing_ranges_are_cut() -> None:
    """A dropped item may claim what it wants."""
    assert contents((95, 50), (200, 4), (3, 0), (5, 2)).existing(1) == ((95, 5), (5, 2))
    assert contents((15, 50), is_in_idat=True).existing(1) == ((55, 5),)
    assert contents((0, 5), is_in_idat=True, idat=None).existing(1) == ()
    assert contents((0, 5)).existing(7) == ()


def test_first_bytes_of_ranges() -> None:
    """As many as are asked for, over several ranges."""
    assert first_bytes(((3, 4), (20, 5)), 6) == ((3, 4), (20, 2))
    assert first_bytes(((3, 4), (20, 5)), 4) == ((3, 4),)
    assert first_bytes(((3, 4),), 99) == ((3, 4),)


def test_spans_are_start_and_end() -> None:
    """As `spans` wants them."""
    assert spans(((3, 4), (20, 5))) == [(3, 7), (20, 25)]
