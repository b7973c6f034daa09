"""Who sends slowly, or does not read the answer, loses the connection; who is served meanwhile does not notice."""

from __future__ import annotations

import time
from contextlib import ExitStack
from typing import Any

import pytest

from safety.config import Config
from safety.web.serving.server import options
from tests.attack import raw
from tests.attack.raw import HOST, Spy
from tests.serving import serve, until

BEGUN = (
    "",
    "G",
    f"GET / HTTP/1.1\r\n{HOST}X: a",
    f"POST / HTTP/1.1\r\n{HOST}Content-Length: 100\r\n\r\nhalf",
    f"POST / HTTP/1.1\r\n{HOST}Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
)
LARGE = b"x" * 24 * 1024 * 1024


def large(environ: object, start_response: object) -> list[bytes]:
    """A site whose one page is larger than what lies between the two ends of a connection."""
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])  # type: ignore[operator]  # as WSGI says
    return [LARGE]


@pytest.mark.attack(
    "V15.2.2", "opens connections and sends a byte now and then (slowloris), in the head or in the body"
)
@pytest.mark.usefixtures("network")
def test_a_connection_on_which_nothing_comes_is_closed(config: Config) -> None:
    """Half a minute without a byte, and no sooner: the server is told of a later time instead of waiting for it."""
    patience = options(config)["channel_timeout"]
    assert patience <= 30
    with serve(Spy(), config) as served, ExitStack() as stack:
        connections = [stack.enter_context(raw.opened(served.port)) for _ in BEGUN]
        for connection, sent in zip(connections, BEGUN, strict=True):
            connection.sendall(sent.encode())
        assert until(lambda: len(served.server.active_channels) == len(BEGUN))
        served.server.maintenance(time.time() + patience / 2)
        assert raw.ask(served.port, raw.get("/x"))[0].body == b"GET /x 0"
        assert len(served.server.active_channels) >= len(BEGUN)
        served.server.maintenance(time.time() + patience + 5)
        assert [raw.received(connection) for connection in connections] == [b""] * len(BEGUN)


@pytest.mark.attack("V15.2.2", "asks for a large answer and never reads it (slow read)")
@pytest.mark.usefixtures("network")
def test_an_answer_that_nobody_reads_is_given_up(config: Config) -> None:
    """The rest of it is dropped, and with it the memory and the thread that it takes."""
    with serve(large, config) as served, raw.opened(served.port) as connection:
        connection.sendall(raw.get("/").encode())
        assert until(lambda: any(one.total_outbufs_len for one in served.server.active_channels.values()))
        assert until(lambda: is_stuck(served.server))
        served.server.maintenance(time.time() + options(config)["channel_timeout"] + 5)
        assert until(lambda: not served.server.active_channels)
        assert until(lambda: served.server.task_dispatcher.active_count == 0)
        assert len(raw.received(connection)) < len(LARGE)


def is_stuck(server: Any) -> bool:
    """Whether nothing more of any answer has gone out for a moment."""
    before = [one.total_outbufs_len for one in server.active_channels.values()]
    time.sleep(0.2)
    return before == [one.total_outbufs_len for one in server.active_channels.values()]
