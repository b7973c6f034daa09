"""The short checks as a visitor walks them: the right list for each age, one tick with the plan, nothing told."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask

from safety.check.progress import MAX_CHECKS
from safety.library.codes import Audience
from safety.library.schema import Library
from safety.library.short_rules import FOR_PARENTS, ids
from safety.library.short_schema import Short
from tests.conftest import CheckingClient, visitor
from tests.journeys import ADULT, ITEM, TEEN, answer, items, start_check

PRESSED = re.compile(r'name="mark" value="([a-z0-9-]+) open" aria-pressed="true"')
FOR_ALL = ("before", "evening", "likeness", "name", "fresh", "shared", "handover")
PARENTS = ("first", "family")


def listed(client: CheckingClient, id_: str) -> list[str]:
    """The items on the page of a short check, in order."""
    return ITEM.findall(client.get(f"/check/short/{id_}").text)


def says(client: CheckingClient, id_: str, **answers: str | list[str]) -> int:
    """Answers the questions of the page."""
    return client.post(f"/check/short/{id_}", data=answers).status_code


def mark(client: CheckingClient, id_: str, item: str, word: str = "done") -> str:
    """Marks an item, as its button does, and says where that leads."""
    return str(client.post(f"/check/short/{id_}", data={"mark": f"{item} {word}"}).headers.get("Location"))


def adults_alone(library: Library) -> set[str]:
    """The ids of the items that are for nobody under 18."""
    return {item.id for item in library.items if item.who == (Audience.ADULT,)}


def short(library: Library, id_: str) -> Short:
    """A short check by its id."""
    return next(one for one in library.shorts if one.id == id_)


def test_there_is_a_door_to_each(client: CheckingClient, library: Library) -> None:
    """Nine doors in plain words, on a page that is the same for everybody and leaves no cookie."""
    answer = client.get("/check/short")
    assert re.findall(r'href="/check/short/([a-z]+)"', answer.text) == [one.id for one in library.shorts]
    assert {one.id for one in library.shorts} == {*FOR_ALL, *PARENTS}
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/check"])
def test_the_doors_are_found(client: CheckingClient, path: str) -> None:
    """From the first page, and from the check."""
    assert 'href="/check/short"' in client.get(path).text


def test_the_plan_leads_there(client: CheckingClient) -> None:
    """Below the list."""
    start_check(client)
    assert 'href="/check/short"' in client.get("/check/plan").text


@pytest.mark.parametrize("id_", [*FOR_ALL, *PARENTS])
def test_without_a_cookie_it_is_the_list_for_under_18(app: Flask, library: Library, id_: str) -> None:
    """Reading sets no cookie, and shows what somebody under 18, or a parent, may see."""
    client = visitor(app)
    page = client.get(f"/check/short/{id_}")
    assert "Set-Cookie" not in page.headers
    found = ITEM.findall(page.text)
    assert found
    assert adults_alone(library).isdisjoint(found)
    says(client, id_, who="teen")
    assert listed(client, id_) == found


@pytest.mark.parametrize("whose", ["adult", "teen", "child", "unsaid"])
@pytest.mark.parametrize("id_", FOR_ALL)
def test_each_age_gets_its_list_in_the_order_of_the_content(app: Flask, library: Library, id_: str, whose: str) -> None:
    """Every item for that age, in the order written, whatever was said of other people."""
    client = visitor(app)
    assert says(client, id_, who=whose) == 303
    audience = Audience.TEEN if whose == "unsaid" else Audience(whose)
    version = next(one for one in short(library, id_).versions if audience in one.who)
    by_id = {item.id: item for item in library.items}
    assert listed(client, id_) == [one for one in ids(version) if audience in by_id[one].who]
    assert f"<h1>{version.title}</h1>" in unescape(client.get(f"/check/short/{id_}").text)


@pytest.mark.parametrize("id_", FOR_ALL)
def test_an_answer_taken_back_takes_the_adults_list_away(app: Flask, library: Library, id_: str) -> None:
    """An adult who then says 'under 18', or nothing, sees nothing for adults; an old page cannot tick it."""
    client = visitor(app)
    says(client, id_, who="adult")
    before = set(listed(client, id_))
    for whose in ("teen", "unsaid", "child"):
        says(client, id_, who=whose)
        now = set(listed(client, id_))
        assert adults_alone(library).isdisjoint(now)
        gone = sorted((before - now) & adults_alone(library))
        for item in gone:
            assert mark(client, id_, item) == f"/check/short/{id_}"
            assert PRESSED.findall(client.get(f"/check/short/{id_}").text) == []


def test_under_18_nothing_is_said_of_sending(app: Flask) -> None:
    """The list before a picture is another one: choices, words for a no, and who helps."""
    client = visitor(app)
    for whose in (None, "teen", "unsaid"):
        if whose:
            says(client, "before", who=whose)
        page = unescape(client.get("/check/short/before").text)
        assert "<h1>Someone asked you for a picture</h1>" in page
        assert not {"check-in-first", "consent-talk", "view-once", "leave-out-identity"} & set(ITEM.findall(page))
        headings = " ".join(re.findall(r"<h[12][^>]*>([^<]+)</h", page))
        assert not re.search(r"\bsen[dt]", headings, re.IGNORECASE)
        assert {"/talk/teens/say-no", "/help"} <= set(re.findall(r'href="([^"]+)"', page))


@pytest.mark.parametrize(("id_", "first"), [("evening", "/help/safety"), ("likeness", "/help"), ("before", "/help")])
def test_what_matters_most_is_the_first_link(client: CheckingClient, id_: str, first: str) -> None:
    """Safety before anything is changed; help before any list."""
    main = client.get(f"/check/short/{id_}").text.partition("<main")[2]
    assert re.findall(r'href="([^"]+)"', main)[0] == first


def test_a_tick_is_one_tick_with_the_plan(client: CheckingClient) -> None:
    """Ticked here, it is ticked there, and opened there, it is open here."""
    start_check(client)
    assert "email-strong" in items(client)
    assert mark(client, "evening", "email-strong").startswith("/check/short/evening#n")
    assert "email-strong" in PRESSED.findall(client.get("/check/plan").text)
    client.post("/check/plan", data={"mark": "email-strong open"})
    assert PRESSED.findall(client.get("/check/short/evening").text) == []


def test_a_mark_moves_nothing_and_leads_back_to_its_number(client: CheckingClient) -> None:
    """The list stays as it is, and the address names a place in the page and no topic."""
    says(client, "evening", who="adult")
    before = listed(client, "evening")
    for word in ("done", "later", "no", "open"):
        assert mark(client, "evening", before[3], word) == "/check/short/evening#n4"
        assert listed(client, "evening") == before


def test_the_count_is_of_this_list(client: CheckingClient) -> None:
    """Done of those that are for me; at the end it says so."""
    says(client, "name", who="adult")
    there = listed(client, "name")
    mark(client, "name", there[0])
    mark(client, "name", there[1], "no")
    assert f"1 of {len(there) - 1} done." in client.get("/check/short/name").text
    for item in there[2:]:
        mark(client, "name", item)
    assert "That is everything on this list." in client.get("/check/short/name").text


def test_the_first_open_step_is_unfolded(client: CheckingClient) -> None:
    """One knows where to begin, and where to go on."""
    says(client, "name", who="adult")
    there = listed(client, "name")
    for number in (1, 2):
        page = client.get("/check/short/name").text
        assert re.findall(r'id="n(\d+)"(?:(?!<article).)*?<details class="how" open', page, re.DOTALL) == [str(number)]
        mark(client, "name", there[number - 1])


def test_what_can_be_noticed_is_named_before_it_is_opened(client: CheckingClient, library: Library) -> None:
    """As many labels as items that can alert somebody, also when all is ticked."""
    says(client, "evening", who="adult")
    alerts = [item.id for item in library.items if item.alert and item.id in listed(client, "evening")]
    assert client.get("/check/short/evening").text.count("Can be noticed") == len(alerts) > 10
    for item in listed(client, "evening"):
        mark(client, "evening", item)
    assert client.get("/check/short/evening").text.count("Can be noticed") == len(alerts)


def test_phone_and_apps_choose_the_steps(client: CheckingClient) -> None:
    """As in the plan: what was said rules out what it is not about."""
    says(client, "evening", who="adult", phone="samsung", apps=["whatsapp"])
    found = listed(client, "evening")
    assert "devices-apple" not in found
    assert "google-photos-sharing" not in found
    assert "sessions-apps" in found


def test_answers_are_those_of_the_check(client: CheckingClient) -> None:
    """What was answered here is not asked again there; what was left out is."""
    says(client, "evening", who="adult", apps=["whatsapp"])
    assert 'name="question" value="phone"' in client.get("/check").text
    answer(client, "phone", ["iphone"])
    assert re.search(r'value="whatsapp"[^>]* checked', client.get("/check").text)


def test_a_finished_check_stays_finished(client: CheckingClient) -> None:
    """Sending the questions as they are, or another phone, leads nobody back to the first question."""
    start_check(client)
    before = items(client)
    says(client, "evening", who="adult", phone="iphone", apps=["whatsapp", "icloud"])
    assert items(client) == before
    says(client, "evening", who="adult", phone="samsung", apps=["whatsapp", "icloud"])
    assert client.get("/check/plan").status_code == 200


def test_none_of_these_apps_stays_said(client: CheckingClient) -> None:
    """A form without a tick leaves that answer alone: no step for apps comes back."""
    start_check(client, {**TEEN, "apps": []})
    says(client, "evening", who="teen", phone="android")
    assert "sessions-apps" not in listed(client, "evening")


@pytest.mark.parametrize("id_", PARENTS)
def test_a_list_for_parents_begins_a_check_of_a_child(app: Flask, id_: str) -> None:
    """Its first tick belongs to a child; the visitor's own check stays beside it as it was."""
    client = visitor(app)
    start_check(client, ADULT)
    before, there = items(client), listed(client, id_)
    mark(client, id_, there[0])
    assert PRESSED.findall(client.get(f"/check/short/{id_}").text) == [there[0]]
    assert "Child 1" in client.get(f"/check/short/{id_}").text
    assert 'name="question" value="phone"' in client.get("/check").text
    client.post("/check/start", data={"do": "switch 0"})
    assert items(client) == before
    mark(client, id_, there[1])
    client.post("/check/start", data={"do": "switch 0"})
    assert PRESSED.findall(client.get(f"/check/short/{id_}").text) == there[:2]


