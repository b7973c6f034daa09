"""'Cover something' as people use it: with mouse, finger or keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.cover_page import SIZE, THUMB_PIXELS, Cover, jpeg, shade
from tests.browser.served import Seen

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def cover(page: Page) -> Cover:
    """The dialog, open."""
    return Cover(page, jpeg())


def test_boxes_are_drawn_moved_pulled_and_removed(cover: Cover, arrived: Callable[[], list[Seen]]) -> None:
    """With the mouse; what is saved is black where the boxes were, and nothing else; the server hears nothing of it."""
    heard = len(arrived())
    cover.drag((0.1, 0.1), (0.3, 0.4))
    cover.drag((0.6, 0.6), (1.2, 1.2))
    assert [cover.edges(0), cover.edges(1)] == [[10, 10, 30, 40], [60, 60, 100, 100]]
    assert cover.names == ["Box 1 of 2, upper left", "Box 2 of 2, lower right"]
    cover.drag((0.2, 0.2), (0.5, 0.2))
    assert cover.edges(0) == [40, 10, 60, 40]
    cover.boxes.nth(0).focus()
    handle = cover.boxes.nth(0).locator("[data-pull='1 1']").bounding_box()
    assert handle
    assert min(handle["width"], handle["height"]) >= THUMB_PIXELS
    cover.page.mouse.move(handle["x"] + 22, handle["y"] + 22)
    cover.page.mouse.down()
    x, y = cover.at(0.1, 0.1)
    left, top = cover.at(0, 0)
    cover.page.mouse.move(handle["x"] + 22 + x - left, handle["y"] + 22 + y - top, steps=3)
    cover.page.mouse.up()
    assert cover.edges(0) == [40, 10, 70, 50]
    cover.boxes.nth(1).click()
    cover.part("delete").click()
    assert cover.names == ["Box 1 of 1, top"]
    image = cover.made()
    assert image.size == SIZE
    assert [shade(image, *place) for place in ((0.45, 0.15), (0.65, 0.45))] == [0, 0]
    assert all(shade(image, *place) > 200 for place in ((0.1, 0.1), (0.35, 0.2), (0.75, 0.2), (0.9, 0.9)))
    assert len(arrived()) == heard


def test_a_tap_makes_a_box(cover: Cover) -> None:
    """Who cannot drag taps on the place, and moves and resizes the box with buttons."""
    cover.page.mouse.click(*cover.at(0.25, 0.5))
    before = cover.edges()
    assert before[0] < 25 < before[2]
    assert before[1] < 50 < before[3]
    cover.dialog.get_by_text("Move it with buttons or keys").click()
    for name in ("Right", "Down", "Wider", "Taller"):
        cover.dialog.get_by_role("button", name=name, exact=True).click()
    after = cover.edges()
    assert [after[0] > before[0], after[1] > before[1]] == [True, True]
    assert after[2] - after[0] > before[2] - before[0]
    assert after[3] - after[1] > before[3] - before[1]


def test_everything_by_keyboard(cover: Cover) -> None:
    """Opened, boxes added, moved, made larger, removed, taken back, cropped, made, with the focus always somewhere."""
    keyboard = cover.page.keyboard
    expect(cover.dialog.locator("h2")).to_be_focused()
    add = cover.part("add")
    for _ in range(12):
        keyboard.press("Tab")
        if add.evaluate("(one) => one === document.activeElement"):
            break
    keyboard.press("Enter")
    expect(cover.boxes.nth(0)).to_be_focused()
    assert cover.names == ["Box 1 of 1, middle"]
    start = cover.edges()
    for _ in range(40):
        keyboard.press("ArrowLeft")
    for _ in range(10):
        keyboard.press("Shift+ArrowDown")
    left, top, right, bottom = cover.edges()
    assert (left, top) == (start[0] - 20, start[1])
    assert right - left == start[2] - start[0]
    assert bottom - top > start[3] - start[1]
    assert "upper left" not in cover.names[0]
    expect(cover.part("said")).to_contain_text("Box 1 of 1, left")
    add.focus()
    keyboard.press("Enter")
    expect(cover.boxes.nth(1)).to_be_focused()
    keyboard.press("Shift+Tab")
    expect(cover.boxes.nth(0)).to_be_focused()
    keyboard.press("Tab")
    keyboard.press("Delete")
    expect(cover.boxes).to_have_count(1)
    expect(cover.boxes.nth(0)).to_be_focused()
    keyboard.press("Control+z")
    expect(cover.boxes).to_have_count(2)
    keyboard.press("Delete")
    keyboard.press("Delete")
    expect(add).to_be_focused()
    keyboard.press("Control+z")
    cover.part("crop").focus()
    keyboard.press("Enter")
    crop = cover.dialog.locator(".cover-crop")
    expect(crop).to_be_focused()
    for _ in range(30):
        keyboard.press("Shift+ArrowLeft")
    cover.part("make").focus()
    keyboard.press("Enter")
    image = cover.saved()
    assert image.width < SIZE[0] * 0.8
    assert image.height == 260


def test_a_held_key_is_one_step(cover: Cover) -> None:
    """Holding an arrow key moves further each time, and is taken back at once."""
    cover.part("add").click()
    start = cover.edges()
    cover.page.keyboard.down("ArrowRight")
    for _ in range(20):
        cover.page.keyboard.down("ArrowRight")
    cover.page.keyboard.up("ArrowRight")
    assert cover.edges()[0] > start[0] + 20
    cover.part("undo").click()
    assert cover.edges() == start
    cover.part("undo").click()
    expect(cover.boxes).to_have_count(0)
    # It says that it can do nothing now, and stays where the focus is.
    cover.part("undo").click(force=True)
    expect(cover.part("undo")).to_be_focused()
    expect(cover.part("said")).to_have_text("There is nothing to take back")


def test_two_fingers_move_the_enlarged_picture(new_context: Callable[..., BrowserContext]) -> None:
    """On a phone one finger draws; two scroll the enlarged picture and draw nothing."""
    page = new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    cover = Cover(page, jpeg())
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    touch("touchStart", cover.at(0.2, 0.2))
    touch("touchMove", cover.at(0.3, 0.3))
    touch("touchMove", cover.at(0.5, 0.6))
    touch("touchEnd")
    expect(cover.boxes).to_have_count(1)
    assert cover.edges() == [20, 20, 50, 60]
    assert page.evaluate("() => document.getElementById('cover').scrollTop") == 0
    cover.part("zoom").tap()
    expect(cover.part("how-zoomed")).to_be_visible()
    view = cover.part("view")
    before = view.evaluate("(one) => one.scrollLeft")
    (x, y), by = cover.at(0.5, 0.4), 60
    touch("touchStart", (x, y))
    touch("touchStart", (x, y), (x + 50, y))
    touch("touchMove", (x - by, y), (x + 50 - by, y))
    touch("touchEnd")
    assert view.evaluate("(one) => one.scrollLeft") > before + by / 2
    expect(cover.boxes).to_have_count(1)
    assert cover.edges() == [20, 20, 50, 60]


def test_escape_loses_nothing_unasked(cover: Cover) -> None:
    """Escape closes at once when nothing is drawn, else it asks; the focus goes back to where it came from."""
    cover.page.keyboard.press("Escape")
    expect(cover.dialog).to_be_hidden()
    expect(cover.opener).to_be_focused()
    cover.open()
    cover.part("add").click()
    cover.page.keyboard.press("Escape")
    expect(cover.part("sure")).to_be_visible()
    expect(cover.part("go-on")).to_be_focused()
    cover.page.keyboard.press("Enter")
    expect(cover.part("sure")).to_be_hidden()
    expect(cover.boxes).to_have_count(1)
    cover.part("close").click()
    cover.part("close-anyway").click()
    expect(cover.dialog).to_be_hidden()
    expect(cover.opener).to_be_focused()
    assert cover.part("canvas").evaluate("(canvas) => canvas.width") == 0
    cover.open()
    expect(cover.boxes).to_have_count(0)


def test_crop_size_and_nothing_to_do(cover: Cover) -> None:
    """Sizes larger than the picture are not offered; a button says why nothing happens yet."""
    cover.part("make").click()
    expect(cover.part("nothing-yet")).to_be_visible()
    options = cover.part("size").locator("option:not([disabled])")
    assert [one.get_attribute("value") for one in options.all()] == [""]
    cover.part("crop").click()
    cover.part("crop").click()
    expect(cover.dialog.locator(".cover-crop")).to_have_count(0)
    cover.part("undo").click()
    expect(cover.dialog.locator(".cover-crop")).to_have_count(1)
    assert cover.made().size == (360, 260)


def test_a_smaller_picture_with_a_box(page: Page) -> None:
    """The size is what was chosen, and the box is where it was drawn."""
    cover = Cover(page, jpeg((1600, 1200)))
    cover.drag((0.5, 0.5), (0.75, 0.75))
    cover.part("size").select_option("640")
    image = cover.made()
    assert image.size == (640, 480)
    assert shade(image, 0.6, 0.6) == 0
    assert shade(image, 0.4, 0.4) > 200
