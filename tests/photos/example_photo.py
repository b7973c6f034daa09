"""Draws the example that `/photos` offers, and writes it into its script again.

    python -m tests.photos.example_photo

An evening at the sea, cropped. The small copy inside still has the whole of it: a house with its number stood left.
Where the library for pictures changes, the bytes do; the picture does not.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.photos import samples

SCRIPT = Path(__file__).resolve().parents[2] / "static" / "js" / "photos" / "page" / "example.js"
NAME = "beach-day.jpg"
TIME = b"2026:08:14 18:42:07"
MAKER, MODEL, SERIAL = b"Google", b"Pixel 9", b"4A131FDAS001RC"
# On the pier of Whitby, in degrees, minutes, and hundredths of a second.
NORTH, WEST = (54, 29, 3480), (0, 36, 4860)
# The scene, and what was left of it.
WIDTH, HEIGHT = 1440, 720
KEPT = (480, 0, WIDTH, HEIGHT)
SMALL = (320, 160)
HORIZON = 400
# Drawn so many times as large, for soft edges.
FINER = 2
LINE = 104

Colour = tuple[int, int, int]


def scene() -> Image.Image:
    """All that the camera saw."""
    image = shaded(HEIGHT, ((0, (126, 178, 197)), (HORIZON, (246, 222, 184))))
    sea = shaded(HEIGHT, ((HORIZON, (62, 127, 133)), (590, (122, 170, 158)), (HEIGHT, (150, 188, 170))))
    image.paste(sea.crop((0, HORIZON, WIDTH, HEIGHT)), (0, HORIZON))
    image = sunlit(image)
    image = image.resize((WIDTH * FINER, HEIGHT * FINER))
    draw = Scaled(image)
    draw.sun()
    draw.hills()
    draw.boat()
    draw.beach()
    draw.cliff()
    draw.house()
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def shaded(height: int, stops: tuple[tuple[int, Colour], ...]) -> Image.Image:
    """A sheet that goes from one colour to the next, from the top down."""
    column = Image.new("RGB", (1, height))
    for y in range(height):
        (top, upper), (bottom, lower) = next(
            (pair for pair in pairwise(stops) if y < pair[1][0]), (stops[-2], stops[-1])
        )
        share = min(max((y - top) / (bottom - top), 0), 1)
        column.putpixel((0, y), tuple(round(a + (b - a) * share) for a, b in zip(upper, lower, strict=True)))
    return column.resize((WIDTH, height))


def sunlit(image: Image.Image) -> Image.Image:
    """The sheet with light around the sun."""
    light = Image.new("L", image.size, 0)
    draw = ImageDraw.Draw(light)
    draw.ellipse((990, 190, 1210, 410), fill=255)
    light = light.filter(ImageFilter.GaussianBlur(70))
    return Image.composite(Image.new("RGB", image.size, (255, 240, 208)), image, light)


def soft(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The line with its corners cut, three times."""
    for _ in range(3):
        cut = [
            ((x * near + to_x * far) / 4, (y * near + to_y * far) / 4)
            for (x, y), (to_x, to_y) in pairwise(points)
            for near, far in ((3, 1), (1, 3))
        ]
        points = [points[0], *cut, points[-1]]
    return list(points)


