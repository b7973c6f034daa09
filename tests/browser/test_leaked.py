"""Asking whether a password was stolen: only when told to, with five characters, and only where it is switched on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Troubles
from tests.browser.range_service import Ranges, hash_of, serve_ranges
from tests.browser.served import Site, serve

PATH = "/passwords/leaked"
STOLEN = {"monkey99 canary": 4321, "once canary": 1}
FRESH = "crumpet yodel trapeze gizmo"


@pytest.fixture(scope="module")
def ranges() -> Iterator[Ranges]:
    """The service that is asked."""
    with serve_ranges(STOLEN) as running:
        yield running


@pytest.fixture(scope="module")
def asking_site(ranges: Ranges, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A copy of the site whose operator has switched the service on."""
    with serve(tmp_path_factory.mktemp("asking"), leak_service=ranges.url) as served:
        yield served


@pytest.fixture
def asking(page: Page, asking_site: Site, ranges: Ranges, troubles: Troubles) -> Page:
    """The page, open, with nothing asked yet."""
    troubles.allow("request to elsewhere: http://127.0.0.1")
    ranges.asked.clear()
    ranges.raw = ""
    page.goto(asking_site.url + PATH)
    return page


def ask(page: Page, password: str) -> None:
    """Types a password and presses the button."""
    page.get_by_label("The password").fill(password)
    page.get_by_role("button", name="Send five characters").click()


@pytest.mark.parametrize(
    ("password", "says"), [("monkey99 canary", "4,321 times"), ("once canary", "in the list, once")]
)
def test_a_stolen_password_is_found(asking: Page, password: str, says: str) -> None:
    """With how often it is in the list."""
    ask(asking, password)
    expect(asking.get_by_role("status")).to_contain_text(says, use_inner_text=True)


def test_only_five_characters_are_sent_and_padding_is_asked_for(asking: Page, ranges: Ranges) -> None:
    """One request, with the start of the hash, without cookie or the address of our page."""
    ask(asking, "monkey99 canary")
    expect(asking.get_by_role("status")).to_contain_text("times", use_inner_text=True)
    ((_, path, headers),) = ranges.asked
    assert path == f"/range/{hash_of('monkey99 canary')[:5]}"
    assert headers["Add-Padding"] == "true"
    assert {"Cookie", "Referer"}.isdisjoint(headers)


def test_padding_is_no_find(asking: Page) -> None:
    """A password that is not there is said to be missing, and no more than that."""
    ask(asking, FRESH)
    expect(asking.get_by_role("status")).to_contain_text("someone may still know or guess it", use_inner_text=True)


def test_nothing_is_asked_before_the_button(asking: Page, ranges: Ranges, asking_site: Site) -> None:
    """Typing asks nobody, neither the service nor us."""
    before = len(asking_site.seen)
    asking.get_by_label("The password").press_sequentially("monkey99 canary")
    asking.get_by_role("button", name="Show").click()
    assert ranges.asked == []
    # The icon of the tab comes when the browser has time.
    assert [one.path for one in asking_site.since(before) if not one.path.endswith("/icon.svg")] == []


def test_an_answer_that_is_no_list_is_not_believed(asking: Page, ranges: Ranges) -> None:
    """A page of a hotel's network is no answer."""
    ranges.raw = "<html>Please sign in</html>"
    ask(asking, FRESH)
    expect(asking.get_by_role("status")).to_contain_text("No answer.", use_inner_text=True)


def test_a_service_that_is_gone_is_told(asking: Page, troubles: Troubles) -> None:
    """Without network: a calm line, and the field stays as it was."""
    troubles.allow("net::ERR_INTERNET_DISCONNECTED")
    asking.context.set_offline(True)
    ask(asking, FRESH)
    expect(asking.get_by_role("status")).to_contain_text("No answer.", use_inner_text=True)
    expect(asking.get_by_label("The password")).to_have_value(FRESH)


def test_the_policy_lets_this_page_ask_the_ranges_and_no_other(
    asking: Page, ranges: Ranges, troubles: Troubles
) -> None:
    """Another address of the same service, our own server and other hosts are refused."""
    troubles.allow("policy: connect-src")
    troubles.allow("Refused to connect")
    troubles.allow("violates the following Content Security Policy")
    refused = "(to) => fetch(to).then(() => false, () => true)"
    for to in (f"{ranges.url}/other", "/", "http://127.0.0.1:9/range/00000"):
        assert asking.evaluate(refused, to), to
    assert ranges.asked == []


def test_switched_off_nobody_can_be_asked(page: Page, site: Site) -> None:
    """As the site comes: no field, no script, and how to ask oneself."""
    page.goto(PATH)
    expect(page.locator("main input")).to_have_count(0)
    expect(page.get_by_text("has not switched that on")).to_be_visible()
    expect(page.get_by_role("link", name="haveibeenpwned.com/Passwords")).to_be_visible()
    assert [one.path for one in site.seen if one.path.endswith("leaked.js")] == []
