"""The photo page with many files: progress, a line for each, all clean copies in one zip."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Troubles
from tests.browser.photo_page import choose, film, open_tool, outcomes, payload, picture, saved
from tests.browser.walk import telling_photo
from tests.photos import samples

MIXED = (
    payload("canary-1.jpg", telling_photo()),
    payload("canary-2.png", samples.png()),
    payload("canary-3.pdf", b"%PDF-1.7 x"),
    payload("canary-4.mp4", film()),
)
# What the heading said, whenever it changed.
HEADINGS = """() => {
  const heading = document.querySelector("h1");
  globalThis.headings = [];
  new MutationObserver(() => headings.push(heading.textContent)).observe(heading, { childList: true });
}"""


@pytest.fixture
def tool(page: Page) -> Page:
    """The page, ready."""
    return open_tool(page)


def test_each_file_has_a_line(tool: Page) -> None:
    """In the order of choosing, with what it gives away; the one that cannot be cleaned has a reason and no button."""
    tool.evaluate(HEADINGS)
    lines = choose(tool, *MIXED)
    assert outcomes(tool) == ["cleaned", "already-clean", "refused", "cleaned"]
    expect(lines.locator("h2")).to_have_text([f"{number}. {file['name']}" for number, file in enumerate(MIXED, 1)])
    expect(tool.locator("h1")).to_have_text("These four files give away four things")
    expect(tool.locator("h1")).to_be_focused()
    assert tool.evaluate("() => headings[0]") == "Looking at four files"
    expect(lines.nth(0)).to_contain_text("Where it was taken")
    expect(lines.nth(2)).to_contain_text("We cannot clean PDF files.")
    assert [line.locator("[data-action=save]").count() for line in lines.all()] == [1, 0, 0, 1]
    expect(tool.locator("#tool [role=status]").last).to_have_text("All four files are done.")
    name, content = saved(tool, lines.nth(3).locator("[data-action=save]"))
    assert name == "video-4.mp4"
    assert content != film()


def test_clean_copies_come_in_one_zip(tool: Page) -> None:
    """Those that are clean, under neutral names; what is left out is said."""
    choose(tool, *MIXED)
    expect(tool.get_by_text("One file could not be cleaned. It is not in the zip.")).to_be_visible()
    name, content = saved(tool, tool.get_by_role("button", name="Save all as a zip"))
    assert name == "photos.zip"
    with ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["photo-1.jpg", "photo-2.png", "video-4.mp4"]
        assert b"Canary" not in opened.read("photo-1.jpg")
    assert b"canary" not in content.lower()


def test_a_line_opens(tool: Page) -> None:
    """All that a single file would show is made when it is asked for, with one control for saving."""
    line = choose(tool, *MIXED).first
    assert line.locator("ul.finds").count() == 0
    line.get_by_text("What it gives away, and more").click()
    expect(line.locator("ul.finds").first).to_contain_text("near Berlin, Germany")
    assert line.locator("[data-action=save]").count() == 1


def test_more_files_join_the_first(tool: Page) -> None:
    """Files that come later stand behind those that are there, and the names of the copies go on."""
    choose(tool, MIXED[0])
    tool.locator("#choose").set_input_files([MIXED[3]])
    expect(tool.locator("h1")).to_have_text("These two files give away four things")
    assert outcomes(tool) == ["cleaned", "cleaned"]
    assert saved(tool, tool.locator("[data-action=save]").last)[0] == "video-2.mp4"


def test_a_changed_file_is_in_no_zip(tool: Page, tmp_path: Path, troubles: Troubles) -> None:
    """The page says so, and nothing is saved."""
    troubles.allow("ERR_UPLOAD_FILE_CHANGED")
    paths = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    for path in paths:
        # Small ones are in memory already.
        path.write_bytes(samples.saved(picture((400, 300)), "JPEG", comment=samples.SECRET))
    choose(tool, *paths)
    paths[1].write_bytes(b"something else")
    downloads: list[object] = []
    tool.on("download", lambda download: downloads.append(download))
    tool.get_by_role("button", name="Save all as a zip").click()
    expect(tool.get_by_text("A file changed meanwhile. Choose the files again.")).to_be_visible()
    assert downloads == []


def test_hundreds_of_files_are_done_one_after_the_other(tool: Page) -> None:
    """Each has a line, and the heading counts them all; pictures are only made for what is on the screen."""
    files = [payload(f"{number}.jpg", telling_photo()) for number in range(120)]
    choose(tool, *files)
    expect(tool.locator("h1")).to_have_text("These 120 files give away 360 things")
    expect(tool.locator("[data-file]").first.locator("canvas")).to_have_js_property("width", 144)
    assert tool.locator("canvas").count() < 60
    tool.locator("[data-file]").last.scroll_into_view_if_needed()
    expect(tool.locator("[data-file]").last.locator("canvas")).to_have_js_property("width", 144)
