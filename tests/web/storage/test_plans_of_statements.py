"""Every statement of a store finds its rows by an index: with many rows it costs what it costs with few."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert

from safety.check.saved.store import PLANS, UNUSED_DAYS, Plans
from safety.teach.room import store
from safety.teach.room.state import HOURS
from safety.web.storage.database import open_engine
from tests.teach.room.samples import ASKING, KEYS, OTHER_KEYS
from tests.teach.room.test_store import HOUR, revealed, says

MANY = 5_000
DAY = date(2026, 11, 23)
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}
# The tables that grow with visitors. Rooms are 2,000 at most, and 'tidied' has one row.
LARGE = ("plans", "room_answers")
# Every ten minutes, not for a visitor: answers whose room is gone have no other mark.
SWEEPS = "DELETE FROM room_answers WHERE (room_answers.room NOT IN"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database with many kept checks and many answers, and numbers that tell it so."""
    made = open_engine(database_url)
    days = [DAY - timedelta(days=number % UNUSED_DAYS) for number in range(MANY)]
    plans = [{"id": os.urandom(32), "sealed": b"s", "last_used": day} for day in days]
    answers = [
        {"room": number.to_bytes(16), "question": bytes(16), "slot": os.urandom(16), "choice": b"c"}
        for number in range(MANY)
    ]
    with made.begin() as connection:
        connection.execute(insert(PLANS), plans)
        connection.execute(insert(store.ANSWERS), answers)
        store.add(connection, KEYS, ASKING, HOUR)
    with made.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    yield made
    made.dispose()


@contextmanager
def explained(engine: Engine) -> Iterator[dict[str, str]]:
    """How the database goes about each statement of the block."""
    found: dict[str, str] = {}

    def explain(connection: Connection, cursor: Any, statement: str, parameters: Any, *rest: object) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            other = cursor.connection.cursor()
            other.execute(EXPLAIN[engine.dialect.name] + statement, parameters)
            found[statement] = "\n".join(str(row) for row in other.fetchall())
            other.close()

    event.listen(engine, "before_cursor_execute", explain)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", explain)


def act(engine: Engine) -> None:
    """All that the two stores do."""
    with engine.begin() as connection:
        for day in (DAY, DAY + timedelta(days=1)):
            plans = Plans(connection, day)
            plans.add(bytes([day.day]) * 32, b"sealed")
            plans.find(bytes([DAY.day]) * 32, to_change=True)
            plans.find(bytes([DAY.day]) * 32)
            plans.note(bytes([DAY.day]) * 32)
            plans.replace(bytes([DAY.day]) * 32, b"other")
            plans.delete(bytes([day.day]) * 32)
            plans.tidy()
        store.add(connection, OTHER_KEYS, ASKING, HOUR)
        for phone in range(8):
            store.answer(connection, KEYS, HOUR, bytes([phone]) * 16, says(0))
        store.answers(connection, KEYS, ASKING.key)
        store.change(connection, KEYS, HOUR, revealed)
        store.find(connection, KEYS, HOUR)
        store.remove(connection, KEYS)
        store.sweep(connection, HOUR + HOURS)


def scans(plan: str) -> bool:
    """Whether a large table is read from end to end."""
    return any(f"Seq Scan on {name}" in plan or f"SCAN {name}" in plan for name in LARGE)


def test_no_statement_reads_a_large_table_from_end_to_end(engine: Engine) -> None:
    """Kept checks and answers are found by their keys, and what is too old by its day."""
    with explained(engine) as found:
        act(engine)
    assert len(found) >= 15, "all of them were seen"
    assert [statement for statement, plan in found.items() if scans(plan) and not statement.startswith(SWEEPS)] == []
    assert any(statement.startswith(SWEEPS) and scans(plan) for statement, plan in found.items()), "it would be seen"
