"""The photo page with one file: what it gives away, and the clean copy, or why there is none."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Troubles
from tests.browser.engine_page import address
from tests.browser.photo_page import (
    choose,
    cropped_photo,
    film,
    open_tool,
    outcomes,
    payload,
    photo_with_film,
    picture,
    saved,
)
from tests.browser.served import Seen, Site
from tests.browser.walk import GPS, telling_photo
from tests.photos import heif_samples, samples

SHARING = """
globalThis.shared = [];
navigator.canShare = ({ files }) => files.every(({ type }) => type === "image/jpeg");
navigator.share = async ({ files }) => { shared.push(...files.map(({ name, type }) => `${name} ${type}`)); };
"""


@pytest.fixture
def tool(page: Page) -> Page:
    """The page, ready."""
    return open_tool(page)


def test_photo_is_looked_at_and_cleaned(tool: Page, arrived: Callable[[], list[Seen]]) -> None:
    """What it gives away in words and on a map; the copy has the same pixels, a neutral name, and none of it."""
    before = len(arrived())
    photo = telling_photo()
    (one,) = choose(tool, payload("canary.jpg", photo)).all()
    expect(tool.locator("h1")).to_have_text("This photo gives away three things")
    expect(tool.locator("h1")).to_be_focused()
    expect(one.locator(".finds").first).to_contain_text("near Berlin, Germany")
    expect(one.get_by_role("img", name="That is near Berlin")).to_be_visible()
    expect(one.locator(".finds").first).to_contain_text("Canary Phones")
    expect(one.get_by_role("img", name="Your picture")).to_have_js_property("naturalWidth", 64)
    expect(one.get_by_text("Nothing left to find · picture data identical")).to_be_visible()
    name, clean = saved(tool, one.locator("[data-action=save]"))
    assert name == "photo-1.jpg"
    assert b"Canary" not in clean
    with Image.open(io.BytesIO(clean)) as after, Image.open(io.BytesIO(photo)) as first:
        assert after.tobytes() == first.tobytes()
        assert not after.getexif().get_ifd(GPS)
    expect(one.get_by_text("Look among your downloads.")).to_be_visible()
    assert arrived()[before:] == []


def test_small_copy_stands_beside_the_picture(tool: Page) -> None:
    """Both are shown, and that the copy has another shape is said."""
    (one,) = choose(tool, payload("a.jpg", cropped_photo())).all()
    expect(one.get_by_role("img", name="The picture as it is now")).to_have_js_property("naturalWidth", 64)
    expect(one.get_by_role("img", name="The small picture that is inside the file")).to_have_js_property(
        "naturalWidth", 80
    )
    expect(one.get_by_text("It may show what was cut off.")).to_be_visible()


def test_hidden_video_can_be_played(tool: Page) -> None:
    """With controls, and never by itself."""
    (one,) = choose(tool, payload("a.jpg", photo_with_film())).all()
    video = one.locator("video")
    expect(video).to_be_visible()
    expect(video).to_have_js_property("videoWidth", 96)
    assert video.evaluate("(video) => [video.controls, video.autoplay, video.paused]") == [True, False, True]


def test_video_is_cleaned(tool: Page) -> None:
    """It is shown as a video, and its copy is called one."""
    (one,) = choose(tool, payload("a.mp4", film())).all()
    expect(tool.locator("h1")).to_contain_text("This video gives away")
    expect(one.locator("video")).to_have_js_property("autoplay", False)
    expect(one.get_by_text("picture and sound identical")).to_be_visible()
    assert one.get_by_role("button", name="Cover something").is_hidden()
    assert saved(tool, one.locator("[data-action=save]"))[0] == "video-1.mp4"


def test_what_the_browser_cannot_show_is_cleaned(tool: Page) -> None:
    """The page says so in place of the picture."""
    content = heif_samples.saved("HEIF", exif=samples.exif())
    (one,) = choose(tool, payload("a.heic", content)).all()
    expect(one.get_by_text("This browser cannot show HEIC pictures.")).to_be_visible()
    name, clean = saved(tool, one.locator("[data-action=save]"))
    assert name == "photo-1.heic"
    assert samples.SECRET not in clean


def test_clean_photo_needs_no_copy(tool: Page) -> None:
    """It says so, and offers nothing; only where the name tells something there is a copy under another name."""
    (one,) = choose(tool, payload("holiday.jpg", samples.jpeg())).all()
    expect(tool.locator("h1")).to_have_text("This photo is clean already")
    assert outcomes(tool) == ["already-clean"]
    assert one.locator("[data-action=save]").count() == 0
    tool.get_by_role("button", name="Look at other files").click()
    (one,) = choose(tool, payload("IMG_20260504_030201.jpg", samples.jpeg())).all()
    expect(one.get_by_text("The name of your file tells a date: 2026-05-04.")).to_be_visible()
    assert saved(tool, one.get_by_role("link", name="Save it under another name"))[0] == "photo-1.jpg"


@pytest.mark.parametrize(
    ("content", "said"), [(b"%PDF-1.7 x", "We cannot clean PDF files."), (samples.jpeg()[:200], "This file is damaged")]
)
def test_refused_file_cannot_be_saved(tool: Page, content: bytes, said: str) -> None:
    """The reason is told, and that one's own file is as it was; there is nothing to save or share."""
    (one,) = choose(tool, payload("a.jpg", content)).all()
    expect(tool.locator("h1")).to_have_text("We could not clean this file")
    assert outcomes(tool) == ["refused"]
    expect(one).to_contain_text(said)
    expect(one).to_contain_text("Your own file is unchanged.")
    assert one.locator("[data-action], a, button").count() == 0


