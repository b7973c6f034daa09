"""The maker of passphrases in a browser: by chance alone, nothing sent or kept, and what it says of them is true."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from safety.passwords import dice
from safety.passwords.race import told
from tests.browser.served import Seen

WORDS = dice.words()
# Makes passphrases from numbers that the test gives in place of chance.
MAKE = """async ([words, numbers]) => {
  const folder = new URL("..", document.querySelector("link").href);
  const { makePassphrase } = await import(new URL("js/parts/maker.js", folder));
  const left = [...numbers];
  try {
    return makePassphrase(words, (array) => { array[0] = left.shift(); return array; }).text;
  } catch (error) {
    return error.name;
  }
}"""
SAY = """async ([seconds]) => {
  const folder = new URL("..", document.querySelector("link").href);
  const { sayTime } = await import(new URL("js/passwords/spans.js", folder));
  return sayTime(seconds, "en", { instant: "instant", ages: "ages" });
}"""
TWICE = 2**32 // len(WORDS) * len(WORDS)


@pytest.fixture
def maker(page: Page) -> Page:
    """The page with a maker that works."""
    page.goto("/passwords")
    expect(page.get_by_role("button", name="Make one")).to_be_visible()
    return page


def made(page: Page) -> list[str]:
    """The words that are shown."""
    return page.locator(".maker-words span").all_text_contents()


def test_words_are_those_of_the_numbers(page: Page) -> None:
    """Each number gives its word; numbers at the end, which would favour some words, are thrown again."""
    page.goto("/passwords/words")
    expected = "abacus zoom abacus zoom"
    assert page.evaluate(MAKE, [4, [0, 7775, 7776, TWICE - 1]]) == expected
    assert page.evaluate(MAKE, [4, [TWICE, 0, 2**32 - 1, 7775, 0, TWICE + 5, 7775]]) == expected


@pytest.mark.parametrize("count", [3, 11, 4.5, "6", None])
def test_no_other_lengths_are_made(page: Page, count: object) -> None:
    """A mistake in a page cannot make a passphrase that is too short."""
    page.goto("/passwords/words")
    assert page.evaluate(MAKE, [count, [1] * 20]) == "RangeError"


def test_another_is_another_and_nothing_is_sent(maker: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Words of the list, as many as wished, new ones at each press, while the server hears nothing."""
    # The measure on the same page has its own files.
    maker.wait_for_load_state("networkidle")
    before = len(arrived())
    seen = set()
    for _ in range(3):
        maker.locator("[data-part=make]").click()
        assert len(made(maker)) == 6
        assert set(made(maker)) <= set(WORDS)
        seen.add(tuple(made(maker)))
    assert len(seen) == 3
    maker.get_by_label("How many words").select_option("10")
    assert len(made(maker)) == 10
    assert arrived()[before:] == []


def test_words_are_read_as_they_are_copied(maker: Page) -> None:
    """The text with its spaces or hyphens is what selecting gives."""
    maker.locator("[data-part=make]").click()
    words = made(maker)
    assert maker.locator(".maker-words output").text_content() == " ".join(words)
    maker.get_by_label("Between them").select_option("-")
    assert maker.locator(".maker-words output").text_content() == "-".join(words)


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (4, ["3,656,158,440,062,976", "more than 51 bits", "4 throws", "5,800 years", "2 days"]),
        (6, ["221,073,919,720,733,357,899,776", "more than 77 bits", "more than a billion years", "350,000 years"]),
    ],
)
def test_numbers_are_exact(maker: Page, count: int, says: list[str]) -> None:
    """The count to the last digit, and times that follow from it."""
    assert f"{len(WORDS) ** count:,}" == says[0]
    maker.get_by_label("How many words").select_option(str(count))
    maker.locator("[data-part=make]").click()
    for words in says:
        expect(maker.locator(".maker-numbers")).to_contain_text(words)


def test_times_are_those_of_the_server(page: Page) -> None:
    """Browser and server tell a time alike."""
    page.goto("/passwords/words")
    for seconds in (0.5, 1, 59.7, 300, 7_000, 86_400, 20_600_000, 31_557_600, 1.83e11, 1e17):
        number, unit = told(seconds)
        plain = unit.value if number != 1 else unit.value.removesuffix("s")
        expected = plain if unit.value in ("instant", "ages") else f"{number:,} {plain}"
        assert page.evaluate(SAY, [seconds]) == expected


def test_copying_says_what_it_does(maker: Page, context: BrowserContext) -> None:
    """The words get into the clipboard when asked, and before that the page says who may read it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    maker.locator("[data-part=make]").click()
    expect(maker.get_by_text("Other apps on this device may read")).to_be_visible()
    maker.get_by_role("button", name="Copy").click()
    expect(maker.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert maker.evaluate("() => navigator.clipboard.readText()") == " ".join(made(maker))


def test_paper_holds_the_words_alone(maker: Page) -> None:
    """Nothing on it says what site it comes from, or what else is on the page."""
    maker.evaluate("() => { window.print = () => {}; }")
    maker.locator("[data-part=make]").click()
    maker.get_by_role("button", name="Print the words").click()
    maker.emulate_media(media="print")
    lines = maker.locator("body").inner_text().split("\n")
    assert [line for line in lines if line.strip()] == [
        " ".join(made(maker)),
        "A passphrase, made by chance. Keep this paper where only you look.",
    ]
    maker.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(maker.get_by_role("heading", name="Make a passphrase")).to_be_visible()


def test_nothing_is_left_when_the_page_is_left(maker: Page) -> None:
    """A browser that keeps the page for the way back keeps no words."""
    maker.locator("[data-part=make]").click()
    maker.evaluate("() => dispatchEvent(new Event('pagehide'))")
    expect(maker.locator("[data-part=made]")).to_be_hidden()
    assert made(maker) == []
    assert maker.evaluate("() => [localStorage.length, sessionStorage.length, location.search]") == [0, 0, ""]


def test_without_script_there_are_dice(without_script: Page, base_url: str) -> None:
    """The way with real dice is there for everybody, with the list; the rest is not shown."""
    without_script.goto(f"{base_url}/passwords")
    expect(without_script.get_by_text("Throw five dice")).to_be_visible()
    expect(without_script.get_by_role("button", name="Make one")).to_have_count(0)
    without_script.get_by_role("link", name="The list, to print").click()
    expect(without_script.get_by_role("table")).to_have_count(36)
