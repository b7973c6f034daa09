"""Without a mouse: Tab, Space, Enter and the arrows reach and do everything, and the focus is always seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walk import PAGES, answered, item, item_ids, ring
from tests.browser.walk import TEEN as ANSWERS

MAX_TABS = 60
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "nothing has the focus";
  const name = one.outerHTML.slice(0, 90), style = getComputedStyle(one), box = one.getBoundingClientRect();
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `no outline: ${name}`;
  const out = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
  if (out) return `off screen: ${name}`;
  const shown = [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]].some(([x, y]) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (one.contains(top) || top.contains(one));
  });
  return shown ? "" : `covered: ${name}`;
}"""


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until ``selector`` has the focus."""
    for _ in range(MAX_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            assert page.evaluate(FOCUS) == ""
            return
    pytest.fail(f"{MAX_TABS} presses of Tab did not reach {selector}")


def answer_by_keyboard(page: Page, question: str, choices: tuple[str, ...]) -> None:
    """Chooses with Space and goes on with Enter."""
    expect(page.locator("input[name=question]")).to_have_value(question)
    several = page.locator("input[type=checkbox]").count() > 0
    if several:
        for choice in choices:
            tab_to(page, f"input[value='{choice}']")
            page.keyboard.press("Space")
    else:
        tab_to(page, "input[type=radio]")
        page.keyboard.press("Space")
        for _ in range(4):
            if page.locator(f"input[value='{choices[0]}']").is_checked():
                break
            page.keyboard.press("ArrowDown")
    for choice in choices:
        expect(page.locator(f"input[value='{choice}']")).to_be_checked()
    tab_to(page, "button[value=next]")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("script", [True, False])
def test_whole_check_by_keyboard(script: bool, page: Page, without_script: Page) -> None:
    """From the first page to a ticked item without a mouse, with JavaScript and without."""
    page = page if script else without_script
    page.goto("/")
    tab_to(page, "a[href='/check'].door")
    page.keyboard.press("Enter")
    for question, choices in ANSWERS:
        # In the order of the page, so that Tab alone gets there.
        answer_by_keyboard(page, question, tuple(sorted(choices)))
    expect(page).to_have_url("/check/plan")
    first, second = item_ids(page)[:2]
    tab_to(page, f".tick[value^='{first} ']")
    page.keyboard.press("Space")
    expect(item(page, first).locator(".tick")).to_have_attribute("aria-pressed", "true")
    assert ring(page).startswith("1/")
    tab_to(page, f".mini[value='{second} later']")
    page.keyboard.press("Enter")
    expect(item(page, second).locator(".mini").first).to_have_attribute("aria-pressed", "true")


def test_enter_in_a_choice_goes_on(page: Page) -> None:
    """Enter on a chosen answer is the same as 'Next', not 'Skip'."""
    page.goto("/check")
    page.locator("input[value=adult]").check()
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text("Question 2 of 6")


@pytest.mark.parametrize(
    "name", ["/", "question apps", "plan of a teen, marked", "/help", "services in GB", "scene, opened"]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_focus_is_seen(name: str, width: int, page: Page, base_url: str) -> None:
    """Each stop of Tab and Shift+Tab has an outline and is not behind the header."""
    page.set_viewport_size({"width": width, "height": 640})
    PAGES[name](page, base_url)
    page.evaluate("() => { scrollTo(0, 0); document.activeElement.blur(); }")
    faults = set()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(40):
            page.keyboard.press(key)
            faults.add(page.evaluate(FOCUS))
    assert faults <= {"", "nothing has the focus"}


def test_skip_link(page: Page) -> None:
    """The first stop jumps over the menu."""
    page.goto("/talk/11-12")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"


def test_menu_by_keyboard_on_a_phone(page: Page) -> None:
    """At 320 px the menu opens with Enter, and Tab goes through its links."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    tab_to(page, ".menu summary")
    page.keyboard.press("Enter")
    tab_to(page, ".menu a[href='/help']")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/help")


def test_tab_order_begins_at_the_top_of_a_new_question(page: Page, base_url: str) -> None:
    """After 'Next' the first Tab reaches the first choice of the new question."""
    answered(page.context, base_url, ANSWERS[:1])
    page.goto("/check")
    page.locator("input[value=iphone]").check()
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("input[name=question]")).to_have_value("apps")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('input[type=checkbox]')")
