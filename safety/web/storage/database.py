"""The database and its migrations: SQLite in one file, or PostgreSQL for several processes.

It knows no table: each feature's ``store`` has its own, and a migration that makes it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from flask import Flask, current_app
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from werkzeug.exceptions import ServiceUnavailable

from safety.config import OWNER_ALONE, Config, ConfigError
from safety.web import logs
from safety.web.storage import postgresql, sqlite_file
from safety.web.storage.answering import AWAY, RETRY_SECONDS, Answering

__all__ = ["AWAY", "RETRY_SECONDS"]

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
# `secure_delete` overwrites what is deleted, so that the file does not hold what a page says is gone.
PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON")
READS = {"unshared_reads": True}
READS_ONE_MOMENT = READS | {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
TURN_SECONDS = 5.0
_TURN = threading.Lock()
# Any number that no other program on the same database uses.
MIGRATION_LOCK = 0x756E7368


class DatabaseError(Exception):
    """The database cannot be used; the message says why and what to do. It holds no password."""


class DatabaseAway(DatabaseError):
    """It does not answer, or not as it should; it may by itself at any time."""


def init(app: Flask, config: Config) -> None:
    """Keeps the engine; nothing is connected before it is used.

    Raises:
        ConfigError: DATABASE_URL is no address of a database.
    """
    try:
        app.extensions["database"] = open_engine(config.database_url, hurried=True)
    except (ArgumentError, ImportError, ValueError):
        raise ConfigError(
            "DATABASE_URL is not the address of a database. Write one, such as "
            "postgresql://name:password@host/unshared, or leave it out: then the site keeps a file of its own."
        ) from None
    except OSError as error:
        raise ConfigError(f"The folder of the database cannot be made: {error.strerror}.") from None
    app.extensions["database-answering"] = Answering()


def engine() -> Engine:
    """The database of the site that answers this request."""
    found: Engine = current_app.extensions["database"]
    return found


@contextmanager
def transaction() -> Iterator[Connection]:
    """A change of this site's database, whole or not there.

    Raises:
        ServiceUnavailable: the database does not answer, or not in time; nothing was changed.
    """
    with _answering().asked() as answered, _in_turn(engine()), engine().begin() as connection:
        answered()
        yield connection


@contextmanager
def reading() -> Iterator[Connection]:
    """A look at this site's database at one moment. It waits for no change, and must make none.

    Raises:
        ServiceUnavailable: the database does not answer, or not in time.
    """
    with _answering().asked() as answered, looking(engine()) as connection:
        answered()
        yield connection


@contextmanager
def looking(engine: Engine) -> Iterator[Connection]:
    """A look at any database at one moment; what the driver says is not changed."""
    options = READS if engine.dialect.name == "sqlite" else READS_ONE_MOMENT
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def open_engine(url: str, *, hurried: bool = False) -> Engine:
    """An engine for ``url``; SQLite is set so that eight threads lose no change.

    With ``hurried`` it is for visitors: it waits for no PostgreSQL longer than they would, and makes no file.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() in postgresql.NAMES:
        return _open_postgresql(parsed, hurried=hurried)
    if not parsed.database or parsed.database == ":memory:":
        engine = create_engine(parsed)
    else:
        Path(parsed.database).parent.mkdir(mode=OWNER_ALONE, parents=True, exist_ok=True)
        engine = create_engine(parsed, pool_timeout=TURN_SECONDS)
        if hurried:
            sqlite_file.watch(engine, Path(parsed.database))
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _open_postgresql(url: URL, *, hurried: bool) -> Engine:
    parameters = postgresql.parameters(url, hurried=hurried)
    # Said to the server, whose own default may be another: rows are locked where it counts.
    engine = create_engine(
        url.set(drivername=postgresql.DRIVER),
        connect_args=parameters,
        isolation_level="READ COMMITTED",
        **postgresql.POOL,
    )
    if hurried:
        event.listen(engine, "do_connect", lambda _, __, words, named: postgresql.connect(words, named))
    return engine


def _answering() -> Answering:
    found: Answering = current_app.extensions["database-answering"]
    return found


def _on_begin(connection: Connection) -> None:
    is_reading = connection.get_execution_options().items() >= READS.items()
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")


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

    Where somebody reads just now, or the file cannot be had, it is left for the next time.
    """
    if engine.dialect.name != "sqlite":
        return
    try:
        with closing(engine.raw_connection()) as connection:
            # It says in its answer, not by an error, that somebody was reading.
            is_busy = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except (sqlite3.Error, *AWAY):
        is_busy = True
    if is_busy:
        logs.event("log-not-emptied")


def upgrade(url: str, revision: str = "head") -> None:
    """Brings the database at ``url`` up to ``revision``.

    Raises:
        DatabaseError: it does not answer, or is of a newer form than this program knows; nothing was changed.
    """
    _migrate(url, revision, down=False)


def downgrade(url: str, revision: str) -> None:
    """Takes the database at ``url`` back to ``revision``; tables that came later go with what they hold.

    Raises:
        DatabaseError: as for ``upgrade``.
    """
    _migrate(url, revision, down=True)


def newest() -> str:
    """The form of the database that this version of the site wants."""
    from alembic.script import ScriptDirectory

    return str(ScriptDirectory(str(MIGRATIONS)).get_current_head())


def _migrate(url: str, revision: str, *, down: bool) -> None:
    # Alembic is slow to import, and serving pages does not need it.
    from alembic import command
    from alembic.config import Config as AlembicConfig
    from alembic.util import CommandError

    alembic = AlembicConfig()
    alembic.set_main_option("script_location", str(MIGRATIONS))
    engine = open_engine(url)
    is_new = engine.dialect.name == "sqlite" and not Path(engine.url.database or "").exists()
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                # Of several processes that start at once, one makes the tables. SQLite has one writer anyway.
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
            alembic.attributes["connection"] = connection
            (command.downgrade if down else command.upgrade)(alembic, revision)
        if is_new:
            # Who has moved the file, or named another folder, shall read that this one holds nothing.
            logs.event("database-made")
    except CommandError:
        raise DatabaseError(
            "The database is of a newer form than this version of the site knows. Start the newer version, "
            "or restore a backup that this version made into an empty database."
        ) from None
    except DBAPIError as error:
        # The driver names host and user, never the password.
        raise DatabaseAway(
            f"The database cannot be used. Look whether it runs, and at DATABASE_URL. It says: {error.orig}"
        ) from error
    finally:
        engine.dispose()
