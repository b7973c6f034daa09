"""The browser's Back on pages that are made from answers: it leads to a page, never to an error."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect


def asked_for_numbers(page: Page) -> None:
    """The services of one country, which only a form can ask for."""
    page.goto("/help/services")
    page.locator("select[name=country]").select_option("GB")
    page.get_by_role("button", name="Show numbers").click()
    expect(page.locator("h1")).to_have_text("Help: United Kingdom")


def test_back_from_another_page_leads_to_the_page_without_answers(page: Page) -> None:
    """The answers are kept nowhere, so the browser alone would show an error and ask to send them again."""
    asked_for_numbers(page)
    page.get_by_role("contentinfo").get_by_role("link", name="About").click()
    page.wait_for_url("**/about")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Numbers and services")


def test_back_from_a_question_leads_to_the_start(page: Page) -> None:
    """Not to the steps of somebody else."""
    page.goto("/help")
    page.get_by_role("button", name="Start", exact=True).click()
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator("h1")).to_have_text("Might someone look at this device?")
    page.go_back()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()


def test_a_reload_still_shows_what_was_asked_for(page: Page) -> None:
    """Only leaving forgets."""
    asked_for_numbers(page)
    page.reload()
    expect(page.locator("h1")).to_have_text("Help: United Kingdom")


def test_services_in_my_country_need_no_second_answer(page: Page) -> None:
    """The plan knows the country and the age, and hands both on in the body."""
    page.goto("/help")
    page.get_by_role("button", name="Start", exact=True).click()
    for tap in ("No", "No", "18 or over", *["Skip this question"] * 4):
        page.get_by_role("button", name=tap, exact=True).click()
    page.locator("select[name=country]").select_option("DE")
    for tap in ("Next", "Yes", "Services in my country"):
        page.get_by_role("button", name=tap, exact=True).click()
    expect(page.locator("h1")).to_have_text("Help: Germany")
    expect(page.get_by_text("These services are there when the person in the picture was 18 or over.")).to_be_visible()


def test_the_notebook_says_that_it_is_coming(page: Page) -> None:
    """Until its last module is there; then the notice goes."""
    waiting: list[Route] = []
    page.route("**/case/page/tool.js", lambda route: waiting.append(route))
    page.goto("/help/case", wait_until="commit")
    expect(page.locator("#loading")).to_be_visible()
    waiting[0].continue_()
    expect(page.locator("#tool")).to_be_visible()
    expect(page.locator("#loading")).to_be_hidden()
