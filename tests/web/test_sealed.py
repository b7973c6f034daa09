"""The cookie: ours alone to read, twelve hours, and nothing that anybody makes is mistaken for it."""

from __future__ import annotations

import base64
import time

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from safety.config import Config
from safety.web.sealed import TTL_SECONDS, seal, unseal
from tests.conftest import CheckingClient, make_app, visitor
from tests.journeys import start_check

CIPHER, OTHER = AESGCM(bytes(32)), AESGCM(bytes(31) + b"1")
NOW = 1_800_000_000


def opened(text: str) -> bytes:
    """The raw bytes of a sealed text."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@given(st.binary(max_size=2000))
def test_what_is_sealed_can_be_opened(content: bytes) -> None:
    """Whatever was sealed comes back as it was."""
    assert unseal(CIPHER, seal(CIPHER, content, NOW), NOW) == content


def test_a_change_of_any_bit_of_any_byte_is_noticed() -> None:
    """No byte of a sealed text can be changed, and none can be cut off or added."""
    raw = opened(seal(CIPHER, b"answers and ticks", NOW))
    changed = [raw[:at] + bytes([raw[at] ^ bit]) + raw[at + 1 :] for at in range(len(raw)) for bit in (1, 16, 128)]
    changed += [raw[:end] for end in range(len(raw))] + [raw + b"\0"]
    for one in changed:
        assert unseal(CIPHER, base64.urlsafe_b64encode(one).decode().rstrip("="), NOW) is None


def test_another_key_opens_nothing() -> None:
    """Another copy of the site cannot read our cookies."""
    assert unseal(OTHER, seal(CIPHER, b"x", NOW), NOW) is None


@pytest.mark.parametrize(
    ("later", "whole"),
    [(0, True), (TTL_SECONDS, True), (TTL_SECONDS + 1, False), (-60, True), (-61, False), (10**9, False)],
)
def test_the_time_of_a_cookie(later: int, whole: bool) -> None:
    """It holds for twelve hours, and not before its time, a clock that is a minute off aside."""
    assert (unseal(CIPHER, seal(CIPHER, b"x", NOW), NOW + later) == b"x") is whole


def test_the_same_content_never_looks_the_same() -> None:
    """Nobody can tell from outside that an answer did not change."""
    assert len({seal(CIPHER, b"same", NOW) for _ in range(100)}) == 100


@given(st.text(max_size=400))
def test_any_text_is_refused_quietly(text: str) -> None:
    """Whatever a browser or a prankster sends as a cookie, it is no error."""
    assert unseal(CIPHER, text, NOW) is None


@pytest.mark.parametrize("value", ["", "x", "=", "A" * 60_000, "%00", '"quoted"', "a.b.c"])
def test_a_strange_cookie_starts_a_new_check(client: CheckingClient, value: str) -> None:
    """The first question is asked as if there were no cookie, and none is set for that."""
    response = client.get("/check", headers={"Cookie": f"unshared={value}"})
    assert response.status_code == 200
    assert 'value="who"' in response.text
    assert "Set-Cookie" not in response.headers


def test_our_seal_on_something_else_starts_a_new_check(app: Flask, client: CheckingClient) -> None:
    """A cookie of an older form of the site is ignored, not an error."""
    client.set_cookie("unshared", seal(app.extensions["seal"], b"\xff\x00 another form", int(time.time())))
    assert 'value="who"' in client.get("/check").text


def test_a_cookie_of_one_secret_is_none_for_another(app: Flask, config: Config, tmp_path: object) -> None:
    """After a new secret every check starts again."""
    client = visitor(app)
    start_check(client)
    cookie = client.get_cookie("unshared")
    assert cookie is not None
    other = visitor(
        make_app(Config(secret="another secret of 32 characters!", instance=config.instance, database_url="sqlite://"))
    )
    other.set_cookie("unshared", cookie.value)
    assert other.get("/check/plan").status_code == 303


def test_the_cookie_of_plain_http_is_not_read_over_https(app: Flask) -> None:
    """Somebody on the network cannot plant a cookie that the secure page believes."""
    client = visitor(app)
    start_check(client)
    cookie = client.get_cookie("unshared")
    assert cookie is not None
    secure = visitor(app)
    secure.set_cookie("unshared", cookie.value)
    assert secure.get("/check/plan", base_url="https://localhost").status_code == 303


def test_pages_that_read_the_cookie_are_kept_nowhere(client: CheckingClient) -> None:
    """No cache and no back button of another person shows a plan."""
    for path in ("/check", "/check/plan", "/check/print"):
        assert client.get(path).headers["Cache-Control"] == "no-store"
    start_check(client)
    for path in ("/check/plan", "/check/print"):
        assert client.get(path).headers["Cache-Control"] == "no-store"
