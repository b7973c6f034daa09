"""How a page is made and kept ready, on a small site whose one page is counted, and whose clock is the test's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest
from flask import Flask, Response, abort, request
from werkzeug.test import Client

from safety.web import caching
from safety.web.ready_pages import ReadyPages
from tests.serving import until

HELLO = "Hello. " * 50


@dataclass
class Site:
    """A site with one listed page, which does what the test says, and a day."""

    view: Callable[[], object] = lambda: HELLO
    day: date = date(2026, 11, 23)
    made: int = 0
    keeper: ReadyPages = field(init=False)

    def __post_init__(self) -> None:
        app = Flask("small", static_folder=None)
        app.extensions["languages"] = {"en": None}
        caching.init(app)
        app.add_url_rule("/", "pages.home", self._page, methods=["GET", "POST"])
        app.add_url_rule("/own", "check.plan", self._page)
        self.keeper = ReadyPages(app, lambda host, scheme: host == "localhost", lambda: self.day)

    def _page(self) -> object:
        self.made += 1
        return self.view()

    def client(self) -> Client:
        """A visitor."""
        return Client(self.keeper)


@pytest.fixture
def site() -> Site:
    """A site that nobody has asked yet."""
    return Site()


def test_a_page_is_made_once(site: Site) -> None:
    """For all who take the same form; each form is made once."""
    for accepted, made in (("br", 1), ("br", 1), ("gzip", 2), ("br", 2), ("", 3)):
        assert site.client().get("/", headers={"Accept-Encoding": accepted}).status_code == 200
        assert site.made == made


def test_at_midnight_a_page_is_made_anew(site: Site) -> None:
    """A page that tells how long ago something was checked is right on the next day."""
    site.view = lambda: f"{site.day}"
    assert [site.client().get("/").text for _ in range(2)] == ["2026-11-23"] * 2
    site.day = date(2026, 11, 24)
    assert [site.client().get("/").text for _ in range(2)] == ["2026-11-24"] * 2
    assert site.made == 2


def test_of_many_who_ask_at_once_one_makes_it(site: Site) -> None:
    """While a page is made, others who want it wait for it instead of making it as well."""
    goes_on, pages = threading.Event(), list[str]()

    def slow() -> str:
        assert goes_on.wait(10)
        return HELLO

    site.view = slow
    threads = [threading.Thread(target=lambda: pages.append(site.client().get("/").text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    assert until(lambda: site.made == 1)
    goes_on.set()
    for thread in threads:
        thread.join()
    assert (site.made, pages) == (1, [HELLO] * 8)


@pytest.mark.parametrize("count", [1, 3])
def test_an_error_is_answered_and_not_kept(site: Site, count: int) -> None:
    """Nor packed, which would be work for one; when the trouble is over, the page is there."""
    site.view = lambda: abort(503)
    for _ in range(count):
        answer = site.client().get("/", headers={"Accept-Encoding": "br"})
        assert (answer.status_code, "Content-Encoding" in answer.headers) == (503, False)
    assert (site.made, len(site.keeper.shelf)) == (count, 0)
    site.view = lambda: HELLO
    assert site.client().get("/").text == HELLO


def with_cookie() -> Response:
    """A page that sets a cookie."""
    response = Response(HELLO)
    response.set_cookie("canary", "1")
    return response


def private() -> str:
    """A page that says it is one visitor's."""
    caching.private()
    return HELLO


def streamed() -> Response:
    """A page that comes in parts."""
    return Response(part for part in (HELLO, HELLO))


def clearing() -> Response:
    """A page that makes a browser forget."""
    return Response(HELLO, headers={"Clear-Site-Data": '"cache"'})


@pytest.mark.parametrize("view", [with_cookie, private, streamed, clearing, lambda: (HELLO, 203), lambda: ("", 204)])
def test_a_listed_page_that_is_not_public_after_all_is_not_kept(site: Site, view: Callable[[], object]) -> None:
    """Being in the list is not enough: the answer has the last word."""
    site.view = view
    for _ in range(2):
        site.client().get("/")
    assert (site.made, len(site.keeper.shelf)) == (2, 0)


def test_nothing_of_who_asks_is_there_when_a_page_is_made(site: Site) -> None:
    """A view that would show all it is told shows nothing of a visitor."""
    site.view = lambda: repr([sorted(request.headers), request.cookies, request.query_string, request.remote_addr])
    says = {"Cookie": "canary=1", "User-Agent": "canary", "X-Canary": "canary", "Authorization": "Basic Y2FuYXJ5"}
    other = site.client().get("/?canary", headers=says, environ_overrides={"REMOTE_ADDR": "10.9.8.7"})
    assert other.text == "[[('Accept-Language', 'en'), ('Host', 'localhost')], ImmutableMultiDict([]), b'', None]"


def test_what_is_not_listed_gets_the_request_as_it_came(site: Site) -> None:
    """Pages of one visitor and posts see everything, and are made each time."""
    site.view = lambda: request.headers.get("X-Canary", "")
    for _ in range(2):
        assert site.client().get("/own", headers={"X-Canary": "mine"}).text == "mine"
        assert site.client().post("/", headers={"X-Canary": "mine"}).text == "mine"
    assert (site.made, len(site.keeper.shelf)) == (4, 0)


def test_below_another_folder_it_stands_aside(site: Site) -> None:
    """Where a server puts the site below a folder, addresses on a page begin with it: nothing is kept."""
    assert site.client().get("/", environ_overrides={"SCRIPT_NAME": "/folder"}).text == HELLO
    assert len(site.keeper.shelf) == 0


@pytest.mark.parametrize("host", ["evil.example", "localhost:80:80", "localhost/x", "", "LOCALHOST.evil.example"])
def test_a_host_that_is_not_ours_is_left_to_the_site(site: Site, host: str) -> None:
    """Whatever the site answers then, it is for who asked alone."""
    assert site.client().get("/", headers={"Host": host}).text == HELLO
    assert len(site.keeper.shelf) == 0
