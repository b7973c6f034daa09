"""The bar on a terminal."""

import io
import os
from pathlib import Path

import pytest

from safety.photos.command_line import progress as progress_module
from safety.photos.command_line.gather import Item
from safety.photos.command_line.progress import Progress

SECOND = 10**9
ITEMS = [Item(Path("a"), 10), Item(Path("b"), 30), Item(Path("c"), 60), Item(Path("d"), 0)]


class Screen(io.StringIO):
    """A stream that may be a terminal."""

    def __init__(self, is_terminal: bool = True) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        """True for a terminal."""
        return self.is_terminal


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


def run(screen: Screen, seconds: list[float], items: list[Item] = ITEMS) -> None:
    """Advance through the items, at these seconds."""
    clock = Clock()
    progress = Progress(screen, items, clock)
    for item, second in zip(items, seconds, strict=True):
        clock.now = int(second * SECOND)
        progress.advance(item.size)
    progress.hide()


def test_bar_shows_files_and_bytes() -> None:
    """How many files, and how much of all bytes; it is gone at the end."""
    screen = Screen()
    run(screen, [2, 3, 4, 5])
    shown = screen.getvalue().split("\r")
    assert shown[1] == "[##......................] 1 of 4 files"
    assert shown[2] == "[#########...............] 2 of 4 files"
    assert shown[3] == "[########################] 3 of 4 files"
    assert shown[4:] == [" " * len(shown[3]), ""]


@pytest.mark.parametrize(("is_terminal", "seconds"), [(False, [2, 3, 4, 5]), (True, [0.1, 0.2, 0.3, 0.9])])
def test_no_bar_in_files_or_for_short_work(is_terminal: bool, seconds: list[float]) -> None:
    """Nothing at all is written then."""
    screen = Screen(is_terminal)
    run(screen, seconds)
    assert screen.getvalue() == ""


def test_bar_is_not_drawn_for_every_file() -> None:
    """A terminal is slow: ten times a second is enough."""
    screen = Screen()
    run(screen, [2, 2.05, 2.09, 9])
    assert screen.getvalue().count("files") == 1


def test_only_the_return_moves_the_cursor() -> None:
    """No colours, no control sequences."""
    screen = Screen()
    run(screen, [2, 3, 4, 5])
    assert screen.getvalue().replace("\r", "").isprintable()


def test_bar_without_bytes_counts_files() -> None:
    """Empty files and standard input have none."""
    screen = Screen()
    run(screen, [2, 3], [Item(Path("a"), 0), Item(Path("b"), 0)])
    assert "[############............] 1 of 2 files" in screen.getvalue()


def test_bar_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A longer line would begin a new one each time."""
    monkeypatch.setattr(progress_module, "_columns", lambda stream: 20)
    screen = Screen()
    run(screen, [2, 3, 4, 5])
    assert {len(line) for line in screen.getvalue().split("\r")} == {0, 19}


def test_width_of_a_stream_without_one() -> None:
    """A pipe, or something that is no file at all."""
    reading, writing = os.pipe()
    with os.fdopen(reading), os.fdopen(writing, "w") as pipe:
        assert progress_module._columns(pipe) == 80
    assert progress_module._columns(Screen()) == 80
