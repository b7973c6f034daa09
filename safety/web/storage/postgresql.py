"""How this site talks to PostgreSQL: nobody waits long, nothing is said of visitors, to another machine only by TLS.

What the operator wrote into DATABASE_URL wins over everything here. It makes no engine and knows no table.
Source: PostgreSQL 15, 34.1.2 parameter key words, 20.11 client connection defaults, checked 2026-11-23.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.engine import URL

from safety.config import LOCAL_NAMES

if TYPE_CHECKING:
    from psycopg import Connection

# Addresses are written as other programs write them; the driver is ours to choose.
NAMES: Final = ("postgresql", "postgres")
DRIVER: Final = "postgresql+psycopg"
LOCK_SECONDS, STATEMENT_SECONDS, WAIT_SECONDS, CONNECT_SECONDS, IDLE_SECONDS = 3, 5, 6, 3, 15
# For each process: threads of the server, and what works beside them.
POOL: Final = {"pool_size": 8, "max_overflow": 4, "pool_timeout": 3, "pool_pre_ping": True}
ALWAYS: Final = {"application_name": "unshared", "connect_timeout": CONNECT_SECONDS}
# Before the program gives up itself the server does, and says why.
LIMITS: Final = {
    "lock_timeout": LOCK_SECONDS,
    "statement_timeout": STATEMENT_SECONDS,
    "idle_in_transaction_session_timeout": IDLE_SECONDS,
}
# A server whose machine is gone is noticed in as many seconds, not in the two hours of the system.
ALIVE: Final = {"keepalives_idle": 5, "keepalives_interval": 3, "keepalives_count": 2, "tcp_user_timeout": 10_000}


def parameters(url: URL, *, hurried: bool) -> dict[str, Any]:
    """What a connection to ``url`` is opened with. A ``hurried`` one gives up after seconds: a visitor waits for it."""
    wanted: dict[str, Any] = {**ALWAYS, **ALIVE}
    if hurried:
        wanted["options"] = " ".join(f"-c {name}={seconds}s" for name, seconds in LIMITS.items())
    if not is_here(url):
        wanted["sslmode"] = "require"
    return {name: value for name, value in wanted.items() if name not in url.query}


def is_here(url: URL) -> bool:
    """Whether the server is on this machine: a socket, or an address that does not leave it."""
    named = url.query.get("host", url.host or "")
    hosts = named.split(",") if isinstance(named, str) else named
    return all(host in ("", *LOCAL_NAMES) or host.startswith(("/", "@")) for host in hosts)


def connect(words: Sequence[Any], parameters: dict[str, Any]) -> Connection[Any]:
    """A connection that gives up when the server says nothing for seconds, as one does that stands still."""
    # A site on SQLite does not need it.
    from psycopg import Connection, OperationalError

    class Hurried(Connection[Any]):
        def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
            try:
                return super().wait(gen, interval, timeout or WAIT_SECONDS)
            except OperationalError as error:
                if error.sqlstate is None:
                    # What was asked may still be answered: nobody may use this connection again.
                    self.pgconn.finish()
                raise

    return Hurried.connect(*words, **parameters)
