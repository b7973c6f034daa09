"""The phone flips coins before it sends: what somebody thinks is in nothing that leaves, and is not kept."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Site

# A form as a room has it; what would be sent is noted instead.
FORM = """() => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: "/join/none/answer" });
    form.dataset.coins = "";
    for (const [part, text] of [["realCoin", "Take a coin"], ["phoneCoin", "Your phone flips"]]) {
        const line = Object.assign(document.createElement("p"), { textContent: text, hidden: part === "phoneCoin" });
        line.dataset[part] = "";
        form.append(line);
    }
    for (const value of ["yes", "no", "pass"]) {
        form.append(Object.assign(document.createElement("button"), { name: "choice", value, textContent: value }));
    }
    globalThis.sent = [];
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        globalThis.sent.push([...new FormData(form)].concat([[event.submitter.name, event.submitter.value]]));
    });
    document.querySelector("main").replaceChildren(form);
}"""
WAKE = """async ([address, coins]) => {
    const { wake } = await import(address);
    const left = [...coins];
    wake(document, coins.length ? (numbers) => { numbers[0] = left.shift(); return numbers; } : undefined);
}"""
FLIP = """async ([address, thought, count]) => {
    const { flipped } = await import(address);
    return Array.from({ length: count }, () => flipped(thought));
}"""
HEADS, TAILS = 0, 1


@pytest.fixture
def address(site: Site) -> str:
    """Where the script is."""
    return str(site.app.extensions["release"].address("js/teach/coin.js"))


def form(page: Page, address: str, *coins: int, awake: bool = True) -> Page:
    """A page with the question, and these coins in its phone; none are real ones."""
    page.goto("/join")
    page.evaluate(FORM)
    if awake:
        page.evaluate(WAKE, [address, coins])
    return page


def sent(page: Page) -> Any:
    """What would have been sent."""
    return page.evaluate("() => globalThis.sent")


@pytest.mark.parametrize(
    ("thought", "coins", "goes"),
    [
        ("yes", [HEADS], "yes"),
        ("no", [HEADS], "no"),
        ("yes", [TAILS, HEADS], "yes"),
        ("no", [TAILS, HEADS], "yes"),
        ("yes", [TAILS, TAILS], "no"),
        ("no", [TAILS, TAILS], "no"),
    ],
)
def test_coins_decide_what_is_sent(page: Page, address: str, thought: str, coins: list[int], goes: str) -> None:
    """Each way that two coins can fall sends what the design says, and nothing else is in the form."""
    form(page, address, *coins).get_by_role("button", name=thought).click()
    assert sent(page) == [[["choice", goes]]]
    # No button stays marked for somebody who looks over a shoulder.
    assert page.evaluate("() => document.activeElement === document.body")


def test_a_second_press_sends_the_same_again(page: Page, address: str) -> None:
    """Coins that are flipped again and again would give a thought away; the other button changes nothing either."""
    form(page, address, TAILS, TAILS, HEADS, HEADS)
    for name in ("yes", "yes", "no"):
        page.get_by_role("button", name=name).click()
    assert sent(page) == [[["choice", "no"]]] * 3


def test_passing_needs_no_coin(page: Page, address: str) -> None:
    """A pass goes as it is."""
    form(page, address, HEADS).get_by_role("button", name="pass").click()
    assert sent(page) == [[["choice", "pass"]]]


def test_page_says_at_any_time_who_flips(page: Page, address: str) -> None:
    """Until the script is there the page speaks of a real coin, and what is pressed is what is sent."""
    form(page, address, awake=False)
    expect(page.get_by_text("Take a coin")).to_be_visible()
    page.get_by_role("button", name="yes").click()
    assert sent(page) == [[["choice", "yes"]]]
    page.evaluate(WAKE, [address, [TAILS, TAILS]])
    expect(page.get_by_text("Take a coin")).to_be_hidden()
    expect(page.get_by_text("Your phone flips")).to_be_visible()


@pytest.mark.parametrize("thought", ["yes", "no"])
def test_real_chance_is_fair(page: Page, address: str, thought: str) -> None:
    """With the browser's own chance three of four send what is thought: within five standard errors of 40,000."""
    page.goto("/join")
    counts = Counter(page.evaluate(FLIP, [address, thought, 40_000]))
    assert abs(counts[thought] / 40_000 - 0.75) < 5 * (3 / 16 / 40_000) ** 0.5
