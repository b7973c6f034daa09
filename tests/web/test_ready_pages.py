"""Public pages that are kept ready: the same for everybody, nothing of anybody in them, and as Flask would answer."""

from __future__ import annotations

import gzip

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from werkzeug.test import Client, TestResponse

from safety.config import Config
from safety.web.ready_pages import SAME_FOR_EVERYBODY, Asked, ReadyPages
from safety.web.serving.serve import with_doors_open
from safety.web.shelf import Shelf
from tests.conftest import make_app
from tests.site.table import VISITS, Visit
from tests.web.test_caching import PUBLIC

# What one visitor may say of themselves and another not.
VISITORS = {
    "cookies": {"Cookie": "unshared=canary; __Host-unshared=canary; unshared-host=canary; other=canary"},
    "another language": {"Accept-Language": "ar, de;q=0.5"},
    "wishes": {"DNT": "1", "Sec-GPC": "1", "Save-Data": "on", "Sec-CH-Prefers-Color-Scheme": "dark"},
    "another browser": {"User-Agent": "canary/1.0", "Accept": "application/json", "Sec-Purpose": "prefetch"},
    "from elsewhere": {"Sec-Fetch-Site": "cross-site", "Origin": "https://canary.example", "Referer": "http://canary/"},
    "a proxy that nobody set up": {
        "X-Forwarded-Host": "canary.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.9",
        "Forwarded": "host=canary.example;proto=https", "X-Original-URL": "/canary", "X-Rewrite-URL": "/canary",
        "X-HTTP-Method-Override": "POST", "X-Forwarded-Prefix": "/canary", "X-Forwarded-Port": "99",
    },
    "a part": {"Range": "bytes=0-9", "If-Range": '"canary"', "If-Modified-Since": "Mon, 23 Nov 2026 00:00:00 GMT"},
}  # fmt: skip
GETS = [visit for visit in VISITS if visit.form is None]


def keeper(app: Flask) -> ReadyPages:
    """What keeps the pages of ``app``."""
    found: ReadyPages = app.extensions["ready-pages"]
    return found


