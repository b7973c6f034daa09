"""The icons are those that the code draws, and whole wherever a system cuts them round."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from safety.pages.offline import icons
from safety.web import tool_pages

NAMES = tuple(icons.ICONS)
# Systems may cut everything outside this part of the width.
SAFE_RADIUS = 0.4


def picture(name: str) -> Image.Image:
    """The icon as it is served."""
    return Image.open(icons.FOLDER / f"{name}.png")


def test_the_page_offers_the_icons_that_are_there() -> None:
    """None is missing, and none lies there unused."""
    assert set(NAMES) == set(tool_pages.ICONS)
    files = {path.name for path in icons.FOLDER.iterdir()}
    assert files == {f"{name}.{kind}" for name in NAMES for kind in ("svg", "png")}


@pytest.mark.parametrize("name", NAMES)
def test_the_files_are_what_the_code_draws(name: str) -> None:
    """Who changes a drawing writes the files again: python -m safety.pages.offline.icons."""
    icon = icons.ICONS[name]
    assert (icons.FOLDER / f"{name}.svg").read_text(encoding="utf-8") == icons.svg(icon)
    # The bytes of a PNG depend on the compressor.
    assert picture(name).tobytes() == icons.pixels(icon)
    assert Image.open(io.BytesIO(icons.png(icon, 32))).tobytes() == icons.pixels(icon, 32)


@pytest.mark.parametrize("name", NAMES)
def test_a_round_cut_takes_nothing_away(name: str) -> None:
    """Outside the safe circle there is the ground alone, to all edges."""
    image, ground = picture(name), tuple(bytes.fromhex(icons.ICONS[name].ground))
    assert (image.mode, image.size) == ("RGB", (192, 192))
    middle = image.width / 2
    drawn = [(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y)) != ground]
    assert len(drawn) > 1000
    assert max(((x - middle) ** 2 + (y - middle) ** 2) ** 0.5 for x, y in drawn) < SAFE_RADIUS * image.width


def test_writing_makes_all_of_them(tmp_path: Path) -> None:
    """The command writes each icon in both forms."""
    folder = tmp_path / "icons"
    icons.write(folder)
    assert {path.name for path in folder.iterdir()} == {path.name for path in icons.FOLDER.iterdir()}
