"""The way through the questions of help to the steps: by tap, by key, with and without script, and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.served import Seen

FORBIDDEN_UNDER_18 = "please do not screenshot it, save it or send it to anyone"
ALL = "All steps on one page"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def either(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a browser with JavaScript, and one without."""
    return new_context(java_script_enabled=request.param).new_page()


def tap(page: Page, *names: str) -> None:
    """Taps one button after the other; each leads to a page, which is there at the end."""
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_load_state("domcontentloaded")


def tick(page: Page, *labels: str) -> None:
    """Ticks boxes and goes on."""
    for label in labels:
        page.get_by_label(label).check()
    tap(page, "Next")


def to_the_age(page: Page) -> None:
    """Past danger and the device."""
    page.goto("/")
    page.get_by_role("link", name="Get help now").click()
    tap(page, "Start", "No", "No")
    expect(page.locator("h1")).to_have_text("How old was the person in the picture?")


def test_a_child_in_the_uk_reaches_report_remove(either: Page, arrived: Callable[[], list[Seen]]) -> None:
    """In a few taps: the rule first, then the steps one by one, and what is made for them."""
    to_the_age(either)
    tap(either, "Under 18", "Me")
    tick(either, "Someone has shared or posted it")
    tap(either, "Someone else I know")
    tick(either, "In an app, where others can see it")
    tick(either, "Instagram and Threads")
    either.get_by_label("Your country").select_option(label="United Kingdom")
    tap(either, "Next", "No, or someone may hear me")
    expect(either.get_by_text("Step 1 of")).to_be_visible()
    expect(either.get_by_text(FORBIDDEN_UNDER_18)).to_be_visible()
    while either.get_by_role("heading", name="Stop copies with Take It Down or Report Remove").count() == 0:
        tap(either, "Next step")
    expect(either.get_by_role("link", name="Report Remove (Childline")).to_be_visible()
    expect(either.get_by_text("StopNCII")).to_have_count(0)
    assert {one.path for one in arrived() if one.method == "POST"} == {"/help/steps"}
    told = " ".join(one.path + one.query + str(one.headers.get("referer")) for one in arrived())
    assert not any(word in told for word in ("GB", "under", "instagram", "shared"))
    assert either.context.cookies() == []


def test_danger_shows_the_numbers_at_once_and_goes_on_later(either: Page) -> None:
    """Two taps and a country: whom to call, whom to write to, and then the questions."""
    either.goto("/help")
    tap(either, "Start", "Yes")
    either.get_by_label("Your country").select_option(label="United States")
    tap(either, "Show numbers")
    expect(either.locator("main a.number").first).to_have_text("911")
    expect(either.get_by_role("heading", name="Without speaking, or if someone may hear you")).to_be_visible()
    tap(either, "Go on when you like")
    expect(either.locator("h1")).to_have_text("Might someone look at this device?")
    tap(either, "I am not sure")
    expect(either.get_by_role("link", name="Read how to stay safe first")).to_have_attribute("href", "/help/safety")
    tap(either, "Go on here", "18 or over", "Me", "Skip this question", "Skip this question", "Skip this question")
    expect(either.locator("h1")).to_have_text("Can you speak aloud?")
    tap(either, "Yes", ALL)
    expect(either.get_by_text("988 Suicide & Crisis Lifeline").first).to_be_visible()
    expect(either.get_by_text("no later than 48 hours").first).to_be_visible()


def test_without_an_age_it_is_help_for_under_18(either: Page) -> None:
    """'Not sure', skipping, and opening the address itself; one tap changes it."""
    for choice in ("I am not sure", "Skip this question", "Show me the steps now"):
        to_the_age(either)
        tap(either, choice)
        if either.get_by_text("Question ").count():
            tap(either, "Show me the steps now")
        expect(either.get_by_text(FORBIDDEN_UNDER_18)).to_be_visible()
    tap(either, "The person was 18 or over")
    expect(either.get_by_role("button", name="The person was under 18")).to_be_visible()
    expect(either.get_by_text(FORBIDDEN_UNDER_18)).to_have_count(0)
    either.goto("/help/steps")
    expect(either.get_by_text(FORBIDDEN_UNDER_18)).to_be_visible()


def test_back_shows_the_answer_and_takes_another(either: Page) -> None:
    """The button goes one question back; what was chosen is marked, and a new tap replaces it."""
    to_the_age(either)
    tap(either, "18 or over", "Back")
    expect(either.get_by_role("button", name="18 or over")).to_contain_text("chosen before")
    tap(either, "Under 18", "Show me the steps now")
    expect(either.get_by_text(FORBIDDEN_UNDER_18)).to_be_visible()


def test_the_questions_are_answered_by_keyboard(page: Page) -> None:
    """Tab reaches the first answer right behind the way to the numbers, and Enter gives it."""
    to_the_age(page)
    page.get_by_role("link", name="Numbers by country").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Under 18", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Who is in the picture?")


def test_the_answers_are_large_enough_for_a_thumb(page: Page) -> None:
    """At 320 px every answer and every button is at least 44 px high, and nothing is cut off."""
    page.set_viewport_size({"width": 320, "height": 640})
    to_the_age(page)
    low = "(all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)"
    assert page.locator("main button").evaluate_all(low) == []
    tap(page, "18 or over", "Me")
    assert page.locator("main .choices label, main button").evaluate_all(low) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_link_in_the_list_leads_to_its_step(either: Page) -> None:
    """On the page with all steps."""
    either.goto("/help/steps")
    either.get_by_role("navigation").get_by_role("link", name="Let others look, and rest").click()
    expect(either.get_by_role("heading", name="Let others look, and rest")).to_be_in_viewport()


def test_the_steps_print_whole(page: Page) -> None:
    """On paper: every step and its law, and no button."""
    to_the_age(page)
    tap(page, "18 or over", "Me", "Skip this question", "Skip this question", "Skip this question")
    page.get_by_label("Your country").select_option(label="Germany")
    tap(page, "Next", "Yes", ALL)
    page.emulate_media(media="print")
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator(".step-list > li")).not_to_have_count(0)
    assert page.locator(".step-list > li h2:visible").count() == page.locator(".step-list > li").count()
    assert page.locator(".leave:visible, .foot:visible").count() == 0
