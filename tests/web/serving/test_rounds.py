"""The server's rounds: quiet connections cost nothing, and none is forgotten."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

import pytest

from safety.web.serving import rounds
from safety.web.serving.rounds import Rounds
from tests.serving import serve

pytestmark = [pytest.mark.usefixtures("network"), pytest.mark.skipif(not rounds.CAN, reason="there is no epoll here")]


class Open(dict[int, Any]):
    """What is open, by number; and all that ever was."""

    def __init__(self) -> None:
        super().__init__()
        self.ends: list[End] = []


class End:
    """One end of a connection as waitress has them: it counts how often it is asked, and takes what comes."""

    accepting = False

    def __init__(self, is_open: Open) -> None:
        self.socket, self.other = socket.socketpair()
        self.asked, self.taken, self.answer, self.is_closed = 0, b"", b"", False
        self.is_open, self.number = is_open, self.socket.fileno()
        is_open[self.number] = self
        is_open.ends.append(self)

    def readable(self) -> bool:
        """Waits for a question unless it has an answer to send."""
        self.asked += 1
        return not self.answer

    def writable(self) -> bool:
        """Has an answer to send."""
        return bool(self.answer)

    def handle_read_event(self) -> None:
        """Takes what has come, and answers it; the end of it closes."""
        self.answer = self.socket.recv(100)
        self.taken += self.answer
        if not self.answer:
            self.handle_close()

    def handle_write_event(self) -> None:
        """Sends the answer."""
        self.socket.send(self.answer)
        self.answer = b""

    def handle_close(self) -> None:
        """Closes."""
        self.is_closed = True
        self.is_open.pop(self.number, None)
        self.socket.close()


@pytest.fixture
def is_open() -> Iterator[Open]:
    """What is open."""
    found = Open()
    yield found
    for end in found.ends:
        end.socket.close()
        end.other.close()


def test_who_is_quiet_is_not_asked_again(is_open: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred connections that wait, and one that talks: the hundred are asked once, the one in every round."""
    monkeypatch.setattr(rounds, "ALL_SECONDS", 3600)
    quiet, talks = [End(is_open) for _ in range(100)], End(is_open)
    with select.epoll() as waiting:
        going = Rounds(is_open, waiting)
        for word in (b"one", b"two", b"three"):
            talks.other.send(word)
            for _ in range(2):
                going.go(1)
            assert talks.other.recv(100) == word
    assert talks.taken == b"onetwothree"
    assert {end.asked for end in quiet} == {1}


def test_everybody_is_asked_after_a_while(is_open: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something that is decided elsewhere about a quiet connection is seen then."""
    monkeypatch.setattr(rounds, "ALL_SECONDS", 0)
    end = End(is_open)
    with select.epoll() as waiting:
        going = Rounds(is_open, waiting)
        going.go(0)
        end.answer = b"from elsewhere"
        going.go(1)
    assert end.other.recv(100) == b"from elsewhere"


def test_a_number_that_is_anothers_by_now_is_watched(is_open: Open) -> None:
    """One hangs up, and the next gets its number: the new one is heard."""
    first = End(is_open)
    with select.epoll() as waiting:
        going = Rounds(is_open, waiting)
        going.go(0)
        first.other.close()
        going.go(1)
        assert first.is_closed
        second = End(is_open)
        assert second.number == first.number
        second.other.send(b"here")
        going.go(0)
        going.go(1)
    assert second.taken == b"here"


def test_one_that_was_closed_from_elsewhere_stops_nobody(is_open: Open) -> None:
    """It is told that it is closed; the next one is heard."""
    gone, end = End(is_open), End(is_open)
    gone.socket.close()
    end.other.send(b"here")
    with select.epoll() as waiting:
        Rounds(is_open, waiting).go(1)
    assert gone.is_closed
    assert end.taken == b"here"


def echo(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A site that answers with the address it was asked for."""
    body = environ["PATH_INFO"].encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def test_many_connections_are_answered_side_by_side(config: Any) -> None:
    """Fifty that are kept open ask twice each behind the real server; when all have hung up, the next is heard."""
    with serve(echo, config) as served:
        kept = [served.connect() for _ in range(50)]
        for turn in ("first", "second"):
            for at, connection in enumerate(kept):
                connection.request("GET", f"/{turn}/{at}")
            for at, connection in reversed(list(enumerate(kept))):
                assert connection.getresponse().read() == f"/{turn}/{at}".encode()
        for connection in kept:
            connection.close()
        with closing(served.connect()) as last:
            last.request("GET", "/last")
            assert last.getresponse().read() == b"/last"


def test_systems_without_epoll_are_served(config: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has no poll either."""
    monkeypatch.setattr(rounds, "CAN", False)
    monkeypatch.delattr(select, "poll")
    with serve(echo, config) as served:
        assert served.ask("GET", "/here").body == b"/here"
