"""What is chosen on the photo page stays there: counted at the server, in real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.browser.conftest import Troubles
from tests.browser.ready import READY
from tests.browser.served import Seen, Site
from tests.browser.walk import telling_photo

# A letter of the second font is in the name.
NAMES = ("Łódź, 4 maja.jpg", "IMG_0001.jpg")
PHOTOS = [FilePayload(name=name, mimeType="image/jpeg", buffer=telling_photo()) for name in NAMES]
# Nothing is there, and nothing has to be: what counts is what reaches the server.
NOWHERE = "/nowhere-"
# Every way that a script has to load or send something, each with an address that shows which it was.
WAYS = {
    "fetch": "fetch(to, { method: 'POST', body: 'mark' }).catch(() => 0)",
    "request": "const one = new XMLHttpRequest(); one.open('POST', to); one.send('mark')",
    "beacon": "navigator.sendBeacon(to, 'mark')",
    "socket": "new WebSocket(to.replace('http', 'ws'))",
    "events": "new EventSource(to)",
    "image": "new Image().src = to",
    "prefetch": "add('link', { rel: 'prefetch', href: to })",
    "style": "add('link', { rel: 'stylesheet', href: to })",
    "script": "import(to).catch(() => 0)",
    "worker": "new Worker(spare.createScriptURL(to))",
    "frame": "add('iframe', { src: to })",
    "form": "add('iframe', { name: 'aside' }); add('form', { method: 'post', action: to, target: 'aside' }).submit()",
    "video": "new Audio(to).play().catch(() => 0)",
}
IN_WORKER = ("fetch", "request", "socket", "events")
TRY = """() => {
  const add = (tag, fields) => document.body.appendChild(Object.assign(document.createElement(tag), fields));
  globalThis.refused = new Set();
  addEventListener("securitypolicyviolation", ({ blockedURI }) => refused.add(blockedURI));
  const attempt = (to, way) => { try { way(to); } catch { /* Only what arrives counts. */ } };
  %s
}"""
# The page makes its one policy for addresses of scripts; here that lets every address pass, and the tests use it.
SPARE_POLICY = """
const create = TrustedTypePolicyFactory.prototype.createPolicy;
TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
  if (name !== "unshared") return create.call(this, name, rules);
  return (globalThis.spare = create.call(this, name, { createScriptURL: String }));
};
"""
ENDED = "[data-file][data-outcome=cleaned]"


def trying(ways: tuple[str, ...] | dict[str, str], url: str) -> str:
    """A script that goes each way; the addresses that the browser refuses are in `refused`."""
    return TRY % "\n  ".join(f'attempt("{url}{NOWHERE}{way}", (to) => {{ {WAYS[way]}; }});' for way in ways)


@pytest.fixture
def opened(page: Page) -> Page:
    """The photo page, with everything loaded."""
    page.add_init_script(SPARE_POLICY)
    page.goto("/photos")
    page.wait_for_selector(READY)
    return page


@pytest.fixture
def sent(opened: Page, arrived: Callable[[], list[Seen]]) -> Callable[[], list[str]]:
    """The addresses that reached the server since the page was there."""
    before = len(arrived())
    return lambda: [one.path for one in arrived()[before:]]


def choose(page: Page, count: int = 1) -> None:
    """Chooses photos and waits for their end."""
    page.locator("input[type=file]").first.set_input_files(PHOTOS[:count])
    expect(page.locator(ENDED)).to_have_count(count)


def saved(page: Page) -> bytes:
    """The clean copy of the photo in front."""
    with page.expect_download() as download:
        page.locator("[data-action=save]").first.click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.promise("photo-stays")
def test_a_photo_is_looked_at_cleaned_and_saved_without_a_request(opened: Page, sent: Callable[[], list[str]]) -> None:
    """From the choice to the clean copy on the device, nothing reaches the server."""
    choose(opened)
    content = saved(opened)
    assert content.startswith(b"\xff\xd8")
    assert b"Canary" in PHOTOS[0]["buffer"]
    assert b"Canary" not in content
    assert sent() == []
    assert opened.locator("[data-part=requests]").text_content() == "0"


@pytest.mark.promise("photo-stays")
def test_several_photos_stay_too(opened: Page, sent: Callable[[], list[str]]) -> None:
    """Looked at one after the other, and saved together."""
    choose(opened, len(PHOTOS))
    with opened.expect_download():
        opened.locator("[data-action=save-all]").click()
    assert sent() == []


@pytest.mark.promise("photo-stays")
def test_the_tool_works_with_the_network_off(opened: Page, sent: Callable[[], list[str]]) -> None:
    """As the panel invites: it says so, every part opens, a photo is cleaned and saved, and nothing was asked for."""
    proof = opened.locator("#proof")
    opened.context.set_offline(True)
    expect(proof.get_by_text("offline now")).to_be_visible()
    choose(opened)
    assert b"Canary" not in saved(opened)
    for fold in opened.locator(f"{ENDED} summary:visible").all():
        fold.click()
    opened.context.set_offline(False)
    expect(proof.get_by_text("Switch the network off")).to_be_visible()
    assert sent() == []
    assert proof.locator("[data-part=asked]").is_hidden()


@pytest.mark.promise("photos-connect-to-nothing")
def test_no_way_of_loading_or_sending_reaches_the_server(
    opened: Page, site: Site, troubles: Troubles, sent: Callable[[], list[str]]
) -> None:
    """Whatever a script on that page tried, the browser refuses each; the panel tells of it."""
    troubles.allow(NOWHERE)
    opened.evaluate(trying(WAYS, site.url))
    opened.wait_for_function(f"() => refused.size >= {len(WAYS)}")
    assert sent() == []
    expect(opened.locator("#proof [data-part=refused] li")).to_have_count(len(WAYS))
    assert opened.locator("#proof [data-part=requests]").text_content() == "0"


@pytest.mark.promise("photos-connect-to-nothing")
def test_without_the_policy_each_of_these_ways_arrives(
    new_context: Callable[..., BrowserContext], site: Site, troubles: Troubles
) -> None:
    """So the test above proves something: on the same page, in a browser that ignores the policy, they all get out."""
    troubles.allow("")
    page = new_context(bypass_csp=True).new_page()
    page.add_init_script(SPARE_POLICY)
    page.goto("/photos")
    page.wait_for_selector(READY)
    before = len(site.seen)
    page.evaluate(trying(WAYS, site.url))
    missing = {NOWHERE + way for way in WAYS}
    for _ in range(500):
        missing -= {one.path for one in site.since(before)}
        if not missing:
            break
        page.wait_for_timeout(20)
    assert missing == set()


@pytest.mark.promise("photos-connect-to-nothing")
def test_the_engine_cannot_connect_either(
    opened: Page, site: Site, troubles: Troubles, sent: Callable[[], list[str]]
) -> None:
    """A worker obeys the policy of its own file, which allows nothing."""
    troubles.allow(NOWHERE)
    assert len(opened.workers) == 2
    for worker in opened.workers:
        worker.evaluate(trying(IN_WORKER, site.url))
        worker.evaluate(
            f"""() => new Promise((done) => {{
                const look = () => (refused.size >= {len(IN_WORKER)} ? done(0) : setTimeout(look, 10));
                look();
            }})"""
        )
        script = f"() => {{ try {{ importScripts('{site.url}{NOWHERE}script'); }} catch {{ return 'refused'; }} }}"
        assert worker.evaluate(script) == "refused"
    assert sent() == []


def test_the_panel_says_what_the_browser_counted(opened: Page, sent: Callable[[], list[str]]) -> None:
    """How many files, how large together, and that nothing was asked for since."""
    proof = opened.locator("#proof")
    files = "() => performance.getEntriesByType('resource').filter((one) => one.name.startsWith('http')).length"
    assert proof.locator("[data-part=files]").text_content() == str(opened.evaluate(files))
    assert int(proof.locator("[data-part=kilobytes]").text_content() or "0") > 100
    assert proof.locator("[data-part=bytes]").text_content() == "0"
    assert proof.locator("[data-part=unknown]").is_hidden()
    assert sent() == []


def test_the_panel_tells_of_a_request(opened: Page, sent: Callable[[], list[str]]) -> None:
    """When the page asks for a file after all, the panel says so, and claims to know nothing of what was sent."""
    session = opened.context.new_cdp_session(opened)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    opened.evaluate("() => new Worker(spare.createScriptURL(document.querySelector('[data-engine]').dataset.engine))")
    proof = opened.locator("#proof")
    expect(proof.locator("[data-part=asked] li")).to_have_count(1)
    assert proof.locator("[data-part=requests]").text_content() == "1"
    assert proof.get_by_text("not known").is_visible()
    assert proof.locator("[data-part=bytes]").is_hidden()
    assert len(sent()) == 1


def test_without_script_there_is_no_proof(without_script: Page) -> None:
    """Nothing is claimed where nothing is counted."""
    without_script.goto("/photos")
    expect(without_script.locator("#proof")).to_be_hidden()
