"""What is kept on a device: nothing before it is asked for, then all of a list, then nothing again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from safety.web.shelf import Shelf
from tests.browser.conftest import Troubles
from tests.browser.keeping import KEPT, LEFT, NO_NETWORK, NOTHING, keep, remove, state
from tests.browser.served import Seen, Site
from tests.browser.walk import ADDRESSES, ADULT, answered

Arrived = Callable[[], list[Seen]]


@pytest.mark.promise("kept-only-when-asked")
def test_nothing_is_kept_without_asking(page: Page, arrived: Arrived) -> None:
    """No page begins it by itself, the page of the kit neither; no worker and no manifest is asked for."""
    for path in ADDRESSES:
        page.goto(path)
        assert page.evaluate(LEFT) == NOTHING, path
    assert [one.path for one in arrived() if one.path.startswith("/offline") and one.path != "/offline"] == []


def test_what_is_kept_is_the_list(kept: Page, site: Site) -> None:
    """Page by page and file by file what the server lists, fetched without a cookie."""
    (kit,) = site.app.extensions["kits"].values()
    registered, [name] = kept.evaluate(LEFT)
    assert registered == [f"{site.url}/offline.js"]
    assert name == f"kit-{kit.name}"
    assert sorted(kept.evaluate(KEPT)) == sorted((*kit.pages, *kit.scripts, *kit.files))
    expect(state(kept)).to_contain_text(kit.name)
    expect(state(kept)).to_contain_text("MB")


@pytest.mark.promise("kept-only-when-asked")
def test_what_is_kept_has_nothing_of_the_visitor(page: Page, base_url: str, arrived: Arrived) -> None:
    """Somebody in the middle of a check keeps the same pages: they are asked for without the cookie."""
    answered(page.context, base_url, ADULT)
    page.goto("/offline")
    before = len(arrived())
    keep(page)
    fetched = [one for one in arrived()[before:] if one.headers.get("sec-fetch-dest") == "empty"]
    assert len(fetched) > 12
    assert [one.path for one in fetched if "cookie" in one.headers] == []


@pytest.mark.promise("kept-can-be-removed")
def test_one_button_removes_all_of_it(kept: Page, arrived: Arrived, troubles: Troubles) -> None:
    """No worker, no cache; the page says what can stay; and then nothing opens without internet."""
    kept.reload()
    remove(kept)
    assert kept.evaluate(LEFT) == NOTHING
    expect(state(kept)).to_contain_text("an icon, and the history")
    expect(kept.locator("#stays")).to_be_visible()
    before = len(arrived())
    kept.goto("/photos")
    assert "/photos" in [one.path for one in arrived()[before:]]
    assert kept.evaluate(LEFT) == NOTHING
    troubles.allow(NO_NETWORK)
    kept.context.set_offline(True)
    with pytest.raises(Exception, match=NO_NETWORK):
        kept.goto("/passwords")


def test_it_can_be_removed_without_internet(offline: Page) -> None:
    """Somebody who has to be quick does not need the network for it."""
    offline.goto("/offline")
    remove(offline)
    assert offline.evaluate(LEFT) == NOTHING


def test_caches_of_others_stay(page: Page) -> None:
    """A site of the operator under the same address keeps what is its own, whatever is done here."""
    page.goto("/offline")
    page.evaluate("() => caches.open('of-somebody-else').then(() => 0)")
    keep(page)
    remove(page)
    assert page.evaluate(LEFT) == [[], ["of-somebody-else"]]


def test_it_can_be_kept_again(kept: Page) -> None:
    """After removing, on the same page or on a new one, the button keeps everything once more."""
    kept.reload()
    whole = sorted(kept.evaluate(KEPT))
    for again in (True, False):
        remove(kept)
        if again:
            kept.get_by_role("button", name="Keep these tools on this device").click()
            expect(state(kept)).to_contain_text("ready to use without internet")
        else:
            keep(kept)
        assert sorted(kept.evaluate(KEPT)) == whole


def release(site: Site, monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Makes the site have another release of the kit."""
    kits = site.app.extensions["kits"]
    monkeypatch.setitem(kits, "en", replace(kits["en"], **changes))
    # The page of the release before is not kept ready meanwhile.
    monkeypatch.setattr(site.app.extensions["ready-pages"], "shelf", Shelf(0))


def update(page: Page) -> None:
    """Has the browser look for another release, as it does by itself; done when it has it, or could not."""
    page.evaluate(
        """async () => {
          const [one] = await navigator.serviceWorker.getRegistrations();
          await one.update();
          const coming = one.installing;
          const isDone = () => !coming || ["installed", "activated", "redundant"].includes(coming.state);
          while (!isDone()) await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
        }"""
    )


def test_a_new_release_replaces_the_old_one_whole(kept: Page, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits beside the old one, which open pages use, and is alone when they are closed."""
    # Now it is a page of the old one.
    kept.reload()
    [_, [old]] = kept.evaluate(LEFT)
    release(site, monkeypatch, name="0123456789ab")
    update(kept)
    assert kept.evaluate("() => caches.keys()") == [old, "kit-0123456789ab"]
    kept.goto("/offline")
    expect(kept.get_by_text("a newer release")).to_be_visible()
    context = kept.context
    kept.close()
    later = context.new_page()
    later.goto("/offline")
    expect(state(later)).to_contain_text("0123456789ab")
    assert later.evaluate("() => caches.keys()") == ["kit-0123456789ab"]
    expect(later.get_by_text("a newer release")).to_be_hidden()


def test_half_a_release_changes_nothing(
    kept: Page, site: Site, monkeypatch: pytest.MonkeyPatch, troubles: Troubles
) -> None:
    """When one file of the new one is missing, the old one stays as it was, and nothing lies beside it."""
    troubles.allow("404")
    before = kept.evaluate(LEFT), kept.evaluate(KEPT)
    (kit,) = site.app.extensions["kits"].values()
    release(site, monkeypatch, name="0123456789ab", files=(*kit.files, f"{kit.files[0]}.gone"))
    update(kept)
    assert (kept.evaluate(LEFT), kept.evaluate(KEPT)) == before


def test_what_cannot_be_kept_whole_is_not_kept(
    page: Page, site: Site, monkeypatch: pytest.MonkeyPatch, troubles: Troubles
) -> None:
    """The page says so, offers to try again, and nothing is left of it."""
    troubles.allow("404")
    page.goto("/offline")
    (kit,) = site.app.extensions["kits"].values()
    with monkeypatch.context() as broken:
        release(site, broken, files=(*kit.files, f"{kit.files[0]}.gone"))
        page.get_by_role("button", name="Keep these tools on this device").click()
        expect(state(page)).to_contain_text("nothing was kept")
    assert page.evaluate(LEFT) == NOTHING
    keep(page)


def test_a_second_tab_sees_the_same(kept: Page) -> None:
    """How things stand is read from the browser, not remembered by a page."""
    other = kept.context.new_page()
    other.goto("/offline")
    expect(state(other)).to_contain_text("ready to use without internet")
    remove(other)
    kept.reload()
    expect(state(kept)).to_contain_text("Nothing is kept here now")
