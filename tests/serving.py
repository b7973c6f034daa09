"""The real server on a free port of this machine, and what it has open while it works."""

from __future__ import annotations

import http.client
import stat
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from waitress import wasyncore

from safety.config import Config
from safety.web.serving.bodies import Room
from safety.web.serving.server import make_server

TIMEOUT_SECONDS = 15
BOUNDARY = "----a-boundary-of-the-tests"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A running server: its port and the room for bodies."""

    port: int
    room: Room
    server: Any = field(default=None, repr=False)

    def connect(self) -> http.client.HTTPConnection:
        """A connection that gives up rather than wait for ever."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)

    def ask(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Answer:
        """The answer to one request."""
        with closing(self.connect()) as connection:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            sent = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, sent, response.read())


@contextmanager
def serve(app: Any, config: Config, room: Room | None = None, pages: Any = None) -> Iterator[Served]:
    """``app`` behind the real server; it stops with the block."""
    room = room or Room(config.max_bodies_bytes)
    server = make_server(app, replace(config, host="127.0.0.1", port=0), room, pages)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield Served(server.effective_port, room, server)
    finally:
        # First the workers: one that ends later would pull a trigger that is gone.
        server.task_dispatcher.shutdown()
        # In the thread of the server, between two rounds of its loop: nothing is pulled from under it.
        # It may wake up by itself and close the trigger before we can pull it.
        with suppress(OSError):
            server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        thread.join(TIMEOUT_SECONDS)
        assert not thread.is_alive()


@dataclass
class OpenFiles:
    """Wraps a WSGI app and notes every file of the disk that is open before, during and after its work."""

    app: Any
    before: set[str] = field(default_factory=lambda: open_files())
    seen: set[str] = field(default_factory=set)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.look()
        answer = self.app(environ, start_response)
        self.look()
        try:
            for part in answer:
                yield part
                self.look()
        finally:
            if hasattr(answer, "close"):
                answer.close()

    def look(self) -> None:
        """Notes what is open now and was not at first."""
        self.seen |= open_files() - self.before


def open_files() -> set[str]:
    """The regular files that this process has open, deleted ones too."""
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if stat.S_ISREG(link.stat().st_mode):
                found.add(str(link.readlink()))
    return found


def multipart(*contents: bytes, **fields: str) -> tuple[bytes, dict[str, str]]:
    """A form with files, as a browser sends it: body and headers."""
    lines = b"".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    )
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x.jpg"\r\n\r\n'.encode()
    files = b"".join(head + content + b"\r\n" for content in contents)
    body = lines + files + f"--{BOUNDARY}--\r\n".encode()
    return body, {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Sec-Fetch-Site": "same-origin"}


def until(condition: Any) -> bool:
    """Whether ``condition`` comes true before the time is up."""
    end = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return False
