"""Keeping the tools in a browser, for the tests of it: the two buttons, what is left, and what is kept."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

LEFT = """async () => [
  (await navigator.serviceWorker.getRegistrations()).map((one) => one.active?.scriptURL ?? "not active"),
  await caches.keys(),
]"""
KEPT = (
    "async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({ url }) => new URL(url).pathname)"
)
NOTHING: list[list[str]] = [[], []]
# What a browser writes on the console when the network is gone, or refuses.
NO_NETWORK = "ERR_INTERNET_DISCONNECTED"


def state(page: Page) -> Locator:
    """Where the page says how things stand."""
    return page.locator("#state")


def keep(page: Page, base_url: str = "") -> None:
    """Opens the page, presses the button, and waits until everything is kept."""
    page.goto(f"{base_url}/offline")
    page.get_by_role("button", name="Keep these tools on this device").click()
    expect(state(page)).to_contain_text("ready to use without internet")


def remove(page: Page) -> None:
    """Presses the other button, and waits until nothing is left."""
    page.get_by_role("button", name="Remove all of it").click()
    expect(state(page)).to_contain_text("Removed from this browser")
