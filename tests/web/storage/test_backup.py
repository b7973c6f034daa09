"""A backup holds what has to last and never a room; it is restored whole or not at all, on either database."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, func, insert, inspect, select

from safety.check.saved.store import PLANS, TIDIED, UNUSED_DAYS, Plans
from safety.teach.room.store import ANSWERS, ROOMS
from safety.web.storage import backup, database

TODAY = date(2026, 11, 23)
PLAN = {"id": b"\x00id\xff".ljust(32), "sealed": b"sealed \xff", "last_used": TODAY}
ROOM = {"id": b"canary room".ljust(16), "sealed": b"canary sealed", "ends": 1}
ANSWER = {"room": ROOM["id"], "question": b"q" * 16, "slot": b"s" * 16, "choice": b"canary choice"}
TABLES = {table.name: table for table in (PLANS, TIDIED, ROOMS, ANSWERS)}
Row = tuple[bytes, bytes, date]


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine that is closed with the block."""
    engine = database.open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


def filled(url: str) -> str:
    """The database with a kept check and a room in it."""
    with opened(url) as engine:
        for name, row in (("plans", PLAN), ("rooms", ROOM), ("room_answers", ANSWER)):
            put(engine, name, row)
    return url


def another(folder: Path) -> str:
    """An empty database beside the one of the test."""
    url = f"sqlite:///{folder / 'another.db'}"
    database.upgrade(url)
    return url


def written(engine: Engine) -> bytes:
    """A backup of the database."""
    return "".join(f"{line}\n" for line in backup.lines(engine, TODAY)).encode()


def saved(url: str) -> bytes:
    """The same, by its address."""
    with opened(url) as engine:
        return written(engine)


def restored(url: str, content: bytes) -> int:
    """The number of rows that were restored."""
    with opened(url) as engine:
        found = backup.restore(engine, io.BytesIO(content))
    assert found.day == TODAY
    return found.rows


def rows(url: str, name: str) -> list[dict[str, Any]]:
    """All rows of a table."""
    with opened(url) as engine, engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(select(TABLES[name]))]


def test_every_table_is_decided(database_url: str) -> None:
    """A new table is in one of the two lists before it is published."""
    with opened(database_url) as engine:
        assert set(inspect(engine).get_table_names()) == {*backup.LASTS, *backup.ENDS, backup.VERSION}


def test_a_backup_leaves_rooms_out_and_comes_back(database_url: str, tmp_path: Path) -> None:
    """Taken from either kind of database, it fills an empty one with the same; nothing of a room is in it."""
    content = saved(filled(database_url))
    assert b"room" not in content
    assert b"Y2FuYXJ5" not in content, "nor in base64"
    url = another(tmp_path)
    assert restored(url, content) == 1
    assert rows(url, "plans") == [PLAN]
    assert rows(url, "rooms") == []
    with pytest.raises(backup.BackupError, match="not empty"):
        restored(url, content)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plans=st.lists(
        st.tuples(st.binary(min_size=32, max_size=32), st.binary(max_size=2000), st.dates(date(2000, 1, 1), TODAY)),
        unique_by=lambda row: row[0],
        max_size=8,
    ),
    tidied=st.none() | st.dates(date(2000, 1, 1), TODAY),
)
def test_to_the_other_kind_and_back_is_the_same(
    database_url: str, tmp_path: Path, plans: list[Row], tidied: date | None
) -> None:
    """Any bytes and days, from either kind of database into SQLite and back: the same rows and the same file."""
    if not (tmp_path / "another.db").exists():
        another(tmp_path)
    with opened(database_url) as one, opened(f"sqlite:///{tmp_path / 'another.db'}") as two:
        for engine in (one, two):
            empty(engine)
        for row in plans:
            put(one, "plans", dict(zip(PLAN, row, strict=True)))
        if tidied:
            put(one, "tidied", {"what": "plans", "day": tidied})
        first = written(one)
        backup.restore(two, io.BytesIO(first))
        assert written(two) == first
        empty(one)
        backup.restore(one, io.BytesIO(written(two)))
        assert written(one) == first
        with one.connect() as connection:
            found = connection.execute(select(PLANS)).all()
    assert sorted((bytes(row.id), bytes(row.sealed), row.last_used) for row in found) == sorted(plans)


def put(engine: Engine, name: str, *rows: dict[str, Any]) -> None:
    """Writes rows into a table."""
    with engine.begin() as connection:
        connection.execute(insert(TABLES[name]), list(rows))


def empty(engine: Engine) -> None:
    """Deletes what lasts."""
    with engine.begin() as connection:
        for name in backup.LASTS:
            connection.execute(delete(TABLES[name]))


def test_more_rows_than_are_held_at_once(database_url: str, tmp_path: Path) -> None:
    """A backup in several portions loses none, at the edge of a portion either."""
    plans = [
        {"id": number.to_bytes(32), "sealed": b"s", "last_used": TODAY} for number in range(2 * backup.ROWS_AT_ONCE)
    ]
    with opened(database_url) as engine:
        put(engine, "plans", *plans[:-1])
    content, url = saved(database_url), another(tmp_path)
    assert restored(url, content) == len(plans) - 1
    with opened(url) as engine:
        put(engine, "plans", plans[-1])
    with opened(database_url) as engine:
        empty(engine)
    assert restored(database_url, saved(url)) == len(plans)


@pytest.mark.promise("kept-check-180-days")
def test_what_is_restored_ends_as_if_it_had_never_been_away(database_url: str, tmp_path: Path) -> None:
    """A check of 181 days ago opens no more at once and is deleted on the second day; one of 170 days ago opens."""
    old, young = TODAY - timedelta(days=UNUSED_DAYS + 1), TODAY - timedelta(days=170)
    with opened(database_url) as engine:
        for id_, day in ((b"1" * 32, old), (b"2" * 32, young)):
            put(engine, "plans", {"id": id_, "sealed": b"s", "last_used": day})
        put(engine, "tidied", {"what": "plans", "day": young})
    url = another(tmp_path)
    restored(url, saved(database_url))
    with opened(url) as engine:
        with engine.begin() as connection:
            plans = Plans(connection, TODAY)
            assert plans.find(b"1" * 32) is None
            assert plans.find(b"2" * 32) == b"s"
        for day in (TODAY, TODAY + timedelta(days=1)):
            with engine.begin() as connection:
                Plans(connection, day).tidy()
        with engine.connect() as connection:
            assert connection.execute(select(func.count()).select_from(PLANS)).scalar() == 1


def test_a_backup_while_the_site_writes_is_one_moment(database_url: str) -> None:
    """What is written after its first line is not in it, and nobody who writes has to wait."""
    with opened(filled(database_url)) as engine:
        lines = backup.lines(engine, TODAY)
        text = next(lines)
        put(engine, "plans", PLAN | {"id": b"later".ljust(32)})
        put(engine, "tidied", {"what": "plans", "day": TODAY})
        rest = list(lines)
    assert text.startswith('{"backup"')
    assert [line[:17] for line in rest] == ['{"table": "plans"', '{"rows": 1}']
