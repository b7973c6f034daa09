"""The notebook of the case file when something goes wrong: two windows, a full disk, leaving, nobody there, wiping."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.notebook import (
    LINK,
    begin,
    come,
    expect_open,
    form,
    lock,
    saved_file,
    second_window,
    to_tab,
    trouble,
    unlock,
    write,
    written,
)

# A disk that is full as long as the page says so: the browser gives up what it was told to write.
FULL_DISK = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...values) {
  const request = put.apply(this, values);
  if (globalThis.isDiskFull) {
    const error = new DOMException("no room", "QuotaExceededError");
    Object.defineProperty(this.transaction, "error", { get: () => error });
    this.transaction.abort();
  }
  return request;
};
"""
# A browser that gives up deleting.
NO_WIPE = "IDBObjectStore.prototype.clear = () => { throw new DOMException('no', 'UnknownError'); };"
NOTHING_KEPT = "async () => (await indexedDB.databases()).length === 0"


@pytest.fixture
def notebook(page: Page) -> Page:
    """An open notebook about somebody who gave no age."""
    return begin(page)


def test_two_windows_lose_nothing(notebook: Page) -> None:
    """What one window writes appears in the other, and what both wrote is in both."""
    other = second_window(notebook.context)
    write(notebook, "account", name="@first")
    expect(written(other)).to_contain_text("@first")
    form(notebook, "link").locator("[data-field=address]").fill(LINK)
    write(other, "account", name="@second")
    for window in (notebook, other):
        for text in ("@first", "@second", LINK):
            expect(written(window)).to_contain_text(text)


def test_a_new_passphrase_reaches_the_other_window(notebook: Page) -> None:
    """It asks for the new one, and goes on with what it has."""
    write(notebook, "account", name="@canary")
    other = second_window(notebook.context)
    to_tab(notebook, "Keep or delete")
    notebook.get_by_text("Change the passphrase").click()
    for field in ("#case-new", "#case-new-again"):
        notebook.locator(field).fill("entirely other words here")
    notebook.get_by_role("button", name="Change it").click()
    expect(notebook.locator("[data-part=saved]")).to_have_text("Sealed with the new passphrase")
    write_after = other.locator("[data-part=why-locked]")
    expect(write_after).to_contain_text("changed in another window")
    unlock(other, "entirely other words here")
    expect(written(other)).to_contain_text("@canary")


def test_a_full_disk_is_told_and_loses_nothing(page: Page) -> None:
    """The old version stays, what is new can be taken as a sealed copy, and is saved when there is room."""
    page.add_init_script(FULL_DISK)
    notebook = begin(page)
    write(notebook, "account", name="@kept")
    notebook.evaluate("() => { globalThis.isDiskFull = true; }")
    form(notebook, "account").locator("[data-field=name]").fill("@new")
    expect(trouble(notebook)).to_contain_text("no room left")
    saved_file(notebook, trouble(notebook).get_by_role("button", name="Save the sealed copy"), "notes.dat")
    notebook.get_by_role("button", name="Lock it now").click()
    expect(notebook.locator("[data-part=why-locked]")).to_contain_text("could not be saved yet")
    unlock(notebook)
    expect(written(notebook)).to_contain_text("@new")
    notebook.evaluate("() => { globalThis.isDiskFull = false; }")
    write(notebook, "account", name="@room")
    notebook.reload()
    unlock(notebook)
    for name in ("@kept", "@new", "@room"):
        expect(written(notebook)).to_contain_text(name)


def test_leaving_keeps_and_locks_it(notebook: Page) -> None:
    """'Leave this site' ends on the neutral page; the sealed notebook is still there, and closed."""
    write(notebook, "link", address=LINK)
    notebook.get_by_role("link", name="Leave this site").click()
    expect(notebook.locator("h1")).to_have_text("Length and weight")
    come(notebook)
    assert LINK not in notebook.locator("main").inner_text()
    unlock(notebook)
    expect(written(notebook)).to_contain_text(LINK)


def test_it_locks_itself(page: Page) -> None:
    """After ten minutes without a touch nothing is on the page; what was typed is saved."""
    page.clock.install()
    begin(page)
    form(page, "link").locator("[data-field=address]").fill(LINK)
    page.clock.run_for(601_000 + 15_000)
    expect(page.locator("[data-part=why-locked]")).to_contain_text("10 minutes")
    assert LINK not in page.content()
    unlock(page)
    expect(written(page)).to_contain_text(LINK)


@pytest.mark.parametrize("way", ["hold", "key", "steps"])
def test_wiping(notebook: Page, way: str) -> None:
    """Held down by mouse or key, or in two steps without holding; a short press does nothing."""
    write(notebook, "link", address=LINK)
    to_tab(notebook, "Keep or delete")
    wipe = notebook.locator("[data-part=keep] [data-part=wipe]")
    notebook.locator("[data-part=keep]").get_by_text("Delete everything", exact=True).click()
    expect(wipe.get_by_role("button", name="Save the sealed file first")).to_be_visible()
    hold = wipe.get_by_role("button", name="Hold to delete everything")
    hold.click()
    expect_open(notebook)
    if way == "steps":
        wipe.get_by_label("I cannot hold it down").check()
        wipe.get_by_role("button", name="Delete everything now").click()
    elif way == "key":
        hold.focus()
        notebook.keyboard.down("Enter")
    else:
        hold.hover()
        notebook.mouse.down()
    expect(notebook.get_by_role("heading", name="Deleted from this browser")).to_be_focused()
    if way != "steps":
        notebook.keyboard.up("Enter") if way == "key" else notebook.mouse.up()
    notebook.wait_for_function(NOTHING_KEPT)
    expect(notebook.locator("[data-part=gone]")).to_contain_text("files that you saved")
    come(notebook)
    expect(notebook.get_by_role("heading", name="Before you begin")).to_be_visible()


def wipe_in_two_steps(part: Locator) -> None:
    """Deletes everything without holding."""
    part.get_by_text("Delete everything", exact=True).click()
    part.get_by_label("I cannot hold it down").check()
    part.get_by_role("button", name="Delete everything now").click()


def test_a_wipe_that_fails_says_so(page: Page) -> None:
    """Open or locked, nobody is told that it is gone; an open notebook goes on, and locks as before."""
    page.add_init_script(NO_WIPE)
    write(begin(page), "account", name="@canary")
    to_tab(page, "Keep or delete")
    wipe_in_two_steps(page.locator("[data-part=keep]"))
    expect(trouble(page)).to_be_visible()
    expect(trouble(page)).not_to_be_empty()
    expect(written(page)).to_contain_text("@canary")
    lock(page)
    wipe_in_two_steps(page.locator("[data-part=locked]"))
    expect(page.locator("[data-part=locked] > [data-part=problem]")).to_be_focused()
    unlock(page)
    expect(written(page)).to_contain_text("@canary")
