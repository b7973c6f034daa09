"""The notebook of the case file in real Chromium: begun, written in, locked, opened again, and wiped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import (
    KEPT,
    LINK,
    PASSPHRASE,
    begin,
    come,
    expect_saved,
    form,
    trouble,
    unlock,
    write,
    written,
)
from tests.browser.served import Seen

PICTURE_DROPPED = """(way) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File(["x"], "canary.png", { type: "image/png" }));
  const options = { bubbles: true, cancelable: true };
  const event = way === "drop"
    ? new DragEvent("drop", { ...options, dataTransfer: transfer })
    : new ClipboardEvent("paste", { ...options, clipboardData: transfer });
  document.activeElement.dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.fixture
def notebook(page: Page) -> Page:
    """An open notebook about somebody who gave no age."""
    return begin(page)


def test_it_says_what_it_is_before_anything_is_asked(page: Page) -> None:
    """The watched device, the browser that forgets and the passphrase come first; no age is chosen as adult."""
    come(page)
    text = page.locator("[data-part=start]").inner_text()
    parts = ("Could someone be watching", "after 7 days", "Without the passphrase", "How old was the person")
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    expect(page.locator("[name=case-age]:checked")).to_have_value("not-sure")
    expect(page.locator("[data-part=age-note]")).to_be_visible()
    expect(page.get_by_role("link", name="Is someone watching this device?").first).to_be_visible()


def test_a_passphrase_is_judged_first(page: Page) -> None:
    """Too short, not the same twice, or without the tick: the reason is said, and nothing is kept."""
    come(page)
    said = page.locator("[data-part=start] > [data-part=missing]")
    for first, second, words in (("short", "short", "too short"), (PASSPHRASE, "other words", "not the same")):
        page.locator("#case-passphrase").fill(first)
        page.locator("#case-passphrase-again").fill(second)
        page.get_by_role("button", name="Begin the notebook").click()
        expect(said).to_contain_text(words)
        expect(said).to_be_focused()
    page.locator("#case-passphrase-again").fill(PASSPHRASE)
    page.get_by_role("button", name="Begin the notebook").click()
    expect(said).to_contain_text("Set the tick first")
    expect(page.locator("[data-part=notebook]")).to_be_hidden()


@pytest.mark.promise("case-stays")
def test_it_survives_a_reload_sealed_and_nothing_is_sent(notebook: Page, arrived: Callable[[], list[Seen]]) -> None:
    """What was written is there again after a reload and the passphrase; no byte of it can be read or was sent."""
    before = len(arrived())
    write(notebook, "link", address=LINK, where="Canary app")
    write(notebook, "diary", text="Canary told me to pay.")
    assert arrived()[before:] == []
    kept = notebook.evaluate(KEPT)
    assert kept.startswith("unshared-case-1")
    assert not [secret for secret in ("canary", "Canary", "tulip", "social.example") if secret in kept]
    notebook.reload()
    unlock(notebook)
    expect(written(notebook)).to_contain_text(LINK)
    expect(written(notebook)).to_contain_text("Canary told me to pay.")
    assert [one.path for one in arrived()[before:] if "static" not in one.path] == ["/help/case"]
    assert notebook.context.cookies() == []
    assert notebook.evaluate("() => location.search + location.hash") == ""


def test_a_wrong_passphrase_is_told_kindly(notebook: Page) -> None:
    """Nothing is lost, and the right one opens it afterwards."""
    write(notebook, "account", name="@canary")
    notebook.get_by_role("button", name="Lock it now").click()
    unlock(notebook, "yodel gizmo tulip uncle")
    expect(notebook.locator("[data-part=locked] > [data-part=problem]")).to_contain_text("Nothing is lost")
    assert "@canary" not in notebook.locator("main").inner_text()
    unlock(notebook)
    expect(written(notebook)).to_contain_text("@canary")


def test_what_is_typed_is_saved_before_its_button(notebook: Page) -> None:
    """An entry that nobody finished, and a diary text, are there after the page was closed without a word."""
    form(notebook, "link").locator("[data-field=address]").fill(LINK)
    expect_saved(notebook)
    write(notebook, "account", name="@canary")
    form(notebook, "diary").locator("[data-field=text]").fill("Half a sente")
    expect_saved(notebook)
    notebook.reload()
    unlock(notebook)
    expect(written(notebook)).to_contain_text(LINK)
    expect(notebook.locator("#diary-text")).to_have_value("Half a sente")
    assert "Half a sente" not in written(notebook).inner_text(), "a diary entry is final: it waits for its button"


def test_cancel_brings_back_what_was_there(notebook: Page) -> None:
    """A new entry goes, and a changed one is as before."""
    write(notebook, "account", name="@before")
    form(notebook, "link").locator("[data-field=address]").fill(LINK)
    expect(written(notebook)).to_contain_text(LINK)
    notebook.get_by_role("button", name="Cancel").click()
    expect(written(notebook)).not_to_contain_text(LINK)
    written(notebook).get_by_role("button", name="Change @before").click()
    notebook.locator("#account-name").fill("@after")
    expect(written(notebook)).to_contain_text("@after")
    notebook.get_by_role("button", name="Cancel").click()
    expect(written(notebook)).to_contain_text("@before")


@pytest.mark.promise("case-no-pictures")
def test_no_picture_gets_in(notebook: Page) -> None:
    """Under 18: no field for a file but the sealed copy; pasted, dropped, or as an address: refused with the reason."""
    expect(notebook.locator("[data-kind=file]")).to_be_hidden()
    form(notebook, "link")
    for way in ("paste", "drop"):
        assert notebook.evaluate(PICTURE_DROPPED, way)
        expect(trouble(notebook)).to_contain_text("No picture goes in here")
    notebook.locator("#link-address").fill("data:image/png;base64,iVBORw0KGgo")
    notebook.get_by_role("button", name="Save it").click()
    expect(notebook.locator("[data-part=writing] [data-part=missing]")).to_contain_text("Only words go in here")
    fields = notebook.locator("input[type=file]").evaluate_all("(all) => all.map((one) => one.id)")
    assert sorted(fields) == ["other-file", "start-file"], "both take a sealed copy of the notebook, and read no other"


def test_nobody_under_18_is_told_to_capture(notebook: Page) -> None:
    """No text that such a case shows speaks of making or keeping a picture or a screenshot of it."""
    for kind in ("link", "said", "report", "diary"):
        form(notebook, kind)
        shown = notebook.locator("main").inner_text().lower()
        assert "no screenshot" in shown
        for words in ("no picture and no screenshot goes in", "no screenshot is needed here, and none goes in"):
            shown = shown.replace(words, "")
        assert "screenshot" not in shown
        assert "stopncii" not in shown
