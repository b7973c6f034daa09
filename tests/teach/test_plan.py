"""A plan: by its address, from a form, from a file; and nothing that a page of ours could not make."""

from __future__ import annotations

import pytest

from safety.library.lessons import MINUTES
from safety.library.schema import Library
from safety.library.teach_schema import Devices, Group
from safety.teach.plan import MAX_SLOTS, Plan, from_code, from_parts, group_page

PARTS = [("welcome", 5), ("stories", 14), ("line-bank", 8), ("close", 6)]


def made(library: Library, parts: list[tuple[str, int]]) -> Plan | None:
    """A plan of ``parts`` for a class on paper."""
    return from_parts(library, Group.FROM_13, 45, Devices.NONE, parts)


def test_every_address_leads_to_its_plan(library: Library) -> None:
    """All 48, each with the minutes in its name, and each knows its own address."""
    codes = [f"{group}-{minutes}-{devices}" for group in Group for minutes in MINUTES for devices in Devices]
    assert len(codes) == 48
    for code in codes:
        plan = from_code(library, code)
        assert plan is not None
        assert plan.code == code
        assert plan.total == plan.minutes == int(code.split("-")[-2])


@pytest.mark.parametrize(
    "code", ["", "13-15", "13-15-61-none", "13-15-60-phones", "14-15-60-none", "13-15-60-none-x", "13-15-60-none\n"]
)
def test_another_address_is_no_plan(library: Library, code: str) -> None:
    """Nothing is guessed from half a name."""
    assert from_code(library, code) is None


def test_the_lesson_made_ready_is_still_there(library: Library) -> None:
    """What was published first keeps its name, its length and its parts."""
    plan = from_code(library, "healthy-sharing-45")
    assert plan is not None
    assert (plan.total, plan.group, plan.devices) == (45, Group.FROM_11, Devices.NONE)
    assert plan.lines[0] == "welcome 4"


def test_activities_begin_where_the_one_before_ends(library: Library) -> None:
    """The first in minute 0, the last ends with the lesson."""
    plan = made(library, PARTS)
    assert plan is not None
    assert plan.starts == (0, 5, 19, 27)
    assert plan.lines == ("welcome 5", "stories 14", "line-bank 8", "close 6")


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [("welcome", 5)],
        PARTS[1:],
        PARTS[:-1],
        PARTS[::-1],
        [PARTS[0], *PARTS],
        [PARTS[0], PARTS[1], PARTS[1], PARTS[3]],
        [("welcome", 0), *PARTS[1:]],
        [("welcome", 46), *PARTS[1:]],
        [PARTS[0], ("none", 5), PARTS[3]],
        [PARTS[0], ("staff-plan", 15), PARTS[3]],
        [PARTS[0], *[(f"x{number}", 5) for number in range(MAX_SLOTS)], PARTS[3]],
    ],
)
def test_what_no_page_sends_is_no_plan(library: Library, parts: list[tuple[str, int]]) -> None:
    """Without welcome or close, twice, unknown, for others, too long or too many."""
    assert made(library, parts) is None


def test_every_group_has_its_words(library: Library) -> None:
    """Outcomes, rules, a card to take home."""
    for group in Group:
        page = group_page(library, group)
        assert page.id == group
        assert page.outcomes
        assert page.rules
        assert page.card
