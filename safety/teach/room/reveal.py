"""What a class sees of its answers: the rule that lets no small group show. Pure: numbers in, a result out.

The host knows before how many have answered, passes included. So whatever is shown must tell nobody's answer together
with that number. The rule:

1. Under ``least`` answers (8 or more), nothing is shown.
2. A choice with fewer than ``MIN_GROUP`` answers is not shown, and neither is that it is the one that is not shown:
   these choices, those that nobody took, and all passes are one rest.
3. Where a single choice would be shown and the rest is smaller than ``MIN_GROUP``, nobody's answer would be open any
   more: then only 'most' is said, without numbers, so that all and nearly all look alike.

Every answer that is not shown might as well have been a pass: with a pass in its place the result is the same. A test
proves just that for any numbers. It knows of one question at a time, and of no person, so nothing can be crossed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LEAST: Final = 8
MIN_GROUP: Final = 3


class Ending(StrEnum):
    """How a question ended."""

    BARS = "bars"
    MOST = "most"
    SPREAD = "spread"
    TOO_FEW = "too-few"
    COINS = "coins"


@dataclass(frozen=True)
class Result:
    """What is shown and kept of a question, and all that is left of its answers.

    ``answers`` counts passes too. ``bars`` has one number for each choice, None where it is not shown; ``rest`` is
    everything else. ``most`` is the place of the choice that most took, where that is all that is shown. After coins
    (``Ending.COINS``) both numbers are exact, since no coin tells anybody's answer, and passes are the rest.
    """

    ending: Ending
    answers: int
    bars: tuple[int | None, ...] = ()
    rest: int = 0
    most: int | None = None

    @property
    def leading(self) -> int | None:
        """The place of the choice that more took than any other; None when that is not shown, or two are equal."""
        if self.ending is Ending.MOST:
            return self.most
        if self.ending is not Ending.BARS:
            return None
        shown = [count for count in self.bars if count is not None]
        top = max(shown)
        return self.bars.index(top) if shown.count(top) == 1 else None


def reveal(counts: Sequence[int], passed: int, least: int) -> Result:
    """What may be shown of ``counts``, the answers to each choice, and ``passed``, those who passed."""
    answers = sum(counts) + passed
    if answers < max(least, LEAST):
        return Result(Ending.TOO_FEW, answers)
    bars = tuple(count if count >= MIN_GROUP else None for count in counts)
    shown = [count for count in bars if count is not None]
    rest = answers - sum(shown)
    if not shown:
        return Result(Ending.SPREAD, answers)
    if len(shown) == 1 and rest < MIN_GROUP:
        return Result(Ending.MOST, answers, most=bars.index(shown[0]))
    return Result(Ending.BARS, answers, bars, rest)


def reveal_coins(counts: Sequence[int], passed: int, least: int) -> Result:
    """What may be shown of answers that coins have changed on the phones."""
    answers = sum(counts) + passed
    if answers < max(least, LEAST):
        return Result(Ending.TOO_FEW, answers)
    return Result(Ending.COINS, answers, tuple(counts), passed)
