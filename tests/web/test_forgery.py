"""A post counts only when it comes from our own pages; a page answers only to our own names."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.journeys import start_check

OURS = {"Origin": "http://localhost"}
FOREIGN = {"Origin": "https://evil.example"}
SITES = ("cross-site", "same-site", "", "nonsense")
ORIGINS = (
    "null",
    "",
    "https://evil.example",
    "http://localhost.evil.example",
    "http://localhost:8080",
    "http://[",
    "x",
)


def mark(client: FlaskClient, headers: dict[str, str]) -> int:
    """The status of a post that reads the cookie."""
    return client.post("/check/plan", data={"mark": "two-factor done"}, headers=headers).status_code


def look(client: FlaskClient, headers: dict[str, str]) -> int:
    """The status of a post that reads none."""
    return client.post("/help/steps", data={"age": "adult"}, headers=headers).status_code


@pytest.fixture
def in_check(app: Flask) -> FlaskClient:
    """A browser in the middle of a check that says nothing more by itself."""
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    start_check(client)
    del client.environ_base["HTTP_SEC_FETCH_SITE"]
    return client


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, OURS])
def test_a_post_from_our_own_page_counts(in_check: FlaskClient, headers: dict[str, str]) -> None:
    """The browser says where it comes from, with either header."""
    assert mark(in_check, headers) == 303
    assert look(in_check, headers) == 200


@pytest.mark.parametrize("site", SITES)
def test_a_post_from_another_site_is_refused(in_check: FlaskClient, site: str) -> None:
    """Sec-Fetch-Site decides, also against an Origin that looks like ours."""
    for headers in ({"Sec-Fetch-Site": site}, {"Sec-Fetch-Site": site, **OURS}):
        assert mark(in_check, headers) == 403
        assert look(in_check, headers) == 403


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_post_from_another_origin_is_refused(in_check: FlaskClient, origin: str) -> None:
    """Without Sec-Fetch-Site the origin has to be ours, port and all; a broken one is not."""
    assert mark(in_check, {"Origin": origin}) == 403
    assert look(in_check, {"Origin": origin}) == 403


def test_a_post_of_unknown_origin_reads_no_cookie(in_check: FlaskClient) -> None:
    """Old browsers and programs that say nothing cannot touch a check."""
    assert mark(in_check, {}) == 403
    assert in_check.post("/check", data={"question": "who", "choice": "teen"}).status_code == 403
    assert in_check.post("/check/start", data={"do": "forget"}).status_code == 403


def test_a_post_of_unknown_origin_may_do_what_needs_no_cookie(stranger: FlaskClient) -> None:
    """Help works in any browser."""
    assert look(stranger, {}) == 200


def test_a_refused_post_changes_nothing(in_check: FlaskClient) -> None:
    """Nobody else can mark an item or end a check: the answer has no cookie."""
    for headers in (FOREIGN, {}, {"Sec-Fetch-Site": "cross-site"}):
        response = in_check.post("/check/start", data={"do": "forget"}, headers=headers)
        assert response.status_code == 403
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "localhost.evil.example", "127.0.0.1@evil.example"),
        *("[::1", "a b", "", "loc\x80lhost", "x" * 5000, "127.0.0.1:99999999"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_host_gets_nothing(stranger: FlaskClient, host: str, method: str) -> None:
    """An address that somebody else points at us, or no address at all, opens no page."""
    response = stranger.open("/help/steps", method=method, headers={"Host": host, "Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 400
    assert "What you can do now" not in response.text


def test_reading_needs_no_word_from_the_browser(stranger: FlaskClient) -> None:
    """A link from another site leads here, as links do."""
    assert stranger.get("/help", headers={"Sec-Fetch-Site": "cross-site", **FOREIGN}).status_code == 200
