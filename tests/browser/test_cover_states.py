"""What 'Cover something' says and does in browsers that draw badly, who can use it, and how it is left."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Troubles
from tests.browser.cover_page import THUMB_PIXELS, Cover, jpeg, shade
from tests.browser.photo_page import choose, open_tool, payload
from tests.browser.test_every_page import findings, sideways

# As Brave does it: a pixel here and there is one darker or lighter, in all that is read back.
NOISY = """
(() => {
  const read = CanvasRenderingContext2D.prototype.getImageData;
  const write = HTMLCanvasElement.prototype.toBlob;
  const change = ({ data }) => { for (let at = 0; at < data.length; at += 28) data[at] ^= 1; };
  CanvasRenderingContext2D.prototype.getImageData = function (...where) {
    const pixels = read.apply(this, where);
    change(pixels);
    return pixels;
  };
  HTMLCanvasElement.prototype.toBlob = function (...how) {
    const copy = Object.assign(document.createElement("canvas"), { width: this.width, height: this.height });
    const brush = copy.getContext("2d");
    brush.drawImage(this, 0, 0);
    const pixels = read.call(brush, 0, 0, copy.width, copy.height);
    change(pixels);
    brush.putImageData(pixels, 0, 0);
    write.apply(copy, how);
  };
})()
"""
# As Tor does it, until the visitor allows the page to read what it draws.
BLIND = """
(() => {
  const read = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function (...where) {
    const pixels = read.apply(this, where);
    if (!globalThis.allowed) pixels.data.fill(255);
    return pixels;
  };
})()
"""
# Encoding that takes as long as the test wants.
SLOW = """
(() => {
  const real = HTMLCanvasElement.prototype.toBlob;
  const held = [];
  globalThis.goOn = () => { globalThis.wait = false; held.forEach((start) => start()); };
  HTMLCanvasElement.prototype.toBlob = function (...how) {
    if (globalThis.wait) held.push(() => real.apply(this, how)); else real.apply(this, how);
  };
})()
"""
WEAK = """
(() => {
  const real = HTMLCanvasElement.prototype.toBlob;
  HTMLCanvasElement.prototype.toBlob = function (done, ...how) {
    if (this.width * this.height > 4_200_000) setTimeout(() => done(null)); else real.call(this, done, ...how);
  };
})()
"""


@pytest.fixture
def cover(page: Page) -> Cover:
    """The dialog, open."""
    return Cover(page, jpeg())


def test_leaving_forgets_the_picture(cover: Cover) -> None:
    """The way out is in the dialog too; who comes back finds it closed and empty."""
    cover.part("add").click()
    cover.page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(cover.dialog).to_be_hidden()
    assert cover.part("canvas").evaluate("(canvas) => canvas.width") == 0
    expect(cover.dialog.locator(".cover-frame")).to_have_count(0)


def test_the_way_out_works_in_the_dialog(cover: Cover) -> None:
    """'Leave this site' goes on to the neutral page, not back to this one."""
    cover.part("leave").click()
    cover.page.wait_for_url("**/leave")


def test_what_it_says_of_people_under_18(cover: Cover) -> None:
    """Unless all are adults it says that no cover makes such a picture safe, and where to talk."""
    minors, adults = cover.dialog.locator("[data-minors]"), cover.dialog.locator("[data-adults]")
    expect(minors).to_contain_text("No cover makes a nude or sexual picture safe", ignore_case=True)
    expect(minors).to_contain_text("not your fault")
    expect(minors.get_by_role("link")).to_have_attribute("href", "/help")
    expect(adults).to_be_hidden()
    cover.dialog.get_by_label("Everyone is 18 or older").check()
    expect(minors).to_be_hidden()
    expect(adults).to_be_visible()
    cover.dialog.get_by_label("Someone may be under 18").check()
    expect(adults).to_be_hidden()
    cover.dialog.get_by_label("Everyone is 18 or older").check()
    cover.page.keyboard.press("Escape")
    cover.open()
    expect(minors).to_be_visible()


def test_a_browser_that_changes_pixels_a_little(page: Page) -> None:
    """It says so; the picture is made, and the boxes are as black as the browser lets them be."""
    page.context.add_init_script(NOISY)
    cover = Cover(page, jpeg())
    expect(cover.part("slight")).to_be_visible()
    cover.drag((0.2, 0.2), (0.8, 0.8))
    image = cover.made()
    assert max(high for _, high in image.crop((100, 80, 300, 220)).getextrema()) <= 8  # type: ignore[misc]  # of RGB


def test_a_browser_that_shows_no_pixels(page: Page) -> None:
    """It makes no picture and says what to do; when the visitor allowed it, it goes on with the boxes."""
    page.context.add_init_script(BLIND)
    choose(open_tool(page), payload("a.jpg", jpeg()))
    page.locator("[data-action=cover]:visible").click()
    dialog = page.locator("#cover")
    expect(dialog.locator("[data-part=untrusted]")).to_be_visible()
    expect(dialog.locator("[data-part=work]")).to_be_hidden()
    page.evaluate("() => { globalThis.allowed = true; }")
    dialog.locator("[data-part=again]").click()
    expect(dialog.locator("[data-part=work]")).to_be_visible()
    page.evaluate("() => { globalThis.allowed = false; }")
    dialog.locator("[data-part=add]").click()
    dialog.locator("[data-part=make]").click()
    expect(dialog.locator("[data-part=untrusted]")).to_be_visible()
    page.evaluate("() => { globalThis.allowed = true; }")
    dialog.locator("[data-part=again]").click()
    expect(dialog.locator(".cover-box")).to_have_count(1)


def test_a_picture_that_had_to_become_smaller(page: Page) -> None:
    """How large it became is said before it is used, and one can go back."""
    page.context.add_init_script(WEAK)
    cover = Cover(page, jpeg((2600, 1700)))
    cover.drag((0.2, 0.2), (0.5, 0.5))
    cover.part("make").click()
    expect(cover.part("reduced-to")).to_have_text("The new picture has 2473 by 1617 pixels.")
    cover.part("back").click()
    expect(cover.boxes).to_have_count(1)
    cover.part("make").click()
    cover.part("use-reduced").click()
    assert cover.saved().size == (2473, 1617)


def test_what_is_drawn_while_the_picture_is_made(page: Page) -> None:
    """A picture without the newest box is never handed on: the dialog stays, and makes another one."""
    page.context.add_init_script(SLOW)
    cover = Cover(page, jpeg())
    cover.drag((0.1, 0.1), (0.3, 0.3))
    page.evaluate("() => { globalThis.wait = true; }")
    cover.part("make").click()
    expect(cover.part("busy")).to_be_visible()
    cover.drag((0.6, 0.6), (0.9, 0.9))
    page.evaluate("() => goOn()")
    expect(cover.part("busy")).to_be_hidden()
    expect(cover.dialog).to_be_visible()
    image = cover.made()
    assert [shade(image, 0.2, 0.2), shade(image, 0.75, 0.75)] == [0, 0]


def test_a_picture_the_browser_cannot_decode(page: Page, cover: Cover) -> None:
    """It says so, and what to do, instead of an empty frame."""
    cover.part("close").click()
    module = page.evaluate(
        "() => document.querySelector('script[src*=photos]').src.replace('page.js', 'page/cover.js')"
    )
    page.evaluate(
        """async (module) => {
          const { openCover } = await import(module);
          const broken = new File(["ftypheic"], "a.heic", { type: "image/heic" });
          const opener = document.querySelector("[data-action=cover]:not([hidden])");
          openCover({ file: broken, picture: broken, format: "heif", opener, onDone: () => {} });
        }""",
        module,
    )
    expect(cover.part("cannot")).to_be_visible()
    expect(cover.part("work")).to_be_hidden()


@pytest.fixture
def drawn_on(cover: Cover) -> Cover:
    """The dialog with a box and a crop."""
    cover.part("add").click()
    cover.part("crop").click()
    return cover


def _height(one: Locator) -> float:
    place = one.bounding_box()
    return place["height"] if place else 0


def test_anybody_can_use_it(drawn_on: Cover) -> None:
    """Axe finds nothing, wide and narrow, light and dark; nothing scrolls sideways; what is pressed is large enough."""
    page = drawn_on.page
    for scheme, width in (("light", 320), ("dark", 1280)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal
        page.set_viewport_size({"width": width, "height": 700})
        assert findings(page) == []
    pressed = drawn_on.dialog.locator("button:visible, .cover-leave, select")
    small = [one.inner_text() for one in pressed.all() if _height(one) < THUMB_PIXELS]
    assert small == []
    assert sideways(page) == []
    assert drawn_on.dialog.evaluate("(one) => one.scrollWidth - one.clientWidth") == 0


def test_its_states_stay_apart_in_forced_colours(page: Page, troubles: Troubles) -> None:
    """Where the system chooses the colours a box is still a black box on the picture."""
    page.emulate_media(forced_colors="active")
    cover = Cover(page, jpeg())
    cover.drag((0.2, 0.2), (0.8, 0.8))
    shot = Image.open(io.BytesIO(cover.page.screenshot())).convert("RGB")
    x, y = cover.at(0.5, 0.5)
    assert shot.getpixel((int(x), int(y))) == (0, 0, 0)
    assert troubles.left == []
