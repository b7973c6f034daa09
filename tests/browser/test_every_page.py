"""What is true of every page in a browser: readable for everybody, small, and talking to nobody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Page, ViewportSize

from tests import policy
from tests.browser.conftest import Troubles
from tests.browser.served import Seen, Site
from tests.browser.walk import ADDRESSES, NOT_PAGES, PAGES

NARROW, WIDE = ViewportSize(width=320, height=640), ViewportSize(width=1280, height=800)
# 1280 px at 200 %.
ZOOMED = ViewportSize(width=640, height=400)
# Rules that axe leaves off unless asked: AAA contrast (7:1), target size, names that hold the visible label.
ALSO = ("color-contrast-enhanced", "target-size", "label-content-name-mismatch", "identical-links-same-purpose")
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {rule: {"enabled": True} for rule in ALSO}}
# What the colours of the page decide, and nothing else does.
COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
COLOUR_OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": COLOURS}}
AXE = Axe()
# The tables of the list of words are made alike, and axe takes seconds for each: it looks at the first.
ALIKE = ".dice-list > table + table"
RUN_AXE = f"(options) => axe.run({{exclude: [['{ALIKE}']]}}, options).then((result) => result.violations)"
FIRST_PAGE_BYTES = 14 * 1024
PAGE_BYTES = 60 * 1024
# Of a page that is a tool: what it needs to be read, and to be left.
OF_THE_PAGE = (".css", ".svg", "/leave.js", "/latin.woff2")
PLACES = (
    "Check",
    "Photos",
    "Passwords",
    "Talk",
    "Teach",
    "Join",
    "Help",
    "New",
    "Privacy",
    "Sources",
    "About",
    "Tools",
    "Search",
)
TITLES = {"Unshared", "Units", "List", *(f"{place} · Unshared" for place in PLACES)}

OVERFLOWING = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= wide) return [];
  const over = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > wide + 1);
  const names = over.slice(0, 4).map((one) => one.outerHTML.slice(0, 120));
  return [`${document.scrollingElement.scrollWidth} > ${wide}`, ...names];
}"""
LIGHTNESS = """() => {
  const shade = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
  const style = getComputedStyle(document.documentElement);
  return [shade(style.backgroundColor), shade(getComputedStyle(document.querySelector("h1")).color)];
}"""
MOVING = """() => {
  const slow = (time) => time.split(",").some((part) => parseFloat(part) > 0);
  const moving = (one) => {
    const style = getComputedStyle(one);
    return slow(style.transitionDuration) || slow(style.animationDuration);
  };
  return document.getAnimations().length + [...document.querySelectorAll("*")].filter(moving).length;
}"""
# The browser writes the status of an error page on its console.
REFUSED = {"no such page": 404, "notice, sent and not whole": 422, "photo refused": 415, "photos refused": 415}


@pytest.fixture
def opened(name: str, arrived: Callable[[], list[Seen]], page: Page, base_url: str, troubles: Troubles) -> Page:
    """The page ``name`` of the list, in a new browser context."""
    if name in REFUSED:
        troubles.allow(f"status of {REFUSED[name]}")
    PAGES[name](page, base_url)
    return page


def findings(page: Page, options: Mapping[str, Any] = AXE_OPTIONS) -> list[str]:
    """What axe finds on the page as it stands, a line each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.axe_script)
    found: list[dict[str, Any]] = page.evaluate(RUN_AXE, dict(options))
    return [f"{rule['id']}: {_place(node)}" for rule in found for node in rule["nodes"]]


def _place(node: dict[str, Any]) -> str:
    why = " ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
    return f"{node['target'][0]} {node['html'][:100]} ({why[:200]})"


@pytest.mark.parametrize("name", PAGES)
def test_page_suits_everybody(name: str, opened: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Narrow, zoomed, dark, without motion, on a slow line, for axe; and its title tells nothing of the visitor.

    One test, so that each page is opened once.
    """
    # Who gets to a plan or an answer has the font already, from the page with the form.
    needed = needed_bytes(opened, arrived(), font=name in ADDRESSES)
    faults = [f"a visit needs {needed} bytes"] if needed > PAGE_BYTES else []
    # Before anything opens the folds: axe sees the page as it comes.
    faults += axe_faults(opened)
    faults += sideways(opened)
    if name != "/leave":  # The neutral page looks like any old page, which has no dark form.
        faults += not_dark(opened)
    opened.emulate_media(reduced_motion="reduce", color_scheme="light")
    if opened.evaluate(MOVING):
        faults.append("something moves although the visitor asked for rest")
    if opened.title() not in TITLES:
        faults.append(f"the title says: {opened.title()}")
    assert faults == []


def axe_faults(page: Page) -> list[str]:
    """What axe finds on a phone and on a desktop, in light and in dark, with 7:1 contrast for text."""
    found: list[str] = []
    for scheme, size in (("light", NARROW), ("dark", NARROW), ("dark", WIDE), ("light", WIDE)):
        options = AXE_OPTIONS if scheme == "light" else COLOUR_OPTIONS
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal
        page.set_viewport_size(size)
        found += [f"{scheme} {size['width']} px: {one}" for one in findings(page, options)]
    return found


