"""'Same page?' in real Chromium: private answers are in the memory of the page and nowhere else, and what stays closed
tells nothing of the one who closed it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page, expect

from safety.web.release import Release
from tests.browser import talk_tools
from tests.browser.served import Seen
from tests.browser.talk_tools import ALL, QUESTIONS, SKIP

PATH = "/talk/same-page/13-15"
OPENING = Release().address("js/talk/same_page/opening.js")
# Whatever the die may do, each side of it comes, and each question may be drawn.
EVERY_OPENING = """async ([address, first, second]) => {
  const { opened, SIDES } = await import(address);
  const found = new Set();
  for (let side = 0; side < SIDES.length; side += 1) {
    for (let draw = 0; draw < 6 ** 3; draw += 1) {
      const throws = [side, draw % 6, Math.floor(draw / 6) % 6, Math.floor(draw / 36)];
      found.add(opened(first, second, (count) => throws.shift() % count).join());
    }
  }
  return [...found];
}"""
# All places in which a browser keeps something for a page, and all names that its scripts left behind.
KEPT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  state: history.state, hash: location.hash, search: location.search, name: window.name,
})"""
NOTHING = {
    "local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "state": None, "hash": "", "search": "",
    "name": "",
}  # fmt: skip


@pytest.fixture
def game(page: Page) -> Page:
    """The page for teens of 13 to 15, ready to begin."""
    page.goto(PATH)
    talk_tools.tool(page)
    return page


def throw(page: Page, side: int) -> None:
    """Makes chance give ``side`` of the die, then always the first question that is left."""
    page.evaluate(
        """(side) => {
          let first = true;
          crypto.getRandomValues = (numbers) => { numbers[0] = first ? side : 0; first = false; return numbers; };
        }""",
        side,
    )


def outline(page: Page) -> str:
    """The screen in front without its words: elements, their kinds and how many of each."""
    text: str = talk_tools.tool(page).evaluate(
        """(tool) => [...tool.querySelectorAll("[data-part=screen] *")]
             .map((one) => `${one.tagName}.${one.className}.${one.type ?? ""}`).join(" ")"""
    )
    return text


def outlines(page: Page, answers: Sequence[str], shown: Sequence[int]) -> list[str]:
    """The shape of every screen that the second player meets."""
    page.goto(PATH)
    talk_tools.tool(page)
    throw(page, 2)
    talk_tools.go(page)
    talk_tools.answer(page, ("0",) * QUESTIONS)
    talk_tools.choose(page, ALL)
    found = [outline(page)]
    talk_tools.go(page)
    for given in answers:
        found.append(outline(page))
        talk_tools.tool(page).locator(f"input[name=answer][value='{given}']").check()
        talk_tools.go(page)
    found.append(outline(page))
    talk_tools.choose(page, shown)
    return [*found, outline(page)]


def test_nothing_is_kept_or_sent(game: Page, arrived: Callable[[], list[Seen]]) -> None:
    """From the first answer to the sentence on paper: no request, nothing in storage, cookies, history, address."""
    before, length = len(arrived()), game.evaluate("() => history.length")
    names = game.evaluate("() => Object.keys(window).length")
    talk_tools.play(game)
    game.locator("#agreed-0").fill("Canary: we ask first.")
    # On a busy machine the browser fetches the icon of the tab late.
    assert [one for one in arrived()[before:] if not one.path.endswith("/icon.svg")] == []
    assert game.evaluate(KEPT) == NOTHING
    assert game.evaluate("() => history.length") == length
    assert game.evaluate("() => Object.keys(window).length") == names
    assert game.url.endswith(PATH)
    assert game.context.cookies() == []


def test_one_never_sees_what_the_other_answered(game: Page) -> None:
    """When the phone is handed over, no choice of the first one is in the page any more."""
    talk_tools.go(game)
    talk_tools.answer(game, ("1",) * QUESTIONS)
    talk_tools.choose(game, ALL)
    expect(game.locator("#same-page h2")).to_contain_text("Hand the phone over")
    assert game.locator("#same-page input").count() == 0
    talk_tools.go(game)
    expect(game.locator("#same-page .turn-of")).to_contain_text("Teen")
    assert game.locator("#same-page input:checked").count() == 0
    game.get_by_role("button", name="Back").click()
    expect(game.locator("#same-page h2")).to_contain_text("Hand the phone over")
    assert game.get_by_role("button", name="Back").count() == 0


