"""A check that is kept, in two browsers: six words on paper are all that goes from one to the other."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Troubles
from tests.browser.walk import ADULT, answered, item_ids, ring


def press(page: Page, name: str) -> None:
    """Presses the button with this name."""
    page.get_by_role("button", name=name, exact=True).click()


def tick(page: Page, id_: str) -> None:
    """Ticks an item of the plan, and waits for the answer."""
    page.locator(f"button[value='{id_} done']").click()
    expect(page.locator(f"button[value='{id_} open']")).to_have_count(1)


def test_two_browsers_tick_the_same_kept_check_until_it_is_deleted(
    page: Page, base_url: str, new_context: Callable[..., BrowserContext], troubles: Troubles
) -> None:
    """Keep, open elsewhere without JavaScript, tick on both, print button, reload, delete: all by the pages alone."""
    troubles.allow("422")
    answered(page.context, base_url, ADULT)
    page.goto("/check/plan")
    first, second = item_ids(page)[:2]
    page.get_by_role("link", name="Keep it longer").click()
    press(page, "Keep it and show me the words")
    expect(page.get_by_role("heading", name="Your six words")).to_be_visible()
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_visible()
    words = page.locator(".six li").all_inner_texts()
    assert len(words) == 6
    page.reload()
    expect(page.get_by_role("heading", name="This check is kept already")).to_be_visible()
    page.get_by_role("link", name="I have the words").click()
    expect(page.locator("#summary")).to_be_visible()
    tick(page, first)

    other = new_context(java_script_enabled=False).new_page()
    other.goto(base_url + "/check")
    other.get_by_role("link", name="Open a kept check").click()
    other.locator("#w1").fill(" ".join(["zooom", *words[1:]]))
    press(other, "Open it")
    expect(other.locator("#trouble")).to_contain_text("The first word is not on our list")
    other.locator("#w1").fill(" ".join(words).upper())
    press(other, "Open it")
    expect(other.locator(f"button[value='{first} open']")).to_have_count(1)
    tick(other, second)
    page.reload()
    assert ring(page).startswith("2/")
    for address in (page.url, other.url):
        assert not any(word in address for word in words)

    page.goto("/check/saved")
    press(page, "Delete now …")
    press(page, "Delete it, go on in this browser")
    page.get_by_role("link", name="Go on with the check").click()
    expect(page.locator("#summary")).to_be_visible()
    assert ring(page).startswith("2/")
    other.reload()
    expect(other.locator("input[name=question]")).to_have_value("who")
