"""A backup holds what has to last and never a room; it is restored whole or not at all, on either database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import MetaData, Table, insert, select

from safety import create_command_app
from safety.config import Config
from safety.web import backup, database

PLAN = {"id": b"\x00id\xff".ljust(32), "sealed": b"sealed \xff", "last_used": date(2026, 11, 23)}
ROOM = {"id": b"canary room".ljust(16), "sealed": b"canary sealed", "ends": 1}
ANSWER = {"room": ROOM["id"], "question": b"q" * 16, "slot": b"s" * 16, "choice": b"canary choice"}


def tables(url: str) -> dict[str, Table]:
    """The tables of the database as they are."""
    engine, metadata = database.open_engine(url), MetaData()
    metadata.reflect(engine)
    engine.dispose()
    return dict(metadata.tables)


def filled(url: str) -> str:
    """The database with a kept check and a room in it."""
    engine, known = database.open_engine(url), tables(url)
    with engine.begin() as connection:
        for name, row in (("plans", PLAN), ("rooms", ROOM), ("room_answers", ANSWER)):
            connection.execute(insert(known[name]).values(row))
    engine.dispose()
    return url


def lines(url: str) -> list[str]:
    """A backup of the database."""
    engine = database.open_engine(url)
    found = list(backup.lines(engine))
    engine.dispose()
    return found


def restored(url: str, text: list[str]) -> int:
    """The number of rows that were restored."""
    engine = database.open_engine(url)
    try:
        return backup.restore(engine, text)
    finally:
        engine.dispose()


def test_every_table_is_decided(database_url: str) -> None:
    """A new table is in one of the two lists before it is published."""
    assert tables(database_url).keys() == {*backup.LASTS, *backup.ENDS, backup.VERSION}


def test_a_backup_leaves_rooms_out_and_comes_back(database_url: str, tmp_path: Path) -> None:
    """Taken from either kind of database, it fills an empty one with the same; nothing of a room is in it."""
    text = lines(filled(database_url))
    assert "room" not in "".join(text)
    assert "Y2FuYXJ5" not in "".join(text), "nor in base64"
    url = f"sqlite:///{tmp_path / 'new.db'}"
    database.upgrade(url)
    assert restored(url, text) == 1
    engine, known = database.open_engine(url), tables(url)
    with engine.connect() as connection:
        assert [dict(row._mapping) for row in connection.execute(select(known["plans"]))] == [PLAN]
        assert connection.execute(select(known["rooms"])).all() == []
    engine.dispose()
    with pytest.raises(backup.BackupError, match="not empty"):
        restored(url, text)


@pytest.mark.parametrize(
    "damage", ["", "{", '{"table": "rooms", "row": {}}', '{"table": "plans", "row": {"id": "x"}}', "[]"]
)
def test_what_is_damaged_restores_nothing(database_url: str, tmp_path: Path, damage: str) -> None:
    """A line that is cut, foreign or of a room: not even the rows before it stay."""
    text = lines(filled(database_url))
    url = f"sqlite:///{tmp_path / 'new.db'}"
    database.upgrade(url)
    with pytest.raises(backup.BackupError):
        restored(url, [*text, damage])
    with pytest.raises(backup.BackupError):
        restored(url, [damage, *text])
    assert lines(url) == text[:1]


def test_the_commands(tmp_path: Path) -> None:
    """``db backup`` writes a new file for its owner only and never over another; ``db restore`` reads it."""
    config = Config.read({"INSTANCE": str(tmp_path / "one")})
    database.upgrade(config.database_url)
    filled(config.database_url)
    file = tmp_path / "copy.txt"
    runner = FlaskCliRunner(create_command_app(config))
    assert runner.invoke(args=["db", "backup", str(file)]).exit_code == 0
    assert file.stat().st_mode & 0o077 == 0
    assert runner.invoke(args=["db", "backup", str(file)]).exit_code == 1
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["copy.txt"]
    other = FlaskCliRunner(create_command_app(Config.read({"INSTANCE": str(tmp_path / "two")})))
    assert "1 rows" in other.invoke(args=["db", "restore", str(file)]).output
    assert other.invoke(args=["db", "restore", str(file)]).exit_code == 1
