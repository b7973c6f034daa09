"""Caches, our own and others': what one visitor asks for never changes what the next one gets."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from safety.web.ready_pages import ReadyPages
from tests.journeys import start_check
from tests.policy import is_private
from tests.site.table import VISITS, Visit
from tests.teach.room.samples import quick

PUBLIC = tuple(
    visit for visit in VISITS if visit.form is None and visit.status == 200 and not visit.in_check
    and not is_private(visit.path)
)  # fmt: skip
# What a cache leaves out of its key, and some program somewhere believes.
UNKEYED = {
    "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-Prefix": "/xcanary",
    "X-Forwarded-Port": "1", "X-Original-URL": "/leave", "X-Rewrite-URL": "/leave", "X-HTTP-Method-Override": "POST",
    "X-Forwarded-For": "127.0.0.1", "Forwarded": "host=evil.example", "Origin": "https://evil.example",
    "Referer": "https://evil.example/xcanary", "User-Agent": "<xcanary>", "Accept": "application/json, xcanary/xcanary",
    "Accept-Language": "xx-xcanary, ar;q=0.9", "Accept-Charset": "utf-7", "Cookie": "unshared=xcanary; lang=xcanary",
    "Range": "bytes=0-9", "If-Range": "xcanary", "If-Modified-Since": "Mon, 23 Nov 2026 00:00:00 GMT", "DNT": "1",
    "Save-Data": "on", "Sec-GPC": "1", "Sec-Fetch-Dest": "script", "Sec-Purpose": "prefetch", "Purpose": "prefetch",
    "X-Requested-With": "XMLHttpRequest", "Authorization": "Basic eGNhbmFyeQ==", "Upgrade": "h2c", "TE": "trailers",
    "Cache-Control": "only-if-cached", "Pragma": "xcanary", "Content-Type": "application/json", "Via": "xcanary",
}  # fmt: skip


def undated(answer: TestResponse) -> tuple[int, bytes, list[tuple[str, str]]]:
    """All of an answer but its date."""
    return answer.status_code, answer.data, [pair for pair in answer.headers if pair[0] != "Date"]


def forget(app: Flask) -> None:
    """Empties the shelf of ready pages: the next who asks has the page made."""
    ready: ReadyPages = app.extensions["ready-pages"]
    ready.shelf.forget()


@pytest.mark.attack("V14.2.2", "has a page made with strange headers, so that the next visitor gets what came of it")
@pytest.mark.parametrize("visit", PUBLIC, ids=str)
def test_a_page_is_the_same_whoever_asks_first(app: Flask, visit: Visit) -> None:
    """Each page of everybody, made anew for an attacker and for an honest visitor: equal, headers and all."""
    forget(app)
    honest = undated(quick(app).get(visit.path))
    forget(app)
    poisoned = quick(app).get(visit.path, headers=UNKEYED, data=b"fat=xcanary", query_string={"xcanary": "<xcanary>"})
    assert undated(poisoned) == honest
    assert undated(quick(app).get(visit.path)) == honest


@pytest.mark.attack(
    "V14.2.2", "asks for a page of a visitor under the name of a file, so that a cache keeps it (path confusion)"
)
@pytest.mark.parametrize(
    "added",
    [
        "/x.css",
        ".css",
        ";x.css",
        "%2fx.css",
        "%3bx.css",
        "/..%2fx.css",
        "%00.css",
        "%0a.css",
        "%23.css",
        "%3f.css",
        "//x.js",
        "/.css",
    ],
)
def test_a_private_page_has_one_address(app: Flask, added: str) -> None:
    """With a name hung on there is no page; nothing of the check is in the answer, and no cache may keep it."""
    client = quick(app)
    start_check(client)
    for path in ("/check/plan", "/check/saved", "/check/print", "/check/summary"):
        answer = client.get(f"{path}{added}")
        assert answer.status_code == 404
        assert answer.headers["Cache-Control"] == "no-store"
        assert 'name="mark"' not in answer.text


@pytest.mark.attack("V14.3.2", "looks for a visitor's pages in the cache of a shared computer")
@pytest.mark.parametrize("visit", [visit for visit in VISITS if visit not in PUBLIC], ids=str)
def test_what_is_a_visitors_own_is_kept_nowhere(app: Flask, visit: Visit) -> None:
    """Neither browsers nor networks of caches may keep it, and it has no validator that could tell it again."""
    answer = visit.go(quick(app))
    names = {name.lower() for name, _ in answer.headers}
    assert answer.headers["Cache-Control"] == "no-store"
    assert not names & {"etag", "last-modified", "expires", "age", "cdn-cache-control", "surrogate-control"}


@pytest.mark.attack("V2.4.1", "fills the shelf of ready pages: other spellings, hosts, queries, languages, codings")
def test_the_shelf_holds_no_more_than_the_site_has(app: Flask) -> None:
    """Hundreds of ways to ask for one page are the same few entries."""
    forget(app)
    ready: ReadyPages = app.extensions["ready-pages"]
    client = quick(app)
    for number in range(60):
        client.get(f"/privacy?{number}")
        client.get(f"/privacy{'/' * number}")
        client.get("/privacy", headers={"Accept-Language": f"x{number}", "Accept-Encoding": f"br;q=0.{number}, gzip"})
        client.get("/privacy", headers={"Host": f"name-{number}.example"})
        client.get(f"/privac%7{number % 10}")
        client.get(f"/PRIVACY{number}")
    # As it is, with brotli, and with gzip.
    assert len(ready.shelf) <= 3


@pytest.mark.attack(
    "V14.2.2", "asks with the cookies of a check or a desk, to have a public page keep something of them"
)
def test_a_page_of_everybody_never_reads_a_cookie(app: Flask) -> None:
    """Whoever is in the middle of a check gets the same bytes as a stranger, and no cookie is given or taken."""
    client = quick(app)
    start_check(client)
    for visit in PUBLIC:
        mine, strangers = client.get(visit.path), quick(app).get(visit.path)
        assert mine.data == strangers.data
        assert "Set-Cookie" not in mine.headers
        assert not re.search("Cookie", mine.headers.get("Vary", ""))
