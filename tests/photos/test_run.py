"""Many files: in order, with one process or several, and whatever happens in the middle."""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from safety.photos import clean_bytes
from safety.photos.command_line import run as run_module
from safety.photos.command_line.gather import Item
from safety.photos.command_line.run import is_work_for_many, run_task
from safety.photos.command_line.task import Doing, Result, Task
from safety.photos.limits import MEBIBYTE
from tests.photos import samples

PHOTOS = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of photos, each with a comment of its own, and some that are refused."""
    folder = tmp_path / "photos"
    (tmp_path / "out").mkdir()
    folder.mkdir()
    for number in range(PHOTOS):
        photo = samples.after_start(samples.segment(0xFE, b"number %d" % number))
        scan = photo[:-2] + bytes(number) + photo[-2:]
        (folder / f"{number:02}.jpg").write_bytes(b"%PDF-1.7" if number % 7 == 3 else scan)
    return folder


def names(folder: Path) -> set[str]:
    """What is in a folder, hidden files included."""
    return {path.name for path in folder.iterdir()}


def run(folder: Path) -> int:
    """Clean the folder into the one beside it."""
    return run_task(Task(Doing.COPY_INTO, folder.parent / "out"), [str(folder)], as_json=False)


def wanted(folder: Path) -> list[bytes]:
    """The clean files in the order of the originals."""
    cleaned = (clean_bytes(path.read_bytes()).content for path in sorted(folder.iterdir()))
    return [content for content in cleaned if content is not None]


@pytest.mark.parametrize("processors", [1, 2])
def test_names_follow_the_order_of_the_files(
    processors: int, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """However many processes work on them: copies are numbered without a gap, and told of in order."""
    used = []
    real = run_module.is_work_for_many
    monkeypatch.setattr(run_module, "_WORTH_FILES", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    monkeypatch.setattr(run_module, "is_work_for_many", lambda *arguments: used.append(real(*arguments)) or used[-1])
    assert run(folder) == 2
    copies = wanted(folder)
    assert used == [processors > 1]
    assert names(folder.parent / "out") == {f"photo-{number}.jpg" for number in range(1, len(copies) + 1)}
    for number, content in enumerate(copies, 1):
        assert (folder.parent / "out" / f"photo-{number}.jpg").read_bytes() == content
    captured = capsys.readouterr()
    told = [int(number) for number in re.findall(r"number (\d+)", captured.out)]
    assert told == [number for number in range(PHOTOS) if number % 7 != 3]
    assert captured.err.count("We cannot clean PDF files.") == PHOTOS - len(copies)


@pytest.mark.parametrize(
    ("task", "files", "size", "processors", "is_worth_it"),
    [
        (Task(Doing.INSPECT), 500, 1, 2, True),
        (Task(Doing.INSPECT), 499, 1, 2, False),
        (Task(Doing.INSPECT), 2, 256 * MEBIBYTE, 2, True),
        (Task(Doing.INSPECT), 1, 999 * MEBIBYTE, 2, False),
        (Task(Doing.INSPECT), 500, 1, 1, False),
        (Task(Doing.COPY_INTO, is_deep=True), 2, 1, 2, True),
        (Task(Doing.COPY_INTO, is_deep=True), 1, 1, 2, False),
    ],
)
def test_other_processes_are_started_for_much_work_only(
    task: Task, files: int, size: int, processors: int, is_worth_it: bool
) -> None:
    """For little work starting them takes longer than the work."""
    items = [Item(Path(str(number)), size) for number in range(files)]
    assert is_work_for_many(task, items, processors) == is_worth_it


def test_standard_input_stays_with_us() -> None:
    """Another process does not have it."""
    items = [Item(Path("-"), 0, is_stream=True), *(Item(Path(str(number)), 1) for number in range(999))]
    assert not is_work_for_many(Task(Doing.INSPECT), items, 2)


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [(KeyboardInterrupt, 130, "Stopped."), (ChildProcessError, 1, "The system ended a process of ours.")],
)
def test_end_in_the_middle(
    error: type[BaseException],
    status: int,
    said: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is done is done and named, and the rest is counted."""
    real = run_module.perform

    def perform(task: Task, item: Item) -> Result:
        if item.path.name == "02.jpg":
            raise error
        return real(task, item)

    monkeypatch.setattr(run_module, "perform", perform)
    assert run(folder) == status
    assert capsys.readouterr().err == f"{said} 38 of 40 files were not worked on.\n"
    assert names(folder.parent / "out") == {"photo-1.jpg", "photo-2.jpg"}


def test_copy_that_gets_no_name_is_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the disk ends one file; to be stopped ends all; neither leaves a copy without a name."""
    real = run_module.give_name
    errors: Iterator[BaseException] = iter([OSError(errno.EIO, "broken"), KeyboardInterrupt()])

    def give_name(prepared: object, names: object) -> object:
        error = next(errors, None)
        if error is not None:
            raise error
        return real(prepared, names)  # type: ignore[arg-type]  # the test stands between two functions

    monkeypatch.setattr(run_module, "give_name", give_name)
    assert run(folder) == 130
    captured = capsys.readouterr()
    assert "00.jpg: This file cannot be read or written." in captured.err
    assert "The disk has a fault." in captured.err
    assert captured.err.endswith("Stopped. 39 of 40 files were not worked on.\n")
    assert names(folder.parent / "out") == set()
