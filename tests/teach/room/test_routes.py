"""A host and a class without JavaScript: joining, answering, what is refused, coming back, closing."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.config import Config
from safety.teach.room import forms
from tests.conftest import CheckingClient, make_app, visitor
from tests.teach.room.samples import LEAD, OPENING, PLACE, Host, answers, joined, opened, question, send


@pytest.fixture
def host(app: Flask) -> Host:
    """A room of the test's own, just opened."""
    return opened(app)


@pytest.fixture
def app(site_on_each: Flask) -> Flask:
    """The site on each kind of database."""
    return site_on_each


@pytest.mark.parametrize("left_out", ["workshop", "lead", "place", "line", "adult"])
def test_a_room_does_not_open_without(client: CheckingClient, left_out: str) -> None:
    """A plan, a named lead, where they are, a help line, a second adult: one missing, and no cookie and no room."""
    page = client.post("/teach/room/open", data={name: value for name, value in OPENING.items() if name != left_out})
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert "Set-Cookie" not in page.headers
    assert client.get("/teach/room/desk").status_code == 303


@pytest.mark.parametrize(
    ("field", "value"),
    [("lead", "x" * 81), ("place", " \n\u200b"), ("line", "GB 99"), ("line", "XX 0"), ("workshop", "no")],
)
def test_nobody_can_say_anything_else(client: CheckingClient, field: str, value: str) -> None:
    """Too long, nothing that can be seen, a line or a plan that is not there: refused."""
    assert client.post("/teach/room/open", data=OPENING | {field: value}).status_code == 422


def test_what_the_host_typed_is_shown_as_typed(app: Flask) -> None:
    """Signs stay signs, on one line; a second room is not opened by loading the page again."""
    host = opened(app, lead="<b>Ms\nO'Neil</b>")
    screen = joined(host).get(host.address).text
    assert "&lt;b&gt;Ms O&#39;Neil&lt;/b&gt;" in screen
    assert PLACE in screen
    again = host.client.post("/teach/room/open", data=OPENING)
    assert again.status_code == 303
    assert host.code in host.desk()


def test_an_own_plan_opens_a_room_for_its_group(client: CheckingClient) -> None:
    """A run sheet posts its activities; the form counts the steps and carries the plan on."""
    page = client.post("/teach/room", data={"group": "13-15", "plan": ["welcome 5", "quiz 10", "no-such 3"]})
    assert page.status_code == 200
    assert page.text.count('name="plan"') >= 2
    own = {name: value for name, value in OPENING.items() if name != "workshop"}
    answer = client.post("/teach/room/open", data={**own, "group": "13-15", "plan": ["welcome 5", "quiz 10"]})
    assert answer.headers["Location"] == "/teach/room/opened"
    assert client.get("/teach/room/opened").status_code == 200


