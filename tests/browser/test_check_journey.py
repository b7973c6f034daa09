"""The check from the first page to the last, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Troubles
from tests.browser.served import Seen
from tests.browser.walk import ADULT, CHILD, TEEN, Answer, answer_on, answered, item, item_ids, marked, ring

MARK = "() => { window.stillHere = true; }"
STILL_HERE = "() => window.stillHere === true"
CHECK_ADDRESSES = {"/check", "/check/plan", "/check/print", "/check/reminder", "/check/start"}


@pytest.fixture
def plan(page: Page, base_url: str) -> Page:
    """The plan of an adult, open, with a mark on its window that a page reload would wipe away."""
    answered(page.context, base_url, ADULT)
    page.goto("/check/plan")
    page.evaluate(MARK)
    return page


def press(page: Page, id_: str, value: str) -> None:
    """Presses the button of an item that sends ``value``, and waits for the answer."""
    with page.expect_response("**/check/plan"):
        page.locator(f"button[value='{id_} {value}']").click()
    expect(page.locator(f"button[value='{id_} {value}']")).to_have_count(0)


def test_from_the_first_page_to_the_plan(page: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Home, door, six questions, plan; a cookie only from the first answer on, no answer in an address."""
    page.goto("/")
    page.get_by_role("link", name="Start my privacy check").click()
    expect(page).to_have_url("/check")
    assert page.context.cookies() == []
    answer_on(page, ADULT[:1])
    expect(page.locator("#count")).to_have_text("Question 2 of 6")
    assert [cookie["name"] for cookie in page.context.cookies()] == ["unshared"]
    answer_on(page, ADULT[1:])
    expect(page).to_have_url("/check/plan")
    expect(page.locator("h1")).to_have_text("Your privacy check")
    assert len(item_ids(page)) > 20
    assert {one.path for one in arrived() if one.method == "POST"} == {"/check"}


def test_questions_change_without_a_page_reload(page: Page) -> None:
    """The next question takes the place of the last one, and the focus is at its top."""
    page.goto("/check")
    page.evaluate(MARK)
    answer_on(page, ADULT[:2])
    expect(page.locator("input[name=question]")).to_have_value("apps")
    assert page.evaluate(STILL_HERE)
    assert page.evaluate("() => document.activeElement.tagName") == "H1"
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator("input[value=iphone]")).to_be_checked()


@pytest.mark.parametrize(("answers", "asked"), [(ADULT, 6), (TEEN, 5), (CHILD, 5)])
def test_last_question_is_for_adults_only(page: Page, answers: tuple[Answer, ...], asked: int) -> None:
    """Nobody under 18 is asked about intimate pictures, nor offered dating apps."""
    page.goto("/check")
    answer_on(page, answers[:2])
    expect(page.locator("#count")).to_have_text(f"Question 3 of {asked}")
    expect(page.locator("input[value=dating]")).to_have_count(1 if answers == ADULT else 0)
    answer_on(page, answers[2:])
    expect(page).to_have_url("/check/plan")


def test_every_question_can_be_skipped(page: Page) -> None:
    """Who says nothing gets the plan for somebody under 18."""
    page.goto("/check")
    for number in range(1, 6):
        expect(page.locator("#count")).to_contain_text(f"Question {number} of")
        page.get_by_role("button", name="Skip this question").click()
    expect(page).to_have_url("/check/plan")
    assert len(item_ids(page)) > 20


def test_next_without_a_choice_goes_on(page: Page) -> None:
    """No choice counts as a skip: nobody is held up."""
    page.goto("/check")
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.locator("#count")).to_have_text("Question 2 of 5")


def test_tick_without_a_page_reload(plan: Page) -> None:
    """A tick changes button, ring and summary in place, and is there after a reload."""
    first, total = item_ids(plan)[0], len(item_ids(plan))
    assert ring(plan) == f"0/{total}"
    press(plan, first, "done")
    assert plan.evaluate(STILL_HERE)
    assert ring(plan) == f"1/{total}"
    expect(item(plan, first).locator(".tick")).to_have_attribute("aria-pressed", "true")
    expect(plan.locator(".summary")).to_contain_text(f"1 of {total} done.")
    plan.reload()
    assert not plan.evaluate(STILL_HERE)
    assert ring(plan) == f"1/{total}"
    expect(item(plan, first).locator(".tick")).to_have_attribute("aria-pressed", "true")


def test_tick_can_be_taken_back(plan: Page) -> None:
    """Pressing again opens the item again."""
    first, total = item_ids(plan)[0], len(item_ids(plan))
    press(plan, first, "done")
    press(plan, first, "open")
    assert ring(plan) == f"0/{total}"


