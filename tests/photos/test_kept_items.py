"""Which items stay: the picture, its inputs and its alpha, and nothing that only says it belongs to them."""

import struct

import pytest

from safety.photos.base_media.boxes import Box
from safety.photos.base_media.items import Item, Reference
from safety.photos.base_media.kept_items import derived_bytes, inputs_of, kept_items
from safety.photos.errors import CleanError

BOX = Box(b"infe", 0, 8, 8, 3)
# 1 is made of 2 and 3; 4 is its alpha, made of 5; 6 to 9 are others.
KINDS = {1: b"grid", 2: b"hvc1", 3: b"hvc1", 4: b"grid", 5: b"hvc1", 6: b"hvc1", 7: b"Exif", 8: b"mime", 9: b"tmap"}
ITEMS = {number: Item(number, kind, BOX, 2, False, False) for number, kind in KINDS.items()}
REFERENCES = [
    Reference(b"dimg", 1, (2, 3)),
    Reference(b"auxl", 4, (1,)),
    Reference(b"dimg", 4, (5,)),
    Reference(b"auxl", 6, (1,)),
    Reference(b"thmb", 6, (1,)),
    Reference(b"cdsc", 7, (1,)),
    Reference(b"dimg", 9, (1, 6)),
]


def kept(*more: Reference, primary: int = 1, alphas: tuple[int, ...] = (4,)) -> set[int]:
    """Numbers of the kept items."""
    references = [*REFERENCES, *more]
    return set(kept_items(primary, ITEMS, inputs_of(references, ITEMS), references, alphas.__contains__))


def test_inputs_and_alpha_stay() -> None:
    """Through several steps; other layers, small copies, metadata and tone maps go."""
    assert kept() == {1, 2, 3, 4, 5}


def test_alpha_of_a_tile_stays() -> None:
    """Alpha may belong to any kept item."""
    assert kept(Reference(b"auxl", 6, (3,)), alphas=(4, 6)) == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("kind", [b"dimg", b"base", b"exbl", b"thmb", b"ZZZZ"])
def test_coded_picture_has_no_inputs(kind: bytes) -> None:
    """A reference from it would keep a picture that nobody sees."""
    assert kept(Reference(kind, 2, (6, 7))) == {1, 2, 3, 4, 5}


def test_premultiplied_alpha_has_to_be_alpha() -> None:
    """`prem` points from the picture to its alpha, and to nothing else."""
    assert kept(Reference(b"prem", 1, (6,))) == {1, 2, 3, 4, 5}
    assert kept(Reference(b"prem", 1, (6,)), alphas=(6,)) == {1, 2, 3, 6}


def test_circles_end() -> None:
    """Items that are made of each other are reached once."""
    circle = [Reference(b"dimg", 1, (4,)), Reference(b"dimg", 4, (1, 4))]
    assert set(kept_items(1, ITEMS, inputs_of(circle, ITEMS), circle, lambda _: True)) == {1, 4}


@pytest.mark.parametrize("references", [[Reference(b"dimg", 1, (2, 99))]])
def test_missing_input_is_damaged(references: list[Reference]) -> None:
    """The picture could not be shown."""
    with pytest.raises(CleanError, match="damaged"):
        kept_items(1, ITEMS, inputs_of(references, ITEMS), references, lambda _: False)


def test_missing_picture_is_damaged() -> None:
    """A number without an item."""
    with pytest.raises(CleanError, match="damaged"):
        kept(primary=99)


def test_two_lists_of_inputs_are_damaged() -> None:
    """Readers would show different pictures."""
    with pytest.raises(CleanError, match="damaged"):
        kept(Reference(b"dimg", 1, (2, 6)))


GRID = struct.pack(">BBBBHH", 0, 0, 1, 2, 640, 480)
LARGE_GRID = struct.pack(">BBBBII", 0, 1, 1, 2, 640, 480)


@pytest.mark.parametrize(
    ("kind", "content", "inputs", "length"),
    [
        (b"iden", b"", 1, 0),
        (b"grid", GRID, 6, 8),
        (b"grid", LARGE_GRID, 6, 12),
        (b"iovl", bytes(12), 3, 2 + 8 + 4 + 3 * 4),
        (b"iovl", b"\0\1" + bytes(10), 3, 2 + 8 + 8 + 3 * 8),
    ],
)
def test_length_of_derived_items(kind: bytes, content: bytes, inputs: int, length: int) -> None:
    """What is behind it belongs to nothing."""
    assert derived_bytes(kind, content, inputs) == length


@pytest.mark.parametrize(
    ("kind", "content", "inputs", "code"),
    [
        (b"iden", b"", 2, "damaged"),
        (b"iden", b"", 0, "damaged"),
        (b"grid", GRID, 5, "damaged"),
        (b"grid", GRID, 7, "damaged"),
        (b"grid", GRID[:3], 6, "damaged"),
        (b"grid", b"\1" + GRID[1:], 6, "unsupported-variant"),
        (b"iovl", b"\1" + bytes(11), 1, "unsupported-variant"),
    ],
)
def test_wrong_derived_items_are_refused(kind: bytes, content: bytes, inputs: int, code: str) -> None:
    """A tile too many would be a hidden picture."""
    with pytest.raises(CleanError, match=code):
        derived_bytes(kind, content, inputs)
