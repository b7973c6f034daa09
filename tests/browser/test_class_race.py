"""The password race of a class: it stops at each mark, says what the table says, and rests for who wants no motion."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from safety.passwords.race import MARKS, Guesser, runners
from tests.browser.served import Seen

PART_MS = 3_000


@pytest.fixture
def race(page: Page) -> Page:
    """The race at its start, with a clock that the test turns."""
    page.clock.install()
    page.goto("/passwords/class")
    expect(page.locator("#race")).to_be_visible()
    return page


def button(page: Page) -> str:
    """What the button says."""
    return page.locator("[data-part=go]").inner_text()


def run(page: Page, milliseconds: int = PART_MS + 200) -> None:
    """Presses the button and lets time pass."""
    page.locator("[data-part=go]").click()
    page.clock.run_for(milliseconds)


def found(page: Page) -> int:
    """How many lanes say that they are found, in words."""
    return page.locator("[data-found]:visible").count()


@pytest.mark.parametrize("guesser", list(Guesser))
def test_race_tells_what_was_counted(race: Page, guesser: Guesser) -> None:
    """At each stop of the clock those are found that the numbers say, and no others."""
    race.locator(f"input[value={guesser.value}]").check()
    for mark in MARKS:
        run(race)
        expected = [runner.seconds(guesser) <= mark for runner in runners()]
        assert [lane.is_visible() for lane in race.locator(f"[data-found={guesser.value}]").all()] == expected
        assert found(race) == sum(expected)
        expect(race.locator("[data-part=said]")).to_contain_text(f"{sum(expected)} of 6")
    assert button(race) == "Once more"


def test_race_rests_at_each_stop(race: Page) -> None:
    """It moves for one part and not longer: the clock then shows the stop, and goes on only when asked."""
    assert button(race) == "Start"
    run(race, PART_MS // 2)
    assert button(race) == "Pause"
    race.clock.run_for(PART_MS)
    assert button(race) == "Go on, to 1 minute"
    expect(race.locator("[data-part=time]")).to_have_text("1 second")
    race.clock.run_for(10 * PART_MS)
    expect(race.locator("[data-part=time]")).to_have_text("1 second")
    run(race)
    expect(race.locator("[data-part=time]")).to_have_text("1 minute")


def test_race_can_be_paused(race: Page) -> None:
    """While it is paused nothing moves, and it goes on to the stop it was on its way to."""
    run(race)
    run(race, PART_MS // 2)
    race.locator("[data-part=go]").click()
    paused = race.locator(".clock").inner_text()
    race.clock.run_for(2 * PART_MS)
    assert race.locator(".clock").inner_text() == paused
    expect(race.locator("[data-part=said]")).to_have_text("Paused.")
    run(race)
    expect(race.locator("[data-part=time]")).to_have_text("1 minute")


def test_other_speed_begins_anew(race: Page) -> None:
    """Who guesses is never changed in the middle; and one can go back to the start with the keyboard in place."""
    run(race)
    race.locator("input[value=careless]").check()
    assert button(race) == "Start"
    assert found(race) == 0
    run(race)
    assert found(race) == 4
    race.get_by_role("button", name="From the start").click()
    assert button(race) == "Start"
    expect(race.locator("[data-part=go]")).to_be_focused()


def test_nothing_is_sent_or_can_be_typed(race: Page, arrived: Callable[[], list[Seen]]) -> None:
    """The page has no field for text, and the server hears nothing of the race."""
    assert race.locator("input:not([type=radio]), textarea, form").count() == 0
    before = len(arrived())
    run(race)
    run(race)
    assert arrived()[before:] == []


def test_less_motion_is_a_table(new_context: Callable[..., BrowserContext], base_url: str) -> None:
    """Who asked for less motion gets the times at once; it follows the wish when that changes."""
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(f"{base_url}/passwords/class")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator("#race")).to_be_hidden()
    page.emulate_media(reduced_motion="no-preference")
    expect(page.locator("#race")).to_be_visible()
    expect(page.get_by_role("table")).to_be_hidden()


def test_without_script_there_is_the_table(without_script: Page, base_url: str) -> None:
    """All times can be read without JavaScript."""
    without_script.goto(f"{base_url}/passwords/class")
    expect(without_script.get_by_role("table")).to_be_visible()
    expect(without_script.get_by_role("row")).to_have_count(len(runners()) + 1)
