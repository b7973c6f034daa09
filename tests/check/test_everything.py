"""The pages of all actions and of one, the page to show, and what has changed: as a visitor sees them."""

from __future__ import annotations

import re
import shutil
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from flask import Flask

from safety.check.answers import Answers, Question, Whose
from safety.check.catalogue import for_adults_only, shelves
from safety.check.choose import Mark
from safety.check.progress import Check, Progress, minute_of, pack
from safety.config import Config
from safety.library.codes import App, Audience, Situation
from safety.library.keys import item_key
from safety.library.schema import Item, Library
from safety.web import sealed
from safety.web.storage import database
from tests.conftest import CheckingClient, make_app, visitor
from tests.journeys import ADULT, TEEN, start_check

LINK = re.compile(r'href="/check/all/(\d+)"')
DAY_MINUTES = 24 * 60
AGED, RETIRED = ("android-private-space", "whatsapp-backup"), "retired-step"


def page_of(client: CheckingClient, item: Item | str) -> str:
    """The page of one action, as people read it."""
    id_ = item if isinstance(item, str) else item.id
    return unescape(client.get(f"/check/all/{item_key(id_)}").text)


@pytest.fixture(scope="module")
def aged(tmp_path_factory: pytest.TempPathFactory, config: Config) -> Flask:
    """A site on which three actions grew old: a path with a version, one that was retired, one without a version."""
    root = tmp_path_factory.mktemp("aged")
    content = root / "content"
    shutil.copytree(config.content, content)
    long_ago = datetime.now(UTC).date() - timedelta(days=181)
    for id_ in AGED:
        _rewrite(content, id_, id_, f"reviewed = {long_ago}", long_ago)
    _rewrite(content, "look-again", RETIRED, f'reviewed = {long_ago}\nretired = {long_ago}\nreplaced = ["two-factor"]')
    database.upgrade(f"sqlite:///{root / 'aged.db'}")
    return make_app(replace(config, content=content, instance=root, database_url=f"sqlite:///{root / 'aged.db'}"))


def _rewrite(content: Path, id_: str, new_id: str, reviewed: str, checked: date | None = None) -> None:
    """The action ``id_`` under ``new_id``, last looked at on other days."""
    folder = content / "en" / "check"
    text = (folder / f"{id_}.md").read_text(encoding="utf-8").replace(f'id = "{id_}"', f'id = "{new_id}"')
    text = re.sub(r"^checked = .*", f"checked = {checked}", text, flags=re.MULTILINE)
    (folder / f"{new_id}.md").write_text(re.sub(r"^reviewed = .*", reviewed, text, flags=re.MULTILINE), "utf-8")


def with_progress(app: Flask, check: Check) -> CheckingClient:
    """A visitor who comes back with ``check`` in the cookie."""
    client = visitor(app)
    client.set_cookie("unshared", sealed.seal(app.extensions["seal"], pack(Progress((check,))), int(time.time())))
    return client


def test_every_action_is_in_the_list_once(client: CheckingClient, library: Library) -> None:
    """Whoever would rather not answer questions can still read everything."""
    linked = [int(number) for number in LINK.findall(client.get("/check/all").text)]
    assert sorted(linked) == sorted(item_key(item.id) for item in library.items if not item.retired)


