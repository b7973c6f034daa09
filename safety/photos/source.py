"""Random access to the bytes of one file, in memory or on disk, and a search that never holds the whole.

Every read names its range, which is compared with the size first. It maps no file into memory: the process
would be killed when somebody cuts the file short meanwhile.
"""

import errno
import os
import re
import stat
import sys
from types import TracebackType
from typing import Protocol, Self

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_FILE_BYTES

FIRST_WINDOW_BYTES = 4096
LARGEST_WINDOW_BYTES = 128 * 1024

# O_BINARY exists on Windows only, where text mode would change bytes. Without O_NONBLOCK, opening a pipe
# that nobody writes to would wait for ever.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
# Headers are small and stand close together: one read of the disk serves several of them.
_AHEAD_BYTES = FIRST_WINDOW_BYTES


class Source(Protocol):
    """What a planner reads from."""

    @property
    def size(self) -> int:
        """Bytes in the file."""

    def read(self, offset: int, length: int) -> bytes:
        """Exactly `length` bytes. Raises: CleanError damaged, when the range leaves the file."""

    def window(self, offset: int, length: int) -> bytes | memoryview:
        """Up to `length` bytes from `offset`, fewer at the end; without a copy where possible."""


class BytesSource:
    """A file that is in memory already."""

    def __init__(self, content: bytes) -> None:
        self._content, self._view = content, memoryview(content)
        self.size = len(content)

    def read(self, offset: int, length: int) -> bytes:
        """Exactly `length` bytes. Raises: CleanError damaged, when the range leaves the file."""
        check_range(self.size, offset, length)
        return self._content[offset : offset + length]

    def window(self, offset: int, length: int) -> bytes | memoryview:
        """Up to `length` bytes from `offset`; a few are copied, which is quicker than a view of them."""
        if offset < 0 or length < 0:
            offset, length = max(offset, 0), max(length, 0)
        content = self._content if length <= FIRST_WINDOW_BYTES else self._view
        return content[offset : offset + length]


class FileSource:
    """A file on disk, of any size, read by position; a context manager that closes it.

    It is opened by its path, or is open already and then left open. Raises: OSError when it cannot be opened,
    or is a folder; CleanError not-recognised for a pipe or a device, too-large, or changed-while-reading when
    the file got shorter or was written to.
    """

    def __init__(self, file: str | os.PathLike[str] | int) -> None:
        self._is_ours = not isinstance(file, int)
        self.descriptor = file if isinstance(file, int) else os.open(file, _OPEN_FLAGS)
        self.status = os.fstat(self.descriptor)
        try:
            _check_kind(self.status, file)
        except (OSError, CleanError):
            self.close()
            raise
        self.size = self.status.st_size
        # For a pattern and where its search began: the place before which no match ends.
        self.searched: dict[tuple[re.Pattern[bytes], int], int] = {}
        self._ahead, self._ahead_start = b"", 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; calling it twice does no harm."""
        if self._is_ours and self.descriptor >= 0:
            os.close(self.descriptor)
        self.descriptor = -1

    def read(self, offset: int, length: int) -> bytes:
        """Exactly `length` bytes. Raises: CleanError damaged or changed-while-reading."""
        check_range(self.size, offset, length)
        if length > _AHEAD_BYTES:
            return self._read_all(offset, length)
        at = offset - self._ahead_start
        if at < 0 or at + length > len(self._ahead):
            self._ahead = self._read_all(offset, min(_AHEAD_BYTES, self.size - offset))
            self._ahead_start, at = offset, 0
        return self._ahead[at : at + length]

    def window(self, offset: int, length: int) -> bytes | memoryview:
        """Up to `length` bytes from `offset`, fewer at the end of the file."""
        return self.read(offset, min(length, self.size - offset)) if offset < self.size else b""

    def skip(self, pattern: re.Pattern[bytes], start: int, end: int) -> int:
        """The place from `start` to `end` before which no match ends, as far as that is known already."""
        return start

    def check_unchanged(self) -> None:
        """Raises: CleanError changed-while-reading, when size or time of the file moved since opening."""
        if not is_same(os.fstat(self.descriptor), self.status):
            raise CleanError("changed-while-reading")

    def _read_all(self, offset: int, length: int) -> bytes:
        piece = _read_at(self.descriptor, length, offset)
        if len(piece) == length:
            return piece
        pieces = [piece]
        while piece and length > len(piece):
            offset, length = offset + len(piece), length - len(piece)
            piece = _read_at(self.descriptor, length, offset)
            pieces.append(piece)
        if not piece:
            raise CleanError("changed-while-reading")
        return b"".join(pieces)


if sys.platform == "win32":

    def _read_at(descriptor: int, length: int, offset: int) -> bytes:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, length)

else:
    _read_at = os.pread


def is_same(status: os.stat_result, other: os.stat_result) -> bool:
    """True when both are of one file that nobody wrote to in between."""
    return all(getattr(status, name) == getattr(other, name) for name in ("st_dev", "st_ino", "st_size", "st_mtime_ns"))


def _check_kind(status: os.stat_result, file: str | os.PathLike[str] | int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), file)
    if not stat.S_ISREG(status.st_mode):
        raise CleanError("not-recognised")
    if status.st_size > MAX_FILE_BYTES:
        raise CleanError("too-large", bytes=str(MAX_FILE_BYTES))


def check_range(size: int, offset: int, length: int) -> None:
    """Raises: CleanError damaged, when `length` bytes from `offset` are not all inside `size`."""
    if offset < 0 or length < 0 or offset + length > size:
        raise damaged("size")


def search(source: Source, pattern: re.Pattern[bytes], start: int, end: int, longest: int) -> int | None:
    """Offset of the first match between `start` and `end`, or None.

    `longest` is the longest text the pattern can match, so that a match across two windows is found. The
    pattern must not look at what stands around a match.
    """
    if not isinstance(source, FileSource):
        return _search(source, pattern, start, end, longest)
    found = _search(source, pattern, max(start, source.skip(pattern, start, end) - (longest - 1)), end, longest)
    before = end if found is None else found
    if before - start >= LARGEST_WINDOW_BYTES:
        source.searched[pattern, start] = before
    return found


def _search(source: Source, pattern: re.Pattern[bytes], start: int, end: int, longest: int) -> int | None:
    # Windows grow: a hostile file with a match every few bytes must not cost a large one per match.
    window_bytes = FIRST_WINDOW_BYTES
    while start < end:
        window = source.window(start, min(window_bytes, end - start))
        match = pattern.search(window)
        if match is not None:
            return start + match.start()
        if len(window) < longest or start + len(window) >= end:
            return None
        start += len(window) - (longest - 1)
        window_bytes = min(window_bytes * 2, LARGEST_WINDOW_BYTES)
    return None


def trim_end(source: Source, start: int, end: int, byte: bytes) -> int:
    """The smallest `end` such that the bytes taken off are all `byte`, not going below `start`."""
    while start < end:
        window_start = max(start, end - FIRST_WINDOW_BYTES)
        window = bytes(source.window(window_start, end - window_start))
        left = len(window.rstrip(byte))
        if left:
            return window_start + left
        end = window_start
    return end
