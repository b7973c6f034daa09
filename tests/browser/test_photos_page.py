"""The photo page: the ways in which files come to it, by keyboard too, and that it forgets them again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Troubles
from tests.browser.engine_page import address
from tests.browser.photo_page import choose, open_tool, payload
from tests.browser.served import Site
from tests.browser.walk import telling_photo

EVIL_NAME = "<img src=x onerror=alert(1)> IMG_20260504_030201.jpg"
DROP = """([name, bytes]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(bytes)], name));
  const init = { bubbles: true, cancelable: true };
  document.body.dispatchEvent(new DragEvent("dragover", { ...init, dataTransfer: transfer }));
  document.body.dispatchEvent(new DragEvent("drop", { ...init, dataTransfer: transfer }));
}"""
PASTE = """([name, bytes]) => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([new Uint8Array(bytes)], name));
  document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
}"""
IS_ALIVE = """(address) => new Promise((done) => {
  const image = new Image();
  image.onload = () => done(true);
  image.onerror = () => done(false);
  image.src = address;
})"""
# The engine answers when the test says so: first about a file that was forgotten, then about the one in front.
LATE = """async (script) => {
  const { Results } = await import(script);
  const answers = [];
  const engine = { clean: () => new Promise((done) => answers.push(done)) };
  const results = new Results(document.querySelector("[data-part=results]"), engine, () => {});
  const refusal = { code: "empty", values: {} };
  const seen = () => [document.querySelector("h1").textContent, document.querySelector("[data-file]").dataset.outcome];
  const turn = () => new Promise((done) => setTimeout(done));
  results.add([new File([], "old.jpg")]);
  results.forget();
  results.add([new File([], "new.jpg")]);
  answers[0]({ kind: "failed", refusal, findings: [] });
  await turn();
  const before = seen();
  answers[1]({ kind: "refused", refusal, findings: [] });
  await turn();
  return [before, seen()];
}"""


@pytest.fixture
def tool(page: Page) -> Page:
    """The page, ready."""
    return open_tool(page)


def test_without_script_there_is_the_other_way(without_script: Page) -> None:
    """Nothing of the tool is seen, nothing claims that nothing is sent, and the form is one link away."""
    without_script.goto("/photos")
    expect(without_script.locator("#tool")).to_be_hidden()
    expect(without_script.get_by_text("Nothing is sent")).to_be_hidden()
    assert without_script.locator("dialog:visible").count() == 0
    without_script.get_by_role("link", name="Open the cleaner").click()
    expect(without_script.get_by_text("What you choose goes to this server.")).to_be_visible()


def test_names_are_text(tool: Page) -> None:
    """A name that looks like a tag is shown as it is, and what it tells is told."""
    (one,) = choose(tool, payload(EVIL_NAME, telling_photo())).all()
    expect(one.locator("bdi").first).to_have_text(EVIL_NAME)
    assert one.locator("bdi *").count() == 0
    expect(one.get_by_text("tells a date: 2026-05-04")).to_be_visible()


@pytest.mark.parametrize("way", [DROP, PASTE], ids=["dropped", "pasted"])
def test_files_come_in_other_ways(tool: Page, way: str) -> None:
    """Dropped anywhere on the page, or pasted."""
    tool.evaluate(way, ["a.jpg", list(telling_photo())])
    expect(tool.locator("h1")).to_have_text("This photo gives away three things")


def test_all_is_forgotten(tool: Page, troubles: Troubles) -> None:
    """'Look at other files' brings the start back; the addresses of what was shown lead nowhere any more."""
    troubles.allow("ERR_FILE_NOT_FOUND")
    (one,) = choose(tool, payload("a.jpg", telling_photo())).all()
    image = one.get_by_role("img", name="Your picture")
    address = image.get_attribute("src")
    assert tool.evaluate(IS_ALIVE, address) is True
    tool.get_by_role("button", name="Look at other files").click()
    expect(tool.locator("h1")).to_have_text("What a photo gives away")
    expect(tool.locator("h1")).to_be_focused()
    expect(tool.locator("[data-file]")).to_have_count(0)
    assert tool.evaluate(IS_ALIVE, address) is False


def test_the_way_back_shows_no_picture(tool: Page) -> None:
    """When the browser keeps the page for its own back button, it keeps the start and not the photo."""
    choose(tool, payload("a.jpg", telling_photo()))
    tool.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(tool.locator("h1")).to_have_text("What a photo gives away")
    expect(tool.locator("[data-file]")).to_have_count(0)


def test_an_answer_that_comes_too_late_is_not_shown(tool: Page, site: Site) -> None:
    """What was forgotten while it was worked on stays forgotten, whatever is chosen next."""
    seen = tool.evaluate(LATE, address(site, "js/photos/page/results.js"))
    assert seen == [["What a photo gives away", None], ["We could not clean this file", "refused"]]


def test_by_keyboard_alone(tool: Page) -> None:
    """The field for files is reached by Tab and opened by a key; after that the copy is the first thing to press."""
    # Listening from the start: a browser that is told only now can have opened its own window by then.
    tool.on("filechooser", lambda chooser: None)
    for _ in range(20):
        tool.keyboard.press("Tab")
        if tool.evaluate("() => document.activeElement.id") == "choose":
            break
    label = tool.locator("#choose + label")
    assert label.evaluate("(label) => getComputedStyle(label).outlineStyle") == "solid"
    with tool.expect_file_chooser() as chooser:
        tool.keyboard.press("Enter")
    chooser.value.set_files(payload("a.jpg", telling_photo()))
    expect(tool.locator("h1")).to_be_focused()
    tool.keyboard.press("Tab")
    assert tool.evaluate("() => document.activeElement.dataset.action") == "save"


def test_the_tool_says_when_it_cannot_be_loaded(page: Page, troubles: Troubles) -> None:
    """It then claims nothing, and names the other way."""
    troubles.allow("engine.js")
    page.route("**/js/photos/engine.js", lambda route: route.abort())
    page.goto("/photos")
    expect(page.get_by_text("The tool could not be loaded in this browser.")).to_be_visible()
    expect(page.get_by_text("Nothing is sent")).to_be_hidden()
    expect(page.get_by_role("link", name="Another way, which sends the file to this server")).to_be_visible()


def test_a_file_chosen_before_the_tool_was_there_is_taken(page: Page) -> None:
    """On a slow line the field can be used before its script has come."""
    held: list[Route] = []
    page.route("**/page/tool.js", lambda route: held.append(route))
    with page.expect_request("**/page/tool.js"):
        page.goto("/photos", wait_until="commit")
    page.locator("#choose").set_input_files(payload("early.jpg", telling_photo()))
    held[0].continue_()
    expect(page.locator("[data-file][data-outcome=cleaned]")).to_have_count(1)
