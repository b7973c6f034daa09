"""The parts of a GIF are told apart, however small their sub-blocks are and wherever the file ends."""

import pytest

from safety.photos.errors import CleanError
from safety.photos.formats.gif_blocks import (
    EXTENSION,
    IMAGE,
    STRAY,
    TRAILER,
    Part,
    PartReader,
    split_blocks,
    table_bytes,
)
from safety.photos.source import BytesSource
from tests.photos.gif_samples import comment, image


def walked(content: bytes) -> list[Part]:
    """The parts of a file that has nothing before them."""
    return list(PartReader(BytesSource(content)).walk(0))


def test_parts_follow_each_other() -> None:
    """Each begins where the one before it ends, and says what it is."""
    parts = walked(bytes(5) + comment() + image() + image(flags=0x81) + b";rest")
    assert [(part.mark, part.label, part.is_cut) for part in parts] == [
        (STRAY, 0, False),
        (EXTENSION, 0xFE, False),
        (IMAGE, 0, False),
        (IMAGE, 0, False),
        (TRAILER, 0, False),
    ]
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert parts[-1].end == 5 + len(comment() + image() + image(flags=0x81)) + 1


@pytest.mark.parametrize("block_bytes", [1, 2, 254, 255])
def test_long_image_is_one_part(block_bytes: int) -> None:
    """Sub-blocks go on over the edges of the window through which they are read."""
    block = bytes([block_bytes]) + b"\xff" * block_bytes
    content = image()[:-4] + block * (200_000 // block_bytes) + b"\0"
    assert [(part.start, part.end) for part in walked(content + b";")] == [
        (0, len(content)),
        (len(content), len(content) + 1),
    ]


def test_parts_at_the_edge_of_the_window() -> None:
    """A header is read whole wherever it lies."""
    for size in range(65_500, 65_540):
        content = image()[:-4] + b"\1a" * (size // 2) + bytes(1 + size % 2) + image(flags=0x81) + b";"
        assert [part.mark for part in walked(content) if part.mark != STRAY] == [IMAGE, IMAGE, TRAILER]


@pytest.mark.parametrize("content", [comment(), image(), image(flags=0x87)])
def test_cut_part_says_so(content: bytes) -> None:
    """At every length; its end is that of the file."""
    for length in range(1, len(content)):
        assert [(part.is_cut, part.start, part.end) for part in walked(content[:length])] == [(True, 0, length)]
    assert [part.is_cut for part in walked(content)] == [False]


@pytest.mark.parametrize("mark", sorted(set(range(256)) - {STRAY, EXTENSION, IMAGE, TRAILER}))
def test_unknown_byte_is_refused(mark: int) -> None:
    """Some readers end there and some look further, so nobody can say what the picture is."""
    with pytest.raises(CleanError) as caught:
        walked(image() + bytes([mark]) + image())
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("content", [comment(b"a") * 200_001, image()[:-4] + b"\1a" * 10_000_001 + b"\0"])
def test_parts_and_sub_blocks_have_their_limits(content: bytes) -> None:
    """One more than the limit is refused."""
    with pytest.raises(CleanError) as caught:
        walked(content)
    assert caught.value.code == "too-many-parts"


def test_size_of_a_table() -> None:
    """From six bytes to 768, and none without its flag."""
    assert [table_bytes(flags) for flags in (0x80, 0x81, 0xF7, 0x07, 0)] == [6, 12, 768, 0, 0]


def test_sub_blocks_end_at_the_empty_one() -> None:
    """What follows it belongs to something else; a last one that is cut is given as far as it goes."""
    assert list(split_blocks(b"\2ab\1c\0\1d")) == [b"ab", b"c"]
    assert list(split_blocks(b"\5ab")) == [b"ab"]
