"""Two short checks in a browser, with JavaScript and without: from the doors to the last tick."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.served import Seen
from tests.browser.walk import item, item_ids

MARK = "() => { window.stillHere = true; }"
STILL_HERE = "() => window.stillHere === true"


@pytest.fixture(params=["with script", "without script"])
def either(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a browser that runs scripts, then of one that does not."""
    return new_context(java_script_enabled=request.param == "with script").new_page()


def press(page: Page, id_: str, word: str) -> None:
    """Presses a button of an item and waits until it offers the way back."""
    page.locator(f"button[value='{id_} {word}']").click()
    expect(page.locator(f"button[value='{id_} open']")).to_have_attribute("aria-pressed", "true")


def test_an_evening(either: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Doors, safety first, an answer on the page, ticks in order, and the same ticks in the plan."""
    page = either
    page.goto("/check/short")
    page.get_by_role("link", name="Trust has changed").click()
    expect(page.locator("h1")).to_have_text("Trust has changed")
    expect(page.locator(".note.warm").first).to_contain_text("before you change anything")
    assert page.context.cookies() == []
    page.get_by_label("Mine. I am 18 or over").check()
    page.get_by_role("button", name="Show my list").click()
    expect(page.locator("form > details.fold > summary")).to_contain_text("Mine. I am 18 or over")
    ids = item_ids(page)
    expect(item(page, ids[0]).locator(".how")).to_have_attribute("open", "")
    press(page, ids[0], "done")
    press(page, "email-strong", "done")
    expect(page.get_by_role("status")).to_contain_text(f"2 of {len(ids)} done.")
    assert item_ids(page) == ids
    page.goto("/check")
    for number in range(2, 7):
        expect(page.locator("#count")).to_contain_text(f"Question {number} of")
        page.get_by_role("button", name="Skip this question").click()
    expect(item(page, "email-strong").locator(".tick")).to_have_attribute("aria-pressed", "true")
    assert {one.path for one in arrived() if one.method == "POST"} == {"/check/short/evening", "/check"}


def test_before_a_picture(either: Page) -> None:
    """Without an age it is about being asked; an adult gets the other list, and loses it with the answer."""
    page = either
    page.goto("/check/short/before")
    expect(page.locator("h1")).to_have_text("Someone asked you for a picture")
    page.get_by_label("Mine. I am 18 or over").check()
    page.get_by_role("button", name="Show my list").click()
    expect(page.locator("h1")).to_have_text("Before you send a private picture")
    press(page, "check-in-first", "done")
    page.locator("form > details.fold > summary").click()
    page.get_by_label("Mine. I am under 18").check()
    page.get_by_role("button", name="Show my list").click()
    expect(page.locator("h1")).to_have_text("Someone asked you for a picture")
    expect(page.locator(".tick[value^='check-in-first']")).to_have_count(0)
    expect(page).to_have_url("/check/short/before")


def test_a_tick_keeps_the_page_and_the_focus(page: Page) -> None:
    """Who uses a keyboard goes on where they were; an answer leads to the top of the new list."""
    page.goto("/check/short/evening")
    page.evaluate(MARK)
    page.get_by_label("Mine. I am under 18").check()
    page.get_by_role("button", name="Show my list").press("Enter")
    page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    third = item_ids(page)[2]
    page.locator(f"button[value='{third} done']").press("Enter")
    expect(page.locator(f"button[value='{third} open']")).to_be_focused()
    assert page.evaluate(STILL_HERE)
