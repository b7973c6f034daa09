"""What every test can use: one site for all, a client that checks each page it fetches, no network."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from safety import create_app
from safety.config import Config
from safety.library.schema import Library
from safety.web.storage import database
from tests import packed, policy, postgres
from tests.page import check_page

BROWSER_TESTS = Path(__file__).parent / "browser"
NO_POSTGRESQL = "there is no PostgreSQL server on this machine"
# The proof of privacy has the longest set-up of all, for all of its tests together.
LONGEST = ("test_canary.py", "test_many_posts.py", "test_killed.py")
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def pytest_configure(config: pytest.Config) -> None:
    """Names the markers that tie a test to a promise of the privacy page, and to an abuse case of docs/security.md."""
    config.addinivalue_line("markers", "promise(id): this test proves that promise of /privacy")
    config.addinivalue_line("markers", "attack(requirement, case): this abuse, by OWASP ASVS 5, does not work")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says in the last lines when PostgreSQL was tested nowhere: the site could be broken there and all be green."""
    skipped = terminalreporter.stats.get("skipped", [])
    count = sum(NO_POSTGRESQL in str(report.longrepr) for report in skipped)
    if count:
        terminalreporter.write_line("")
        terminalreporter.write_line(
            f"NOT TESTED ON POSTGRESQL: {NO_POSTGRESQL}; {count} tests were skipped.", yellow=True
        )


class CheckingClient(FlaskClient):
    """Asks as a browser does, from our own pages, and checks every answer as a visitor's browser would."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """The answer, after it was checked. A fault in it fails the test."""
        response = super().open(*args, **kwargs)
        faults = policy.faults(response)
        if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            faults += check_page(response, self.application)
        assert faults == [], f"{response.request.method} {response.request.path}: {faults}"
        return response


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begins with the longest: side by side with others, the last ones should be short."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """The configuration of a fresh checkout, with a folder of its own."""
    return Config.read({"INSTANCE": str(tmp_path_factory.mktemp("instance"))})


@pytest.fixture(scope="session")
def app(site_on_sqlite: Flask) -> Flask:
    """The site of most tests; one is enough, since visitors share nothing."""
    return site_on_sqlite


@pytest.fixture(scope="session")
def site_on_sqlite(config: Config) -> Flask:
    """The site on the real content and an empty database in one file."""
    database.upgrade(config.database_url)
    return make_app(config)


@pytest.fixture
def client(app: Flask) -> CheckingClient:
    """A visitor without a cookie, whose browser checks everything."""
    return visitor(app)


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """A program that says nothing about itself, such as curl; its answers are not checked."""
    return app.test_client()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind that the site runs on, with nothing in it, not even tables."""
    if request.param == "postgresql" and postgres.programs() is None:
        pytest.skip(NO_POSTGRESQL)
    return postgres.new_database() if request.param == "postgresql" else f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture
def database_url(new_database_url: str) -> str:
    """An empty database of each kind that the site runs on, in its newest form."""
    database.upgrade(new_database_url)
    return new_database_url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def site_on_each(request: pytest.FixtureRequest, config: Config) -> Iterator[Flask]:
    """The site on each kind of database: for tests of pages that keep something."""
    if request.param == "sqlite":
        yield request.getfixturevalue("site_on_sqlite")
        return
    if postgres.programs() is None:
        pytest.skip(NO_POSTGRESQL)
    url = postgres.new_database()
    database.upgrade(url)
    made = make_app(replace(config, database_url=url))
    yield made
    made.extensions["database"].dispose()


@pytest.fixture
def network() -> None:
    """Lets a test reach servers on this machine."""


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a test fail that reaches for another machine; browser tests have their own watch."""
    if request.path.is_relative_to(BROWSER_TESTS):
        return
    local = LOOPBACK if "network" in request.fixturenames else ()
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        assert isinstance(address, tuple), f"no connection to {address} in a test"
        assert address[0] in local, f"no connection to {address} in a test"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded)


@pytest.fixture(autouse=True)
def quiet_log() -> Iterator[None]:
    """Keeps the handler of one test's standard error stream from the next, and the log on."""
    # The reader of tags switches it off in its process, which may be this one.
    log = logging.getLogger("unshared")
    logging.disable(logging.NOTSET)
    before = log.handlers[:]
    yield
    log.handlers[:] = before


def make_app(config: Config) -> Flask:
    """A site whose log goes to no stream of a test that is over."""
    log = logging.getLogger("unshared")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    packed.put_into(config.instance)
    return create_app(config)


def visitor(app: Flask) -> CheckingClient:
    """A visitor of ``app``."""
    return CheckingClient(app, app.response_class, use_cookies=True)


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content in English."""
    # Here, so that a run that needs no content does not wait for it.
    from tests.content import LIBRARY

    return LIBRARY
