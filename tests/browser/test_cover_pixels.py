"""The picture that 'Cover something' makes: nothing of what is under a box is in it, and nothing of the old file."""

from __future__ import annotations

import base64
import io
import itertools
import json
import math
import random
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from safety.photos import Ending, clean_bytes
from safety.photos.recognise import VIDEOS
from tests.browser.conftest import Troubles
from tests.browser.engine_page import address, encoded
from tests.browser.served import Site
from tests.photos.places import HIDING_PLACES
from tests.photos.reading import secrets_in

QUIET_PAGE = "/about"
ORIENTATION = 0x0112
START = """
async (modules) => {
  globalThis.cover = Object.assign({}, ...(await Promise.all(modules.map((module) => import(module)))));
  globalThis.bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  globalThis.base64 = async (blob) =>
    btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
}
"""
MAKE = """
async ([content, format, drawing, longest]) => {
  const made = await cover.makePicture(new Blob([bytes(content)]), format, drawing, longest);
  return made && { ...made, file: await base64(made.file), name: made.file.name };
}
"""
# Without the last look, and with fewer pixels than a browser of today allows.
PAINT = """
async ([contents, drawing, limits, type]) => {
  const made = [];
  for (const content of contents) {
    const decoded = await cover.decode(new Blob([bytes(content)]));
    made.push(await base64(await cover.encode(cover.paint(decoded, drawing, limits).canvas, type)));
  }
  return made;
}
"""
# One after the other; nothing where this browser cannot show the file.
MAKE_ALL = """
async ([files, drawing]) => {
  const made = [];
  for (const [content, format] of files) {
    const file = await cover.makePicture(new Blob([bytes(content)]), format, drawing, 1e9).catch(() => null);
    made.push(file && (await base64(file.file)));
  }
  return made;
}
"""
AS_IT_IS = 10**9
WIDTH, HEIGHT = 203, 151
# Edges between pixels, at every place in the blocks of a JPEG, beside each other and at the border.
BOXES = [(20.3, 15.7, 41.4, 33.3), (96, 64, 32, 32), (150.9, 100.2, 90, 90), (0, 120, 17.5, 9.9), (130, 8, 12.1, 17.7)]
CROP = (11.5, 7.2, 170, 130)
Make = Callable[..., Any]
Area = tuple[float, float, float, float]


def box(left: float, top: float, width: float, height: float) -> dict[str, float]:
    """A box as the scripts have it."""
    return {"left": left, "top": top, "width": width, "height": height}


def drawn(*boxes: Area, crop: Area | None = None) -> Any:
    """A drawing as the scripts have it."""
    return {"boxes": [box(*one) for one in boxes], "crop": box(*crop) if crop else None}


def noise(width: int = WIDTH, height: int = HEIGHT, seed: int = 1) -> Image.Image:
    """Strong colours that change from pixel to pixel: what is worst for the coding of a JPEG."""
    return Image.frombytes("RGB", (width, height), random.Random(seed).randbytes(3 * width * height))  # noqa: S311  # noise


def png(image: Image.Image) -> bytes:
    """The picture without loss."""
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    """The picture in a file."""
    return Image.open(io.BytesIO(content)).convert("RGB")


def brightest(image: Image.Image, area: Area) -> int:
    """The highest value of any colour in an area."""
    extremes = image.crop(tuple(map(round, area))).getextrema()  # type: ignore[arg-type]  # four of them
    return int(max(high for _, high in extremes))  # type: ignore[misc]  # of RGB


def touched(box_: Area, scale: tuple[float, float], image: Image.Image) -> Area:
    """All pixels of the picture that a scaled box touches."""
    left, top, width, height = (edge * scale[at % 2] for at, edge in enumerate(box_))
    right, bottom = min(image.width, math.ceil(left + width)), min(image.height, math.ceil(top + height))
    return max(0, math.floor(left)), max(0, math.floor(top)), right, bottom


