"""The notices in real Chromium: made on the device as the server makes them, refused by name, and gone afterwards."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from safety.help.notices.form import form_of
from safety.library.codes import NoticeKind
from safety.web.release import Release
from tests.browser.conftest import Troubles
from tests.browser.ready import READY
from tests.browser.served import Seen, Site
from tests.help.notices.samples import TODAY
from tests.help.notices.vectors import FILE

ASK = (Path(__file__).parent / "notice_twin.js").read_text(encoding="utf-8")
NAME = 'Canary <b>Kowalska</b> "Łódź"'
LINK = "https://example.org/canary/1"
NOON = "2026-11-23T12:00:00"


@pytest.fixture
def notice(page: Page) -> Page:
    """The request under the TAKE IT DOWN Act, everything loaded."""
    page.goto("/help/notices/take-it-down")
    page.wait_for_selector(READY)
    return page


def fill(page: Page, age: str = "18 or over") -> None:
    """Fills all that the request needs."""
    page.get_by_label(age, exact=True).check()
    page.get_by_label("I am the person in the picture").check()
    page.locator("#links").fill(LINK)
    page.locator("#no-consent").check()
    page.locator("#email").fill("canary@example.org")
    page.locator("#signature").fill(NAME)


def made(page: Page) -> str:
    """Makes the text and gives it."""
    page.get_by_role("button", name="Make the text").click()
    expect(page.get_by_role("heading", name="Your text")).to_be_focused()
    return page.locator("#letter").text_content() or ""


def test_the_browser_gives_what_python_gives(notice: Page, site: Site) -> None:
    """Every vector, letter for letter: verdict, text and mail draft."""
    vectors = json.loads(FILE.read_text(encoding="utf-8"))
    asked = {
        "folder": Release().address("js/help/notices/"),
        "forms": {kind.value: plain_form(site.app, kind) for kind in NoticeKind},
        "cases": [{"kind": case["kind"], "given": case["given"]} for case in vectors],
        "today": TODAY,
    }
    answers = notice.evaluate(ASK, asked)
    assert len(answers) == len(vectors) > 200
    assert [case for case, answer in zip(vectors, answers, strict=True) if case != answer] == []


def plain_form(app: Flask, kind: NoticeKind) -> object:
    """The record of a form as its page holds it."""
    found = form_of(app.extensions["languages"]["en"], kind.value)
    assert found is not None
    return found.plain


@pytest.mark.promise("notice-stays")
def test_nothing_is_sent(notice: Page, arrived: Callable[[], list[Seen]], tmp_path: Path) -> None:
    """From the first field over the text to the saved file nothing reaches the server, and no address holds a word."""
    before = len(arrived())
    fill(notice)
    text = made(notice)
    assert f"Signed electronically: {NAME}" in text
    assert notice.locator("#letter b").count() == 0
    with notice.expect_download() as download:
        notice.get_by_role("link", name="Save it as a file").click()
    assert download.value.suggested_filename == "letter.txt"
    assert Path(download.value.path()).read_text(encoding="utf-8") == text
    notice.get_by_role("button", name="Copy the text").click()
    expect(notice.locator("#tool [data-part=status]")).not_to_be_empty()
    assert arrived()[before:] == []
    assert notice.locator("#proof [data-part=requests]").text_content() == "0"
    assert "canary" not in notice.url
    assert notice.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length") == 0


@pytest.mark.promise("notice-stays")
def test_leaving_forgets(notice: Page) -> None:
    """Everything is empty before the page goes, so who comes back with the browser's own button finds nothing."""
    fill(notice)
    made(notice)
    notice.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(notice.locator("#signature")).to_have_value("")
    expect(notice.locator("#letter")).to_be_empty()
    fill(notice)
    notice.get_by_role("link", name="All texts").first.click()
    notice.wait_for_url("**/help/notices")
    notice.go_back()
    notice.wait_for_selector("#tool:not([hidden])")
    assert "canary" not in notice.content().lower()
    values = notice.locator("input[type=text], textarea").evaluate_all("(all) => all.map((one) => one.value).join('')")
    assert values == ""
    expect(notice.locator("[data-part=made]")).to_be_hidden()


