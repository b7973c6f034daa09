"""No other site can send a form in a visitor's name: every post of the site, under every disguise."""

from __future__ import annotations

import time

import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.web.sealed import COOKIES, unseal
from tests.journeys import start_check
from tests.site.table import ROUTES, Visit
from tests.teach.room.samples import joined, opened

POSTS = tuple(visits[0] for route, visits in ROUTES.items() if route.startswith("POST "))
OURS = "http://localhost"
OURSELVES = {"Sec-Fetch-Site": "same-origin"}
FOREIGN = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": OURS},
    {"Sec-Fetch-Site": "same-origin, cross-site"},
    {"Sec-Fetch-Site": ""},
    {"Origin": "null"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": f"{OURS}, https://evil.example"},
    {"Origin": "http://localhost:8080"},
    {"Origin": "http://evil.example@localhost"},
    {"Origin": "https://evil.example", "Referer": f"{OURS}/check"},
)
# What a form of another site can send without asking first.
SIMPLE_TYPES = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")


@pytest.fixture(scope="module")
def everyone(app: Flask) -> FlaskClient:
    """A browser with all the cookies that the site can give: a check, a room of its own, and a seat in one."""
    host = opened(app)
    client = host.client
    start_check(client)
    seat = joined(host).get_cookie("unshared-pupil")
    assert seat is not None
    client.set_cookie("unshared-pupil", seat.value)
    del client.environ_base["HTTP_SEC_FETCH_SITE"]
    return client


def forged(client: FlaskClient, visit: Visit, headers: dict[str, str], **more: str) -> tuple[int, bool]:
    """The status of the post, and whether a cookie came with it."""
    data = dict(visit.form()) if visit.form and "content_type" not in more else None
    response = client.post(visit.path, data=data, headers=headers, **more)
    return response.status_code, "Set-Cookie" in response.headers


@pytest.mark.attack("V3.5.1", "lets a page of another site send any form of ours, under twelve disguises")
@pytest.mark.parametrize("visit", POSTS, ids=str)
def test_a_forged_post_is_refused_everywhere(everyone: FlaskClient, visit: Visit) -> None:
    """Every address that takes a post refuses it, and gives no cookie."""
    assert {forged(everyone, visit, headers) for headers in FOREIGN} == {(403, False)}


@pytest.mark.attack(
    "V3.5.2", "sends a form from another site as plain text or JSON in disguise, which needs no preflight"
)
@pytest.mark.parametrize("kind", SIMPLE_TYPES)
def test_a_simple_kind_of_body_opens_nothing(everyone: FlaskClient, kind: str) -> None:
    """The kind of a body decides nothing about where it may come from."""
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    assert {forged(everyone, visit, headers, content_type=kind) for visit in POSTS} == {(403, False)}


@pytest.mark.attack("V3.5.1", "sends a form from a browser so old that it says nothing of where a form comes from")
@pytest.mark.parametrize("visit", POSTS, ids=str)
def test_a_post_of_unknown_origin_touches_no_cookie(everyone: FlaskClient, visit: Visit) -> None:
    """It is refused wherever a cookie is read; elsewhere its answer is the one that a stranger gets."""
    status, has_cookie = forged(everyone, visit, {})
    assert not has_cookie
    if status != 403:
        assert forged(everyone.application.test_client(), visit, {}) == (status, False)


@pytest.mark.attack("V3.5.3", "makes a link of a form: a GET with the fields in the address or in a body")
@pytest.mark.parametrize("visit", POSTS, ids=str)
def test_a_get_with_fields_changes_nothing(everyone: FlaskClient, visit: Visit) -> None:
    """It is answered as the same GET without them, also when it comes from one of our own pages."""
    fields = {name: value for name, value in dict(visit.form() if visit.form else {}).items() if isinstance(value, str)}
    before = contents(everyone)
    plain = everyone.get(visit.path, headers=OURSELVES)
    for more in ({"query_string": fields}, {"data": fields}):
        asked = everyone.get(visit.path, headers=OURSELVES, **more)
        assert (asked.status_code, asked.location) == (plain.status_code, plain.location)
        assert contents(everyone) == before


@pytest.mark.attack("V3.5.3", "asks with GET and overrides the method in a header or a field")
@pytest.mark.parametrize("name", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method"])
def test_a_method_cannot_be_overridden(everyone: FlaskClient, name: str) -> None:
    """Only the method of the request line counts, at every address that takes a post."""
    before = contents(everyone)
    for visit in POSTS:
        asked = everyone.get(visit.path, headers={**OURSELVES, name: "POST"}, query_string={name: "POST"})
        plain = everyone.get(visit.path, headers=OURSELVES)
        assert (asked.status_code, asked.location) == (plain.status_code, plain.location)
    assert contents(everyone) == before


def contents(client: FlaskClient) -> list[bytes | None]:
    """What the cookies of the browser hold: a page of a check writes its cookie anew, with the same in it."""
    cipher, now = client.application.extensions["seal"], int(time.time())
    texts = [client.get_cookie(cookie.name) for cookie in COOKIES]
    return [
        unseal(cipher, text.value if text else "", now, cookie) for text, cookie in zip(texts, COOKIES, strict=True)
    ]


@pytest.mark.attack("V2.2.1", "sends JSON, XML or nonsense where a form is expected")
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"question": "who", "choice": "adult", "do": "forget", "code": "ABCDEFGH"}'),
        ("application/json", b"[" * 20_000),
        ("application/xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'),
        ("application/x-www-form-urlencoded", b"\xff\xfe=%ff%00&&&=&do=forget%00"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\r\n\r\n"),
        ("x" * 5000, b"x"),
    ],
)
def test_a_body_of_another_kind_is_no_form(app: Flask, kind: str, body: bytes) -> None:
    """Nothing is read from it, and no address breaks: it is as if the form were empty."""
    for visit in POSTS:
        client = app.test_client()
        answer = client.post(visit.path, data=body, content_type=kind, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status_code < 500, visit
        assert "root:" not in answer.text


@pytest.mark.attack(
    "V3.4.2", "asks for leave to read our answers from another site (CORS), with and without a preflight"
)
@pytest.mark.parametrize("visit", POSTS, ids=str)
def test_no_other_site_is_given_leave(everyone: FlaskClient, visit: Visit) -> None:
    """No answer has a header that begins with Access-Control, whoever asks."""
    headers = {
        "Origin": "https://evil.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
        "Access-Control-Request-Private-Network": "true",
    }
    for method in ("OPTIONS", "GET", "POST"):
        answer = everyone.open(visit.path, method=method, headers=headers)
        assert [name for name, _ in answer.headers if name.lower().startswith("access-control")] == []
