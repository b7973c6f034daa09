"""Which files a command is about: those that were named, and those in folders that were named.

In a folder, links, hidden files and devices are left alone, and counted: a link could lead anywhere, and
hidden files belong to programs. What is named is taken as it is, also through a link.
"""

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from safety.photos.recognise import EXTENSIONS

STANDARD_INPUT: Final = "-"
# Names of files that ought to be photos or videos, whatever is in them.
_PHOTO_ENDINGS: Final = frozenset(EXTENSIONS.values()) | {"jpeg", "jpe", "tiff", "heif", "hif", "apng", "qt"}


class Item(NamedTuple):
    """One file to work on. `is_found` says that it was in a folder, and not named by anybody.

    `is_stream` stands for standard input; a file can have the same name.
    """

    path: Path
    size: int
    is_found: bool = False
    is_stream: bool = False

    @property
    def may_be_other(self) -> bool:
        """True when nobody said or hinted that it is a photo."""
        return self.is_found and self.path.suffix[1:].lower() not in _PHOTO_ENDINGS


class Found:
    """The files in their order, and how many were left alone; `unreadable` are folders and why."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.links = self.hidden = self.devices = 0
        self.unreadable: list[tuple[Path, OSError]] = []

    @property
    def left_alone(self) -> int:
        """All that was counted and not taken."""
        return self.links + self.hidden + self.devices


def gather(named: Sequence[str], left_out: Path | None = None) -> Found:
    """All files, those of a folder sorted by name, its own folders among them; `left_out` is a folder."""
    found = Found()
    for name in named:
        path = Path(name)
        if name == STANDARD_INPUT:
            found.items.append(Item(path, 0, is_stream=True))
        elif path.is_dir():
            _gather_folder(path, left_out, found)
        else:
            found.items.append(Item(path, _size(path)))
    return found


def _gather_folder(folder: Path, left_out: Path | None, found: Found) -> None:
    # No recursion: a folder can be deeper than Python's stack.
    waiting: list[Path | Item] = [folder]
    while waiting:
        next_ = waiting.pop()
        if isinstance(next_, Item):
            found.items.append(next_)
        elif left_out is None or not next_.samefile(left_out):
            try:
                waiting += reversed(_entries(next_, found))
            except OSError as error:
                found.unreadable.append((next_, error))


def _entries(folder: Path, found: Found) -> list[Path | Item]:
    """Files and folders in one folder. Raises: OSError."""
    kept: list[Path | Item] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                found.hidden += 1
            elif entry.is_symlink():
                found.links += 1
            elif entry.is_dir(follow_symlinks=False):
                kept.append(Path(entry.path))
            elif entry.is_file(follow_symlinks=False):
                kept.append(Item(Path(entry.path), entry.stat(follow_symlinks=False).st_size, is_found=True))
            else:
                found.devices += 1
    return kept


def _size(path: Path) -> int:
    """Bytes in a file; nothing for what is not there, which is said when its turn comes."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0
