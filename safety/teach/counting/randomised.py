"""Before and after by coins: what a phone sends, and what the sent answers tell about the class.

The design is a forced response. Each phone flips a coin: heads, it sends what its owner thinks; tails, a second
coin alone decides between yes and no. So an answer is a yes with chance ``1/4 + p/2`` when the share ``p`` agrees,
and ``p`` is estimated by ``2 * yes / answers - 1/2``. One answer tells hardly anything of who sent it: a yes is at
most three times as likely from one who agrees. The twin that flips is ``static/js/teach/coin.js``.

This module flips nothing, and never sees what somebody thinks. It does not know who took part before *and* after:
the two are compared as groups.

Source: Warner, S. L. (1965), Randomized response, Journal of the American Statistical Association 60, 63-69;
Blair, G., Imai, K., Zhou, Y.-Y. (2015), Design and analysis of the randomized response technique, the same journal
110, 1304-1319 (the forced response design); checked 2026-11-23.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

YES, NO = "yes", "no"
# What may be on the wire; "pass" is the room's own word and is not counted here.
CHOICES = (YES, NO)
# How often the first coin lets the phone tell what its owner thinks.
TRUTHFUL = 0.5
FORCED_YES = (1 - TRUTHFUL) / 2
# A sum of many coins is within this many standard errors in 95 of 100 cases.
DEVIATIONS = 1.959964
WIDEST_MARGIN = 0.2
# The coins alone make one sent answer vary by this much, whatever its sender thinks.
COINS_VARIANCE = FORCED_YES * (1 - FORCED_YES)


@dataclass(frozen=True)
class Said:
    """What was sent: ``yes`` of ``answers``.

    Raises:
        ValueError: no class can have sent that.
    """

    yes: int
    answers: int

    def __post_init__(self) -> None:
        if not 0 <= self.yes <= self.answers:
            raise ValueError("more said yes than there are answers")


@dataclass(frozen=True)
class Estimate:
    """The share that agrees, from 0 to 1, and how far it may be off in 95 of 100 cases.

    ``share`` can be below 0 or above 1: coins do that, and cutting it off would make sums of classes lean to one side.
    """

    share: float
    margin: float

    @property
    def enough(self) -> bool:
        """Whether it is narrow enough to be shown."""
        return self.margin <= WIDEST_MARGIN

    @property
    def least(self) -> float:
        """The lower end, as a share can be."""
        return min(1.0, max(0.0, self.share - self.margin))

    @property
    def most(self) -> float:
        """The upper end, as a share can be."""
        return min(1.0, max(0.0, self.share + self.margin))


def estimate(yes: int, answers: int) -> Estimate:
    """The share that agrees when ``yes`` of ``answers`` sent a yes; one or more answers.

    Raises:
        ValueError: there are no answers, or more said yes than there are answers.
    """
    if not 0 <= yes <= answers or not answers:
        raise ValueError("there is nothing to estimate from")
    sent = yes / answers
    return Estimate((sent - FORCED_YES) / TRUTHFUL, DEVIATIONS * standard_error(yes, answers))


def standard_error(yes: int, answers: int) -> float:
    """The standard error of the estimate.

    It counts the coins and the chance of who is in the class; where few or nearly all sent a yes, the coins alone.
    """
    sent = yes / answers
    return math.sqrt(max(sent * (1 - sent), COINS_VARIANCE) / answers) / TRUTHFUL


def margin(yes: int, answers: int) -> float:
    """How far the estimate may be off in 95 of 100 cases, as a share; endless without answers."""
    return DEVIATIONS * standard_error(yes, answers) if answers else math.inf


def enough(yes: int, answers: int) -> bool:
    """Whether the estimate may be shown."""
    return margin(yes, answers) <= WIDEST_MARGIN


def answers_needed(widest: float = WIDEST_MARGIN) -> int:
    """The number of answers from which on the margin is never wider than ``widest``."""
    # Half and half is the worst case.
    return math.ceil((DEVIATIONS / widest) ** 2 * 0.25 / TRUTHFUL**2)


def together(parts: Iterable[Said]) -> Said:
    """What several classes sent, as if they were one."""
    said = tuple(parts)
    return Said(sum(part.yes for part in said), sum(part.answers for part in said))


def change(before: Estimate, after: Estimate) -> Estimate:
    """How the share has changed, from -1 to 1, with its margin; of groups, never of one person."""
    return Estimate(after.share - before.share, math.hypot(before.margin, after.margin))
