"""A bar that shows how far a long command is, on a terminal and nowhere else.

It uses no colours and no control sequences but the return to the start of the line.
"""

import os
from collections.abc import Callable, Sequence
from typing import Final, TextIO

from safety.photos.command_line.gather import Item

_QUIET_NANOSECONDS: Final = 10**9
_BETWEEN_NANOSECONDS: Final = 10**8
_BAR_CELLS: Final = 24


class Progress:
    """The bar for these files. `clock` gives nanoseconds; work of less than a second shows none."""

    def __init__(self, stream: TextIO, items: Sequence[Item], clock: Callable[[], int]) -> None:
        self._stream = stream
        self._files, self._size = len(items), sum(item.size for item in items)
        self._done_files = self._done_size = 0
        self._clock = clock
        self._next_draw = clock() + _QUIET_NANOSECONDS
        self._shown = 0
        self._is_terminal = stream.isatty()

    def advance(self, size: int) -> None:
        """One file of so many bytes is done."""
        self._done_files += 1
        self._done_size += size
        now = self._clock()
        if self._is_terminal and now >= self._next_draw and self._done_files < self._files:
            self._next_draw = now + _BETWEEN_NANOSECONDS
            self._draw()

    def hide(self) -> None:
        """Make room for a line; the bar comes back by itself."""
        if self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()
            self._shown = 0

    def _draw(self) -> None:
        done = self._done_size if self._size else self._done_files
        cells = _BAR_CELLS * done // max(self._size or self._files, 1)
        line = f"[{'#' * cells}{'.' * (_BAR_CELLS - cells)}] {self._done_files} of {self._files} files"
        # A line as wide as the terminal would begin a new one.
        line = line[: max(_columns(self._stream) - 1, 0)]
        self._stream.write("\r" + line.ljust(self._shown))
        self._stream.flush()
        self._shown = len(line)


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
