"""A room in real browsers: a host, pupils side by side, the wall; with script and without."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Troubles
from tests.browser.served import Seen
from tests.browser.walk import post

Contexts = Callable[..., BrowserContext]
OPENING = (
    ("workshop", "healthy-sharing-45"),
    ("lead", "Ms Okafor"),
    ("place", "Room 12"),
    ("line", "GB 0"),
    ("adult", "yes"),
)


@dataclass
class Host:
    """The desk, and the code of its room."""

    page: Page
    code: str

    def press(self, name: str) -> None:
        """Presses a button and waits until the desk has moved."""
        version = self.page.locator("[data-room]").get_attribute("data-version")
        self.page.get_by_role("button", name=name, exact=True).click()
        expect(self.page.locator(f"[data-room][data-version='{version}']")).to_have_count(0)

    def to_question(self) -> None:
        """Goes on to the next question that coins do not change."""
        self.press("Next")
        while self.is_other:
            self.press("Skip" if self.page.get_by_role("button", name="Skip").count() else "Next")

    @property
    def is_other(self) -> bool:
        """Whether something else is in front."""
        asks = self.page.get_by_role("button", name="Close and show results").count()
        return not asks or self.page.get_by_role("heading", name="Do you agree?").count() > 0


@pytest.fixture
def host(page: Page, base_url: str) -> Host:
    """A room that was just opened, with its desk in front."""
    post(page.context, base_url, "/teach/room/open", *OPENING)
    page.goto("/teach/room/desk")
    return Host(page, page.locator("p.code").inner_text())


def join(host: Host, context: BrowserContext, by: str = "code") -> Page:
    """A phone that joins by typing the code, or by the QR code's address."""
    phone = context.new_page()
    phone.goto("/join" if by == "code" else f"/join/{host.code}")
    if by == "code":
        phone.get_by_label("The code on the wall").fill(host.code.lower())
    phone.get_by_role("button", name="Join").click()
    expect(phone.get_by_text("Ms Okafor")).to_be_visible()
    return phone


def answer_by_others(host: Host, make: Contexts, base_url: str, number: int) -> None:
    """So many more phones give the first answer, without a page each."""
    key = str(int(re.findall(r"\d+", host.page.get_by_text("Step ").first.inner_text())[0]) - 1)
    for _ in range(number):
        context = make()
        post(context, base_url, f"/join/{host.code}")
        post(context, base_url, f"/join/{host.code}/answer", ("question", key), ("choice", "0"))


def test_a_class_and_its_host_side_by_side(
    host: Host, new_context: Contexts, base_url: str, arrived: Callable[[], list[Seen]]
) -> None:
    """Three phones follow the desk by themselves, answer, change, pass; from eight up all see the result at once."""
    phones = [join(host, new_context(), by) for by in ("code", "address", "code")]
    wall = new_context().new_page()
    wall.goto(f"/join/{host.code}/wall")
    host.to_question()
    asked = host.page.locator(".asks").inner_text()
    for shown in (*phones, wall):
        expect(shown.locator(".asks")).to_have_text(asked)
    for phone, place in zip(phones, (0, 1, -1), strict=True):
        phone.locator("button[name=choice]").nth(place).click()
        expect(phone.get_by_text("Your answer is in")).to_be_visible()
    phones[1].get_by_text("Change my answer").click()
    before = len(arrived())
    phones[1].locator("button[name=choice]").first.click()
    expect(phones[1].locator("[data-answer] details:not([open])")).to_be_visible()
    # One request, and the words come from the page itself.
    assert [one.path for one in arrived()[before:] if one.path == f"/join/{host.code}"] == []
    for counted in (host.page, wall):
        expect(counted.locator("[data-answers]")).to_have_text("3")
    answer_by_others(host, new_context, base_url, 5)
    expect(host.page.locator("[data-answers]")).to_have_text("8")
    wall.wait_for_function("() => document.documentElement.scrollHeight <= innerHeight")
    host.press("Close and show results")
    for shown in (host.page, wall, *phones):
        expect(shown.locator(".most")).to_contain_text("Most chose")
    late = join(host, new_context())
    expect(late.locator(".most")).to_be_visible()
    host.press("Break")
    expect(phones[0].get_by_role("heading", name="A short break")).to_be_visible()
    host.press("End the break")
    expect(phones[0].locator(".most")).to_be_visible()