def test_the_words_are_shown_for_a_minute(app: Flask, client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was lost on the way can be loaded again; later the same address leads to the desk, and then away."""
    host = opened(app)
    page = host.client.get("/teach/room/opened")
    assert all(f"<li>{word}</li>" in page.text for word in host.words)
    assert page.headers["Cache-Control"] == "no-store"
    monkeypatch.setattr("safety.teach.room.forms.WORDS_SECONDS", -1)
    late = host.client.get("/teach/room/opened")
    assert late.headers["Location"] == "/teach/room/desk"
    assert not any(f"<li>{word}</li>" in late.text + host.desk() for word in host.words)
    assert client.get("/teach/room/opened").headers["Location"] == "/teach/room/desk"
    assert client.get("/teach/room/desk").headers["Location"] == "/teach/room"


def test_looking_sets_no_cookie(host: Host, client: CheckingClient) -> None:
    """Only a press on 'Join' does, and it asks nothing else."""
    for address in ("/join", host.address, f"{host.address}/wall", f"{host.address}/now", "/teach/room"):
        assert "Set-Cookie" not in client.get(address).headers
    assert client.get_cookie("unshared-pupil") is None
    client.post(host.address)
    assert client.get_cookie("unshared-pupil") is not None
    assert LEAD in client.get(host.address).text


def has_answered(host: Host, phone: FlaskClient) -> bool:
    """Whether the phone's page says so; the words that wait there for the script do not count."""
    return "Your answer is in" in re.sub(r"<template.*?</template>", "", phone.get(host.address).text, flags=re.DOTALL)


def test_eight_answer_and_the_host_shows_it(app: Flask) -> None:
    """The desk and the wall count; results are on the desk, the wall and every phone, for good."""
    host = opened(app)
    phones = [joined(host) for _ in range(8)]
    key = host.to_question()
    for number, phone in enumerate(phones, 1):
        assert not has_answered(host, phone)
        send(host, phone, key, "0")
        assert answers(host) == number
        assert has_answered(host, phone)
    assert "data-answers>8<" in phones[0].get(f"{host.address}/wall").text
    host.press("reveal")
    for page in (host.desk(), phones[0].get(host.address).text, phones[0].get(f"{host.address}/wall").text):
        assert 'class="most"' in page
    checked = visitor(app)
    for name, client in (("unshared-host", host.client), ("unshared-pupil", phones[0])):
        cookie = client.get_cookie(name)
        assert cookie is not None
        checked.set_cookie(name, cookie.value)
    for address in ("/teach/room/desk", "/teach/room", "/teach/room/close", host.address, f"{host.address}/wall"):
        assert checked.get(address).status_code == 200, "each passes every check of a page"
    late = joined(host)
    assert 'class="most"' in late.get(host.address).text, "who joins late sees what the others see"
    send(host, late, key, "1")
    assert "Your answer is in" not in late.get(host.address).text


def test_seven_answers_show_nothing(app: Flask) -> None:
    """The question is closed all the same."""
    host = opened(app)
    key = host.to_question()
    for phone in [joined(host) for _ in range(7)]:
        send(host, phone, key, "0")
    host.press("reveal")
    page = host.desk()
    assert "too few answers" in page
    assert 'class="bars"' not in page
    assert 'value="reveal"' not in page


def test_forged_answers_change_nothing(app: Flask, host: Host) -> None:
    """Unknown choices, other questions, another room's cookie, no cookie: nothing is counted, nothing breaks."""
    key, phone, other = host.to_question(), joined(host), opened(app)
    for choice in ("99", "-1", "", "yes", "0 ", "255", "\u0660"):
        assert send(host, phone, key, choice).status_code == 303
    for wrong in ("", "0", "999", key + ".0"):
        send(host, phone, wrong, "0")
    send(host, joined(other), key, "0")
    assert send(host, visitor(app), key, "0").status_code == 303
    assert answers(host) == 0
    send(host, phone, key, "pass")
    assert answers(host) == 1


def test_a_page_that_is_older_moves_nothing(host: Host) -> None:
    """A second press on the same button, or a press on a page of another tab, changes nothing."""
    version = re.search(r'name="version" value="(\d+)"', host.desk())
    assert version is not None
    for _ in range(2):
        host.client.post("/teach/room/desk", data={"do": "pause", "version": version[1]})
    assert "End the break" in host.desk()
    phone = joined(host)
    assert "A short break" in phone.get(host.address).text
    host.press("pause")
    assert host.client.post("/teach/room/desk", data={"do": "canary", "version": "1"}).status_code in (303, 400)


@pytest.mark.parametrize("address", ["/teach/room/desk", "/teach/room/close"])
def test_a_pupil_is_no_host(app: Flask, host: Host, address: str) -> None:
    """With a pupil's cookie, also one that is renamed to the host's, the desk is another's."""
    phone = joined(host)
    cookie = phone.get_cookie("unshared-pupil")
    assert cookie is not None
    assert phone.get(address).status_code == 303
    forged = visitor(app)
    for name in ("unshared-host", "unshared"):
        forged.set_cookie(name, cookie.value)
    assert forged.get(address).status_code == 303
    assert forged.post(address, data={"do": "next", "version": "1"}).status_code == 303
    assert host.client.get("/teach/room/desk").status_code == 200


@pytest.mark.attack("V6.6.3", "tries codes of rooms one after the other, as fast as answers come")
def test_a_guess_costs_work_and_tells_nothing(
    host: Host, client: CheckingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each wrong code takes the work of the right one, each time; the class that is in the room pays nothing."""
    worked: list[str] = []
    real = forms.master_of

    def counted(code: str, salt: bytes) -> bytes:
        worked.append(code)
        return real(code, salt)

    monkeypatch.setattr(forms, "master_of", counted)
    pages = [client.get(address) for address in ("/join/2222-2222", "/join/2222-2222", "/join/3333-3333/wall")]
    posted = client.post("/join", data={"code": "2222-2222"})
    assert worked == ["22222222", "22222222", "33333333", "22222222"]
    assert {page.status_code for page in pages} == {404}
    assert posted.status_code == 422
    assert len({page.text for page in (*pages, posted)}) == 1
    client.get("/join/2222-2222/now")
    assert len(worked) == 5
    joined(host).get(host.address)
    assert len(worked) == 5


def test_a_closed_room_looks_like_none(app: Flask) -> None:
    """Phones, wall and desk are told the same as for a wrong code, and their cookies are taken back."""
    host = opened(app)
    phone = joined(host)
    assert host.client.get("/teach/room/close").status_code == 200
    assert host.client.post("/teach/room/close").status_code == 200
    assert host.client.get_cookie("unshared-host") is None
    assert host.client.get("/teach/room/desk").status_code == 303
    page = phone.get(host.address)
    assert page.status_code == 404
    assert page.text == visitor(app).get("/join/2222-2222").text
    assert phone.get_cookie("unshared-pupil") is None
    assert '"version":0' in phone.get(f"{host.address}/now").text


def test_a_host_comes_back_with_six_words(app: Flask, host: Host) -> None:
    """From another device with the code and the words, in any form; a wrong word, or a pupil's guess, opens nothing."""
    other = visitor(app)
    assert len(host.words) == 6
    wrong = [("2222-2222", " ".join(host.words)), (host.code, "one two three four five six"), (host.code, "")]
    for code, words in wrong:
        assert other.post("/teach/room/back", data={"code": code, "words": words}).status_code == 422
    typed = " ,\n".join(word.upper() for word in host.words)
    assert other.post("/teach/room/back", data={"code": host.code.lower(), "words": typed}).status_code == 303
    assert host.code in other.get("/teach/room/desk").text


def test_a_word_with_a_slip_is_told(app: Flask, host: Host) -> None:
    """As for a kept check: which word is on no list, and what it may have been; nothing is tried with it."""
    page = visitor(app).post("/teach/room/back", data={"code": host.code, "words": "abacus zooom yoyo grid unfold"})
    assert page.status_code == 422
    assert all(words in page.text for words in ("We found 5 words", "The second word is not on", "<b>zoom</b>"))


def test_a_slip_in_the_address_takes_no_phone_out_of_its_room(host: Host) -> None:
    """The page says that there is no such room, and the phone is still in its own, with what it has answered."""
    phone = joined(host)
    assert phone.get("/join/2222-2222").status_code == 404
    assert LEAD in phone.get(host.address).text


def test_a_phone_can_leave(host: Host) -> None:
    """Leaving forgets the room on this phone; it can join again."""
    phone = joined(host)
    assert phone.post(f"{host.address}/leave").headers["Location"] == "/join"
    assert phone.get_cookie("unshared-pupil") is None
    assert 'action="/join/' in phone.get(host.address).text


def test_every_screen_has_the_quiet_card_and_no_leaders_note(app: Flask) -> None:
    """Through a whole workshop: on each phone the lead, the help line, passing and leaving; no note on the wall."""
    host = opened(app)
    phone = visitor(app)
    phone.post(host.address)
    for _ in range(100):
        screen, wall = phone.get(host.address).text, phone.get(f"{host.address}/wall").text
        assert all(words in screen for words in (LEAD, PLACE, "You can pass on everything", "/leave"))
        assert ('value="pass"' in screen) == ('name="question"' in screen)
        assert "<form" not in wall
        assert "Someone to talk to" not in wall
        if "This was the last step" in host.desk():
            break
        host.press("next")
    assert "This was the last step" in host.desk()


def test_a_pass_looks_like_any_answer(host: Host) -> None:
    """The same address, the same answer back, the same page afterwards."""
    key, one, other = host.to_question(), joined(host), joined(host)
    ends = []
    for phone, choice in ((one, "0"), (other, "pass")):
        went = send(host, phone, key, choice).headers["Location"]
        # When a phone asks next is its own, so that not all come at once.
        ends.append((went, re.sub(r'data-wait="\d+"', "", phone.get(host.address).text)))
    assert ends[0] == ends[1]
    assert answers(host) == 2


def test_the_script_is_told_in_a_word_whether_an_answer_was_taken(app: Flask, host: Host) -> None:
    """Taken, also as a pass or again; not taken when forged, closed, moved on, or from a phone elsewhere."""
    key, phone, json = host.to_question(), joined(host), {"Accept": "application/json"}

    def told(client: FlaskClient, choice: str, question: str = key) -> object:
        sent = {"question": question, "choice": choice}
        answer = client.post(f"{host.address}/answer", data=sent, headers=json)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.json

    assert [told(phone, choice) for choice in ("0", "1", "pass")] == [{"taken": True}] * 3
    assert answers(host) == 1
    strangers = (visitor(app), joined(opened(app)))
    assert [told(client, "0") for client in strangers] == [{"taken": False}] * 2
    assert told(phone, "99") == told(phone, "0", "999") == {"taken": False}
    host.press("reveal")
    assert told(phone, "0") == {"taken": False}
    host.press("next")
    assert told(phone, "0") == {"taken": False}


def test_what_the_script_says_after_an_answer_is_what_the_page_says(host: Host) -> None:
    """The words wait in the page, the same for everybody; after a coin there are no buttons any more."""
    for coins, changes in ((True, False), (False, True)):
        key, phone = host.to_question(coins=coins), joined(host)
        before = phone.get(host.address).text
        waiting = before.partition("<template data-taken>")[2].partition("</template>")[0]
        said = re.findall(r"<p[^>]*>[^<]+</p>", waiting)
        assert len(said) == 1
        assert ("<details" in waiting) is changes
        assert "<form" not in waiting
        send(host, phone, key, "yes" if coins else "0")
        after = phone.get(host.address).text.partition("<div data-answer>")[2].partition("</div>")[0]
        assert said[0] in after
        assert ("<form" in after) is changes


def test_coins_send_yes_or_no(host: Host) -> None:
    """Before and after take the words of the coins; without script the page speaks of a real coin."""
    key = host.to_question(coins=True)
    phone = joined(host)
    assert "Take a coin" in phone.get(host.address).text
    send(host, phone, key, "0")
    assert answers(host) == 0
    send(host, phone, key, "yes")
    assert answers(host) == 1


def test_a_room_is_found_again_after_a_restart(app: Flask, config: Config) -> None:
    """A server that starts anew knows the room, its step and its answers by the cookies alone."""
    host = opened(app)
    phone = joined(host)
    key = host.to_question()
    send(host, phone, key, "0")
    again = make_app(config)
    again.extensions["database"] = app.extensions["database"]
    for client, name in ((host.client, "unshared-host"), (phone, "unshared-pupil")):
        cookie = client.get_cookie(name)
        assert cookie is not None
        moved = visitor(again)
        moved.set_cookie(name, cookie.value)
        if name == "unshared-host":
            assert answers(Host(moved, host.code, host.words)) == 1
        else:
            assert "Your answer is in" in moved.get(host.address).text
            assert question(moved.get(host.address).text) == key
