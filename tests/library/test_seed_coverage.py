"""Nothing of the page that the project grew from is lost: each statement is carried, and by what is still there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from safety.library.schema import Library
from safety.library.seed_coverage import carried


def test_every_statement_is_carried(library: Library) -> None:
    """All of them, in the order of the page: 100 %."""
    found = carried(library)
    assert list(found) == [statement.id for statement in library.seed]
    assert [statement for statement, records in found.items() if not records] == []


def test_a_retired_item_carries_nothing(library: Library) -> None:
    """What nobody gets any more does not count."""
    first = library.items[0]
    gone = replace(library, items=(replace(first, retired=date(2026, 1, 1)), *library.items[1:]))
    statement = first.seed[0]
    assert ("check", first.id) in carried(library)[statement]
    assert ("check", first.id) not in carried(gone)[statement]


def test_a_statement_without_a_record_is_seen(library: Library) -> None:
    """The count would show a gap."""
    bare = replace(library, shorts=(), items=tuple(replace(item, seed=()) for item in library.items))
    assert [name for name, records in carried(bare).items() if not records and name.startswith("tip-")] != []
