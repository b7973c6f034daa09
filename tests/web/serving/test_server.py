"""The real server: all bodies together are bounded, and it says and writes nothing that it need not."""

from __future__ import annotations

import http.client
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from safety.config import MEBIBYTE, Config
from safety.web.serving.bodies import Room
from safety.web.serving.server import options
from tests.serving import OpenFiles, Served, serve, until

pytestmark = pytest.mark.usefixtures("network")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
ROOM_BYTES = 100_000


def echo(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A site that answers with the length of what was sent."""
    count = len(environ["wsgi.input"].read())
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(str(count))))])
    return [str(count).encode()]


@pytest.fixture
def tight(config: Config) -> Iterator[Served]:
    """A server with room for 100 000 bytes of bodies; one body may have 60 000."""
    with serve(echo, replace(config, max_upload_bytes=0), Room(ROOM_BYTES)) as served:
        yield served


def begin(connection: http.client.HTTPConnection, count: int) -> None:
    """Sends the head of a post of ``count`` bytes and one byte of it."""
    connection.putrequest("POST", "/")
    connection.putheader("Content-Length", str(count))
    connection.endheaders(b"x")


def test_the_site_works_behind_the_server(app: Flask, config: Config) -> None:
    """A page comes with its policy, and nothing names the server."""
    with serve(app, config) as site:
        answer = site.ask("GET", "/about")
    assert answer.status == 200
    assert "server" not in answer.headers
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_body_beyond_the_room_is_refused_unread(tight: Served) -> None:
    """When two bodies would not fit together, the second gets 503 before a byte of it is read."""
    with closing(tight.connect()) as first, closing(tight.connect()) as second:
        begin(first, 60_000)
        assert until(lambda: tight.room.taken_bytes == 60_000)
        begin(second, 60_000)
        assert second.getresponse().status == 503
        assert tight.room.taken_bytes == 60_000
        first.send(b"x" * 59_999)
        assert first.getresponse().read() == b"60000"


def test_room_is_given_back_after_an_answer(tight: Served) -> None:
    """One after the other, any number of bodies fits; a body's room is free a moment after its answer has gone out."""
    for _ in range(5):
        assert tight.ask("POST", "/", b"x" * 60_000).body == b"60000"
        assert until(lambda: tight.room.taken_bytes == 0)


def test_room_is_given_back_when_a_visitor_goes(tight: Served) -> None:
    """Somebody who closes the page in the middle of an upload takes nothing away for long."""
    with closing(tight.connect()) as gone:
        begin(gone, 60_000)
        assert until(lambda: tight.room.taken_bytes == 60_000)
    assert until(lambda: tight.room.taken_bytes == 0)


def test_small_requests_go_on_while_the_room_is_taken(tight: Served) -> None:
    """Large uploads of others do not close the site for readers."""
    with closing(tight.connect()) as first:
        begin(first, 65_000)
        assert until(lambda: tight.room.taken_bytes == 65_000)
        assert tight.ask("GET", "/").status == 200
        assert tight.ask("POST", "/", b"x" * 1000).body == b"1000"


def test_a_body_of_unknown_length_takes_the_room_of_the_largest(tight: Served) -> None:
    """A chunked body may grow, so its whole room is taken first and given back at the end."""
    with closing(tight.connect()) as first, closing(tight.connect()) as second:
        first.putrequest("POST", "/")
        first.putheader("Transfer-Encoding", "chunked")
        first.endheaders(b"5\r\nhello\r\n")
        assert until(lambda: tight.room.taken_bytes == 64 * 1024 + 1)
        begin(second, 60_000)
        assert second.getresponse().status == 503
        first.send(b"0\r\n\r\n")
        assert first.getresponse().read() == b"5"
    assert until(lambda: tight.room.taken_bytes == 0)


@pytest.mark.parametrize("size", [64 * 1024 + 1, 10 * MEBIBYTE, 10**15])
def test_a_body_that_is_too_large_is_refused_and_takes_no_room(tight: Served, size: int) -> None:
    """The length that is announced decides."""
    with closing(tight.connect()) as connection:
        begin(connection, size)
        assert connection.getresponse().status == 413
    assert tight.room.taken_bytes == 0


def test_a_chunked_body_that_grows_too_large_is_stopped(tight: Served) -> None:
    """No length announced is no way around the limit."""
    with closing(tight.connect()) as connection:
        connection.putrequest("POST", "/")
        connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders()
        connection.send(b"11000\r\n" + b"x" * 0x11000 + b"\r\n0\r\n\r\n")
        assert connection.getresponse().status == 413
    assert until(lambda: tight.room.taken_bytes == 0)


def test_the_room_counts_rightly_from_many_threads() -> None:
    """What eight threads take and give back at once leaves nothing behind, and never too much."""
    room, worst = Room(1000), []

    def work() -> None:
        for _ in range(2000):
            if room.take(300):
                worst.append(room.taken_bytes)
                room.give(300)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert room.taken_bytes == 0
    assert max(worst) <= 900


@pytest.mark.parametrize("way", ["post", "chunked", "answer"])
def test_no_temporary_file_is_made(config: Config, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str) -> None:
    """8 MB in, with or without a length, and 8 MB out: all of it is memory."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    large = b"x" * (8 * MEBIBYTE)

    def site(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        count = len(environ["wsgi.input"].read())
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [large] if environ["PATH_INFO"] == "/answer" else [str(count).encode()]

    spy = OpenFiles(site)
    with serve(spy, config) as served:
        body = iter([large[: 4 * MEBIBYTE]] * 2) if way == "chunked" else large if way == "post" else None
        answer = served.ask("GET" if body is None else "POST", f"/{way}", body)
        spy.look()
    assert answer.body == (large if way == "answer" else str(len(large)).encode())
    assert spy.seen == set()


def test_the_server_is_set_so_that_it_keeps_no_trace(config: Config) -> None:
    """No name of the server, and buffers larger than any body, so that none goes to a file."""
    chosen = options(config)
    assert chosen["ident"] is None
    assert chosen["inbuf_overflow"] > chosen["max_request_body_size"]
    assert chosen["outbuf_overflow"] > config.max_upload_bytes


def test_a_connection_stays_after_an_answer_without_a_body(app: Flask, config: Config) -> None:
    """Who asks whether a page is still the one needs no new connection for it, unless the browser wants it to end."""
    with serve(app, config) as site, closing(site.connect()) as connection:
        etag = site.ask("GET", "/about").headers["etag"]
        connection.connect()
        first = connection.sock
        for wish, stays in (("keep-alive", True), ("keep-alive", True), ("close", False)):
            connection.request("GET", "/about", headers={"If-None-Match": etag, "Connection": wish})
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (304, b"")
            assert (connection.sock is first) == stays
