"""Nobody is sent on through us: where a redirect leads is written in the site or its settings."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask import Flask

from safety.config import Config
from tests.conftest import make_app
from tests.site.table import VISITS, Visit
from tests.teach.room.samples import quick

NEUTRAL = "https://neutral.example/weather"
TARGETS = (
    *(
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "/%09/evil.example",
    ),
    *(
        "/%0d%0aLocation:%20//evil.example",
        "javascript:alert(1)",
        "data:text/html,evil",
        "https://neutral.example@evil.example",
    ),
    *(
        "%68ttps://evil.example",
        "/%2f%2fevil.example",
        "https://evil.example\\@neutral.example",
        "\thttps://evil.example",
    ),
)
FIELDS = ("to", "next", "url", "return", "returnTo", "redirect", "redirect_uri", "continue", "leave_to", "dest", "go")
REDIRECTS = tuple(visit for visit in VISITS if 300 <= visit.status < 400 and visit.path != "/leave")


@pytest.fixture(scope="module")
def site(config: Config) -> Flask:
    """A site that leaves for a neutral one."""
    return make_app(replace(config, leave_to=NEUTRAL))


@pytest.mark.attack("V3.7.2", "makes a link to 'Leave this site' that leads to a site of theirs")
@pytest.mark.parametrize("target", TARGETS)
def test_leaving_goes_where_the_operator_said(site: Flask, target: str) -> None:
    """No field, no header and no part of the address changes it."""
    client = quick(site)
    for field in FIELDS:
        assert client.get("/leave", query_string={field: target}).location == NEUTRAL
    for header in ("Referer", "X-Forwarded-Host", "X-Original-URL", "X-Forwarded-Prefix", "Origin"):
        assert client.get("/leave", headers={header: target.strip().replace("\r", "")}).location == NEUTRAL
    answer = client.get(f"/leave/{target.strip()}")
    assert answer.status_code in (303, 404)
    assert answer.location in (None, NEUTRAL)


@pytest.mark.attack("V3.7.2", "hangs a target on any other address that redirects")
@pytest.mark.parametrize("visit", REDIRECTS, ids=str)
def test_every_other_redirect_stays_here(app: Flask, visit: Visit) -> None:
    """It is a path of this site, the same with and without what was hung on, and with a foreign Referer."""
    plain = visit.go(quick(app)).location
    client = quick(app)
    client.environ_base["HTTP_REFERER"] = "https://evil.example/x"
    hung = "&".join(f"{field}=//evil.example" for field in FIELDS)
    answer = replace(visit, path=f"{visit.path}?{hung}").go(client)
    assert answer.request.query_string.decode() == hung
    location = answer.location
    assert "evil" not in location
    assert (urlsplit(location).netloc, location.startswith("//"), "\\" in location) == ("", False, False)
    assert location == plain


@pytest.mark.attack("V3.7.2", "writes an address with two slashes or a backslash at its start, to be redirected there")
@pytest.mark.parametrize(
    "path",
    [
        *("//evil.example", "//evil.example/", "//evil.example/..", "/\\evil.example/", "/%5cevil.example/"),
        *("/%2fevil.example/", "///evil.example/%2e%2e", "/check//evil.example", "/.//evil.example"),
    ],
)
def test_no_address_is_put_right_by_a_redirect(app: Flask, path: str) -> None:
    """What is no page is answered as none: the site never repairs an address."""
    answer = quick(app).open(path="/", environ_overrides={"PATH_INFO": path, "REQUEST_URI": path})
    assert (answer.status_code, answer.location) == (404, None)
