"""'My say' and 'Tell someone' in real Chromium: played without reading, told in two lines, and nothing of it kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import talk_tools
from tests.browser.served import Seen

GROUPS = ("who", "much", "needs")


@pytest.fixture
def say(page: Page) -> Page:
    """'My say', at its first drawing."""
    page.goto("/talk/my-say")
    page.locator("#my-say").wait_for()
    return page


@pytest.fixture
def tell(page: Page) -> Page:
    """'Tell someone', ready."""
    page.goto("/talk/tell")
    page.locator("#made").wait_for()
    return page


def test_every_kind_gets_its_answer_on_paper(say: Page, arrived: Callable[[], list[Seen]]) -> None:
    """One mark for each, the one that was chosen; a drawing can be tapped and sorted anew; nothing is sent."""
    before, kinds = len(arrived()), say.locator("[data-kind]").count()
    talk_tools.sort_kinds(say)
    assert say.locator("[data-column] li").count() == kinds
    say.locator("[data-column=yes] button").first.click()
    say.locator(".say-buttons button[value=no]").click()
    expect(say.locator("[data-part=sorted-title]")).to_be_focused()
    assert say.locator(".is-chosen").count() == kinds
    expect(say.locator("[data-kind]").first.locator(".is-chosen")).to_have_attribute("data-mark", "no")
    # The browser asks for the icon of the page when it likes.
    assert [one for one in arrived()[before:] if not one.path.endswith("/icon.svg")] == []
    assert say.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_it_is_played_with_the_keyboard(say: Page) -> None:
    """From the drawing Tab goes to the three answers; Enter takes one, and the next drawing has the focus."""
    say.locator("[data-part=kind]").focus()
    first = say.locator("[data-part=kind]").text_content()
    for _ in range(2):
        say.keyboard.press("Tab")
    say.keyboard.press("Enter")
    expect(say.locator("[data-part=kind]")).to_be_focused()
    assert say.locator("[data-part=kind]").text_content() != first
    expect(say.locator("[data-kind]").first.locator(".is-chosen")).to_have_attribute("data-mark", "ask")


def test_what_nobody_sorted_is_to_be_asked(say: Page) -> None:
    """A game that ends early allows nothing."""
    say.locator(".say-buttons button[value=yes]").click()
    marks = say.locator(".is-chosen").evaluate_all("(all) => all.map((one) => one.dataset.mark)")
    assert marks[0] == "yes"
    assert set(marks[1:]) == {"ask"}


def test_leaving_forgets_what_was_sorted(say: Page) -> None:
    """Who comes back begins anew."""
    talk_tools.sort_kinds(say)
    say.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert say.locator(".is-chosen").count() == 0
    expect(say.locator("[data-part=place]")).to_contain_text("1")


def test_three_choices_make_two_lines(tell: Page, arrived: Callable[[], list[Seen]]) -> None:
    """None before all are chosen; then two, copied by a button, with the word that no picture is sent."""
    before = len(arrived())
    chosen = []
    for name in GROUPS:
        expect(tell.locator("[data-part=ready]")).to_be_hidden()
        field = tell.locator(f"input[name={name}]").nth(1)
        field.check()
        chosen.append(field.get_attribute("value"))
    lines = tell.locator("[data-part=lines] p").all_text_contents()
    assert lines == [f"{chosen[0]} {chosen[1]}", chosen[2]]
    expect(tell.get_by_text("never the picture")).to_be_visible()
    tell.get_by_role("button", name="Copy them").click()
    expect(tell.locator("[data-part=status]")).not_to_be_empty()
    # The browser asks for the icon of the page when it likes.
    assert [one for one in arrived()[before:] if not one.path.endswith("/icon.svg")] == []
    assert tell.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_leaving_and_clearing_forget_the_lines(tell: Page) -> None:
    """No choice and no line is left."""
    for forget in (
        lambda: tell.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))"),
        lambda: tell.get_by_role("button", name="Clear").click(),
    ):
        for name in GROUPS:
            tell.locator(f"input[name={name}]").first.check()
        forget()
        assert tell.locator("input:checked").count() == 0
        expect(tell.locator("[data-part=lines]")).to_be_empty()


def test_without_script_the_lines_can_be_read(without_script: Page) -> None:
    """Every sentence is on the page, to read out or to copy by hand; for 'My say' there is paper."""
    without_script.goto("/talk/tell")
    expect(without_script.locator("[data-says]").first).to_be_visible()
    expect(without_script.locator("#made")).to_be_hidden()
    without_script.goto("/talk/my-say")
    expect(without_script.locator("[data-part=sheet]")).to_be_visible()
    expect(without_script.locator("#my-say")).to_be_hidden()
