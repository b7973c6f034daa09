"""Which files a command is about, and which it leaves alone."""

import os
import sys
from pathlib import Path

import pytest

from safety.photos.command_line.gather import Item, gather

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with something of everything."""
    folder = tmp_path / "photos"
    (folder / "b" / "deeper").mkdir(parents=True)
    (folder / ".thumbnails").mkdir()
    for name in ("c.jpg", "a.jpg", "b/x.png", "b/deeper/y.mp4", ".thumbnails/t.jpg", ".hidden.jpg", "b/.unshared-1"):
        (folder / name).write_bytes(b"12345")
    (tmp_path / "outside.jpg").touch()
    (folder / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    return folder


def test_folder_is_walked_in_the_order_of_names(folder: Path) -> None:
    """Links, hidden things and devices are counted and not taken."""
    found = gather([str(folder)])
    names = ["a.jpg", "b/deeper/y.mp4", "b/x.png", "c.jpg"]
    assert found.items == [Item(folder / name, 5, is_found=True) for name in names]
    assert (found.links, found.hidden, found.devices, found.left_alone) == (2, 3, 1, 6)


def test_what_is_named_is_taken_as_it_is(folder: Path) -> None:
    """Also through a link, hidden, twice, or missing; in the order of the command."""
    names = [str(folder / name) for name in ("link.jpg", ".hidden.jpg", "none.jpg", "pipe", ".hidden.jpg")]
    found = gather(names)
    assert [str(item.path) for item in found.items] == names
    assert [item.size for item in found.items] == [0, 5, 0, 0, 5]
    assert not any(item.is_found for item in found.items)


def test_the_folder_of_the_copies_is_left_out(folder: Path) -> None:
    """Else a second run would clean the copies of the first."""
    assert [item.path.name for item in gather([str(folder)], folder / "b").items] == ["a.jpg", "c.jpg"]


def test_standard_input_is_not_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with that name is ./-."""
    monkeypatch.chdir(tmp_path)
    Path("-").write_bytes(b"12")
    assert gather(["-", "./-"]).items == [Item(Path("-"), 0, is_stream=True), Item(Path("-"), 2)]


def test_folder_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in it is not taken for nothing."""
    real = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "b":
            raise PermissionError(13, "no", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = gather([str(folder)])
    assert [item.path.name for item in found.items] == ["a.jpg", "c.jpg"]
    assert [(path.name, error.errno) for path, error in found.unreadable] == [("b", 13)]


def test_very_deep_folders(tmp_path: Path) -> None:
    """Deeper than Python can call itself."""
    deep = tmp_path
    for _ in range(40):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.jpg").touch()
    before = sys.getrecursionlimit()
    depth, frame = 0, sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back  # type: ignore[assignment]  # the last one has none
    sys.setrecursionlimit(depth + 30)
    try:
        assert len(gather([str(tmp_path)]).items) == 1
    finally:
        sys.setrecursionlimit(before)


@pytest.mark.parametrize(
    ("name", "is_found", "may_be_other"),
    [
        ("notes.txt", True, True),
        ("Makefile", True, True),
        ("notes.txt", False, False),
        ("A.JPG", True, False),
        ("a.jpeg", True, False),
        ("a.heic", True, False),
        ("a.mov", True, False),
    ],
)
def test_what_may_be_no_photo(name: str, is_found: bool, may_be_other: bool) -> None:
    """Only what lay in a folder under a name that promises nothing."""
    assert Item(Path(name), 1, is_found=is_found).may_be_other == may_be_other
