"""What is done with one file, and how that is told to others."""

import errno
import os
import pickle
import sys
from pathlib import Path

import pytest

from safety.photos import clean_bytes
from safety.photos.command_line import task as task_module
from safety.photos.command_line.gather import Item
from safety.photos.command_line.task import Doing, Result, Task, drop, perform
from safety.photos.outcome import Outcome, Report
from tests.photos import samples

DIRTY = samples.after_start(samples.segment(0xFE, b"hello"))


@pytest.fixture
def item(tmp_path: Path) -> Item:
    """A photo with something in it."""
    (tmp_path / "a.jpg").write_bytes(DIRTY)
    return Item(tmp_path / "a.jpg", len(DIRTY))


def test_each_task_does_its_own(item: Item, tmp_path: Path) -> None:
    """A report, a copy at a place, a copy without a name, or the file itself."""
    out = tmp_path / "out"
    out.mkdir()
    inspected = perform(Task(Doing.INSPECT), item)
    assert isinstance(inspected.told, Report)
    assert (inspected.ending, inspected.output) == ("inspected", None)
    copied = perform(Task(Doing.COPY_TO, out / "b.jpg"), item)
    assert (copied.ending, copied.output, copied.is_unnamed) == ("cleaned", out / "b.jpg", False)
    unnamed = perform(Task(Doing.COPY_INTO, out), item)
    assert unnamed.output is not None
    assert (unnamed.ending, unnamed.output.parent, unnamed.is_unnamed) == ("cleaned", out, True)
    beside = perform(Task(Doing.COPY_INTO), item)
    assert beside.output is not None
    assert (beside.output.parent, beside.is_unnamed) == (tmp_path, True)
    assert item.path.read_bytes() == DIRTY
    in_place = perform(Task(Doing.IN_PLACE), item)
    assert (in_place.ending, in_place.output, in_place.other_names) == ("cleaned", item.path.resolve(), 0)
    assert perform(Task(Doing.IN_PLACE), item).ending == "already-clean"
    assert {copied.output.read_bytes(), unnamed.output.read_bytes(), beside.output.read_bytes()} == {
        item.path.read_bytes()
    }


@pytest.mark.skipif(sys.platform == "win32", reason="a second name needs rights there")
def test_other_names_of_a_file_are_counted(item: Item, tmp_path: Path) -> None:
    """They still lead to the original."""
    os.link(item.path, tmp_path / "second.jpg")
    os.link(item.path, tmp_path / "third.jpg")
    assert perform(Task(Doing.IN_PLACE), item).other_names == 2
    assert perform(Task(Doing.IN_PLACE), item).other_names == 0


@pytest.mark.parametrize(
    ("content", "name", "is_found", "ending"),
    [
        (b"%PDF-1.7", "a.pdf", True, "refused"),
        (b"some text", "a.txt", True, "left-alone"),
        (b"", "empty", True, "left-alone"),
        (b"some text", "a.txt", False, "refused"),
        (b"some text", "a.jpg", True, "refused"),
        (DIRTY[:50], "a.txt", True, "refused"),
        (DIRTY, "a.txt", True, "cleaned"),
    ],
)
def test_only_what_is_no_photo_is_left_alone(
    content: bytes, name: str, is_found: bool, ending: str, tmp_path: Path
) -> None:
    """A broken photo is never passed over in silence, nor is one behind another name."""
    (tmp_path / name).write_bytes(content)
    item = Item(tmp_path / name, len(content), is_found)
    assert perform(Task(Doing.COPY_INTO), item).ending == ending
    assert perform(Task(Doing.INSPECT), item).ending == ("inspected" if ending == "cleaned" else ending)


def test_fault_of_the_disk_ends_one_file(tmp_path: Path) -> None:
    """It is a result like any other."""
    result = perform(Task(Doing.INSPECT), Item(tmp_path / "none.jpg", 0))
    assert result.problem is not None
    assert (result.problem.errno, result.ending, result.refusal) == (errno.ENOENT, "failed", None)


def test_fault_of_ours_ends_one_file(item: Item, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand other files must not wait for it."""

    def stumble(*arguments: object) -> None:
        raise TypeError

    monkeypatch.setattr(task_module, "prepare", stumble)
    result = perform(Task(Doing.COPY_INTO), item)
    assert result.refusal is not None
    assert (result.ending, result.refusal.code) == ("failed", "internal-check-failed")
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg"]


def test_result_passes_between_processes(item: Item) -> None:
    """With all that it tells."""
    for result in (perform(Task(Doing.COPY_INTO), item), perform(Task(Doing.INSPECT), item)):
        again = pickle.loads(pickle.dumps(result))  # noqa: S301  # made here
        assert again == result
        assert again.told.findings == result.told.findings


def test_dropping(item: Item, tmp_path: Path) -> None:
    """A copy without a name goes; what has its place stays."""
    unnamed = perform(Task(Doing.COPY_INTO), item)
    placed = perform(Task(Doing.COPY_TO, tmp_path / "b.jpg"), item)
    for result in (unnamed, unnamed, placed, Result(item)):
        drop(result)
    assert {path.name for path in tmp_path.iterdir()} == {"a.jpg", "b.jpg"}


def test_deep_clean_is_asked_for(item: Item, monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture is handed to the part that codes it anew, and its answer is written."""
    drawn = samples.png()

    def draw(content: bytes) -> Outcome:
        assert content == DIRTY
        return clean_bytes(drawn)

    monkeypatch.setattr("safety.photos.deliver.deep_clean", draw)
    result = perform(Task(Doing.COPY_INTO, is_deep=True), item)
    assert result.output is not None
    assert result.output.read_bytes() == drawn
