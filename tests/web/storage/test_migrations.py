"""The migrations on both databases with rows in them: up and down, whole or not at all, by one process at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Date, Engine, Integer, LargeBinary, String, column, event, insert, inspect, select
from sqlalchemy import table as named

from safety.web.storage import database
from tests.serving import TIMEOUT_SECONDS, until
from tests.web.storage.test_backup import opened
from tests.web.test_commands import start

DAY = date(2026, 11, 23)
BYTES = bytes(range(256))
TYPES = {bytes: LargeBinary, date: Date, int: Integer, str: String}
# What each revision brings, with a row that means something to it.
ROWS: dict[str, dict[str, dict[str, Any]]] = {
    "0001": {},
    "0002": {
        "plans": {"id": BYTES[:32], "sealed": BYTES, "last_used": DAY},
        "tidied": {"what": "plans", "day": DAY},
    },
    "0003": {
        "rooms": {"id": BYTES[:16], "sealed": BYTES, "ends": 500_000},
        "room_answers": {"room": BYTES[:16], "question": BYTES[16:32], "slot": BYTES[32:48], "choice": BYTES},
    },
}
REVISIONS = list(ROWS)


def tables(engine: Engine) -> set[str]:
    """The names of the tables, without that of the migrations."""
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def brought(*revisions: str) -> dict[str, dict[str, Any]]:
    """The rows of these revisions by table."""
    return {name: row for revision in revisions for name, row in ROWS[revision].items()}


def put(engine: Engine, *revisions: str) -> None:
    """Writes their rows."""
    with engine.begin() as connection:
        for name, row in brought(*revisions).items():
            columns = [column(key, TYPES[type(value)]) for key, value in row.items()]
            connection.execute(insert(named(name, *columns)).values(row))


def found(engine: Engine, *revisions: str) -> dict[str, list[dict[str, Any]]]:
    """What the tables of these revisions hold."""
    stored = {}
    with engine.connect() as connection:
        for name, row in brought(*revisions).items():
            columns = [column(key, TYPES[type(value)]) for key, value in row.items()]
            stored[name] = [
                dict(each._mapping) for each in connection.execute(select(*columns).select_from(named(name)))
            ]
    return stored


def whole(*revisions: str) -> dict[str, list[dict[str, Any]]]:
    """The same, when nothing was lost."""
    return {name: [row] for name, row in brought(*revisions).items()}


def test_every_revision_has_rows_here() -> None:
    """A new migration comes with rows that survive it."""
    scripts = ScriptDirectory(str(database.MIGRATIONS))
    assert [script.revision for script in reversed(list(scripts.walk_revisions()))] == REVISIONS


@pytest.mark.parametrize("at", range(len(REVISIONS)), ids=REVISIONS)
def test_up_and_down_with_rows_in_it(new_database_url: str, at: int) -> None:
    """Rows of a revision survive all that came later; a step back takes its own tables and no earlier row."""
    earlier, later = REVISIONS[: at + 1], REVISIONS[at + 1 :]
    database.upgrade(new_database_url, REVISIONS[at])
    with opened(new_database_url) as engine:
        put(engine, *earlier)
        database.upgrade(new_database_url)
        assert found(engine, *earlier) == whole(*earlier)
        put(engine, *later)
        for last in range(len(REVISIONS) - 2, at - 1, -1):
            database.downgrade(new_database_url, REVISIONS[last])
            left = REVISIONS[: last + 1]
            assert tables(engine) == brought(*left).keys()
            assert found(engine, *left) == whole(*left)
        database.upgrade(new_database_url)
        database.upgrade(new_database_url)
        assert found(engine, *earlier) == whole(*earlier)
        assert found(engine, *later) == {name: [] for name in brought(*later)}
        database.downgrade(new_database_url, "base")
        assert tables(engine) == set()


@contextmanager
def before_each(act: Any) -> Iterator[None]:
    """Calls ``act`` with each statement before it runs, on any engine."""

    def listen(connection: Connection, cursor: object, statement: str, *rest: object) -> None:
        act(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", listen)


class PowerCut(Exception):
    """Something that no migration expects."""


def fail_at_last_table(statement: str) -> None:
    """Breaks the migration in its middle."""
    if "CREATE TABLE room_answers" in statement or "DROP TABLE rooms" in statement:
        raise PowerCut


def test_half_a_migration_leaves_nothing(new_database_url: str) -> None:
    """One that breaks between two tables has made none and taken none; the next start does it all."""
    with opened(new_database_url) as engine:
        database.upgrade(new_database_url, "0002")
        put(engine, "0002")
        with before_each(fail_at_last_table), pytest.raises(PowerCut):
            database.upgrade(new_database_url)
        assert tables(engine) == brought("0002").keys()
        database.upgrade(new_database_url)
        put(engine, "0003")
        with before_each(fail_at_last_table), pytest.raises(PowerCut):
            database.downgrade(new_database_url, "0002")
        assert found(engine, "0002", "0003") == whole("0002", "0003")


def test_processes_that_start_at_once_make_one_database(new_database_url: str) -> None:
    """Who comes second, while the first is at work, waits for it and finds all made."""
    began: list[str] = []
    faults: list[BaseException] = []

    def wait_for_the_other(statement: str) -> None:
        if "BEGIN IMMEDIATE" in statement or "pg_advisory_xact_lock" in statement:
            began.append(statement)
        if "CREATE TABLE plans" in statement:
            until(lambda: len(began) == 2)

    def one() -> None:
        try:
            database.upgrade(new_database_url)
        except BaseException as error:
            faults.append(error)

    with before_each(wait_for_the_other):
        starts = [threading.Thread(target=one, daemon=True) for _ in range(2)]
        for each in starts:
            each.start()
        for each in starts:
            each.join(2 * TIMEOUT_SECONDS)
    assert (faults, len(began)) == ([], 2)
    with opened(new_database_url) as engine:
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar() == 1
        assert tables(engine) == brought(*REVISIONS).keys()


def of_the_future(url: str) -> str:
    """The database as a newer version of the site would leave it."""
    with opened(url) as engine, engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    return url


def test_a_newer_database_is_left_alone(database_url: str) -> None:
    """An older version of the site says so, and changes nothing."""
    with opened(database_url) as engine:
        put(engine, "0002", "0003")
        with pytest.raises(database.DatabaseError, match="newer form"):
            database.upgrade(of_the_future(database_url))
        assert found(engine, "0002", "0003") == whole("0002", "0003")


def test_an_older_site_does_not_start_on_a_newer_database(tmp_path: Path) -> None:
    """It ends with a sentence that says what to do, and no traceback."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    database.upgrade(url)
    ended = start(tmp_path, "app.py", DATABASE_URL=of_the_future(url))
    assert ended.returncode == 1
    assert "newer form than this version of the site knows" in ended.stderr
    assert "Traceback" not in ended.stderr
