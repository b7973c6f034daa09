"""A lesson in the browser: slides by keyboard, a plan changed without JavaScript, sheets on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PAPERS = ("A4", "Letter")
SLIDES = "/teach/13-15-45-none/slides"


def place(page: Page) -> str:
    """Which slide is in front, such as 1/20."""
    words = page.locator("[data-part=place]").text_content() or ""
    return "/".join(re.findall(r"\d+", words))


def printed(page: Page, paper: str) -> int:
    """How many pages of ``paper`` it is printed on."""
    return page.pdf(format=paper).count(b"/Type /Page\n")


def test_slides_by_keyboard(page: Page) -> None:
    """Arrows and space go on and back and stop at both ends; B blanks; Escape ends where it began."""
    page.goto(SLIDES)
    count = page.locator(".slide").count()
    start = page.get_by_role("button", name="Show them one by one")
    start.press("Enter")
    expect(page.locator(".slide:visible")).to_have_count(1)
    assert place(page) == f"1/{count}"
    for key in ("ArrowRight", "PageDown", " "):
        page.keyboard.press(key)
    assert place(page) == f"4/{count}"
    page.keyboard.press("ArrowLeft")
    assert place(page) == f"3/{count}"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert place(page) == f"1/{count}"
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    assert place(page) == f"{count}/{count}"
    page.keyboard.press("b")
    expect(page.locator(".slide.front h2")).to_be_hidden()
    expect(page.get_by_role("button", name="Blank")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("b")
    expect(page.locator(".slide.front h2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(start).to_be_focused()
    expect(page.locator(".slide:visible")).to_have_count(count)


def test_slides_by_mouse_reach_every_slide(page: Page) -> None:
    """The buttons under the slide do what the keys do, and the page behind is out of reach."""
    page.goto(SLIDES)
    page.get_by_role("button", name="Show them one by one").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Back").click()
    assert place(page).startswith("2/")
    expect(page.locator("header")).to_have_attribute("inert", "")
    page.get_by_role("button", name="End").click()
    expect(page.locator("header")).not_to_have_attribute("inert", "")


def test_slides_without_script_are_a_page(without_script: Page) -> None:
    """All of them, one under the other, and no button that does nothing."""
    without_script.goto(SLIDES)
    expect(without_script.locator(".slide:visible")).to_have_count(without_script.locator(".slide").count())
    expect(without_script.get_by_role("button", name="Show them one by one")).to_be_hidden()
    expect(without_script.get_by_role("button", name="Next")).to_be_hidden()


def test_a_plan_is_changed_and_shown_without_script(without_script: Page) -> None:
    """From the start page to a run sheet of one's own; the moved activity is in view."""
    page = without_script
    page.goto("/teach")
    page.get_by_label("Ages 11 and 12").check()
    page.get_by_role("button", name="Show the plan").click()
    page.get_by_role("button", name="Change or save it").click()
    second = page.locator("#p2 h2").text_content() or ""
    page.locator("#p2").get_by_role("button", name="Down").click()
    expect(page.locator("#p3 h2")).to_have_text(second)
    assert page.url.endswith("#p3")
    page.get_by_label("Minutes").first.select_option("10")
    page.get_by_role("button", name="Count again").last.click()
    expect(page.get_by_role("status")).to_contain_text("too many")
    page.get_by_role("button", name="Show the run sheet").click()
    expect(page.locator(".glance tbody tr").nth(2)).to_contain_text(second)
    page.get_by_role("button", name="Change it").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    assert saved.value.suggested_filename == "workshop.json"


@pytest.mark.parametrize("paper", PAPERS)
def test_the_cover_version_is_two_pages(page: Page, paper: str) -> None:
    """Also for the longest lesson, so that it can be one sheet of paper; the disclosure sheet is another."""
    for path in ("/teach/13-15-90-none/cover", "/teach/staff-90-none/cover", "/teach/8-10-45-none/cover"):
        page.goto(path)
        assert printed(page, paper) <= 2, path
    page.goto("/teach/disclosure")
    assert printed(page, paper) == 2
    page.goto("/teach/letters")
    assert printed(page, paper) == 3
