"""The page that keeps the tools: what it says, for whom, and the name of an icon."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keeping import LEFT, NOTHING, state


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("Object.defineProperty(globalThis, 'isSecureContext', { value: false })", "without HTTPS"),
        ("delete Navigator.prototype.serviceWorker", "does not let us keep pages"),
        ("Object.defineProperty(globalThis, 'caches', { get() { throw new DOMException('no') } })", "does not let us"),
    ],
    ids=["plain HTTP", "private window", "storage forbidden"],
)
def test_where_nothing_can_be_kept_it_says_so(page: Page, missing: str, words: str) -> None:
    """Without HTTPS, in some private windows, or where a setting forbids it: the reason, and no button."""
    page.add_init_script(missing)
    page.goto("/offline")
    expect(state(page)).to_contain_text(words)
    expect(page.locator("main button:visible")).to_have_count(0)


def test_without_javascript_it_says_so(without_script: Page) -> None:
    """And what to do instead; no dead button."""
    without_script.goto("/offline")
    expect(without_script.locator("#without-script")).to_contain_text("This needs JavaScript")
    expect(without_script.locator("main button:visible, main input:visible")).to_have_count(0)


@pytest.mark.parametrize("name", ["Notes", "Units", "List"])
def test_a_name_is_told_to_the_browser_when_it_is_chosen(page: Page, name: str) -> None:
    """Wherever a browser looks for a name or a picture, it then finds the neutral one; the manifest is sound."""
    page.goto("/offline")
    assert page.locator("link[rel=manifest]").count() == 0
    page.locator("label", has_text="List").click()
    page.locator("label", has_text=name).click()
    expect(page).to_have_title(name)
    expect(page.get_by_text("look for “Add to home screen”")).to_be_visible()
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"].endswith(f"/offline/{name.lower()}.webmanifest")
    addresses = page.locator("link[rel=icon], link[rel=apple-touch-icon]").evaluate_all(
        "(all) => all.map((one) => one.href)"
    )
    assert [address.rpartition("/")[2] for address in addresses] == [f"{name.lower()}.png"] * 2
    assert page.evaluate(LEFT) == NOTHING


def test_by_keyboard(page: Page) -> None:
    """Enter keeps and Enter removes; the focus is where the page says how it ended, never lost."""
    page.goto("/offline")
    page.get_by_role("button", name="Keep these tools on this device").focus()
    page.keyboard.press("Enter")
    expect(state(page)).to_contain_text("ready to use without internet")
    expect(state(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Remove all of it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(state(page)).to_contain_text("Removed from this browser")
    expect(state(page)).to_be_focused()
