"""``db backup`` and ``db restore`` as an operator calls them: whole files for their owner only, and sentences."""

from __future__ import annotations

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

from safety import create_command_app
from safety.config import Config
from safety.web import commands
from safety.web.storage import database
from tests.web.storage.test_backup import PLAN, filled, opened, put


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A site with a kept check."""
    made = Config.read({"INSTANCE": str(tmp_path / "one")})
    database.upgrade(made.database_url)
    filled(made.database_url)
    return made


def run(config: Config, *words: str) -> tuple[int, str]:
    """Exit status and what was said; an error that is not a sentence fails the test."""
    result = FlaskCliRunner(create_command_app(config)).invoke(args=["db", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def files(folder: Path) -> list[str]:
    """The names of the files in it."""
    return sorted(one.name for one in folder.iterdir() if one.is_file())


@pytest.mark.promise("kept-check-180-days")
def test_a_backup_is_a_new_file_for_its_owner(config: Config, tmp_path: Path) -> None:
    """It is never written over another; it says what has to be kept beside it, and for how long."""
    file = tmp_path / "copy.txt"
    status, said = run(config, "backup", str(file))
    assert (status, "1 rows" in said, "SECRET_KEY" in said, "after 30 days" in said) == (0, True, True, True)
    assert file.stat().st_mode & 0o077 == 0
    before = file.read_bytes()
    status, said = run(config, "backup", str(file))
    assert (status, "There is such a file already" in said) == (1, True)
    assert file.read_bytes() == before
    assert files(tmp_path) == ["copy.txt"]


def test_a_restore_says_of_which_day_it_is(config: Config, tmp_path: Path) -> None:
    """What people deleted since then is there again, and the operator reads so."""
    file = tmp_path / "copy.txt"
    run(config, "backup", str(file))
    other = Config.read({"INSTANCE": str(tmp_path / "two")})
    status, said = run(other, "restore", str(file))
    assert (status, "1 rows are restored, as they were on 20" in said, "there again" in said) == (0, True, True)
    assert run(other, "restore", str(file))[0] == 1


@contextmanager
def full_after(count: int) -> Iterator[None]:
    """No file of this process may grow beyond ``count`` bytes: what it writes further fails, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_no_half_file(config: Config, tmp_path: Path) -> None:
    """It says that nothing was written, and there is nothing; with room again it works."""
    large = PLAN | {"id": b"large".ljust(32), "sealed": os.urandom(600_000)}
    with opened(config.database_url) as engine:
        put(engine, "plans", large)
    file = tmp_path / "copy.txt"
    with full_after(300_000):
        status, said = run(config, "backup", str(file))
    assert (status, "The backup was not written." in said) == (1, True)
    assert files(tmp_path) == []
    assert run(config, "backup", str(file))[0] == 0


def test_a_stick_that_knows_one_name_for_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file can have no second name it gets its only one, unless another file has it."""

    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no second names here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    for name, content in (("draft", "new"), ("other", "old")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(FileExistsError):
        commands._name(tmp_path / "draft", tmp_path / "other")
    commands._name(tmp_path / "draft", tmp_path / "file")
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in files(tmp_path)} == {
        "file": "new",
        "other": "old",
    }


@pytest.mark.parametrize("words", [("backup", "nowhere/copy.txt"), ("restore", "damaged.txt")])
def test_what_cannot_be_done_is_a_sentence(
    config: Config, tmp_path: Path, words: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is not there, a file that is none: one line, no traceback."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "damaged.txt").write_bytes(b"\xff" * 100)
    status, said = run(config, *words)
    assert status == 1
    assert said.startswith("Error: ")
    assert said.count("\n") == 1


def test_a_database_that_is_none_is_a_sentence(config: Config, tmp_path: Path) -> None:
    """A file that is no database, or has no tables: all three commands say so."""
    broken = Config.read({"INSTANCE": str(tmp_path / "three"), "DATABASE_URL": f"sqlite:///{tmp_path / 'broken.db'}"})
    (tmp_path / "broken.db").write_bytes(b"no database " * 1000)
    copy = tmp_path / "copy.txt"
    assert run(config, "backup", str(copy))[0] == 0
    for words in (("upgrade",), ("restore", str(copy)), ("backup", str(tmp_path / "second.txt"))):
        status, said = run(broken, *words)
        assert (status, said.startswith("Error: ")) == (1, True), said
    empty = Config.read({"INSTANCE": str(tmp_path / "four")})
    status, said = run(empty, "backup", str(tmp_path / "second.txt"))
    assert (status, "db upgrade" in said) == (1, True)
    assert files(tmp_path) == ["broken.db", "copy.txt"]
