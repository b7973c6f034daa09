"""Between granian and the site: a body is whole, bounded and announced, or the site never sees it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from safety.web.serving.bodies import Room
from safety.web.serving.gateway import Gateway, RefusedError, environ_of

HOST = ("host", "example.org")
MOST_BYTES = 100


class Headers:
    """Headers as granian hands them over, repeated ones too."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self._pairs = list(pairs)

    def items(self) -> list[tuple[str, str]]:
        """All of them in their order."""
        return self._pairs


@dataclass
class Scope:
    """A request as granian describes it."""

    headers: Headers = field(default_factory=lambda: Headers(HOST))
    method: str = "POST"
    path: str = "/check"
    query_string: str = ""
    http_version: str = "1.1"
    authority: str | None = None
    client: str = "127.0.0.1:50000"
    server: str = "127.0.0.1:8000"


@dataclass
class Protocol:
    """A connection on which these parts of a body come, and what was answered on it."""

    parts: tuple[bytes, ...] = ()
    answered: list[tuple[int, list[tuple[str, str]], bytes]] = field(default_factory=list)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self.parts:
            yield part

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Sends an answer."""
        self.answered.append((status, headers, body))


def echo(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A site that sends back what was sent."""
    start_response("200 OK", [("X-Method", environ["REQUEST_METHOD"])])
    return [environ["wsgi.input"].read()]


def broken(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A site that fails outside Flask."""
    raise OSError("a name that was sent")


def ask(scope: Scope, *parts: bytes, room: Room | None = None, site: Any = echo) -> tuple[int, bytes]:
    """Status and body of the answer; a refusal says its own status."""
    pages: Any = lambda code, path: ([], f"refused {code} {path}".encode())  # noqa: E731  # shorter than a function
    protocol = Protocol(parts)
    asyncio.run(Gateway(site, room or Room(MOST_BYTES), pages, MOST_BYTES).__rsgi__(scope, protocol))
    ((status, headers, body),) = protocol.answered
    assert headers[-1] == ("server", "")
    return status, body


def posted(length: int, **other: Any) -> Scope:
    """A post that announces ``length`` bytes."""
    return Scope(Headers(HOST, ("content-length", str(length))), **other)


def test_a_body_reaches_the_site_whole() -> None:
    """It comes in parts and is put together, and the room that it took is free again."""
    room = Room(MOST_BYTES)
    assert ask(posted(8), b"half", b"half", room=room) == (200, b"halfhalf")
    assert room.taken_bytes == 0


def test_a_body_that_breaks_off_never_reaches_the_site() -> None:
    """Half an upload is no upload."""
    room = Room(MOST_BYTES)
    assert ask(posted(8), b"half", room=room) == (400, b"refused 400 /check")
    assert room.taken_bytes == 0


def test_a_body_whose_length_nobody_tells_is_refused() -> None:
    """In chunks nobody could see that it broke off."""
    assert ask(Scope(Headers(HOST, ("transfer-encoding", "chunked"))), b"half")[0] == 411


def test_a_body_that_is_too_large_is_refused_unread() -> None:
    """What was announced decides."""
    assert ask(posted(MOST_BYTES + 1))[0] == 413


def test_a_body_beyond_the_room_is_refused_unread() -> None:
    """All bodies together are bounded, and what others took is still theirs."""
    room = Room(MOST_BYTES)
    assert room.take(60)
    assert ask(posted(60), room=room)[0] == 503
    assert room.taken_bytes == 60


def test_a_visitor_who_sends_nothing_more_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a time without a byte the room is free for others."""
    monkeypatch.setattr("safety.web.serving.gateway.PATIENCE_SECONDS", 0.01)

    class Silent(Protocol):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"half"
            await asyncio.Event().wait()

    room, protocol = Room(MOST_BYTES), Silent()
    asyncio.run(Gateway(echo, room, lambda code, path: ([], b""), MOST_BYTES).__rsgi__(posted(8), protocol))
    assert protocol.answered[0][0] == 400
    assert room.taken_bytes == 0


def test_what_fails_outside_flask_is_a_page(caplog: pytest.LogCaptureFixture) -> None:
    """The log says where it broke and nothing of what was sent."""
    assert ask(posted(0), site=broken) == (500, b"refused 500 /check")
    assert "OSError" in caplog.text
    assert "a name that was sent" not in caplog.text


def test_headers_that_pass_for_others_are_dropped() -> None:
    """With an underscore a header would look like one that only a proxy writes."""
    environ = environ_of(Scope(Headers(HOST, ("x_forwarded_proto", "https"), ("x-forwarded-proto", "http"))))
    assert environ["HTTP_X_FORWARDED_PROTO"] == "http"


def test_repeated_headers_are_one() -> None:
    """Cookies are joined as cookies, others as lists."""
    environ = environ_of(Scope(Headers(HOST, ("cookie", "a=1"), ("cookie", "b=2"), ("x-a", "1"), ("x-a", "2"))))
    assert (environ["HTTP_COOKIE"], environ["HTTP_X_A"]) == ("a=1; b=2", "1, 2")


@pytest.mark.parametrize(
    "scope",
    [
        Scope(Headers(HOST, ("host", "evil.example"))),
        Scope(Headers(HOST), authority="evil.example"),
        Scope(Headers(("accept", "*/*"))),
        Scope(Headers(HOST, ("content-length", "1"), ("content-length", "2"))),
    ],
)
def test_headers_that_contradict_each_other_are_refused(scope: Scope) -> None:
    """Two readers could understand two different requests."""
    with pytest.raises(RefusedError, match="400"):
        environ_of(scope)


def test_addresses_arrive_as_wsgi_writes_them() -> None:
    """Each byte is a character there, and the visitor's address has no port."""
    environ = environ_of(Scope(path="/é", query_string="x=é", client="[::1]:50000"))
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/é"
    assert environ["QUERY_STRING"].encode("latin-1").decode() == "x=é"
    assert environ["REMOTE_ADDR"] == "::1"
