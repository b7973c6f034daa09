"""Our cookies: changed, swapped, planted, doubled, old and copied."""

from __future__ import annotations

import base64
import time
from dataclasses import replace
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from safety.config import Config
from safety.web.sealed import CHECK, COOKIES, HOST, PUPIL, TTL_SECONDS, Cookie, seal, unseal
from tests.check.test_saved import SHOWN
from tests.conftest import make_app
from tests.journeys import TEEN, start_check
from tests.teach.room.samples import joined, opened, quick

# Where each cookie opens something, and the status when it does not.
OPENS = ((CHECK, "/check/plan"), (HOST, "/teach/room/desk"))


@pytest.fixture(scope="module")
def texts(app: Flask) -> dict[Cookie, str]:
    """A genuine cookie for each purpose."""
    host = opened(app)
    start_check(host.client)
    found = {CHECK: host.client, HOST: host.client, PUPIL: joined(host)}
    return {cookie: value_of(client, cookie) for cookie, client in found.items()}


def value_of(client: FlaskClient, cookie: Cookie) -> str:
    """The text of a cookie that the browser has."""
    kept = client.get_cookie(cookie.name)
    assert kept is not None
    return kept.value


def status(app: Flask, path: str, header: str, **more: str) -> int:
    """What is answered to a browser that sends ``header`` as its cookies."""
    return shown(app, path, header, **more).status_code


def shown(app: Flask, path: str, header: str, **more: str) -> TestResponse:
    """The page for a browser that sends ``header`` as its cookies, whatever a browser would keep."""
    headers = {"Cookie": header, "Sec-Fetch-Site": "same-origin"}
    return app.test_client(use_cookies=False).get(path, headers=headers, **more)


def resealed(app: Flask, text: str, at: int) -> str:
    """The same cookie, as if it had been used last at ``at``."""
    cipher = app.extensions["seal"]
    content = unseal(cipher, text, int(time.time()))
    assert content is not None
    return seal(cipher, content, at)


@pytest.mark.attack("V9.1.1", "changes one byte of a cookie, cuts it, or adds to it")
def test_a_changed_cookie_opens_nothing(app: Flask, texts: dict[Cookie, str]) -> None:
    """Whichever byte it is; the page begins anew, and nothing breaks."""
    text = texts[CHECK]
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    changed = [raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :] for at in range(0, len(raw), 3)]
    changed += [raw[:-1], raw[1:], raw + b"\0", raw[12:], b"", raw * 2]
    assert status(app, "/check/plan", f"unshared={text}") == 200
    for one in changed:
        assert status(app, "/check/plan", f"unshared={base64.urlsafe_b64encode(one).decode()}") == 303


@pytest.mark.attack("V9.2.2", "hands in a cookie that was made for another purpose")
def test_a_cookie_serves_its_own_purpose_only(app: Flask, texts: dict[Cookie, str]) -> None:
    """A pupil's seat is no desk, and a check is no seat."""
    for wanted, path in OPENS:
        assert status(app, path, f"{wanted.name}={texts[wanted]}") == 200
        for other in COOKIES:
            if other is not wanted:
                assert status(app, path, f"{wanted.name}={texts[other]}") != 200


@pytest.mark.attack("V9.2.3", "hands in a cookie from another copy of the site, or one without a key")
def test_a_cookie_of_another_copy_opens_nothing(app: Flask, config: Config, texts: dict[Cookie, str]) -> None:
    """Each copy has its own key."""
    other = make_app(replace(config, secret="the secret of another copy, 32 long"))
    assert status(other, "/check/plan", f"unshared={texts[CHECK]}") == 303
    for text in ("e30.e30.", base64.urlsafe_b64encode(b'{"alg":"none"}').decode(), "null", "true", "{}"):
        assert status(app, "/check/plan", f"unshared={text}") == 303


@pytest.mark.attack("V9.2.1", "hands in a cookie after twelve hours without use, or one from the future")
def test_an_old_cookie_opens_nothing(app: Flask, texts: dict[Cookie, str]) -> None:
    """Its time is inside the seal; a clock that is a minute off is forgiven."""
    now = int(time.time())
    for at, code in ((now - TTL_SECONDS + 60, 200), (now - TTL_SECONDS - 60, 303), (now + 600, 303)):
        assert status(app, "/check/plan", f"unshared={resealed(app, texts[CHECK], at)}") == code


@pytest.mark.attack(
    "V7.4.1", "copies the cookie of a check, and shows it again after 'Start again' or 'Leave this site'"
)
@pytest.mark.parametrize("way", ["forget", "leave"])
def test_a_copied_cookie_shows_what_it_held_and_no_more(app: Flask, way: str) -> None:
    """Nothing is kept on the server, so it cannot be called back before twelve hours: docs/security.md says so."""
    client = quick(app)
    start_check(client)
    copied = value_of(client, CHECK)
    left = client.get("/leave") if way == "leave" else client.post("/check/start", data={"do": "forget"})
    assert SimpleCookie(left.headers["Set-Cookie"])["unshared"]["max-age"] == "0"
    assert client.get_cookie("unshared") is None
    start_check(client, TEEN)
    page = shown(app, "/check/plan", f"unshared={copied}")
    assert page.status_code == 200
    assert page.data != client.get("/check/plan").data


