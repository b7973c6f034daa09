"""Orientation is one number, Adobe RGB a yes or no; both are read carefully and written in few bytes."""

import io
import struct

import pytest
from PIL import Image

from safety.photos.metadata.orientation import canonical_exif, read_adobe_rgb, read_orientation
from tests.photos import samples
from tests.photos.colour_space_samples import adobe_rgb_exif


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


COLOURS = """
    8769 0004 00000001 {detail} 00000000
    0002  A001 0003 00000001 FFFF 0000  A005 0004 00000001 {index} 00000000
    0001  0001 0002 00000004 52303300  00000000
"""


def test_canonical_block_with_adobe_rgb() -> None:
    """Three directories, one behind the other; these bytes are the same in both implementations."""
    upright = "4D4D002A 00000008  0001" + COLOURS.format(detail="0000001A", index="00000038")
    turned = "4D4D002A 00000008  0002  0112 0003 00000001 0006 0000" + COLOURS.format(
        detail="00000026", index="00000044"
    )
    assert canonical_exif(1, is_adobe_rgb=True) == bytes.fromhex(upright)
    assert canonical_exif(6, is_adobe_rgb=True) == bytes.fromhex(turned)
    assert (len(bytes.fromhex(upright)), len(bytes.fromhex(turned))) == (74, 86)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_written_block_is_read_again(orientation: int) -> None:
    """Both facts, or one alone, in every combination."""
    both = canonical_exif(orientation, is_adobe_rgb=True)
    assert (read_orientation(both), read_adobe_rgb(both)) == (orientation, True)
    assert not read_adobe_rgb(canonical_exif(orientation))


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", [3, 4])
def test_adobe_rgb_is_read(order: str, kind: int) -> None:
    """In both byte orders, and with both types of whole numbers."""
    content = adobe_rgb_exif(5, order, (kind, 0xFFFF))
    assert (read_orientation(content), read_adobe_rgb(content)) == (5, True)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"XX" + adobe_rgb_exif()[2:],
        adobe_rgb_exif()[:40],
        adobe_rgb_exif(colour_space=(3, 1)),
        adobe_rgb_exif(colour_space=(4, 0xFFFFFFFF)),
        adobe_rgb_exif(colour_space=(7, 0xFFFF)),
        adobe_rgb_exif(index=b"R98\0"),
        adobe_rgb_exif(index=b"R03 "),
        adobe_rgb_exif().replace(b"\x87\x69", b"\x87\x68"),
        adobe_rgb_exif().replace(b"\xa0\x05", b"\xa0\x06"),
        adobe_rgb_exif().replace(b"\0\1\0\2\0\0\0\4", b"\0\1\0\7\0\0\0\4"),
        samples.exif(6),
    ],
)
def test_anything_else_is_not_adobe_rgb(content: bytes) -> None:
    """Both values have to be there, in their places and of their types."""
    assert not read_adobe_rgb(content)


def test_directories_in_a_circle_end() -> None:
    """A block whose pointers lead back to its start is read like any other."""
    pointers = [(0x8769, 8), (0xA005, 8)]
    table = b"".join(struct.pack(">HHII", tag, 4, 1, at) for tag, at in pointers)
    assert not read_adobe_rgb(b"MM\0*" + struct.pack(">IH", 8, 2) + table + bytes(4))
