"""Real Chromium against the real server. Every test here also proves what must hold on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect

from tests.browser.keeping import keep
from tests.browser.served import Seen, Site, launch_options, serve

# What is waited for comes, on a busy machine late: no test is about how fast it is.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`));
"""


class Troubles:
    """What no page may do, heard from every page of the contexts it listens to."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.heard: list[str] = []
        self._allowed: list[str] = []

    def allow(self, words: str) -> None:
        """Lets troubles pass that contain ``words``: the test is about them."""
        self._allowed.append(words)

    def listen(self, context: BrowserContext) -> None:
        """Hears errors on the console, policy violations, thrown errors and requests to elsewhere."""
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.heard.append(f"thrown: {error.error}"))
        context.on("request", self._request)

    @property
    def left(self) -> list[str]:
        """The troubles that no test allowed."""
        return [one for one in self.heard if not any(words in one for words in self._allowed)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"console {message.type}: {message.text} ({message.page and message.page.url})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site.url + "/", "data:", "blob:")):
            self.heard.append(f"request to elsewhere: {request.url}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The running site, one for all browser tests: it keeps nothing of a visitor."""
    with serve(tmp_path_factory.mktemp("instance")) as served:
        yield served


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    """So that ``page.goto("/check")`` finds the site."""
    return site.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser of the system, which calls nobody."""
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture
def troubles(site: Site) -> Iterator[Troubles]:
    """Hears every page of a test; at the end there must be nothing, and no address with a question mark."""
    site.wait_until_left()
    heard, before = Troubles(site), len(site.seen)
    yield heard
    assert heard.left == []
    assert [f"{one.path}?{one.query}" for one in site.since(before) if one.query] == []


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext], troubles: Troubles) -> Callable[..., BrowserContext]:
    """Makes browser contexts that are listened to; ``context`` and ``page`` come from here too."""

    def make(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        troubles.listen(context)
        return context

    return make


@pytest.fixture
def without_script(new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a browser that runs no JavaScript."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def kept(page: Page) -> Page:
    """A browser in which the tools were kept, on the page that keeps them."""
    keep(page)
    return page


@pytest.fixture
def offline(kept: Page, arrived: Callable[[], list[Seen]]) -> Iterator[Page]:
    """The same without internet; nothing reaches the server from then on."""
    kept.context.set_offline(True)
    before = len(arrived())
    yield kept
    # The browser itself looks for a newer worker after opening pages, also when the pages have no network.
    assert [one.path for one in arrived()[before:] if one.path != "/offline.js"] == []


@pytest.fixture
def arrived(site: Site) -> Callable[[], list[Seen]]:
    """What reached the server since the test began."""
    before = len(site.seen)
    return lambda: site.since(before)