def test_later_and_not_for_me(plan: Page) -> None:
    """'Later' is counted by itself; 'not for me' takes the item out of the total, and can be undone."""
    first, second, *rest = item_ids(plan)
    total = len(rest) + 2
    press(plan, first, "later")
    expect(plan.locator(".progress")).to_contain_text("1 for later")
    press(plan, second, "no")
    assert ring(plan) == f"0/{total - 1}"
    assert item_ids(plan) == [first, second, *rest]
    press(plan, second, "open")
    assert ring(plan) == f"0/{total}"
    assert plan.evaluate(STILL_HERE)


@pytest.mark.parametrize("word", ["done", "later", "no"])
def test_focus_stays_on_the_pressed_button(plan: Page, word: str) -> None:
    """Who uses a keyboard goes on where they were, and the page does not jump."""
    fifth = item_ids(plan)[4]
    button = plan.locator(f"button[value='{fifth} {word}']")
    button.scroll_into_view_if_needed()
    button.focus()
    before = plan.evaluate("() => document.activeElement.getBoundingClientRect().top")
    press(plan, fifth, word)
    assert plan.evaluate("() => document.activeElement.value") == f"{fifth} open"
    assert item(plan, fifth).evaluate("(item) => item.contains(document.activeElement)")
    assert plan.evaluate("() => document.activeElement.getBoundingClientRect().top") == pytest.approx(before, abs=120)


def test_open_folds_stay_open(plan: Page) -> None:
    """A tick closes no steps that the visitor has opened."""
    first, last = item_ids(plan)[0], item_ids(plan)[-1]
    item(plan, last).locator("> details > summary").click()
    expect(item(plan, last).locator("> details")).to_have_attribute("open", "")
    press(plan, first, "done")
    expect(item(plan, last).locator("> details")).to_have_attribute("open", "")


def test_steps_a_visitor_closed_stay_closed(plan: Page) -> None:
    """A tick opens no steps that the visitor has closed."""
    first, second = item_ids(plan)[:2]
    fold = item(plan, first).locator("> details")
    expect(fold).to_have_attribute("open", "")
    fold.locator("> summary").click()
    expect(fold).not_to_have_attribute("open", "")
    press(plan, second, "done")
    expect(item(plan, first).locator("> details")).not_to_have_attribute("open", "")


def test_other_check_has_its_own_folds(plan: Page) -> None:
    """Switching to another check opens and closes its steps as they are there, not as in the first one."""
    plan.get_by_role("button", name="Add a check for someone else").click()
    answer_on(plan, CHILD)
    expect(plan.locator("h1")).to_have_text("Your child's privacy check")
    usual = plan.locator(".item > details").evaluate_all("(folds) => folds.map((fold) => fold.open)")
    plan.get_by_role("button", name="Me", exact=True).click()
    expect(plan.locator("h1")).to_have_text("Your privacy check")
    plan.locator(".item > details > summary").first.click()
    plan.locator(".item > details > summary").nth(6).click()
    plan.get_by_role("button", name="Child 1", exact=True).click()
    expect(plan.locator("h1")).to_have_text("Your child's privacy check")
    assert plan.locator(".item > details").evaluate_all("(folds) => folds.map((fold) => fold.open)") == usual


def test_quick_ticks_are_all_kept(plan: Page) -> None:
    """Several ticks one after the other, faster than the answers come, are all kept."""
    ids = item_ids(plan)[:4]
    ticks = "(ids) => ids.forEach((id) => document.querySelector(`.tick[value='${id} done']`).click())"
    plan.evaluate(ticks, ids)
    plan.wait_for_load_state("networkidle")
    plan.reload()
    assert ring(plan).startswith("4/")


def test_broken_network_falls_back_to_the_plain_form(plan: Page, troubles: Troubles) -> None:
    """When the background request fails, the browser posts the form itself."""
    troubles.allow("net::ERR_FAILED")
    first = item_ids(plan)[0]
    plan.route(
        "**/check/plan", lambda route: route.abort() if route.request.resource_type == "xhr" else route.continue_()
    )
    plan.locator(f"button[value='{first} done']").click()
    expect(item(plan, first).locator(".tick")).to_have_attribute("aria-pressed", "true")
    assert not plan.evaluate(STILL_HERE)


