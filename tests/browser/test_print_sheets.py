"""What is printed comes out on the promised pages, on A4 and on Letter."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import talk_tools

PAPERS = ("A4", "Letter")
ON_A_SHEET = 8
# As much as the fields take, in the widest of letters.
FULL = ("wwwwwwwww " * 11)[:110]
CARD_OVERFLOWS = """(cards) => cards.filter((card) => {
  const edge = card.getBoundingClientRect();
  return card.firstElementChild.getBoundingClientRect().bottom > edge.bottom;
}).length"""
# The width and the height that both kinds of paper have, at 96 dots an inch.
PRINTED = {"width": 794, "height": 1056}


def pages(page: Page, paper: str) -> int:
    """How many pages of ``paper`` it is printed on."""
    return page.pdf(format=paper).count(b"/Type /Page\n")


@pytest.mark.parametrize("paper", PAPERS)
def test_the_agreement_is_one_page(page: Page, paper: str) -> None:
    """Empty as a form for a pen, and with every sentence, line and name as long as the fields take them."""
    page.goto("/talk/agreement")
    page.locator("#agreement").wait_for()
    assert pages(page, paper) == 1
    for button in page.locator("[data-clause] [data-part=change]").all():
        button.click()
    for field in page.locator("#agreement textarea").all():
        field.fill(FULL)
    for field in page.locator("#agreement input[type=text]").all():
        field.fill("w" * 24)
    assert pages(page, paper) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("age", ["8-10", "16-17"])
def test_same_page_is_two_sheets(without_script: Page, paper: str, age: str) -> None:
    """One for each of the two, without JavaScript."""
    without_script.goto(f"/talk/same-page/{age}")
    assert pages(without_script, paper) == 2


@pytest.mark.parametrize("paper", PAPERS)
def test_what_two_agree_on_is_one_page(page: Page, paper: str) -> None:
    """Only their sentences are printed: no question and no answer."""
    page.goto("/talk/same-page/13-15")
    talk_tools.play(page)
    for at in range(3):
        page.locator(f"#agreed-{at}").fill(("wwwwwwwww " * 16)[:160])
    assert pages(page, paper) == 1
    page.emulate_media(media="print")
    expect(page.locator("[data-part=agreed]")).to_be_visible()
    expect(page.locator("[data-part=paper]")).to_be_hidden()
    expect(page.locator("#same-page")).to_be_hidden()


@pytest.mark.parametrize("paper", PAPERS)
def test_eight_cards_are_on_a_sheet(page: Page, paper: str) -> None:
    """As many sheets as it says, with the cards of all and with those of one reader repeated; no text is cut off."""
    page.goto("/talk/cards")
    page.locator("#choose-cards").wait_for()
    cards = page.locator(".cut-card").count()
    assert pages(page, paper) == -(-cards // ON_A_SHEET)
    page.get_by_label("For relatives").check()
    assert page.locator(".cut-card").count() == ON_A_SHEET
    assert pages(page, paper) == 1


def test_no_card_is_too_small_for_its_words(page: Page) -> None:
    """On the shorter of both papers every line is inside its card."""
    page.set_viewport_size({"width": PRINTED["width"], "height": PRINTED["height"]})
    page.goto("/talk/cards")
    page.locator("#choose-cards").wait_for()
    page.emulate_media(media="print")
    assert page.locator(".cut-card").evaluate_all(CARD_OVERFLOWS) == 0


@pytest.mark.parametrize("paper", PAPERS)
def test_my_say_and_two_lines_are_one_page(page: Page, paper: str) -> None:
    """The page for relatives, empty and sorted; the lines alone, without the choices around them."""
    page.goto("/talk/my-say")
    page.locator("#my-say").wait_for()
    assert pages(page, paper) == 1
    talk_tools.sort_kinds(page)
    assert pages(page, paper) == 1
    page.goto("/talk/tell")
    page.locator("#made").wait_for()
    for name in ("who", "much", "needs"):
        page.locator(f"input[name={name}]").first.check()
    assert pages(page, paper) == 1