@pytest.fixture
def make(page: Page, site: Site, troubles: Troubles) -> Make:
    """Makes a picture on a page of the site."""
    # What cannot be decoded is tried once more as an image, which this page may not show; that of the photos may.
    troubles.allow("Loading the image 'blob:")
    troubles.allow("img-src blocked blob")
    page.goto(QUIET_PAGE)
    page.evaluate(START, [address(site, f"js/photos/page/cover/{name}.js") for name in ("make", "pixels")])

    def made(content: bytes, format_: str, drawing: Any, longest: int = AS_IT_IS) -> Any:
        answer = page.evaluate(MAKE, [encoded(content), format_, drawing, longest])
        return answer and {**answer, "file": base64.b64decode(answer["file"])}

    return made


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg"])
def test_what_is_under_a_box_changes_nothing(page: Page, make: Make, kind: str) -> None:
    """Pictures that differ only under the boxes become the same file, byte for byte: nothing of it can be in there.

    Also where the picture is cropped, made smaller, or drawn smaller at once since the canvas is too small.
    """
    pictures = [noise(), noise(), noise()]
    for left, top, width, height in BOXES:
        area = (math.ceil(left), math.ceil(top), min(int(left + width), WIDTH), min(int(top + height), HEIGHT))
        pictures[1].paste("white", area)
        pictures[2].paste(noise(area[2] - area[0], area[3] - area[1], seed=2), area[:2])
    contents = [encoded(png(picture)) for picture in pictures]
    assert len(set(contents)) == 3
    for crop, longest, most in itertools.product((None, CROP), (AS_IT_IS, 97), (10**7, 9000)):
        limits = {"longest": longest, "mostPixels": most}
        made = page.evaluate(PAINT, [contents, drawn(*BOXES, crop=crop), limits, kind])
        assert made[0] == made[1] == made[2], (crop, limits)


def test_what_is_beside_a_box_does_change_the_file(page: Page, make: Make) -> None:
    """One pixel beside a box makes another file: the test above compares something."""
    one, other = noise(), None
    other = one.copy()
    other.putpixel((19, 30), (255, 255, 255))
    contents = [encoded(png(picture)) for picture in (one, other)]
    made = page.evaluate(PAINT, [contents, drawn(*BOXES), {"longest": AS_IT_IS, "mostPixels": 10**7}, "image/jpeg"])
    assert made[0] != made[1]


def test_a_box_is_one_solid_black(make: Make) -> None:
    """Each pixel that a box touches is black, whole, also after cropping and shrinking."""
    for crop, longest in itertools.product((None, CROP), (AS_IT_IS, 97)):
        left, top = (11, 7) if crop else (0, 0)
        image = opened(make(png(noise()), "png", drawn(*BOXES, crop=crop), longest)["file"])
        scale = (image.width / (171 if crop else WIDTH), image.height / (131 if crop else HEIGHT))
        for x, y, width, height in BOXES:
            assert brightest(image, touched((x - left, y - top, width, height), scale, image)) == 0


def test_inside_the_blocks_of_a_jpeg_black_is_zero(make: Make) -> None:
    """Where a block of a JPEG lies in a box wholly there is no other colour at all; only its edge has some."""
    image = opened(make(png(noise()), "jpeg", drawn((33, 17, 120, 110)))["file"])
    assert brightest(image, (64, 48, 128, 104)) == 0


def test_a_box_lies_where_it_was_drawn(make: Make) -> None:
    """Whichever way up the file says: what was shown at the upper left is covered, and the rest stays."""
    shown = Image.new("RGB", (64, 40), "white")
    shown.paste("red", (0, 0, 16, 16))
    # How a picture is stored that is shown like this by each orientation of EXIF.
    for orientation, turn in {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}.items():
        stored = shown if turn is None else shown.transpose(Image.Transpose(turn))
        exif, file = Image.Exif(), io.BytesIO()
        exif[ORIENTATION] = orientation
        stored.save(file, "JPEG", quality=100, subsampling=0, exif=exif)
        image = opened(make(file.getvalue(), "png", drawn((0, 0, 16, 16)))["file"])
        assert image.size == (64, 40)
        assert brightest(image, (0, 0, 16, 16)) == 0
        greens = image.getchannel("G").crop((18, 0, 64, 40)).getextrema()
        assert greens[0] > 200, orientation


def test_nothing_of_the_file_but_its_pixels_is_left(page: Page, make: Make) -> None:
    """From every hiding place of every format that this browser shows, no secret comes along."""
    places = [(name, *place) for name, place in HIDING_PLACES.items() if place[1] not in VIDEOS]
    files = [[encoded(content), format_] for _, content, format_ in places]
    assert all(secrets_in(content) for _, content, _ in places)
    made = page.evaluate(MAKE_ALL, [files, drawn((3, 3, 9, 9))])
    shown = {name: (format_, file) for (name, _, format_), file in zip(places, made, strict=True) if file}
    assert {format_ for format_, _ in shown.values()} >= {"jpeg", "png", "webp", "gif", "bmp"}
    assert len(shown) > 100
    for name, (_, file) in shown.items():
        content = base64.b64decode(file)
        assert secrets_in(content) == [], name
        assert clean_bytes(content).kind in (Ending.CLEANED, Ending.ALREADY_CLEAN), name


