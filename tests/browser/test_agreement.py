"""The family agreement in real Chromium: filled in together, on one sheet, in a file, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Seen

OWN = "Canary <b>line</b> of our own"


@pytest.fixture
def form(page: Page) -> Page:
    """The form, ready."""
    page.goto("/talk/agreement")
    page.locator("#agreement").wait_for()
    return page


def on_paper(page: Page) -> list[str]:
    """The lines of the sheet."""
    return page.locator("[data-part=sheet] [data-part=clauses] li").all_text_contents()


def test_what_is_ticked_changed_and_added_is_on_paper(form: Page) -> None:
    """In the order of the form, as typed; what is not ticked is not there."""
    first = form.locator("[data-clause]").first
    words = first.get_attribute("data-says")
    first.get_by_role("checkbox").check()
    second = form.locator("[data-clause]").nth(1)
    second.get_by_role("button").click()
    second.locator("textarea").fill(OWN)
    expect(second.get_by_role("checkbox")).to_be_checked()
    form.get_by_label("Line 1").fill("Pizza on Fridays")
    assert on_paper(form) == [words, OWN, "Pizza on Fridays"]
    assert form.locator("[data-part=sheet] b").count() == 0
    form.get_by_label("Name 1").fill("Canary")
    assert "Canary" in (form.locator("[data-part=sign]").text_content() or "")


def test_words_for_young_children(form: Page) -> None:
    """One choice changes all sentences but those that were changed by hand."""
    first, second = form.locator("[data-clause]").nth(0), form.locator("[data-clause]").nth(1)
    second.get_by_role("button").click()
    second.locator("textarea").fill(OWN)
    first.get_by_role("checkbox").check()
    form.get_by_label("Children under 8").check()
    assert on_paper(form) == [first.get_attribute("data-young"), OWN]


def test_it_is_saved_as_a_file_and_nothing_is_sent(form: Page, arrived: Callable[[], list[Seen]]) -> None:
    """The file holds what is on paper; no request, no storage, no cookie."""
    before = len(arrived())
    form.get_by_role("checkbox").first.check()
    form.get_by_label("Line 1").fill(OWN)
    with form.expect_download() as download:
        form.get_by_role("link", name="Save it as a file").click()
    assert download.value.suggested_filename == "agreement.txt"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert [line[2:] for line in text.split("\n") if line.startswith("- ")] == on_paper(form)
    assert arrived()[before:] == []
    assert form.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_leaving_and_clearing_forget(form: Page) -> None:
    """The form and its sheet are empty before the page is put aside, and when somebody clears it."""
    for forget in (
        lambda: form.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))"),
        lambda: form.get_by_role("button", name="Clear everything").click(),
    ):
        form.get_by_role("checkbox").first.check()
        form.get_by_label("Line 1").fill(OWN)
        forget()
        expect(form.get_by_label("Line 1")).to_have_value("")
        expect(form.get_by_role("checkbox").first).not_to_be_checked()
        assert OWN not in on_paper(form)


def test_without_script_it_is_a_form_for_a_pen(without_script: Page) -> None:
    """The sheet shows with all sentences; what needs a script does not."""
    without_script.goto("/talk/agreement")
    expect(without_script.locator("[data-part=sheet]")).to_be_visible()
    expect(without_script.locator("#agreement")).to_be_hidden()
    expect(without_script.get_by_text("needs JavaScript")).to_be_visible()