def test_the_draft_has_no_receiver_and_the_whole_text(notice: Page) -> None:
    """Subject and text are in the address that opens a mail program; when it is long, there is a warning."""
    fill(notice)
    text = made(notice)
    address = urlsplit(notice.get_by_role("link", name="Open a mail draft").get_attribute("href") or "")
    read = parse_qs(address.query, strict_parsing=True)
    assert (address.scheme, address.path) == ("mailto", "")
    assert read["body"] == [text.replace("\n", "\r\n")]
    assert "canary" not in read["subject"][0].lower()
    expect(notice.get_by_text("some mail programs cut it")).to_be_hidden()
    notice.get_by_role("button", name="Change something").click()
    notice.locator("#facts").fill("word " * 190)
    made(notice)
    expect(notice.get_by_text("some mail programs cut it")).to_be_visible()


def test_what_is_missing_is_named_and_led_to(notice: Page) -> None:
    """The summary has the focus, names each element and its law, and each line leads to its field."""
    notice.get_by_label("18 or over").check()
    notice.get_by_role("button", name="Make the text").click()
    summary = notice.locator("[data-part=summary]")
    expect(summary).to_be_focused()
    for words in ("What it is and where it is", "A statement that nobody agreed", "How to reach you", "A signature"):
        expect(summary.get_by_role("link", name=words).first).to_contain_text("Wanted by: TAKE IT DOWN Act.")
    summary.get_by_role("link", name="E-mail").click()
    expect(notice.locator("#email")).to_be_focused()
    expect(notice.locator("#email")).to_have_attribute("aria-invalid", "true")
    notice.locator("#email").fill("canary@example.org")
    expect(notice.locator("#email-wrong")).to_be_hidden()


def test_a_wrong_link_is_refused_and_a_home_page_warned_of(notice: Page) -> None:
    """The line is named; a whole site is taken with a word about it."""
    fill(notice)
    notice.locator("#links").fill(f"{LINK}\nexample.org/2")
    notice.get_by_role("button", name="Make the text").click()
    expect(notice.locator("#links-wrong")).to_contain_text("Line 2 is no full link.")
    notice.locator("#links").fill(f"{LINK}\nhttps://example.org/")
    assert "2. https://example.org/" in made(notice)
    expect(notice.get_by_text("Line 2 is the address of a whole site.")).to_be_visible()


def test_the_deadline_is_told_as_date_and_time(new_context: Callable[..., BrowserContext]) -> None:
    """48 hours by the visitor's own clock, and the way to note it."""
    page = new_context(timezone_id="Pacific/Auckland").new_page()
    page.clock.set_fixed_time(f"{NOON}+13:00")
    page.goto("/help/notices/take-it-down")
    page.wait_for_selector(READY)
    fill(page)
    assert "Date: 2026-11-23" in made(page)
    expect(page.locator("[data-part=deadline]")).to_contain_text("48 hours end on Wednesday, November 25, 2026")
    expect(page.locator("[data-part=deadline]")).to_contain_text("12:00")
    expect(page.get_by_role("link", name="Open the case file")).to_have_attribute("href", "/help/case")


def test_a_month_ends_with_the_month(page: Page) -> None:
    """A month from the last day of January is the last day of February."""
    page.clock.set_fixed_time("2027-01-31T12:00:00")
    page.goto("/help/notices/gdpr")
    page.wait_for_selector(READY)
    page.get_by_label("18 or over").check()
    page.get_by_label("I am the person in the picture").check()
    page.locator("#name").fill("Canary")
    page.locator("#email").fill("canary@example.org")
    page.locator("#links").fill(LINK)
    page.locator("#no-consent").check()
    made(page)
    expect(page.locator("[data-part=deadline]")).to_contain_text("February 28, 2027")


@pytest.mark.parametrize("kind", ["dmca", "host", "person", "question"])
def test_a_notice_for_adults_opens_only_for_adults(page: Page, kind: str) -> None:
    """Nothing can be typed before the age is told; under 18 leads to the free services."""
    page.goto(f"/help/notices/{kind}")
    page.wait_for_selector(READY)
    expect(page.locator("[data-part=form]")).to_be_hidden()
    expect(page.get_by_role("heading", name="This is not the right way here")).to_be_hidden()
    for age in ("Under 18", "I am not sure"):
        page.locator("[data-field=age]").get_by_label(age).check()
        expect(page.get_by_role("heading", name="This is not the right way here")).to_be_visible()
        expect(page.get_by_role("link", name="Take It Down (NCMEC)")).to_be_visible()
        expect(page.locator("[data-part=form]")).to_be_hidden()


