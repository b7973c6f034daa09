"""The database: made-up facts of PostgreSQL, and both real kinds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from safety.config import Config
from safety.web.doctor import stored
from safety.web.doctor.finding import Finding, Grade
from safety.web.doctor.stored import POSTGRESQL, SQLITE, Stored

QUIET = {
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
    "log_connections": "off",
    "max_connections": "100",
    "server_version_num": "150019",
    "shared_preload_libraries": "",
}
GOOD = Stored(POSTGRESQL, "0003", "0003", settings=QUIET)


def grades(found: Stored, workers: int = 2) -> list[tuple[str, Grade]]:
    """What is not fine."""
    return [(one.check, one.grade) for one in stored.check(found, workers) if one.grade is not Grade.FINE]


def test_a_good_database_is_fine() -> None:
    """Neither kind has anything said against it."""
    assert grades(GOOD) == []
    assert grades(Stored(SQLITE, "0003", "0003", journal="wal")) == []


@pytest.mark.parametrize(
    ("name", "value", "grade"),
    [
        ("log_statement", "mod", Grade.WRONG),
        ("log_min_duration_statement", "0", Grade.WRONG),
        ("log_min_duration_sample", "250", Grade.WRONG),
        ("log_transaction_sample_rate", "0.1", Grade.WRONG),
        ("log_parameter_max_length_on_error", "-1", Grade.WRONG),
        ("log_min_error_statement", "error", Grade.LOOK),
        ("log_error_verbosity", "default", Grade.LOOK),
        ("log_connections", "on", Grade.LOOK),
        ("shared_preload_libraries", "pg_stat_statements,auto_explain", Grade.LOOK),
    ],
)
def test_a_log_of_what_visitors_do_is_found(name: str, value: str, grade: Grade) -> None:
    """Each setting by which the server's own log would tell of visitors."""
    assert grades(replace(GOOD, settings=QUIET | {name: value})) == [("database log", grade)]


@pytest.mark.parametrize(
    ("odd", "check", "grade"),
    [
        (replace(GOOD, revision="0002"), "database", Grade.WRONG),
        (replace(GOOD, revision=""), "database", Grade.WRONG),
        (replace(GOOD, ahead_seconds=-3600), "database clock", Grade.WRONG),
        (replace(GOOD, server="1.2.3.4"), "database", Grade.WRONG),
        (replace(GOOD, server="10.0.0.5"), "database", Grade.LOOK),
        (replace(GOOD, settings=QUIET | {"max_connections": "20"}), "database", Grade.WRONG),
        (replace(GOOD, settings=QUIET | {"server_version_num": "120009"}), "database", Grade.WRONG),
        (Stored(SQLITE, "0003", "0003", journal="delete"), "database", Grade.WRONG),
    ],
)
def test_each_fault_is_found(odd: Stored, check: str, grade: Grade) -> None:
    """Form, clock, encryption, connections, version and journal: one fault, one finding."""
    assert grades(odd) == [(check, grade)]


def test_an_encrypted_connection_is_fine() -> None:
    """On the way to another machine nobody reads along."""
    assert grades(replace(GOOD, server="1.2.3.4", is_encrypted=True)) == []


def test_more_processes_need_more_connections() -> None:
    """What two processes may open, eight may not."""
    assert grades(GOOD, workers=7) == []
    assert grades(GOOD, workers=9) == [("database", Grade.WRONG)]


@pytest.mark.usefixtures("network")
def test_each_real_database_is_read(database_url: str, tmp_path: Path) -> None:
    """The newest form, a clock that agrees, and its own settings; nothing of it is wrong but what it logs."""
    found = stored.ask(Config(secret="x", instance=tmp_path, database_url=database_url))
    assert isinstance(found, Stored)
    assert found.revision == found.wanted
    assert abs(found.ahead_seconds) < 30
    if found.kind == POSTGRESQL:
        assert set(found.settings) == set(stored.ASKED)
    else:
        assert found.journal == "wal"
    assert {check for check, grade in grades(found) if grade is Grade.WRONG} == set()


def test_a_database_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A file that no start has made yet is not made by looking; an address that is none is a fault, and not shown."""
    path = tmp_path / "new.db"
    found = stored.ask(Config(secret="x", instance=tmp_path, database_url=f"sqlite:///{path}"))
    assert isinstance(found, Finding)
    assert (found.grade, path.exists()) == (Grade.LOOK, False)
    for url in ("nonsense://name:pass-word@host/x", "no address at all"):
        found = stored.ask(Config(secret="x", instance=tmp_path, database_url=url))
        assert isinstance(found, Finding)
        assert found.grade is Grade.WRONG
        assert "pass-word" not in f"{found.says} {found.do}"


def test_a_database_without_tables_is_said(tmp_path: Path) -> None:
    """An empty file is no database of this site."""
    (tmp_path / "empty.db").touch()
    found = stored.ask(Config(secret="x", instance=tmp_path, database_url=f"sqlite:///{tmp_path / 'empty.db'}"))
    assert isinstance(found, Finding)
    assert found.grade is Grade.WRONG
