"""How the site talks to PostgreSQL: by TLS to other machines, with limits, and without a word about visitors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.engine import make_url
from werkzeug.exceptions import ServiceUnavailable

from safety.config import Config, ConfigError
from safety.web.storage import database, postgresql
from tests import postgres
from tests.conftest import NO_POSTGRESQL

HERE = [
    "postgresql:///unshared",
    "postgresql://site@/unshared?host=/run/postgresql",
    "postgresql://site@127.0.0.1/unshared",
    "postgresql://site@[::1]/unshared",
    "postgresql://site@localhost/unshared",
]
ELSEWHERE = [
    "postgresql://site@db/unshared",
    "postgresql://site@10.0.0.7/unshared",
    "postgresql://site@/unshared?host=localhost&host=db.example.org",
    "postgresql://site@localhost/unshared?host=localhost,db.example.org",
]


def opened(config: Config) -> Flask:
    """A site without pages."""
    made = Flask("database")
    database.init(made, config)
    return made


@pytest.fixture(scope="module")
def site(config: Config) -> Iterator[Flask]:
    """All that a site needs to ask PostgreSQL."""
    if postgres.programs() is None:
        pytest.skip(NO_POSTGRESQL)
    url = postgres.new_database()
    database.upgrade(url)
    made = opened(replace(config, database_url=url))
    yield made
    made.extensions["database"].dispose()


@pytest.mark.parametrize("address", HERE)
def test_a_server_on_this_machine_needs_no_tls(address: str) -> None:
    """What does not leave the machine is not read on the way."""
    assert "sslmode" not in postgresql.parameters(make_url(address), hurried=True)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_a_server_on_another_machine_is_asked_by_tls(address: str) -> None:
    """Unless the operator wrote something else into the address: that counts."""
    assert postgresql.parameters(make_url(address), hurried=True)["sslmode"] == "require"
    own = f"{address}{'&' if '?' in address else '?'}sslmode=verify-full&connect_timeout=9"
    assert not {"sslmode", "connect_timeout"} & postgresql.parameters(make_url(own), hurried=True).keys()


def test_what_a_connection_is_opened_with(site: Flask) -> None:
    """The server knows the name of the program, and gives up before a visitor would; nothing else is said."""
    wanted = {
        "application_name": "unshared",
        "lock_timeout": f"{postgresql.LOCK_SECONDS}s",
        "statement_timeout": f"{postgresql.STATEMENT_SECONDS}s",
        "idle_in_transaction_session_timeout": f"{postgresql.IDLE_SECONDS}s",
        "transaction_isolation": "read committed",
    }
    with site.app_context(), database.transaction() as connection:
        found = {name: connection.exec_driver_sql(f"SHOW {name}").scalar() for name in wanted}
    assert found == wanted


def test_a_command_takes_its_time(site: Flask) -> None:
    """A migration or a backup is not ended by the limits that are for visitors."""
    engine = database.open_engine(str(site.extensions["database"].url))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "0"
    engine.dispose()


def test_a_look_is_one_moment_and_changes_nothing(site: Flask) -> None:
    """What another one changes meanwhile is not seen, and the server refuses a change of its own."""
    with site.app_context(), database.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE canary (one integer)")
    with site.app_context():
        with database.reading() as looking:
            before = looking.exec_driver_sql("SELECT count(*) FROM canary").scalar()
            with database.transaction() as changing:
                changing.exec_driver_sql("INSERT INTO canary VALUES (1)")
            assert looking.exec_driver_sql("SELECT count(*) FROM canary").scalar() == before
        with pytest.raises(ServiceUnavailable), database.reading() as looking:
            looking.exec_driver_sql("INSERT INTO canary VALUES (2)")


def test_who_finds_no_free_connection_is_told(site: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """When all are taken the next one gets 'busy', not a fault of ours; with one free again it works."""
    engine = site.extensions["database"]
    monkeypatch.setattr(engine.pool, "_timeout", 0.01)
    most = postgresql.POOL["pool_size"] + postgresql.POOL["max_overflow"]
    taken = [engine.connect() for _ in range(most)]
    try:
        with site.app_context(), pytest.raises(ServiceUnavailable), database.transaction():
            pass
    finally:
        for connection in taken:
            connection.close()
    with site.app_context(), database.transaction() as free:
        assert free.exec_driver_sql("SELECT 1").scalar() == 1


def test_what_is_locked_too_long_is_told_and_the_rest_goes_on(site: Flask) -> None:
    """A row that another one holds: 'busy' after the limit; that is no lost database, so nobody else is refused."""
    with site.app_context(), database.transaction() as holding:
        holding.exec_driver_sql("LOCK TABLE tidied")
        with pytest.raises(ServiceUnavailable), database.transaction() as waiting:
            waiting.exec_driver_sql("SET LOCAL lock_timeout = '10ms'; LOCK TABLE tidied")
        with database.transaction() as other:
            assert other.exec_driver_sql("SELECT count(*) FROM plans").scalar() == 0


@pytest.mark.parametrize("address", ["nonsense", "mysql://a@b/c", "postgresql://site@host:port/unshared"])
def test_an_address_of_nothing_is_said_at_the_start(config: Config, address: str) -> None:
    """Before anybody is served, and with what to write."""
    with pytest.raises(ConfigError, match="DATABASE_URL is not the address of a database"):
        opened(replace(config, database_url=address))


def test_a_folder_that_cannot_be_made_is_said_at_the_start(config: Config, tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="folder of the database"):
        opened(replace(config, database_url=f"sqlite:///{tmp_path / 'file' / 'unshared.db'}"))


def test_what_is_said_of_a_server_that_is_away_holds_no_password() -> None:
    """The operator reads where it was looked for; the password is in no log."""
    with pytest.raises(database.DatabaseAway) as raised:
        database.upgrade("postgresql://site:canary-password@/unshared?host=/nowhere")
    assert "canary-password" not in str(raised.value)
    assert "DATABASE_URL" in str(raised.value)
