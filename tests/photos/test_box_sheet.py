"""Boxes on a sheet: heads stay, contents go unless they are kept, and what has no finding is known."""

import pytest

from safety.photos.base_media.box_sheet import BoxSheet, head_bytes, without
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.errors import CleanError
from safety.photos.inplace import InPlace
from safety.photos.plan import Draft
from safety.photos.recognise import Format
from safety.photos.source import BytesSource
from safety.photos.splice import splice_to_bytes
from tests.photos.samples import box

LONG = b"\0\0\0\1zzZz\0\0\0\0\0\0\0\x14four"


def sheet_of(content: bytes) -> tuple[BoxSheet, list[Box], BytesSource]:
    """A sheet over the boxes of a file."""
    source = BytesSource(content)
    return BoxSheet(InPlace(source)), list(BoxReader(source).top_level()), source


def written(sheet: BoxSheet, source: BytesSource) -> bytes:
    """What the sheet makes of the file."""
    draft = Draft(source)
    sheet.sheet.finish(draft, source.size)
    return splice_to_bytes(draft.finish(Format.MP4), source, 1000)


@pytest.mark.parametrize("content", [box(b"zzZz", b"four"), box(b"uuid", b"u" * 16 + b"four"), LONG])
def test_box_becomes_free_in_place(content: bytes) -> None:
    """Of the same size, with the size written in the same way, and without content or user type."""
    sheet, (first,), source = sheet_of(content)
    sheet.free(first)
    cleaned = written(sheet, source)
    assert cleaned[:4] + cleaned[8 : head_bytes(first)] == content[:4] + content[8 : head_bytes(first)]
    assert cleaned[4:8] == b"free"
    assert not any(cleaned[head_bytes(first) :])


def test_only_kept_parts_stay() -> None:
    """The head and the parts; the rest is zero."""
    sheet, (first,), source = sheet_of(box(b"mvhd", b"0123456789"))
    sheet.keep_parts(first, (0, 2), (4, 6))
    assert written(sheet, source) == box(b"mvhd", b"01\0\x0045\0\0\0\0")


def test_box_that_is_too_short_is_damaged() -> None:
    """Nothing may be kept behind the end of a box, which is another one's."""
    sheet, (first, _), _ = sheet_of(box(b"mvhd", b"0123") + box(b"free", b"4567"))
    with pytest.raises(CleanError, match="damaged"):
        sheet.keep_first(first, 5)


def test_what_was_told_is_not_told_again() -> None:
    """Neither what the sheet was told of nor what the caller knows."""
    sheet, _, _ = sheet_of(b"")
    sheet.tell(12, 14)
    sheet.tell(5, 5)
    assert list(sheet.untold([(10, 10), (30, 2)], [(16, 18), (31, 40)])) == [(10, 12), (14, 16), (18, 20), (30, 31)]


@pytest.mark.parametrize(
    ("holes", "left"),
    [
        ([], [(0, 10), (20, 30)]),
        ([(0, 30)], []),
        ([(5, 25)], [(0, 5), (25, 30)]),
        ([(2, 3), (4, 5), (29, 50)], [(0, 2), (3, 4), (5, 10), (20, 29)]),
        ([(10, 20)], [(0, 10), (20, 30)]),
        ([(0, 4), (2, 6)], [(6, 10), (20, 30)]),
    ],
)
def test_holes_are_cut_out(holes: list[tuple[int, int]], left: list[tuple[int, int]]) -> None:
    """A hole may lie over several spans, and several in one."""
    assert list(without([(0, 10), (20, 30)], holes)) == left
