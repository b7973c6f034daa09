"""What carries each statement of the page that the project grew from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from safety.library.rules import carriers
from safety.library.schema import Library

WIDTH = 100


def carried(library: Library) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The folder and the id of every record that carries a statement, by the statement. A retired item carries none."""
    names = [
        (place, record)
        for place, records in carriers(library)
        for record in records
        if not getattr(record, "retired", None)
    ]
    return {
        statement.id: tuple(
            (place, record.id) for place, record in names if statement.id in getattr(record, "seed", ())
        )
        for statement in library.seed
    }


def lines(library: Library) -> Iterator[str]:
    """Each statement with how many records carry it, and below it their names."""
    for statement, names in carried(library).items():
        yield f"{library.language} {statement}: {len(names) or 'nothing yet'}"
        found = ", ".join("/".join(name) for name in names)
        yield from textwrap.wrap(found, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
