"""Ways to what the talks show after something was chosen."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser import talk_tools

Open = Callable[[Page, str], None]


def _scene(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/scenes/classmate-picture")
    while not page.locator(".end:visible").count():
        page.locator(".choice:not([open]) > summary:visible").last.click()


def _same_page(screen: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/talk/same-page/13-15")
        talk_tools.play(page, until=screen)

    return open_


def _agreement(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/agreement")
    page.locator("[data-part=tick]").first.check()
    page.get_by_role("button", name="Change the words").first.click()


def _sorted(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/my-say")
    talk_tools.sort_kinds(page)


def _told(page: Page, base_url: str) -> None:
    page.goto(base_url + "/talk/tell")
    page.locator("#made").wait_for()
    for name in ("who", "much", "needs"):
        page.locator(f"input[name={name}]").first.check()


TALK_STATES: dict[str, Open] = {
    "scene, opened": _scene,
    "same page, asked": _same_page("question"),
    "same page, to choose": _same_page("choose"),
    "same page, opened": _same_page("opened"),
    "same page, agreed": _same_page("agree"),
    "agreement, filled in": _agreement,
    "my say, sorted": _sorted,
    "two lines to tell": _told,
}
