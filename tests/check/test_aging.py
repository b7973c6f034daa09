"""A path shows on what and when it was confirmed, and turns amber when that is more than 180 days ago."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from markupsafe import Markup

from safety.check.aging import FRESH_DAYS, age_of, is_overlooked
from safety.library.schema import Item
from safety.library.text_schema import Section
from tests.check.test_choose import item

DAY = date(2026, 11, 23)
CONFIRMED = Section("android", "Android 15", Markup(""))
NO_VERSION = Section("iphone", "", Markup(""))
LOOKED_FOR = Section("samsung", "look for", Markup(""))
GENERAL, KNOW = Section("steps", "", Markup("")), Section("know", "", Markup(""))


def made(*sections: Section) -> Item:
    """An item that was reviewed on the day."""
    return item(reviewed=DAY, sections=sections)


@pytest.mark.parametrize(("days", "old"), [(0, False), (FRESH_DAYS, False), (FRESH_DAYS + 1, True), (4000, True)])
def test_amber_begins_after_the_180th_day(days: int, old: bool) -> None:
    """On day 180 it still counts; the day after it has to say so."""
    age = age_of(made(CONFIRMED), CONFIRMED, DAY + timedelta(days=days))
    assert age is not None
    assert (age.version, age.checked, age.old) == ("Android 15", DAY, old)


def test_a_clock_that_is_behind_makes_nothing_old() -> None:
    """A device that thinks it is last year says nothing wrong of the steps."""
    age = age_of(made(CONFIRMED), CONFIRMED, DAY - timedelta(days=400))
    assert age is not None
    assert not age.old


def test_a_path_without_a_version_shows_its_day_alone() -> None:
    """A version that no source named is not made up."""
    age = age_of(made(NO_VERSION), NO_VERSION, DAY)
    assert age is not None
    assert (age.version, age.checked) == ("", DAY)


@pytest.mark.parametrize("section", [LOOKED_FOR, GENERAL, KNOW])
def test_what_nobody_confirmed_bears_no_version_and_no_day(section: Section) -> None:
    """'Look for' says itself that it is not sure, and general advice is no path through a menu."""
    assert age_of(made(section), section, DAY + timedelta(days=4000)) is None


@pytest.mark.parametrize(
    ("sections", "days", "said"),
    [
        ((GENERAL, LOOKED_FOR), 181, True),
        ((GENERAL, LOOKED_FOR), 180, False),
        ((GENERAL, CONFIRMED), 181, False),
    ],
)
def test_an_old_action_without_a_confirmed_path_says_so_once(
    sections: tuple[Section, ...], days: int, said: bool
) -> None:
    """No old action is silent, and none says it twice."""
    assert is_overlooked(made(*sections), DAY + timedelta(days=days)) is said
