"""A part of a block is found in the file, also where the block stands in several pieces."""

from hypothesis import given
from hypothesis import strategies as st

from safety.photos.extents import NOWHERE, Extents

PIECES = Extents(((100, 10), (200, 5), (300, 20)))


def test_a_part_is_where_its_bytes_are() -> None:
    """Within a piece, over two and over three."""
    assert PIECES.part(2, 3).ranges == ((102, 3),)
    assert PIECES.part(8, 4).ranges == ((108, 2), (200, 2))
    assert PIECES.part(9, 7).ranges == ((109, 1), (200, 5), (300, 1))
    assert PIECES.part(10, 5).ranges == ((200, 5),)
    assert PIECES.part(0, 35).ranges == PIECES.ranges


def test_what_is_not_wholly_inside_is_nowhere() -> None:
    """Beyond the end, before the beginning, empty, or of a block that is nowhere itself."""
    assert PIECES.part(30, 6) == PIECES.part(-1, 3) == PIECES.part(4, 0) == NOWHERE.part(0, 1) == NOWHERE


def test_offset_is_that_of_the_first_byte() -> None:
    """And the given one for what is nowhere."""
    assert (PIECES.part(11, 2).offset_or(7), NOWHERE.offset_or(7)) == (201, 7)


@given(st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=6), st.integers(0, 60), st.integers(1, 60))
def test_ranges_give_the_very_bytes(pieces: list[bytes], start: int, length: int) -> None:
    """Whatever the pieces are, the ranges of a part hold what the part holds."""
    file, ranges = b"", []
    for piece in pieces:
        file += b"--"
        ranges.append((len(file), len(piece)))
        file += piece
    wanted = b"".join(pieces)[start : start + length]
    part = Extents(tuple(ranges)).part(start, length)
    found = b"".join(file[offset : offset + size] for offset, size in part.ranges)
    assert found == (wanted if len(wanted) == length else b"")
