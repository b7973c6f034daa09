"""Replays every vector in other browsers than that of the tests: `python -m tests.browser.any_browser`.

It serves one page on this machine, and nowhere else. Whatever browser opens the printed address replays all
vectors with the engine in a worker, as Blobs; the page shows what passed and failed, and so does the terminal.
With `--firefox` and `--webkit` it starts these browsers itself, one after the other, where they are installed
(Debian: `apt-get install --no-install-recommends firefox-esr webkit2gtk-driver xvfb`).

It does not try the page of the photos itself.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.browser import photo_twin
from tests.browser.photo_twin import Case

PAGE = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Vectors</title>
<h1>Vectors</h1><p id="state">Loading</p><ul id="wrong"></ul>
<script type="module" src="/page.js"></script></html>
"""
SCRIPT = Path(__file__).with_suffix(".js").read_bytes()
POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'"
# For a browser that this program started; a person may take longer.
MINUTES_MAX = 10

Start = Callable[[str, Path], list[str]]


class Replay:
    """One run in one browser: what is asked next, and what was wrong so far."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed: list[str] = []
        self.browser = ""
        self.is_done = threading.Event()
        self._batches = photo_twin.batches(photo_twin.every_case())
        self._asked: list[Case] = []

    def question(self) -> dict[str, Any] | None:
        """The next question; None at the end."""
        self._asked = next(self._batches, [])
        return photo_twin.question(self._asked, as_blobs=True) if self._asked else None

    def take(self, answers: list[Any]) -> dict[str, list[str]]:
        """Judges the answers to the last question."""
        wrong = photo_twin.wrong(self._asked, answers)
        self.failed += wrong
        self.passed += len(self._asked) - len(wrong)
        return {"wrong": wrong}

    def broke(self, error: str) -> None:
        """Notes that the replay did not come to its end."""
        self.failed.append(f"not finished: {error}")

    def done(self, browser: str) -> None:
        """Notes which browser it was."""
        self.browser = browser
        self.is_done.set()


class Handler(BaseHTTPRequestHandler):
    """Serves the page, and what it asks for in the background."""

    replay: Replay

    def do_GET(self) -> None:
        """The page, its scripts and the next question."""
        if self.path == "/question":
            self._send("application/json", json.dumps(self.replay.question()).encode())
        elif self.path == "/page.js":
            self._send("text/javascript", SCRIPT)
        elif self.path == "/worker.js":
            self._send("text/javascript", photo_twin.worker().encode())
        elif self.path == "/":
            self._send("text/html", PAGE)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        """What the page tells."""
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        replay = self.replay
        takes: dict[str, Callable[[Any], Any]] = {"/answers": replay.take, "/broke": replay.broke, "/done": replay.done}
        self._send("application/json", json.dumps(takes[self.path](told)).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing of single requests."""

    def _send(self, kind: str, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content)


@contextlib.contextmanager
def serving(replay: Replay) -> Iterator[str]:
    """The address of the page, while the block runs."""
    handler = type("ReplayHandler", (Handler,), {"replay": replay})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()


def firefox(address: str, home: Path) -> list[str]:
    """How to start Firefox without a screen; empty when it is not installed."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    return [found, "--headless", "--no-remote", "--profile", str(home), address] if found else []


def webkit(address: str, home: Path) -> list[str]:
    """How to start a browser with WebKitGTK on a screen that nobody sees; empty when one of both is missing."""
    browsers = [str(path) for path in Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser")]
    screen = shutil.which("xvfb-run")
    return [screen, "--auto-servernum", browsers[-1], address] if browsers and screen else []


def run(name: str, start: Start | None = None) -> bool:
    """Replays in one browser and says how it went; false when something failed."""
    replay = Replay()
    with serving(replay) as address, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        command = start(address, Path(home)) if start else []
        if start and not command:
            print(f"{name}: not installed, not tried")
            return True
        if not start:
            print(f"Open {address} in a browser on this machine.", flush=True)
        with started(command, home):
            if not replay.is_done.wait(MINUTES_MAX * 60 if start else None):
                replay.broke("it took too long")
    print(f"{name}: {replay.passed} passed, {len(replay.failed)} failed ({replay.browser})")
    for failed in replay.failed:
        print(f"  {failed}")
    return not replay.failed


@contextlib.contextmanager
def started(command: list[str], home: str) -> Iterator[None]:
    """The program runs while the block does, and everything that it started goes with it."""
    if not command:
        yield
        return
    silent = subprocess.DEVNULL
    environment = {**os.environ, "HOME": home}
    with subprocess.Popen(command, stdout=silent, stderr=silent, env=environment, start_new_session=True) as browser:
        try:
            yield
        finally:
            os.killpg(browser.pid, signal.SIGTERM)


def main() -> int:
    """The browsers that were asked for, else any."""
    parser = argparse.ArgumentParser(description="Replays every vector in another browser.")
    parser.add_argument("--firefox", action="store_true", help="start Firefox")
    parser.add_argument("--webkit", action="store_true", help="start WebKitGTK's MiniBrowser")
    asked = parser.parse_args()
    chosen: list[tuple[str, Start]] = []
    if asked.firefox:
        chosen.append(("Firefox", firefox))
    if asked.webkit:
        chosen.append(("WebKitGTK", webkit))
    if not chosen:
        return 0 if run("this browser") else 1
    return 0 if all([run(name, start) for name, start in chosen]) else 1


if __name__ == "__main__":
    sys.exit(main())
