"""What ails the database, in one word for the log: who runs the site learns what to do, and nothing of visitors.

The words that the driver itself has are never written: they can hold what was sent.
Source: SQLite, result and error codes; PostgreSQL 15, appendix A, checked 2026-11-23.
"""

from __future__ import annotations

import threading
import time
from typing import Final

from safety.web import logs

AGAIN_SECONDS: Final = 60
OTHER: Final = "refuses"
AWAY: Final = "away"
# By how SQLite's names of errors begin; what has a part of its own stands before what it is a part of.
OF_SQLITE: Final = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_FULL": "full",
    "SQLITE_READONLY": "read-only",
    "SQLITE_CANTOPEN": "gone",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_IOERR": "unwritable",
}
OF_POSTGRESQL: Final = {
    "53100": "full",
    "53300": "has-no-connection-left",
    "25006": "read-only",
    "55P03": "locked",
    "40001": "contended",
    "40P01": "contended",
    "57014": "slow",
    "42P01": "has-no-tables",
    "XX001": "damaged",
    "XX002": "damaged",
}


def word(error: BaseException) -> str:
    """The word for an error of SQLAlchemy or of a driver."""
    cause = getattr(error, "orig", None) or error
    name = getattr(cause, "sqlite_errorname", None)
    if name is not None:
        if "no such table" in str(cause):
            return OF_POSTGRESQL["42P01"]
        return next((found for begins, found in OF_SQLITE.items() if name.startswith(begins)), OTHER)
    state = getattr(cause, "sqlstate", "")
    # A driver's error without a state: nobody answered. These states are said by a server that comes or goes.
    if state is None or state.startswith(("08", "57P")):
        return AWAY
    return OF_POSTGRESQL.get(state, OTHER)


class Told:
    """Which troubles were written down when: each at most once a minute, however many visitors meet it."""

    def __init__(self) -> None:
        self._at: dict[str, float] = {}
        self._lock = threading.Lock()

    def tell(self, error: BaseException) -> None:
        """Writes down what ails the database, unless that was just done."""
        found, now = word(error), time.monotonic()
        with self._lock:
            if found in self._at and now < self._at[found] + AGAIN_SECONDS:
                return
            self._at[found] = now
        logs.event(f"database-{found}")
