"""What leaves the notebook because somebody wants it to, and what comes back: documents, files, sealed copies."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.browser.notebook import (
    ENTRIES,
    LINK,
    PASSPHRASE,
    begin,
    come,
    expect_open,
    form,
    lock,
    report,
    saved_file,
    show_document,
    to_tab,
    unlock,
    write,
    written,
)
from tests.help.case import samples

PRINTED = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.children.length && one.textContent.trim())
  .map((one) => one.closest("[data-part=sheet], #case-paper") ? "" : one.textContent.trim()).filter(Boolean)"""
SEALED = "notes.dat"


def filled(page: Page, age: str) -> Page:
    """A notebook with an entry of each kind and a report."""
    begin(page, age)
    for kind, fields in ENTRIES.items():
        write(page, kind, **fields)
    report(page, "2026-05-04T12:00").get_by_role("button", name="Save it").click()
    expect(written(page)).to_contain_text("Canary app")
    return page


def sealed_copy(page: Page) -> bytes:
    """The sealed copy of the notebook that is open."""
    to_tab(page, "Keep or delete")
    button = page.locator("[data-part=keep] > .actions").get_by_role("button", name="Save the sealed copy")
    return saved_file(page, button, SEALED)


def bring(page: Page, field: str, content: bytes, passphrase: str = PASSPHRASE) -> None:
    """Chooses a sealed file, and looks what is inside."""
    page.locator(f"#{field}-file").set_input_files(FilePayload(name="x", mimeType="", buffer=content))
    page.locator(f"#{field}-key").fill(passphrase)
    page.get_by_role("button", name="Look what is inside").locator("visible=true").click()


def test_the_document_of_somebody_under_18(page: Page) -> None:
    """All entries in order, no takedown service among the readers, and a hotline gets no diary."""
    filled(page, "under-18")
    to_tab(page, "Give to someone")
    readers = page.locator("[name=case-for]").locator("visible=true")
    assert readers.evaluate_all("(all) => all.map((one) => one.value)") == ["police", "lawyer", "hotline"]
    expect(page.get_by_role("link", name="Write the complete question")).to_be_hidden()
    show_document(page)
    sheet = page.locator("[data-part=sheet]")
    for text in (LINK, "@canary", "Pay, or everyone gets it.", "Canary told my sister.", "under 18", "TAKE IT DOWN"):
        expect(sheet).to_contain_text(text)
    assert "screenshot" not in sheet.inner_text().lower()
    page.get_by_role("button", name="Back to the notebook").click()
    show_document(page, "hotline")
    expect(sheet).to_contain_text(LINK)
    expect(sheet).not_to_contain_text("my sister")


def test_only_the_document_is_printed(page: Page) -> None:
    """On its paper stands nothing but the document."""
    filled(page, "adult")
    show_document(page, "service")
    page.emulate_media(media="print")
    assert page.evaluate(PRINTED) == []
    expect(page.locator("[data-part=sheet]")).to_contain_text(LINK)


def test_files_for_others_are_neutral_by_name(page: Page) -> None:
    """The table holds what was written; the calendar holds a word and a moment, no address and no name."""
    filled(page, "adult")
    report(page).get_by_role("button", name="Save it").click()
    expect(page.locator(".coming li")).to_have_count(3)
    to_tab(page, "Give to someone")
    table = saved_file(page, page.get_by_role("button", name="Save the table"), "notes.csv").decode("utf-8-sig")
    for text in (LINK, "'@canary", "Canary told my sister."):
        assert text in table
    dates = saved_file(page, page.get_by_role("button", name="Save the dates"), "reminders.ics").decode()
    assert "SUMMARY:Reminder" in dates
    for text in ("anary", "social.example", "nshared", "case", "DOWN"):
        assert text not in dates


