"""The pages of totals: for the host alone while the room is open, and a sum that anybody can make of files."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from safety.library.schema import Library
from safety.library.teach_schema import Step
from safety.teach.counting.kept_files import MAX_FILES
from safety.teach.counting.totals import as_csv
from safety.teach.room import forms, store
from safety.teach.room.keys import KEY_BYTES, Keys
from safety.teach.room.state import State, host_digest
from tests.conftest import CheckingClient, visitor
from tests.teach.counting import made

SECRET = b"s" * 32


@pytest.fixture
def host(app: Flask, library: Library) -> CheckingClient:
    """The host of a room in which every kind of ending has come."""
    return host_of(app, made.a_room(library), b"k" * KEY_BYTES)


def host_of(app: Flask, room: State, master: bytes) -> CheckingClient:
    """A visitor who holds the cookie of a host, and the room that it opens."""
    keys, client = Keys.of(master), visitor(app)
    with app.extensions["database"].begin() as connection:
        store.remove(connection, keys)
        store.add(connection, keys, replace(room, host=host_digest(SECRET)), store.hour_of(time.time()))
    with app.test_request_context():
        response = forms.write_host(app.response_class(), keys, SECRET)
    name, value = response.headers["Set-Cookie"].split(";")[0].split("=", 1)
    client.set_cookie(name, value)
    return client


def send(client: FlaskClient, contents: Sequence[bytes], path: str = "/teach/totals") -> tuple[int, str]:
    """Status and page after files were chosen."""
    files = [(io.BytesIO(content), f"canary-{at}.csv") for at, content in enumerate(contents)]
    response = client.post(path, data={"file": files})
    return response.status_code, response.text


def classes(library: Library, count: int, yes: int, no: int) -> list[bytes]:
    """The files of so many classes that were asked before, each alike."""
    room = made.state((Step.BEFORE, library.beliefs[0].id, made.coins(yes, no)))
    return [as_csv(made.totals(library, room, bytes([at]) * 32)) for at in range(count)]


def test_host_sees_the_report_and_keeps_the_file(host: CheckingClient) -> None:
    """Everything that was shown is on the page, and the file comes as a file."""
    page = host.get("/teach/room/totals")
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert page.text.count("<table") >= 3
    assert "Not enough answers to show" in page.text
    kept = host.get("/teach/room/totals.csv")
    assert kept.headers["Content-Disposition"] == 'attachment; filename="totals.csv"'
    assert kept.data.decode("utf-8-sig").startswith("room,kind,question")


def test_one_class_is_told_kindly_that_it_is_too_small(host: CheckingClient) -> None:
    """No share of 23 answers is shown, and the way on is."""
    text = host.get("/teach/room/totals").text
    assert "not yet: 74 more answers" in text
    assert 'href="/teach/totals"' in text


@pytest.mark.parametrize("path", ["/teach/room/totals", "/teach/room/totals.csv"])
def test_nobody_else_sees_them(client: CheckingClient, path: str) -> None:
    """Without the host's cookie there is no room here."""
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/teach/room")


def test_a_room_without_results_has_nothing_to_keep(app: Flask, library: Library) -> None:
    """The page says so instead of showing an empty table."""
    client = host_of(app, replace(made.a_room(library), results=()), b"e" * KEY_BYTES)
    text = client.get("/teach/room/totals").text
    assert "Nothing has been revealed" in text
    assert "<table" not in text


def test_several_classes_show_what_one_cannot(client: CheckingClient, library: Library) -> None:
    """Five classes of 24 are 120 answers: with 58 in 100 yeses about 67 in 100 agree, and the margin is there."""
    status, text = send(client, classes(library, 5, 14, 10))
    assert status == 200
    assert "5 classes" in text
    assert "120 answers" in text
    assert "about 67" in text
    assert "from 49 to 85" in text


def test_too_few_classes_hear_how_many_answers_are_missing(client: CheckingClient, library: Library) -> None:
    """Nothing is shown too early."""
    _, text = send(client, classes(library, 2, 14, 10))
    assert "not yet: 49 more answers" in text
    assert "about" not in text.split("How this can be")[0].split('id="sum"')[1]


def test_a_wrong_file_is_named_by_its_place(client: CheckingClient, library: Library) -> None:
    """Its name is never shown, and the others count."""
    status, text = send(client, [*classes(library, 1, 14, 10), b"a,b", b"\x00\xff"])
    assert status == 200
    assert "The files at places 2, 3 are no files of totals" in text
    assert "1 class<" in text
    assert "canary" not in text


@pytest.mark.parametrize("contents", [[], [b"what"]])
def test_nothing_to_read_is_an_error_that_loses_nothing(client: CheckingClient, contents: list[bytes]) -> None:
    """The same page, with what to do."""
    status, text = send(client, contents)
    assert status == 422
    assert "No totals were read" in text


def test_a_flood_of_files_is_cut(client: CheckingClient, library: Library) -> None:
    """The first ones count, and the page says that not all were read."""
    status, text = send(client, classes(library, 100, 14, 10))
    assert status == 200
    assert f"Only the first {MAX_FILES} files were read" in text


def test_hostile_words_in_a_file_are_not_shown(client: CheckingClient, library: Library) -> None:
    """The words on the page are ours, whatever a file says."""
    changed = classes(library, 1, 14, 10)[0].replace(library.beliefs[0].says.encode(), b"<script>canary</script>")
    status, text = send(client, [changed])
    assert status == 200
    assert "canary" not in text
