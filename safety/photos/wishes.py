"""What somebody may ask for with a file: the fields of the form, read strictly.

It does not clean. A field that is misspelt is an error, since who wrote it believes that it counts.

Source: design document metadata.md, section 3.3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ICC, DEEP, LONGEST_SIDE = "icc", "deep", "longest_side"
FIELDS: Final = (ICC, DEEP, LONGEST_SIDE)
ICC_CHOICES: Final = {"rebuild": True, "drop": False}
DEEP_CHOICES: Final = {"0": False, "1": True}
MIN_LONGEST_SIDE, MAX_LONGEST_SIDE = 64, 16_384


class WishError(Exception):
    """A field is not known, or has a value that it cannot have; `code` says which of the two."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Wishes:
    """How to clean: with or without the colour profile, bit for bit or drawn anew, and how large then.

    `longest_side` is in pixels; None leaves the size as it is. It is only for pictures that are drawn anew.
    """

    keeps_colour_profile: bool = True
    is_deep: bool = False
    longest_side: int | None = None


def read_wishes(fields: Mapping[str, str]) -> Wishes:
    """The wishes in the fields of a form; what is not there has its default.

    Raises: WishError unknown-field or wrong-value.
    """
    if not fields.keys() <= set(FIELDS):
        raise WishError("unknown-field")
    wishes = Wishes(
        _choice(fields, ICC, ICC_CHOICES, "rebuild"),
        _choice(fields, DEEP, DEEP_CHOICES, "0"),
        _side(fields[LONGEST_SIDE]) if LONGEST_SIDE in fields else None,
    )
    if wishes.longest_side is not None and not wishes.is_deep:
        raise WishError("wrong-value")
    return wishes


def _choice(fields: Mapping[str, str], name: str, choices: Mapping[str, bool], default: str) -> bool:
    chosen = choices.get(fields.get(name, default))
    if chosen is None:
        raise WishError("wrong-value")
    return chosen


def _side(text: str) -> int:
    # Digits of other scripts are decimal too, and a long number is slow to read.
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(MAX_LONGEST_SIDE))
    if not is_number or not MIN_LONGEST_SIDE <= int(text) <= MAX_LONGEST_SIDE:
        raise WishError("wrong-value")
    return int(text)
