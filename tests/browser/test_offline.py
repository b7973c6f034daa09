"""Without internet the kept tools and guides work; with it, everything is as ever."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from safety.web.shelf import Shelf
from tests.browser.conftest import Troubles
from tests.browser.keeping import KEPT, LEFT, NO_NETWORK, NOTHING
from tests.browser.served import Seen, Site
from tests.browser.walk import ADULT, answered, telling_photo

Arrived = Callable[[], list[Seen]]
# A page that chose the typeface of the system waits for no other.
IN_ITS_TYPEFACE = """() => !getComputedStyle(document.body).fontFamily.includes("Atkinson")
  || document.fonts.check("1rem Atkinson")"""


def test_photos_are_cleaned_without_internet(offline: Page, tmp_path: Path) -> None:
    """The tool opens, looks, cleans and saves; the saved copy tells nothing."""
    offline.goto("/photos")
    offline.locator("#choose").set_input_files(
        {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": telling_photo()}
    )
    file = offline.locator("[data-file][data-outcome]")
    expect(file).to_have_attribute("data-outcome", "cleaned")
    with offline.expect_download() as download:
        file.locator("[data-action=save]").click()
    download.value.save_as(tmp_path / "clean.jpg")
    clean = (tmp_path / "clean.jpg").read_bytes()
    assert clean.startswith(b"\xff\xd8")
    assert b"Canary" not in clean
    assert b"Canary" in telling_photo()


def test_passwords_are_measured_and_made_without_internet(offline: Page) -> None:
    """The word lists come out of what was kept, and so do the words of the maker."""
    offline.goto("/passwords")
    offline.get_by_role("button", name="Jessica2009!").click()
    expect(offline.locator("[data-part=headline]")).to_have_text("This password slows guessing down a little.")
    offline.get_by_role("button", name="Make one").click()
    expect(offline.get_by_role("button", name="Make another")).to_be_visible()


def test_every_kept_page_opens_without_internet(offline: Page, site: Site) -> None:
    """Each with all that it loads, in its typeface, under its own policy."""
    (kit,) = site.app.extensions["kits"].values()
    for path in kit.pages:
        answer = offline.goto(path)
        assert answer is not None
        assert answer.from_service_worker
        expect(offline.locator("h1")).to_be_visible()
        offline.evaluate("() => document.fonts.ready.then(() => 0)")
        assert offline.evaluate(IN_ITS_TYPEFACE)
        stranger = site.app.test_client().get(path, base_url=site.url)
        assert answer.headers["content-security-policy"] == stranger.headers["Content-Security-Policy"]


def test_the_policy_of_a_kept_page_holds(offline: Page, troubles: Troubles) -> None:
    """It is not only there: the browser obeys it."""
    troubles.allow("connect-src")
    troubles.allow("Content Security Policy")
    offline.goto("/photos")
    assert offline.evaluate("() => fetch('/help').then(() => 'fetched', () => 'refused')") == "refused"
    assert any("connect-src" in one for one in troubles.heard)


@pytest.mark.parametrize("way", ["link", "shift"])
def test_leaving_works_without_internet(offline: Page, way: str) -> None:
    """By the link and by three presses of Shift a neutral page opens, and what is kept stays."""
    offline.goto("/photos")
    if way == "link":
        offline.get_by_role("link", name="Leave this site").click()
    else:
        for _ in range(3):
            offline.keyboard.press("Shift")
    expect(offline.locator("h1")).to_have_text("Length and weight")
    expect(offline).to_have_title("Units")
    assert offline.evaluate("() => getComputedStyle(document.body).margin") == "24px", "its style is kept too"
    assert offline.evaluate(LEFT) != NOTHING


def test_leaving_online_is_as_ever(kept: Page, base_url: str, arrived: Arrived) -> None:
    """The server is asked, and takes its cookie back; the kept pages are not a cache that it clears."""
    answered(kept.context, base_url, ADULT)
    kept.goto("/help")
    kept.get_by_role("link", name="Leave this site").click()
    expect(kept.locator("h1")).to_have_text("Length and weight")
    assert kept.context.cookies() == []
    assert [(one.path, one.status) for one in arrived()].count(("/leave", 200)) == 1
    assert len(kept.evaluate(KEPT)) > 12


def test_online_pages_come_from_the_server(kept: Page, arrived: Arrived) -> None:
    """Who has internet sees the newest page, and its files from the device."""
    before = len(arrived())
    kept.goto("/talk")
    paths = [one.path for one in arrived()[before:]]
    assert "/talk" in paths
    assert [path for path in paths if path.startswith("/static/")] == []


def test_a_silent_network_counts_as_none(kept: Page, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a network that never answers; the kept page comes instead."""
    goes_on, view = threading.Event(), site.app.view_functions["talk.start"]

    def silent() -> Any:
        goes_on.wait(20)
        return view()

    monkeypatch.setitem(site.app.view_functions, "talk.start", silent)
    monkeypatch.setattr(site.app.extensions["ready-pages"], "shelf", Shelf(0))
    try:
        answer = kept.goto("/talk")
        assert answer is not None
        assert answer.from_service_worker
        assert not goes_on.is_set()
        expect(kept.locator("h1")).to_be_visible()
    finally:
        goes_on.set()


def test_other_requests_go_their_way(kept: Page, arrived: Arrived, troubles: Troubles) -> None:
    """What is not in the list, and each post, reaches the server untouched; without internet it simply fails."""
    before = len(arrived())
    answer = kept.goto("/about")
    assert answer is not None
    assert not answer.from_service_worker
    kept.goto("/help")
    with kept.expect_response("**/help/steps") as posted:
        kept.get_by_role("button", name="Start").click()
    assert posted.value.request.method == "POST"
    assert not posted.value.from_service_worker
    assert ("POST", "/help/steps") in [(one.method, one.path) for one in arrived()[before:]]
    troubles.allow(NO_NETWORK)
    kept.goto("/help")
    kept.context.set_offline(True)
    for path in ("/about", "/check", "/photos?a=b", "/photos/send"):
        with pytest.raises(Exception, match=NO_NETWORK):
            kept.goto(path)


def test_posts_are_never_answered_without_internet(offline: Page, troubles: Troubles) -> None:
    """The address of a kept page is no excuse: what is sent there fails, and no kept page pretends otherwise."""
    troubles.allow(NO_NETWORK)
    offline.goto("/help")
    with offline.expect_event("requestfailed") as failed:
        offline.get_by_role("button", name="Start").click()
    assert failed.value.method == "POST"
