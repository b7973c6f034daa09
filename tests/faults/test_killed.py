"""Killed in the middle of a write, again and again: all that was acknowledged is there, and nothing is half."""

from __future__ import annotations

import os
import random
import subprocess
import threading
import time
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from tempfile import gettempprefix

import pytest

from safety.config import ROOT
from safety.web.release import PREFIX, Release
from tests import postgres
from tests.faults.conftest import NewInstance
from tests.faults.visitors import Keeper, Lesson
from tests.process import COMMAND, Client, Process, environment, start
from tests.serving import until

# PostgreSQL itself is not killed: that the site begins anew on what it left is seen once.
KILLS = {"sqlite": 2, "postgresql": 1}
WRITERS, PHONES = 4, 5


def write(process: Process, keeper: Keeper, lesson: Lesson, phones: list[Client], answered: list[bool]) -> None:
    """Ticks and answers until the site is gone; ``answered`` gets an entry for each answer that was acknowledged."""
    keeper.client = Client(process, keeper.client.cookies)
    with suppress(OSError, HTTPException):
        for number, phone in enumerate(phones, len(keeper.taken)):
            keeper.tick(number % len(keeper.items))
            if lesson.answer(phone):
                answered.append(True)


@pytest.mark.parametrize("kind", KILLS)
def test_what_was_acknowledged_outlives_a_kill(kind: str, new_instance: NewInstance) -> None:
    """Ticks in kept checks and answers in a room, by several at once, killed at a random moment each time."""
    if kind == "postgresql" and postgres.programs() is None:
        pytest.skip("there is no PostgreSQL server on this machine")
    instance = new_instance()
    settings = {"DATABASE_URL": postgres.new_database()} if kind == "postgresql" else {}
    answered: list[bool] = []
    keepers: list[Keeper] = []
    lesson = None
    for _ in range(KILLS[kind]):
        with start(instance, **settings) as process:
            keepers = keepers or [Keeper.kept(process) for _ in range(WRITERS)]
            lesson = lesson.on(process) if lesson else Lesson.begin(process)
            phones = [[lesson.join(process) for _ in range(PHONES)] for _ in keepers]
            threads = [
                threading.Thread(target=write, args=(process, keeper, lesson, some, answered))
                for keeper, some in zip(keepers, phones, strict=True)
            ]
            for thread in threads:
                thread.start()
            began = len(answered)
            assert until(lambda began=began: len(answered) > began)
            # Any moment of a write is as good as another; which, nobody chooses.
            time.sleep(random.random() / 5)  # noqa: S311  # no secret
            process.kill()
            for thread in threads:
                thread.join()
    with start(instance, **settings) as process:
        for keeper in keepers:
            assert keeper.taken
            assert keeper.taken <= (keeper.elsewhere(process) or set())
        assert lesson is not None
        # One more of each writer may have been taken whose acknowledgement was cut off.
        assert len(answered) <= lesson.on(process).answers() <= len(answered) + KILLS[kind] * WRITERS
        assert keepers[0].elsewhere(process) is not None


def test_a_first_start_that_is_killed_is_made_good(tmp_path: Path, new_instance: NewInstance) -> None:
    """While the secret, the static files, or the database is made: the next start is whole, and clears up."""
    instance = tmp_path / "instance"
    for made in ("secret", f"{PREFIX}/{gettempprefix()}*", f"{PREFIX}/{Release().name}"):
        with subprocess.Popen(COMMAND, cwd=ROOT, env=environment(instance, {"PORT": "0"})) as process:
            try:
                while not any(instance.glob(made)):
                    assert process.poll() is None, "it ended before it was killed"
                    time.sleep(0.01)
            finally:
                process.kill()
    left = list((instance / PREFIX).glob(f"{gettempprefix()}*"))
    assert left, "the second kill came before the files were whole"
    for folder in left:
        os.utime(folder, (0, 0))
    with start(instance) as process:
        keeper = Keeper.kept(process)
        assert keeper.tick(0).status == 200
        assert keeper.elsewhere(process) == keeper.taken
    assert files(instance / PREFIX) == files(new_instance() / PREFIX)


def files(folder: Path) -> dict[str, bytes]:
    """What lies there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
