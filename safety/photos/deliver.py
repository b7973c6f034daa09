"""Clean files on disk: a new file beside the old one, or in its place, whole or not at all.

Times, owners and extended attributes of the original do not travel, since a new file is written.

Source: design document metadata.md, section 1.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from safety.photos.errors import CleanError
from safety.photos.limits import IN_MEMORY_MAX_BYTES
from safety.photos.names import neutral_name
from safety.photos.outcome import Ending, Outcome, Refusal, Report, clean_source, inspect_source, refused
from safety.photos.plan import Plan
from safety.photos.recognise import Format
from safety.photos.source import BytesSource, FileSource, Source
from safety.photos.splice import splice_to_file

_NAMES_MAX = 1_000_000


@dataclass(frozen=True)
class Delivery:
    """How a file on disk ended, and where its clean copy is; None when nothing was written."""

    outcome: Outcome
    path: Path | None = None


def inspect_file(path: Path) -> Report:
    """What a file on disk gives away. Raises: OSError."""
    try:
        with FileSource(path) as file:
            report = inspect_source(_read_once(file))
            file.check_unchanged()
            return report
    except CleanError as error:
        return Report(None, (), (), refusal=Refusal(error.code, error.values))


def clean_beside(path: Path, folder: Path) -> Delivery:
    """A clean copy in `folder` under the first free neutral name. Raises: OSError."""
    return _deliver(path, folder, lambda temporary, format_: _place_under_free_name(temporary, folder, format_))


def clean_to(path: Path, target: Path) -> Delivery:
    """A clean copy at `target`, replacing what is there. Raises: OSError."""
    return _deliver(path, target.parent, lambda temporary, format_: temporary.replace(target))


def clean_in_place(path: Path) -> Delivery:
    """The clean file in place of the original, under its name; untouched when clean. Raises: OSError."""
    target = path.resolve()

    def place(temporary: Path, format_: Format) -> Path:
        _settle(temporary)
        return temporary.replace(target)

    return _deliver(target, target.parent, place, skips_clean=True)


def _deliver(path: Path, folder: Path, place: Callable[[Path, Format], Path], *, skips_clean: bool = False) -> Delivery:
    with _temporary_file(folder) as temporary:
        try:
            with FileSource(path) as file:
                outcome = clean_source(_read_once(file), lambda plan: _written(plan, file, temporary))
                file.check_unchanged()
        except CleanError as error:
            outcome = refused(error)
        is_unwanted = skips_clean and outcome.kind is Ending.ALREADY_CLEAN
        if outcome.format is None or is_unwanted:
            return Delivery(outcome)
        # Whoever could read the original can read the copy, and nobody else.
        temporary.chmod(path.stat().st_mode & 0o777)
        return Delivery(outcome, place(temporary, outcome.format))


@contextmanager
def _temporary_file(folder: Path) -> Iterator[Path]:
    """An empty file in the folder of the result, so that a rename can move it; gone at the end."""
    descriptor, name = tempfile.mkstemp(prefix=".unshared-", dir=folder)
    os.close(descriptor)
    temporary = Path(name)
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _written(plan: Plan, source: Source, temporary: Path) -> Iterator[Source]:
    """Carry out the plan and give what is on disk then."""
    descriptor = os.open(temporary, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        splice_to_file(plan, source, descriptor)
    finally:
        os.close(descriptor)
    with FileSource(temporary) as written:
        yield _read_once(written)


def _read_once(file: FileSource) -> Source:
    """The file in memory when it is small, which saves a call for every header; else itself."""
    return BytesSource(file.read(0, file.size)) if file.size <= IN_MEMORY_MAX_BYTES else file


def _settle(path: Path) -> None:
    """Wait until the disk has the file, since the original is about to go."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _place_under_free_name(temporary: Path, folder: Path, format_: Format) -> Path:
    """Move the file to the first name that is free; an existing file is never replaced."""
    for number in range(1, _NAMES_MAX):
        target = folder / neutral_name(number, format_)
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        return temporary.replace(target)
    raise FileExistsError(folder)
