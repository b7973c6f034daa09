"""What /privacy promises of rooms, proved on the whole site: nameless, no small groups, forgotten."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import inspect, select

from safety.config import Config
from safety.teach.room import store
from safety.teach.room.state import HOURS
from safety.web.storage import backup, database
from tests.conftest import make_app, visitor
from tests.teach.room.samples import LEAD, PLACE, Host, joined, opened, quick, send


@pytest.fixture
def site(config: Config, tmp_path: Path) -> Iterator[Flask]:
    """A site with a database of its own."""
    url = f"sqlite:///{tmp_path / 'own.db'}"
    database.upgrade(url)
    app = make_app(replace(config, database_url=url))
    yield app
    app.extensions["database"].dispose()


def answered(site: Flask, number: int, choice: str = "0") -> tuple[Host, str]:
    """A room with a question that so many have answered, and the question."""
    host = opened(site)
    key = host.to_question()
    for _ in range(number):
        send(host, joined(host), key, choice)
    return host, key


def files(folder: Path) -> bytes:
    """Everything that the database has on the disk."""
    return b"\n".join(path.read_bytes() for path in folder.glob("own.db*"))


@pytest.mark.promise("room-nameless")
def test_pupils_can_send_closed_choices_only(site: Flask) -> None:
    """Through a whole workshop no page of a pupil has a field to write in; only the code is typed, to join."""
    host = opened(site)
    phone = joined(host)
    while "This was the last step" not in host.desk():
        screen = phone.get(host.address).text
        assert re.findall(r"<(?:textarea|select)|type=\"(?:text|file|email)\"", screen) == []
        host.press("next")


@pytest.mark.promise("room-nameless")
def test_an_answer_is_stored_with_nothing_of_who_gave_it(
    site: Flask, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Four columns, all derived or sealed; no address, agent, cookie, code or time in the database or the log."""
    caplog.set_level(logging.DEBUG)
    host = opened(site)
    key = host.to_question()
    phone = joined(host)
    phone.post(
        f"{host.address}/answer",
        data={"question": key, "choice": "0"},
        headers={"User-Agent": "canary agent"},
        environ_overrides={"REMOTE_ADDR": "203.0.113.77"},
    )
    cookie = phone.get_cookie("unshared-pupil")
    assert cookie is not None
    kept = files(tmp_path) + caplog.text.encode()
    plain = host.code.replace("-", "")
    secret = ("canary agent", "203.0.113.77", plain, host.code, cookie.value, LEAD, PLACE, *host.words)
    assert [word for word in secret if word.encode() in kept] == []
    engine = site.extensions["database"]
    columns = [column["name"] for column in inspect(engine).get_columns("room_answers")]
    assert columns == ["room", "question", "slot", "choice"]
    assert [column["name"] for column in inspect(engine).get_columns("rooms")] == ["id", "sealed", "ends"]


@pytest.mark.promise("room-nameless")
def test_the_answers_of_one_phone_cannot_be_joined(site: Flask) -> None:
    """One phone answers two questions: in the database the two rows have nothing in common but the room."""
    host, key = answered(site, 0)
    phone = joined(host)
    send(host, phone, key, "0")
    send(host, phone, host.to_question(), "0")
    with site.extensions["database"].connect() as connection:
        one, two = connection.execute(select(store.ANSWERS)).all()
    assert one.room == two.room
    assert len({one.question, one.slot, one.choice} | {two.question, two.slot, two.choice}) == 6


@pytest.mark.promise("room-no-small-groups")
@pytest.mark.parametrize(("number", "shown"), [(7, "too few answers"), (8, "Most chose")])
def test_results_are_shown_from_eight_answers_up(site: Flask, number: int, shown: str) -> None:
    """Seven show nothing, eight of one mind show 'most' and no number."""
    host, _ = answered(site, number)
    host.press("reveal")
    assert shown in host.desk()
    assert 'class="bars"' not in host.desk()


@pytest.mark.promise("room-no-small-groups")
def test_what_two_chose_is_nowhere(site: Flask) -> None:
    """Nine and two: neither the choice of the two nor their number is on the wall, or in the totals to keep."""
    host, key = answered(site, 9)
    for _ in range(2):
        send(host, joined(host), key, "1")
    host.press("reveal")
    wall = quick(site).get(f"{host.address}/wall").text
    results = wall.partition('class="results"')[2].partition("</div>")[0]
    assert "Most chose" in results
    assert not re.search(r"<b>\d", results)
    assert not re.search(r",(?:9|2),", host.client.get("/teach/room/totals.csv").text)