def sideways(page: Page) -> list[str]:
    """What makes the page scroll sideways at 320 px and at 200 % zoom, folds closed and open."""
    over: list[str] = []
    for size in (NARROW, ZOOMED):
        page.set_viewport_size(size)
        over += page.evaluate(OVERFLOWING)
    page.evaluate("() => document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")
    for size in (ZOOMED, NARROW):
        page.set_viewport_size(size)
        over += page.evaluate(OVERFLOWING)
    return over


def not_dark(page: Page) -> list[str]:
    """Says when who asks for dark gets no dark ground with light letters, or who does not gets it."""
    page.emulate_media(color_scheme="light")
    ground, letters = page.evaluate(LIGHTNESS)
    faults = [] if ground > 200 and letters < 100 else [f"light: ground {ground}, letters {letters}"]
    page.emulate_media(color_scheme="dark")
    ground, letters = page.evaluate(LIGHTNESS)
    return faults if ground < 60 and letters > 180 else [*faults, f"dark: ground {ground}, letters {letters}"]


def needed_bytes(page: Page, seen: list[Seen], *, font: bool) -> int:
    """Bytes of the page and its files, headers not counted. ``seen`` is all that came since the browser was new.

    What a tool loads that the page can do without is aside: its scripts, its tables, the second font.
    """
    page.evaluate("() => document.fonts.ready.then(() => 0)")
    files = {one.path: one.answer_bytes for one in seen if one.path.startswith("/static/")}
    pages = [one.answer_bytes for one in seen if one.kind == "text/html" and one.status != 303]
    if urlsplit(page.url).path in policy.TOOLS:
        files = {path: size for path, size in files.items() if path.endswith(OF_THE_PAGE)}
    return pages[-1] + sum(size for path, size in files.items() if font or not path.endswith(".woff2"))


def test_first_page_is_under_14_kilobytes(page: Page, site: Site, base_url: str) -> None:
    """HTML, CSS and script of the first page together, compressed, headers not counted, the font apart."""
    before = len(site.seen)
    page.goto("/")
    page.evaluate("() => document.fonts.ready.then(() => 0)")
    sizes = {one.path: one.answer_bytes for one in _without_fonts(site.since(before))}
    assert len(sizes) >= 3
    assert sum(sizes.values()) < FIRST_PAGE_BYTES, sizes


def test_first_page_fetches_one_font(page: Page, site: Site) -> None:
    """An English page needs the Latin letters only."""
    before = len(site.seen)
    page.goto("/")
    page.evaluate("() => document.fonts.ready.then(() => 0)")
    assert [one.path.rpartition("/")[2] for one in site.since(before) if "woff2" in one.path] == ["latin.woff2"]


def test_list_of_pages_is_whole(site: Site) -> None:
    """Each address of the site is in the list that the other tests walk; a new one fails until it is."""
    routes = {rule.rule for rule in site.app.url_map.iter_rules() if "<" not in rule.rule}
    assert routes <= {*ADDRESSES, *NOT_PAGES}
    patterns = [rule.rule for rule in site.app.url_map.iter_rules() if "<" in rule.rule]
    checks = ["/check/all/<int:number>", "/check/copies/<int:part>", "/check/short/<id_>"]
    notices = ["/help/notices/<kind>", "/help/notices/<kind>/send"]
    talks = (
        "<age>", "<age>/<id_>", "easy/<id_>", "for/<id_>", "same-page/<age>", "scenes/<id_>", "teens/<id_>",
        "together/<id_>",
    )  # fmt: skip
    lessons = ["/teach/<code>", "/teach/<code>/<any(slides, cover, pupils):view>"]
    rooms = [f"/join/<code>{screen}" for screen in ("", "/answer", "/leave", "/now", "/wall")]
    assert sorted(set(patterns)) == sorted(
        [*checks, *notices, *lessons, *rooms, "/offline/<id_>.webmanifest", *(f"/talk/{talk}" for talk in talks)]
    )


def test_forced_colours_keep_states_apart(page: Page, base_url: str) -> None:
    """Where the system chooses the colours, a done item still looks unlike an open one, and buttons have edges."""
    page.emulate_media(forced_colors="active")
    PAGES["plan of an adult"](page, base_url)
    tick = page.locator(".item .tick").first
    before = tick.screenshot()
    tick.click()
    page.locator(".item .tick[aria-pressed=true]").first.wait_for()
    page.mouse.move(0, 0)
    page.evaluate("() => document.activeElement.blur()")
    assert page.locator(".item .tick").first.screenshot() != before
    edges = "(buttons) => buttons.filter((one) => getComputedStyle(one).borderTopStyle === 'none').length"
    assert page.locator(".btn:visible, .leave").evaluate_all(edges) == 0


def _without_fonts(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if not one.path.endswith(".woff2")]
