"""Scenes to practise in real Chromium: calm, by keyboard, without script, and nothing of it is sent or kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Seen

SCENE = "/talk/scenes/classmate-picture"
TEENS = "/talk/scenes/they-keep-asking"
OPEN = ".choice[open] > summary:visible"
CLOSED = ".choice:not([open]) > summary:visible"


def choose(page: Page, number: int) -> None:
    """Takes one of the choices on offer; numbers beyond the last take the last."""
    offered = page.locator(CLOSED)
    offered.nth(min(number, offered.count() - 1)).click()


def to_the_end(page: Page, number: int) -> int:
    """Chooses until an end is there; how many choices that took."""
    for steps in range(1, 13):
        choose(page, number)
        if page.locator(".end:visible").count():
            return steps
    raise AssertionError("no end")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_works_without_script_and_sends_nothing(
    without_script: Page, arrived: Callable[[], list[Seen]], number: int
) -> None:
    """Each choice opens what the other may hear and why, down to an end; no request and no address tells of it."""
    page = without_script
    page.goto(SCENE)
    page.wait_for_load_state("networkidle")
    before, address = len(arrived()), page.url
    steps = to_the_end(page, number)
    expect(page.locator(".end:visible")).to_have_count(1)
    expect(page.locator(".end:visible")).to_contain_text("What you can still do")
    expect(page.locator(".heard:visible")).to_have_count(steps)
    expect(page.locator(".heard:visible").first).to_contain_text("What your child may hear:")
    expect(page.locator(".heard:visible").first).to_contain_text("Why:")
    assert arrived()[before:] == []
    assert page.url == address
    assert page.evaluate("() => history.length") == 2


def test_only_the_way_taken_is_seen(page: Page) -> None:
    """After a choice the others go; taking it back brings them again, and the focus stays where it was."""
    page.goto(SCENE)
    expect(page.locator(CLOSED)).to_have_count(3)
    choose(page, 1)
    expect(page.locator(OPEN)).to_have_count(1)
    expect(page.locator(".moment:visible")).to_have_count(2)
    expect(page.locator(".ask:visible")).to_have_count(1)
    taken = page.locator(OPEN)
    expect(taken).to_contain_text("Take it back")
    taken.click()
    expect(page.locator(CLOSED)).to_have_count(3)
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"
    expect(page.locator(".back:visible")).to_have_count(0)


def test_by_keyboard(page: Page) -> None:
    """Enter and Space choose; Tab goes on to the words that opened, and Shift+Tab back to what can be taken back."""
    page.goto(SCENE)
    page.locator(CLOSED).first.focus()
    page.keyboard.press("Space")
    expect(page.locator(OPEN)).to_have_count(1)
    for _ in range(12):
        if page.locator(".end:visible").count():
            break
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.parentElement.matches('.choice:not([open])')")
        page.keyboard.press("Enter")
    expect(page.locator(".end:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".end:visible")).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(CLOSED).first).to_be_focused()


@pytest.mark.parametrize("path", [SCENE, TEENS])
def test_help_stands_under_every_step(page: Page, path: str) -> None:
    """One quiet part with the way to help, below the choices at the start, on the way and at an end."""
    page.goto(path)
    aside = page.get_by_role("complementary", name="Help")
    for _ in range(12):
        expect(aside).to_have_count(1)
        expect(aside.get_by_role("link")).to_have_count(2)
        lowest = page.locator(".moment:visible, .end:visible").last.bounding_box()
        place = aside.bounding_box()
        assert lowest is not None
        assert place is not None
        assert place["y"] >= lowest["y"] + lowest["height"]
        if page.locator(".end:visible").count():
            break
        choose(page, 2)
    aside.get_by_role("link", name="Get help").click()
    expect(page).to_have_url("/help")


def test_start_again_closes_everything(page: Page) -> None:
    """It is the same page, fresh: nothing of the first try is left."""
    page.goto(SCENE)
    to_the_end(page, 0)
    page.get_by_role("link", name="Start again").click()
    expect(page.locator(OPEN)).to_have_count(0)
    expect(page.locator(".moment:visible")).to_have_count(1)
    assert page.evaluate("() => scrollY") == 0


def test_a_teen_hears_of_the_other(page: Page) -> None:
    """On the teen's side nobody is called a child, and the other has a name."""
    page.goto(TEENS)
    choose(page, 0)
    expect(page.locator(".heard:visible")).to_contain_text("What they may hear:")
    expect(page.locator(".label:visible").first).to_have_text("Kim")


def test_nothing_moves(page: Page) -> None:
    """A scene waits as long as one likes: no animation, no transition, no script of its own."""
    page.goto(SCENE)
    to_the_end(page, 1)
    assert page.evaluate("() => document.getAnimations().length") == 0
    assert page.locator("script[src]").count() == 1


def test_what_was_opened_is_what_prints(page: Page) -> None:
    """On paper stands the way taken, not every other one as well."""
    page.goto(SCENE)
    to_the_end(page, 1)
    page.emulate_media(media="print")
    expect(page.locator(".end:visible")).to_have_count(1)
    expect(page.locator(".back:visible")).to_have_count(0)


def test_the_list_leads_to_each_side_and_age(page: Page) -> None:
    """Both sides, ages as headings, and from an age to a scene."""
    page.goto("/talk/scenes")
    for name in ("For parents and relatives", "For children and teens"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    teens = page.get_by_role("region", name="For children and teens")
    oldest = teens.locator(".card").filter(has=page.get_by_role("heading", name="16 and 17"))
    oldest.get_by_role("link", name="An ex writes about old pictures").click()
    expect(page).to_have_url("/talk/scenes/an-ex-writes")
