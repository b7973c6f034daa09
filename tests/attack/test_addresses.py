"""Addresses that lead out of their folder, are encoded twice, or are long: each is no page of ours, and no error."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import quote

import pytest
from flask import Flask

from safety.config import Config
from safety.library.dice import words
from tests.attack import hostile
from tests.serving import Served, serve
from tests.teach.room.samples import quick

# What stands in a file that nobody may read through the site.
GIVES_AWAY = (b"root:x:0", b"SECRET", b"def create_app", b"[project]", b"+++\n", b"SQLite format")
OUT = (
    "..", "../..", "../../../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/app.py",
    "%252e%252e%252f%252e%252e%252fapp.py", "..%5c..%5capp.py", "..\\..\\app.py", "....//....//app.py",
    "..%c0%af..%c0%afapp.py", "%uff0e%uff0e/app.py", "\uff0e\uff0e/app.py", "%00", "x%00.html",
    "%0d%0aSet-Cookie:%20xcanary=1",
    "%E2%80%AE", "%ff%fe", "%", "%zz", "/etc/passwd", "//etc/passwd", "C:/windows/win.ini", "file:///etc/passwd",
    "~root", ".git/config", ".env", "CON", "*", "{{7*190481}}", "%7B%7B7*190481%7D%7D", "${7*190481}",
    "__init__", "__proto__", "a" * 5000, "%61" * 2000, "<xcanary>", "%3Cxcanary%3E", "\u0131\u0307",
)  # fmt: skip
ROOMS = (
    "/talk/{}", "/talk/{}/starting", "/talk/8-10/{}", "/talk/for/{}", "/talk/scenes/{}", "/talk/same-page/{}",
    "/talk/easy/{}", "/talk/teens/{}", "/talk/together/{}", "/teach/{}", "/teach/{}/slides", "/teach/13-15-60-none/{}",
    "/check/short/{}", "/check/all/{}", "/check/copies/{}", "/help/notices/{}", "/help/notices/{}/send",
    "/offline/{}.webmanifest", "/join/{}", "/join/{}/wall", "/join/{}/now", "/static/{}", "/{}",
)  # fmt: skip


@pytest.fixture(scope="module")
def served(app: Flask, config: Config) -> Iterator[Served]:
    """The real server, which reads an address before Flask does."""
    with serve(app, config) as running:
        yield running


@pytest.mark.attack("V5.3.2", "asks for a file outside of the site in the part of an address that names a text")
@pytest.mark.parametrize("room", ROOMS)
def test_a_part_of_an_address_names_no_file(app: Flask, room: str) -> None:
    """Plain, encoded, twice encoded, with zero bytes, in other letters, very long: no file, and no error of ours."""
    client = quick(app)
    for out in OUT:
        answer = client.get(room.format(out))
        assert answer.status_code in (200, 303, 308, 400, 404, 405), out
        assert not [secret for secret in GIVES_AWAY if secret in answer.data], out
        assert hostile.NAME not in str(answer.headers).lower(), out
        if answer.mimetype == "text/html":
            assert hostile.foreign(answer.text) == [], out
        if answer.status_code in (303, 308):
            assert answer.headers["Location"].startswith(("/", "http://localhost/", "https://www.bbc.co.uk/"))
            assert not answer.headers["Location"].startswith("//")


@pytest.mark.attack("V1.1.1", "encodes a part of an address twice, so that it is read twice")
def test_an_address_is_decoded_once(app: Flask) -> None:
    """One time encoded is the same page; two times is none."""
    client = quick(app)
    assert client.get("/talk/11%2D12").status_code == 200
    assert client.get("/talk/11%252D12").status_code == 404
    assert client.get("/help/notices/%64%6D%63%61").status_code == 200
    assert client.get("/help/notices/%2564mca").status_code == 404


@pytest.mark.attack("V13.4.1", "asks the real server for files around the release: source, secrets, the database")
@pytest.mark.parametrize("base", ["/static/", "/static/{release}/", "/static/{release}/js/", "/"])
def test_nothing_around_the_static_files_is_served(network: None, app: Flask, served: Served, base: str) -> None:
    """As bytes on the line, which no library puts right before they are sent."""
    base = base.format(release=app.extensions["release"].name)
    names = (
        "app.py",
        "instance/unshared.db",
        ".git/config",
        "pyproject.toml",
        "../app.py",
        "../../app.py",
        "..%2f..%2fapp.py",
    )
    more = (
        "%2e%2e/%2e%2e/secret",
        "..;/app.py",
        "....//app.py",
        "..%5capp.py",
        "js%2f..%2f..%2fapp.py",
        ".",
        "..",
        "js/",
    )
    for name in (*names, *more):
        status, body = _raw(served, f"{base}{name}")
        assert status in (303, 308, 400, 404) or (status == 200 and b"<html" in body), name
        assert not [secret for secret in GIVES_AWAY if secret in body], name


def _raw(served: Served, target: str) -> tuple[int, bytes]:
    with closing(socket.create_connection(("127.0.0.1", served.port), timeout=15)) as line:
        line.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = http.client.HTTPResponse(line)
        answer.begin()
        return answer.status, answer.read()


@pytest.mark.attack("V13.4.3", "asks for a folder, to see a list of what is in it")
def test_no_folder_is_listed(app: Flask) -> None:
    """Folders of the release have no page."""
    release = app.extensions["release"].name
    for folder in (
        "/static",
        "/static/",
        f"/static/{release}",
        f"/static/{release}/",
        f"/static/{release}/js/",
        "/offline/",
    ):
        answer = quick(app).get(folder)
        assert answer.status_code == 404 or folder == "/offline/", folder
        assert b"Index of" not in answer.data


@pytest.mark.attack("V14.2.1", "waits for what was typed to stand in an address, a history or a log")
def test_nothing_typed_comes_to_stand_in_an_address(app: Flask) -> None:
    """Answers that lead on lead to an address that is the same for everybody."""
    client = quick(app)
    for path, fields in (
        ("/check", {"question": "who", "choice": "adult"}),
        ("/check/saved", {"do": "open", "words": " ".join(words()[:6])}),
        ("/teach", {"group": "13-15", "minutes": "60", "devices": "none", "name": hostile.NAME}),
        ("/help/steps", {"age": "adult", "country": "GB", "more": hostile.NAME}),
        ("/search", {"words": hostile.NAME}),
    ):
        location = client.post(path, data=fields).headers.get("Location", "")
        assert "?" not in location
        assert hostile.NAME not in location
        assert quote(hostile.NAME) not in location
