"""Kept checks and their six words: guessing, replaying, two at once. Work is counted, never seconds."""

from __future__ import annotations

import io
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, text

from safety.check import forms
from safety.check.progress import MAX_CHECKS, Check, Progress
from safety.check.saved import carried, sealing
from safety.library import six_words
from tests.check.test_saved import SHOWN, do, stored
from tests.journeys import items, start_check
from tests.teach.room.samples import quick

WRONG = "zoom yearbook wolverine zeppelin zookeeper washbasin"


@dataclass
class Work:
    """What a request cost: words that were worked on, and questions to the database."""

    words: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def taken(self) -> tuple[list[int], list[str]]:
        """What was counted since it was last taken."""
        found = list(self.words), list(self.asked)
        self.words.clear()
        self.asked.clear()
        return found


@pytest.fixture
def work(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    """Counts the work on words, by how heavy it is, and every question to the database."""
    counted, real = Work(), sealing.master

    def master(words: object, salt: bytes, work: sealing.Work = sealing.LIGHT) -> bytes:
        counted.words.append(work.rounds)
        return real(words, salt, work)  # type: ignore[arg-type]  # as it came

    def asked(*given: object) -> None:
        counted.asked.append(re.sub(r"\s+", " ", str(given[2])))

    monkeypatch.setattr(sealing, "master", master)
    engine = app.extensions["database"]
    event.listen(engine, "before_cursor_execute", asked)
    yield counted
    event.remove(engine, "before_cursor_execute", asked)


@pytest.fixture
def keeper(app: Flask) -> tuple[FlaskClient, str]:
    """A visitor with a kept check, and its words."""
    with app.extensions["database"].begin() as connection:
        connection.execute(text("DELETE FROM plans"))
    client = quick(app)
    start_check(client)
    return client, " ".join(SHOWN.findall(do(client, "keep").text))


def _opening(app: Flask, words: str, work: Work) -> tuple[list[int], list[str], str]:
    work.taken()
    answer = do(quick(app), "open", words=words)
    assert answer.status_code == 422
    return *work.taken(), answer.text.replace(words, "")


@pytest.mark.attack("V6.3.1", "learns from work or words of the answer whether six words open something, or did once")
def test_wrong_deleted_and_expired_words_cost_the_same(app: Flask, keeper: tuple[FlaskClient, str], work: Work) -> None:
    """One heavy step and the same questions, whatever the reason is that nothing opens; the same page."""
    never = _opening(app, WRONG, work)
    client, words = keeper
    with app.extensions["database"].begin() as connection:
        old = forms.today() - timedelta(days=400)
        connection.execute(text("UPDATE plans SET last_used = :day"), {"day": old.isoformat()})
    expired = _opening(app, words, work)
    do(client, "delete")
    with app.extensions["database"].begin() as connection:
        connection.execute(text("DELETE FROM plans"))
    deleted = _opening(app, words, work)
    assert never == expired == deleted
    assert never[0] == [sealing.LIGHT.rounds]
    assert never[1]


@pytest.mark.attack("V2.4.1", "tries six words after six words, faster than a person types")
def test_guesses_of_words_wait_for_a_place(app: Flask, monkeypatch: pytest.MonkeyPatch, work: Work) -> None:
    """Two at a time; the next is told 'busy' without any work, and says when to come again."""
    monkeypatch.setattr("safety.web.limits.WAIT_SECONDS", 0.01)
    with forms.TRYING_WORDS.place(), forms.TRYING_WORDS.place():
        work.taken()
        answer = do(quick(app), "open", words=WRONG)
        assert (answer.status_code, work.taken()[0]) == (503, [])
        assert "Retry-After" in answer.headers
        assert quick(app).get("/check").status_code == 200


@pytest.mark.attack("V6.5.2", "counts on words with little chance in them, or on a light lock")
def test_six_words_hold_77_bits_behind_a_heavy_step(app: Flask, work: Work, keeper: tuple[FlaskClient, str]) -> None:
    """Drawn evenly from more than 7,500 words; nothing of them is in a row."""
    counts: list[int] = []
    six_words.draw(lambda count: counts.append(count) or 0)  # type: ignore[func-returns-value]  # counts, and gives 0
    assert counts == [len(six_words.drawn_from())] * 6
    assert six_words.bits() > 77
    assert sealing.LIGHT.rounds >= 1 << 14
    assert carried.WORK.rounds >= 1 << 15
    ((id_, sealed_),) = stored(app)
    assert all(word.encode() not in id_ + sealed_ for word in keeper[1].split())


@pytest.mark.attack("V2.3.3", "posts the same form twice, from two tabs, or with the button of an old page")
@pytest.mark.parametrize("what", ["keep", "delete", "delete-here", "stop", "renew", "ask"])
def test_a_form_that_comes_twice_does_nothing_more(app: Flask, keeper: tuple[FlaskClient, str], what: str) -> None:
    """The second one finds it done: no second row, no error, no words of another."""
    client, words = keeper
    before = len(stored(app))
    first = do(client, what)
    rows = stored(app)
    second = do(client, what)
    assert {first.status_code, second.status_code} <= {200, 303}
    assert len(rows) <= before
    assert len(stored(app)) <= len(rows)
    assert not set(SHOWN.findall(second.text)) & set(words.split()) or what != "keep"


@pytest.mark.attack("V2.3.1", "skips a step: words are exchanged, files made or checks deleted that never were shown")
@pytest.mark.parametrize(
    "what", ["rename", "download", "delete", "delete-here", "renew", "ask", "file", "keep", "bring"]
)
def test_a_step_without_the_one_before_does_nothing(app: Flask, keeper: tuple[FlaskClient, str], what: str) -> None:
    """Somebody without a check presses every button: no row changes, and no row is made."""
    before = stored(app)
    answer = do(quick(app), what, words=WRONG, page="0" * 16)
    assert answer.status_code in (303, 400, 422)
    assert stored(app) == before


@pytest.mark.attack("V8.2.2", "gives new words to the kept check of somebody else, by a form made for another")
def test_new_words_reach_the_own_check_only(app: Flask, keeper: tuple[FlaskClient, str]) -> None:
    """The mark of another's page, of no page, or none: the check keeps its words."""
    client, words = keeper
    other = quick(app)
    start_check(other)
    do(other, "keep")
    page = re.findall(r'name="page" value="([0-9a-f]+)"', do(other, "renew").text)[0]
    for mark in (page, "0" * 16, "", "../" * 4):
        do(client, "rename", words=WRONG, page=mark)
    assert do(quick(app), "open", words=words).status_code == 303
    assert do(quick(app), "open", words=WRONG).status_code == 422


@pytest.mark.attack(
    "V2.3.4", "asks for new words from two devices in the same moment, so that the check is lost or doubled"
)
def test_two_that_make_new_words_at_once_leave_one_check(app: Flask, keeper: tuple[FlaskClient, str]) -> None:
    """One of them wins whole: there is one row, and it opens with the words of the one."""
    words = keeper[1]
    here, there = quick(app), quick(app)
    shown = []
    for device in (here, there):
        do(device, "open", words=words)
        page = do(device, "renew").text
        mark = re.findall(r'name="page" value="([0-9a-f]+)"', page)[0]
        shown.append((device, " ".join(SHOWN.findall(page)), mark))
    gate = threading.Barrier(2)

    def press(device: FlaskClient, fresh: str, mark: str) -> None:
        gate.wait()
        do(device, "rename", words=fresh, page=mark)

    threads = [threading.Thread(target=press, args=one) for one in shown]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stored(app)) == 1
    opens = [do(quick(app), "open", words=one).status_code for one in (words, *(fresh for _, fresh, _ in shown))]
    assert sorted(opens) == [303, 422, 422]
    assert opens[0] == 422