def test_a_time_limit_is_a_moment_with_a_next_step(page: Page) -> None:
    """48 hours after the request; when they are over, who can be told stands beside it, with the day it was checked."""
    begin(page)
    writing = report(page, "2026-05-04T12:00")
    expect(writing.locator("[data-part=law-text]")).to_contain_text("Information, not legal advice. Checked")
    writing.get_by_role("button", name="Save it").click()
    coming = page.locator(".coming li")
    expect(coming).to_contain_text("the time was over on Wed, May 6, 2026, 12:00")
    expect(coming.get_by_role("link", name="Where to complain")).to_have_attribute(
        "href", "https://takeitdown.ftc.gov/"
    )
    coming.get_by_role("button", name="Change").click()
    page.locator("#report-state").select_option("done")
    page.get_by_role("button", name="Save it").click()
    expect(page.locator("[data-part=nothing-comes]")).to_be_visible()


def test_looking_again_is_moved_on_or_done(page: Page) -> None:
    """A day that has passed says so; 'again in a week' plans the next one, 'done' ends it."""
    page.clock.install(time="2026-06-03T09:00:00Z")
    begin(page)
    write(page, "reminder", day="2026-06-01", what="Canary page")
    coming = page.locator(".coming li")
    expect(coming).to_contain_text("planned for Mon, Jun 1")
    coming.get_by_role("button", name="Again in a week").click()
    expect(coming).to_contain_text("Look again on Wed, Jun 10")
    coming.get_by_role("button", name="Done").click()
    expect(coming).to_have_count(0)


def test_the_line_that_proves_the_order(page: Page) -> None:
    """It is there with the first diary entry, changes with the next, and a correction is an entry of its own."""
    begin(page)
    write(page, "diary", text="First")
    to_tab(page, "Give to someone")
    line = page.locator("[data-part=hash-text]")
    first = line.inner_text()
    assert len(first) == 64
    expect(page.locator("[data-part=give]")).to_contain_text("It proves the order, not the date")
    to_tab(page, "Notes")
    written(page).get_by_role("button", name="Add a correction").click()
    page.locator("#diary-text").fill("Not so")
    page.get_by_role("button", name="Save it").click()
    expect(written(page)).to_contain_text("Corrects the entry of")
    expect(written(page)).to_contain_text("First")
    to_tab(page, "Give to someone")
    expect(line).not_to_have_text(first)


@pytest.mark.parametrize("is_whole", [True, False])
def test_the_document_claims_an_order_only_when_it_is_proved(page: Page, is_whole: bool) -> None:
    """In a diary that somebody with the passphrase has changed the chain is broken, and the document says so."""
    whole = samples.case()
    if not is_whole:
        whole["diary"][0]["text"] = "It began later."
    come(page)
    bring(page, "start", samples.sealed(samples.canonical(whole)), samples.PASSPHRASE)
    page.get_by_role("button", name="Open this notebook here").click()
    show_document(page)
    chain = page.locator("[data-part=sheet] [data-part=chain]")
    expect(chain).to_contain_text("It proves their order" if is_whole else "does not prove the order")


def test_a_sealed_copy_opens_on_another_device(page: Page, new_context: Callable[..., BrowserContext]) -> None:
    """It says what is inside before anything changes; the wrong passphrase and another file are told apart."""
    write(begin(page), "account", name="@canary")
    content = sealed_copy(page)
    assert b"canary" not in content
    other = come(new_context().new_page())
    other.locator("#start-file").set_input_files(FilePayload(name="x", mimeType="", buffer=b"%PDF-1.7"))
    wrong = other.locator("[data-part=start] [data-part=wrong]")
    expect(wrong).to_contain_text("not a sealed file")
    damaged = FilePayload(name="x", mimeType="", buffer=content[:-1] + b"x")
    other.locator("#start-file").set_input_files(damaged)
    expect(wrong).to_contain_text("damaged")
    bring(other, "start", content, "not the passphrase")
    expect(wrong).to_contain_text("does not fit")
    bring(other, "start", content)
    expect(other.locator("[data-part=start] [data-part=found]")).to_contain_text("Entries: 1")
    other.get_by_role("button", name="Open this notebook here").click()
    expect(written(other)).to_contain_text("@canary")


