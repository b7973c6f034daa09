"""How many strips a page has, and how many bytes they need: checked against sums done by hand."""

from dataclasses import replace

import pytest

from safety.photos.errors import CleanError
from safety.photos.formats.tiff_directory import TiffReader
from safety.photos.formats.tiff_layout import Layout, read_layout
from safety.photos.source import BytesSource
from tests.photos.tiff_samples import LONG, SHORT, Entries, Writer, page, saved, tiff, tiled_page

NUMBERS = Writer()


def shorts(*numbers: int) -> tuple[int, bytes]:
    """An entry of numbers of two bytes."""
    return SHORT, NUMBERS.shorts(*numbers)


def layout_of(file: bytes) -> Layout:
    """The layout of the first page."""
    reader = TiffReader(BytesSource(file))
    return read_layout(reader, reader.pages()[0])


def needed(layout: Layout) -> list[int]:
    """Bytes of all parts."""
    return [layout.needed_bytes(part) for part in range(layout.parts)]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({}, [288, 288, 288, 288]),
        ({278: shorts(5)}, [360, 360, 360, 72]),
        ({278: shorts(99)}, [1152]),
        ({278: shorts(0)}, [1152]),
        ({278: (LONG, NUMBERS.longs(2**32 - 1))}, [1152]),
        ({258: shorts(1), 277: shorts(1), 256: shorts(25)}, [16, 16, 16, 16]),
        ({258: shorts(12), 277: shorts(1), 256: shorts(3)}, [20, 20, 20, 20]),
        ({258: shorts(5, 6, 5)}, [216, 216, 216, 216]),
        ({284: shorts(2), 278: shorts(10)}, [240, 144] * 3),
        ({284: shorts(2), 277: shorts(1), 278: shorts(10)}, [240, 144]),
        ({262: shorts(6), 530: shorts(2, 2)}, [144, 144, 144, 144]),
        ({262: shorts(6), 530: shorts(4, 2), 256: shorts(25)}, [2 * 7 * 10] * 4),
        ({262: shorts(6), 530: shorts(1, 1)}, [288, 288, 288, 288]),
    ],
)
def test_strips_need_as_many_bytes_as_their_pixels(extra: Entries, expected: list[int]) -> None:
    """Rows are whole bytes; the last strip has the rows that are left; separate planes come one after the other."""
    assert needed(layout_of(tiff(page(extra)))) == expected


def test_tiles_are_always_whole() -> None:
    """Also at the right and lower edge."""
    assert needed(layout_of(tiff(tiled_page()))) == [768, 768]
    separate = layout_of(tiff(tiled_page({284: shorts(2)})))
    assert needed(separate) == 6 * [256]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "I;16", "F", "LAB", "YCbCr"])
def test_sizes_are_those_that_an_encoder_writes(mode: str) -> None:
    """Pillow's own sizes of strips."""
    file = saved(mode)
    reader = TiffReader(BytesSource(file))
    found = reader.pages()[0]
    entry = found.entry(279)
    assert entry is not None
    assert needed(read_layout(reader, found)) == list(reader.numbers(entry, 99))


def test_missing_tags_have_the_defaults_of_the_standard() -> None:
    """One bit, one sample, not compressed, one strip."""
    small: Entries = {tag: entry for tag, entry in page().items() if tag in (256, 257, 273)}
    layout = layout_of(tiff(small))
    assert (layout.bits, layout.samples, layout.compression, layout.parts) == (1, 1, 1, 1)


def test_huge_numbers_are_only_numbers() -> None:
    """Nothing is allocated by them; whether they fit is seen when the part is kept."""
    layout = layout_of(tiff(page({256: (LONG, NUMBERS.longs(2**32 - 1)), 278: (LONG, NUMBERS.longs(1))})))
    assert replace(layout, length=2**32 - 1).needed_bytes(2**31) == 3 * (2**32 - 1)


@pytest.mark.parametrize("extra", [{256: shorts(0)}, {277: shorts(0)}, {258: shorts(0, 0, 0)}, {530: shorts(0, 1)}])
def test_sizes_of_zero_are_damaged(extra: Entries) -> None:
    """Nobody can show such a picture."""
    with pytest.raises(CleanError, match="damaged"):
        layout_of(tiff(page({262: shorts(6), 530: shorts(2, 2), **extra})))
