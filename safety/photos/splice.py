"""Carry a plan out: the clean file as bytes, or written to an open file, without reading more than it copies.

Pieces end where pages of the target end, which halves the work of the system. Long ranges that keep their
place within a page are copied by the system itself, which on some disks lets both files share them.

Source: design document metadata.md, sections 1 and 14; copy_file_range(2), sendfile(2).
"""

import errno
import os
import sys
from collections.abc import Callable

from safety.photos.errors import CleanError
from safety.photos.limits import MEBIBYTE
from safety.photos.plan import Bytes, Keep, Plan
from safety.photos.source import FileSource, Source, check_range

_PAGE_BYTES = 4096
_PIECE_BYTES = 256 * 1024
# Less than this is not worth a step of its own: a video in pieces has a hundred thousand short ranges.
_LONG_BYTES = MEBIBYTE
# One step of the system cannot be interrupted.
_STEP_BYTES = 64 * MEBIBYTE

# What the system says when it cannot copy between these two files; there is always another way.
_CANNOT_COPY = (errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM, errno.EBADF)


def splice_to_bytes(plan: Plan, source: Source, max_bytes: int) -> bytes:
    """The clean file. Raises: CleanError too-large, when it would have more than `max_bytes`."""
    if plan.output_bytes > max_bytes:
        raise CleanError("too-large", bytes=str(max_bytes))
    pieces: list[bytes | memoryview] = []
    for op in plan.ops:
        if isinstance(op, Keep):
            check_range(source.size, op.offset, op.length)
            pieces.append(source.window(op.offset, op.length))
        else:
            pieces.append(op.literal if isinstance(op, Bytes) else bytes(op.length))
    return b"".join(pieces)


def splice_to_file(plan: Plan, source: Source, descriptor: int) -> None:
    """Write the clean file to an empty, open file.

    Raises: OSError, when the disk is full and the like; CleanError changed-while-reading.
    """
    writer = _Writer(descriptor)
    for op in plan.ops:
        if isinstance(op, Keep):
            check_range(source.size, op.offset, op.length)
            _copy(source, writer, op.offset, op.length)
        elif isinstance(op, Bytes):
            writer.write(op.literal)
        else:
            writer.skip(op.length)
    writer.flush()


def write_all(descriptor: int, content: bytes | memoryview) -> None:
    """Append bytes to an open file, however many steps that takes. Raises: OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _copy(source: Source, writer: "_Writer", offset: int, length: int) -> None:
    end = offset + length
    if isinstance(source, FileSource) and length >= _LONG_BYTES and (offset - writer.position) % _PAGE_BYTES == 0:
        # Disks share whole pages only, and the system copies half as fast again from the start of a large piece.
        offset = _copy_pieces(source, writer, offset, offset + -writer.position % _PIECE_BYTES)
        offset += writer.copy(source.descriptor, offset, end - offset)
    _copy_pieces(source, writer, offset, end)


def _copy_pieces(source: Source, writer: "_Writer", offset: int, end: int) -> int:
    while offset < end:
        piece = source.window(offset, min(end - offset, _PIECE_BYTES - writer.position % _PIECE_BYTES))
        if not piece:
            raise CleanError("changed-while-reading")
        writer.write(piece)
        offset += len(piece)
    return end


class _Writer:
    """An open file to append to; what is short waits until there is more of it."""

    def __init__(self, descriptor: int) -> None:
        self.position = 0
        self._descriptor = descriptor
        self._waiting: list[bytes | memoryview] = []
        self._waiting_bytes = 0

    def write(self, piece: bytes | memoryview) -> None:
        """Append bytes."""
        self._waiting.append(piece)
        self._waiting_bytes += len(piece)
        self.position += len(piece)
        if self._waiting_bytes >= _PIECE_BYTES or self.position % _PIECE_BYTES == 0:
            self.flush()

    def skip(self, length: int) -> None:
        """Append zeros: many as a hole, which costs no space."""
        if length < _PIECE_BYTES:
            self.write(bytes(length))
            return
        self.flush()
        self.position = os.lseek(self._descriptor, length, os.SEEK_CUR)
        # At once, since a hole at the end would be no part of the file.
        os.ftruncate(self._descriptor, self.position)

    def copy(self, descriptor: int, offset: int, length: int) -> int:
        """Append a range of another file; gives the bytes copied, fewer where the system cannot."""
        self.flush()
        copied = 0
        for step in _SYSTEM_STEPS:
            copied += _copy_by(step, descriptor, self._descriptor, offset + copied, length - copied)
        self.position += copied
        return copied

    def flush(self) -> None:
        """Write what waits."""
        gathered = self._waiting[0] if len(self._waiting) == 1 else b"".join(self._waiting)
        self._waiting, self._waiting_bytes = [], 0
        write_all(self._descriptor, gathered)


_Step = Callable[[int, int, int, int], int]


def _copy_by(step: _Step, from_descriptor: int, to_descriptor: int, offset: int, length: int) -> int:
    copied = 0
    while copied < length:
        try:
            done = step(from_descriptor, to_descriptor, min(length - copied, _STEP_BYTES), offset + copied)
        except OSError as error:
            if error.errno in _CANNOT_COPY:
                break
            raise
        if done == 0:
            break
        copied += done
    return copied


# Elsewhere the second of them sends to sockets only, and the first is missing.
_SYSTEM_STEPS: tuple[_Step, ...] = ()

if sys.platform == "linux":

    def _copy_range(from_descriptor: int, to_descriptor: int, length: int, offset: int) -> int:
        return os.copy_file_range(from_descriptor, to_descriptor, length, offset)

    def _send(from_descriptor: int, to_descriptor: int, length: int, offset: int) -> int:
        return os.sendfile(to_descriptor, from_descriptor, offset, length)

    # Both append to where the target stands.
    _SYSTEM_STEPS = (_copy_range, _send)
