"""Random access to the bytes of one file, in memory or on disk, and a search that never holds the whole.

It does not buffer: every read names its range and is compared with the size first.
"""

import os
import re
import sys
from types import TracebackType
from typing import Protocol, Self

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_FILE_BYTES, MEBIBYTE

FIRST_WINDOW_BYTES = 4096
LARGEST_WINDOW_BYTES = MEBIBYTE


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
        self._view = memoryview(content)
        self.size = len(content)

    def read(self, offset: int, length: int) -> bytes:
        """Exactly `length` bytes. Raises: CleanError damaged, when the range leaves the file."""
        check_range(self.size, offset, length)
        return bytes(self._view[offset : offset + length])

    def window(self, offset: int, length: int) -> bytes | memoryview:
        """Up to `length` bytes from `offset`, as a view."""
        return self._view[max(offset, 0) : max(offset, 0) + max(length, 0)]


class FileSource:
    """A file on disk, of any size, read by position; a context manager that closes it.

    Raises: OSError when it cannot be opened; CleanError too-large, or changed-while-reading when
    the file got shorter or was written to.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        # O_BINARY exists on Windows only, where text mode would change bytes.
        self.descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        status = os.fstat(self.descriptor)
        self._stamp = (status.st_size, status.st_mtime_ns)
        self.size = status.st_size
        if self.size > MAX_FILE_BYTES:
            self.close()
            raise CleanError("too-large", bytes=str(MAX_FILE_BYTES))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; calling it twice does no harm."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def read(self, offset: int, length: int) -> bytes:
        """Exactly `length` bytes. Raises: CleanError damaged or changed-while-reading."""
        check_range(self.size, offset, length)
        pieces = []
        while length > 0:
            piece = self._read_some(offset, length)
            if not piece:
                raise CleanError("changed-while-reading")
            pieces.append(piece)
            offset += len(piece)
            length -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def window(self, offset: int, length: int) -> bytes | memoryview:
        """Up to `length` bytes from `offset`, fewer at the end of the file."""
        return self.read(offset, min(length, self.size - offset)) if offset < self.size else b""

    def check_unchanged(self) -> None:
        """Raises: CleanError changed-while-reading, when size or time of the file moved since opening."""
        status = os.fstat(self.descriptor)
        if (status.st_size, status.st_mtime_ns) != self._stamp:
            raise CleanError("changed-while-reading")

    def _read_some(self, offset: int, length: int) -> bytes:
        if sys.platform != "win32":
            return os.pread(self.descriptor, length, offset)
        os.lseek(self.descriptor, offset, os.SEEK_SET)
        return os.read(self.descriptor, length)


def check_range(size: int, offset: int, length: int) -> None:
    """Raises: CleanError damaged, when `length` bytes from `offset` are not all inside `size`."""
    if offset < 0 or length < 0 or offset + length > size:
        raise damaged("size")


def search(source: Source, pattern: re.Pattern[bytes], start: int, end: int, longest: int) -> int | None:
    """Offset of the first match between `start` and `end`, or None.

    `longest` is the longest text the pattern can match, so that a match across two windows is found.
    """
    # Windows grow: a hostile file with a match every few bytes must not cost a mebibyte per match.
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
