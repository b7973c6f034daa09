"""The kit holds all that its pages load, and has another name when a byte of it changes."""

from __future__ import annotations

from safety.pages.offline.kit import gather, loaded

FOLDER = "/static/0123456789ab/"
PAGE = f"""
<link rel="stylesheet" href="{FOLDER}css/site.css"><link rel="icon" href="{FOLDER}icon.svg">
<script type="module" src="{FOLDER}js/page.js"></script><div data-engine="{FOLDER}js/engine.js"></div>
<a href="/about">About</a>
"""
STYLE = '@font-face { src: url("../vendor/letters.woff2") format("woff2"); }'


class FakeRelease:
    """Files of a made-up site."""

    def __init__(self, folder: str = FOLDER) -> None:
        self.folder = folder

    def address(self, name: str) -> str:
        """Where a file is served."""
        return self.folder + name

    def content(self, name: str) -> bytes:
        """A style sheet that names a font, or ten bytes."""
        return STYLE.encode() if name.endswith(".css") else b"0123456789"

    def modules_of(self, entry: str) -> tuple[str, ...]:
        """One module more than asked for."""
        assert entry == "js/page.js", "a worker is one file and is not read as modules"
        return (entry, "js/part.js")


def test_a_page_names_all_that_it_loads() -> None:
    """Styles with their fonts, icons, scripts with their modules, and files that a script finds in the page."""
    names = {"css/site.css", "vendor/letters.woff2", "icon.svg", "js/page.js", "js/part.js", "js/engine.js"}
    assert loaded(PAGE, FakeRelease()) == names


def test_the_kit_holds_the_pages_and_each_file_once() -> None:
    """The page without an address adds its files, and its size."""
    neutral = f'<link rel="stylesheet" href="{FOLDER}css/neutral.css">'
    kit = gather({"/one": PAGE, "/two": PAGE}, neutral, FakeRelease())
    assert kit.pages == ("/one", "/two")
    assert len(kit.files) == len(set(kit.files)) == 7
    assert all(file.startswith(FOLDER) for file in kit.files)
    assert kit.bytes == 2 * len(PAGE) + len(neutral) + 2 * len(STYLE) + 5 * 10


def test_another_kit_has_another_name() -> None:
    """Whatever changes, a text, an address, the neutral page or the files: a browser gets all of it again."""
    kits = [
        gather({"/one": PAGE}, "", FakeRelease()),
        gather({"/one": f"{PAGE} "}, "", FakeRelease()),
        gather({"/other": PAGE}, "", FakeRelease()),
        gather({"/one": PAGE}, " ", FakeRelease()),
        gather({"/one": PAGE.replace(FOLDER, "/static/ba9876543210/")}, "", FakeRelease("/static/ba9876543210/")),
    ]
    assert len({kit.name for kit in kits}) == len(kits)
    assert gather({"/one": PAGE}, "", FakeRelease()).name == kits[0].name
