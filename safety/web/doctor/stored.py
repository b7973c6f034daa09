"""The database: whether it answers, is of the right form, and writes down nothing of visitors.

It reads settings and the number of the form, no row of anybody. On a server that keeps a log elsewhere, as rented
databases do, only that server's own settings are seen.
Source: PostgreSQL 15, 20.8 error reporting and logging, checked 2026-11-23.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError

from safety.config import Config
from safety.web.doctor import machine
from safety.web.doctor.finding import Finding, fine, look, wrong
from safety.web.storage import database, postgresql

NAME: Final = "database"
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
MIN_POSTGRESQL: Final = 130_000
# Kept by the server for its own administrator, out of what the site may use.
RESERVED: Final = 3
# For a backup, an upgrade and this command, beside the site.
OTHERS: Final = 5
ASKED: Final = (
    "log_statement", "log_min_duration_statement", "log_min_duration_sample", "log_transaction_sample_rate",
    "log_min_error_statement", "log_error_verbosity", "log_parameter_max_length_on_error",
    "log_connections", "max_connections", "server_version_num", "shared_preload_libraries",
)  # fmt: skip
_EACH: Final = postgresql.POOL["pool_size"] + postgresql.POOL["max_overflow"]


@dataclass(frozen=True)
class Stored:
    """What a database says of itself. ``ahead_seconds`` is how far its clock is ahead of ours.

    ``settings`` are PostgreSQL's; ``server`` is its address, '' where it is on this machine.
    """

    kind: str
    revision: str
    wanted: str
    ahead_seconds: float = 0.0
    journal: str = ""
    server: str = ""
    is_encrypted: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)


def ask(config: Config) -> Stored | Finding:
    """What the database of ``config`` says, or why it cannot be asked."""
    try:
        url = make_url(config.database_url)
        if url.get_backend_name() == "sqlite" and not (config.instance / (url.database or "")).exists():
            return look(NAME, "SQLite's file is not there yet.", "The first start makes it.")
        engine = database.open_engine(config.database_url, hurried=True)
    except (SQLAlchemyError, ImportError):
        return wrong(NAME, "DATABASE_URL is not the address of a database.", "docs/database.md shows one.")
    try:
        with database.looking(engine) as connection:
            return _sqlite(connection) if engine.dialect.name == "sqlite" else _postgresql(connection, config)
    except SQLAlchemyError:
        # Its message may name the host and user; whoever reads this knows them, a copied report should not.
        return wrong(NAME, "The database does not answer, or has no tables yet.", "Run: flask --app app db upgrade")
    finally:
        engine.dispose()


def check(stored: Stored, workers: int) -> Iterator[Finding]:
    """All findings on ``stored``, with a site of ``workers`` processes."""
    yield fine(NAME, f"{stored.kind} answers.")
    yield form(stored)
    yield machine.apart("database clock", "The clock of the database", stored.ahead_seconds)
    if stored.kind == SQLITE:
        yield journal(stored.journal)
        return
    yield version(stored.settings)
    yield encrypted(stored)
    yield connections(stored.settings, workers)
    yield from logged(stored.settings)


def form(stored: Stored) -> Finding:
    """Whether the tables are those of this version."""
    if stored.revision == stored.wanted:
        return fine(NAME, f"Its tables are those of this version ({stored.revision}).")
    says = f"Its tables are of form {stored.revision or 'none'}; this version wants {stored.wanted}."
    return wrong(NAME, says, "Start this version of the site, or run: flask --app app db upgrade")


def journal(mode: str) -> Finding:
    """Whether SQLite keeps a write-ahead log: without it readers and writers wait for each other."""
    if mode == "wal":
        return fine(NAME, "SQLite keeps a write-ahead log.")
    return wrong(NAME, f"SQLite does not keep a write-ahead log ({mode}).", "Put its file on a local disk.")


def version(settings: Mapping[str, str]) -> Finding:
    """Whether the server still gets corrections."""
    number = int(settings.get("server_version_num", "0"))
    if number >= MIN_POSTGRESQL:
        return fine(NAME, f"PostgreSQL {number // 10_000}.{number % 10_000}.")
    return wrong(NAME, f"PostgreSQL {number // 10_000} is older than 13.", "Install a newer one.")


def encrypted(stored: Stored) -> Finding:
    """Whether what goes to the server and back can be read on the way."""
    if not stored.server:
        return fine(NAME, "The server is on this machine.")
    if stored.is_encrypted:
        return fine(NAME, "The connection to the server is encrypted.")
    do = "Add sslmode=verify-full to DATABASE_URL (docs/database.md)."
    if ipaddress.ip_address(stored.server).is_private:
        return look(NAME, f"The connection to {stored.server} is not encrypted; it is on a private network.", do)
    return wrong(NAME, f"The connection to {stored.server} is not encrypted.", do)


def connections(settings: Mapping[str, str], workers: int) -> Finding:
    """Whether the server takes as many connections as the site may open."""
    most, wanted = int(settings.get("max_connections", "0")), workers * _EACH + OTHERS + RESERVED
    if most >= wanted:
        return fine(NAME, f"It takes {most} connections; this machine's site may open {workers * _EACH}.")
    says = f"It takes {most} connections; {workers} processes of the site and its commands may want {wanted}."
    return wrong(NAME, says, f"Set max_connections = {wanted} or more in postgresql.conf.")


def logged(settings: Mapping[str, str]) -> Iterator[Finding]:
    """Whether the server's log would tell what visitors do, and when."""
    found = [*_statements(settings), *_values(settings), *_others(settings)]
    yield from found or [fine("database log", "Its log holds neither statements nor values nor connections.")]


