"""The check as a visitor walks it: with forms alone, forwards, back, for several people, and to its end."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask

from safety.check.progress import MAX_CHECKS
from safety.library.schema import Library
from tests.conftest import CheckingClient, visitor
from tests.journeys import ADULT, TEEN, answer, items, start_check

QUESTION = re.compile(r'name="question" value="([a-z]+)"')
PRESSED = re.compile(r'name="mark" value="([a-z0-9-]+) open" aria-pressed="true"')
CHECKED = re.compile(r'name="choice" value="([a-z-]+)"[^>]* checked')


def question(client: CheckingClient) -> str:
    """The question that is asked now."""
    return QUESTION.findall(client.get("/check").text)[0]


def mark(client: CheckingClient, id_: str, word: str) -> int:
    """Marks an item, as its button does."""
    return client.post("/check/plan", data={"mark": f"{id_} {word}"}).status_code


def again(client: CheckingClient, do: str) -> None:
    """Presses one of the buttons below the plan."""
    assert client.post("/check/start", data={"do": do}).status_code == 303


@pytest.mark.parametrize("answers", [ADULT, TEEN], ids=["adult", "teen"])
def test_the_questions_lead_to_a_plan(client: CheckingClient, answers: dict[str, list[str]]) -> None:
    """Each answer leads to the next question, and the last one to the list."""
    for asked, choices in answers.items():
        assert question(client) == asked
        answer(client, asked, choices)
    assert client.get("/check").headers["Location"] == "/check/plan"
    assert len(items(client)) > 20


def test_skipping_everything_leads_to_a_plan(client: CheckingClient) -> None:
    """Somebody who tells nothing still gets a list, that of a person under 18."""
    for _ in range(5):
        answer(client, question(client), [], go="skip")
    assert len(items(client)) > 10


def test_back_shows_what_was_chosen(client: CheckingClient) -> None:
    """One step back, and the choice is still there to be changed."""
    answer(client, "who", ["adult"])
    answer(client, "phone", ["samsung"])
    answer(client, "apps", [], go="back")
    assert question(client) == "phone"
    assert CHECKED.findall(client.get("/check").text) == ["samsung"]


def test_the_intimate_question_is_for_adults(client: CheckingClient) -> None:
    """Nobody else sees it, and posting it all the same is refused."""
    start_check(client, TEEN)
    assert client.get("/check").status_code == 303
    assert answer(client, "intimate", ["yes"]).status_code == 400


def test_a_plan_before_the_questions_leads_to_them(client: CheckingClient) -> None:
    """A bookmark of the plan begins at the beginning."""
    for path in ("/check/plan", "/check/print"):
        assert client.get(path).headers["Location"] == "/check"
    answer(client, "who", ["adult"])
    assert client.get("/check/plan").headers["Location"] == "/check"


def test_an_answer_without_a_cookie_begins_at_the_beginning(client: CheckingClient) -> None:
    """When the twelve hours are over in the middle of a question, the first one is asked."""
    assert answer(client, "careful", ["yes"]).headers["Location"] == "/check"
    assert client.get_cookie("unshared") is None
    assert client.post("/check/plan", data={"mark": "two-factor done"}).headers["Location"] == "/check"
    assert client.get_cookie("unshared") is None


def test_a_mark_is_kept_and_moves_nothing(client: CheckingClient) -> None:
    """Done, later, not for me, and open again: the list stays as it is, and the answer comes back to it."""
    start_check(client)
    before = items(client)
    for word in ("done", "later", "no"):
        assert mark(client, before[0], word) == 303
        assert PRESSED.findall(client.get("/check/plan").text) == [before[0]]
        assert items(client) == before
    assert mark(client, before[0], "open") == 303
    assert PRESSED.findall(client.get("/check/plan").text) == []


def test_the_count_follows_the_marks(client: CheckingClient) -> None:
    """The ring counts what is done of what is for this person."""
    start_check(client)
    ids = items(client)
    assert f"0/{len(ids)}<" in client.get("/check/plan").text
    mark(client, ids[0], "done")
    mark(client, ids[1], "no")
    assert f"1/{len(ids) - 1}<" in client.get("/check/plan").text


def test_everything_done_is_said(client: CheckingClient) -> None:
    """Whoever ticks all of it reads that it is all."""
    start_check(client, {**TEEN, "apps": []})
    for id_ in items(client):
        mark(client, id_, "done")
    assert "That is everything that matters here." in client.get("/check/plan").text


def test_an_unknown_item_or_mark_is_refused(client: CheckingClient, library: Library) -> None:
    """Nothing else than our own items and words gets into a cookie."""
    start_check(client)
    for sent in ("nothing done", f"{library.items[0].id} perhaps", "", " done", "done"):
        assert client.post("/check/plan", data={"mark": sent}).status_code == 400


def test_several_checks_stand_side_by_side(client: CheckingClient) -> None:
    """Me and each child have a list of their own, one button apart."""
    start_check(client, ADULT)
    first = items(client)
    mark(client, first[0], "done")
    again(client, "add")
    assert question(client) == "who"
    start_check(client, {**TEEN, "who": ["child"]})
    assert items(client) != first
    assert PRESSED.findall(client.get("/check/plan").text) == []
    page = client.get("/check/plan").text
    assert "Child 1" in page
    again(client, "switch 0")
    assert items(client) == first
    assert PRESSED.findall(client.get("/check/plan").text) == [first[0]]


def test_no_more_checks_than_there_is_room_for(client: CheckingClient) -> None:
    """At the limit there is no button, and a post changes nothing."""
    start_check(client)
    for _ in range(MAX_CHECKS - 1):
        assert 'value="add"' in client.get("/check/plan").text
        again(client, "add")
        start_check(client)
    assert 'value="add"' not in client.get("/check/plan").text
    again(client, "add")
    assert client.get("/check/plan").status_code == 200


@pytest.mark.parametrize("do", ["switch", "switch x", "switch -1", "", "delete", f"switch {'9' * 5000}"])
def test_an_unknown_button_is_refused(client: CheckingClient, do: str) -> None:
    """What no button sends changes nothing and is no error of ours."""
    start_check(client)
    assert client.post("/check/start", data={"do": do}).status_code == 400


def test_a_check_that_is_not_there_changes_nothing(client: CheckingClient) -> None:
    """An old page with a button for a check that is gone is harmless."""
    start_check(client)
    before = items(client)
    again(client, "switch 5")
    assert items(client) == before


def test_changing_the_answers_keeps_the_marks(client: CheckingClient) -> None:
    """Going through the questions again starts at the first, with the choices and ticks still there."""
    start_check(client)
    first = items(client)[0]
    mark(client, first, "done")
    again(client, "change")
    assert CHECKED.findall(client.get("/check").text) == ["adult"]
    start_check(client)
    assert PRESSED.findall(client.get("/check/plan").text) == [first]


def test_starting_again_forgets(client: CheckingClient) -> None:
    """The cookie is gone, and the first question is asked with nothing chosen."""
    start_check(client)
    again(client, "forget")
    assert client.get_cookie("unshared") is None
    assert question(client) == "who"
    assert CHECKED.findall(client.get("/check").text) == []


def test_the_paper_holds_what_is_left_to_do(client: CheckingClient, library: Library) -> None:
    """Every item is printed but those that are not for this person."""
    start_check(client)
    ids = items(client)
    mark(client, ids[0], "no")
    titles = {item.id: item.title for item in library.items}
    paper = unescape(client.get("/check/print").text)
    shown = [id_ for id_ in ids if f"></span>{titles[id_]} <" in paper]
    assert shown == ids[1:]


def test_what_may_be_noticed_is_said_before_the_steps(client: CheckingClient, library: Library) -> None:
    """An item that can alert somebody says so before what to do."""
    start_check(client)
    page = client.get("/check/plan").text
    alerts = [item for item in library.items if item.alert and f'"{item.id} done"' in page]
    assert alerts
    for item in alerts:
        part = page[page.index(f'"{item.id} done"') :]
        assert part.index("Someone may notice.") < part.index("<ol>" if "<ol>" in part else "<li>")


def test_an_app_for_adults_is_offered_to_adults(app: Flask) -> None:
    """A teen is not asked about dating apps."""
    for who, there in (("adult", True), ("teen", False), ("child", False)):
        client = visitor(app)
        answer(client, "who", [who])
        answer(client, "phone", ["iphone"])
        assert ('value="dating"' in client.get("/check").text) is there


def test_the_reminder_is_a_calendar_file(client: CheckingClient) -> None:
    """A neutral name, a neutral title, and no word of where it is from."""
    response = client.post("/check/reminder", data={"after": "month"})
    assert response.mimetype == "text/calendar"
    assert response.headers["Content-Disposition"] == 'attachment; filename="reminder.ics"'
    assert b"SUMMARY:Have a look at the list\r\n" in response.data
    assert b"localhost" not in response.data
    assert "Set-Cookie" not in response.headers


def test_two_reminders_are_two(client: CheckingClient) -> None:
    """A calendar does not take the second for the first."""
    uids = {re.findall(rb"UID:(\S+)", client.post("/check/reminder", data={"after": "week"}).data)[0] for _ in "ab"}
    assert len(uids) == 2
