"""Each promise of /privacy, proved. The marker names the promise; the last tests see that none is left out."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.check.answers import Answers, Whose
from safety.check.choose import matters
from safety.check.progress import Progress, pack, unpack
from safety.config import Config
from safety.library.codes import Audience
from safety.library.schema import OUR_ADVICE, Library
from safety.photos import outcome
from safety.web import sealed
from safety.web.release import Release
from safety.web.tool_pages import PHOTOS
from tests import page, policy
from tests.conftest import CheckingClient, visitor
from tests.journeys import ADULT, answer, photo, start_check
from tests.site.table import VISITS, Visit

READING = [
    visit for visit in VISITS if not visit.path.startswith(("/check", "/passwords/accounts", "/teach/room", "/join"))
]
TESTS = Path(__file__).parents[1]
CITED = re.compile(r"""mark\.promise\(\s*["']([a-z0-9-]+)["']""")
SECURE = "https://localhost"
OWN_FILES = "localhost/"


def walk(client: FlaskClient) -> None:
    """Every page and every form, as one visitor."""
    for visit in VISITS:
        visit.go(client)


@pytest.mark.promise("no-third-party")
@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_no_page_loads_anything_from_another_host(client: CheckingClient, visit: Visit) -> None:
    """Nothing on a page names another host to load from, and the policy forbids every other host."""
    response = visit.go(client)
    rules = policy.directives(response.headers["Content-Security-Policy"])
    assert rules.pop("default-src") == "'none'"
    words = {word for rule in rules.values() for word in rule.split()} - {"'none'", "'self'", "'script'"}
    # A tool page names its files one by one, each on this very host.
    addresses = {word for word in words if word.startswith(OWN_FILES)}
    assert bool(addresses) == (policy.is_tool(response) or policy.is_keeper(response))
    # What is in a page or was made on it, and the name of the one Trusted Types policy.
    assert words - addresses - {"data:", "blob:", "unshared"} == set()
    if response.mimetype == "text/html" and response.status_code == 200:
        assert not re.search(r"""(?:src|srcset|action)=["']?(?:https?:)?//""", response.text)
        assert not re.search(r"""<link[^>]+href=["']?(?:https?:)?//""", response.text)


@pytest.mark.promise("no-third-party")
def test_no_style_sheet_or_script_names_another_host(app: Flask, client: CheckingClient) -> None:
    """What a page loads loads nothing from elsewhere either."""
    seen: set[str] = set()
    for visit in VISITS:
        response = visit.go(client)
        if response.mimetype == "text/html" and response.status_code == 200:
            seen |= page.loaded(page.parse(response.text)[0], app)
    assert len(seen) > 4
    for path in seen:
        code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", page.fetch(app, path)[1], flags=re.DOTALL | re.MULTILINE)
        addresses = set(re.findall(r"https?://[^\s\"')]+", code)) - {"http://www.w3.org/2000/svg"}
        assert addresses == set(), path


@pytest.mark.promise("no-cookie-for-reading")
@pytest.mark.parametrize("visit", READING, ids=str)
def test_reading_sets_no_cookie(app: Flask, visit: Visit) -> None:
    """Reading, photos, passwords and help set no cookie; leaving only takes one back."""
    response = visit.go(app.test_client())
    kept = [line for line in response.headers.getlist("Set-Cookie") if "Max-Age=0" not in line]
    assert kept == []


@pytest.mark.promise("no-cookie-for-reading")
def test_the_first_answer_sets_the_one_cookie(client: CheckingClient) -> None:
    """Looking at the first question sets nothing; answering it sets one cookie."""
    assert "Set-Cookie" not in client.get("/check").headers
    answered = answer(client, "who", ["adult"])
    assert [line.split("=")[0] for line in answered.headers.getlist("Set-Cookie")] == ["unshared"]


@pytest.mark.promise("cookie-is-sealed")
def test_the_cookie_says_nothing_to_anybody_else(client: CheckingClient) -> None:
    """The same answers look different each time, and no answer can be read in the cookie."""
    seen = set()
    for _ in range(3):
        start_check(client)
        cookie = client.get_cookie("unshared")
        assert cookie is not None
        seen.add(cookie.value)
        raw = cookie.value.encode()
        assert not any(word.encode() in raw for words in ADULT.values() for word in words if len(word) > 3)
    assert len(seen) == 3


@pytest.mark.promise("cookie-is-sealed")
def test_over_https_no_script_and_no_other_site_reaches_the_cookie(app: Flask) -> None:
    """HttpOnly, SameSite=Strict, Secure, and a name that binds it to this host."""
    response = visitor(app).post("/check", data={"question": "who", "choice": "adult"}, base_url=SECURE)
    (line,) = response.headers.getlist("Set-Cookie")
    assert line.startswith("__Host-unshared=")
    assert set(line.split("; ")[1:]) == {"Secure", "HttpOnly", "Path=/", "SameSite=Strict"}


@pytest.mark.promise("cookie-is-sealed")
def test_a_changed_cookie_is_no_cookie(client: CheckingClient) -> None:
    """Whoever changes a character starts again; nothing of it is believed."""
    start_check(client)
    cookie = client.get_cookie("unshared")
    assert cookie is not None
    changed = cookie.value[:40] + ("A" if cookie.value[40] != "A" else "B") + cookie.value[41:]
    client.set_cookie("unshared", changed)
    assert urlsplit(client.get("/check/plan").headers["Location"]).path == "/check"


@pytest.mark.promise("cookie-twelve-hours")
def test_the_cookie_is_ignored_after_twelve_hours(app: Flask, client: CheckingClient) -> None:
    """Twelve hours after its last use the check is unknown; a second earlier it is there."""
    now, hours = 1_800_000_000, 12 * 60 * 60
    text = sealed.seal(app.extensions["seal"], b"answers", now)
    assert sealed.unseal(app.extensions["seal"], text, now + hours) == b"answers"
    assert sealed.unseal(app.extensions["seal"], text, now + hours + 1) is None
    whole = pack(Progress().with_check(Progress().check))
    client.set_cookie("unshared", sealed.seal(app.extensions["seal"], whole, now - 10 * hours))
    assert "Set-Cookie" not in client.get("/check").headers, "an old cookie is not made young again"


@pytest.mark.promise("cookie-twelve-hours")
def test_each_use_starts_the_twelve_hours_anew(app: Flask, client: CheckingClient) -> None:
    """Looking at the plan seals it again with the time of now."""
    start_check(client)
    before = client.get_cookie("unshared")
    client.get("/check/plan")
    after = client.get_cookie("unshared")
    assert before is not None
    assert after is not None
    assert before.value != after.value


@pytest.mark.promise("cookie-twelve-hours")
@pytest.mark.parametrize("base", ["http://localhost", SECURE])
@pytest.mark.parametrize("way", ["forget", "leave"])
def test_start_again_and_leave_take_the_cookie_back(app: Flask, base: str, way: str) -> None:
    """Both expire our cookie at once, whatever it is called on this connection."""
    client = visitor(app)
    client.post("/check", data={"question": "who", "choice": "adult"}, base_url=base)
    name = "__Host-unshared" if base == SECURE else "unshared"
    assert client.get_cookie(name) is not None
    if way == "forget":
        client.post("/check/start", data={"do": "forget"}, base_url=base)
    else:
        client.get("/leave", base_url=base)
    assert client.get_cookie(name) is None


@pytest.mark.promise("no-answers-stored")
def test_the_database_holds_no_answer_that_can_be_read(
    config: Config, client: CheckingClient, library: Library
) -> None:
    """After a whole walk, which also keeps a check: no item, no answer and nothing typed is in the database."""
    walk(client)
    stored = b"".join(path.read_bytes() for path in config.instance.glob("unshared.db*"))
    words = {word for choices in ADULT.values() for word in choices if len(word) > 4} | {"canary"}
    words |= {item.id for item in library.items if len(item.id) > 7}
    assert [word for word in words if word.encode() in stored.lower()] == []


@pytest.mark.promise("no-answers-stored")
def test_a_kept_check_has_three_columns_and_others_leave_no_row(config: Config, client: CheckingClient) -> None:
    """A look-up value, what is encrypted, a day. Who asks for no words leaves no row."""
    with closing(sqlite3.connect(config.instance / "unshared.db")) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(plans)")]
        before = connection.execute("SELECT count(*) FROM plans").fetchone()
        start_check(client)
        client.post("/check/plan", data={"mark": "phone-passcode done"})
        assert connection.execute("SELECT count(*) FROM plans").fetchone() == before
    assert columns == ["id", "sealed", "last_used"]


@pytest.mark.promise("no-answers-in-addresses")
def test_no_answer_is_in_an_address(client: CheckingClient, library: Library) -> None:
    """No redirect and no link of the check has a query or names an item, so history tells nothing."""
    ids = {item.id for item in library.items}
    seen = [visit.go(client) for visit in VISITS]
    for response in seen:
        target = urlsplit(response.headers.get("Location", ""))
        assert target.query == ""
        assert target.fragment not in ids, f"{response.request.path} goes to #{target.fragment}"
        page_text = response.text if response.mimetype == "text/html" and response.status_code == 200 else ""
        for address in re.findall(r'href="([^"]*)"', page_text):
            own = urlsplit(address)
            assert own.scheme or (own.query == "" and own.fragment not in ids), address


@pytest.mark.promise("clean-is-checked")
def test_a_photo_is_called_clean_only_after_a_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """When our cleaner leaves something in, the answer is 'failed', and no file is given away."""
    whole = outcome.clean_bytes(photo())
    assert whole.kind is outcome.Ending.CLEANED
    assert b"Canary" not in (whole.content or b"Canary")
    monkeypatch.setattr(outcome, "splice_to_bytes", lambda plan, source, limit: photo())
    spoiled = outcome.clean_bytes(photo())
    assert (spoiled.kind, spoiled.content) == (outcome.Ending.FAILED, None)


@pytest.mark.promise("photos-connect-to-nothing")
def test_the_photo_page_may_load_its_own_files_and_connect_to_nothing(client: CheckingClient) -> None:
    """Every address in its policy is one file of the release, and the page has a use for it; all else is forbidden."""
    rules = policy.directives(client.get("/photos").headers["Content-Security-Policy"])
    assert {rules[name] for name in ("default-src", "connect-src", "form-action", "frame-src")} == {"'none'"}
    addresses = {word for rule in rules.values() for word in rule.split() if word.startswith(OWN_FILES)}
    assert len(addresses) > 10
    for address in addresses:
        assert re.fullmatch(r"localhost/static/[0-9a-f]{12}/[a-z0-9_/-]+\.(?:js|css|svg|woff2)", address)
        with closing(client.get(address.removeprefix("localhost"))) as response:
            assert response.status_code == 200
    assert "'self'" not in " ".join(rules.values())


@pytest.mark.promise("photo-stays")
def test_no_script_of_the_photo_page_knows_a_way_to_send(app: Flask) -> None:
    """None of the words is in them by which a script asks, sends, connects or keeps; one script leaves the site."""
    ways = re.compile(
        r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|WebTransport|EventSource|RTC[A-Z]\w+|importScripts|"
        r"requestSubmit|submit\(|window\.open|localStorage|sessionStorage|indexedDB|cookie|serviceWorker|"
        r"BroadcastChannel|SharedWorker|location\.(?:href|assign|replace)|\.ping|pushState)"
    )
    release = Release()
    found = {name: set(ways.findall(release.content(name).decode())) for name in PHOTOS.runs(release)}
    assert len(found) > 20
    assert {name: words for name, words in found.items() if words} == {"js/leave.js": {"cookie", "location.replace"}}


@pytest.mark.promise("works-without-script")
@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_every_form_works_without_script(client: CheckingClient, visit: Visit) -> None:
    """Each form says where it goes and has a button; no link needs a script; no text waits for one."""
    response = visit.go(client)
    if response.mimetype != "text/html" or 300 <= response.status_code < 400:
        return
    for form in page.parse(response.text)[0].iter("form"):
        assert form.get("action")
        assert form.get("method") == "post"
        assert [one for one in form.iter("button") if one.get("type", "submit") == "submit"]
    assert 'href="#"' not in response.text
    assert "<noscript" not in response.text


@pytest.mark.promise("leave")
@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_leave_is_on_every_page(client: CheckingClient, visit: Visit) -> None:
    """Whatever page somebody is on, an error too, the way out is a plain link."""
    response = visit.go(client)
    if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
        links = [link for link in page.parse(response.text)[0].iter("a") if link.get("class") == "leave"]
        assert [link.get("href") for link in links] == ["/leave"]


@pytest.mark.promise("leave")
def test_leave_takes_everything_back_and_goes_to_a_neutral_page(client: CheckingClient, config: Config) -> None:
    """Our cookie goes, the browser is asked to drop our pages, and the next page is a neutral one."""
    start_check(client)
    response = client.get("/leave")
    assert response.status_code == 303
    assert response.headers["Location"] == config.leave_to
    assert response.headers["Clear-Site-Data"] == '"cache"'
    assert client.get_cookie("unshared") is None


@pytest.mark.promise("sources")
def test_every_text_shows_its_source_or_says_that_it_is_ours(client: CheckingClient, library: Library) -> None:
    """Sources stand with the day they were checked; all else is called our own advice."""
    start_check(client, {"who": ["adult"], "intimate": ["yes"]})
    shown = client.get("/check/plan").text
    for item in library.items:
        if f'id="{item.id}"' in shown:
            assert all(f'href="{source.url.replace("&", "&amp;")}"' in shown for source in item.sources)
    articles = shown.split("<article")[1:]
    assert len(articles) > 20
    for article in articles:
        assert "· checked " in article or "Our own advice · reviewed " in article
    steps = client.post("/help/steps", data={"age": "adult"}).text
    assert steps.count("· checked ") + steps.count("Our own advice · reviewed ") >= sum(
        "adult" in step.age and (not step.whose or "mine" in step.whose) for step in library.steps
    )


@pytest.mark.promise("sources")
def test_no_record_is_without_source_and_day(library: Library) -> None:
    """Each text has sources, or is marked as our advice, and a day on which somebody read it."""
    for group in (library.items, library.steps, library.talks, library.scenes, library.workshops, (library.safety,)):
        for record in group:
            assert bool(record.sources) != (record.source == OUR_ADVICE), record.id
            assert record.reviewed


@pytest.mark.promise("under-18")
@pytest.mark.parametrize("said", [Whose.UNSAID, Whose.TEEN])
def test_whoever_gives_no_age_sees_nothing_that_is_for_adults(library: Library, said: Whose) -> None:
    """Without an age no item is shown that a teen does not get."""
    answers = Answers(whose=said)
    shown = [item for item in library.items if matters(item, answers)]
    assert shown
    assert all(Audience.TEEN in item.who for item in shown)


@pytest.mark.promise("under-18")
def test_a_skipped_age_is_under_18_on_the_pages(client: CheckingClient) -> None:
    """Skipping the question gives a teen's plan; help without an age gives the steps for under 18."""
    for _ in range(5):
        asked = re.findall(r'name="question" value="([a-z]+)"', client.get("/check").text)
        answer(client, asked[0], [], go="skip")
    cookie = client.get_cookie("unshared")
    assert cookie is not None
    packed = sealed.unseal(client.application.extensions["seal"], cookie.value, int(time.time()))
    assert packed is not None
    assert unpack(packed).check.answers.audience is Audience.TEEN
    not_said = [client.get("/help/steps"), client.post("/help/steps")]
    not_said.append(client.post("/help/steps", data={"age": "not-sure"}))
    for response in not_said:
        assert "when the person in the picture was under 18" in response.text


def promised(library: Library) -> set[str]:
    """The ids of /privacy."""
    return {promise.id for promise in library.promises}


def cited() -> set[str]:
    """The promises that a test anywhere cites."""
    return {id_ for path in TESTS.rglob("test_*.py") for id_ in CITED.findall(path.read_text(encoding="utf-8"))}


def test_every_promise_is_proved(library: Library) -> None:
    """A claim without a test is not made."""
    assert promised(library) - cited() == set()


def test_no_test_cites_a_promise_that_is_not_made(library: Library) -> None:
    """A promise that is withdrawn is withdrawn on purpose."""
    assert cited() - promised(library) == set()


def test_the_privacy_page_shows_every_promise(client: CheckingClient, library: Library) -> None:
    """Each promise stands there in its own words, under its id."""
    shown = client.get("/privacy").text
    for promise in library.promises:
        assert f'<li id="{promise.id}">' in shown
