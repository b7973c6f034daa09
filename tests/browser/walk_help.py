"""Ways to what help shows after something was answered or written."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import notebook

Open = Callable[[Page, str], None]


def _asked(screen: str, *taps: str) -> Open:
    """The questions of help, answered by taps until ``screen`` is in front."""

    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/help")
        page.get_by_role("button", name="Start").click()
        for tap in taps:
            page.get_by_role("button", name=tap, exact=True).click()
        expect(page.locator("h1")).to_have_text(screen)

    return open_


def _help_steps(age: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        _asked("How old was the person in the picture?", "No", "No")(page, base_url)
        page.get_by_role("button", name=age, exact=True).click()
        page.get_by_role("button", name="Show me the steps now").click()
        page.get_by_role("button", name="All steps on one page").click()
        expect(page.locator(".step-list")).to_be_visible()

    return open_


def _country(code: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/help/services")
        page.locator("select[name=country]").select_option(code)
        page.get_by_role("button", name="Show numbers").click()
        page.wait_for_load_state()

    return open_


def _covered(age: str, app: str) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(base_url + "/help/coverage")
        page.locator(f"input[name=age][value={age}]").check()
        page.get_by_role("button", name="Next: which app").click()
        page.locator("#app").select_option(app)
        page.get_by_role("button", name="Show what reaches it").click()
        page.locator("#instead").wait_for()

    return open_


def _way_back(page: Page, base_url: str) -> None:
    page.goto(base_url + "/help/way-back")
    page.locator("select[name=country]").select_option("DE")
    page.get_by_role("button", name="Show the rule").click()
    page.get_by_role("heading", name="Germany: ask first").wait_for()


def _notice(kind: str, *, whole: bool) -> Open:
    def open_(page: Page, base_url: str) -> None:
        page.goto(f"{base_url}/help/notices/{kind}")
        page.get_by_label("18 or over").check()
        if whole:
            page.get_by_label("I am the person in the picture").check()
            page.locator("#links").fill("https://example.org/a/1\nhttps://example.org")
            page.locator("#no-consent").check()
        page.get_by_role("button", name="Make the text").click()
        page.locator("#letter" if whole else "[data-part=summary]").wait_for()

    return open_


def _notice_sent(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/help/notices/take-it-down/send")
    page.locator("#links").fill("example")
    page.get_by_role("button", name="Send and make the text").click()
    page.locator("#not-yet").wait_for()


def _notebook(age: str, then: Callable[[Page], None] | None = None) -> Open:
    def open_(page: Page, base_url: str) -> None:
        notebook.begin(page, age, base_url)
        for kind, fields in notebook.ENTRIES.items():
            notebook.write(page, kind, **fields)
        if then:
            then(page)

    return open_


HELP_STATES: dict[str, Open] = {
    "question of danger": _asked("Is anyone in danger now, or thinking of suicide?"),
    "numbers, no country": _asked("Help right now", "Yes"),
    "question of the device": _asked("First: is this device safe for you?", "No", "Yes"),
    "question of what has happened": _asked("What has happened?", "No", "No", "18 or over", "Me"),
    "question of the country": _asked("Which country are you in?", "No", "No", *["Skip this question"] * 5),
    "one step": _asked("What you can do now", "Show me the steps now"),
    "steps, under 18": _help_steps("Under 18"),
    "steps, adult": _help_steps("18 or over"),
    "services in GB": _country("GB"),
    "notice, made": _notice("platform", whole=True),
    "notice, not whole": _notice("take-it-down", whole=False),
    "notice, sent and not whole": _notice_sent,
    "services in US": _country("US"),
    "coverage of an app": _covered("under-18", "instagram"),
    "coverage of a chat": _covered("adult", "whatsapp"),
    "way back in DE": _way_back,
    "notebook, under 18": _notebook("not-sure"),
    "notebook, form of a report": _notebook("adult", lambda page: notebook.report(page)),
    "notebook, to give": _notebook("adult", lambda page: notebook.to_tab(page, "Give to someone")),
    "notebook, to keep": _notebook("adult", lambda page: notebook.to_tab(page, "Keep or delete")),
    "notebook as a document": _notebook("adult", notebook.show_document),
    "notebook, locked": _notebook("not-sure", notebook.lock),
}
