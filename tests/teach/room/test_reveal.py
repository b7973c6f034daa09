"""What is shown of answers tells nobody's answer, also to who knows how many have answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.teach.room.reveal import LEAST, MIN_GROUP, Ending, Result, reveal, reveal_coins

COUNTS = st.lists(st.integers(0, 12), min_size=2, max_size=6)
PASSED = st.integers(0, 12)


@pytest.mark.parametrize(
    ("counts", "passed", "shown"),
    [
        ([7, 0], 0, Result(Ending.TOO_FEW, 7)),
        ([8, 0], 0, Result(Ending.MOST, 8, most=0)),
        ([0, 7, 1], 0, Result(Ending.MOST, 8, most=1)),
        ([15, 2], 0, Result(Ending.MOST, 17, most=0)),
        ([15, 0], 2, Result(Ending.MOST, 17, most=0)),
        ([14, 2], 1, Result(Ending.BARS, 17, (14, None), 3)),
        ([5, 3], 0, Result(Ending.BARS, 8, (5, 3), 0)),
        ([9, 5, 2, 1], 0, Result(Ending.BARS, 17, (9, 5, None, None), 3)),
        ([2, 2, 2, 2], 0, Result(Ending.SPREAD, 8)),
        ([0, 0], 9, Result(Ending.SPREAD, 9)),
    ],
)
def test_the_rule(counts: list[int], passed: int, shown: Result) -> None:
    """From eight up, groups from three up; all and nearly all look alike."""
    assert reveal(counts, passed, LEAST) == shown


@given(COUNTS, PASSED, st.sampled_from([8, 10, 20]))
def test_who_is_not_shown_might_have_passed(counts: list[int], passed: int, least: int) -> None:
    """With a pass in the place of every answer that is not shown, the result is the same: so it tells none of them.

    This is what the difference between the number before and the bars after can tell: how many are not shown.
    """
    hidden = [count if count < MIN_GROUP else 0 for count in counts]
    kept = [count - gone for count, gone in zip(counts, hidden, strict=True)]
    assert reveal(counts, passed, least) == reveal(kept, passed + sum(hidden), least)


@given(COUNTS, PASSED)
def test_no_group_under_three_is_shown_and_none_is_all(counts: list[int], passed: int) -> None:
    """A bar stands for three or more, and never for everybody or for all but one or two."""
    result = reveal(counts, passed, LEAST)
    shown = [count for count in result.bars if count is not None]
    assert all(count >= MIN_GROUP for count in shown)
    assert all(result.answers - count >= MIN_GROUP for count in shown)
    if result.ending is Ending.BARS:
        assert sum(shown) + result.rest == result.answers


@given(COUNTS, PASSED, st.integers(0, 30))
def test_under_the_least_nothing_is_shown(counts: list[int], passed: int, least: int) -> None:
    """Whatever the host chose, it is never fewer than eight."""
    result = reveal(counts, passed, least)
    few = sum(counts) + passed < max(least, 8)
    assert (result.ending is Ending.TOO_FEW) is few
    if few:
        assert result == Result(Ending.TOO_FEW, sum(counts) + passed)


@given(COUNTS, PASSED)
def test_the_leading_choice_is_one_that_more_took_than_any_other(counts: list[int], passed: int) -> None:
    """A scene goes the majority's way only where the result shows it; with two equal ones nobody leads."""
    leading = reveal(counts, passed, LEAST).leading
    if leading is not None:
        assert all(counts[leading] > count for place, count in enumerate(counts) if place != leading)


def test_coins_are_counted_exactly_from_eight_up() -> None:
    """No coin tells anybody's answer, so both numbers are kept for sums; passes are beside them."""
    assert reveal_coins([7, 0], 0, LEAST) == Result(Ending.TOO_FEW, 7)
    assert reveal_coins([7, 1], 2, LEAST) == Result(Ending.COINS, 10, (7, 1), 2)
    assert reveal_coins([7, 1], 2, LEAST).leading is None
