"""The header policy, whole; a page may only narrow it."""

from __future__ import annotations

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from safety.config import Config
from safety.web import headers
from tests import policy
from tests.conftest import make_app
from tests.site.table import VISITS, Visit

NARROWED = {
    "/photos": {"connect-src"},
    "/passwords": {"connect-src"},
    "/help": {"connect-src"},
    "/talk": {"connect-src", "form-action"},
    "/teach": {"connect-src", "form-action"},
    "/join": {"connect-src", "form-action"},
}


def narrowed(path: str) -> set[str]:
    """What the page at ``path`` forbids beyond the common policy."""
    return next((names for room, names in NARROWED.items() if path.startswith(room)), set())


@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_each_page_has_exactly_its_policy(stranger: FlaskClient, visit: Visit) -> None:
    """Pages whose scripts have nothing to send forbid sending; no page has a word more."""
    stranger.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    sent = policy.directives(visit.go(stranger).headers["Content-Security-Policy"])
    assert sent == policy.CONTENT_SECURITY | dict.fromkeys(narrowed(visit.path), "'none'")


def test_nothing_but_directives_of_the_policy_can_be_named() -> None:
    """A mistyped or new directive is an error, so narrowing cannot add one."""
    with pytest.raises(ValueError, match="media-src"):
        headers.policy(("media-src",))


@pytest.mark.parametrize("name", policy.CONTENT_SECURITY)
def test_narrowing_forbids(name: str) -> None:
    """Whatever is narrowed becomes 'none', and everything else stays."""
    rules = policy.directives(headers.policy((name,)))
    assert rules == policy.CONTENT_SECURITY | {name: "'none'"}


def test_one_page_does_not_narrow_the_next(stranger: FlaskClient) -> None:
    """What a page forbids holds for its own answer only."""
    before = stranger.get("/about").headers["Content-Security-Policy"]
    stranger.get("/talk")
    assert stranger.get("/about").headers["Content-Security-Policy"] == before


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_answers_without_a_page_have_the_policy_too(stranger: FlaskClient, method: str) -> None:
    """No kind of request is left out."""
    assert policy.faults(stranger.open("/about", method=method)) == []


@pytest.fixture(scope="module")
def production(config: Config) -> Flask:
    """The site as it runs in public."""
    public = {
        "UNSHARED_ENV": "production",
        "SECRET_KEY": "s" * 40,
        "HOSTS": "example.org",
        "INSTANCE": str(config.instance),
    }
    return make_app(Config.read(public))


def test_in_production_https_is_kept_for_a_year(production: Flask) -> None:
    """A browser that was here over HTTPS never comes back without it."""
    answer = production.test_client().get("/", base_url="https://example.org")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_over_plain_http_nothing_is_said_of_https(production: Flask, stranger: FlaskClient) -> None:
    """The header would mean nothing there, and a class network must not be locked out."""
    assert "Strict-Transport-Security" not in production.test_client().get("/", base_url="http://example.org").headers
    assert "Strict-Transport-Security" not in stranger.get("/", base_url="https://localhost").headers


def test_templates_cannot_see_the_configuration(app: Flask) -> None:
    """A mistake in a template cannot show the secret."""
    for path in ("/", "/help", "/check", "/nope"):
        with app.test_request_context(path):
            for name in ("config", "request", "session", "g"):
                assert render_template_string("{{ " + name + " is defined }}") == "False"
