"""The tables of kept checks on both databases: what is unused goes, and a wrong clock deletes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, func, inspect, select

from safety.check.saved.store import PLANS, UNUSED_DAYS, Plans
from safety.web.storage.database import open_engine

TODAY = date(2027, 3, 1)
ID = bytes(32)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An empty database in its newest form."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@contextmanager
def plans(engine: Engine, today: date = TODAY) -> Iterator[Plans]:
    """One transaction on the day ``today``."""
    with engine.begin() as connection:
        yield Plans(connection, today)


def keep(engine: Engine, id_: bytes = ID, today: date = TODAY) -> None:
    """Something kept on a day."""
    with plans(engine, today) as found:
        found.add(id_, b"sealed")


def there(engine: Engine, today: date, id_: bytes = ID) -> bool:
    """Whether it is found on a day; that counts as use."""
    with plans(engine, today) as found:
        is_there = found.find(id_) is not None
        if found.to_note:
            found.note(found.to_note)
        return is_there


def rows(engine: Engine) -> int:
    """How many are stored, found or not."""
    with engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(PLANS)).scalar_one()


def tidy(engine: Engine, *days: date) -> int:
    """Tidies up on each of ``days``; how many are left then."""
    for day in days:
        with plans(engine, day) as found:
            found.tidy()
    return rows(engine)


def after(days: int) -> date:
    """A day so many days later."""
    return TODAY + timedelta(days=days)


def test_the_tables_are_those_of_the_migration(engine: Engine) -> None:
    """A look-up value, what is sealed, a day: no other column, in the code or in the database."""
    assert [column["name"] for column in inspect(engine).get_columns("plans")] == ["id", "sealed", "last_used"]
    assert [column.name for column in PLANS.columns] == ["id", "sealed", "last_used"]


@pytest.mark.promise("kept-check-180-days")
def test_what_is_not_used_for_180_days_is_found_no_more(engine: Engine) -> None:
    """On the last day it opens; a day later it is as if it never was, before it is deleted too."""
    keep(engine, b"1" * 32)
    keep(engine, b"2" * 32)
    assert there(engine, after(UNUSED_DAYS), b"1" * 32)
    assert not there(engine, after(UNUSED_DAYS + 1), b"2" * 32)
    assert rows(engine) == 2


@pytest.mark.promise("kept-check-180-days")
def test_each_use_starts_the_days_anew(engine: Engine) -> None:
    """Who opens it twice a year keeps it."""
    keep(engine)
    for half_year in range(1, 5):
        assert there(engine, after(half_year * 170))
    assert tidy(engine, *(after(680 + days) for days in range(3))) == 1


@pytest.mark.promise("kept-check-180-days")
def test_tidying_deletes_what_is_too_old(engine: Engine) -> None:
    """Day by day: on the last day it is there, then it is gone."""
    keep(engine)
    for day in range(UNUSED_DAYS + 1):
        assert tidy(engine, after(day)) == 1
    assert tidy(engine, after(UNUSED_DAYS + 1)) == 0


def test_a_site_that_nobody_used_for_a_year_deletes_on_the_second_day(engine: Engine) -> None:
    """It cannot tell a quiet year from a clock that jumped; a day later it can."""
    keep(engine)
    assert tidy(engine, after(0), after(400)) == 1
    assert tidy(engine, after(401)) == 0


def test_a_clock_that_jumps_ahead_deletes_nothing(engine: Engine) -> None:
    """A day in another year, and back: all is there and opens, and the days count on from today."""
    keep(engine)
    assert tidy(engine, after(0), after(3650), after(1)) == 1
    assert there(engine, after(1))
    assert tidy(engine, *(after(day) for day in range(2, UNUSED_DAYS + 2))) == 1
    assert tidy(engine, after(UNUSED_DAYS + 2)) == 0


def test_a_clock_that_is_set_back_deletes_nothing(engine: Engine) -> None:
    """What seems to have been used in the future opens, and from the second day on counts as used today."""
    keep(engine, today=after(3650))
    assert tidy(engine, after(3650), after(0), after(1)) == 1
    assert there(engine, after(1 + UNUSED_DAYS))
    keep(engine, b"2" * 32, today=after(3650))
    assert tidy(engine, after(3650), after(0), after(1)) == 2
    assert not there(engine, after(2 + UNUSED_DAYS), b"2" * 32)


def test_what_is_used_while_the_clock_is_a_year_behind_stays(engine: Engine) -> None:
    """Opened and changed on that day, it opens when the clock is right again, and is not deleted on the days after."""
    keep(engine)
    assert tidy(engine, after(0), after(-365)) == 1
    assert there(engine, after(-365))
    with plans(engine, after(-365)) as found:
        found.replace(ID, b"other")
    assert there(engine, after(0))
    assert tidy(engine, after(0), after(1), after(2)) == 1


def test_what_is_used_on_a_day_is_noted_once(engine: Engine) -> None:
    """The first time of a day is told, so that the rest of the day writes nothing for it."""
    keep(engine)
    with plans(engine, after(1)) as found:
        found.find(ID)
        assert found.to_note == ID
        found.note(ID)
    with plans(engine, after(1)) as found:
        found.find(ID)
        assert found.to_note is None
