"""Tables of a JPEG are exactly as long as they say."""

import pytest

from safety.photos.formats.structure import frame_size, is_frame, is_picture_part, is_whole

WHOLE = {
    0xC0: b"\x08\0\x10\0\x18\3" + bytes(9),
    0xDE: b"\x08\0\x10\0\x18\1" + bytes(3),
    0xC4: b"\0" + b"\1" + bytes(15) + b"\7",
    0xDB: b"\0" + bytes(64) + b"\x11" + bytes(128),
    0xCC: b"\0\1\2\3",
    0xDD: b"\0\1",
    0xDC: b"\0\1",
    0xDF: b"\1",
    0xDA: b"\3" + bytes(9),
}


@pytest.mark.parametrize("marker", WHOLE)
def test_length_is_checked(marker: int) -> None:
    """Whole tables pass; one byte more or less does not."""
    assert is_whole(marker, WHOLE[marker])
    assert not is_whole(marker, WHOLE[marker] + b"x")
    assert not is_whole(marker, WHOLE[marker][:-1])


def test_frames_are_known() -> None:
    """DHT, JPG and DAC lie between the frame markers and are none."""
    assert [marker for marker in range(0xC0, 0xD0) if not is_frame(marker)] == [0xC4, 0xC8, 0xCC]
    assert frame_size(WHOLE[0xC0]) == (24, 16)


def test_parts_of_the_picture_are_known() -> None:
    """Frames, tables and scans; nothing that carries texts."""
    others = [marker for marker in range(0xC0, 0xE0) if not is_picture_part(marker)]
    assert others == [0xC8, *range(0xD0, 0xDA)]
    assert not any(map(is_picture_part, range(0xE0, 0xFF)))
