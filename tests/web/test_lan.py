"""On a class network other machines get the room and pages to read, and everything else answers the laptop alone."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from waitress import wasyncore

from safety.config import Config
from safety.web import lan
from safety.web.serving.own_addresses import own_addresses
from safety.web.serving.server import make_server
from safety.web.storage import database
from tests.conftest import CheckingClient, make_app, visitor

PUPIL = "192.168.7.31"
LAPTOP = "127.0.0.1"
# What answers a pupil's phone: written out a second time, so that opening a page is never done by accident.
OPEN = {
    "GET /", "GET /.well-known/security.txt", "GET /about", "GET /check/all", "GET /check/all/<int:number>",
    "GET /healthz", "GET /help", "GET /help/beside", "GET /help/first-hour", "GET /help/host", "GET /help/safety",
    "GET /help/services", "GET /help/way-back", "GET /help/work", "GET /join", "GET /join/<code>",
    "GET /join/<code>/now", "GET /join/<code>/wall", "GET /leave", "GET /new", "GET /privacy", "GET /sources",
    "GET /talk", "GET /talk/<age>", "GET /talk/<age>/<id_>", "GET /talk/cards", "GET /talk/easy/<id_>",
    "GET /talk/for/<id_>", "GET /talk/scenes", "GET /talk/scenes/<id_>", "GET /talk/teens", "GET /talk/teens/<id_>",
    "GET /talk/together", "GET /talk/together/<id_>", "GET /talk/told-me", "GET /teach/quiet",
    "POST /help/services", "POST /help/way-back", "POST /join", "POST /join/<code>", "POST /join/<code>/answer",
    "POST /join/<code>/leave",
}  # fmt: skip
CLOSED_SAYS = "This page stays closed in class"


@pytest.fixture(scope="module")
def class_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The site as `python app.py --lan` starts it."""
    config = class_config(tmp_path_factory.mktemp("class"))
    database.upgrade(config.database_url)
    return make_app(config)


def class_config(instance: Path) -> Config:
    """The configuration of a class network with a folder of its own."""
    return Config.read({"INSTANCE": str(instance), "PROXIES": "1", "HOSTS": "example.org"}, lan=True)


def comes_from(app: Flask, address: str) -> CheckingClient:
    """A visitor whose socket has this address."""
    client = visitor(app)
    client.environ_base["REMOTE_ADDR"] = address
    return client


def requests(app: Flask) -> list[tuple[str, str]]:
    """Method and address of everything that the site has, with something in each gap."""
    asked = {"GET", "POST", "PUT", "PATCH", "DELETE"}
    return sorted(
        (method, rule.rule) for rule in app.url_map.iter_rules() for method in asked & set(rule.methods or ())
    )


def filled(rule: str) -> str:
    """An address that the rule takes."""
    rule = re.sub(r"<any\((\w+)[^>]*>", r"\1", rule)
    return re.sub(r"<[^>]+>", lambda gap: "7" if gap[0].startswith("<int") else "none", rule)


def test_only_what_is_listed_answers_a_phone(class_app: Flask) -> None:
    """Every route of the site is asked by a pupil's phone; a new one is closed until somebody opens it on purpose."""
    client = class_app.test_client()
    client.environ_base = {"REMOTE_ADDR": PUPIL, "HTTP_SEC_FETCH_SITE": "same-origin"}
    answered = {
        f"{method} {rule}"
        for method, rule in requests(class_app)
        if CLOSED_SAYS not in client.open(filled(rule), method=method).text
    }
    assert answered == OPEN


def test_nothing_is_listed_that_is_not_there(class_app: Flask) -> None:
    """A page that was renamed is not left open under an old name."""
    there = {rule.endpoint for rule in class_app.url_map.iter_rules()}
    assert lan.OPEN - there == set()
    assert lan.OPEN_POSTS - there == set()


@pytest.mark.parametrize("path", ["/check", "/teach/room/desk", "/photos/send", "/help/steps", "/passwords/lock"])
def test_the_laptop_has_the_whole_site(class_app: Flask, path: str) -> None:
    """What is closed for phones works on the laptop as ever."""
    assert comes_from(class_app, PUPIL).get(path).status_code == 403
    assert comes_from(class_app, LAPTOP).get(path).status_code in (200, 303)


def test_a_closed_page_is_calm_and_leads_on(class_app: Flask) -> None:
    """A pupil sees where the room is and who listens, is not told what they wanted, and can leave."""
    shown = comes_from(class_app, PUPIL).get("/help/steps")
    assert shown.status_code == 403
    assert shown.headers["Cache-Control"] == "no-store"
    for address in ("/join", "/help/services", "/help/first-hour", "/leave"):
        assert f'href="{address}"' in shown.text


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Client-IP"])
def test_no_header_makes_a_phone_the_laptop(class_app: Flask, name: str) -> None:
    """A phone that says it is the laptop is not believed, whatever PROXIES says."""
    value = "for=127.0.0.1" if name == "Forwarded" else LAPTOP
    assert comes_from(class_app, PUPIL).get("/check", headers={name: value}).status_code == 403


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("192.168.1.5", False), ("10.0.0.1", False),
        ("fe80::1", False), ("::ffff:10.0.0.1", False), ("", False), ("localhost", False),
        ("127.0.0.1, 10.0.0.1", False),
    ],
)  # fmt: skip
def test_who_is_the_laptop(address: str, is_own: bool) -> None:
    """Only an inner address of the machine itself; anything else is a phone."""
    assert lan.is_this_machine(address) is is_own


def test_leaving_needs_no_internet(class_app: Flask) -> None:
    """In class 'Leave this site' shows the dull page of our own, on a phone too."""
    shown = class_app.test_client().get("/leave", environ_base={"REMOTE_ADDR": PUPIL})
    assert shown.status_code == 200
    assert "Length and weight" in shown.text


def test_a_phone_finds_the_site_by_its_plain_address(class_app: Flask) -> None:
    """HOSTS of the operator does not shut the class out; a made-up name is still refused."""
    client = comes_from(class_app, PUPIL)
    assert client.get("/join", headers={"Host": "192.168.7.2:8000"}).status_code == 200
    assert client.get("/join", headers={"Host": "evil.example"}).status_code == 400


def test_the_open_site_closes_nothing(app: Flask) -> None:
    """Without --lan a visitor from anywhere has the whole site."""
    assert comes_from(app, PUPIL).get("/check").status_code == 200


@pytest.fixture
def outer_address() -> str:
    """An address of this machine that is not its inner one."""
    found = own_addresses()
    if not found:
        pytest.skip("this machine is on no network")
    return found[0]


@pytest.fixture
def class_port(class_app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The real server on all addresses of this machine."""
    # The guard of the tests lets nobody out; both ends of these connections are this machine.
    monkeypatch.undo()
    server = make_server(class_app, replace(class_config(tmp_path), port=0))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.effective_port
    server.task_dispatcher.shutdown()
    with suppress(OSError):
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    thread.join(10)


def status(host: str, port: int, path: str, headers: dict[str, str]) -> int:
    """The status of the answer to a real request."""
    with closing(http.client.HTTPConnection(host, port, timeout=15)) as connection:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status


def test_a_real_socket_decides(class_port: int, outer_address: str) -> None:
    """Through the real server: the outer address is a phone, also with a header, and the inner one the laptop."""
    claim = {"X-Forwarded-For": LAPTOP}
    assert status(outer_address, class_port, "/join", {}) == 200
    assert status(outer_address, class_port, "/check", claim) == 403
    assert status(LAPTOP, class_port, "/check", {}) == 200
