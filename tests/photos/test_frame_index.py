"""An index of frames is one only when every byte of it is."""

import pytest

from safety.photos.formats.frame_index import is_sound_index
from tests.photos.jpeg_xl_samples import index, varint


def is_sound(box: bytes, codestream_bytes: int = 1000) -> bool:
    """Whether what a box holds is an index into a codestream of this size."""
    return is_sound_index(box[8:], codestream_bytes)


@pytest.mark.parametrize(
    "box", [index((0, 1, 1)), index((0, 2**62, 2**40), (500, 1, 1), (499, 0, 0)), index(*[(0, 1, 1)] * 300)]
)
def test_index_is_sound(box: bytes) -> None:
    """One frame or many, with numbers of any size."""
    assert is_sound(box)


def test_places_add_up() -> None:
    """Each counts from the one before, and the last must be inside the codestream."""
    assert not is_sound(index((0, 1, 1), (500, 1, 1), (500, 1, 1)))
    assert is_sound(index((0, 1, 1), (500, 1, 1), (500, 1, 1)), 1001)


def test_cut_at_every_length() -> None:
    """Nothing less than all of it."""
    content = index((0, 300, 1), (200, 300, 1))[8:]
    assert [is_sound_index(content[:length], 1000) for length in range(len(content))] == [False] * len(content)


@pytest.mark.parametrize("tail", [b"A", b"\0", b"\x80"])
def test_nothing_stands_behind_it(tail: bytes) -> None:
    """One byte is enough to make it no index."""
    assert not is_sound(index((0, 1, 1), tail=tail))


def test_numbers_have_an_end() -> None:
    """At most nine bytes, and a count that the box can hold."""
    assert not is_sound_index(b"\x80" * 20, 1000)
    assert not is_sound_index(b"\1" + bytes(8) + b"\0" + b"\xff" * 9 + b"\1\1", 1000)
    assert not is_sound_index(varint(2**60) + bytes(8) + b"\0\1\1" * 9, 1000)
    assert not is_sound_index(b"\0" + bytes(8), 1000)
