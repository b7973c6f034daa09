"""The tables of kept checks: a look-up value, what is sealed, the day of last use. No more is known of anybody.

It seals and opens nothing. All that one request does here is one transaction: SQLite gives it the whole database,
PostgreSQL locks the row, so that of two devices none loses what the other did.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Column, Connection, Date, LargeBinary, MetaData, String, Table, delete, insert, select, update

from safety.web.database import transaction

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

    ``first_today`` tells that one was found for the first time on this day.
    """

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection, self._today = connection, today
        self.first_today = False

    def find(self, id_: bytes, *, to_change: bool = False) -> bytes | None:
        """What is sealed under ``id_``, or None. To be found is to be used: the day is noted, once a day.

        What was not used for 180 days is not found, whether it was deleted yet or not.
        """
        query = select(PLANS.c.sealed, PLANS.c.last_used).where(PLANS.c.id == id_)
        row = self._connection.execute(query.with_for_update() if to_change else query).first()
        if row is None or row.last_used < self._today - timedelta(days=UNUSED_DAYS):
            return None
        if row.last_used != self._today:
            self._connection.execute(update(PLANS).where(PLANS.c.id == id_).values(last_used=self._today))
            self.first_today = True
        return bytes(row.sealed)

    def add(self, id_: bytes, sealed: bytes) -> None:
        """Keeps ``sealed``."""
        self._connection.execute(insert(PLANS).values(id=id_, sealed=sealed, last_used=self._today))

    def replace(self, id_: bytes, sealed: bytes) -> None:
        """Keeps ``sealed`` instead of what was there."""
        self._connection.execute(update(PLANS).where(PLANS.c.id == id_).values(sealed=sealed, last_used=self._today))

    def delete(self, id_: bytes) -> None:
        """Deletes what is under ``id_``; what is not there stays away."""
        self._connection.execute(delete(PLANS).where(PLANS.c.id == id_))

    def tidy(self) -> None:
        """Deletes what was not used for 180 days, at most once a day. It wants a transaction of its own.

        The days are counted from the day after the last tidying at most: when the clock jumps ahead, nothing is
        deleted on the first day. A clock that is set back deletes less, never more.
        """
        noted = self._connection.execute(select(TIDIED.c.day).where(TIDIED.c.what == WHAT)).scalar()
        if noted is None:
            self._connection.execute(insert(TIDIED).values(what=WHAT, day=self._today))
        elif noted != self._today and self._note_after(noted):
            counted = min(self._today, noted + timedelta(days=1))
            unused = PLANS.c.last_used < counted - timedelta(days=UNUSED_DAYS)
            self._connection.execute(delete(PLANS).where(unused))

    def _note_after(self, noted: date) -> bool:
        """Notes the day; False when another process did while this one waited."""
        change = update(TIDIED).where(TIDIED.c.what == WHAT, TIDIED.c.day == noted).values(day=self._today)
        return self._connection.execute(change).rowcount == 1


@contextmanager
def plans(today: date) -> Iterator[Plans]:
    """The kept checks, for one change or one look, whole or not there.

    Raises:
        ServiceUnavailable: the database does not answer, or has no room; nothing was changed.
    """
    with transaction() as connection:
        yield Plans(connection, today)
