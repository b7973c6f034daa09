"""The tags of a TIFF that stay, and how many values of which type each of them may have.

What stands behind the last value that a reader uses is not kept.

Source: design document metadata.md, section 8; TIFF 6.0 appendix A; TIFF Technical Note 2 (JPEG);
RFC 2301 section 8 (StripRowCounts); libtiff's own tags 32995 to 32998.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

NEW_SUBFILE_TYPE, SUBFILE_TYPE = 254, 255
WIDTH, LENGTH, BITS, COMPRESSION, PHOTOMETRIC = 256, 257, 258, 259, 262
ORIENTATION, SAMPLES, ROWS_PER_STRIP, PLANAR, EXTRA_SAMPLES = 274, 277, 278, 284, 338
STRIP_OFFSETS, STRIP_BYTES, TILE_OFFSETS, TILE_BYTES = 273, 279, 324, 325
TILE_WIDTH, TILE_LENGTH, STRIP_ROW_COUNTS, SUBSAMPLING = 322, 323, 559, 530
X_RESOLUTION, Y_RESOLUTION, COLOUR_MAP = 282, 283, 320
IMAGE_DEPTH, TILE_DEPTH = 32997, 32998
JPEG_TABLES, INTERCHANGE, INTERCHANGE_BYTES = 347, 513, 514
QUANTISATION_TABLES, DC_TABLES, AC_TABLES = 519, 520, 521
PROFILE = 34675
# Tags that stand only in camera raw files: SubIFDs, CFAPattern, DNGVersion.
RAW_TAGS: Final = frozenset((330, 33421, 50706))

_BYTES: Final = (1, 7)
_WHOLE: Final = (1, 3, 4)
_OFFSETS: Final = (3, 4)
_REAL: Final = (3, 4, 5, 11, 12)
_ANY_NUMBER: Final = (1, 3, 4, 5, 6, 8, 9, 10, 11, 12)
_LARGEST_CURVE_BITS = 16


@dataclass(frozen=True, slots=True)
class Shape:
    """What of a page decides how many values its tags have; `parts` are strips or tiles."""

    samples: int
    bits: int
    parts: int
    is_palette: bool

    @property
    def levels(self) -> int:
        """How many values one sample can have, as far as there are curves for it."""
        return 1 << self.bits if self.bits <= _LARGEST_CURVE_BITS else 0


class Rule(NamedTuple):
    """The types that a tag may have and the most values it may have."""

    kinds: tuple[int, ...]
    most: Callable[[Shape], int]


def _up_to(count: int) -> Callable[[Shape], int]:
    return lambda shape: count


def _per_sample(shape: Shape) -> int:
    return shape.samples


def _per_part(shape: Shape) -> int:
    return shape.parts


def _pair_per_sample(shape: Shape) -> int:
    return 2 * shape.samples


def _curve(shape: Shape) -> int:
    return shape.levels


def _three_curves(shape: Shape) -> int:
    return 3 * shape.levels


def _colour_map(shape: Shape) -> int:
    return 3 * shape.levels if shape.is_palette else 0


_SINGLE: Final = (
    *(254, 255, 256, 257, 259, 262, 263, 264, 265, 266, 274, 277, 278, 284, 290, 292, 293, 296),
    *(317, 322, 323, 332, 334, 512, 513, 514, 515, 531, 32995, 32997, 32998),
)
RULES: Final[dict[int, Rule]] = {
    **{tag: Rule(_WHOLE, _up_to(1)) for tag in _SINGLE},
    **{tag: Rule(_WHOLE, _up_to(2)) for tag in (297, 321, 530)},
    **{tag: Rule(_WHOLE, _per_sample) for tag in (258, 280, 281, 338, 339, 517, 518, 32996)},
    **{tag: Rule(_ANY_NUMBER, _per_sample) for tag in (340, 341)},
    **{tag: Rule(_REAL, _up_to(1)) for tag in (X_RESOLUTION, Y_RESOLUTION)},
    **{tag: Rule((4,), _per_sample) for tag in (519, 520, 521)},
    **{tag: Rule(_OFFSETS, _per_part) for tag in (273, 279, 324, 325, 559)},
    291: Rule((3,), _curve),
    301: Rule((3,), _three_curves),
    318: Rule(_REAL, _up_to(2)),
    319: Rule(_REAL, _up_to(6)),
    COLOUR_MAP: Rule((3,), _colour_map),
    336: Rule((1, 3), _pair_per_sample),
    342: Rule((3,), _up_to(6)),
    529: Rule(_REAL, _up_to(3)),
    532: Rule(_REAL, _up_to(6)),
    JPEG_TABLES: Rule(_BYTES, lambda shape: 0),
    PROFILE: Rule(_BYTES, lambda shape: 0),
}
# The others can go when they are not in order, and the picture looks the same.
_SPARE: Final = (
    *(254, 255, 263, 264, 265, ORIENTATION, 280, 281, X_RESOLUTION, Y_RESOLUTION, 290, 291, 296, 297, 301),
    *(318, 319, 321, 332, 334, 336, 340, 341, 342, PROFILE),
)
ESSENTIAL: Final = frozenset(RULES).difference(_SPARE)
OLD_JPEG_TAGS: Final = frozenset(range(512, 522))
