"""Fields of a box: big-endian numbers and bytes, and never more than there is."""

import pytest

from safety.photos.base_media.fields import Fields, full_box, plain_box
from safety.photos.errors import CleanError


def test_reads_front_to_back() -> None:
    """Each read goes on where the last one ended."""
    fields = Fields(b"\1\0\0\2\x12\x34name\0rest")
    assert fields.version_and_flags() == (1, 2)
    assert fields.number(2) == 0x1234
    assert fields.text() == b"name"
    assert (fields.at, fields.rest) == (11, b"rest")
    assert fields.raw(4) == b"rest"
    assert fields.number(0) == 0


@pytest.mark.parametrize("length", [5, 2**40])
def test_beyond_the_end_is_damaged(length: int) -> None:
    """And nothing is given then."""
    with pytest.raises(CleanError, match="damaged"):
        Fields(b"abcd").raw(length)


def test_text_may_end_with_the_box() -> None:
    """A missing end mark is forgiven; no bytes at all are not an empty text."""
    fields = Fields(b"name")
    assert fields.text() == b"name"
    assert fields.text() is None
    assert Fields(b"\0").text() == b""


def test_boxes_are_written() -> None:
    """With their size, and a full box with version and flags."""
    assert plain_box(b"abcd", b"xy") == b"\0\0\0\x0aabcdxy"
    assert full_box(b"abcd", 1, 2, b"xy") == b"\0\0\0\x0eabcd\1\0\0\2xy"
