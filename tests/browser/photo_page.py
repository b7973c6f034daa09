"""The photo page as a visitor uses it, and files that tell much, made by code."""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.ready import READY
from tests.photos import samples, trailer_samples

DONE = "[data-file][data-outcome]"
SIZE = (96, 64)


def open_tool(page: Page) -> Page:
    """The photo page, with everything loaded that it needs."""
    page.goto("/photos")
    page.wait_for_selector(READY)
    expect(page.get_by_text("Looked at on this device. Nothing is sent.")).to_be_visible()
    return page


def payload(name: str, content: bytes) -> FilePayload:
    """A file for a field."""
    return FilePayload(name=name, mimeType="", buffer=content)


def choose(page: Page, *files: FilePayload | Path) -> Locator:
    """Chooses files and waits until each has ended; gives their elements."""
    before = page.locator(DONE).count()
    page.locator("#choose").set_input_files(list(files))  # type: ignore[arg-type]  # all of one kind
    expect(page.locator(DONE)).to_have_count(before + len(files))
    return page.locator(DONE)


def outcomes(page: Page) -> Sequence[str | None]:
    """How the files ended, in order."""
    return [one.get_attribute("data-outcome") for one in page.locator(DONE).all()]


def saved(page: Page, control: Locator) -> tuple[str, bytes]:
    """Name and content of what a control saves."""
    with page.expect_download() as download:
        control.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def picture(size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture with noise."""
    return Image.effect_noise(size, 40).convert("RGB")


def cropped_photo() -> bytes:
    """A square JPEG with the small copy of the oblong picture that it was cut from, and nothing else that tells."""
    before = samples.saved(picture((80, 40)), "JPEG")
    exif = Image.Exif()
    file = samples.saved(picture((64, 64)), "JPEG", exif=exif)
    block = b"MM\0*" + (8).to_bytes(4) + bytes(2) + (14).to_bytes(4)
    entries = ((0x0201, 44), (0x0202, len(before)))
    block += len(entries).to_bytes(2)
    block += b"".join(tag.to_bytes(2) + (4).to_bytes(2) + (1).to_bytes(4) + value.to_bytes(4) for tag, value in entries)
    block += bytes(4)
    return samples.after_start(samples.segment(0xE1, b"Exif\0\0" + block + before), file)


@functools.cache
def film() -> bytes:
    """A second of video that every browser can play, with the day it was made."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        container.metadata["creation_time"] = "2026-05-04T03:02:01.000000Z"
        stream = container.add_stream("libvpx-vp9", rate=10)
        stream.width, stream.height = SIZE
        for number in range(10):
            frame = av.VideoFrame.from_image(picture())
            frame.pts, frame.time_base = number, Fraction(1, 10)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def photo_with_film() -> bytes:
    """A photo as a phone makes it, with a moment of video behind it."""
    photo = samples.saved(picture(), "JPEG")
    return photo + trailer_samples.samsung((0x0A30, b"MotionPhoto_Data", film()))
