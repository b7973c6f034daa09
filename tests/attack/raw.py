"""Bytes that no browser sends, straight to a port of this machine, and the answers as they come back."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from safety.config import Config
from tests import serving

SECONDS = 15
LENGTH = re.compile(rb"(?i)^content-length: *(\d+)", re.MULTILINE)
HOST = "Host: 127.0.0.1\r\n"


@dataclass(frozen=True)
class Answer:
    """One answer of a connection."""

    status: int
    head: str
    body: bytes

    def values(self, name: str) -> list[str]:
        """Each value of a header."""
        return re.findall(rf"(?im)^{name}: *(.*?)\r?$", self.head)


def ask(port: int, sent: bytes | str) -> list[Answer]:
    """Every answer to ``sent``, until the server closes the connection."""
    with opened(port) as connection:
        connection.sendall(sent if isinstance(sent, bytes) else sent.encode("latin-1"))
        return answers(received(connection))


def get(path: str, headers: str = "", *, host: str = HOST, method: str = "GET") -> str:
    """A plain request, the last of its connection."""
    return f"{method} {path} HTTP/1.1\r\n{host}Connection: close\r\n{headers}\r\n"


def opened(port: int) -> socket.socket:
    """A connection that gives up rather than wait for ever."""
    return socket.create_connection(("127.0.0.1", port), timeout=SECONDS)


def received(connection: socket.socket) -> bytes:
    """All that comes until the other side closes."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        # It closed while we were still sending.
        pass
    return b"".join(parts)


def answers(text: bytes) -> list[Answer]:
    """``text`` cut into the answers that it says it holds."""
    found = []
    while text:
        head, _, rest = text.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1."), text[:200]
        status = int(head.split(b" ", 2)[1])
        length = LENGTH.search(head)
        size = 0 if status in (100, 204, 304) else int(length[1]) if length else len(rest)
        found.append(Answer(status, head.decode("latin-1"), rest[:size]))
        text = rest[size:]
    return found


@dataclass
class Spy:
    """A site that notes every request it is handed, and answers with its address."""

    seen: list[tuple[str, str, bytes]] = field(default_factory=list)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        method, path, body = environ["REQUEST_METHOD"], environ["PATH_INFO"], environ["wsgi.input"].read()
        self.seen.append((method, path, body))
        answer = f"{method} {path} {len(body)}".encode()
        start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(answer)))])
        return [answer]


@contextmanager
def spied(config: Config) -> Iterator[tuple[Spy, int]]:
    """A spy behind the real server, and its port."""
    spy = Spy()
    with serving.serve(spy, config) as served:
        yield spy, served.port
