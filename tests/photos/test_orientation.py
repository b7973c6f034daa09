"""Orientation is one number, read carefully and written in 26 bytes."""

import io
import struct

import pytest
from PIL import Image

from safety.photos.orientation import canonical_exif, read_orientation
from tests.photos import samples


def block(kind: int, value: bytes, order: str = ">") -> bytes:
    """An EXIF block with one entry for the orientation."""
    mark = b"MM\0*" if order == ">" else b"II*\0"
    return mark + struct.pack(order + "IHHHI", 8, 1, 0x0112, kind, 1) + value.ljust(4, b"\0") + bytes(4)


def test_canonical_block_is_that_of_the_design() -> None:
    """Byte for byte as section 3.1 prints it."""
    wanted = "4D4D002A00000008 0001 0112000300000001 00 06 0000 00000000"
    assert canonical_exif(6) == bytes.fromhex(wanted)
    assert len(canonical_exif(6)) == 26


@pytest.mark.parametrize("orientation", range(2, 9))
def test_written_orientation_is_read_again(orientation: int) -> None:
    """By us and by Pillow."""
    canonical = canonical_exif(orientation)
    assert read_orientation(canonical) == orientation
    with Image.open(io.BytesIO(samples.jpeg(exif=b"Exif\0\0" + canonical))) as image:
        assert image.getexif()[0x0112] == orientation


@pytest.mark.parametrize("orientation", [-1, 0, 1, 9, 255])
def test_upright_needs_no_block(orientation: int) -> None:
    """Nothing is written for upright or for a number that means nothing."""
    assert canonical_exif(orientation) == b""


@pytest.mark.parametrize("order", ["<", ">"])
def test_short_and_long_are_read(order: str) -> None:
    """Both types that the design names, in both byte orders."""
    assert read_orientation(block(3, struct.pack(order + "H", 5), order)) == 5
    assert read_orientation(block(4, struct.pack(order + "I", 5), order)) == 5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MM\0*",
        b"XX" + canonical_exif(6)[2:],
        canonical_exif(6)[:21],
        block(2, b"6"),
        block(3, b"\0\x09"),
        block(3, b"\0\0"),
        block(4, b"\0\1\0\6"),
    ],
)
def test_anything_else_is_upright(content: bytes) -> None:
    """Broken blocks, other types and other numbers count as 1."""
    assert read_orientation(content) == 1


def test_orientation_of_the_thumbnail_does_not_count() -> None:
    """Only the first directory decides."""
    upright = samples.exif(1)
    assert read_orientation(upright) == 1
