"""The page of the case file as tests use it: begun, opened, and written in."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.ready import READY

PASSPHRASE = "yodel gizmo tulip ankle"
LINK = "https://social.example/canary/1"
# One of each kind that everybody can write.
ENTRIES = {
    "link": {"address": LINK, "where": "Canary app", "seen": "2026-05-04T09:30"},
    "account": {"name": "@canary"},
    "said": {"words": "Pay, or everyone gets it.", "who": "@canary", "heard": "2026-05-04T10:00"},
    "reminder": {"day": "2026-06-01", "what": "Look whether it is gone"},
    "diary": {"text": "Canary told my sister."},
}
# What the browser keeps of the case, as text of its bytes.
KEPT = """async () => {
  const bytes = await new Promise((done) => {
    const opening = indexedDB.open("notes", 1);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("sealed").objectStore("sealed").get("1");
      reading.onsuccess = () => { opening.result.close(); done(reading.result.sealed); };
    };
  });
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}"""


def come(page: Page, base_url: str = "") -> Page:
    """Opens the page, everything loaded."""
    page.goto(f"{base_url}/help/case")
    page.wait_for_selector(READY)
    return page


def begin(page: Page, age: str = "not-sure", base_url: str = "") -> Page:
    """Begins a notebook about somebody of this age."""
    come(page, base_url)
    page.locator(f"[name=case-age][value={age}]").check()
    page.locator("#case-passphrase").fill(PASSPHRASE)
    page.locator("#case-passphrase-again").fill(PASSPHRASE)
    page.get_by_label("I know that nobody can open it").check()
    page.get_by_role("button", name="Begin the notebook").click()
    expect_open(page)
    return page


def unlock(page: Page, passphrase: str = PASSPHRASE) -> None:
    """Types the passphrase at the locked notebook."""
    expect(page.get_by_role("heading", name="Open your notebook")).to_be_visible()
    page.locator("#case-key").fill(passphrase)
    page.get_by_role("button", name="Open it", exact=True).click()


def expect_open(page: Page) -> None:
    """The notebook is open."""
    expect(page.get_by_role("button", name="Lock it now")).to_be_visible()


def form(page: Page, kind: str) -> Locator:
    """Opens the form of a new entry."""
    page.locator(f"[data-kind={kind}]").click()
    expect(page.locator("[data-part=writing] h4")).to_be_focused()
    return page.locator("[data-part=writing]")


def write(page: Page, kind: str, **fields: str) -> None:
    """Writes an entry, and saves it by its button."""
    writing = form(page, kind)
    for name, value in fields.items():
        writing.locator(f"[data-field={name}]").fill(value)
    writing.get_by_role("button", name="Save it").click()
    expect(writing.locator("h4")).to_have_count(0)


def expect_saved(page: Page) -> None:
    """What was typed is on the disk."""
    expect(page.locator("[data-part=saved]")).to_have_text("Saved, and sealed on this device")


def written(page: Page) -> Locator:
    """The part that shows what was written."""
    return page.locator("[data-part=notes] [data-part=written]")


def trouble(page: Page) -> Locator:
    """What the open notebook says is wrong."""
    return page.locator("[data-part=notebook] > [data-part=trouble]")


def to_tab(page: Page, name: str) -> None:
    """Turns to a part of the notebook."""
    page.locator("[data-tab]", has_text=name).click()


def report(page: Page, sent: str = "") -> Locator:
    """Fills the form of a report to which the American law of 48 hours applies."""
    writing = form(page, "report")
    writing.locator("#report-to").fill("Canary app")
    writing.locator("#report-country").select_option("US")
    writing.locator("#report-law").select_option("us-take-it-down-act")
    if sent:
        writing.locator("#report-sent").fill(sent)
    else:
        writing.get_by_role("button", name="Now : When you sent it").click()
    return writing


def show_document(page: Page, reader: str = "police") -> None:
    """Shows the document for one reader."""
    to_tab(page, "Give to someone")
    page.locator(f"[name=case-for][value={reader}]").check()
    page.get_by_role("button", name="Show the document").click()
    expect(page.get_by_role("heading", name="Record of what happened")).to_be_focused()


def lock(page: Page) -> None:
    """Locks the notebook."""
    page.get_by_role("button", name="Lock it now").click()
    expect(page.get_by_role("heading", name="Open your notebook")).to_be_focused()


def saved_file(page: Page, button: Locator, name: str) -> bytes:
    """What a button saves, under this name."""
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == name
    return Path(download.value.path()).read_bytes()


def second_window(context: BrowserContext) -> Page:
    """Another window of the same browser, with the notebook open."""
    page = context.new_page()
    come(page)
    unlock(page)
    expect_open(page)
    return page