class Scaled:
    """Draws in units of the scene on a finer sheet."""

    def __init__(self, image: Image.Image) -> None:
        self._draw = ImageDraw.Draw(image)

    def sun(self) -> None:
        self.round((1048, 248, 1152, 352), (255, 243, 216))
        for row, half in enumerate((44, 62, 38, 70, 50, 30)):
            y = HORIZON + 14 + row * 17
            self.box((1100 - half, y, 1100 + half, y + 3), (232, 226, 200))

    def hills(self) -> None:
        self.shape(
            [*soft([(0, 350), (480, 366), (600, 380), (720, 384), (900, HORIZON)]), (0, HORIZON)], (110, 150, 158)
        )

    def boat(self) -> None:
        self.shape([(836, 352), (836, 404), (806, 404)], (250, 246, 236))
        self.shape([(842, 340), (842, 404), (874, 404)], (236, 230, 216))
        self.shape([(798, 408), (880, 408), (868, 420), (812, 420)], (92, 62, 46))

    def beach(self) -> None:
        edge = [(WIDTH, 660), (1300, 640), (1120, 620), (960, 640), (780, 626), (600, 600), (400, 590)]
        for depth, colour in ((0, (206, 206, 178)), (14, (231, 208, 164))):
            shore = soft([(x, y + depth) for x, y in edge])
            self.shape([*shore, (400, HEIGHT), (WIDTH, HEIGHT)], colour)

    def cliff(self) -> None:
        face = soft([(0, 380), (300, 374), (420, 384), (436, 430), (424, 490), (452, 560), (440, 630), (466, 720)])
        self.shape([*face, (0, HEIGHT)], (150, 118, 88))
        for y in (470, 545, 625):
            self.shape(
                soft([(0, y), (140, y - 8), (300, y + 4), (400, y - 2), (300, y + 10), (140, y), (0, y + 6)]),
                (136, 104, 76),
            )
        self.shape(
            soft([(0, 364), (300, 358), (420, 364), (440, 396), (400, 402), (240, 404), (0, 412)]), (112, 138, 92)
        )

    def house(self) -> None:
        self.box((70, 190, 330, 386), (247, 243, 233))
        self.shape([(46, 196), (120, 92), (280, 92), (354, 196)], (154, 86, 68))
        self.box((252, 70, 284, 130), (130, 76, 62))
        for left in (94, 262):
            self.box((left, 226, left + 46, 288), (92, 122, 134))
            self.box((left + 21, 226, left + 25, 288), (247, 243, 233))
        self.box((172, 292, 228, 386), (8, 82, 77))
        self.box((158, 206, 242, 282), (30, 48, 66))
        font = ImageFont.load_default(size=62 * FINER)
        self._draw.text((200 * FINER, 243 * FINER), "27", fill=(255, 255, 255), font=font, anchor="mm")
        for x in range(0, 400, 26):
            self.box((x, 352, x + 8, 398), (250, 247, 240))
        self.box((0, 364, 400, 370), (250, 247, 240))

    def box(self, box: tuple[int, int, int, int], fill: Colour) -> None:
        self._draw.rectangle([unit * FINER for unit in box], fill=fill)

    def round(self, box: tuple[int, int, int, int], fill: Colour) -> None:
        self._draw.ellipse([unit * FINER for unit in box], fill=fill)

    def shape(self, points: Sequence[tuple[float, float]], fill: Colour) -> None:
        self._draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=fill)


def photo() -> bytes:
    """The file: the cropped picture, and what a phone writes into it."""
    whole = scene()
    small = samples.saved(whole.resize(SMALL, Image.Resampling.LANCZOS), "JPEG", quality=72, optimize=True)
    picture = samples.saved(whole.crop(KEPT), "JPEG", quality=68, optimize=True, progressive=True)
    return samples.after_start(samples.segment(0xE1, b"Exif\0\0" + notes(small)), picture)


def notes(small: bytes) -> bytes:
    """Device, time, place, and the small copy."""
    block = samples._ExifWriter("<")
    main = [(0x010F, 2, MAKER + b"\0"), (0x0110, 2, MODEL + b"\0")]
    detail = [(0x9003, 2, TIME + b"\0"), (0xA431, 2, SERIAL + b"\0")]
    gps = [
        (1, 2, b"N\0"),
        (2, 5, block.rationals((NORTH[0], 1), (NORTH[1], 1), (NORTH[2], 100))),
        (3, 2, b"W\0"),
        (4, 5, block.rationals((WEST[0], 1), (WEST[1], 1), (WEST[2], 100))),
    ]
    return block.write(main, detail, gps, small)


def stored() -> bytes:
    """The file as it is in the script."""
    return base64.b64decode(re.search(r"`([^`]*)`", SCRIPT.read_text(encoding="utf-8"))[1])


def write() -> None:
    """Puts the file into the script."""
    coded = base64.b64encode(photo()).decode()
    lines = "\n".join(coded[at : at + LINE] for at in range(0, len(coded), LINE))
    script = SCRIPT.read_text(encoding="utf-8")
    SCRIPT.write_text(re.sub(r"`[^`]*`", lambda _: f"`\n{lines}\n`", script, count=1), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
