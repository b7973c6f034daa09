"""The words for five dice, as they are printed: a table for the first two dice, a row for the next two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

from safety.library.dice import words

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


def tables() -> Iterator[Table]:
    """The list as it is printed."""
    for at, dice in enumerate(PAIRS):
        yield Table(dice, list(_rows(words()[at * PER_TABLE : (at + 1) * PER_TABLE])))


def _rows(some: tuple[str, ...]) -> Iterator[Row]:
    for at, dice in enumerate(PAIRS):
        yield Row(dice, list(some[at * len(FACES) : (at + 1) * len(FACES)]))