@pytest.mark.promise("room-forgets")
def test_closing_leaves_no_byte(site: Flask, tmp_path: Path) -> None:
    """Not even what was sealed is left in the file or its log, and both tables are empty."""
    host, _ = answered(site, 3)
    with site.extensions["database"].connect() as connection:
        rows = [tuple(row) for table in (store.ROOMS, store.ANSWERS) for row in connection.execute(select(table))]
    stored = {value[:40] for row in rows for value in row if isinstance(value, bytes)}
    assert any(value in files(tmp_path) for value in stored)
    host.client.post("/teach/room/close")
    left = files(tmp_path)
    assert [value for value in stored if value in left] == []
    with site.extensions["database"].connect() as connection:
        assert [connection.execute(select(table)).all() for table in (store.ROOMS, store.ANSWERS)] == [[], []]


@pytest.mark.promise("room-forgets")
def test_after_twelve_hours_nothing_is_left(site: Flask, tmp_path: Path) -> None:
    """The sweep that runs while the site does deletes the room and its answers, from the file too."""
    host, _ = answered(site, 2)
    engine = site.extensions["database"]
    with engine.connect() as connection:
        ends = connection.execute(select(store.ROOMS.c.ends)).scalar_one()
        room = connection.execute(select(store.ROOMS.c.sealed)).scalar_one()
    store.sweep_site(engine, ends * store.HOUR_SECONDS, site.extensions["rooms"].known.keep_only)
    with engine.connect() as connection:
        assert connection.execute(select(store.ANSWERS)).all() == []
    assert room[:40] not in files(tmp_path)
    assert site.extensions["rooms"].known.keys(host.code.replace("-", "")) is None
    assert HOURS == 12


@pytest.mark.promise("room-forgets")
def test_the_sweep_begins_with_the_server(site: Flask) -> None:
    """A server that starts deletes what was over while it stood still, before anybody asks for a page."""
    answered(site, 1)
    engine, begun = site.extensions["database"], site.extensions["at-start"]
    with engine.begin() as connection:
        connection.execute(store.ROOMS.update().values(ends=1))
    again = make_app(Config(secret="s" * 40, database_url=str(engine.url)))
    assert len(begun) == 1
    for begin in again.extensions["at-start"]:
        begin()

    def is_gone() -> bool:
        with engine.connect() as connection:
            return connection.execute(select(store.ROOMS)).all() == []

    from tests.serving import until

    assert until(is_gone)


@pytest.mark.promise("room-forgets")
def test_a_backup_holds_no_room(site: Flask) -> None:
    """No row of a room is in the lines that a backup writes."""
    answered(site, 2)
    text = "".join(backup.lines(site.extensions["database"], date(2026, 11, 23)))
    assert "room" not in text


@pytest.mark.promise("leave")
@pytest.mark.parametrize("base", ["http://localhost", "https://localhost"])
def test_leaving_takes_the_cookies_of_rooms_back(site: Flask, base: str) -> None:
    """The host's and the pupil's, whatever they are called on this connection."""
    client, host = visitor(site), opened(site)
    client.post(host.address, base_url=base)
    name = "unshared-pupil" if base == "http://localhost" else "__Host-unshared-pupil"
    assert client.get_cookie(name) is not None
    client.get("/leave", base_url=base)
    assert client.get_cookie(name) is None
    host.client.get("/leave")
    assert host.client.get_cookie("unshared-host") is None


@pytest.mark.promise("no-cookie-for-reading")
def test_a_room_sets_its_cookies_at_join_and_at_opening_only(site: Flask) -> None:
    """Looking sets none; each side gets the one that is its own."""
    host = opened(site)
    client = quick(site)
    for address in ("/join", host.address, f"{host.address}/wall", "/teach/room", "/teach/room/back"):
        assert "Set-Cookie" not in client.get(address).headers
    lines = client.post(host.address).headers.getlist("Set-Cookie")
    assert [line.split("=")[0] for line in lines] == ["unshared-pupil"]
    assert host.client.get_cookie("unshared-pupil") is None
