"""The words for five dice, as they are printed: a table for the first two dice, a row for the next two.

It reads the list that the maker of passphrases uses, `static/vendor/eff/words.js`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

FILE: Final = Path(__file__).resolve().parents[2] / "static" / "vendor" / "eff" / "words.js"
FACES: Final = "123456"
PAIRS: Final = tuple(product(FACES, FACES))
"""What two dice can show, in order."""
PER_TABLE: Final = len(PAIRS) * len(FACES)


class Row(NamedTuple):
    """The words for what the third and fourth die show, one for each face of the fifth."""

    dice: tuple[str, str]
    words: list[str]


class Table(NamedTuple):
    """The words for what the first two dice show."""

    dice: tuple[str, str]
    rows: list[Row]


@cache
def words() -> tuple[str, ...]:
    """All words, in the order of the throws 11111 to 66666."""
    _, listed, _ = FILE.read_text(encoding="ascii").split("`")
    return tuple(listed.split("\n"))


def tables() -> Iterator[Table]:
    """The list as it is printed."""
    for at, dice in enumerate(PAIRS):
        yield Table(dice, list(_rows(words()[at * PER_TABLE : (at + 1) * PER_TABLE])))


def _rows(some: tuple[str, ...]) -> Iterator[Row]:
    for at, dice in enumerate(PAIRS):
        yield Row(dice, list(some[at * len(FACES) : (at + 1) * len(FACES)]))
