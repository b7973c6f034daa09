"""The directory and the coverage checker in a browser, with JavaScript and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.served import Seen

MORE = "Choose more: age, need, language, without speaking"


@pytest.fixture(params=["with script", "without script"])
def either(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A page in a browser with JavaScript, then in one without: these forms need none."""
    context = new_context(java_script_enabled=request.param == "with script")
    yield context.new_page()
    assert context.cookies() == [], "help sets no cookie"


def shown(page: Page) -> str:
    """All words of the page, folded ones too."""
    return page.locator("main").text_content() or ""


def test_services_by_country_age_and_need(either: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Under 18 first; adults are one choice away; the choices stay chosen, and are in no address."""
    either.goto("/help/services")
    either.get_by_label("Your country").select_option(label="United Kingdom")
    either.get_by_role("button", name="Show numbers").click()
    expect(either.locator("h1")).to_have_text("Help: United Kingdom")
    expect(either.locator("article h3").filter(has_text="Report Remove")).to_be_visible()
    assert "Revenge Porn Helpline" not in shown(either)
    either.get_by_role("button", name="The person was 18 or over").click()
    expect(either.locator("article h3").filter(has_text="Revenge Porn Helpline")).to_be_visible()
    assert "Report Remove" not in shown(either)
    expect(either.get_by_label("Your country")).to_have_value("GB")
    either.get_by_text(MORE).click()
    either.get_by_label("What you need").select_option(label="Watch for new copies")
    either.get_by_role("button", name="Show what fits").click()
    expect(either.get_by_role("heading", name="Companies that cost money")).to_be_visible()
    expect(either.get_by_label("What you need")).to_have_value("watch")
    assert {one.path for one in arrived() if one.method == "POST"} == {"/help/services"}
    assert not any("GB" in one.path or "GB" in one.headers.get("referer", "") for one in arrived())


def test_without_speaking(either: Page) -> None:
    """Numbers to text come first and open the phone's messages."""
    either.goto("/help/services")
    either.get_by_label("Your country").select_option(label="Canada")
    either.get_by_text(MORE).click()
    either.get_by_label("Without speaking: text, chat, e-mail or a form").check()
    either.get_by_role("button", name="Show what fits").click()
    expect(either.locator("main section h2").filter(has_text="Without speaking")).to_be_visible()
    assert either.locator('a[href="sms:988"]').first.is_visible()


def test_nothing_fits_gives_a_way_on(either: Page) -> None:
    """It says so, and one button opens everything again, with the country kept."""
    either.goto("/help/services")
    either.get_by_label("Your country").select_option(label="Germany")
    either.get_by_text(MORE).click()
    either.get_by_label("What you need").select_option(label="Watch for new copies")
    either.get_by_label("In this language").select_option(label="Korean")
    either.get_by_role("button", name="Show what fits").click()
    expect(either.get_by_text("Nothing here fits all of that.")).to_be_visible()
    either.get_by_role("button", name="Show everything again").click()
    expect(either.get_by_text("Nothing here fits all of that.")).to_have_count(0)
    expect(either.get_by_label("Your country")).to_have_value("DE")


def ask(page: Page, age: str, app: str, country: str) -> None:
    """Goes through the two questions of the coverage checker."""
    page.goto("/help/coverage")
    page.get_by_label(age, exact=True).check()
    page.get_by_role("button", name="Next: which app").click()
    page.get_by_label("Where is the picture, or where could it go?").select_option(label=app)
    page.get_by_label("Your country").select_option(label=country)
    page.get_by_role("button", name="Show what reaches it").click()


def test_what_reaches_an_app(either: Page, arrived: Callable[[], list[Seen]]) -> None:
    """Under 18 in the UK: both official services with their addresses, and the warning; nothing is in an address."""
    ask(either, "Under 18", "TikTok", "United Kingdom")
    expect(either.locator("h1")).to_have_text("What reaches TikTok")
    reached = either.locator("section[aria-labelledby=yes]")
    expect(reached.locator("h3")).to_have_count(2)
    expect(reached.get_by_role("link", name="takeitdown.ncmec.org")).to_be_visible()
    expect(either.get_by_text("Watch out for look-alikes.")).to_be_visible()
    assert {one.path for one in arrived() if one.method == "POST"} == {"/help/coverage"}


def test_an_encrypted_chat(either: Page) -> None:
    """None covers it; the next question can be asked on the spot; the age can be changed."""
    ask(either, "18 or over", "WhatsApp", "Not saying")
    expect(either.get_by_text("As far as we know, none of these services covers WhatsApp.")).to_be_visible()
    expect(either.get_by_role("heading", name="Do this instead")).to_be_visible()
    either.get_by_label("Where is the picture, or where could it go?").select_option(label="Another app or site")
    either.get_by_role("button", name="Show what reaches it").click()
    expect(either.locator("h1")).to_have_text("What reaches this app or site")
    either.get_by_role("link", name="Change the age").click()
    expect(either.get_by_role("heading", name="How old was the person in the picture?")).to_be_visible()


def test_adult_sites_come_after_the_age(either: Page) -> None:
    """Without an age no adult site is on the page."""
    either.goto("/help/coverage")
    either.get_by_role("button", name="Next: which app").click()
    expect(either.locator("#app optgroup[label='Chats']")).to_have_count(1)
    expect(either.locator("#app optgroup[label='Adult sites']")).to_have_count(0)
    either.goto("/help/coverage")
    either.get_by_label("18 or over", exact=True).check()
    either.get_by_role("button", name="Next: which app").click()
    expect(either.locator("#app optgroup[label='Adult sites']")).to_have_count(1)