def test_a_changed_file_is_not_saved(tool: Page, tmp_path: Path, troubles: Troubles) -> None:
    """The copy is made of pieces of the file: when it changed meanwhile, the page says so and saves nothing."""
    path = tmp_path / "a.jpg"
    path.write_bytes(telling_photo())
    (one,) = choose(tool, path).all()
    path.write_bytes(telling_photo() + b"more")
    downloads: list[object] = []
    tool.on("download", lambda download: downloads.append(download))
    one.locator("[data-action=save]").click()
    expect(one.get_by_role("alert").filter(has_text="The file changed meanwhile. Choose it again.")).to_be_visible()
    assert downloads == []


def test_sharing_is_offered_where_it_works(page: Page) -> None:
    """The system gets the clean copy under its neutral name; where it takes no such file there is no button."""
    page.add_init_script(SHARING)
    open_tool(page)
    (one,) = choose(page, payload("canary.jpg", telling_photo())).all()
    one.get_by_role("button", name="Share it").click()
    page.wait_for_function("() => shared.length")
    assert page.evaluate("() => shared") == ["photo-1.jpg image/jpeg"]
    page.get_by_role("button", name="Look at other files").click()
    (one,) = choose(page, payload("a.mp4", film())).all()
    expect(one.get_by_role("button", name="Share it")).to_be_hidden()


def test_tags_are_read_when_asked_for(tool: Page) -> None:
    """The long list is there for those who open it."""
    (one,) = choose(tool, payload("a.jpg", telling_photo())).all()
    assert one.locator("dl.tags > div").count() == 0
    one.get_by_text("Every tag").click()
    expect(one.locator("dl.tags > div").filter(has_text="Canary Phones")).to_be_visible()


def test_covered_picture_takes_the_place_of_the_file(tool: Page) -> None:
    """It goes through the engine like any file; what is saved then is the new picture and never the old one."""
    (one,) = choose(tool, payload("IMG_20260504_030201.jpg", samples.saved(picture((400, 300)), "JPEG"))).all()
    one.get_by_role("button", name="Cover something").click()
    dialog = tool.get_by_role("dialog")
    dialog.get_by_role("button", name="Add a box").click()
    dialog.get_by_role("button", name="Make the covered picture").click()
    expect(tool.locator("h1")).to_have_text("Your covered picture is ready")
    expect(one.get_by_text("What you covered or cut off is not in it any more.")).to_be_visible()
    expect(one.get_by_text("picture data identical")).to_be_hidden()
    assert one.locator("[data-action=save]").count() == 1
    name, content = saved(tool, one.get_by_role("link", name="Save the covered picture"))
    assert name == "photo-1.jpg"
    with Image.open(io.BytesIO(content)) as covered:
        colours = covered.resize((40, 30), Image.Resampling.BOX).getcolors() or []
    assert any(max(colour) < 8 for _, colour in colours), "there is no black box in it"


def test_large_files_are_announced_where_they_need_memory(page: Page, site: Site) -> None:
    """A browser that holds all of a file to save it is told from Chromium, which does not."""
    page.goto("/about")
    ask = "async (script) => { const { needsMemory } = await import(script); return [3e8, 3e8 + 1].map(needsMemory); }"
    script = address(site, "js/photos/page/save.js")
    assert page.evaluate(ask, script) == [False, False]
    page.evaluate("() => { delete Window.prototype.webkitRequestFileSystem; delete window.webkitRequestFileSystem; }")
    assert page.evaluate(ask, script) == [False, True]
