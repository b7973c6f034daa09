"""Files on their way: written beside the place where they will be, and moved there whole or not at all.

A process that is killed cannot tidy up; what it leaves behind is found again by its name.

Source: design document metadata.md, section 1; rename(2), link(2), fsync(2).
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from safety.photos.names import neutral_name
from safety.photos.recognise import VIDEOS, Format

PREFIX: Final = ".unshared-"
NAMES_MAX: Final = 1_000_000

_RANDOM_BYTES = 8
_FLAGS = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
# Each piece that is written renews the time of the file, so nobody works on one that is so old.
_STALE_NANOSECONDS: Final = 3_600 * 10**9


class Temporary:
    """A new, empty file that only we can read, in `folder`; gone when its block ends, unless it was `kept`.

    `descriptor` is open for reading and writing until then. Raises: OSError.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder.joinpath(f"{PREFIX}{os.urandom(_RANDOM_BYTES).hex()}")
        self.descriptor = os.open(self.path, _FLAGS, 0o600)
        self.kept = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self.descriptor)
        if not self.kept:
            self.path.unlink(missing_ok=True)

    def share(self, original: os.stat_result) -> None:
        """Let those read it who can read the original, and nobody else."""
        self.path.chmod(original.st_mode & 0o777)

    def settle(self, original: os.stat_result) -> None:
        """Wait until the disk has it, and give it to the owner of the original, which is about to go."""
        if sys.platform != "win32":
            mine = os.fstat(self.descriptor)
            if (mine.st_uid, mine.st_gid) != (original.st_uid, original.st_gid):
                with suppress(PermissionError):
                    os.fchown(self.descriptor, original.st_uid, original.st_gid)
        os.fsync(self.descriptor)


class FreeNames:
    """Hands out the neutral names in one folder that nobody has, in order; each number once for its kind.

    Raises: OSError, when the folder cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = {path.stem for path in folder.iterdir()}
        self._next = {True: 1, False: 1}

    def give(self, temporary: Path, format_: Format) -> Path:
        """Move the file to the first name that is free; an existing file is never replaced. Raises: OSError."""
        is_video = format_ in VIDEOS
        for number in range(self._next[is_video], NAMES_MAX):
            target = self._folder.joinpath(neutral_name(number, format_))
            # Somebody else may take a name at any time, so the second question is the one that counts.
            if target.stem not in self._taken and _move_to_free(temporary, target):
                self._next[is_video] = number + 1
                return target
        raise FileExistsError(self._folder)


def put_in_place(temporary: Path, target: Path) -> Path:
    """Put the file in place of the target, and wait until the disk knows. Raises: OSError."""
    temporary.replace(target)
    if sys.platform != "win32":
        # Not every file system can do that, and the file is where it belongs.
        with suppress(OSError):
            _settle_folder(target.parent)
    return target


def sweep(folder: Path, now_ns: int) -> tuple[Path, ...]:
    """Remove what runs that were killed have left; gives what a run may still be working on. Raises: OSError."""
    left = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(PREFIX) or not entry.is_file(follow_symlinks=False):
                continue
            with suppress(FileNotFoundError):
                if now_ns - entry.stat(follow_symlinks=False).st_mtime_ns > _STALE_NANOSECONDS:
                    Path(entry.path).unlink()
                else:
                    left.append(Path(entry.path))
    return tuple(sorted(left))


def _move_to_free(temporary: Path, target: Path) -> bool:
    """False when the name is taken."""
    try:
        # The name and the whole file appear together.
        os.link(temporary, target)
    except FileExistsError:
        return False
    except OSError:
        return _reserve_and_move(temporary, target)
    temporary.unlink()
    return True


def _reserve_and_move(temporary: Path, target: Path) -> bool:
    """The same for disks without links, such as memory cards: an empty file holds the name meanwhile."""
    try:
        os.close(os.open(target, _FLAGS, 0o600))
    except FileExistsError:
        return False
    temporary.replace(target)
    return True


def _settle_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
