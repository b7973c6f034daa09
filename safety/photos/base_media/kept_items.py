"""Which items the picture is made of, and how much of the data of a derived item says so.

Everything else in the file is somebody's extra: metadata, small copies, layers, other pictures.

Source: design document metadata.md, section 9.1; ISO/IEC 23008-12 sections 6.4 (references) and 6.6 (derived
items: identity, grid, overlay).
"""

from collections.abc import Callable, Iterable
from typing import Final

from safety.photos.base_media.fields import Fields
from safety.photos.base_media.items import Item, Reference
from safety.photos.errors import CleanError, damaged

CODED: Final = frozenset((b"hvc1", b"av01", b"avc1"))
DERIVED: Final = frozenset((b"grid", b"iovl", b"iden"))
KEPT_REFERENCES: Final = frozenset((b"dimg", b"auxl", b"prem", b"base", b"exbl"))
_LARGE_FIELDS_FLAG = 1


def inputs_of(references: Iterable[Reference], items: dict[int, Item]) -> dict[int, tuple[int, ...]]:
    """The inputs of each derived item; a coded picture has none, whatever a reference says.

    Raises: CleanError damaged, when an item has two lists of inputs.
    """
    inputs: dict[int, tuple[int, ...]] = {}
    for reference in references:
        item = items.get(reference.source)
        if reference.kind != b"dimg" or item is None or item.kind not in DERIVED:
            continue
        # With two lists, one reader would show the first and another the second.
        if inputs.setdefault(reference.source, reference.targets) is not reference.targets:
            raise damaged("order")
    return inputs


def kept_items(
    primary: int,
    items: dict[int, Item],
    inputs: dict[int, tuple[int, ...]],
    references: Iterable[Reference],
    is_alpha: Callable[[int], bool],
) -> dict[int, None]:
    """The picture, what it is derived from, and alpha pictures, in the order they were reached.

    Raises: CleanError damaged, without a picture or with an input that is not there.
    """
    alphas: dict[int, list[int]] = {}
    for reference in references:
        for color, alpha in _alpha_pairs(reference):
            if is_alpha(alpha):
                alphas.setdefault(color, []).append(alpha)
    kept: dict[int, None] = {}
    waiting = [primary]
    while waiting:
        number = waiting.pop()
        if number in kept:
            continue
        if number not in items:
            raise damaged("no-picture")
        kept[number] = None
        waiting.extend(inputs.get(number, ()))
        waiting.extend(alphas.get(number, ()))
    return kept


def _alpha_pairs(reference: Reference) -> list[tuple[int, int]]:
    """Pairs of a picture and what may be its alpha: `auxl` points to the picture, `prem` to the alpha."""
    if reference.kind == b"auxl":
        return [(target, reference.source) for target in reference.targets]
    return [(reference.source, target) for target in reference.targets] if reference.kind == b"prem" else []


def derived_bytes(kind: bytes, content: bytes, input_count: int) -> int:
    """How long the data of a derived item is, by its first bytes.

    Raises: CleanError damaged, when it is cut or has other inputs than it says; unsupported-variant.
    """
    if kind == b"iden":
        _check(input_count == 1)
        return 0
    fields = Fields(content)
    if fields.number(1) != 0:
        raise CleanError("unsupported-variant")
    field_bytes = 4 if fields.number(1) & _LARGE_FIELDS_FLAG else 2
    if kind == b"grid":
        # A tile too many would be a picture that nobody sees.
        _check((fields.number(1) + 1) * (fields.number(1) + 1) == input_count)
        return fields.at + 2 * field_bytes
    # An overlay: four numbers for the colour below, width and height, and a place for each layer.
    return fields.at + 8 + 2 * field_bytes + input_count * 2 * field_bytes


def _check(is_right: bool) -> None:
    if not is_right:
        raise damaged("size")