def test_crop_and_size(make: Make) -> None:
    """The crop is cut out to whole pixels; the longest side is what was asked for, and never grows."""
    picture = png(noise())
    for drawing, longest, size in (
        (drawn(crop=(10, 20, 100, 50)), AS_IT_IS, (100, 50)),
        (drawn(crop=(10.4, 20.6, 100, 50)), AS_IT_IS, (101, 51)),
        (drawn(crop=(10, 20, 100, 50)), 50, (50, 25)),
        (drawn(), 2048, (WIDTH, HEIGHT)),
    ):
        made = make(picture, "png", drawing, longest)
        assert ((made["width"], made["height"]), opened(made["file"]).size) == (size, size)
        assert not made["isReduced"]
    cut = opened(make(picture, "png", drawn(crop=(10, 20, 100, 50)))["file"])
    assert cut.tobytes() == opened(picture).crop((10, 20, 110, 70)).tobytes()


def test_drawn_and_see_through_pictures_become_png(make: Make) -> None:
    """A JPEG cannot be seen through; what lies under see-through parts is not kept either."""
    see_through = Image.new("RGBA", (40, 30), (200, 10, 10, 0))
    see_through.paste((1, 2, 3, 255), (0, 0, 20, 30))
    file = io.BytesIO()
    see_through.save(file, "WEBP", lossless=True, exact=True)
    names = [make(png(noise(40, 30)), format_, drawn())["name"] for format_ in ("png", "gif", "webp", "jpeg")]
    assert names == ["picture.png", "picture.png", "picture.jpg", "picture.jpg"]
    made = make(file.getvalue(), "webp", drawn((0, 0, 5, 5)))
    assert made["name"] == "picture.png"
    assert Image.open(io.BytesIO(made["file"])).getpixel((30, 10)) == (0, 0, 0, 0)


def test_pictures_of_any_size_and_shape(make: Make) -> None:
    """One pixel, one line, and boxes at or over the border."""
    for size in ((1, 1), (1, 300), (300, 1), (16, 16)):
        made = make(png(noise(*size)), "jpeg", drawn((-5, -5, 400, 400)), 640)
        assert made, size
        assert brightest(opened(made["file"]), (0, 0, *size)) == 0


def weak(limit: int, way: str) -> str:
    """A script that makes the canvas of a page fail above `limit` pixels, as browsers do on phones."""
    ways = {
        "blank": """
          for (const name of ["drawImage", "fillRect"]) {
            const real = CanvasRenderingContext2D.prototype[name];
            CanvasRenderingContext2D.prototype[name] = function (...how) {
              if (!isLarge(this.canvas)) real.apply(this, how);
            };
          }""",
        "no file": """
          const real = HTMLCanvasElement.prototype.toBlob;
          HTMLCanvasElement.prototype.toBlob = function (done, ...how) {
            if (isLarge(this)) setTimeout(() => done(null)); else real.call(this, done, ...how);
          };""",
        "no brush": """
          const real = HTMLCanvasElement.prototype.getContext;
          HTMLCanvasElement.prototype.getContext = function (...how) {
            return isLarge(this) ? null : real.apply(this, how);
          };""",
        "no boxes": """
          const real = CanvasRenderingContext2D.prototype.fillRect;
          CanvasRenderingContext2D.prototype.fillRect = function (...how) {
            if (!isLarge(this.canvas)) real.apply(this, how);
          };""",
        "no picture": """
          const real = CanvasRenderingContext2D.prototype.drawImage;
          CanvasRenderingContext2D.prototype.drawImage = function (...how) {
            if (!isLarge(this.canvas)) return real.apply(this, how);
            this.fillStyle = "gray";
            this.fillRect(0, 0, this.canvas.width, this.canvas.height);
          };""",
        "another file": """
          const real = HTMLCanvasElement.prototype.toBlob;
          HTMLCanvasElement.prototype.toBlob = function (...how) {
            const { width, height } = this;
            const other = Object.assign(document.createElement("canvas"), { width, height });
            const brush = other.getContext("2d");
            brush.fillStyle = "white";
            brush.fillRect(0, 0, width, height);
            real.apply(isLarge(this) ? other : this, how);
          };""",
        "half a file": """
          const real = HTMLCanvasElement.prototype.toBlob;
          HTMLCanvasElement.prototype.toBlob = function (done, type, quality) {
            const cut = (blob) => done(isLarge(this) ? blob.slice(0, blob.size / 3, type) : blob);
            real.call(this, cut, type, quality);
          };""",
    }
    return f"(() => {{ const isLarge = ({{ width, height }}) => width * height > {limit}; {ways[way]} }})()"