def test_back_button_leads_out(page: Page) -> None:
    """From the plan, 'back' never asks to send again and never shows an error; two presses reach the first page."""
    page.goto("/")
    page.get_by_role("link", name="Start my privacy check").click()
    answer_on(page, ADULT)
    expect(page).to_have_url("/check/plan")
    press(page, item_ids(page)[0], "done")
    page.go_back()
    expect(page.locator("h1")).to_be_visible()
    if page.url.endswith("/check/plan"):
        assert ring(page).startswith("1/")
        page.go_back()
    expect(page).to_have_url("/")
    page.go_forward()
    assert ring(page).startswith("1/")


def test_steps_are_for_the_phone_that_was_chosen(plan: Page) -> None:
    """No own steps of an Android phone for somebody with an iPhone; they are folded away."""
    headings = plan.locator("details.how > h4").all_inner_texts()
    assert any(heading.startswith("iPhone") for heading in headings)
    assert not any(heading.startswith(("Android", "Samsung")) for heading in headings)


def test_someone_to_be_careful_of(plan: Page) -> None:
    """Who says so reads first what may be noticed, and can go to the page about it."""
    expect(plan.get_by_text("You said there is someone to be careful of")).to_be_visible()
    expect(plan.get_by_text("Someone may notice.").first).to_be_attached()


def test_print_view(plan: Page) -> None:
    """On paper: every item with its steps, nothing of the menus and buttons, nothing folded away."""
    first, second, third = item_ids(plan)[:3]
    titles = [item(plan, id_).locator("h3").inner_text() for id_ in (first, second, third)]
    press(plan, second, "no")
    press(plan, third, "done")
    plan.get_by_role("link", name="A list to print").click()
    expect(plan.get_by_role("button", name="Print", exact=True)).to_be_visible()
    plan.emulate_media(media="print")
    for hidden in ("header.top", "footer", ".actions", "button", ".no-print"):
        assert [one for one in plan.locator(hidden).all() if one.is_visible()] == [], hidden
    shown = plan.locator("main").inner_text()
    assert titles[0] in shown
    assert titles[1] not in shown
    assert f"{titles[2]} " in shown
    assert plan.locator("main details").count() == 0
    assert plan.locator(".sheet li:visible").count() > 30
    assert plan.pdf()[:5] == b"%PDF-"


def test_plan_itself_prints_as_it_stands(plan: Page) -> None:
    """Who prints the plan gets every action on few sheets: steps where they are open, all of them on the list."""
    ids = item_ids(plan)
    first, last = item(plan, ids[0]), item(plan, ids[-1])
    if not first.locator("> details").evaluate("(fold) => fold.open"):
        first.locator("> details > summary").click()
    plan.emulate_media(media="print")
    assert first.locator("> details > ol").first.is_visible()
    assert last.locator("h3").is_visible()
    assert not last.locator("> details").is_visible()
    assert not plan.locator("header.top").is_visible()
    assert plan.pdf(format="A4").count(b"/Type /Page\n") < 15


@pytest.mark.parametrize("script", [True, False])
def test_reminder(new_context: Callable[..., BrowserContext], base_url: str, script: bool) -> None:
    """A file for any calendar that tells nothing of this site."""
    context = new_context(java_script_enabled=script)
    answered(context, base_url, TEEN)
    page = context.new_page()
    page.goto("/check/plan")
    with page.expect_download() as download:
        page.get_by_label("When").select_option("Every six months")
        page.get_by_label("Time").select_option("7 in the evening")
        page.get_by_role("button", name="Get the reminder").click()
    assert download.value.suggested_filename == "reminder.ics"
    text = download.value.path().read_text()
    assert text.startswith("BEGIN:VCALENDAR\r\n") or text.startswith("BEGIN:VCALENDAR\n")
    assert "SUMMARY:Have a look at the list" in text
    assert "RRULE:" in text
    assert "T190000" in text
    assert not any(word in text.lower() for word in ("unshared", "127.0.0.1", "http", "privacy", "picture"))
    assert page.url.endswith("/check/plan")


def test_checks_side_by_side(plan: Page) -> None:
    """A check for a child beside one's own: each keeps its own answers and marks."""
    press(plan, item_ids(plan)[0], "done")
    mine = ring(plan)
    plan.get_by_role("button", name="Add a check for someone else").click()
    expect(plan.locator("#count")).to_contain_text("Question 1 of")
    answer_on(plan, CHILD)
    expect(plan.locator("h1")).to_have_text("Your child's privacy check")
    assert ring(plan).startswith("0/")
    expect(plan.locator(".tabs [aria-current]")).to_have_text("Child 1")
    plan.get_by_role("button", name="Me", exact=True).click()
    expect(plan.locator("h1")).to_have_text("Your privacy check")
    assert ring(plan) == mine
    plan.get_by_role("button", name="Child 1", exact=True).click()
    expect(plan.locator("h1")).to_have_text("Your child's privacy check")