@pytest.mark.attack(
    "V7.4.1", "copies the cookie of a check that is kept under six words, and uses it after 'delete now'"
)
def test_a_copied_cookie_does_not_bring_a_deleted_plan_back(app: Flask) -> None:
    """The plan is gone for every copy: nothing can be written to it or read from it."""
    client = quick(app)
    start_check(client)
    words = SHOWN.findall(client.post("/check/saved", data={"do": "keep"}).text)
    copied = value_of(client, CHECK)
    deleted = client.post("/check/saved", data={"do": "delete"}, follow_redirects=True)
    assert deleted.status_code == 200
    thief = quick(app)
    thief.set_cookie("unshared", copied)
    assert thief.get("/check/plan").status_code == 303
    assert client.post("/check/saved", data={"do": "open", "words": " ".join(words)}).status_code == 422


@pytest.mark.attack("V7.4.1", "keeps the cookie of a seat or of the desk after the room was closed")
def test_the_cookies_of_a_closed_room_open_nothing(app: Flask) -> None:
    """Both sides are told that the room is over."""
    host = opened(app)
    phone = joined(host)
    seat, desk = value_of(phone, PUPIL), value_of(host.client, HOST)
    assert host.client.post("/teach/room/close").status_code == 200
    assert status(app, "/teach/room/desk", f"unshared-host={desk}") != 200
    assert "data-answers" not in shown(app, "/teach/room/desk", f"unshared-host={desk}").text
    page = shown(app, host.address, f"unshared-pupil={seat}")
    assert 'name="question"' not in page.text


@pytest.mark.attack("V3.3.3", "plants a cookie from a neighbouring name of the same domain (cookie tossing)")
@pytest.mark.parametrize(
    "name", ["unshared", "__host-unshared", "__Secure-unshared", " __Host-unshared2", "__Host-Unshared"]
)
def test_a_planted_cookie_is_not_read_over_https(app: Flask, texts: dict[Cookie, str], name: str) -> None:
    """Over HTTPS only the exact name counts, which a browser takes from this host alone."""
    secure = {"base_url": "https://localhost"}
    assert status(app, "/check/plan", f"__Host-unshared={texts[CHECK]}", **secure) == 200
    assert status(app, "/check/plan", f"{name}={texts[CHECK]}", **secure) == 303


@pytest.mark.attack("V3.3.1", "listens to a connection without encryption for a cookie that was set over HTTPS")
def test_every_cookie_over_https_is_bound_to_it(app: Flask) -> None:
    """Secure, __Host-, HttpOnly, Strict, the whole site, no domain, no date: for each of the three."""
    client = quick(app)
    secure = {"base_url": "https://localhost"}
    answers = [client.post("/check", data={"question": "who", "choice": "adult"}, **secure)]
    answers += [client.get("/leave", **secure)]
    lines = [line for answer in answers for line in answer.headers.getlist("Set-Cookie")]
    kept = [line for line in lines if line.startswith("__Host-")]
    assert {line.partition("=")[0] for line in kept} == {cookie.secure_name for cookie in COOKIES}
    for line in kept:
        parts = {part.strip().partition("=")[0].lower() for part in line.split(";")[1:]}
        assert parts - {"expires", "max-age"} == {"secure", "httponly", "path", "samesite"}
        assert "SameSite=Strict" in line
        assert "Path=/;" in f"{line};"


@pytest.mark.attack("V15.3.7", "sends a cookie twice, in the hope that two programs take different ones")
def test_of_two_cookies_one_is_taken_whole(app: Flask, texts: dict[Cookie, str]) -> None:
    """The first counts, always; they are never mixed."""
    good, bad = f"unshared={texts[CHECK]}", "unshared=planted"
    assert status(app, "/check/plan", f"{good}; {bad}") == 200
    assert status(app, "/check/plan", f"{bad}; {good}") == 303


@pytest.mark.attack("V1.2.1", "writes line breaks, quotes and control characters into cookies that are set again")
@pytest.mark.parametrize(
    "value", ["a\\015\\012X-Evil: 1", '"a\\012b"', "a%0d%0aX-Evil:%201", "a\x7fb", "\xff\xfe", "a,b;c"]
)
def test_nothing_of_a_foreign_cookie_comes_back(app: Flask, value: str) -> None:
    """No cookie of a visitor is repeated in an answer, neither its name nor its value."""
    for name in (*(cookie.name for cookie in COOKIES), "session", "evil"):
        answer = shown(app, "/check", f"{name}={value}")
        assert answer.status_code == 200
        assert "evil" not in str(answer.headers).lower()
        assert "Set-Cookie" not in answer.headers


@pytest.mark.attack("V1.4.1", "sends a cookie of 8 kilobytes, thousands of cookies, or one made of separators")
@pytest.mark.parametrize(
    "header",
    [f"unshared={'A' * 8192}", "; ".join(f"c{n}=1" for n in range(5000)), ";" * 60_000, "=" * 60_000, '"' * 60_000],
    ids=["large", "many", "semicolons", "equals", "quotes"],
)
def test_monstrous_cookies_begin_anew(app: Flask, header: str) -> None:
    """They are read once, and the check begins with its first question."""
    page = shown(app, "/check", header)
    assert page.status_code == 200
    assert 'value="who"' in page.text
