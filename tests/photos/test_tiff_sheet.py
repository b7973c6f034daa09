"""The sheet of a TIFF: what contradicts itself is refused, and what belongs to nothing is told."""

import pytest

from safety.photos.errors import CleanError
from safety.photos.formats.tiff_sheet import TiffSheet
from safety.photos.plan import Draft
from safety.photos.recognise import Format
from safety.photos.source import BytesSource
from safety.photos.splice import splice_to_bytes

CONTENT = bytes(range(1, 41))


def result_of(sheet: TiffSheet, source: BytesSource) -> tuple[bytes, list[tuple[str, int, int]]]:
    """What is written, and the findings with offset and size."""
    draft = Draft(source)
    sheet.finish(draft)
    found = [(finding.code, finding.place.offset, finding.bytes) for finding in draft.findings]
    return splice_to_bytes(draft.finish(Format.TIFF), source, 1000), found


def test_rest_is_told_in_two_findings() -> None:
    """Bytes between the parts, and those behind them, without what has a finding of its own."""
    source = BytesSource(CONTENT)
    sheet = TiffSheet(source)
    sheet.write(0, b"ab")
    sheet.keep(4, 8)
    sheet.keep(8, 10)
    sheet.keep(20, 24)
    sheet.remove([(12, 14), (26, 30)])
    sheet.pass_over([(15, 17), (30, 31)])
    written, found = result_of(sheet, source)
    assert written == b"ab\0\0" + CONTENT[4:10] + bytes(10) + CONTENT[20:24]
    assert found == [("hidden-bytes", 2, 2 + 2 + 1 + 3), ("leftover-data", 24, 2 + 9)]


def test_zeros_are_not_told() -> None:
    """They hide nothing."""
    source = BytesSource(b"ab" + bytes(9) + b"cd" + bytes(9))
    sheet = TiffSheet(source)
    sheet.keep(0, 2)
    sheet.keep(11, 13)
    assert result_of(sheet, source) == (b"ab" + bytes(9) + b"cd", [])


def test_parts_that_stay_may_lie_over_each_other() -> None:
    """Two pages may share a strip, and what goes may lie over what goes."""
    source = BytesSource(CONTENT)
    sheet = TiffSheet(source)
    for start, end in ((0, 20), (5, 10), (10, 30), (0, 40)):
        sheet.keep(start, end)
    sheet.pass_over([(0, 10)])
    assert result_of(sheet, source)[0] == CONTENT


@pytest.mark.parametrize(
    ("kept", "written", "private"),
    [
        ((0, 10), {9: b"ab"}, []),
        ((0, 10), {2: b"ab"}, []),
        ((0, 10), {}, [(9, 12)]),
        ((0, 10), {}, [(20, 22), (0, 1)]),
        ((0, 1), {4: b"abc", 6: b"cd"}, []),
    ],
)
def test_contradictions_are_damaged(
    kept: tuple[int, int], written: dict[int, bytes], private: list[tuple[int, int]]
) -> None:
    """What stays over what is written anew or is private, and two written parts over each other."""
    source = BytesSource(CONTENT)
    sheet = TiffSheet(source)
    sheet.keep(*kept)
    for start, literal in written.items():
        sheet.write(start, literal)
    sheet.remove(private)
    with pytest.raises(CleanError, match="damaged"):
        sheet.finish(Draft(source))
