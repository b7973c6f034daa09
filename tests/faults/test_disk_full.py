"""The disk is full: changes are told 'not now', what was kept is read, and it goes on when there is room."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.conftest import NewInstance
from tests.faults.visitors import Keeper, assert_calm
from tests.process import Client, Process, start, start_in_vain

pytestmark = pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="this system bounds no other process")
PAGE_BYTES = 4096


@contextmanager
def no_room(process: Process) -> Iterator[None]:
    """While the block runs no file of ``process`` takes another byte, its log neither."""
    before = resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, before)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with hardly any room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nobody may mount a file system here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_nothing_that_was_kept_is_lost_for_want_of_room(new_instance: NewInstance) -> None:
    """A kept check opens while nothing can be written; a change is refused whole, and taken when there is room."""
    instance = new_instance()
    with start(instance) as process:
        keeper = Keeper.kept(process)
        assert keeper.tick(0).status == 200
        with closing(sqlite3.connect(instance / "unshared.db")) as connection:
            # The first use of a day has something to note.
            connection.execute("UPDATE plans SET last_used = date('now', '-1 day')")
            connection.commit()
        with no_room(process):
            for _ in range(3):
                assert_calm(keeper.tick(1))
            assert_calm(Keeper.begin(process).keep())
            assert keeper.items[0] in keeper.client.get("/check/plan").text
            assert keeper.elsewhere(process) == keeper.taken
            assert Client(process).get("/help").status == 200
        assert keeper.tick(2).status == 200
        assert keeper.elsewhere(process) == keeper.taken
        assert "Traceback" not in process.log()


def test_a_log_without_room_stops_nobody(new_instance: NewInstance) -> None:
    """The site starts, serves and keeps checks with a log that takes nothing."""
    log = Path("/dev/full")
    if not log.exists():
        pytest.skip("this system has no device that is always full")
    with start(new_instance(), log=log) as process:
        keeper = Keeper.kept(process)
        assert keeper.tick(0).status == 200
        assert keeper.elsewhere(process) == keeper.taken


def test_a_first_start_without_room_says_so(full_disk: Path) -> None:
    """One sentence and exit status 1; nothing half is taken for whole when there is room."""
    status, said = start_in_vain(full_disk / "instance")
    assert status == 1
    assert os.strerror(28) in said
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) == 1