def test_looking_at_a_list_for_parents_changes_nothing(client: CheckingClient) -> None:
    """Opening a page never begins a check."""
    start_check(client, ADULT)
    before = items(client)
    client.get("/check/short/first")
    assert items(client) == before
    assert "Child 1" not in client.get("/check/plan").text


def test_without_room_for_another_check_the_list_is_shown(client: CheckingClient) -> None:
    """At the limit a tick goes to the check in front, and nothing is an error."""
    start_check(client, ADULT)
    for _ in range(MAX_CHECKS - 1):
        client.post("/check/start", data={"do": "add"})
        start_check(client, ADULT)
    there = listed(client, "first")
    assert mark(client, "first", there[0]).endswith("#n1")
    assert PRESSED.findall(client.get("/check/short/first").text) == [there[0]]
    assert client.get("/check/plan").status_code == 200


@pytest.mark.parametrize(
    ("id_", "form", "status"),
    [
        ("none", {"who": "adult"}, 404),
        ("none", {"mark": "email-strong done"}, 404),
        ("Evening", {"who": "adult"}, 404),
        ("evening", {"mark": "canary done"}, 400),
        ("evening", {"mark": "email-strong perhaps"}, 400),
        ("evening", {"mark": "email-strong"}, 400),
        ("evening", {"mark": ""}, 400),
        # An item that exists and is in none of its lists.
        ("evening", {"mark": "face-groups done"}, 400),
        ("evening", {"who": "canary"}, 400),
        ("evening", {"who": ["adult", "teen"]}, 400),
        ("evening", {"phone": ["iphone", "samsung"]}, 400),
        ("evening", {"apps": ["whatsapp", "canary"]}, 400),
    ],
)
def test_what_no_button_sends_is_refused(
    client: CheckingClient, id_: str, form: dict[str, str | list[str]], status: int
) -> None:
    """And nothing is remembered of it."""
    answer = client.post(f"/check/short/{id_}", data=form)
    assert answer.status_code == status
    assert "Set-Cookie" not in answer.headers


def test_no_answer_is_in_an_address(client: CheckingClient, library: Library) -> None:
    """Forms post to the page itself; every link of every list is a page of ours, without a query."""
    for one in library.shorts:
        for whose in ("adult", "teen", "child"):
            if one.versions[0].who != FOR_PARENTS:
                says(client, one.id, who=whose)
            page = client.get(f"/check/short/{one.id}").text
            forms = re.findall(r'<form method="(\w+)" action="([^"]+)"', page)
            assert set(forms) == {("post", f"/check/short/{one.id}")}
            assert "?" not in "".join(re.findall(r'href="(/[^"]*)"', page))


def test_every_pointer_leads_somewhere(app: Flask, library: Library) -> None:
    """The pages that a list names are there."""
    targets = {
        pointer.to for one in library.shorts for version in one.versions for pointer in (*version.first, *version.more)
    }
    assert {target: visitor(app).get(target).status_code for target in targets} == dict.fromkeys(targets, 200)
