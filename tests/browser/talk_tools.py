"""The tools for a talk as tests use them: 'Same page?' played by two, 'My say' sorted."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

QUESTIONS = 6
SKIP = ""
SCREENS = ("start", "hand", "question", "choose", "both", "opened", "agree")
# What somebody answers: the place of a choice for each question, or SKIP; and the questions to show.
Answers = Sequence[str]
ALL = tuple(range(QUESTIONS))


def tool(page: Page) -> Locator:
    """The tool, when it is there."""
    found = page.locator("#same-page")
    found.wait_for()
    return found


def go(page: Page) -> None:
    """Presses the button of the screen; the next one has the focus on its heading."""
    tool(page).locator("[data-part=go]").click()
    expect(tool(page).locator("h2").first).to_be_focused()


def answer(page: Page, answers: Answers) -> None:
    """Answers every question, from the screen of the hand-over to the one that chooses."""
    go(page)
    for given in answers:
        tool(page).locator(f"input[name=answer][value='{given}']").check()
        go(page)


def choose(page: Page, shown: Sequence[int]) -> None:
    """Chooses what to show, and goes on."""
    for at in shown:
        tool(page).locator(f"input[name=row-{at}][value=show]").check()
    go(page)


def play(
    page: Page,
    until: str = "agree",
    first: Answers = ("0",) * QUESTIONS,
    second: Answers = ("1",) * QUESTIONS,
    shown: tuple[Sequence[int], Sequence[int]] = (ALL, ALL),
) -> None:
    """Both play, up to the screen ``until``; a question and a choosing screen are those of the second one."""
    tool(page)
    go(page)
    answer(page, first)
    choose(page, shown[0])
    if until == "question":
        go(page)
        return
    answer(page, second)
    if until == "choose":
        return
    choose(page, shown[1])
    for _ in range(SCREENS.index(until) - SCREENS.index("both")):
        go(page)


def sort_kinds(page: Page) -> None:
    """Sorts every kind of 'My say': yes, ask me, no, and on."""
    page.locator("#my-say").wait_for()
    buttons = page.locator(".say-buttons button")
    for at in range(page.locator("[data-kind]").count()):
        buttons.nth(at % 3).click()
    expect(page.locator("[data-part=sorted-title]")).to_be_focused()