def _statements(settings: Mapping[str, str]) -> Iterator[Finding]:
    for name, quiet in (
        ("log_statement", "none"),
        ("log_min_duration_statement", "-1"),
        ("log_min_duration_sample", "-1"),
        ("log_transaction_sample_rate", "0"),
    ):
        if settings.get(name, quiet) != quiet:
            says = f"{name} = {settings[name]} writes down when a visitor does what, with look-up values."
            yield wrong("database log", says, f"Set {name} = {quiet} in postgresql.conf.")


def _values(settings: Mapping[str, str]) -> Iterator[Finding]:
    name = "log_parameter_max_length_on_error"
    if settings.get(name, "0") != "0":
        says = f"{name} = {settings[name]} writes down the values of a statement that fails."
        yield wrong("database log", says, f"Set {name} = 0 in postgresql.conf.")
    silent = settings.get("log_min_error_statement") in ("fatal", "panic")
    if not silent:
        says = "A statement that fails is written down, without its values."
        yield look("database log", says, "Set log_min_error_statement = fatal in postgresql.conf.")
    if settings.get("log_error_verbosity", "default") != "terse":
        says = "An error may be written down with a look-up value of a row."
        yield look("database log", says, "Set log_error_verbosity = terse in postgresql.conf.")


def _others(settings: Mapping[str, str]) -> Iterator[Finding]:
    if settings.get("log_connections", "off") != "off":
        says = "log_connections is on: it names the site's own connections, no visitor."
        yield look("database log", says, "Set log_connections = off if nobody needs it.")
    watchers = [name for name in ("auto_explain", "pgaudit") if name in settings.get("shared_preload_libraries", "")]
    for name in watchers:
        yield look("database log", f"{name} is loaded, and may write down statements.", f"See what {name} is set to.")


def _sqlite(connection: Connection) -> Stored:
    journal = str(_one(connection, "PRAGMA journal_mode"))
    ahead = float(_one(connection, "SELECT (julianday('now') - 2440587.5) * 86400.0")) - time.time()
    return Stored(SQLITE, _revision(connection), database.newest(), ahead, journal)


def _postgresql(connection: Connection, config: Config) -> Stored:
    names = ", ".join(f"'{name}'" for name in ASKED)
    rows = connection.exec_driver_sql(f"SELECT name, setting FROM pg_settings WHERE name IN ({names})")  # noqa: S608  # names of ours
    settings = {str(name): str(value) for name, value in rows}
    ahead = float(_one(connection, "SELECT extract(epoch FROM clock_timestamp())")) - time.time()
    is_here = postgresql.is_here(make_url(config.database_url))
    server = "" if is_here else str(_one(connection, "SELECT host(inet_server_addr())") or "")
    is_encrypted = bool(_one(connection, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
    revision, wanted = _revision(connection), database.newest()
    return Stored(POSTGRESQL, revision, wanted, ahead, "", server, is_encrypted, settings)


def _revision(connection: Connection) -> str:
    return str(_one(connection, "SELECT version_num FROM alembic_version") or "")


def _one(connection: Connection, statement: str) -> Any:
    return connection.exec_driver_sql(statement).scalar()