@pytest.fixture
def shelf(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """An empty shelf for one test."""
    shelf = Shelf(1 << 25)
    monkeypatch.setattr(keeper(app), "shelf", shelf)
    return shelf


def addresses(shelf: Shelf) -> set[str]:
    """The addresses of all pages on a shelf."""
    return {asked.path for asked in shelf.kept() if isinstance(asked, Asked)}


def seen(response: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    """All of an answer."""
    return response.status_code, sorted(response.headers), response.data


def test_every_public_page_is_kept_and_nothing_else(app: Flask, stranger: FlaskClient, shelf: Shelf) -> None:
    """Each address of the site is asked for: what `caching` calls public is in the list, and the list is public."""
    stranger.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    public, listed = set(), set()
    for visit in GETS:
        response = visit.go(stranger)
        stranger.delete_cookie("unshared")
        if response.headers["Cache-Control"] == "no-cache":
            public.add(visit.path)
            listed.add(app.url_map.bind("localhost").match(visit.path)[0])
    assert addresses(shelf) == public
    assert listed == SAME_FOR_EVERYBODY


@pytest.mark.parametrize("visit", PUBLIC, ids=str)
def test_a_public_page_is_the_same_whoever_asks_first(stranger: FlaskClient, shelf: Shelf, visit: Visit) -> None:
    """To the byte, headers too: whatever the first visitor sends, the next ones get what nobody's browser changed."""
    plain = seen(stranger.get(visit.path))
    for name, says in VISITORS.items():
        shelf.forget()
        first = stranger.get(visit.path, headers=says, environ_overrides={"REMOTE_ADDR": "203.0.113.9"})
        assert seen(first) == plain, name
        assert len(shelf) == 1
        assert seen(stranger.get(visit.path)) == plain, name


@pytest.mark.parametrize("visit", PUBLIC, ids=str)
def test_a_kept_page_is_what_flask_would_answer(app: Flask, stranger: FlaskClient, visit: Visit) -> None:
    """No header and no byte of a page is lost or added on the way, but that all may be packed."""
    kept = stranger.get(visit.path, headers={"Accept-Encoding": "identity"})
    made = Client(keeper(app).site).get(visit.path, headers={"Accept-Encoding": "identity"})
    assert kept.data == made.data
    # When it was made; of a kept page the server tells when it is sent.
    del made.headers["Date"]
    assert dict(kept.headers) == dict(made.headers) | {"Vary": "Accept-Encoding"}


@pytest.mark.parametrize("visit", [visit for visit in VISITS if visit not in PUBLIC], ids=str)
def test_what_is_not_public_is_not_kept(stranger: FlaskClient, shelf: Shelf, visit: Visit) -> None:
    """Pages of one visitor, errors, leaving and the answers to posts."""
    stranger.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    assert visit.go(stranger).status_code == visit.status
    assert len(shelf) == 0


# Spellings that lead to a page or might, and words hung on an address: each is asked for before the plain address.
SPELLINGS = (
    "/help/", "//help", "/./help", "/help/.", "/x/../help", "/%68elp", "/HELP", "/help;x=canary", "/help%00",
    "/help%2f", "/help\\", "/help%20", "/check/all/007", "/talk/8-10/", "/talk//8-10", "/talk/%38-10",
    "/help?canary", "/help?lang=ar&x=<b>canary", "/help#canary", "/talk/8-10?_=canary", "/h%C3%A9lp", "/talk/%FF",
)  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_an_address_changes_a_page(stranger: FlaskClient, shelf: Shelf, spelling: str) -> None:
    """A query is not looked at; another spelling is kept nowhere. The plain page is the same before and after."""
    plain = {path: seen(stranger.get(path)) for path in ("/help", "/talk/8-10")}
    shelf.forget()
    response = stranger.get(spelling)
    assert "canary" not in response.text
    assert addresses(shelf) <= plain.keys()
    for path, page in plain.items():
        assert seen(stranger.get(path)) == page


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "localhost.evil.example", "evil.example:80", "user@localhost", "localhost#.evil.example",
        "localhost/evil", "localhost, evil.example", "localhost:1:2", "localhost:x", "localhost:123456", "", " ", "[",
        "local host", "localhost\tevil", "lo\xe9alhost", "localhost?x", "*", "a" * 300,
    ],
)  # fmt: skip
def test_a_page_for_an_odd_host_is_not_kept(stranger: FlaskClient, shelf: Shelf, host: str) -> None:
    """What we do not answer to, or cannot be a plain name with a port, never reaches the shelf."""
    response = stranger.get("/photos", headers={"Host": host})
    assert len(shelf) == 0
    assert "evil" not in response.text


