"""Made-up passwords for a class, and when a guessing program finds them. Nothing here comes from a visitor.

How many guesses the first ones take, our measure tells. Words picked by chance are found halfway through all
that the list allows, on average.
Source: the speeds are those of zxcvbn (docs.rs/zxcvbn, time_estimates), checked 2026-11-23.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from safety.library.dice import words
from safety.passwords.strength import ONLINE_GUESSES_PER_HOUR, STOLEN_GUESSES_PER_SECOND, measure

CARELESS_GUESSES_PER_SECOND: Final = 10_000_000_000
"""A stolen list whose owner hashed fast, which takes no care: between a tenth and a hundred times of this."""

MINUTE, HOUR, DAY = 60, 3_600, 86_400
YEAR: Final = 365.25 * DAY
BILLION_YEARS: Final = 1_000_000_000 * YEAR
MARKS: Final = (1, MINUTE, HOUR, DAY, YEAR, 100 * YEAR, 1_000_000 * YEAR)
"""Where the clock of the race stops, in seconds."""
DIGITS_TOLD: Final = 2


class Guesser(Enum):
    """How somebody guesses, from slow to fast."""

    SIGN_IN = "sign-in"
    CAREFUL = "careful"
    CARELESS = "careless"

    @property
    def per_second(self) -> float:
        """Guesses in a second."""
        return {
            Guesser.SIGN_IN: ONLINE_GUESSES_PER_HOUR / HOUR,
            Guesser.CAREFUL: STOLEN_GUESSES_PER_SECOND,
            Guesser.CARELESS: CARELESS_GUESSES_PER_SECOND,
        }[self]


class Pattern(Enum):
    """How a password was made."""

    KEYBOARD = "keyboard"
    WORD_AND_NUMBER = "word-and-number"
    SWAPPED = "swapped"
    NAME_AND_YEAR = "name-and-year"
    FOUR_WORDS = "four-words"
    SIX_WORDS = "six-words"


class Unit(Enum):
    """In which time is told; INSTANT and AGES have no number."""

    INSTANT = "instant"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    YEARS = "years"
    AGES = "ages"


@dataclass(frozen=True)
class Runner:
    """A password in the race. Anybody may know it: it protects nothing."""

    password: str
    pattern: Pattern
    guesses: int

    def seconds(self, guesser: Guesser) -> float:
        """When that guesser finds it."""
        return self.guesses / guesser.per_second


MEASURED: Final = {
    Pattern.KEYBOARD: "qwertyuiop",
    Pattern.WORD_AND_NUMBER: "football123",
    Pattern.SWAPPED: "Dr4g0nfly!",
    Pattern.NAME_AND_YEAR: "Whiskers2015",
}
BY_CHANCE: Final = {
    Pattern.FOUR_WORDS: "delusion cathedral cider passerby",
    Pattern.SIX_WORDS: "nebula contempt version simply bargraph sturdy",
}


@cache
def runners() -> tuple[Runner, ...]:
    """All of them, the one that is found first before the others."""
    measured = (Runner(one, pattern, round(10 ** measure(one).guesses_log10)) for pattern, one in MEASURED.items())
    by_chance = (Runner(one, pattern, _half_of_all(len(one.split()))) for pattern, one in BY_CHANCE.items())
    return tuple(sorted((*measured, *by_chance), key=lambda runner: runner.guesses))


def _half_of_all(count: int) -> int:
    return int(len(words()) ** count) // 2


def told(seconds: float) -> tuple[int, Unit]:
    """A time as people say it: one number with two digits that count, and its unit."""
    if seconds < 1:
        return 0, Unit.INSTANT
    if seconds >= BILLION_YEARS:
        return 0, Unit.AGES
    for limit, size, unit in (
        (MINUTE, 1, Unit.SECONDS),
        (HOUR, MINUTE, Unit.MINUTES),
        (DAY, HOUR, Unit.HOURS),
        (YEAR, DAY, Unit.DAYS),
    ):
        # "60 seconds" would be a minute.
        if rounded(seconds / size) * size < limit:
            return rounded(seconds / size), unit
    return rounded(seconds / YEAR), Unit.YEARS


def rounded(number: float) -> int:
    """A number with all but its first two digits made zero."""
    if number < 10**DIGITS_TOLD:
        return round(number)
    step = int(10 ** (math.floor(math.log10(number)) + 1 - DIGITS_TOLD))
    return round(number / step) * step
