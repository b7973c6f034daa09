"""The text about a menu that has moved: copied with a press, or marked by hand, and never sent."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from safety.library.keys import item_key
from tests.browser.served import Site

PATH = f"/check/all/{item_key('android-private-space')}"
FOLD = "Tell those who look after this site"


def test_the_text_is_copied_or_marked_and_not_sent(page: Page, base_url: str, site: Site) -> None:
    """The button says what it did; what is copied is what stands there, and the server hears nothing of it."""
    page.goto(base_url + PATH)
    page.locator("summary", has_text=FOLD).click()
    button = page.locator("[data-copy]")
    expect(button).to_be_visible()
    before = len(site.seen)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ready [role=status]")).to_have_text(
        "The text is marked. Copy it as you copy other text."
        if page.evaluate("() => getSelection().toString() !== ''")
        else "Copied."
    )
    assert site.since(before) == []


def test_without_script_there_is_the_text_and_no_dead_button(browser: Browser, base_url: str) -> None:
    """It can be marked and copied as any other text, and by the keyboard it can be reached."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + PATH)
    page.locator("summary", has_text=FOLD).click()
    text = page.locator("[data-ready]")
    expect(text).to_be_visible()
    expect(text).to_contain_text("Step: android-private-space")
    assert text.get_attribute("tabindex") == "0"
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    context.close()
