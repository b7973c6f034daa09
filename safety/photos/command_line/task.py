"""What is done with one file, here or in another process: values in, a value out.

It prints nothing, and gives no lasting names: that is for the process that knows all files.
"""

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from safety.photos.command_line.gather import Item
from safety.photos.deliver import Delivery, clean_in_place, inspect_file, prepare, prepare_deep, put_at
from safety.photos.errors import CleanError
from safety.photos.limits import IN_MEMORY_MAX_BYTES
from safety.photos.outcome import Ending, Outcome, Refusal, Report, refused

if TYPE_CHECKING:
    from safety.photos.tags import Tag


class Doing(StrEnum):
    """What a person asked for."""

    INSPECT = "inspect"
    COPY_TO = "copy-to"
    COPY_INTO = "copy-into"
    COPY_OUT = "copy-out"
    IN_PLACE = "in-place"


class Task(NamedTuple):
    """What to do with each file. `target` is a file, or a folder; None is the folder of the original."""

    doing: Doing
    target: Path | None = None
    is_deep: bool = False
    wants_tags: bool = False

    def folder(self, item: Item) -> Path:
        """Where the copy of an item goes."""
        if self.target is None:
            return item.path.parent
        return self.target.parent if self.doing is Doing.COPY_TO else self.target


class Result(NamedTuple):
    """How it went: an outcome or a report, or else `problem`, which is what the system said.

    `output` is the clean file; with `is_unnamed` it still has to get its name, or to be discarded.
    `other_names` counts the further names of a file that was replaced: they still lead to the original.
    """

    item: Item
    told: Outcome | Report | None = None
    output: Path | None = None
    is_unnamed: bool = False
    other_names: int = 0
    tags: "tuple[Tag, ...]" = ()
    problem: OSError | None = None

    @property
    def refusal(self) -> Refusal | None:
        """Why there is no clean file, when the reason is in the file."""
        return self.told.refusal if self.told else None

    @property
    def is_other(self) -> bool:
        """True for what lay in a folder and is no photo: nobody asked to clean it."""
        return self.refusal is not None and self.refusal.code in ("not-recognised", "empty") and self.item.may_be_other

    @property
    def ending(self) -> str:
        """In one word, for counting: an `Ending`, "inspected" or "left-alone"."""
        if self.told is None:
            return Ending.FAILED.value
        if self.is_other:
            return "left-alone"
        if isinstance(self.told, Outcome):
            return self.told.kind.value
        return Ending.REFUSED.value if self.told.refusal else "inspected"


def perform(task: Task, item: Item) -> Result:
    """Do it; a fault of the disk, or of our own, ends this file and not the others."""
    try:
        return _perform(task, item)
    except OSError as error:
        return Result(item, problem=error)
    except Exception:
        # Nothing was written: what is half done is removed on the way here.
        return Result(item, refused(CleanError("internal-check-failed")))


def drop(result: Result) -> None:
    """Remove what was made for a result that nobody takes any more."""
    if result.is_unnamed and result.output is not None:
        # What cannot be removed now has a name by which it is found later.
        with suppress(OSError):
            result.output.unlink(missing_ok=True)


def _perform(task: Task, item: Item) -> Result:
    if item.is_stream or task.doing is Doing.COPY_OUT:
        # It is rare, and temporary files of the system are slow to load.
        from safety.photos.command_line.streams import perform_on_stream

        return perform_on_stream(task, item)
    if task.doing is Doing.INSPECT:
        return Result(item, inspect_file(item.path), tags=_tags_of(item.path) if task.wants_tags else ())
    if task.doing is Doing.IN_PLACE:
        names = item.path.stat().st_nlink
        delivery = clean_in_place(item.path)
        return Result(item, delivery.outcome, delivery.path, other_names=names - 1 if delivery.path else 0)
    make = prepare_deep if task.is_deep else prepare
    return handed_over(task, item, make(item.path, task.folder(item)))


def tags_in(content: bytes) -> "tuple[Tag, ...]":
    """All tags of a photo in memory, as a library reads them."""
    # It starts a process of its own, and only those wait for it who ask.
    from safety.photos.tags import tag_table

    return tag_table(content)


def _tags_of(path: Path) -> "tuple[Tag, ...]":
    with path.open("rb") as file:
        return tags_in(file.read(IN_MEMORY_MAX_BYTES))


def handed_over(task: Task, item: Item, prepared: Delivery) -> Result:
    """The result for a prepared copy: at its place, or still without a name. Raises: OSError."""
    if task.doing is Doing.COPY_TO and task.target is not None:
        prepared = put_at(prepared, task.target)
        return Result(item, prepared.outcome, prepared.path)
    return Result(item, prepared.outcome, prepared.path, is_unnamed=prepared.path is not None)
