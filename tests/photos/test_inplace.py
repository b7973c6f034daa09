"""A file in which nothing moves: kept parts stay, written parts win, everything else is zero."""

import pytest

from safety.photos.errors import CleanError
from safety.photos.inplace import InPlace, is_zero
from safety.photos.plan import Draft
from safety.photos.recognise import Format
from safety.photos.source import BytesSource
from safety.photos.splice import splice_to_bytes

CONTENT = bytes(range(1, 21))


def result_of(sheet: InPlace, source: BytesSource, end: int) -> tuple[bytes, list[tuple[int, int]]]:
    """What is written, and what became zero."""
    draft = Draft(source)
    zeroed = sheet.finish(draft, end)
    return splice_to_bytes(draft.finish(Format.TIFF), source, 1000), zeroed


def test_what_nobody_keeps_becomes_zero() -> None:
    """Kept ranges may overlap and come in any order; a written part wins over them."""
    source = BytesSource(CONTENT)
    sheet = InPlace(source)
    for offset, length in ((12, 4), (2, 6), (4, 6)):
        sheet.keep(offset, length)
    sheet.write(5, b"AB")
    sheet.write(18, b"Z")
    written, zeroed = result_of(sheet, source, 20)
    assert written == bytes([0, 0, 3, 4, 5, 65, 66, 8, 9, 10, 0, 0, 13, 14, 15, 16, 0, 0, 90, 0])
    assert zeroed == [(0, 2), (10, 2), (16, 2), (19, 1)]


def test_clean_file_is_one_keep() -> None:
    """Gaps that are zero already and parts that are the same already change nothing."""
    source = BytesSource(b"ab\0\0cd\0\0")
    sheet = InPlace(source)
    sheet.keep(0, 2)
    sheet.write(4, b"cd")
    draft = Draft(source)
    assert sheet.finish(draft, 8) == []
    assert draft.finish(Format.TIFF).changes_nothing


def test_written_part_may_hide_a_whole_kept_one() -> None:
    """Nothing of the part below shows, and what follows is right."""
    source = BytesSource(CONTENT)
    sheet = InPlace(source)
    sheet.keep(3, 2)
    sheet.keep(6, 1)
    sheet.keep(9, 1)
    sheet.write(2, b"12345678")
    assert result_of(sheet, source, 10)[0] == b"\0\x0012345678"


@pytest.mark.parametrize(("offset", "length"), [(-1, 2), (19, 2), (0, -1), (2**60, 1)])
def test_range_outside_is_damaged(offset: int, length: int) -> None:
    """No kept range may leave the file."""
    with pytest.raises(CleanError, match="damaged"):
        InPlace(BytesSource(CONTENT)).keep(offset, length)


def test_two_different_parts_at_one_place_are_damaged() -> None:
    """Two structures that claim the same bytes cannot both be right."""
    source = BytesSource(CONTENT)
    sheet = InPlace(source)
    sheet.write(2, b"abcd")
    sheet.write(4, b"ef")
    with pytest.raises(CleanError, match="damaged"):
        sheet.finish(Draft(source), 20)


def test_kept_part_behind_the_cut_is_damaged() -> None:
    """What is kept must not be cut off."""
    source = BytesSource(CONTENT)
    sheet = InPlace(source)
    sheet.keep(8, 8)
    with pytest.raises(CleanError, match="damaged"):
        sheet.finish(Draft(source), 12)


def test_zeros_are_seen_over_many_windows() -> None:
    """One byte at the far end is enough."""
    assert is_zero(BytesSource(bytes(3_000_000)), 0, 3_000_000)
    assert not is_zero(BytesSource(bytes(2_999_999) + b"x"), 0, 3_000_000)
    assert is_zero(BytesSource(b"x" + bytes(2_999_998) + b"x"), 1, 2_999_999)


def test_end_of_the_file_is_not_zero() -> None:
    """Bytes that are not there are no zeros, and the search for them ends."""
    assert not is_zero(BytesSource(bytes(10)), 0, 11)
