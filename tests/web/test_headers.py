"""The header policy, whole; a page may only narrow it."""

from __future__ import annotations

import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient

from safety.config import Config
from safety.web import content_security, tool_pages
from safety.web.content_security import Files
from tests import policy
from tests.conftest import make_app
from tests.site.table import VISITS, Visit

NARROWED = {
    "/photos": {"connect-src"},
    # Its ticks are the check's, and sent as there.
    "/passwords/accounts": set(),
    "/passwords": {"connect-src"},
    "/help": {"connect-src"},
    "/talk": {"connect-src", "form-action"},
    "/teach/room/totals": {"connect-src"},
    # The desk, the wall and the phones ask what stands in front.
    "/teach/room": set(),
    "/join": set(),
    "/teach": {"connect-src"},
}


def narrowed(path: str) -> set[str]:
    """What the page at ``path`` forbids beyond the common policy."""
    return next((names for room, names in NARROWED.items() if path.startswith(room)), set())


@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_each_page_has_exactly_its_policy(stranger: FlaskClient, visit: Visit) -> None:
    """Pages whose scripts have nothing to send forbid sending; no page has a word more; tools have their own."""
    stranger.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    response = visit.go(stranger)
    if policy.is_tool(response) or policy.is_keeper(response):
        assert policy.faults(response) == []
        return
    sent = policy.directives(response.headers["Content-Security-Policy"])
    assert sent == policy.CONTENT_SECURITY | dict.fromkeys(narrowed(visit.path), "'none'")


def test_nothing_but_directives_of_the_policy_can_be_named() -> None:
    """A mistyped or new directive is an error, so narrowing cannot add one."""
    with pytest.raises(ValueError, match="media-src"):
        content_security.common(("media-src",))


@pytest.mark.parametrize("name", policy.CONTENT_SECURITY)
def test_narrowing_forbids(name: str) -> None:
    """Whatever is narrowed becomes 'none', and everything else stays."""
    rules = policy.directives(content_security.common((name,)))
    assert rules == policy.CONTENT_SECURITY | {name: "'none'"}


def test_one_page_does_not_narrow_the_next(stranger: FlaskClient) -> None:
    """What a page forbids holds for its own answer only."""
    before = stranger.get("/about").headers["Content-Security-Policy"]
    stranger.get("/talk")
    assert stranger.get("/about").headers["Content-Security-Policy"] == before


FILE = "/static/0123456789ab/js/one.js"
HOSTS = (
    "localhost",
    "localhost:8000",
    "127.0.0.1:8000",
    "192.168.1.20:8000",
    "school.example",
    "xn--bcher-kva.example",
)


@pytest.mark.parametrize("host", HOSTS)
def test_a_tool_names_its_files_on_the_host_that_was_asked(stranger: FlaskClient, host: str) -> None:
    """So that the same page works under any name of the site, with its port, over HTTP and HTTPS."""
    files = Files((FILE,), (FILE,), (FILE,), (FILE,), (FILE,))
    rules = policy.directives(content_security.exact(host, files))
    named = ("script-src", "worker-src", "child-src", "style-src", "font-src")
    assert {rules[name] for name in named} == {host + FILE}
    assert rules["img-src"] == f"blob: {host}{FILE}"


@pytest.mark.parametrize("host", ["[::1]:8000", "a;b", "a b", "localhost:1;script-src", "*", "*.example", "user@a", ""])
def test_where_a_host_cannot_be_named_no_script_runs(host: str) -> None:
    """A policy cannot name an IPv6 address, and no odd host may add a word: the page works without script then."""
    rules = policy.directives(content_security.exact(host, Files((FILE,), (FILE,), (FILE,), (FILE,), (FILE,))))
    assert {rules[name] for name in ("script-src", "worker-src", "child-src", "connect-src", "form-action")} == {
        "'none'"
    }
    assert {rules[name] for name in ("style-src", "font-src", "img-src")} == {"'self'"}


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/a.js", "//evil.example/a.js", "/static/0123456789ab/", "/static/0123456789ab/*",
        "/static/0123456789ab/js/", "/leave", "'self'", "/static/0123456789ab/a.js; connect-src *",
        "/static/0123456789ab/a.js?b", "/static/0123456789ab/../../leave.js", "",
    ],
)  # fmt: skip
def test_a_tool_can_name_single_static_files_only(address: str) -> None:
    """Nothing else can stand in its policy, so no view can widen it."""
    with pytest.raises(ValueError, match="not the address of one static file"):
        Files((), (), (), (), (address,))


@pytest.mark.parametrize("host", ["localhost:8000", "[::1]:8000"])
def test_a_form_of_a_tool_goes_to_its_own_page_alone(host: str) -> None:
    """By its exact address, or to this site where no host can be named: there the form is all that works."""
    rules = policy.directives(content_security.exact(host, Files((), (), (), (), (), posts="/search")))
    assert rules["form-action"] == ("'self'" if "[" in host else f"{host}/search")


@pytest.mark.parametrize("address", ["https://evil.example/", "/search?x", "/a; script-src *", "'self'", "*", "/"])
def test_nothing_odd_can_be_posted_to(address: str) -> None:
    """A page of this site, or an error."""
    with pytest.raises(ValueError, match="not the address of a page"):
        Files((), (), (), (), (), posts=address)


def test_every_tool_page_is_held_to_its_policy(app: Flask, stranger: FlaskClient) -> None:
    """The pages of the site's own list are those of the tests, which demand it of each answer."""
    # It is a tool only where an operator has switched its service on; tests/browser/test_leaked.py is about that.
    always = (page.path for page in tool_pages.ALL if page is not tool_pages.LEAKED)
    assert tuple(always) == policy.TOOLS
    for path in policy.TOOLS:
        response = stranger.get(path)
        assert policy.is_tool(response)
        assert policy.faults(response) == []


@pytest.mark.parametrize("path", policy.TOOLS)
def test_proxies_take_the_policy_of_a_tool(app: Flask, path: str) -> None:
    """With the name of a host as long as they come, all headers are below the 8 KB at which Apache cuts one."""
    response = app.test_client().get(path, base_url="http://127.0.0.1")
    longer = len("a.long.name.of.a.school.in.a.far.country.example") - len("127.0.0.1")
    text = response.headers["Content-Security-Policy"]
    assert len(str(response.headers)) + text.count("127.0.0.1") * longer < 8192


def test_an_open_policy_of_a_tool_is_seen(stranger: FlaskClient) -> None:
    """What the tests demand refuses what it is for."""
    for wrong in ("connect-src 'self'", "script-src 'self'", "worker-src blob:", "webrtc 'allow'", "img-src *"):
        response = stranger.get("/photos")
        rules = policy.directives(response.headers["Content-Security-Policy"])
        rules |= policy.directives(wrong)
        response.headers["Content-Security-Policy"] = "; ".join(f"{name} {rule}" for name, rule in rules.items())
        assert policy.faults(response) != [], wrong


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
