"""The share of a class comes out of coins without leaning to one side, and its margin keeps its word."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from itertools import product
from statistics import fmean

import pytest

from safety.teach.counting import randomised
from safety.teach.counting.randomised import Estimate, Said

CLASSES = 2500
SHARES = (0.0, 0.1, 0.35, 0.5, 0.8, 1.0)


def sent(agrees: bool, coins: random.Random) -> bool:
    """What a phone sends: the design written out a second time, coin by coin."""
    return agrees if coins.random() < 0.5 else coins.random() < 0.5


def classes(share: float, size: int, *, drawn: bool) -> Iterator[Estimate]:
    """The estimates of many classes; of each the share agrees exactly, or is ``drawn`` from a town where it does."""
    coins = random.Random(f"{share} {size} {drawn}")  # noqa: S311  # the same coins in every run of the test
    for _ in range(CLASSES):
        agree = [coins.random() < share if drawn else at < round(share * size) for at in range(size)]
        yield randomised.estimate(sum(sent(one, coins) for one in agree), size)


@pytest.mark.parametrize(("share", "drawn"), list(product(SHARES, (False, True))))
def test_estimate_is_true_on_average_and_inside_its_margin(share: float, drawn: bool) -> None:
    """Over many classes it leans to no side, and in 93 of 100 or more the true share is inside the margin."""
    size = 100
    found = list(classes(share, size, drawn=drawn))
    leaning = abs(fmean(one.share for one in found) - share)
    assert leaning < 4 * found[0].margin / randomised.DEVIATIONS / math.sqrt(CLASSES)
    covered = sum(abs(one.share - share) <= one.margin for one in found)
    assert covered >= 0.93 * CLASSES


def test_design_is_the_one_of_the_phones() -> None:
    """Heads is the truth, tails a second coin: what is known of it as a formula fits the four ways of two coins."""
    ways = [
        (agrees, agrees if first else second) for first, second in product((True, False), repeat=2) for agrees in (1, 0)
    ]
    yes_of_agreeing = fmean(bool(said) for agrees, said in ways if agrees)
    yes_of_others = fmean(bool(said) for agrees, said in ways if not agrees)
    assert yes_of_agreeing == randomised.TRUTHFUL + randomised.FORCED_YES
    assert yes_of_others == randomised.FORCED_YES
    assert yes_of_agreeing / yes_of_others == 3


@pytest.mark.parametrize(("yes", "answers", "share"), [(50, 100, 0.5), (75, 100, 1.0), (25, 100, 0.0), (62, 100, 0.74)])
def test_share_of_known_numbers(yes: int, answers: int, share: float) -> None:
    """Twice the yeses less a half, counted by hand."""
    assert randomised.estimate(yes, answers).share == pytest.approx(share)


def test_share_is_not_cut_off_but_its_ends_are() -> None:
    """Coins can bring more yeses than a class can mean; sums keep that, and what is shown stays between 0 and 1."""
    found = randomised.estimate(95, 100)
    assert found.share == pytest.approx(1.4)
    assert (found.least, found.most) == (1.0, 1.0)
    low = randomised.estimate(1, 100)
    assert (low.least, low.most) == (0.0, 0.0)


def test_margin_is_never_below_what_the_coins_do() -> None:
    """Nobody says yes, all say yes: the usual formula would call that certain."""
    for yes in (0, 100):
        assert randomised.margin(yes, 100) == pytest.approx(1.959964 * math.sqrt(3 / 16 / 100) * 2)
    assert randomised.margin(50, 100) == pytest.approx(1.959964 * math.sqrt(1 / 4 / 100) * 2)
    assert randomised.margin(0, 0) == math.inf


def test_enough_is_twenty_points_and_not_wider() -> None:
    """At half and half 97 answers are the first that are shown, and that is what we say is needed."""
    assert not randomised.enough(48, 96)
    assert randomised.enough(48, 97)
    assert randomised.answers_needed() == 97
    assert all(randomised.enough(yes, 97) for yes in range(98))


def test_no_class_of_a_school_is_shown_by_itself() -> None:
    """With 35 pupils the margin is always too wide, whatever they send."""
    assert not any(randomised.enough(yes, 35) for yes in range(36))


def test_classes_together_are_one_large_class() -> None:
    """Sums are of answers, so that a small class weighs little."""
    assert randomised.together([Said(3, 10), Said(60, 90), Said(0, 0)]) == Said(63, 100)


def test_change_has_both_errors() -> None:
    """The difference of two numbers is less certain than each of them."""
    before, after = randomised.estimate(40, 100), randomised.estimate(60, 100)
    found = randomised.change(before, after)
    assert found.share == pytest.approx(0.4)
    assert found.margin == pytest.approx(math.sqrt(before.margin**2 + after.margin**2))


@pytest.mark.parametrize(("yes", "answers"), [(-1, 5), (6, 5), (0, 0), (1, 0)])
def test_nothing_is_estimated_from_nothing(yes: int, answers: int) -> None:
    """Numbers that no class can have sent are refused."""
    with pytest.raises(ValueError, match="nothing to estimate"):
        randomised.estimate(yes, answers)


def test_said_cannot_be_more_than_there_are() -> None:
    """More yeses than answers are no class."""
    with pytest.raises(ValueError, match="more said yes"):
        Said(3, 2)
