"""The map of copies in a browser: from the first question to a tick, with script and without, drawn without a clash."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.served import Seen
from tests.browser.walk import ADULT, PAGES, TEEN, answered

# What the browser measures of the letters themselves: pairs of labels and circles of two places that meet.
CLASHES = """() => {
  const map = [...document.querySelectorAll(".copies-map")].find((one) => one.getBoundingClientRect().width);
  const spots = [...map.querySelectorAll(".spot")].map((spot) =>
    [...spot.querySelectorAll("text, circle:first-child")].map((part) => part.getBoundingClientRect()));
  const edge = map.getBoundingClientRect();
  const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const outside = spots.flat().filter((one) => one.left < edge.left - 1 || one.right > edge.right + 1);
  return outside.length + spots.flatMap((one, at) => spots.slice(at + 1).filter((other) =>
    one.some((a) => other.some((b) => meets(a, b))))).length;
}"""


@pytest.fixture(params=["with script", "without script"])
def visitor(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    """A page, with JavaScript and without."""
    page: Page = new_context(java_script_enabled=request.param == "with script").new_page()
    return page


def heading(page: Page, text: str) -> None:
    """Waits until the page with this heading is there."""
    expect(page.locator("h1")).to_have_text(text)


def test_from_the_first_question_to_a_tick(visitor: Page, base_url: str, arrived: Callable[[], list[Seen]]) -> None:
    """Threat, evidence, four parts, map; what is ruled out is not in the list; a tick shows on the map."""
    page = visitor
    answered(page.context, base_url, TEEN)
    page.goto("/check/copies")
    page.get_by_role("radio", name="I am not sure").check()
    page.get_by_role("button", name="Next").click()
    heading(page, "First keep what shows it")
    page.get_by_role("link", name="Go on with the map").click()
    for name in ("This phone", "Other devices", "Clouds and backups"):
        heading(page, name)
        page.get_by_role("group").first.get_by_role("radio", name="No").check()
        page.get_by_role("button", name="Next").click()
    heading(page, "People and apps")
    page.get_by_role("link", name="Back").click()
    heading(page, "Clouds and backups")
    expect(page.locator("input[name=cloud-photos][value=no]")).to_be_checked()
    page.get_by_role("link", name="Skip this part").click()
    heading(page, "People and apps")
    page.get_by_role("button", name="Draw the map").click()
    heading(page, "Where a copy could still be")
    expect(page.locator(".tick[value^='place-cloud-photos']")).to_have_count(0)
    expect(page.locator(".copies-map.wide .unlikely")).to_have_count(5)
    page.get_by_role("button", name="Looked after: Email, with sent mail and the bin").click()
    expect(page.locator(".copies-map.wide .cleared")).to_have_count(1)
    expect(page.locator(".tick[value='place-email open']")).to_have_attribute("aria-pressed", "true")
    assert all("?" not in one.path for one in arrived())


def test_a_tick_leaves_the_page_as_it_was(page: Page, base_url: str) -> None:
    """With script an open step stays open and the focus stays on the box that was ticked."""
    PAGES["map of an adult"](page, base_url)
    heading(page, "Where a copy could still be")
    step = page.locator(".item").filter(has=page.locator(".tick[value^='place-posted']"))
    step.locator("summary").click()
    tick = step.locator(".tick")
    tick.focus()
    page.keyboard.press("Space")
    expect(page.locator(".tick[value='place-posted open']")).to_be_focused()
    expect(step.locator("details")).to_have_attribute("open", "")


@pytest.mark.parametrize("width", [320, 480, 900, 1280])
def test_no_label_meets_another_in_the_real_typeface(page: Page, base_url: str, width: int) -> None:
    """The browser measures its own letters, in the layout that it shows."""
    page.set_viewport_size({"width": width, "height": 800})
    PAGES["map of a teen under threat"](page, base_url)
    heading(page, "Where a copy could still be")
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    assert page.evaluate(CLASHES) == 0
    shown = page.locator(".copies-map").evaluate_all("(all) => all.filter((one) => one.clientWidth).length")
    assert shown == 1


def test_who_cannot_see_the_map_gets_its_name_and_the_list(page: Page, base_url: str) -> None:
    """One picture with a name for assistive technology, and behind it every place with its state in words."""
    answered(page.context, base_url, ADULT)
    PAGES["map of an adult"](page, base_url)
    expect(page.get_by_role("img", name="May hold a copy: 18. Looked after: 1. Not likely: 2.")).to_have_count(1)
    listed = page.get_by_role("region", name="The same as a list").get_by_role("listitem")
    expect(listed).to_have_count(21)
    expect(listed.filter(has_text="may hold a copy")).to_have_count(18)