@pytest.mark.attack("V2.3.2", "puts 99 checks side by side, to make a cookie that no browser keeps")
def test_a_cookie_holds_a_number_of_checks(app: Flask) -> None:
    """However often 'another one' is pressed, and however much is ticked: the cookie stays below what browsers keep."""
    client = quick(app)
    start_check(client)
    for _ in range(99):
        assert client.post("/check/start", data={"do": "add"}).status_code in (303, 400)
        client.post("/check/plan", data={"mark": "two-factor done"})
    for id_ in items(client):
        client.post("/check/plan", data={"mark": f"{id_} later"})
    cookie = client.get_cookie("unshared")
    assert cookie is not None
    assert len(cookie.value) < 3072
    start_check(client)
    assert client.get("/check/plan").text.count('value="switch ') <= MAX_CHECKS


@pytest.mark.attack("V2.2.1", "goes to a check that is not there: a place below, above, or no number")
@pytest.mark.parametrize("place", ["-1", "6", "11", "12", "1e1", "\u0661", "0x1", "", " 1", "99999999999999999999"])
def test_there_is_no_check_outside_the_list(app: Flask, place: str) -> None:
    """Nothing is shown and nothing breaks; the one in front stays in front."""
    client = quick(app)
    start_check(client)
    assert client.post("/check/start", data={"do": f"switch {place}"}).status_code in (303, 400)
    assert client.get("/check/plan").status_code == 200


@pytest.mark.attack("V5.2.2", "brings a file that is cut, grown, of another version, or changed by one bit")
def test_a_hostile_list_is_refused(app: Flask, work: Work) -> None:
    """Each costs no work, or that of one try; none opens, and none breaks the page."""
    whole = carried.write(Progress((Check(id=1),)), WRONG.split(), os.urandom)
    work.taken()
    light = [
        b"",
        b"L",
        whole[:4],
        whole[:21],
        whole[:-1],
        whole + b"\0",
        b"LIST\xff" + whole[5:],
        b"PK\3\4" + whole,
        whole * 200,
    ]
    heavy = [whole[:-1] + bytes([whole[-1] ^ 1]), whole[:5] + bytes(16) + whole[21:], b"LIST\0" + whole[5:]]
    for content in (*light, *heavy):
        answer = do(quick(app), "bring", words=WRONG, file=(io.BytesIO(content), "list.dat"))
        assert answer.status_code == 422
        assert work.taken()[0] == ([carried.WORK.rounds] if content in heavy else [])


@pytest.mark.attack("V2.4.1", "brings a file that asks for a thousand times the work on its words")
def test_a_file_cannot_raise_the_work(app: Flask, work: Work) -> None:
    """How heavy it is stands in our code: every file, whatever its bytes, costs the same."""
    for number in range(5):
        head = b"LIST\1" + bytes([255 - number]) * 16
        content = head + bytes(carried.NONCE_BYTES + carried.TAG_BYTES + carried.STEP_BYTES * (number + 1))
        assert do(quick(app), "bring", words=WRONG, file=(io.BytesIO(content), "x")).status_code == 422
    assert work.taken()[0] == [carried.WORK.rounds] * 5
