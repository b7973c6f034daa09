"""The dialog 'Cover something' as a visitor uses it."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.photo_page import choose, open_tool, payload

SIZE = (400, 300)
THUMB_PIXELS = 44


def jpeg(size: tuple[int, int] = SIZE, colour: str = "orange") -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "JPEG", quality=95)
    return file.getvalue()


class Cover:
    """The dialog on the page of the photos."""

    def __init__(self, page: Page, content: bytes) -> None:
        self.page = page
        choose(open_tool(page), payload("a.jpg", content))
        self.opener = page.locator("[data-action=cover]:visible")
        self.dialog = page.locator("#cover")
        self.open()

    def open(self) -> None:
        """Opens it."""
        self.opener.click()
        self.part("work").wait_for()

    def part(self, name: str) -> Locator:
        """The part of the dialog with this name."""
        return self.dialog.locator(f"[data-part={name}]")

    @property
    def boxes(self) -> Locator:
        """All boxes."""
        return self.dialog.locator(".cover-box")

    @property
    def names(self) -> list[str]:
        """The spoken names of the boxes."""
        return [str(one.get_attribute("aria-label")).split(".")[0] for one in self.boxes.all()]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a part of the picture is on the screen."""
        place = self.part("canvas").bounding_box()
        assert place
        return place["x"] + x * place["width"], place["y"] + y * place["height"]

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """With the mouse, from one part of the picture to another."""
        self.page.mouse.move(*self.at(*start))
        self.page.mouse.down()
        self.page.mouse.move(*self.at(*end), steps=4)
        self.page.mouse.up()

    def edges(self, number: int = 0) -> list[int]:
        """Left, top, right and bottom of a box in per cent of the picture."""
        found: list[float] = self.boxes.nth(number).evaluate(
            "(box) => ['left', 'top', 'width', 'height'].map((side) => parseFloat(box.style[side]))"
        )
        left, top, width, height = found
        return [round(edge) for edge in (left, top, left + width, top + height)]

    def made(self) -> Image.Image:
        """The finished picture, as it is saved."""
        self.part("make").click()
        return self.saved()

    def saved(self) -> Image.Image:
        """The picture that the page now offers."""
        expect(self.dialog).to_be_hidden()
        link = self.page.locator("[data-action=save]", has_text="covered")
        with self.page.expect_download() as download:
            link.click()
        return Image.open(io.BytesIO(Path(download.value.path()).read_bytes())).convert("RGB")


def shade(image: Image.Image, x: float, y: float) -> int:
    """How bright a place is, given in parts of the picture."""
    return max(image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1)))))  # type: ignore[arg-type,type-var]  # of RGB
