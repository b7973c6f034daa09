"""Clean what comes on standard input, or give what is clean on standard output.

Nothing is given before it is whole and checked. What is too large for memory waits in files without a name,
which are gone with the process.
"""

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from safety.photos.command_line.gather import Item
from safety.photos.command_line.task import Doing, Result, Task, handed_over, tags_in
from safety.photos.deliver import Delivery, carry_out, deep_clean, inspect_file, prepare, prepare_deep, store
from safety.photos.errors import CleanError
from safety.photos.limits import IN_MEMORY_MAX_BYTES, MEBIBYTE
from safety.photos.outcome import Ending, Outcome, Report, clean_bytes, ended, inspect_bytes, refused
from safety.photos.planner import make_plan
from safety.photos.source import FileSource


def perform_on_stream(task: Task, item: Item) -> Result:
    """Do the task, from standard input or to standard output. Raises: OSError."""
    try:
        return _perform(task, item)
    except CleanError as error:
        return Result(item, refused(error))


def _perform(task: Task, item: Item) -> Result:
    with _spooled(sys.stdin.buffer) if item.is_stream else _opened(item.path) as spooled:
        if task.doing is Doing.INSPECT:
            tags = tags_in(spooled) if task.wants_tags and isinstance(spooled, bytes) else ()
            return Result(item, _inspect(spooled), tags=tags)
        if task.doing is Doing.COPY_OUT:
            return Result(item, _give(task, spooled, sys.stdout.buffer))
        return handed_over(task, item, _prepare(task, spooled, task.folder(item)))


@contextmanager
def _spooled(stream: BinaryIO) -> Iterator[bytes | int]:
    """All of a stream, in memory when it fits there, else the descriptor of a file that holds it."""
    start = io.BytesIO()
    while start.tell() <= IN_MEMORY_MAX_BYTES:
        piece = stream.read(MEBIBYTE)
        if not piece:
            yield start.getvalue()
            return
        start.write(piece)
    with tempfile.TemporaryFile() as spool:
        spool.write(start.getbuffer())
        start = io.BytesIO()
        shutil.copyfileobj(stream, spool, MEBIBYTE)
        spool.flush()
        yield spool.fileno()


@contextmanager
def _opened(path: Path) -> Iterator[bytes | int]:
    """The same for a file."""
    with FileSource(path) as file:
        yield file.read(0, file.size) if file.size <= IN_MEMORY_MAX_BYTES else file.descriptor


def _inspect(spooled: bytes | int) -> Report:
    return inspect_bytes(spooled, IN_MEMORY_MAX_BYTES) if isinstance(spooled, bytes) else inspect_file(spooled)


def _clean(task: Task, content: bytes) -> Outcome:
    return deep_clean(content) if task.is_deep else clean_bytes(content, IN_MEMORY_MAX_BYTES)


def _prepare(task: Task, spooled: bytes | int, folder: Path) -> Delivery:
    if isinstance(spooled, bytes):
        return store(_clean(task, spooled), folder)
    return prepare_deep(spooled, folder) if task.is_deep else prepare(spooled, folder)


def _give(task: Task, spooled: bytes | int, output: BinaryIO) -> Outcome:
    """Write the clean file to a stream, after it is checked; nothing when there is none."""
    outcome = _clean(task, spooled) if isinstance(spooled, bytes) else _give_large(task, spooled, output)
    output.write(outcome.content or b"")
    output.flush()
    return outcome


def _give_large(task: Task, descriptor: int, output: BinaryIO) -> Outcome:
    if task.is_deep:
        raise CleanError("too-large", bytes=str(IN_MEMORY_MAX_BYTES))
    with FileSource(descriptor) as file, tempfile.TemporaryFile() as clean:
        plan = make_plan(file)
        carry_out(plan, file, clean.fileno())
        clean.seek(0)
        shutil.copyfileobj(clean, output, MEBIBYTE)
    return ended(Ending.ALREADY_CLEAN if plan.changes_nothing else Ending.CLEANED, plan)
