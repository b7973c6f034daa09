"""Keeping the tools: the lists are exact, everything kept is public, names are neutral, and no other page begins it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.config import ROOT
from tests import page, policy
from tests.conftest import CheckingClient

LISTED = re.compile(r"^const ([A-Z_]+) = (.+);$", re.MULTILINE)
HEARD = re.compile(r'addEventListener\("(\w+)"')
MANIFESTS = [f"/offline/{icon}.webmanifest" for icon in ("notes", "units", "list")]
TELLING = re.compile(r"photo|picture|privat|unshared|secret|safe|password|leak|nude|tool|help", re.IGNORECASE)
# What must never be kept: it reads a cookie, needs the server, or answers what somebody sent.
NEVER = ("/check", "/photos/send", "/passwords/send", "/api", "/leave", "/healthz")


@pytest.fixture
def lists(client: CheckingClient) -> dict[str, Any]:
    """The constants at the head of the worker."""
    return {
        name: json.loads(value) for name, value in LISTED.findall(client.get("/offline.js").text) if value[0] in '["{'
    }


def test_every_kept_page_is_public(stranger: FlaskClient, lists: dict[str, Any]) -> None:
    """Each opens without a cookie, sets none, may be kept by anybody, and is the same for who has a check."""
    assert len(lists["PAGES"]) == len(set(lists["PAGES"])) >= 12
    for path in (*lists["PAGES"], *lists["SCRIPTS"]):
        assert not path.startswith(NEVER)
        answer = stranger.get(path)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-cache"


def test_tools_and_guides_are_kept(lists: dict[str, Any], client: CheckingClient) -> None:
    """The tools of the device, this page, and each guide that is there to read."""
    linked = set(re.findall(r'href="(/talk/[a-z0-9/-]+)"', client.get("/talk").text + client.get("/talk/scenes").text))
    tools = {"/offline", "/photos", "/passwords", "/talk", "/teach", "/help/steps", "/help/safety"}
    assert len(linked) >= 2
    assert set(lists["PAGES"]) >= linked | tools


def test_what_a_kept_page_loads_is_kept(app: Flask, lists: dict[str, Any]) -> None:
    """Found by another walk than that of the site: links, scripts with their imports, fonts, files for scripts."""
    needed = set()
    for path in lists["PAGES"]:
        text = page.fetch(app, path)[1]
        needed |= page.loaded(page.parse(text)[0], app) | set(re.findall(r'"(/static/[^"]+)"', text))
    for style in [path for path in needed if path.endswith(".css")]:
        fonts = re.findall(r'url\("\.\./([^"]+)"\)', page.fetch(app, style)[1])
        needed |= {style.rpartition("/css/")[0] + "/" + font for font in fonts}
    needed |= set(re.findall(r'"(/static/[^"]+)"', lists["NEUTRAL"]))
    assert {*lists["FILES"], *lists["SCRIPTS"]} == needed


def test_every_kept_file_never_changes(stranger: FlaskClient, lists: dict[str, Any]) -> None:
    """It is there, and its address has the name of the release, so that the kept one is the right one for ever."""
    for path in lists["FILES"]:
        with stranger.get(path) as answer:
            assert answer.status_code == 200
            assert "immutable" in answer.headers["Cache-Control"]


def test_the_page_after_leaving_is_neutral_and_strict(lists: dict[str, Any]) -> None:
    """It names neither us nor where somebody was, and may load its style alone."""
    # An empty icon, or the browser asks for one of the site.
    assert page.faults_in(lists["NEUTRAL"], neutral=True) == ("<link href> leads to data:,",)
    assert not TELLING.search(re.sub(r"/static/\w+/", "", lists["NEUTRAL"]))
    rules = policy.directives(lists["NEUTRAL_HEADERS"]["Content-Security-Policy"])
    assert {name for name, rule in rules.items() if rule not in ("'none'", "'script'")} == {
        "style-src", "img-src", "font-src",
    }  # fmt: skip
    assert lists["NEUTRAL_HEADERS"].items() >= policy.EXACT.items()


def test_the_worker_hears_four_events_and_reads_no_message(client: CheckingClient) -> None:
    """No push, no synchronising, no shared file; what a page says to it is not looked at."""
    text = client.get("/offline.js").text
    assert sorted(HEARD.findall(text)) == ["activate", "fetch", "install", "message"]
    code = re.sub(r"//[^\n]*", "", text)
    for word in ("event.data", "importScripts", "registration", "indexedDB", ".put(", "eval", "skipWaiting"):
        assert word not in code


def test_the_worker_may_fetch_what_it_keeps_and_nothing_else(stranger: FlaskClient, lists: dict[str, Any]) -> None:
    """Its own policy names each page, the folder of the talks, the way out, and the folder of the release."""
    rules = policy.directives(stranger.get("/offline.js").headers["Content-Security-Policy"])
    folder = lists["FILES"][0][: len("/static/0123456789ab/")]
    pages = {path for path in (*lists["PAGES"], *lists["SCRIPTS"]) if not path.startswith("/talk/")}
    named = {f"localhost{path}" for path in (*pages, "/talk/", "/leave", folder)}
    assert set(rules["connect-src"].split()) == named
    assert all(path.startswith(folder) for path in lists["FILES"])
    # Some proxies refuse an answer whose headers are larger than 4 KB; a long host name has room yet.
    headers = stranger.get("/offline.js").headers
    assert sum(len(name) + len(value) + 4 for name, value in headers) + 20 * len(named) < 4096


def test_where_a_host_cannot_be_named_the_worker_fetches_nothing(stranger: FlaskClient) -> None:
    """No policy can name an IPv6 address: there the page runs no script, so no worker either."""
    rules = policy.directives(
        stranger.get("/offline.js", base_url="http://[::1]:8000").headers["Content-Security-Policy"]
    )
    assert rules["connect-src"] == "'none'"


@pytest.mark.parametrize("address", ["https://evil.example/", "/photos?x", "*", "'self'", "/a; script-src *", "/", ""])
def test_nothing_odd_stands_in_the_policy_of_the_worker(address: str) -> None:
    """Only pages and a release can be named."""
    from safety.web import content_security

    with pytest.raises(ValueError, match="not the address"):
        content_security.keeper("localhost", (address,))


@pytest.mark.parametrize("path", MANIFESTS)
def test_a_manifest_is_neutral(client: CheckingClient, stranger: FlaskClient, path: str) -> None:
    """Its name says nothing of the site; it opens the page of the kit, and no file can be sent to it."""
    answer = client.get(path)
    assert answer.mimetype == "application/manifest+json"
    said = answer.get_json(force=True)
    assert said.keys() == {"name", "short_name", "lang", "dir", "start_url", "scope", "display", "icons"}
    assert said["name"] == said["short_name"]
    assert not TELLING.search(said["name"])
    # As an app the maker of some browsers would build it, and learn of it.
    assert (said["start_url"], said["scope"], said["display"]) == ("/offline", "/", "browser")
    for icon in said["icons"]:
        with stranger.get(icon["src"]) as picture:
            assert (picture.status_code, picture.mimetype) == (200, icon["type"])


def test_every_name_is_its_own(client: CheckingClient) -> None:
    """Three names, three pictures."""
    said = [client.get(path).get_json(force=True) for path in MANIFESTS]
    assert len({one["name"] for one in said}) == len({one["icons"][0]["src"] for one in said}) == 3


@pytest.mark.promise("kept-only-when-asked")
def test_no_page_links_a_manifest(client: CheckingClient, lists: dict[str, Any]) -> None:
    """A browser is told of a name only when it was chosen; the page of the kit does not have it either."""
    for path in (*lists["PAGES"], "/", "/privacy", "/about"):
        assert 'rel="manifest"' not in client.get(path).text


@pytest.mark.promise("kept-only-when-asked")
def test_one_script_knows_of_the_worker() -> None:
    """Nothing but the page of the kit can begin it, and it begins nothing by itself."""
    words = re.compile(r"serviceWorker|\bcaches\b")
    files = [*(ROOT / "static" / "js").rglob("*.js"), *(ROOT / "templates").rglob("*.*")]
    found = {path.relative_to(ROOT).as_posix() for path in files if words.search(path.read_text(encoding="utf-8"))}
    assert found == {"static/js/pages/kit.js", "templates/pages/offline.js"}
    importing = {path.name for path in files if '"./kit.js"' in path.read_text(encoding="utf-8")}
    assert importing == {"offline.js"}


def test_the_page_says_first_what_it_leaves(client: CheckingClient) -> None:
    """The trace, who can see it, and that nothing of the visitor is kept, all of it above the button."""
    before, _, _ = client.get("/offline").text.partition('id="keep"')
    for words in ("It leaves a trace", "on the home screen", "Nothing of yours is kept", 'href="/help/safety"'):
        assert words in before


def test_the_page_keeps_its_own_policy(stranger: FlaskClient) -> None:
    """The pages that are gathered for the kit have policies of their own, which must not become that of this one."""
    for path in ("/offline", "/offline.js"):
        assert policy.faults(stranger.get(path)) == []


@pytest.mark.parametrize("path", ["/photos", "/privacy"])
def test_the_page_is_found(client: CheckingClient, path: str) -> None:
    """From where people ask themselves the question."""
    assert 'href="/offline"' in client.get(path).text