FAILURES = ("blank", "no file", "no brush", "no boxes", "no picture", "another file", "half a file")


@pytest.mark.parametrize("way", FAILURES)
def test_a_canvas_that_fails_above_a_size(page: Page, make: Make, way: str) -> None:
    """The picture becomes smaller and says so. Where no size works there is none, never an empty one."""
    large = Image.new("RGB", (2600, 1700), "orange")
    drawing = drawn((100, 100, 1000, 800))
    page.evaluate(weak(4_200_000, way))
    made = make(png(large), "jpeg", drawing)
    assert made["isReduced"]
    assert 3_900_000 < made["width"] * made["height"] <= 4_000_000
    image = opened(made["file"])
    assert image.size == (made["width"], made["height"])
    assert brightest(image, (100, 100, 1040, 840)) == 0
    assert image.getpixel((1500, 1200))[0] > 240  # type: ignore[index]  # of RGB
    assert not make(png(large), "jpeg", drawing, 1280)["isReduced"]
    page.evaluate(weak(64 * 64, way))
    assert make(png(large), "jpeg", drawing) is None


def test_another_file_is_seen_under_boxes_too(page: Page, make: Make) -> None:
    """Where all is covered, a file that shows something else is not taken for the covered picture."""
    large, drawing = png(Image.new("RGB", (2600, 1700), "orange")), drawn((0, 0, 2600, 1700))
    page.evaluate(weak(4_200_000, "another file"))
    made = make(large, "jpeg", drawing)
    assert made["isReduced"]
    assert brightest(opened(made["file"]), (0, 0, made["width"], made["height"])) == 0


def test_geometry(page: Page, site: Site) -> None:
    """Boxes stay in the picture, keep a size one can see, grow outward, and know their place."""
    page.goto(QUIET_PAGE)
    page.evaluate(START, [address(site, f"js/photos/page/cover/{name}.js") for name in ("boxes", "sizes", "drawing")])
    bounds = {"width": 200, "height": 100}

    def call(name: str, *values: Any) -> Any:
        return page.evaluate("([name, values]) => cover[name](...values)", [name, list(values)])

    one = box(20, 10, 40, 30)
    assert call("between", {"x": 60, "y": 40}, {"x": 20, "y": 10}, bounds) == one
    assert call("between", {"x": -50, "y": -9}, {"x": 900, "y": 900}, bounds) == box(0, 0, 200, 100)
    assert call("between", {"x": 200, "y": 100}, {"x": 200, "y": 100}, bounds) == box(198, 98, 2, 2)
    assert call("moved", one, -500, 500, bounds) == box(0, 70, 40, 30)
    assert call("pulled", one, {"x": 1, "y": 1}, 10, -10, bounds) == box(20, 10, 50, 20)
    assert call("pulled", one, {"x": -1, "y": -1}, 500, -500, bounds) == box(58, 0, 2, 40)
    assert call("pulled", one, {"x": 1, "y": 0}, -500, 9, bounds) == box(20, 10, 2, 30)
    assert call("pulled", one, {"x": 1, "y": 1}, 900, 900, bounds) == box(20, 10, 180, 90)
    assert call("grown", box(1.2, 3.9, 2.1, 0.2), bounds) == box(1, 3, 3, 2)
    assert call("grown", box(-4, -4, 900, 900), bounds) == box(0, 0, 200, 100)
    assert call("scaled", box(10, 10, 10, 10), bounds, {"width": 100, "height": 50}, 2) == box(3, 3, 9, 9)
    assert call("within", box(0, 0, 10, 10), box(20, 20, 50, 50)) is None
    assert call("within", box(0, 0, 30, 30), box(20, 20, 50, 50)) == box(0, 0, 10, 10)
    places = [call("placeOf", box(x, y, 0, 0), bounds) for y, x in itertools.product((0, 50, 100), (0, 100, 200))]
    assert places[:5] == ["upper left", "top", "upper right", "left", "middle"]
    assert places[5:] == ["right", "lower left", "bottom", "lower right"]
    middles = [call("nearMiddle", bounds, count) for count in range(5)]
    assert len({json.dumps(middle) for middle in middles}) == 5
    assert call("fitted", {"width": 4000, "height": 3000}, 640) == {"width": 640, "height": 480}
    assert call("limited", {"width": 4000, "height": 3000}, 3_000_000) == {"width": 2000, "height": 1500}
    assert call("fitted", {"width": 9000, "height": 1}, 100) == {"width": 100, "height": 1}
