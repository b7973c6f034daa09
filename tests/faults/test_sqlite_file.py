"""SQLite's file is locked, moved away, or damaged: it is said, never made anew over what is kept, and comes back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from safety.web.storage import trouble
from tests.faults.conftest import NewInstance
from tests.faults.visitors import Keeper, assert_calm
from tests.process import Client, Process, start
from tests.serving import until


@pytest.fixture(scope="module")
def instance(new_instance: NewInstance) -> Path:
    """Where the site keeps its files."""
    return new_instance()


@pytest.fixture(scope="module")
def site(instance: Path) -> Iterator[Process]:
    """A site on SQLite, as it is without any setting."""
    with start(instance) as process:
        yield process


def test_a_file_that_another_program_holds(site: Process, instance: Path) -> None:
    """A change is told 'not now' after seconds; what was kept is there, and all goes on when the other is done."""
    keeper = Keeper.kept(site)
    with closing(sqlite3.connect(instance / "unshared.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert_calm(keeper.tick(0))
        assert keeper.items[0] in keeper.client.get("/check/plan").text
        assert Client(site).get("/help").status == 200
    assert keeper.tick(1).status == 200
    assert keeper.elsewhere(site) == keeper.taken
    assert "database-locked" in site.log()


def test_a_file_that_is_moved_away_is_not_made_anew(site: Process, instance: Path) -> None:
    """Nothing is taken into a file that nobody finds again. Put back, it is used again, with all that it held."""
    file, away = instance / "unshared.db", instance / "away.db"
    keeper = Keeper.kept(site)
    assert keeper.tick(0).status == 200
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.rename(away)
    assert_calm(keeper.tick(1))
    assert_calm(Keeper.begin(site).keep())
    assert Client(site).get("/help").status == 200
    assert not file.exists()
    away.rename(file)
    assert keeper.tick(2).status == 200
    assert keeper.elsewhere(site) == keeper.taken
    assert "database-gone" in site.log()


def test_a_damaged_file_is_told_and_left_alone(new_instance: NewInstance, tmp_path: Path) -> None:
    """The site starts without it, and takes a good one in its place as soon as that is there."""
    instance = new_instance()
    file, good = instance / "unshared.db", tmp_path / "good.db"
    damaged = b"SQLite format 3\0" + b"damaged " * 4000
    file.write_bytes(damaged)
    with start(instance) as process:
        keeper = Keeper.begin(process)
        assert_calm(keeper.keep())
        assert file.read_bytes() == damaged
        assert "database-damaged" in process.log()
        assert "Traceback" not in process.log()
        with closing(sqlite3.connect(good)) as connection:
            connection.execute("VACUUM")
        good.replace(file)
        assert until(lambda: keeper.keep().status == 200)


@pytest.mark.parametrize(
    ("address", "statement", "word"),
    [
        ("file:{}?mode=ro", "CREATE TABLE one (two)", "read-only"),
        ("file:{}", "SELECT * FROM missing", "has-no-tables"),
        ("file:{}-not-there?mode=ro", "SELECT 1", "gone"),
        ("file:{}", "not sql", "refuses"),
    ],
)
def test_the_log_has_a_word_for_each_trouble(tmp_path: Path, address: str, statement: str, word: str) -> None:
    """One that says what to look at, and not what was asked."""
    file = tmp_path / "one.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE some (thing)")
    with pytest.raises(sqlite3.Error) as raised, closing(sqlite3.connect(address.format(file), uri=True)) as connection:
        connection.execute(statement)
    assert trouble.word(raised.value) == word
