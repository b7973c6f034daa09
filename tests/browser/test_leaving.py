"""'Leave this site': by link, by Shift three times, without JavaScript; and what is left behind."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.served import Seen, Site, launch_options
from tests.browser.walk import ADULT, PAGES, answer_on, answered

NEUTRAL = "Length and weight"
NOTE_STATE = """() => {
  navigation.addEventListener("navigate", () => {
    const shown = document.querySelector("main").checkVisibility();
    const covered = document.documentElement.classList.contains("covered");
    window.noted = { covered, shown, title: document.title.trim() };
  });
}"""
TRACES = ("unshared", "privacy", "check", "picture")


@pytest.fixture
def plan(page: Page, base_url: str) -> Page:
    """A plan with a tick, reached from the first page as people do."""
    page.goto("/")
    page.get_by_role("link", name="Start my privacy check").click()
    answer_on(page, ADULT)
    expect(page).to_have_url("/check/plan")
    page.locator(".item .tick").first.click()
    expect(page.locator(".item .tick").first).to_have_attribute("aria-pressed", "true")
    return page


def press_shift(page: Page, times: int) -> None:
    """Presses and lets go of Shift, once the page listens: a click may have just brought it."""
    page.wait_for_load_state()
    for _ in range(times):
        page.keyboard.press("Shift")


def expect_left(page: Page) -> None:
    """The neutral page is there, and tells nothing of where it came from."""
    expect(page.locator("h1")).to_have_text(NEUTRAL)
    shown = (page.title() + page.locator("body").inner_text()).lower()
    assert [word for word in TRACES if word in shown] == []


def expect_stayed(page: Page) -> None:
    """Nothing happened: the page is there and not covered."""
    page.wait_for_timeout(300)
    expect(page.locator("main")).to_be_visible()
    assert "/leave" not in page.url


def test_link_leaves_and_forgets(plan: Page, arrived: Callable[[], list[Seen]]) -> None:
    """A click goes to the neutral page; the cookie is gone; the server is told nothing but the address."""
    plan.get_by_role("link", name="Leave this site").click()
    expect_left(plan)
    assert plan.context.cookies() == []
    (left,) = [one for one in arrived() if one.path == "/leave"]
    assert (left.method, left.query, left.body_bytes) == ("GET", "", 0)


def test_link_leaves_without_javascript(without_script: Page, base_url: str) -> None:
    """The link works as a link; 'back' then shows the first question of a check nobody has begun."""
    page = without_script
    answered(page.context, base_url, ADULT)
    page.goto("/check/plan")
    page.get_by_role("link", name="Leave this site").click()
    expect_left(page)
    assert page.context.cookies() == []
    page.go_back()
    expect(page.locator("#count")).to_contain_text("Question 1 of")
    expect(page.locator("input:checked")).to_have_count(0)


def test_back_shows_no_plan(plan: Page) -> None:
    """After leaving, 'back' finds neither the plan nor an answer, however often it is pressed."""
    before = plan.evaluate("() => history.length")
    press_shift(plan, 3)
    expect_left(plan)
    assert plan.evaluate("() => history.length") == before
    for _ in range(before):
        if plan.go_back() is None:
            break
        expect(plan.locator("body")).to_be_visible()
        expect(plan.locator(".item")).to_have_count(0)
        expect(plan.locator("input:checked")).to_have_count(0)


@pytest.mark.parametrize("name", ["/", "/help", "/photos", "question device", "plan on paper", "steps, under 18"])
def test_three_shifts_leave(name: str, page: Page, base_url: str) -> None:
    """Three presses of Shift leave, whatever page it is."""
    PAGES[name](page, base_url)
    press_shift(page, 3)
    expect_left(page)


def test_two_shifts_do_not_leave(page: Page) -> None:
    """Two presses happen by chance."""
    page.goto("/")
    press_shift(page, 2)
    expect_stayed(page)


def test_other_key_starts_over(page: Page) -> None:
    """Shift, Shift, another key, Shift: still here. Three more presses leave."""
    page.goto("/help")
    press_shift(page, 2)
    page.keyboard.press("a")
    press_shift(page, 2)
    expect_stayed(page)
    press_shift(page, 1)
    expect_left(page)


def test_three_shifts_count_within_five_seconds(page: Page) -> None:
    """Presses that lie far apart do not add up."""
    page.goto("/help")
    press_shift(page, 1)
    page.wait_for_timeout(2600)
    press_shift(page, 1)
    page.wait_for_timeout(2600)
    press_shift(page, 1)
    expect_stayed(page)
    press_shift(page, 1)
    expect_left(page)


def test_shift_while_typing_does_not_leave(page: Page) -> None:
    """Capital letters in a field are no wish to leave."""
    page.goto("/passwords/send")
    page.locator("#password").focus()
    press_shift(page, 4)
    expect_stayed(page)


@pytest.mark.parametrize("name", ["/check", "question apps", "question of what has happened"])
def test_shift_leaves_from_a_choice(name: str, page: Page, base_url: str) -> None:
    """A radio button or box is nothing to type in: with the focus on a choice just made, Shift still leaves."""
    PAGES[name](page, base_url)
    page.locator("main input:not([type=hidden])").first.check()
    press_shift(page, 3)
    expect_left(page)


def test_modified_click_is_left_to_the_browser(plan: Page) -> None:
    """Ctrl and click opens the neutral page in another tab, as with any link."""
    with plan.context.expect_page() as other:
        plan.get_by_role("link", name="Leave this site").click(modifiers=["ControlOrMeta"])
    expect(other.value.locator("h1")).to_have_text(NEUTRAL)
    expect(plan.locator("main")).to_be_visible()


def test_page_is_blank_before_the_next_one_comes(plan: Page) -> None:
    """Before the browser even asks for the next page, there is nothing to be seen and no title to be read."""
    # While a page is on its way Playwright waits with every question, so the page notes its own state.
    plan.evaluate(NOTE_STATE)
    plan.route("**/leave", lambda route: route.fulfill(status=204))
    press_shift(plan, 3)
    plan.wait_for_function("() => window.noted")
    assert plan.evaluate("() => window.noted") == {"covered": True, "shown": False, "title": ""}
    colours = Image.open(io.BytesIO(plan.screenshot())).convert("RGB").getcolors()
    assert colours is not None
    assert len(colours) == 1


def test_leave_is_in_reach_everywhere(page: Page, base_url: str) -> None:
    """At 320 px and far down the page, the link is on the screen and as large as a thumb needs."""
    page.set_viewport_size({"width": 320, "height": 568})
    for name in ("/", "/check", "plan of an adult", "/help/services"):
        PAGES[name](page, base_url)
        page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
        box = page.get_by_role("link", name="Leave this site").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert 0 <= box["y"] < 568
        assert box["height"] >= 24


def test_prefetch_changes_nothing(context: BrowserContext, base_url: str) -> None:
    """A browser that only looks ahead takes no cookie away."""
    answered(context, base_url, ADULT)
    response = context.request.get(f"{base_url}/leave", headers={"Sec-Purpose": "prefetch"})
    assert response.status == 204
    assert [cookie["name"] for cookie in context.cookies()] == ["unshared"]


@pytest.fixture(scope="module")
def remembering(browser_type: BrowserType) -> Iterator[Browser]:
    """A browser that keeps left pages in memory, as people's browsers do and Playwright's does not."""
    options: dict[str, Any] = launch_options()
    browser = browser_type.launch(**options, ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


def test_page_from_the_browsers_memory_is_not_blank(remembering: Browser, site: Site) -> None:
    """A covered page that comes back from memory is uncovered, with its title."""
    page = remembering.new_page(base_url=site.url)
    page.goto("/help")
    title = page.title()
    page.evaluate("() => { addEventListener('pageshow', (event) => { window.cameBack = event.persisted; }); }")
    page.evaluate("() => { document.documentElement.classList.add('covered'); document.title = ' '; }")
    page.goto("/privacy")
    # Playwright waits for a load that a page from memory never has.
    page.evaluate("() => { setTimeout(() => history.back(), 0); }")
    expect(page.locator("h1")).to_contain_text("You are not alone")
    expect(page.locator("main")).to_be_visible()
    expect(page).to_have_title(title)
    assert page.evaluate("() => window.cameBack") is True
    page.close()


def test_memory_keeps_no_plan(remembering: Browser, site: Site) -> None:
    """After leaving, a browser that keeps pages in memory shows no plan either."""
    page = remembering.new_page(base_url=site.url)
    answered(page.context, site.url, ADULT)
    page.goto("/check/plan")
    page.goto("/privacy")
    press_shift(page, 3)
    expect_left(page)
    page.evaluate("() => { setTimeout(() => history.back(), 0); }")
    expect(page.locator("#count")).to_contain_text("Question 1 of")
    expect(page.locator(".item")).to_have_count(0)
    page.close()