def test_two_versions_are_put_together(page: Page) -> None:
    """The copy of an earlier day brings back what was removed on neither side, and keeps what is new."""
    write(begin(page), "account", name="@old")
    content = sealed_copy(page)
    to_tab(page, "Notes")
    write(page, "account", name="@new")
    to_tab(page, "Keep or delete")
    bring(page, "other", content)
    found = page.locator("[data-part=keep] [data-part=found]")
    expect(found).to_contain_text("“Put both together” keeps all entries of both")
    found.get_by_role("button", name="Put both together").click()
    expect(page.locator("[data-part=saved]")).to_contain_text("taken in")
    to_tab(page, "Notes")
    for name in ("@old", "@new"):
        expect(written(page)).to_contain_text(name)
    to_tab(page, "Keep or delete")
    bring(page, "other", content)
    found.get_by_role("button", name="Keep only the file").click()
    expect(page.locator("[data-part=saved]")).to_contain_text("taken in")
    expect(written(page)).not_to_contain_text("@new")


def test_an_adults_screenshot_leaves_its_fingerprint(page: Page) -> None:
    """The number is that of the file; name and content are nowhere. 'Under 18' takes it out, with no way back."""
    begin(page, "adult")
    writing = form(page, "file")
    writing.locator("#file-choose").set_input_files(
        FilePayload(name="canary-name.png", mimeType="image/png", buffer=b"canary-bytes")
    )
    expect(writing.locator("[data-part=chosen]")).to_contain_text(hashlib.sha256(b"canary-bytes").hexdigest())
    writing.get_by_role("button", name="Save it").click()
    expect(written(page)).to_contain_text(hashlib.sha256(b"canary-bytes").hexdigest())
    assert "canary" not in page.content()
    to_tab(page, "Keep or delete")
    page.get_by_role("button", name="The person was under 18").click()
    page.get_by_role("button", name="Yes, under 18").click()
    expect(page.locator("[data-part=age-now]")).to_contain_text("begin a new notebook")
    to_tab(page, "Notes")
    expect(page.locator("[data-kind=file]")).to_be_hidden()
    expect(written(page)).to_be_empty()


def test_a_sitting_without_a_mouse(page: Page) -> None:
    """From the passphrase to a saved entry and the lock, by keys alone; Enter saves a line."""
    begin(page)
    expect(page.locator("#notebook-title")).to_be_focused()
    page.locator("[data-kind=account]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#account-title")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("@canary")
    page.keyboard.press("Enter")
    expect(page.locator("[data-kind=account]")).to_be_focused()
    expect(written(page)).to_contain_text("@canary")
    written(page).get_by_role("button", name="Remove @canary").press("Enter")
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=written-title]")).to_be_focused()
    expect(written(page)).to_be_empty()


def test_it_works_with_no_network(offline: Page) -> None:
    """Kept on the device, the page begins a notebook, writes and opens it again without internet."""
    begin(offline)
    write(offline, "link", address=LINK)
    lock(offline)
    unlock(offline)
    expect_open(offline)
    expect(written(offline)).to_contain_text(LINK)


@pytest.mark.parametrize("why", ["no script", "no https"])
def test_paper_where_it_cannot_work(why: str, page: Page, without_script: Page) -> None:
    """Without JavaScript or a protected connection the page says so, and the same table is there to print."""
    opened = without_script if why == "no script" else page
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { get: () => undefined });")
    opened.goto("/help/case")
    said = "#no-script" if why == "no script" else "#no-https"
    expect(opened.locator(said)).to_be_visible()
    expect(opened.locator("#tool")).to_be_hidden()
    expect(opened.get_by_role("heading", name="On paper")).to_be_visible()
    assert opened.locator("#case-paper table").count() == 4