def test_only_what_both_want_to_show_opens(game: Page) -> None:
    """One shows questions 1, 2, 3, the other 2, 3, 4 and has skipped 3: the second one opens, with both answers."""
    throw(game, 5)
    second = ("1", "1", SKIP, "1", "1", "1")
    talk_tools.play(game, "opened", second=second, shown=((0, 1, 2), (1, 2, 3)))
    rows = game.locator("#same-page [data-part=rows] > li")
    expect(rows).to_have_count(1)
    expect(rows.locator("h3")).to_have_text("Who may see pictures of you online?")
    expect(rows.locator("dd")).to_have_text(["Nobody", "Only our family"])


def test_the_screens_are_the_same_whatever_is_skipped_or_held_back(page: Page) -> None:
    """As many screens, rows and buttons of the same kinds as for somebody who answers and shows everything."""
    usual = outlines(page, ("1",) * QUESTIONS, ALL)
    assert outlines(page, (SKIP,) * QUESTIONS, ALL) == usual
    assert outlines(page, ("1", SKIP, "2", SKIP, "0", "3"), ()) == usual


@pytest.mark.parametrize("second", [[1] * 6, [1, None, 1, None, 1, None], [None, None, None, 1, 1, 1]])
def test_every_number_of_open_answers_may_be_the_die(game: Page, second: list[int | None]) -> None:
    """None to three may open when all is shown, and when three answers are held back; and never what one held back."""
    found = {tuple(filter(None, one.split(","))) for one in game.evaluate(EVERY_OPENING, [OPENING, [0] * 6, second])}
    assert {len(one) for one in found} == {0, 1, 2, 3}
    open_ = {str(at) for at, answer in enumerate(second) if answer is not None}
    assert {at for one in found for at in one} == open_


def test_nothing_may_open_and_that_tells_nothing(game: Page) -> None:
    """When the die says none the screen says so, and has the same things to talk about."""
    throw(game, 0)
    talk_tools.play(game, "opened")
    expect(game.locator("#same-page h2")).to_have_text("This time the phone opens none.")
    assert game.locator("#same-page [data-part=rows] > li").count() == 0
    expect(game.locator("#same-page [data-part=talk] li")).to_have_count(QUESTIONS)


def test_leaving_forgets(game: Page) -> None:
    """Everything is gone before the page is put aside; who comes back begins anew."""
    talk_tools.play(game)
    game.locator("#agreed-0").fill("Canary: we ask first.")
    game.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(game.get_by_role("heading", name="Before you begin")).to_be_visible()
    assert "Canary" not in game.content()
    talk_tools.play(game, "choose")
    game.locator("main nav a").first.click()
    game.wait_for_url("**/talk")
    game.go_back()
    expect(game.get_by_role("heading", name="Before you begin")).to_be_visible()
    assert game.locator("input:checked").count() == 0


def test_one_button_forgets(game: Page) -> None:
    """Anybody can stop at any time, and all is as at first."""
    talk_tools.play(game, "choose")
    game.get_by_role("button", name="Stop, and forget all answers").click()
    expect(game.get_by_role("heading", name="Before you begin")).to_be_focused()
    talk_tools.go(game)
    talk_tools.go(game)
    assert game.locator("#same-page input:checked").count() == 0


def test_by_keyboard(game: Page) -> None:
    """Tab, Space, the arrows and Enter answer; without a choice it says what is missing and stays."""
    talk_tools.go(game)
    talk_tools.go(game)
    next_ = game.get_by_role("button", name="Next")
    next_.press("Enter")
    expect(game.get_by_role("alert")).to_have_text("Choose an answer, or choose to skip.")
    game.locator("#same-page h2").focus()
    game.keyboard.press("Tab")
    game.keyboard.press("Space")
    game.keyboard.press("ArrowDown")
    expect(game.locator("#same-page input").nth(1)).to_be_checked()
    game.keyboard.press("Tab")
    game.keyboard.press("Enter")
    expect(game.locator("#same-page .turn-of")).to_contain_text("2 of 6")