def test_each_host_and_scheme_has_its_own_page(stranger: FlaskClient, shelf: Shelf) -> None:
    """The policy of a tool names the host: none gets the other's. Big letters and a default port are the same host."""
    for base in ("http://localhost", "http://127.0.0.1:8000", "https://localhost"):
        policy = stranger.get("/photos", base_url=base).headers["Content-Security-Policy"]
        assert f" {base.partition('//')[2]}/static/" in policy
    assert len(shelf) == 3
    for header in ("LOCALHOST", "Localhost:80"):
        policy = stranger.get("/photos", headers={"Host": header}).headers["Content-Security-Policy"]
        assert " localhost/static/" in policy
    assert len(shelf) == 3


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", ""), ("identity", ""), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("*", "br"),
        ("br;q=0, gzip", "gzip"), ("br;q=0.5, gzip;q=0.9", "gzip"), ("br;q=0, *;q=0", ""), ("compress", ""),
        ("BR", "br"), ("gzip;q=canary", ""), ("identity, br;q=0.1", ""), (",;=", ""),
    ],
)  # fmt: skip
def test_a_browser_gets_the_form_it_takes(stranger: FlaskClient, accepted: str, coding: str) -> None:
    """Packed as well as it knows, and the length of what is sent."""
    unpack = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
    plain = stranger.get("/help").data
    response = stranger.get("/help", headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding", "") == coding
    assert response.headers["Content-Length"] == str(len(response.data))
    assert unpack[coding](response.data) == plain
    assert "Accept-Encoding" in response.headers["Vary"]


@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
def test_a_head_has_the_headers_of_the_page(stranger: FlaskClient, coding: str) -> None:
    """And no body, before and after the page is kept."""
    says = {"Accept-Encoding": coding}
    first, page = stranger.head("/about", headers=says), stranger.get("/about", headers=says)
    assert (first.data, sorted(first.headers)) == (b"", sorted(page.headers))
    assert seen(stranger.head("/about", headers=says)) == seen(first)


def test_a_validator_counts_for_its_own_form_only(stranger: FlaskClient) -> None:
    """Weakened by a proxy, among others, or as a star it still saves the page; of another form it does not."""
    page = stranger.get("/about", headers={"Accept-Encoding": "br"})
    etag = page.headers["ETag"]
    for given in (etag, f"W/{etag}", f'"canary", {etag}', "*"):
        again = stranger.get("/about", headers={"Accept-Encoding": "br", "If-None-Match": given})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag), given
        assert {"Content-Length", "Content-Type", "Content-Encoding"} & set(again.headers.keys()) == set()
        assert again.headers["Content-Security-Policy"] == page.headers["Content-Security-Policy"]
    for accepted, given in (("gzip", etag), ("br", '"canary"'), ("br", "canary"), ("br", "")):
        says = {"Accept-Encoding": accepted, "If-None-Match": given}
        assert stranger.get("/about", headers=says).status_code == 200


def test_no_public_page_opens_the_database(stranger: FlaskClient, shelf: Shelf) -> None:
    """Made or kept: nobody's reading waits for it, and pages go on when it is away."""
    asked = []

    def note(*_: object) -> None:
        asked.append("a query")

    names = ("engine_connect", "before_cursor_execute", "begin")
    for name in names:
        event.listen(Engine, name, note)
    try:
        for visit in (*PUBLIC, *PUBLIC):
            assert stranger.get(visit.path).status_code == 200
    finally:
        for name in names:
            event.remove(Engine, name, note)
    assert len(shelf) == len({visit.path for visit in PUBLIC})
    assert asked == []


@pytest.mark.parametrize("hosts", ["", "unshared.example, www.unshared.example"])
def test_the_first_pages_are_there_before_anybody_comes(config: Config, hosts: str) -> None:
    """Where the site runs behind https they are the very pages that visitors ask for; none is made then."""
    config = Config.read({"INSTANCE": str(config.instance), "HOSTS": hosts})
    ready = keeper(with_doors_open(make_app(config), config))
    ready.site = never
    host = hosts.partition(",")[0] or "localhost"
    for path in ("/", "/help", "/help/services", "/photos", "/passwords", "/talk", "/teach"):
        page = Client(ready).get(path, base_url=f"https://{host}", headers={"Accept-Encoding": "br"})
        assert page.status_code == 200
        assert f"{host}/static/" in page.headers["Content-Security-Policy"] or path not in ("/photos", "/passwords")


def never(environ: object, start_response: object) -> list[bytes]:
    """A site that must not be asked."""
    raise AssertionError("a page was made while somebody waited")


@pytest.fixture(scope="module")
def class_site(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The site on a class network."""
    return make_app(Config.read({"INSTANCE": str(tmp_path_factory.mktemp("class"))}, lan=True))


def test_on_a_class_network_nothing_is_kept(class_site: Flask, config: Config) -> None:
    """There a page depends on who asks: what the laptop has just read stays closed to a phone."""
    client = class_site.test_client()
    assert client.get("/photos", environ_overrides={"REMOTE_ADDR": "127.0.0.1"}).status_code == 200
    assert client.get("/photos", environ_overrides={"REMOTE_ADDR": "192.168.7.31"}).status_code == 403
    assert "ready-pages" not in class_site.extensions
    assert with_doors_open(class_site, config) is class_site
