"""The photo engine of the browser makes the same of every vector as the one of the server, in real Chromium."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import Page

from safety.web.headers import STATIC
from tests.browser import photo_twin
from tests.browser.engine_page import QUIET_PAGE, address
from tests.browser.photo_twin import Case
from tests.browser.served import Site

ASK_PAGE = "async ({ script, ...asked }) => (await import(script)).replay(asked)"
# The policy of the site lets one script make addresses of scripts, once.
ASK_WORKER = """
({ script, ...asked }) => new Promise((done, fail) => {
  globalThis.twinPolicy ??= trustedTypes.createPolicy("unshared", { createScriptURL: (url) => url });
  globalThis.twin ??= new Worker(twinPolicy.createScriptURL(script));
  twin.onerror = (event) => fail(new Error(`worker: ${event.message}`));
  twin.onmessage = ({ data }) => (data.error ? fail(new Error(data.error)) : done(data.answers));
  twin.postMessage(asked);
})
"""
MODULE = re.compile(r'^modules\["(.*?)"\] = .*?^\}\)\(\);$', re.MULTILINE | re.DOTALL)

# Gives the names of the cases that were answered otherwise.
Replay = Callable[[Iterable[Case]], list[str]]


def replayed(page: Page, site: Site, script: str, ask: str, *, as_blobs: bool) -> Replay:
    """Asks a script, which a page of the site finds beside the engine."""
    twin = address(site, photo_twin.ENTRY)
    headers = {**STATIC, "Content-Type": "text/javascript"}
    page.context.route(f"**{twin}", lambda route: route.fulfill(body=script, headers=headers))
    page.goto(QUIET_PAGE)

    def replay(cases: Iterable[Case]) -> list[str]:
        found: list[str] = []
        for batch in photo_twin.batches(cases):
            asked: dict[str, Any] = {"script": twin, **photo_twin.question(batch, as_blobs=as_blobs)}
            found += photo_twin.wrong(batch, page.evaluate(ask, asked))
        return found

    return replay


@pytest.fixture
def in_worker(page: Page, site: Site) -> Replay:
    """The engine joined into one script, in a worker, which reads each file as a Blob: the way of a visitor."""
    return replayed(page, site, photo_twin.worker(), ASK_WORKER, as_blobs=True)


@pytest.fixture
def on_page(page: Page, site: Site) -> Replay:
    """The engine as modules, on a page, with each file in memory."""
    return replayed(page, site, photo_twin.SCRIPT, ASK_PAGE, as_blobs=False)


def test_samples_are_answered_the_same(in_worker: Replay) -> None:
    """Format, ops, findings, digest and ending, or the error; what is put together is read again before it counts."""
    assert in_worker(photo_twin.samples()) == []


def test_damaged_samples_are_answered_the_same(in_worker: Replay) -> None:
    """Each cut and each wrong size."""
    assert in_worker(photo_twin.damaged()) == []


def test_hostile_samples_are_answered_the_same(in_worker: Replay) -> None:
    """Files that are built to take long."""
    assert in_worker(photo_twin.hostile()) == []


def test_long_files_are_answered_the_same(in_worker: Replay) -> None:
    """Those that are read in more than one piece."""
    assert in_worker(photo_twin.long()) == []


def test_modules_answer_the_same_as_when_they_are_joined(on_page: Replay) -> None:
    """Nothing is lost or changed where they are put into one file."""
    cases = list(photo_twin.samples())
    for case in cases:
        # On a page there is no whole way to an ending.
        case.answer.pop("ending", None)
    assert on_page(cases) == []


def test_what_is_replayed_is_what_visitors_get(site: Site, page: Page) -> None:
    """Every module of the engine that was asked stands letter by letter in the worker of the page of the photos."""
    served = page.request.get(address(site, "js/photos/engine.js")).text()
    replayed_parts = {match[1]: match[0] for match in MODULE.finditer(photo_twin.worker())}
    del replayed_parts["photo_twin.js"]
    assert len(replayed_parts) > 80
    assert [name for name, text in replayed_parts.items() if text not in served] == []
