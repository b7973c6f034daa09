"""The database: made from nothing by migrations, set for eight threads, with nothing of visitors."""

from __future__ import annotations

import logging
import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.config import Config as AlembicConfig
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import Connection, text
from werkzeug.exceptions import ServiceUnavailable

from safety.web.storage import database
from safety.web.storage.database import MIGRATIONS, empty_log, open_engine, upgrade


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that is not there yet, in a folder that is not there yet."""
    return f"sqlite:///{tmp_path / 'new' / 'unshared.db'}"


def tables(url: str) -> list[str]:
    """The names of the tables."""
    engine = open_engine(url)
    with engine.connect() as connection:
        names = [name for (name,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))]
    engine.dispose()
    return names


def test_an_upgrade_makes_the_database_from_nothing(url: str) -> None:
    """The folder, the file and the version table are made."""
    upgrade(url)
    assert {"alembic_version", "plans"} <= set(tables(url))


def test_a_second_upgrade_changes_nothing(url: str) -> None:
    """Every start upgrades, so it has to be harmless."""
    upgrade(url)
    path = Path(url.removeprefix("sqlite:///"))
    before = path.read_bytes()
    upgrade(url)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name], "the file is whole and closed"


def test_the_migrations_are_one_line() -> None:
    """There is one first and one last migration, so that nobody has to choose."""
    config = AlembicConfig()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def pragma(connection: Connection, name: str) -> object:
    """A setting of SQLite."""
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_sqlite_is_set_for_several_threads(url: str) -> None:
    """Readers do not wait for a writer, a writer waits for another, and references hold."""
    engine = open_engine(url)
    with engine.connect() as connection:
        found = {name: pragma(connection, name) for name in ("journal_mode", "foreign_keys", "busy_timeout")}
    engine.dispose()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000}


def test_eight_threads_lose_no_change(url: str) -> None:
    """Each reads a number and writes the next one: no two read the same."""
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE counter (value INTEGER)"))
        connection.execute(text("INSERT INTO counter VALUES (0)"))

    def count() -> None:
        for _ in range(10):
            with engine.begin() as connection:
                value = connection.execute(text("SELECT value FROM counter")).scalar_one()
                connection.execute(text("UPDATE counter SET value = :value"), {"value": value + 1})

    threads = [threading.Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT value FROM counter")).scalar_one() == 80
    engine.dispose()


def test_reading_waits_for_no_change(app: Flask) -> None:
    """While somebody changes something, others see what was there before; afterwards they see it."""
    with app.app_context():
        with database.transaction() as changing:
            changing.exec_driver_sql("CREATE TABLE canary (one)")
            with database.reading() as looking:
                names = [name for (name,) in looking.exec_driver_sql("SELECT name FROM sqlite_master")]
        assert "canary" not in names
        with database.reading() as looking:
            assert looking.exec_driver_sql("SELECT count(*) FROM canary").scalar_one() == 0
        with database.transaction() as changing:
            changing.exec_driver_sql("DROP TABLE canary")


def test_who_gets_no_turn_is_told(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that another one keeps waiting too long ends with 'busy'; after the other the next has its turn."""
    monkeypatch.setattr(database, "TURN_SECONDS", 0.01)
    with app.app_context():
        with database.transaction(), pytest.raises(ServiceUnavailable), database.transaction():
            pass
        with database.transaction() as changing:
            assert changing.exec_driver_sql("SELECT 1").scalar_one() == 1


def test_a_change_that_fails_leaves_nothing(url: str) -> None:
    """A transaction is whole or not there."""
    engine = open_engine(url)

    def fail() -> None:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE half (value INTEGER)"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    engine.dispose()
    assert tables(url) == []


def test_the_file_is_closed_after_an_upgrade(url: str) -> None:
    """Another program can move the database away at once."""
    upgrade(url)
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), timeout=0)
    connection.execute("BEGIN EXCLUSIVE")
    connection.rollback()
    connection.close()


def test_a_log_that_cannot_be_emptied_is_told(url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """While somebody reads, SQLite says so in its answer; afterwards the log is cut, and nothing is told."""
    upgrade(url)
    engine = open_engine(url)
    file = tmp_path / "new" / "unshared.db"
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM plans").fetchall()
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE canary (one)")
        # Nobody waits for the reader here.
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
    caplog.set_level(logging.INFO)
    empty_log(engine)
    assert "log-not-emptied" in caplog.text
    reader.close()
    caplog.clear()
    empty_log(engine)
    assert caplog.text == ""
    assert file.with_name(f"{file.name}-wal").stat().st_size == 0
    engine.dispose()
    file.unlink()
    # A room was closed just before: that is not undone, and its host gets no error.
    gone = open_engine(url, hurried=True)
    empty_log(gone)
    assert "log-not-emptied" in caplog.text
    gone.dispose()
