"""What has changed since the last time: news of the own apps and actions, old ticks, actions that were taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from safety.check.answers import Answers, Question, Whose
from safety.check.changes import Changes, changes, last_here
from safety.check.choose import Mark
from safety.check.progress import Check, minute_of, pack, unpack
from safety.check.progress import Progress as Held
from safety.library.codes import App, Audience, Phone
from safety.library.news_schema import News, NewsKind
from tests.check.test_choose import item

TODAY = date(2027, 6, 1)
SINCE = date(2027, 3, 1)
WHATSAPP = Answers(Whose.ADULT, apps=(App.WHATSAPP,), answered=frozenset([Question.WHO, Question.APPS]), asked=6)


def minute(day: date, hour: int = 12) -> int:
    """A minute of ``day``, as marks bear it."""
    return minute_of(datetime(day.year, day.month, day.day, hour, tzinfo=UTC).timestamp())


def entry(**fields: object) -> News:
    """An entry that was added after the last visit."""
    added = SINCE + timedelta(days=1)
    made = News("one", added, NewsKind.APP, "Title", "What", "", added, added)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of an entry


def found(check: Check, *news: News, items: tuple[object, ...] = ()) -> Changes:
    """What concerns ``check``."""
    return changes(check, news, items, SINCE, TODAY)  # type: ignore[arg-type]  # items of the tests


def test_the_last_visit_is_the_latest_day_before_today() -> None:
    """A tick of today does not hide what has changed since the time before."""
    check = Check(WHATSAPP, minute=minute(date(2027, 1, 5)))
    check = check.mark("one", Mark.DONE, minute(SINCE)).mark("two", Mark.DONE, minute(TODAY))
    assert last_here(check, TODAY) == SINCE
    assert last_here(check, TODAY + timedelta(days=1)) == TODAY


def test_who_is_here_for_the_first_time_has_no_last_visit() -> None:
    """A new check says nothing of changes, and so does one whose minutes were left out to save room."""
    fresh = Check(WHATSAPP, minute=minute(TODAY)).mark("one", Mark.DONE, minute(TODAY, 1))
    assert last_here(fresh, TODAY) is None
    old = Held((Check(WHATSAPP).mark("one", Mark.DONE, minute(SINCE)),))
    assert last_here(unpack(pack(old, most_bytes=1)).check, TODAY) is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"apps": (App.WHATSAPP,)}, True),
        ({"apps": (App.SIGNAL, App.WHATSAPP)}, True),
        ({"apps": (App.SIGNAL,)}, False),
        ({"apps": (App.SIGNAL,), "items": ("mine",)}, False),
        ({"items": ("mine",)}, True),
        ({"items": ("for-parents",)}, False),
        ({"items": ("gone",)}, False),
        ({}, False),
        ({"apps": (App.WHATSAPP,), "added": SINCE}, False),
        ({"items": ("mine",), "phones": (Phone.IPHONE,)}, False),
        ({"items": ("mine",), "phones": (Phone.IPHONE, Phone.SAMSUNG)}, True),
    ],
)
def test_news_concern_who_uses_the_app_or_has_the_action(fields: dict[str, object], told: bool) -> None:
    """Others' apps, other ages' actions, laws, and what was here the last time are passed over."""
    items = (item("mine"), item("for-parents", who=(Audience.CHILD,)), item("gone", retired=SINCE))
    assert bool(found(Check(replace(WHATSAPP, phone=Phone.SAMSUNG)), entry(**fields), items=items).news) is told


def test_news_of_any_phone_concern_who_did_not_name_theirs() -> None:
    """It may be this one."""
    about = entry(items=("mine",), phones=(Phone.IPHONE,))
    assert found(Check(WHATSAPP), about, items=(item("mine"),)).news == (about,)


@pytest.mark.parametrize(
    ("mark", "days", "again"),
    [(Mark.DONE, 180, False), (Mark.DONE, 181, True), (Mark.LATER, 400, False), (Mark.NOT_FOR_ME, 400, False)],
)
def test_a_tick_is_worth_another_look_after_180_days(mark: Mark, days: int, again: bool) -> None:
    """Only what was done; what was put off or aside is not called old."""
    check = Check(WHATSAPP).mark("one", mark, minute(TODAY - timedelta(days=days)))
    assert bool(found(check, items=(item("one"),)).look_again) is again


def test_a_tick_without_its_minute_is_not_called_old() -> None:
    """Marks packed without minutes would all seem to be of the first day of 2026."""
    assert found(Check(WHATSAPP).mark("one", Mark.DONE, 0), items=(item("one"),)).look_again == ()


@pytest.mark.parametrize(
    ("mark", "retired", "told"),
    [(Mark.DONE, TODAY, True), (Mark.DONE, SINCE, False), (None, TODAY, False)],
)
def test_an_action_that_was_taken_out_is_named_once(mark: Mark | None, retired: date, told: bool) -> None:
    """Who had marked it learns where it went, on the first visit after it."""
    check = Check(WHATSAPP).mark("one", mark, minute(SINCE))
    assert bool(found(check, items=(item("one", retired=retired),)).retired) is told


def test_nothing_new_is_nothing() -> None:
    """No empty fold is shown."""
    assert not found(Check(WHATSAPP), items=(item("one"),))
    assert found(Check(WHATSAPP), entry(apps=(App.WHATSAPP,)))
