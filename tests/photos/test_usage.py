"""What a person can ask for; what cannot be meant is in `test_main`."""

from argparse import Namespace
from pathlib import Path

import pytest

from safety.photos.command_line.task import Doing, Task
from safety.photos.command_line.usage import UsageError, make_task

NOTHING = {"command": "clean", "recursive": False, "output": None, "in_place": False, "deep": False, "json": False}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """We stand in a folder with a file and a folder."""
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()
    Path("old.jpg").touch()


@pytest.mark.parametrize(
    ("options", "files", "task"),
    [
        ({"command": "inspect", "tags": False}, ["a", "-"], Task(Doing.INSPECT)),
        ({"command": "inspect", "tags": True, "recursive": True}, ["out"], Task(Doing.INSPECT, wants_tags=True)),
        ({}, ["a", "b"], Task(Doing.COPY_INTO)),
        ({"deep": True}, ["a"], Task(Doing.COPY_INTO, is_deep=True)),
        ({"output": "out"}, ["a", "b", "-"], Task(Doing.COPY_INTO, Path("out"))),
        ({"output": "new.jpg"}, ["a"], Task(Doing.COPY_TO, Path("new.jpg"))),
        ({"output": "old.jpg"}, ["a"], Task(Doing.COPY_TO, Path("old.jpg"))),
        ({"output": "new.jpg"}, ["-"], Task(Doing.COPY_TO, Path("new.jpg"))),
        ({"output": "-"}, ["a"], Task(Doing.COPY_OUT)),
        ({"output": "./-"}, ["a"], Task(Doing.COPY_TO, Path("-"))),
        ({}, ["-"], Task(Doing.COPY_OUT)),
        ({"in_place": True, "recursive": True}, ["a", "out"], Task(Doing.IN_PLACE)),
    ],
)
def test_task(options: dict[str, object], files: list[str], task: Task) -> None:
    """By the options, and by what is there."""
    assert make_task(Namespace(**{**NOTHING, **options}, files=files)) == task


@pytest.mark.parametrize(
    ("options", "files", "said"),
    [
        ({}, ["a", "out"], "out is a folder; add --recursive"),
        ({"recursive": True}, ["out"], "where the copies go"),
        ({"recursive": True, "output": "./out"}, ["out"], "OUT is the folder itself"),
        ({"output": "new"}, ["a", "b"], "OUT has to be a folder"),
        ({"output": "old.jpg"}, ["./old.jpg"], "OUT is the file itself"),
        ({"in_place": True}, ["-"], "no place"),
        ({"in_place": True, "deep": True}, ["a"], "does not replace"),
        ({"json": True}, ["-"], "cannot both"),
    ],
)
def test_why_not(options: dict[str, object], files: list[str], said: str) -> None:
    """The text says what to do."""
    with pytest.raises(UsageError, match=said):
        make_task(Namespace(**{**NOTHING, **options}, files=files))
