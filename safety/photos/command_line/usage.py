"""From the words of a command to a task, or to what is wrong with them, before anything is done."""

import stat
import sys
from argparse import Namespace
from pathlib import Path

from safety.photos.command_line.gather import STANDARD_INPUT
from safety.photos.command_line.task import Doing, Task
from safety.photos.command_line.telling import shown


class UsageError(Exception):
    """What a person asked for cannot be meant; the text says why."""


def make_task(options: Namespace) -> Task:
    """The task. Raises: UsageError."""
    folders = [Path(name) for name in options.files if name != STANDARD_INPUT and Path(name).is_dir()]
    if folders and not options.recursive:
        raise UsageError(f"{shown(folders[0])} is a folder; add --recursive")
    if options.files.count(STANDARD_INPUT) > 1:
        raise UsageError("standard input can be read once")
    if options.command == "inspect":
        return Task(Doing.INSPECT, wants_tags=options.tags)
    task = _cleaning_task(options)
    if task.doing is Doing.IN_PLACE:
        _check_in_place(options)
    elif task.doing is Doing.COPY_INTO:
        _check_folder(task.target, folders)
    elif len(options.files) > 1 or folders:
        raise UsageError("with several files, OUT has to be a folder that exists")
    elif task.doing is Doing.COPY_OUT:
        _check_standard_output(options)
    elif task.target is not None:
        _check_target(task.target, options.files[0])
    return task


def _cleaning_task(options: Namespace) -> Task:
    if options.in_place:
        return Task(Doing.IN_PLACE, is_deep=options.deep)
    if options.output == STANDARD_INPUT or (options.output is None and STANDARD_INPUT in options.files):
        return Task(Doing.COPY_OUT, is_deep=options.deep)
    target = Path(options.output) if options.output is not None else None
    doing = Doing.COPY_INTO if target is None or target.is_dir() else Doing.COPY_TO
    return Task(doing, target, options.deep)


def _check_in_place(options: Namespace) -> None:
    if options.deep:
        raise UsageError("--deep changes the picture, so it does not replace files; use -o")
    if STANDARD_INPUT in options.files:
        raise UsageError("standard input has no place; use -o")


def _check_folder(target: Path | None, folders: list[Path]) -> None:
    if folders and target is None:
        raise UsageError("with a folder, say where the copies go: -o OUT, or --in-place")
    if target is not None and any(folder.samefile(target) for folder in folders):
        raise UsageError("OUT is the folder itself; use another, or --in-place")


def _check_standard_output(options: Namespace) -> None:
    if options.json:
        raise UsageError("the picture and JSON cannot both go to standard output; use -o")
    if sys.stdout.isatty():
        raise UsageError("a picture cannot be written to a terminal; use -o, or > FILE")


def _check_target(target: Path, name: str) -> None:
    if not target.exists():
        return
    if not stat.S_ISREG(target.stat().st_mode):
        raise UsageError("OUT is no file that could be replaced")
    if name != STANDARD_INPUT and Path(name).exists() and target.samefile(name):
        raise UsageError("OUT is the file itself; use --in-place")
