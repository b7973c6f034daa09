"""Changes to a plan: each does one thing, and the rules and the help stay in their places."""

from __future__ import annotations

import pytest

from safety.library.schema import Library
from safety.teach.edit import Change, changed, fit, others, timed
from safety.teach.plan import Plan, from_code


@pytest.fixture
def plan(library: Library) -> Plan:
    """45 minutes for ages 13 to 15."""
    found = from_code(library, "13-15-45-none")
    assert found is not None
    return found


def names(plan: Plan) -> list[str]:
    """The activities of ``plan`` in order."""
    return [slot.activity.id for slot in plan.slots]


def test_up_and_down_undo_each_other(library: Library, plan: Plan) -> None:
    """One step each; the minutes go along."""
    moved = changed(library, plan, Change.DOWN, names(plan)[1])
    assert names(moved)[1:3] == names(plan)[2:0:-1]
    assert moved.total == plan.total
    assert changed(library, moved, Change.UP, names(plan)[1]) == plan


@pytest.mark.parametrize("change", [Change.UP, Change.DOWN, Change.OUT])
def test_welcome_and_close_stay(library: Library, plan: Plan, change: Change) -> None:
    """They are neither moved nor left out, and nothing goes before or behind them."""
    assert changed(library, plan, change, "welcome") == plan
    assert changed(library, plan, change, "close") == plan
    assert changed(library, plan, Change.UP, names(plan)[1]) == plan
    assert changed(library, plan, Change.DOWN, names(plan)[-2]) == plan


def test_out_and_in(library: Library, plan: Plan) -> None:
    """What is left out can be put in again; it stands where its place in a lesson is."""
    name = names(plan)[2]
    without = changed(library, plan, Change.OUT, name)
    assert names(without) == [one for one in names(plan) if one != name]
    assert name in [one.id for one in others(library, without)]
    again = changed(library, without, Change.IN, name)
    assert names(again) == names(plan)
    assert changed(library, again, Change.IN, name) == again


def test_everything_can_be_left_out_and_put_in(library: Library, plan: Plan) -> None:
    """Down to the welcome and the close, and up to all there is for the group."""
    for name in names(plan):
        plan = changed(library, plan, Change.OUT, name)
    assert names(plan) == ["welcome", "close"]
    for one in others(library, plan):
        plan = changed(library, plan, Change.IN, one.id)
    assert others(library, plan) == ()
    assert (names(plan)[0], names(plan)[-1]) == ("welcome", "close")


@pytest.mark.parametrize("name", ["", "none", "staff-plan", "adults-close"])
def test_an_unknown_name_changes_nothing(library: Library, plan: Plan, name: str) -> None:
    """Also one that is for other people."""
    for change in Change:
        assert changed(library, plan, change, name) == plan


def test_minutes_are_set_and_judged(plan: Plan) -> None:
    """The note says what is free or too much, and which activity was made for other minutes."""
    assert fit(plan).left == 0
    assert (fit(plan).short, fit(plan).long) == ((), ())
    longer = timed(plan, [40, *(slot.minutes for slot in plan.slots[1:])])
    assert fit(longer).left == plan.slots[0].minutes - 40
    assert [one.id for one in fit(longer).long] == ["welcome"]
    shorter = timed(plan, [1, *(slot.minutes for slot in plan.slots[1:])])
    assert [one.id for one in fit(shorter).short] == ["welcome"]
    assert timed(plan, [999, *(slot.minutes for slot in plan.slots[1:])]) == plan
