"""Clean files on disk: a new file beside the old one, or in its place, whole or not at all.

Times and extended attributes of the original do not travel, since a new file is written. What was written is
read again from the disk's cache before it gets a name.

Source: design document metadata.md, section 1.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from safety.photos.copied import CopiedSource
from safety.photos.errors import CleanError
from safety.photos.limits import IN_MEMORY_MAX_BYTES
from safety.photos.outcome import (
    Ending,
    Outcome,
    Refusal,
    Report,
    check_clean,
    check_plan,
    ended,
    inspect_source,
    refused,
)
from safety.photos.plan import Plan
from safety.photos.planner import make_plan
from safety.photos.source import FileSource, is_same
from safety.photos.splice import splice_to_file, write_all
from safety.photos.temporary import FreeNames, Temporary, put_in_place


class Delivery(NamedTuple):
    """How a file on disk ended, and where its clean copy is; None when nothing was written."""

    outcome: Outcome
    path: Path | None = None


def inspect_file(path: Path | int) -> Report:
    """What a file gives away, by its path or its descriptor. Raises: OSError."""
    try:
        with FileSource(path) as file:
            report = inspect_source(file)
            file.check_unchanged()
            return report
    except CleanError as error:
        return Report(None, (), (), refusal=Refusal(error.code, error.values))


def clean_beside(path: Path, folder: Path) -> Delivery:
    """A clean copy in `folder` under the first free neutral name. Raises: OSError."""
    return give_name(prepare(path, folder), FreeNames(folder))


def clean_to(path: Path, target: Path) -> Delivery:
    """A clean copy at `target`, replacing what is there. Raises: OSError."""
    return put_at(prepare(path, target.parent), target)


def clean_in_place(path: Path) -> Delivery:
    """The clean file in place of the original, under its name; untouched when clean. Raises: OSError."""
    try:
        with FileSource(path) as file:
            # The file behind a link is replaced, and the link stays.
            target = path.resolve()
            plan = make_plan(file)
            if plan.changes_nothing:
                check_plan(plan, plan.format)
                file.check_unchanged()
                return Delivery(ended(Ending.ALREADY_CLEAN, plan))
            temporary = _write(plan, file, target.parent, is_replacement=True)
        # Both are closed: Windows cannot move an open file, or put one in its place.
        with _removed_on_error(temporary):
            # Many programs save a file by putting a new one in its place; ours must not go over it.
            if not is_same(target.stat(), file.status):
                raise CleanError("changed-while-reading")
            put_in_place(temporary, target)
    except CleanError as error:
        return Delivery(refused(error))
    return Delivery(ended(Ending.CLEANED, plan), target)


def prepare(path: Path | int, folder: Path) -> Delivery:
    """A clean copy in `folder` that has no lasting name yet: whoever asked moves or removes it. Raises: OSError."""
    try:
        with FileSource(path) as file:
            plan = make_plan(file)
            temporary = _write(plan, file, folder)
    except CleanError as error:
        return Delivery(refused(error))
    return Delivery(ended(Ending.ALREADY_CLEAN if plan.changes_nothing else Ending.CLEANED, plan), temporary)


def prepare_deep(path: Path | int, folder: Path) -> Delivery:
    """The same with the picture coded anew. Raises: OSError, also ENOSYS as `deep_clean` does."""
    try:
        with FileSource(path) as file:
            if file.size > IN_MEMORY_MAX_BYTES:
                raise CleanError("too-large", bytes=str(IN_MEMORY_MAX_BYTES))
            outcome = deep_clean(file.read(0, file.size))
            file.check_unchanged()
            return store(outcome, folder, file.status)
    except CleanError as error:
        return Delivery(refused(error))


def deep_clean(content: bytes) -> Outcome:
    """The picture coded anew, in memory. Raises: OSError ENOSYS, when the decoders are not installed."""
    # Whoever does not ask for it does not wait until it is loaded.
    from safety.photos.deep import deep_clean_bytes

    try:
        return deep_clean_bytes(content, max_bytes=IN_MEMORY_MAX_BYTES)
    except RuntimeError as error:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from error


def store(outcome: Outcome, folder: Path, original: os.stat_result | None = None) -> Delivery:
    """Write a clean file that is in memory, as `prepare` does. Raises: OSError; CleanError."""
    if outcome.content is None or outcome.format is None:
        return Delivery(outcome)
    with Temporary(folder) as temporary:
        write_all(temporary.descriptor, outcome.content)
        check_clean(FileSource(temporary.descriptor), outcome.format)
        if original:
            temporary.share(original)
        temporary.kept = True
    return Delivery(outcome._replace(content=None), temporary.path)


def put_at(prepared: Delivery, target: Path) -> Delivery:
    """Move a prepared copy to `target`, replacing what is there. Raises: OSError, and then there is no copy."""
    if prepared.path is None:
        return prepared
    with _removed_on_error(prepared.path):
        return prepared._replace(path=prepared.path.replace(target))


def give_name(prepared: Delivery, names: FreeNames) -> Delivery:
    """Move a prepared copy to the next neutral name. Raises: OSError, and then there is no copy."""
    if prepared.path is None or prepared.outcome.format is None:
        return prepared
    with _removed_on_error(prepared.path):
        return prepared._replace(path=names.give(prepared.path, prepared.outcome.format))


def carry_out(plan: Plan, file: FileSource, descriptor: int) -> None:
    """Write the clean file to an empty, open file, and check what is there then. Raises: CleanError, OSError."""
    splice_to_file(plan, file, descriptor)
    check_clean(CopiedSource(descriptor, plan, file), plan.format)
    file.check_unchanged()


def _write(plan: Plan, file: FileSource, folder: Path, *, is_replacement: bool = False) -> Path:
    with Temporary(folder) as temporary:
        carry_out(plan, file, temporary.descriptor)
        temporary.share(file.status)
        if is_replacement:
            temporary.settle(file.status)
        temporary.kept = True
    return temporary.path


@contextmanager
def _removed_on_error(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
