"""The database and its migrations: SQLite in one file, or PostgreSQL for several processes.

It knows no table: each feature's ``store`` has its own, and a migration that makes it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import ServiceUnavailable

from safety.config import Config
from safety.web import logs

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"
# `secure_delete` overwrites what is deleted, so that the file does not hold what a page says is gone.
PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON")
RETRY_SECONDS = 30
READS = {"unshared_reads": True}
TURN_SECONDS = 5.0
_TURN = threading.Lock()
# Any number that no other program on the same database uses.
MIGRATION_LOCK = 0x756E7368


def init(app: Flask, config: Config) -> None:
    """Keeps the engine; nothing is connected before it is used."""
    app.extensions["database"] = open_engine(config.database_url)


def engine() -> Engine:
    """The database of the site that answers this request."""
    found: Engine = current_app.extensions["database"]
    return found


@contextmanager
def transaction() -> Iterator[Connection]:
    """A change of this site's database, whole or not there.

    Raises:
        ServiceUnavailable: the database does not answer; nothing was changed.
    """
    with _answering(), _in_turn(engine()), engine().begin() as connection:
        yield connection


@contextmanager
def reading() -> Iterator[Connection]:
    """A look at this site's database at one moment. It waits for no change, and must make none.

    Raises:
        ServiceUnavailable: the database does not answer.
    """
    with _answering(), engine().connect().execution_options(**READS) as connection, connection.begin():
        yield connection


def open_engine(url: str) -> Engine:
    """An engine for ``url``; SQLite is set so that eight threads lose no change."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        # Addresses are written as other programs write them; the driver is ours to choose.
        return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=8)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_begin(connection: Connection) -> None:
    is_reading = connection.get_execution_options().items() >= READS.items()
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise ServiceUnavailable(retry_after=RETRY_SECONDS) from error


@contextmanager
def _in_turn(engine: Engine) -> Iterator[None]:
    """On SQLite the threads of this process change one after the other: who waits for its file is woken late."""
    if engine.dialect.name != "sqlite":
        yield
        return
    if not _TURN.acquire(timeout=TURN_SECONDS):
        raise ServiceUnavailable(retry_after=RETRY_SECONDS)
    try:
        yield
    finally:
        _TURN.release()


def _on_connect(connection: DBAPIConnection, record: object) -> None:
    # The driver's own transactions begin late and lose changes: we begin them ourselves.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def empty_log(engine: Engine) -> None:
    """Writes SQLite's log into its file and cuts it, so that neither holds what was deleted. PostgreSQL has none.

    Where somebody reads just now it is left for the next time.
    """
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        # It says in its answer, not by an error, that somebody was reading.
        is_busy = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        is_busy = True
    finally:
        connection.close()
    if is_busy:
        logs.event("log-not-emptied")


def upgrade(url: str, revision: str = "head") -> None:
    """Brings the database at ``url`` up to ``revision``."""
    _migrate(url, revision, down=False)


def downgrade(url: str, revision: str) -> None:
    """Takes the database at ``url`` back to ``revision``; tables that came later go with what they hold."""
    _migrate(url, revision, down=True)


def _migrate(url: str, revision: str, *, down: bool) -> None:
    # Alembic is slow to import, and serving pages does not need it.
    from alembic import command
    from alembic.config import Config as AlembicConfig

    alembic = AlembicConfig()
    alembic.set_main_option("script_location", str(MIGRATIONS))
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                # Of several processes that start at once, one makes the tables. SQLite has one writer anyway.
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
            alembic.attributes["connection"] = connection
            (command.downgrade if down else command.upgrade)(alembic, revision)
    finally:
        engine.dispose()
