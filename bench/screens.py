"""Pictures of the main pages, narrow and wide, light and dark, for people who look.

python bench/screens.py FOLDER
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402  # the project is not installed as a package

from tests.browser.served import launch_options, serve  # noqa: E402  # as above
from tests.browser.walk import PAGES  # noqa: E402  # as above

WIDTHS_PX = (360, 1280)
SCHEMES = ("light", "dark")
HEIGHT_PX = 800


def file_name(page: str, width: int, scheme: str) -> str:
    """The picture's name: sorted by page, then width, then light and dark."""
    words = "".join(letter if letter.isalnum() else "-" for letter in page.strip("/")) or "home"
    return f"{words.replace('--', '-')}.{width:04}.{scheme}.png"


def take(browser: Browser, address: str, page_name: str, folder: Path) -> None:
    """The pictures of one page, whole, however long it is."""
    context = browser.new_context(viewport={"width": WIDTHS_PX[0], "height": HEIGHT_PX})
    page = context.new_page()
    PAGES[page_name](page, address)
    for width in WIDTHS_PX:
        page.set_viewport_size({"width": width, "height": HEIGHT_PX})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal
            page.screenshot(path=folder / file_name(page_name, width, scheme), full_page=True)
    context.close()


def main(folder: Path) -> None:
    """Pictures of every page of the list into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as instance, serve(Path(instance)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for page_name in PAGES:
            take(browser, site.url, page_name, folder)
        browser.close()
    count = len(PAGES) * len(WIDTHS_PX) * len(SCHEMES)
    print(f"{count} pictures in {folder} after {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(Path(sys.argv[1]))
    else:
        # `make bench` runs every file here; pictures are only for who names a folder.
        print("No pictures taken: python bench/screens.py FOLDER")
