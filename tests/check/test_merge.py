"""Two states of the same checks become one: nothing is lost, and the later word counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from safety.check.answers import Answers, Whose
from safety.check.choose import Mark
from safety.check.merge import TooMany, merge, merge_check
from safety.check.progress import MAX_CHECKS, MAX_KEPT_CHECKS, MAX_MARKS, Check, Progress, Said
from safety.library.codes import Threat
from safety.library.keys import item_key
from tests.check.test_progress import CHECKS, PROGRESS

ROOMY = 2 * MAX_CHECKS


def ticked(*marks: tuple[str, Mark | None, int], id_: int = 7) -> Check:
    """A check with these marks."""
    check = Check(id=id_)
    for item, mark, minute in marks:
        check = check.mark(item, mark, minute)
    return check


def test_ticks_of_two_devices_are_both_there() -> None:
    """What one device ticked and what the other ticked stand side by side."""
    both = merge_check(ticked(("a", Mark.DONE, 5)), ticked(("b", Mark.LATER, 3)))
    assert both.marked(["a", "b"]) == {"a": Mark.DONE, "b": Mark.LATER}


@pytest.mark.parametrize("later", [Mark.NOT_FOR_ME, None])
def test_the_later_word_on_an_item_counts(later: Mark | None) -> None:
    """Whichever comes first into the merge, a tick that was taken back later stays taken back."""
    old, new = ticked(("a", Mark.DONE, 5)), ticked(("a", later, 6))
    for both in (merge_check(old, new), merge_check(new, old)):
        assert both.said == ((item_key("a"), Said(later, 6)),)


def test_of_two_words_of_the_same_minute_the_one_that_arrives_later_counts() -> None:
    """A tie is decided, and always in the same way."""
    both = merge_check(ticked(("a", Mark.DONE, 5)), ticked(("a", Mark.LATER, 5)))
    assert both.marked(["a"]) == {"a": Mark.LATER}


def test_answers_that_were_given_later_count_as_a_whole() -> None:
    """The answers of one moment are kept together, with the map of copies, whatever the ticks say."""
    old = Check(Answers(whose=Whose.TEEN), id=7, minute=10, threat=next(iter(Threat)))
    new = replace(ticked(("a", Mark.DONE, 1)), answers=Answers(whose=Whose.ADULT), minute=11)
    for both in (merge_check(old, new), merge_check(new, old)):
        assert (both.answers, both.threat, both.minute) == (new.answers, None, 11)
        assert both.marked(["a"]) == {"a": Mark.DONE}


def test_checks_with_other_ids_stand_side_by_side() -> None:
    """Mine and my child's are two, and the one in front stays in front."""
    mine, child = ticked(("a", Mark.DONE, 1), id_=1), ticked(("b", Mark.DONE, 1), id_=2)
    both = merge(Progress((mine,)), Progress((child,)))
    assert both == Progress((mine, child), 0)


def test_an_empty_check_adds_nothing() -> None:
    """Who opens their words in a browser that asked its first question gets their own checks alone."""
    kept = Progress((ticked(("a", Mark.DONE, 1)),))
    assert merge(kept, Progress((Check(id=9),))) == kept
    assert merge(Progress((Check(id=9),)), kept) == kept
    assert merge(Progress(), Progress()) == Progress()


def test_more_checks_than_fit_are_refused_and_not_cut() -> None:
    """Nothing is thrown away to make room."""
    some = Progress(tuple(ticked(("a", Mark.DONE, 1), id_=number) for number in range(1, 8)))
    others = Progress(tuple(ticked(("a", Mark.DONE, 1), id_=number) for number in range(11, 17)))
    with pytest.raises(TooMany):
        merge(some, others)
    assert len(merge(some, Progress(others.checks[:5])).checks) == MAX_KEPT_CHECKS


@given(PROGRESS, PROGRESS)
def test_nothing_of_either_is_lost(first: Progress, second: Progress) -> None:
    """Every check that is not empty is there, every item that was spoken of too, and the one in front exists."""
    both = merge(first, second, ROOMY)
    assert 0 <= both.current < len(both.checks)
    there: dict[int, set[int]] = {}
    for check in both.checks:
        there.setdefault(check.id, set()).update(key for key, _ in check.said)
    for check in (*first.checks, *second.checks):
        if check.id and not check.empty:
            assert {key for key, said in check.said if said.mark} <= there[check.id] or len(
                there[check.id]
            ) == MAX_MARKS


@given(PROGRESS)
def test_merging_the_same_again_changes_nothing(progress: Progress) -> None:
    """A file that is taken in twice is harmless."""
    once = merge(progress, progress, ROOMY)
    assert merge(once, progress, ROOMY).checks == once.checks or any(not check.id for check in progress.checks)


@given(CHECKS, CHECKS)
def test_no_check_grows_over_what_it_may_hold(first: Check, second: Check) -> None:
    """However many marks two states have together, they can be packed."""
    both = merge_check(first, second)
    assert len(both.said) <= MAX_MARKS
    assert list(both.said) == sorted(both.said, key=lambda one: one[0])
