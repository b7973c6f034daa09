"""Rooms of classes: what a pupil, another host, and somebody who guesses cannot do."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.teach.room import code as codes
from safety.teach.room import forms
from tests.teach.room.samples import OPENING, Host, answers, joined, opened, quick, send

HOST, PUPIL, CHECK = "unshared-host", "unshared-pupil", "unshared"
DOORS = ("/teach/room/desk", "/teach/room/close", "/teach/room/totals", "/teach/room/totals.csv", "/teach/room/opened")
MOVES = ("next", "back", "reveal", "pause", "blank", "timer 5", "go 1")


@pytest.fixture(scope="module")
def two(app: Flask) -> tuple[Host, Host]:
    """Two classes at the same time."""
    return opened(app, lead="Lead of A"), opened(app, lead="Lead of B")


def _as(app: Flask, **cookies: str) -> FlaskClient:
    client = quick(app)
    for name, value in cookies.items():
        client.set_cookie(name.replace("_", "-"), value)
    return client


def _value(client: FlaskClient, name: str) -> str:
    cookie = client.get_cookie(name)
    assert cookie is not None
    return cookie.value


def _version(host: Host) -> str:
    found = re.search(r'name="version" value="(\d+)"', host.desk())
    assert found is not None
    return found[1]


@pytest.mark.attack("V8.2.1", "presses the buttons of the host with the cookie of a pupil, or with none")
@pytest.mark.parametrize("name", [HOST, PUPIL, CHECK, ""])
def test_a_pupil_moves_nothing(app: Flask, two: tuple[Host, Host], name: str) -> None:
    """Under whatever name the cookie is shown: every door leads away, and the room stands where it stood."""
    host = two[0]
    stolen = _value(joined(host), PUPIL)
    client, before = quick(app), _version(host)
    if name:
        client.set_cookie(name, stolen)
    for door in DOORS:
        assert client.get(door).status_code == 303
    for word in MOVES:
        assert client.post("/teach/room/desk", data={"do": word, "version": before}).status_code == 303
    assert client.post("/teach/room/close", data={}).status_code == 303
    assert _version(host) == before


@pytest.mark.attack("V8.4.1", "moves the room of another class with the cookie of an own room")
def test_a_host_moves_only_the_own_room(app: Flask, two: tuple[Host, Host]) -> None:
    """No address and no field names the room of a desk: what is sent with it is ignored."""
    a, b = two
    before = _version(b)
    for more in ({"code": b.code}, {"room": b.code}, {"id": b.code}):
        a.client.post("/teach/room/desk", data={"do": "pause", "version": _version(a), **more})
        a.client.post(f"/teach/room/desk?code={b.code}", data={"do": "pause", "version": _version(a)})
    assert _version(b) == before
    assert "Lead of B" not in a.desk() + a.client.get("/teach/room/totals.csv").text
    assert b.code not in a.desk()


@pytest.mark.attack("V8.2.2", "answers in a room that was never joined, with the cookie of another")
def test_an_answer_counts_in_the_own_room_only(two: tuple[Host, Host]) -> None:
    """The code in the address and the key in the cookie must be of one room."""
    a, b = two
    key, other = a.to_question(), joined(b)
    before = answers(a)
    assert other.post(f"{a.address}/answer", data={"question": key, "choice": "0"}).status_code == 303
    assert answers(a) == before


@pytest.mark.attack("V2.3.1", "answers a question that is not open: one that comes, one that is over, one in a break")
def test_only_the_question_in_front_takes_answers(app: Flask) -> None:
    """Neither before, nor in a break, nor behind a blank screen, nor after the result."""
    host = opened(app)
    phone = joined(host)
    send(host, phone, "0", "0")
    key = host.to_question()
    for word in ("pause", "blank"):
        host.press(word)
        send(host, phone, key, "0")
        host.press(word)
        assert answers(host) == 0
    send(host, phone, f"{int(key.partition('.')[0]) + 1}", "0")
    assert answers(host) == 0
    host.press("reveal")
    send(host, phone, key, "0")
    assert "Your answer is in" not in re.sub(r"<template.*?</template>", "", phone.get(host.address).text, flags=re.S)


@pytest.mark.attack("V2.2.1", "sends choices that a question does not have")
@pytest.mark.parametrize(
    "choice", ["4294967296", "-0", "0x0", "1e0", "0.0", "\u0660", "00", "[]", "null", "0\n", "9" * 5000]
)
def test_a_choice_out_of_range_is_none(two: tuple[Host, Host], choice: str) -> None:
    """A closed word or nothing: no number is read out of it."""
    host = two[1]
    key, phone = host.to_question(), joined(host)
    before = answers(host)
    assert send(host, phone, key, choice).status_code == 303
    assert answers(host) == before


@pytest.mark.attack("V9.2.2", "shows a cookie that was sealed for something else")
def test_a_cookie_opens_only_what_it_was_made_for(app: Flask, two: tuple[Host, Host]) -> None:
    """Host's, pupil's and check's cookie, each under the names of the others."""
    host = two[0]
    cookies = {HOST: _value(host.client, HOST), PUPIL: _value(joined(host), PUPIL)}
    for name, value in cookies.items():
        for other in {HOST, PUPIL, CHECK} - {name}:
            client = quick(app)
            client.set_cookie(other, value)
            assert client.get("/teach/room/desk").status_code == 303
            assert "Lead of A" not in client.get(host.address).text
            assert client.get("/check/plan").status_code == 303


