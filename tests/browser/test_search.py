"""The search in real Chromium: it finds while somebody types, finds what the server finds, and sends nothing."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from safety.pages.search.find import find
from safety.pages.search.index import Index, of_library
from safety.pages.search.script import packed
from tests.browser.conftest import Troubles
from tests.browser.served import Seen, Site
from tests.pages import search_vectors
from tests.pages.search_queries import QUERIES, SAFE_FIRST, URGENT

STORED = json.loads(search_vectors.FILE.read_text(encoding="utf-8"))
FOLDER = "js/pages/search/"
# The modules of the page itself: its policy lets nothing else be loaded.
ASK = """
async ([folder, packed, queries]) => {
  const [{ find }, { unpack }] = await Promise.all(["find.js", "index.js"].map((name) => import(folder + name)));
  const index = unpack(packed);
  return queries.map((typed) => {
    const { mood, entries } = find(index, typed);
    return [mood, entries.map(({ title }) => title)];
  });
}
"""
WORDS = """
async ([folder, texts, words, pairs]) => {
  const { tokens, stem, distance } = await import(folder + "words.js");
  return [texts.map(tokens), words.map(stem), pairs.map((pair) => distance(...pair))];
}
"""


@pytest.fixture(scope="module")
def index(site: Site) -> Index:
    """The index of the real content."""
    return of_library(site.app.extensions["languages"]["en"])


@pytest.fixture
def search(page: Page) -> Page:
    """The page, ready to find."""
    page.goto("/search")
    expect(page.get_by_text("What you type stays on this device")).to_be_visible()
    return page


@pytest.fixture
def folder(site: Site) -> str:
    """Where the modules of the search are."""
    address: str = site.app.extensions["release"].address(FOLDER)
    return address


def titles(page: Page) -> list[str]:
    """The titles of the results in front."""
    return [text.strip() for text in page.locator(".hit h2").all_text_contents()]


def test_both_twins_answer_the_vectors_alike(search: Page, folder: str) -> None:
    """Words, stems, slips, and the results of each query in their order."""
    typed = [query for query, _, _ in STORED["queries"]]
    assert search.evaluate(ASK, [folder, STORED["index"], typed]) == [rest for _, *rest in STORED["queries"]]
    asked = ([row[0] for row in STORED["tokens"]], [row[0] for row in STORED["stems"]])
    pairs = [row[:3] for row in STORED["distances"]]
    expected = [[row[-1] for row in STORED[name]] for name in ("tokens", "stems", "distances")]
    assert search.evaluate(WORDS, [folder, *asked, pairs]) == expected


def test_both_twins_find_the_same_in_the_real_content(search: Page, folder: str, index: Index) -> None:
    """Every named query, plain or mistyped, and three hundred thrown together by chance."""
    typed = [*(query for query, _ in QUERIES), *URGENT, *SAFE_FIRST, *search_vectors.random_queries(index, 300, 9)]
    expected = [search_vectors.answer(index, query) for query in typed]
    assert search.evaluate(ASK, [folder, packed(index), typed]) == expected


@pytest.mark.promise("search-stays")
def test_nothing_that_is_typed_leaves(search: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Typing, Enter, the button: counted at the server, nothing comes; nor is it in the address."""
    before = len(arrived())
    search.locator("#words").press_sequentially("blackmial")
    expect(search.locator(".hit").first).to_contain_text("The first hour")
    search.keyboard.press("Enter")
    expect(search.locator("[data-part=count]")).to_be_focused()
    search.get_by_role("button", name="Search").click()
    # The icon of the tab comes when the browser has time.
    assert [one.path for one in arrived()[before:] if not one.path.endswith("/icon.svg")] == []
    assert search.url.endswith("/search")


@pytest.mark.promise("search-stays")
def test_what_was_typed_is_gone_after_leaving_the_page(search: Page) -> None:
    """Who comes back finds an empty field and no results."""
    search.locator("#words").fill("nudes")
    expect(search.locator(".hit").first).to_be_visible()
    search.locator(".hit a").first.click()
    search.wait_for_url("**/check/all/*")
    search.go_back()
    expect(search.locator("#words")).to_have_value("")
    expect(search.locator(".hit")).to_have_count(0)


def test_the_page_shows_what_the_server_would(search: Page, without_script: Page, index: Index) -> None:
    """The same results in the same order, with ages, marks and the line to the numbers."""
    without_script.goto("/search")
    without_script.locator("#words").fill("stop threatning my child")
    without_script.get_by_role("button", name="Search").click()
    search.locator("#words").fill("stop threatning my child")
    expected = [entry.title for entry in find(index, "stop threatning my child").entries]
    expect(search.locator(".hit")).to_have_count(len(expected))
    assert titles(search) == titles(without_script) == expected
    for page in (search, without_script):
        expect(page.get_by_role("heading", name="In danger now")).to_be_visible()
        assert page.locator(".hit .ages a").first.get_attribute("href") == "/talk/8-10/threatened"
    answers = [" ".join(page.locator("#answers").inner_text().split()) for page in (search, without_script)]
    assert answers[0] == answers[1]


def test_the_keyboard_is_enough(search: Page) -> None:
    """Type, press Enter, and the next stop is the first result."""
    search.locator("#words").press_sequentially("pasword")
    search.keyboard.press("Enter")
    expect(search.locator("[data-part=count]")).to_be_focused()
    search.keyboard.press("Tab")
    expect(search.get_by_role("link", name="Test a password")).to_be_focused()


def test_pasted_markup_is_text(search: Page) -> None:
    """Nothing of it becomes part of the page."""
    search.locator("#words").fill("<img src=x onerror=alert(1)> {{7*7}} \u202e" + "a" * 300)
    expect(search.locator("[data-part=count]")).not_to_be_empty()
    expect(search.locator("main img")).to_have_count(0)


def test_the_search_works_without_internet(offline: Page) -> None:
    """On a device that keeps the tools, with its index."""
    offline.goto("/search")
    expect(offline.get_by_text("What you type stays on this device")).to_be_visible()
    offline.locator("#words").fill("exif")
    expect(offline.locator(".hit").first).to_contain_text("Clean a photo")


def test_when_the_index_does_not_come_the_form_remains(page: Page, troubles: Troubles) -> None:
    """The page then says what is true: that the words are sent."""
    troubles.allow("index.js")
    troubles.allow("ERR_FAILED")
    page.route("**/search/index.js", lambda route: route.abort())
    page.goto("/search")
    expect(page.get_by_text("Without JavaScript, your words go to this server")).to_be_visible()
    page.locator("#words").fill("icloud")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".hit").first).to_be_visible()
