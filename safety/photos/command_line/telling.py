"""What the command line says: a few lines for each file, and one at the end; or JSON.

Names of files are hostile: what could rewrite a screen is taken out of them.
"""

import errno
import os
from collections import Counter
from pathlib import Path
from typing import Any, Final

from safety.photos import words
from safety.photos.command_line.gather import Found, Item
from safety.photos.command_line.task import Doing, Result, Task
from safety.photos.findings import Finding, printable
from safety.photos.names import told_by_name
from safety.photos.outcome import Ending, Outcome

_SHOWN_FINDINGS: Final = 5
_STREAM: Final = "Standard input"
_CANNOT_READ: Final = "This file cannot be read or written. Nothing was written."
REST: Final = "Left over by a command that was stopped, or in the hands of one that runs. Else it can be deleted."
_REASONS: Final = {
    errno.ENOENT: "There is no such file or folder.",
    errno.EACCES: "You have no right to read it, or to write in its folder.",
    errno.EPERM: "You have no right to read it, or to write in its folder.",
    errno.EROFS: "This disk can only be read.",
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "Your share of the disk is full.",
    errno.EFBIG: "The clean file would be larger than files may be here.",
    errno.EISDIR: "This is a folder.",
    errno.ENOTDIR: "A part of its path is no folder.",
    errno.ELOOP: "This link leads back to itself.",
    errno.EIO: "The disk has a fault.",
    errno.ENOSYS: "What draws pictures anew is not installed: pip install -r requirements.txt",
}
_DRAWN: Final = "Cleaned, and coded anew from what it shows, with a little loss."
_LEFT_ALONE: Final = ("of another kind", "linked", "hidden", "no files")
_ENDINGS: Final = {
    "inspected": "read",
    Ending.CLEANED.value: "cleaned",
    Ending.ALREADY_CLEAN.value: "already clean",
    Ending.REFUSED.value: "refused",
    Ending.FAILED.value: "failed",
}


def shown(path: Path) -> str:
    """A path that cannot rewrite a screen."""
    return printable(str(path)) or "-"


def name_of(item: Item) -> str:
    """What the messages about a file begin with."""
    return _STREAM if item.is_stream else shown(item.path)


def complaint(result: Result) -> str | None:
    """The line for standard error; None when all is well."""
    if result.problem is not None:
        return f"{name_of(result.item)}: {_CANNOT_READ} {reason(result.problem)}".rstrip()
    if result.refusal is None or result.is_other:
        return None
    return f"{name_of(result.item)}: {words.error_sentence(result.refusal.code, result.refusal.values).text()}"


def reason(error: OSError) -> str:
    """What the system said, in plain words."""
    number = error.errno or 0
    return _REASONS.get(number) or (os.strerror(number) if number else "")


def lines(task: Task, result: Result) -> list[str]:
    """The lines for standard output; none when there is a complaint."""
    told, keeps_name = result.told, task.doing is Doing.IN_PLACE
    if result.is_other:
        return [f"{name_of(result.item)}: Left alone. {words.ERRORS['not-recognised']}"]
    if told is None or told.refusal is not None:
        return []
    if isinstance(told, Outcome):
        target = f" → {shown(result.output)}" if result.output and not keeps_name else ""
        first = f"{name_of(result.item)}: {_DRAWN if task.is_deep else words.ENDINGS[told.kind]}{target}"
    else:
        first = f"{name_of(result.item)}: {words.FORMATS[told.format or '']}"
    said = [first, *_finding_lines(told.findings), *(f"  Kept: {words.KEPT[code]}" for code in told.kept)]
    said += [f"  {tag.group} {tag.name}: {tag.value}" for tag in result.tags]
    return said + (_name_lines(result) if keeps_name else [])


def summary(endings: Counter[str], found: Found) -> str:
    """The last line: how many files ended how, and what was left alone."""
    counted = [f"{endings[ending]} {word}" for ending, word in _ENDINGS.items() if endings[ending]]
    numbers = (endings["left-alone"], found.links, found.hidden, found.devices)
    left = [f"{number} {word}" for number, word in zip(numbers, _LEFT_ALONE, strict=True) if number]
    end = f" Left alone: {', '.join(left)}." if left else ""
    return f"{', '.join(counted) or 'No photo or video was found'}.{end}"


def inspection_record(result: Result) -> dict[str, Any]:
    """One file that was inspected, for JSON."""
    from safety.photos.record import report_record

    if result.told is None or isinstance(result.told, Outcome):
        return {"file": str(result.item.path), "error": _problem_record(result)}
    record = {"file": str(result.item.path), **report_record(result.told)}
    if result.tags:
        record["tags"] = [{"group": tag.group, "name": tag.name, "value": tag.value} for tag in result.tags]
    return record


def cleaning_record(result: Result) -> dict[str, Any]:
    """One file that was to be cleaned, for JSON; always the same keys."""
    from safety.photos.record import error_record, finding_record

    told, refusal = result.told, result.refusal
    return {
        "file": str(result.item.path),
        "ending": result.ending,
        "output": str(result.output) if result.output else None,
        "format": told.format if told else None,
        "findings": [finding_record(finding) for finding in told.findings] if told else [],
        "kept": list(told.kept) if told else [],
        "error": error_record(refusal) if refusal else _problem_record(result),
    }


def _problem_record(result: Result) -> dict[str, Any] | None:
    if result.problem is None:
        return None
    return {"code": "unreadable", "text": f"{_CANNOT_READ} {reason(result.problem)}".rstrip(), "values": {}}


def _finding_lines(findings: tuple[Finding, ...]) -> list[str]:
    said = [f"  {words.finding_sentence(finding).text()}" for finding in findings[:_SHOWN_FINDINGS]]
    more = len(findings) - _SHOWN_FINDINGS
    return [*said, f"  and {more} more"] if more > 0 else said


def _name_lines(result: Result) -> list[str]:
    said = [f"  {words.NAMES[kind].format(value=value)}" for kind, value in told_by_name(result.item.path.name)]
    if result.other_names:
        said.append("  This file has another name elsewhere on the disk. That one still leads to the original.")
    return said
