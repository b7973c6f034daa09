"""The site as people start it, ``python app.py``: a process of its own on a free port of 127.0.0.1, and its log."""

from __future__ import annotations

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from safety.config import ROOT

START_SECONDS = 60
STOP_SECONDS = 10


@dataclass(frozen=True)
class Process:
    """A site that runs, and the file that it writes its log into."""

    url: str
    _written: Path

    def log(self) -> str:
        """What it wrote so far, on both streams."""
        return self._written.read_text(encoding="utf-8")


@contextmanager
def start(instance: Path, **settings: str) -> Iterator[Process]:
    """The site with its files in ``instance``; it ends with the block, also when that fails."""
    port, written = _free_port(), instance.with_name(f"{instance.name}.log")
    inherited = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")}
    environment = inherited | {"INSTANCE": str(instance), "PORT": str(port), "LEAVE_TO": ""} | settings
    with written.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wait(process, port, written)
        yield Process(f"http://127.0.0.1:{port}", written)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, written: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError(f"the site did not start: {written.read_text(encoding='utf-8')}")


@dataclass(frozen=True)
class Answer:
    """A page, after redirects."""

    status: int
    text: str

    def find(self, pattern: str) -> str:
        """The first group of ``pattern``, which must be there."""
        found = re.search(pattern, self.text)
        assert found is not None, f"no {pattern} in {self.text[:2000]}"
        return found[1]


@dataclass
class Client:
    """A browser without script: it keeps cookies and follows redirects."""

    process: Process
    _opener: urllib.request.OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        jar = http.cookiejar.CookieJar()
        # No proxy of this machine's user: everything stays on 127.0.0.1.
        direct = urllib.request.ProxyHandler({})
        self._opener = urllib.request.build_opener(direct, urllib.request.HTTPCookieProcessor(jar))

    def get(self, path: str) -> Answer:
        """The page at ``path``."""
        return self._ask(path, None)

    def post(self, path: str, **fields: str) -> Answer:
        """The page after a form was sent."""
        return self._ask(path, urlencode(fields).encode())

    def _ask(self, path: str, body: bytes | None) -> Answer:
        headers = {"Sec-Fetch-Site": "same-origin"}
        request = urllib.request.Request(self.process.url + path, body, headers)  # noqa: S310  # always http
        try:
            with self._opener.open(request, timeout=START_SECONDS) as response:
                return Answer(response.status, response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode())