def test_ticks_and_tracks_send_nothing(
    page: Page, base_url: str, new_context: Contexts, arrived: Callable[[], list[Seen]]
) -> None:
    """What stays on the phone is in no form, and pressing it asks the server for nothing but whether the room moved."""
    plan = [("group", "13-15"), *(("plan", f"{id_} 5") for id_ in ("quiet-reading", "privacy-drill"))]
    post(page.context, base_url, "/teach/room/open", *plan, *OPENING[1:])
    page.goto("/teach/room/desk")
    host = Host(page, page.locator("p.code").inner_text())
    phone, before = join(host, new_context()), len(arrived())
    pressed = 0
    while True:
        expect(phone.locator(".asks")).to_have_text(page.locator(".asks").inner_text())
        for own in phone.locator("main input[type=checkbox], main details > summary").all():
            own.click()
            pressed += 1
        mine = phone.locator("main :checked, main details[open]")
        kept = mine.count()
        if kept:
            # A timer and a break take none of it, and no other phone gets it.
            page.locator(".timers:not([open]) > summary").click()
            host.press("3 minutes")
            expect(phone.get_by_role("timer")).to_be_visible()
            expect(mine).to_have_count(kept)
            host.press("Break")
            expect(phone.get_by_role("heading", name="A short break")).to_be_visible()
            host.press("End the break")
            expect(mine).to_have_count(kept)
        if not page.get_by_role("button", name="Next").count():
            break
        host.press("Next")
    assert pressed > 6
    posts = [one.path for one in arrived()[before:] if one.method == "POST" and one.path != "/teach/room/desk"]
    assert posts == []


def test_a_press_that_is_lost_is_said(host: Host, new_context: Contexts, troubles: Troubles) -> None:
    """With the network gone the page stays as it is, says that nothing got through, and the next press counts."""
    troubles.allow("ERR_INTERNET_DISCONNECTED")
    phone = join(host, new_context())
    host.to_question()
    expect(phone.locator(".asks")).to_have_text(host.page.locator(".asks").inner_text())
    phone.context.set_offline(True)
    phone.locator("button[name=choice]").first.click()
    expect(phone.get_by_text("That did not get through")).to_be_visible()
    phone.context.set_offline(False)
    phone.locator("button[name=choice]").first.click()
    expect(phone.get_by_text("Your answer is in")).to_be_visible()


def test_closing_ends_it_for_everybody(host: Host, new_context: Contexts, troubles: Troubles) -> None:
    """The phones go to the page for a code by themselves; nothing of the room is left in the browser."""
    troubles.allow("404")
    phone = join(host, new_context())
    host.page.get_by_role("link", name="Close the room").click()
    host.page.get_by_role("button", name="Close and delete").click()
    expect(host.page.get_by_role("heading", name="The room is closed")).to_be_visible()
    expect(phone.get_by_text("No room is open with this code")).to_be_visible()
    assert [cookie["name"] for context in (phone.context, host.page.context) for cookie in context.cookies()] == []
    assert phone.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_the_phone_flips_the_coins(host: Host, new_context: Contexts) -> None:
    """Before and after: with script the page speaks of the phone's coins, and one press is enough."""
    phone = join(host, new_context())
    for _ in range(60):
        if phone.locator("form[data-awake]").count():
            break
        host.press("Skip" if host.page.get_by_role("button", name="Skip").count() else "Next")
        expect(phone.locator(".asks")).to_have_text(host.page.locator(".asks").inner_text())
    expect(phone.get_by_text("Your phone flips the coins")).to_be_visible()
    expect(phone.get_by_text("Take a coin")).to_be_hidden()
    phone.get_by_role("button", name="I agree").click()
    expect(phone.get_by_role("status")).to_be_visible()


def test_without_script_a_link_shows_what_is_new(host: Host, without_script: Page) -> None:
    """Joining, answering and following work by pages alone."""
    phone = join(host, without_script.context)
    host.to_question()
    phone.get_by_role("link", name="Show what is new").click()
    phone.locator("button[name=choice]").last.click()
    expect(phone.get_by_text("Your answer is in")).to_be_visible()
    expect(host.page.locator("[data-answers]")).to_have_text("1")
    phone.get_by_role("button", name="Leave the room").click()
    expect(phone.get_by_role("heading", name="Join your class")).to_be_visible()
