"""PostgreSQL stops, stands still, or is away at start: reading goes on, and nothing that was acknowledged is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests import postgres
from tests.faults.conftest import NewInstance
from tests.faults.visitors import Keeper, Lesson, assert_calm
from tests.process import Answer, Client, Process, start
from tests.serving import until

pytestmark = pytest.mark.skipif(postgres.programs() is None, reason="there is no PostgreSQL server on this machine")
VISITORS = 8


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    """A server of these tests' own."""
    with postgres.own_server() as server:
        yield server


@pytest.fixture(scope="module")
def site(server: postgres.Server, new_instance: NewInstance) -> Iterator[Process]:
    """A site whose database is away when it starts; it comes while the site is up."""
    server.stop()
    with start(new_instance(), DATABASE_URL=server.url) as process:
        visitor = Client(process)
        assert visitor.get("/help").status == 200
        assert_calm(Keeper.begin(process).keep())
        assert_calm(visitor.post("/join", code="ABCD-EFGH"))
        server.start()
        keeper = Keeper.begin(process)
        assert until(lambda: keeper.keep().status == 200)
        yield process


def test_a_site_starts_without_its_database(site: Process) -> None:
    """Help is there at once; kept checks come with the database, and the log says what was missing, once."""
    assert site.log().count("The database cannot be used") == 1
    assert "database-back" in site.log()
    assert "Traceback" not in site.log()


def test_a_database_that_stops_takes_nothing_with_it(site: Process, server: postgres.Server) -> None:
    """Kept checks and rooms say 'not now', all other pages go on; when it is back all is there, and it goes on."""
    keeper, lesson, visitor = Keeper.kept(site), Lesson.begin(site), Client(site)
    phone = lesson.join(site)
    assert keeper.tick(0).status == 200
    assert lesson.answer(phone)
    server.stop()
    for answer in (keeper.tick(1), visitor.post("/join", code=lesson.code), lesson.host.get("/teach/room/desk")):
        assert_calm(answer)
    for path in ("/", "/help", "/check", "/photos", "/join", "/healthz"):
        assert visitor.get(path).status == 200
    server.start()
    assert until(lambda: keeper.tick(2).status == 200)
    assert keeper.taken <= (keeper.elsewhere(site) or set())
    assert lesson.answers() == 1
    assert "Traceback" not in site.log()


def test_connections_that_are_cut_are_opened_anew(site: Process, server: postgres.Server) -> None:
    """As when PostgreSQL is restarted between two requests: nobody notices."""
    keeper = Keeper.kept(site)
    server.cut()
    assert keeper.tick(0).status == 200
    assert keeper.elsewhere(site) == keeper.taken


def test_a_database_that_stands_still_holds_nobody_else(site: Process, server: postgres.Server) -> None:
    """While eight wait for it in vain, help is answered; they are told 'not now' in the end, and later ones at once."""
    keepers = [Keeper.kept(site) for _ in range(VISITORS)]
    ended: list[Answer] = []
    threads = [threading.Thread(target=lambda one=one: ended.append(one.tick(0))) for one in keepers]
    with server.standing_still():
        for thread in threads:
            thread.start()
        for path in ("/help", "/", "/talk", "/photos"):
            assert Client(site).get(path).status == 200
        assert ended == [], "all of these were answered while the others waited"
        for thread in threads:
            thread.join()
        assert len(ended) == VISITORS
        for answer in ended:
            assert_calm(answer)
    assert until(lambda: keepers[0].tick(1).status == 200)
    assert all(one.taken <= (one.elsewhere(site) or set()) for one in keepers)
