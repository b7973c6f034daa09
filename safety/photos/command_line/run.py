"""Run one task over its files: in order, with a word about each; the worst of them is the exit status."""

import os
import sys
import time
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Final

from safety.photos.command_line import telling
from safety.photos.command_line.gather import Item, gather
from safety.photos.command_line.progress import Progress
from safety.photos.command_line.task import Doing, Result, Task, drop, perform
from safety.photos.deliver import Delivery, give_name
from safety.photos.limits import MEBIBYTE
from safety.photos.outcome import Ending, Outcome
from safety.photos.temporary import FreeNames, sweep

OK, FAILED, REFUSED, STOPPED = 0, 1, 2, 130
# Starting other processes takes as long as cleaning that much.
_WORTH_FILES: Final = 500
_WORTH_BYTES: Final = 512 * MEBIBYTE


def run_task(task: Task, names: Sequence[str], *, as_json: bool) -> int:
    """Do the task with all files; gives the exit status."""
    found = gather(names, task.target if task.doing is Doing.COPY_INTO else None)
    run = _Run(task, as_json, Progress(sys.stderr, found.items, time.monotonic_ns))
    for folder, error in found.unreadable:
        run.complain(f"{telling.shown(folder)}: This folder cannot be read. {telling.reason(error)}")
        run.endings[Ending.FAILED.value] += 1
    ended = 0
    try:
        with closing(_results(task, found.items)) as results:
            for result in results:
                run.take(result)
                ended += 1
    except (KeyboardInterrupt, ChildProcessError) as error:
        why = "Stopped" if isinstance(error, KeyboardInterrupt) else "The system ended a process of ours"
        run.complain(f"{why}. {len(found.items) - ended} of {len(found.items)} files were not worked on.")
        return STOPPED if isinstance(error, KeyboardInterrupt) else FAILED
    run.sweep()
    if len(found.items) != 1 or found.left_alone:
        run.sum_up(telling.summary(run.endings, found))
    return run.status


def is_work_for_many(task: Task, items: Sequence[Item], processors: int) -> bool:
    """True when several processes are done sooner than one."""
    if processors < 2 or len(items) < 2 or any(item.is_stream for item in items):
        return False
    return task.is_deep or len(items) >= _WORTH_FILES or sum(item.size for item in items) >= _WORTH_BYTES


def _results(task: Task, items: Sequence[Item]) -> Generator[Result, None, None]:
    work = partial(perform, task)
    if is_work_for_many(task, items, os.cpu_count() or 1):
        # Slow to load, and one photo does not need it.
        from safety.photos.command_line.workers import in_parallel

        yield from in_parallel(work, items, drop)
    else:
        yield from map(work, items)


class _Run:
    """What is said and counted while the results come in."""

    def __init__(self, task: Task, as_json: bool, progress: Progress) -> None:
        self.endings: Counter[str] = Counter()
        self._task = task
        self._as_json = as_json
        self._progress = progress
        self._names: dict[Path, FreeNames] = {}
        self._folders: dict[Path, None] = {}
        # Where the picture itself goes, words would be part of it.
        self._out = sys.stderr if task.doing is Doing.COPY_OUT else sys.stdout

    @property
    def status(self) -> int:
        """The worst ending: failed, then refused, then fine."""
        if self.endings[Ending.FAILED.value]:
            return FAILED
        return REFUSED if self.endings[Ending.REFUSED.value] else OK

    def take(self, result: Result) -> None:
        """Give the clean file its name, and say how it went."""
        try:
            result = self._named(result)
        except BaseException:
            drop(result)
            raise
        self.endings[result.ending] += 1
        if self._task.doing is not Doing.INSPECT and not result.item.is_stream:
            self._folders[self._task.folder(result.item)] = None
        self._progress.hide()
        self._tell(result)
        self._progress.advance(result.item.size)

    def complain(self, line: str) -> None:
        """A line on standard error."""
        self._progress.hide()
        sys.stderr.write(f"{line}\n")

    def sweep(self) -> None:
        """Remove what commands that were killed left where we wrote, and name what is too new for that."""
        for folder in self._folders:
            with suppress(OSError):
                for path in sweep(folder, time.time_ns()):
                    self.complain(f"{telling.shown(path)}: {telling.REST}")

    def sum_up(self, line: str) -> None:
        """The last line."""
        self._progress.hide()
        (sys.stderr if self._as_json else self._out).write(f"{line}\n")

    def _named(self, result: Result) -> Result:
        if not result.is_unnamed or result.output is None or not isinstance(result.told, Outcome):
            return result
        folder = result.output.parent
        names = self._names.setdefault(folder, FreeNames(folder))
        try:
            output = give_name(Delivery(result.told, result.output), names).path
        except OSError as error:
            drop(result)
            return Result(result.item, problem=error)
        return result._replace(output=output, is_unnamed=False)

    def _tell(self, result: Result) -> None:
        if self._as_json:
            import json

            is_cleaning = self._task.doing is not Doing.INSPECT
            record = telling.cleaning_record(result) if is_cleaning else telling.inspection_record(result)
            self._out.write(f"{json.dumps(record)}\n")
        for line in [] if self._as_json else telling.lines(self._task, result):
            self._out.write(f"{line}\n")
        complaint = telling.complaint(result)
        if complaint:
            self.complain(complaint)
