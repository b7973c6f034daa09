"""The list of what to look at again, as lines of plain text to print and tick."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from safety.library.upkeep import Task, Way

WIDTH = 100
HEADINGS = {
    Way.CALL: (
        "Call",
        "Say at once that you check a number for a list of helplines, ask, and be brief. Never call an emergency "
        "number to try it: those are under 'Open'. Where a crisis line shows its number on its own page, that is "
        "enough.",
    ),
    Way.OPEN: (
        "Open",
        "Open each address. Compare the page with the lines that begin with '-'. Nothing has to be uploaded or signed.",
    ),
    Way.READ: (
        "Read the law",
        "Is it in force? Are the time, what starts it and what a request holds still the same? In doubt ask a lawyer.",
    ),
}
AFTER = (
    "Looked at, and nothing has changed: set 'reviewed' of the row to today. Something has changed: correct the row "
    "first. No longer there, or not sure: take the row out. Then: flask --app app content check"
)


def report(found: Iterable[Task], today: date, days: int) -> Iterator[str]:
    """The lines of the list: to call, to open, to read; countries in the order of their oldest entry."""
    tasks = tuple(found)
    if not tasks:
        yield f"Nothing is older than {days} days. {today}."
        return
    yield f"To look at again on {today}: {len(tasks)} things that nobody has looked at for {days} days or more."
    for way, (title, advice) in HEADINGS.items():
        chosen = [task for task in tasks if task.way is way]
        if chosen:
            yield from ("", f"{title} ({len(chosen)})", "=" * len(f"{title} ({len(chosen)})"), *_wrapped(advice, ""))
            yield from _by_country(chosen)
    yield from ("", *_wrapped(AFTER, ""))


def _by_country(tasks: list[Task]) -> Iterator[str]:
    first = {task.country: number for number, task in reversed(list(enumerate(tasks)))}
    ordered = sorted(tasks, key=lambda task: first[task.country])
    for country, group in groupby(ordered, key=lambda task: task.country):
        yield ""
        if country:
            yield country
        for task in group:
            yield f"[ ] {task.reviewed}  {task.name}"
            yield from (f"      {target}" for target in task.targets)
            for part in task.compare:
                yield from _wrapped(f"- {part}", "        ")
            yield f"      {task.place}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )
