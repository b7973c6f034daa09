"""The clock of a running site jumps ahead or back: nothing kept is deleted that day, and nobody is locked out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.conftest import NewInstance
from tests.faults.visitors import Keeper
from tests.process import Client, Process, start

DAY = 24 * 60 * 60
YEAR = 365 * DAY
# Python reads this before anything else: the site's clock is then as many seconds ahead as a file says.
CLOCK = """
import datetime, os, time
_now = time.time
def _ahead():
    try:
        with open(os.environ["CLOCK_AHEAD"], encoding="ascii") as file:
            return float(file.read() or 0)
    except OSError:
        return 0.0
class Shifted(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
time.time = lambda: _now() + _ahead()
datetime.datetime = Shifted
"""


class Clock:
    """The clock of a site, which a test may set."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "ahead"
        (folder / "sitecustomize.py").write_text(CLOCK, encoding="ascii")

    def set(self, seconds: int) -> None:
        """Sets it that far ahead of the true time; below zero, back."""
        draft = self.file.with_suffix(".new")
        draft.write_text(str(seconds), encoding="ascii")
        draft.replace(self.file)


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    """The clock of the site below."""
    return Clock(tmp_path_factory.mktemp("clock"))


@pytest.fixture(scope="module")
def instance(new_instance: NewInstance) -> Path:
    """Where the site keeps its files."""
    return new_instance()


@pytest.fixture(scope="module")
def site(instance: Path, clock: Clock) -> Iterator[Process]:
    """A site whose clock can be set."""
    with start(instance, PYTHONPATH=str(clock.file.parent), CLOCK_AHEAD=str(clock.file)) as process:
        yield process


def kept(instance: Path) -> int:
    """How many checks are in the table."""
    with closing(sqlite3.connect(instance / "unshared.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM plans").fetchone()[0])


@pytest.fixture(autouse=True)
def nothing_kept(site: Process, instance: Path, clock: Clock) -> None:
    """The true time, and no check and no day that another test has left."""
    clock.set(0)
    with closing(sqlite3.connect(instance / "unshared.db")) as connection:
        connection.execute("DELETE FROM plans")
        connection.execute("DELETE FROM tidied")
        connection.commit()


@pytest.mark.parametrize("ahead", [YEAR, -YEAR, -DAY], ids=["a-year-ahead", "a-year-back", "a-day-back"])
def test_a_jump_deletes_nothing_and_locks_nobody_out(site: Process, instance: Path, clock: Clock, ahead: int) -> None:
    """While it is wrong a new check can be begun and kept; when it is right again everything opens, old and new."""
    before = Keeper.kept(site)
    assert before.tick(0).status == 200
    count = kept(instance)
    clock.set(ahead)
    # Cookies of another time are no cookies: the visitor begins anew, and is told nothing frightening.
    assert before.client.get("/check/plan").status == 200
    assert 'name="question"' in before.client.get("/check").text
    meanwhile = Keeper.kept(site)
    assert meanwhile.tick(0).status == 200
    assert meanwhile.elsewhere(site) == meanwhile.taken
    assert before.elsewhere(site) == (None if ahead == YEAR else before.taken)
    for path in ("/help", "/.well-known/security.txt", "/check/saved", "/join", "/teach/room"):
        assert Client(site).get(path).status == 200
    assert kept(instance) == count + 1
    clock.set(0)
    assert before.elsewhere(site) == before.taken
    # What seems to have lain there unused for longer than 180 days is not found: docs/faults.md.
    assert meanwhile.elsewhere(site) == (None if ahead == -YEAR else meanwhile.taken)
    assert kept(instance) == count + 1
    assert "Traceback" not in site.log()


def test_what_was_not_used_for_a_jump_of_a_year_waits_a_day(site: Process, instance: Path, clock: Clock) -> None:
    """On the first day it is only not found; set right within that day, the clock has taken nothing."""
    keeper = Keeper.kept(site)
    clock.set(YEAR)
    assert keeper.elsewhere(site) is None
    clock.set(0)
    assert keeper.elsewhere(site) == keeper.taken
