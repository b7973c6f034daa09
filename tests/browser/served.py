"""The real site on a port of 127.0.0.1, with a record of everything that reached it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from waitress import wasyncore

from safety import create_app
from safety.config import Config
from safety.web.serving.server import make_server
from safety.web.storage import database
from tests import packed

STOP_SECONDS = 10
# Who is still connected then is no browser that was closed; the test goes on, and says what it sees.
LEAVE_SECONDS = 1
# Headless Chromium calls its makers unless names lead nowhere.
BROWSER_ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


def launch_options() -> dict[str, Any]:
    """How to start the browser: the system's Chromium, else Playwright's own."""
    found = shutil.which("chromium")
    return {"args": list(BROWSER_ARGUMENTS)} | ({"executable_path": found} if found else {})


@dataclass(frozen=True)
class Seen:
    """One request as the server saw it, and how large its answer was (body as sent, compressed)."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body_bytes: int
    status: int
    kind: str
    answer_bytes: int


class Recorder:
    """Wraps a WSGI app and keeps what reached it."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.seen: list[Seen] = []

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        started: dict[str, Any] = {}

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            started.update(status=int(status[:3]), headers={name.lower(): value for name, value in headers})
            return start_response(status, headers, *rest)

        answer = self._app(environ, start)
        try:
            body = b"".join(answer)
        finally:
            close = getattr(answer, "close", None)
            if close:
                close()
        self.seen.append(_seen(environ, started, len(body)))
        return [body]


def _seen(environ: dict[str, Any], started: dict[str, Any], answer_bytes: int) -> Seen:
    headers = {name[5:].replace("_", "-").lower(): value for name, value in environ.items() if name[:5] == "HTTP_"}
    return Seen(
        environ["REQUEST_METHOD"],
        environ["PATH_INFO"],
        environ.get("QUERY_STRING", ""),
        headers,
        int(environ.get("CONTENT_LENGTH") or 0),
        started["status"],
        started["headers"].get("content-type", "").partition(";")[0],
        answer_bytes,
    )


@dataclass(frozen=True)
class Site:
    """The running site: where it is, its app, and what reached it."""

    url: str
    app: Flask
    recorder: Recorder
    server: Any

    @property
    def seen(self) -> list[Seen]:
        """Everything that reached the server so far, the oldest first."""
        return list(self.recorder.seen)

    def since(self, count: int) -> list[Seen]:
        """What reached the server after the first ``count`` requests."""
        return self.recorder.seen[count:]

    def wait_until_left(self) -> None:
        """Waits until the browsers of earlier tests are gone: what they asked for last may still be on its way here."""
        until = time.monotonic() + LEAVE_SECONDS
        while self.server.active_channels and time.monotonic() < until:
            time.sleep(0.01)


@contextmanager
def serve(instance: Path, **settings: Any) -> Iterator[Site]:
    """The site on a free port, leaving to its own neutral page; it stops with the block."""
    url = f"sqlite:///{instance / 'unshared.db'}"
    config = Config(secret="s" * 40, port=0, instance=instance, leave_to="", database_url=url, **settings)
    database.upgrade(url)
    packed.put_into(instance)
    app = create_app(config)
    recorder = Recorder(app)
    server = make_server(recorder, config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield Site(f"http://127.0.0.1:{server.effective_port}", app, recorder, server)
    finally:
        # First the workers: one that ends later would pull a trigger that is gone.
        server.task_dispatcher.shutdown()
        # In the thread of the server, between two rounds of its loop: nothing is pulled from under it.
        with suppress(OSError):
            server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        thread.join(STOP_SECONDS)