@pytest.mark.attack("V7.4.1", "goes on with a cookie that was copied before the room was closed")
def test_a_cookie_of_a_closed_room_opens_nothing(app: Flask) -> None:
    """Closing ends it at the server: the copy of the cookie is worth nothing."""
    host = opened(app)
    phone = joined(host)
    copies = _value(host.client, HOST), _value(phone, PUPIL)
    host.client.post("/teach/room/close")
    again = _as(app, unshared_host=copies[0], unshared_pupil=copies[1])
    assert [again.get(door).status_code for door in DOORS] == [303] * len(DOORS)
    assert again.get(host.address).status_code == 404
    typed = {"code": host.code, "words": " ".join(host.words)}
    assert quick(app).post("/teach/room/back", data=typed).status_code == 422


@pytest.mark.attack("V2.4.1", "guesses codes of rooms, many at once, to be let into a class")
def test_guesses_wait_for_a_place(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """When as many are tried as may be, the next is told 'busy' before any work; the class that is in goes on."""
    host = opened(app)
    phone = joined(host)
    monkeypatch.setattr("safety.web.limits.WAIT_SECONDS", 0.01)
    with forms.WORK.place(), forms.WORK.place():
        guess = quick(app).post("/join", data={"code": "2222-2222"})
        assert (guess.status_code, "Retry-After" in guess.headers) == (503, True)
        assert quick(app).get("/join/2222-2222").status_code == 503
        assert phone.get(host.address).status_code == 200
        assert quick(app).get(f"{host.address}/now").json["version"] > 0


@pytest.mark.attack("V6.5.4", "counts on codes and words that can be tried out")
def test_codes_and_words_hold_enough_chance() -> None:
    """A code has 40 bits, and each of its letters is as likely as the others."""
    seen: list[int] = []

    def below(count: int) -> int:
        seen.append(count)
        return 0

    codes.make(below)
    assert seen == [32] * 8


@pytest.mark.attack("V6.6.3", "learns from the answer whether a code is of no room, of a closed one, or cannot be one")
def test_every_wrong_code_gets_the_same_page(app: Flask) -> None:
    """And the same headers: there is nothing to sort guesses by."""
    closed = opened(app)
    closed.client.post("/teach/room/close")
    typed = ("2222-2222", closed.code, closed.code.lower())
    told = [quick(app).post("/join", data={"code": one}) for one in typed]
    assert len({(one.status_code, one.text, tuple(sorted(one.headers.keys()))) for one in told}) == 1
    walls = [quick(app).get(f"/join/{one}/wall") for one in typed]
    assert len({(one.status_code, one.text) for one in walls}) == 1
    nows = [quick(app).get(f"/join/{one}/now").json for one in typed]
    assert {(one["version"], one["answers"]) for one in nows} == {(0, 0)}


@pytest.mark.attack("V2.3.4", "presses 'Open the room' twice, to have two rooms of which one is forgotten")
def test_a_room_is_opened_once(app: Flask) -> None:
    """Whoever has one goes to its desk."""
    host = opened(app)
    again = host.client.post("/teach/room/open", data=OPENING)
    assert again.location == "/teach/room/desk"
    assert host.code in host.desk()
    host.client.post("/teach/room/close")