def test_a_child_is_asked_the_age_and_told_where_to_go_too(notice: Page) -> None:
    """Both ages can be given, and the text says them; an adult is not asked."""
    fill(notice, "Under 18")
    expect(notice.locator("[data-part=minors]")).to_be_visible()
    notice.locator("#age-then").fill("15")
    notice.locator("#age-now").fill("16")
    assert "Age then: 15. Age now: 16." in made(notice)
    notice.get_by_role("button", name="Change something").click()
    notice.get_by_label("18 or over").check()
    expect(notice.locator("#age-then")).to_be_hidden()
    expect(notice.locator("[data-part=minors]")).to_be_hidden()
    assert "Age then" not in made(notice)


def test_clearing_clears_everything(notice: Page) -> None:
    """The text, every field, and what was wrong; the focus is on the first field."""
    fill(notice)
    made(notice)
    notice.locator("[data-part=made]").get_by_role("button", name="Clear everything").click()
    expect(notice.locator("input").first).to_be_focused()
    assert "canary" not in notice.content().lower()
    expect(notice.locator("#signature")).to_have_value("")
    assert notice.locator("input:checked").count() == 0


def test_only_the_text_is_printed(notice: Page) -> None:
    """On paper there is the letter and nothing of the site."""
    fill(notice)
    made(notice)
    notice.emulate_media(media="print")
    expect(notice.locator("#letter")).to_be_visible()
    for part in ("h1", "[data-part=made-title]", "#proof", "[data-part=end]", ".top", ".foot"):
        expect(notice.locator(part).first).to_be_hidden()


def test_by_keyboard_alone(notice: Page) -> None:
    """Choices, fields, the box and the button work without a mouse."""
    notice.locator("#age").focus()
    notice.keyboard.press("ArrowDown")
    expect(notice.get_by_label("18 or over")).to_be_checked()
    notice.keyboard.press("Tab")
    notice.keyboard.press("Space")
    expect(notice.get_by_label("I am the person in the picture")).to_be_checked()
    notice.locator("#links").focus()
    notice.keyboard.type(LINK)
    notice.locator("#no-consent").focus()
    notice.keyboard.press("Space")
    notice.locator("#email").fill("a@example.org")
    notice.locator("#signature").fill("Jo")
    notice.get_by_role("button", name="Make the text").press("Enter")
    expect(notice.locator("#letter")).to_contain_text(LINK)


def test_without_script_there_is_the_other_form(without_script: Page) -> None:
    """The page leads there; the form makes the text, and saves it."""
    without_script.goto("/help/notices/school")
    expect(without_script.locator("#tool")).to_be_hidden()
    without_script.get_by_role("link", name="Go to the form").click()
    expect(without_script.get_by_text("What you type here goes to this server.")).to_be_visible()
    without_script.get_by_label("A parent or guardian").check()
    without_script.locator("#happened").fill(f"{NAME} on Monday")
    without_script.get_by_role("button", name="Send and make the text").click()
    text = without_script.locator(".letter").text_content() or ""
    assert f"{NAME} on Monday" in text
    with without_script.expect_download() as download:
        without_script.get_by_role("button", name="Save it as a file").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == text


def test_it_says_when_it_cannot_be_loaded(page: Page, troubles: Troubles) -> None:
    """Then the way to the other form is still there."""
    troubles.allow("net::ERR_FAILED")
    page.route("**/js/help/notices/judge.js", lambda route: route.abort())
    page.goto("/help/notices/platform")
    expect(page.locator("#tool")).to_be_hidden()
    expect(page.get_by_role("link", name="Go to the form")).to_be_visible()


def test_it_works_without_internet(offline: Page) -> None:
    """On a device that keeps the tools, a text is made with the network off."""
    offline.goto("/help/notices/take-it-down")
    offline.wait_for_selector(READY)
    fill(offline)
    assert LINK in made(offline)