def test_change_answers(plan: Page) -> None:
    """The questions come again with what was answered; ticks stay."""
    first = item_ids(plan)[0]
    press(plan, first, "done")
    plan.get_by_role("button", name="Change my answers").click()
    expect(plan.locator("input[value=adult]")).to_be_checked()
    plan.get_by_role("button", name="Next", exact=True).click()
    expect(plan.locator("input[value=iphone]")).to_be_checked()
    answer_on(plan, (("phone", ("samsung",)), *ADULT[2:]))
    expect(plan).to_have_url("/check/plan")
    assert not any(text.startswith("iPhone") for text in plan.locator("details.how > h4").all_inner_texts())


def test_start_again_forgets(plan: Page) -> None:
    """After it there is no cookie, and the first question stands alone."""
    press(plan, item_ids(plan)[0], "done")
    plan.get_by_role("button", name="Start again and forget everything").click()
    expect(plan.locator("#count")).to_contain_text("Question 1 of")
    assert plan.context.cookies() == []
    plan.goto("/check/plan")
    expect(plan).to_have_url("/check")
    expect(plan.locator("input:checked")).to_have_count(0)


def test_cookie_is_closed_to_scripts_and_other_sites(plan: Page) -> None:
    """One cookie: HttpOnly, SameSite=Strict, gone with the session, under 3 KB."""
    (cookie,) = plan.context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert cookie["expires"] == -1
    assert len(cookie["value"]) < 3072
    assert plan.evaluate("() => document.cookie") == ""


def test_check_in_another_tab(plan: Page) -> None:
    """A second tab sees the same check, and neither loses what the other ticked."""
    first, second = item_ids(plan)[:2]
    other = plan.context.new_page()
    other.goto("/check/plan")
    press(plan, first, "done")
    press(other, second, "done")
    assert ring(other).startswith("2/")


def test_whole_check_without_javascript(without_script: Page, base_url: str, arrived: Callable[[], list[Seen]]) -> None:
    """Questions, ticks, switch, change, print view and forgetting are plain forms and links."""
    page = without_script
    page.goto("/")
    page.get_by_role("link", name="Start my privacy check").click()
    answer_on(page, ADULT)
    expect(page).to_have_url("/check/plan")
    first, second, *rest = item_ids(page)
    page.locator(f"button[value='{first} done']").click()
    expect(item(page, first).locator(".tick")).to_have_attribute("aria-pressed", "true")
    place = item(page, first).get_attribute("id")
    assert page.url.endswith(f"/check/plan#{place}")
    assert first not in page.url
    page.locator(f"button[value='{second} no']").click()
    assert ring(page) == f"1/{len(rest) + 1}"
    page.reload()
    assert ring(page) == f"1/{len(rest) + 1}"
    page.get_by_role("link", name="A list to print").click()
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_hidden()
    page.get_by_role("link", name="Back to the check").click()
    page.get_by_role("button", name="Add a check for someone else").click()
    answer_on(page, CHILD)
    page.get_by_role("button", name="Me", exact=True).click()
    assert ring(page) == f"1/{len(rest) + 1}"
    page.get_by_role("button", name="Start again and forget everything").click()
    expect(page).to_have_url("/check")
    assert page.context.cookies() == []
    assert {one.path for one in arrived() if one.path.startswith("/check")} <= CHECK_ADDRESSES


def test_back_without_javascript_asks_for_no_resend(without_script: Page) -> None:
    """After each post there is a page of its own: going back shows pages, never 'send again?'."""
    page = without_script
    page.goto("/")
    page.get_by_role("link", name="Start my privacy check").click()
    answer_on(page, TEEN)
    page.wait_for_url("**/check/plan")
    for _ in range(8):
        page.go_back()
        expect(page.locator("h1")).to_be_visible()
        if page.url.rstrip("/").count("/") == 2:
            return
    pytest.fail("eight presses of 'back' did not reach the first page")


def test_everything_done_is_said(page: Page, base_url: str) -> None:
    """With all ticked the ring is full and the summary says so."""
    answered(page.context, base_url, TEEN)
    page.goto("/check/plan")
    ids = item_ids(page)
    marked(page.context, base_url, *(f"{id_} done" for id_ in ids))
    page.reload()
    assert ring(page) == f"{len(ids)}/{len(ids)}"
    expect(page.locator(".summary")).to_contain_text("That is everything that matters here.")
    assert len(page.context.cookies()[0]["value"]) < 3072
