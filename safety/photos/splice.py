"""Carry a plan out: the clean file as bytes, or written to an open file, without reading more than it copies.

Source: design document metadata.md, sections 1 and 14.
"""

import errno
import os
import sys

from safety.photos.errors import CleanError
from safety.photos.limits import MEBIBYTE
from safety.photos.plan import Bytes, Keep, Plan, Zero
from safety.photos.source import FileSource, Source, check_range

_NO_RANGE_COPY = (errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM, errno.EBADF)


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
    """Write the clean file to an empty, open file, in pieces of at most a mebibyte.

    Raises: OSError, when the disk is full and the like; CleanError changed-while-reading.
    """
    for op in plan.ops:
        if isinstance(op, Keep):
            _copy(source, descriptor, op.offset, op.length)
        elif isinstance(op, Bytes):
            _write_all(descriptor, memoryview(op.literal))
        else:
            _skip(descriptor, op)


def _skip(descriptor: int, op: Zero) -> None:
    """Leave a hole, which reads as zeros and costs no space; the file is extended at once."""
    end = os.lseek(descriptor, op.length, os.SEEK_CUR)
    os.ftruncate(descriptor, end)


def _copy(source: Source, descriptor: int, offset: int, length: int) -> None:
    check_range(source.size, offset, length)
    if isinstance(source, FileSource):
        copied = _copy_range(source.descriptor, descriptor, offset, length)
        offset, length = offset + copied, length - copied
    while length > 0:
        piece = source.window(offset, min(length, MEBIBYTE))
        if not piece:
            raise CleanError("changed-while-reading")
        _write_all(descriptor, memoryview(piece))
        offset, length = offset + len(piece), length - len(piece)


def _copy_range(from_descriptor: int, to_descriptor: int, offset: int, length: int) -> int:
    """Bytes copied by the kernel; fewer than asked for where it cannot, and the caller goes on by hand."""
    copied = 0
    if sys.platform == "linux":
        while copied < length:
            try:
                step = os.copy_file_range(from_descriptor, to_descriptor, length - copied, offset + copied)
            except OSError as error:
                if error.errno in _NO_RANGE_COPY:
                    break
                raise
            if step == 0:
                break
            copied += step
    return copied


def _write_all(descriptor: int, piece: memoryview) -> None:
    while piece:
        piece = piece[os.write(descriptor, piece) :]
