"""Which phone, app or computer has how many actions with steps of its own, and where nobody has confirmed the path.

For those who write the texts, in a terminal. It counts what is written; it cannot tell what is missing in the world.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from safety.library.codes import App, Phone
from safety.library.rules import LOOK_FOR, STEPS
from safety.library.schema import Item

PLATFORMS = (*(phone.value for phone in Phone if phone is not Phone.OTHER), *(app.value for app in App), "web")
WIDTH = 100
HEADINGS = ("", "steps", "confirmed", "look for", "general")


@dataclass(frozen=True)
class Reach:
    """The ids of the actions for one platform.

    ``confirmed`` and ``unconfirmed`` have a path of its own, ``general`` are about it with steps that fit anything.
    """

    platform: str
    confirmed: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    general: tuple[str, ...]


def reach(items: Iterable[Item]) -> tuple[Reach, ...]:
    """Every platform with its actions; retired ones are left out."""
    open_ = sorted((item for item in items if not item.retired), key=lambda item: item.id)
    return tuple(_of_platform(platform, open_) for platform in PLATFORMS)


def table(found: Iterable[Reach]) -> Iterator[str]:
    """The lines of the table, and below it the actions whose path nobody has confirmed."""
    rows = tuple(found)
    yield _line(HEADINGS)
    for row in rows:
        counts = (len(row.confirmed) + len(row.unconfirmed), len(row.confirmed), len(row.unconfirmed), len(row.general))
        yield _line((row.platform, *map(str, counts)))
    for row in rows:
        if row.unconfirmed:
            yield from ("", f"{row.platform}: nobody has confirmed")
            yield from textwrap.wrap(
                ", ".join(row.unconfirmed), WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
            )


def _of_platform(platform: str, items: list[Item]) -> Reach:
    marks = {item.id: [part.mark for part in item.sections if part.heading == platform] for item in items}
    return Reach(
        platform,
        confirmed=tuple(id_ for id_, found in marks.items() if found and LOOK_FOR not in found),
        unconfirmed=tuple(id_ for id_, found in marks.items() if LOOK_FOR in found),
        general=tuple(item.id for item in items if not marks[item.id] and _is_about(item, platform)),
    )


def _is_about(item: Item, platform: str) -> bool:
    named = {*(app.value for app in item.apps), *(phone.value for phone in item.phones)}
    return platform in named and any(part.heading == STEPS for part in item.sections)


def _line(cells: tuple[str, ...]) -> str:
    return f"{cells[0]:<16}" + "".join(f"{cell:>11}" for cell in cells[1:])