@pytest.mark.parametrize("path", ["/check/all", f"/check/all/{item_key('two-factor')}", "/new"])
def test_these_pages_are_public(client: CheckingClient, path: str) -> None:
    """The same for everybody with a validator and no cookie, also for who has a check; the second visit is empty."""
    start_check(client)
    response = client.get(path)
    assert response.headers["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in response.headers
    again = client.get(path, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_addresses_and_titles_name_no_action(client: CheckingClient, library: Library) -> None:
    """A browser's history shows a number and the word 'Check'."""
    for item in library.items[::9]:
        page = page_of(client, item)
        assert "<title>Check · Unshared</title>" in page
        assert item.title in page
    assert client.get("/check/all/65536").status_code == 404


def test_what_is_for_adults_stands_behind_a_choice(client: CheckingClient, library: Library) -> None:
    """A child who looks around meets the words, not the steps: these are folded behind 'I am 18 or over'."""
    listed = unescape(client.get("/check/all").text)
    fold = listed.index("Steps for people of 18 or over")
    adult = [item for item in library.items if for_adults_only(item)]
    assert adult
    for item in adult:
        assert listed.index(f'"/check/all/{item_key(item.id)}"') > fold
        page = page_of(client, item)
        assert page.index("I am 18 or over") < page.index(str(item.sections[0].html)[:40])
    assert "I am 18 or over" not in page_of(client, "two-factor")


def test_the_shelves_part_adults_from_all_others(library: Library) -> None:
    """Nothing that a teen or a parent is given is hidden, and nothing else is shown."""
    for shelf in shelves(library.items, adults_only=False):
        assert all({Audience.TEEN, Audience.CHILD} & set(item.who) for item in shelf.items)
    for shelf in shelves(library.items, adults_only=True):
        assert all(item.who == (Audience.ADULT,) for item in shelf.items)


def test_a_warning_stands_before_the_steps(client: CheckingClient, library: Library) -> None:
    """On the page of one action too: what may be noticed comes first."""
    for item in (item for item in library.items if item.alert):
        page = page_of(client, item)
        assert page.index(item.alert) < page.index(str(item.sections[0].html)[:40])


def test_a_confirmed_path_shows_its_version_and_day(client: CheckingClient, library: Library) -> None:
    """'Android 15 · checked …', and nothing of the kind where it says what to look for."""
    item = next(item for item in library.items if any("Android" in part.mark for part in item.sections))
    mark = next(part.mark for part in item.sections if "Android" in part.mark)
    assert f"{mark} · checked {item.reviewed:%-d %b %Y}" in page_of(client, item)
    unsure = next(
        item
        for item in library.items
        if {part.mark for part in item.sections if part.heading != "know"} == {"look for"}
    )
    assert 'class="age' not in page_of(client, unsure)


def test_what_is_old_turns_amber(aged: Flask) -> None:
    """In the list of all, in a plan, and on paper, for a path with and without a version."""
    client = visitor(aged)
    for id_ in AGED:
        assert "Checked more than 180 days ago. Menus may have moved." in page_of(client, id_)
    start_check(client, {**ADULT, "phone": ["android"]})
    for path in ("/check/plan", "/check/print"):
        assert "Checked more than 180 days ago. Menus may have moved." in client.get(path).text


def test_a_retired_action_says_what_came_in_its_place(aged: Flask) -> None:
    """Its old address works, it is in no list, and it leads on."""
    client = visitor(aged)
    page = page_of(client, RETIRED)
    assert "This step was taken out of the check on" in page
    assert f'href="/check/all/{item_key("two-factor")}"' in page
    assert str(item_key(RETIRED)) not in LINK.findall(client.get("/check/all").text)


def test_the_ready_text_names_the_step_and_nothing_of_the_visitor(client: CheckingClient) -> None:
    """Step, part, version, day and release; the same with and without a check, and no form that sends it."""
    before = page_of(client, "android-private-space")
    start_check(client)
    page = page_of(client, "android-private-space")
    assert page == before
    text = page[page.index("<pre") : page.index("</pre>")]
    for words in ("Step: android-private-space", "Part: android", "Version: Android 15", "Checked: 2", "Site: "):
        assert words in text
    assert "<form" not in page
    assert "My screen looks different" not in page_of(client, "check-in-first")


def test_a_mail_about_a_step_is_empty(config: Config, tmp_path: Path) -> None:
    """The link opens a mail to the operator without subject or text: what stands in it is the visitor's choice."""
    app = make_app(replace(config, operator_contact="mailto:site@example.org"))
    assert 'href="mailto:site@example.org"' in page_of(visitor(app), "android-private-space")


def test_the_page_to_show_names_no_action_app_or_answer(client: CheckingClient, library: Library) -> None:
    """Numbers and general sentences only, whatever was answered."""
    start_check(client, {**ADULT, "careful": ["yes"], "intimate": ["yes"]})
    client.post("/check/plan", data={"mark": "two-factor done"})
    page = unescape(client.get("/check/summary").text)
    main = page[page.index("<main") : page.index("</main>")]
    assert [item.id for item in library.items if item.title in main] == []
    for word in ("intimate", "careful", "partner", "ex", "nude", "iphone", *(app.value for app in App if len(app) > 1)):
        assert not re.search(rf"(?i)\b{word}\b", main), word
    assert 'href="/help/safety"' not in main


def test_the_page_to_show_is_the_same_without_what_was_said_of_others(app: Flask) -> None:
    """Byte for byte: nobody can tell whether someone to be careful of was named."""
    shown = []
    for careful in ("yes", "no"):
        client = visitor(app)
        start_check(client, {**ADULT, "careful": [careful], "device": [], "intimate": [careful]})
        shown.append(client.get("/check/summary").text)
    assert shown[0] == shown[1]


def test_the_page_to_show_needs_a_plan(client: CheckingClient) -> None:
    """Before the questions it leads to them, and nobody keeps it."""
    assert client.get("/check/summary").headers["Location"] == "/check"
    start_check(client, TEEN)
    assert client.get("/check/summary").headers["Cache-Control"] == "no-store"


def test_what_has_changed_stands_above_the_plan(aged: Flask) -> None:
    """News of the own app, a tick of long ago and a retired action, in a fold that is closed."""
    now = minute_of(time.time())
    answers = Answers(Whose.ADULT, None, (App.INSTAGRAM,), (Situation.CAREFUL,), frozenset(Question), 6)
    check = Check(answers, minute=max(1, now - 250 * DAY_MINUTES), id=1)
    check = check.mark("two-factor", Mark.DONE, max(1, now - 200 * DAY_MINUTES))
    check = check.mark(RETIRED, Mark.DONE, max(1, now - 190 * DAY_MINUTES))
    page = unescape(with_progress(aged, check).get("/check/plan").text)
    fold = page[page.index('<details class="fold since">') :]
    fold = fold[: fold.index("</details>")]
    for words in ("Instagram ended", "Turn on", "No longer in the check", "Since you last changed something here, on"):
        assert words in fold
    assert "Facebook" not in fold


def test_a_new_plan_has_no_fold_of_changes(client: CheckingClient) -> None:
    """Who begins today has not been here before."""
    start_check(client)
    assert "Since you last changed something" not in client.get("/check/plan").text


@pytest.mark.parametrize(
    ("after", "at", "found"),
    [
        ("every-half-year", "evening", (b"RRULE:FREQ=WEEKLY;INTERVAL=26", b"T190000\r\n")),
        ("half-year", "morning", (b"T080000\r\n",)),
        ("month", "day", (b"VALUE=DATE:",)),
    ],
)
def test_the_reminder_can_repeat_at_a_chosen_time(
    client: CheckingClient, after: str, at: str, found: tuple[bytes, ...]
) -> None:
    """Every six months, or once; with a time of day, or without. It still tells nothing."""
    file = client.post("/check/reminder", data={"after": after, "at": at})
    assert file.mimetype == "text/calendar"
    assert all(words in file.data for words in found)
    assert (b"RRULE" in file.data) is (after == "every-half-year")
    assert "Set-Cookie" not in file.headers


@pytest.mark.parametrize("fields", [{"after": "canary"}, {"after": "week", "at": "canary"}, {"at": "noon"}])
def test_another_reminder_is_refused(client: CheckingClient, fields: dict[str, str]) -> None:
    """Only what the form offers."""
    assert client.post("/check/reminder", data=fields).status_code == 400
