"""The tables of kept checks: a look-up value, what is sealed, the day of last use. No more is known of anybody.

It seals and opens nothing. A change is one transaction, with the look before it: SQLite gives it the whole database,
PostgreSQL locks the row, so that of two devices none loses what the other did.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Column, Connection, Date, LargeBinary, MetaData, String, Table, delete, insert, select, update

from safety.web.storage.database import reading, transaction

UNUSED_DAYS: Final = 180
WHAT: Final = "plans"
_METADATA = MetaData()
PLANS = Table(
    "plans",
    _METADATA,
    Column("id", LargeBinary(32), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("last_used", Date, nullable=False),
)
TIDIED = Table("tidied", _METADATA, Column("what", String(20), primary_key=True), Column("day", Date, nullable=False))


class Plans:
    """The kept checks as one transaction sees them, on the day ``today``.

    ``to_note`` is the id of what was found and is not noted as used on this day.
    """

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection, self._today = connection, today
        self.to_note: bytes | None = None

    def find(self, id_: bytes, *, to_change: bool = False) -> bytes | None:
        """What is sealed under ``id_``, or None. It writes nothing: a full disk can be read.

        What was not used for 180 days is not found, whether it was deleted yet or not.
        """
        query = select(PLANS.c.sealed, PLANS.c.last_used).where(PLANS.c.id == id_)
        row = self._connection.execute(query.with_for_update() if to_change else query).first()
        if row is None or row.last_used < self._today - timedelta(days=UNUSED_DAYS):
            return None
        if row.last_used != self._today:
            self.to_note = id_
        return bytes(row.sealed)

    def note(self, id_: bytes) -> None:
        """Notes that what is under ``id_`` was used today. A clock that was set back takes no days from it."""
        earlier = PLANS.c.last_used < self._today
        self._connection.execute(update(PLANS).where(PLANS.c.id == id_, earlier).values(last_used=self._today))

    def add(self, id_: bytes, sealed: bytes) -> None:
        """Keeps ``sealed``."""
        self._connection.execute(insert(PLANS).values(id=id_, sealed=sealed, last_used=self._today))

    def replace(self, id_: bytes, sealed: bytes) -> None:
        """Keeps ``sealed`` instead of what was there."""
        self._connection.execute(update(PLANS).where(PLANS.c.id == id_).values(sealed=sealed))

    def delete(self, id_: bytes) -> None:
        """Deletes what is under ``id_``; what is not there stays away."""
        self._connection.execute(delete(PLANS).where(PLANS.c.id == id_))

    def tidy(self) -> None:
        """Deletes what was not used for 180 days, at most once a day. It wants a transaction of its own.

        On the first day after the clock has jumped nothing is lost. Ahead: days are counted from the day after the
        last tidying at most. Back: only the day is noted; from the next one on, days that have not come count as today,
        so that nothing stays for longer than promised.
        """
        noted = self._connection.execute(select(TIDIED.c.day).where(TIDIED.c.what == WHAT)).scalar()
        if noted is None:
            self._connection.execute(insert(TIDIED).values(what=WHAT, day=self._today))
        elif noted != self._today and self._note_after(noted) and noted < self._today:
            unused = PLANS.c.last_used < noted + timedelta(days=1) - timedelta(days=UNUSED_DAYS)
            self._connection.execute(delete(PLANS).where(unused))
            ahead = PLANS.c.last_used > self._today
            self._connection.execute(update(PLANS).where(ahead).values(last_used=self._today))

    def _note_after(self, noted: date) -> bool:
        """Notes the day; False when another process did while this one waited."""
        change = update(TIDIED).where(TIDIED.c.what == WHAT, TIDIED.c.day == noted).values(day=self._today)
        return self._connection.execute(change).rowcount == 1


@contextmanager
def plans(today: date, *, to_change: bool = True) -> Iterator[Plans]:
    """The kept checks, for one change, whole or not there; or for a look, which waits for no change.

    Raises:
        ServiceUnavailable: the database does not answer, or has no room; nothing was changed.
    """
    with transaction() if to_change else reading() as connection:
        yield Plans(connection, today)
