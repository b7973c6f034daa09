"""How a page of a TIFF is cut into strips or tiles, and how many bytes each of them needs when not compressed.

Source: TIFF 6.0 sections 3 (strips), 15 (tiles), 21 (YCbCr: order of subsampled data).
"""

from dataclasses import dataclass
from typing import Final

from safety.photos.errors import CleanError, damaged
from safety.photos.formats.tiff_directory import Directory, TiffReader
from safety.photos.formats.tiff_tags import (
    BITS,
    COMPRESSION,
    IMAGE_DEPTH,
    LENGTH,
    PHOTOMETRIC,
    PLANAR,
    ROWS_PER_STRIP,
    SAMPLES,
    STRIP_OFFSETS,
    STRIP_ROW_COUNTS,
    SUBSAMPLING,
    TILE_DEPTH,
    TILE_LENGTH,
    TILE_OFFSETS,
    TILE_WIDTH,
    WIDTH,
)

UNCOMPRESSED, OLD_JPEG, JPEG = 1, 6, 7
PALETTE = 3
_SEPARATE = 2
_YCBCR = 6
_LARGEST_SAMPLE_BITS = 128
_NO_LIMIT = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Layout:
    """The numbers of one page; `part_rows` is the height of its strips or tiles, `part_width` their width."""

    width: int
    length: int
    samples: int
    bits: int
    compression: int
    photometric: int
    part_width: int
    part_rows: int
    parts: int
    is_tiled: bool
    is_separate: bool
    block: tuple[int, int]

    def needed_bytes(self, part: int) -> int:
        """Bytes of a strip or tile that is not compressed."""
        rows = self.part_rows
        if not self.is_tiled:
            first = part % -(-self.length // self.part_rows) * self.part_rows
            rows = min(self.part_rows, self.length - first)
        across, down = self.block
        if (across, down) == (1, 1):
            samples = 1 if self.is_separate else self.samples
            return rows * -(-self.part_width * samples * self.bits // 8)
        # A block has across times down values of brightness and two of colour.
        blocks_across, blocks_down = -(-self.part_width // across), -(-rows // down)
        return blocks_down * -(-blocks_across * (across * down + 2) * self.bits // 8)


def read_layout(reader: TiffReader, page: Directory) -> Layout:
    """The layout of a page. Raises: CleanError damaged or unsupported-variant."""
    width, length = reader.number(page, WIDTH, 0), reader.number(page, LENGTH, 0)
    samples = reader.number(page, SAMPLES, 1)
    bits = _bits(reader, page, samples)
    if not (width and length and samples and 0 < bits <= _LARGEST_SAMPLE_BITS):
        raise damaged("size")
    if reader.number(page, IMAGE_DEPTH, 1) > 1 or reader.number(page, TILE_DEPTH, 1) > 1:
        raise CleanError("unsupported-variant", format="tiff")
    has_tiles = page.entry(TILE_OFFSETS) is not None
    # A page that has both would hide one picture behind the other, and readers disagree on tiles called strips.
    has_strips = page.entry(STRIP_OFFSETS) is not None
    if (has_tiles and has_strips) or has_tiles != (page.entry(TILE_WIDTH) is not None):
        raise CleanError("unsupported-variant", format="tiff")
    part_width = reader.number(page, TILE_WIDTH, 0) if has_tiles else width
    part_rows = reader.number(page, TILE_LENGTH, 0) if has_tiles else _rows_per_strip(reader, page, length)
    if not (part_width and part_rows):
        raise damaged("size")
    is_separate = reader.number(page, PLANAR, 1) == _SEPARATE and samples > 1
    compression = reader.number(page, COMPRESSION, UNCOMPRESSED)
    photometric = reader.number(page, PHOTOMETRIC, 0)
    parts = -(-width // part_width) * -(-length // part_rows) * (samples if is_separate else 1)
    layout = Layout(
        *(width, length, samples, bits, compression, photometric, part_width, part_rows),
        parts=_row_counts(page) or parts,
        is_tiled=has_tiles,
        is_separate=is_separate,
        block=_block(reader, page, photometric, samples),
    )
    _check_variant(layout, page)
    return layout


def _bits(reader: TiffReader, page: Directory, samples: int) -> int:
    """The largest number of bits that a sample has."""
    entry = page.entry(BITS)
    return max(reader.numbers(entry, samples), default=0) if entry else 1


def _rows_per_strip(reader: TiffReader, page: Directory, length: int) -> int:
    rows = reader.number(page, ROWS_PER_STRIP, _NO_LIMIT)
    return min(rows, length) if rows else length


def _row_counts(page: Directory) -> int:
    entry = page.entry(STRIP_ROW_COUNTS)
    return entry.count if entry else 0


def _block(reader: TiffReader, page: Directory, photometric: int, samples: int) -> tuple[int, int]:
    """Across and down, how many values of brightness share one pair of colour values."""
    entry = page.entry(SUBSAMPLING)
    if photometric != _YCBCR or samples != len("YCC") or entry is None:
        return 1, 1
    across, down = (*reader.numbers(entry, 2), 1, 1)[:2]
    if not (across and down):
        raise damaged("size")
    return across, down


_COMPRESSIONS: Final = frozenset(
    # Fax, LZW, JPEG, Deflate, PackBits, LZMA, Zstandard: none of them has a place for texts.
    (UNCOMPRESSED, 2, 3, 4, 5, OLD_JPEG, JPEG, 8, 32771, 32773, 32946, 34925, 50000)
)


def _check_variant(layout: Layout, page: Directory) -> None:
    """Raises: CleanError unsupported-variant, for what could hide a file of its own or cannot be measured."""
    is_measured = layout.compression == UNCOMPRESSED
    has_rows = page.entry(STRIP_ROW_COUNTS) is not None
    # Without its tag readers disagree about how YCbCr is subsampled, and in separate planes about its sizes.
    is_subsampled = layout.photometric == _YCBCR and (layout.is_separate or page.entry(SUBSAMPLING) is None)
    if layout.compression not in _COMPRESSIONS or (is_measured and (has_rows or is_subsampled)):
        raise CleanError("unsupported-variant", format="tiff")
