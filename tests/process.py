"""The site as people start it, ``python app.py``: a process of its own on a free port of 127.0.0.1, and its log."""

from __future__ import annotations

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from safety.config import ROOT
from tests import packed

START_SECONDS = 60
STOP_SECONDS = 10
COMMAND = (sys.executable, "app.py")
INHERITED = ("PATH", "HOME", "LANG", "PYTHONPATH")


@dataclass(frozen=True)
class Process:
    """A site that runs, and the file that it writes its log into."""

    url: str
    port: int
    pid: int
    _written: Path

    def log(self) -> str:
        """What it wrote so far, on both streams."""
        return self._written.read_text(encoding="utf-8")

    def kill(self) -> None:
        """Ends it in the middle of whatever it does, as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)


@contextmanager
def start(instance: Path, *, log: Path | None = None, under: Sequence[str] = (), **settings: str) -> Iterator[Process]:
    """The site with its files in ``instance``, or its log elsewhere; it ends with the block, also when that fails.

    ``under`` is a program that starts and watches it, and ends with it.
    """
    packed.put_into(instance)
    port, written = _free_port(), log or instance.with_name(f"{instance.name}.log")
    settings = {"PORT": str(port)} | settings
    with written.open("wb") as out:
        process = subprocess.Popen(
            [*under, *COMMAND], cwd=ROOT, env=environment(instance, settings), stdout=out, stderr=subprocess.STDOUT
        )
    try:
        _wait(process, port, written)
        pid = _watched(process.pid) if under else process.pid
        yield Process(f"http://127.0.0.1:{port}", port, pid, written)
    finally:
        # Who watches ends with the site, and would leave it running.
        if process.poll() is None:
            with suppress(ProcessLookupError, IndexError):
                os.kill(_watched(process.pid) if under else process.pid, signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def start_in_vain(instance: Path, **settings: str) -> tuple[int, str]:
    """Exit status and last words of a site that cannot start; one that starts after all fails the test."""
    ended = subprocess.run(
        COMMAND,
        cwd=ROOT,
        env=environment(instance, {"PORT": str(_free_port())} | settings),
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        check=False,
    )
    return ended.returncode, ended.stdout + ended.stderr


def environment(instance: Path, settings: dict[str, str]) -> dict[str, str]:
    """What the site is started with: nothing of ours but what programs need to run."""
    inherited = {name: value for name, value in os.environ.items() if name in INHERITED}
    return inherited | {"INSTANCE": str(instance), "LEAVE_TO": ""} | settings


def _watched(watcher: int) -> int:
    children = Path(f"/proc/{watcher}/task/{watcher}/children").read_text(encoding="ascii")
    return int(children.split()[0])


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
    headers: Mapping[str, str] = field(default_factory=dict)

    def find(self, pattern: str) -> str:
        """The first group of ``pattern``, which must be there."""
        found = re.search(pattern, self.text)
        assert found is not None, f"no {pattern} in {self.text[:2000]}"
        return found[1]


@dataclass
class Client:
    """A browser without script: it keeps cookies and follows redirects."""

    process: Process
    cookies: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)
    _opener: urllib.request.OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        # No proxy of this machine's user: everything stays on 127.0.0.1.
        direct = urllib.request.ProxyHandler({})
        self._opener = urllib.request.build_opener(direct, urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> Answer:
        """The page at ``path``."""
        return self._ask(path, None)

    def post(self, path: str, **fields: str) -> Answer:
        """The page after a form was sent."""
        return self._ask(path, urlencode(fields).encode())

    def send(self, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """The answer to any body; one that is no text is given as far as it is."""
        return self._ask(path, body, headers)

    def _ask(self, path: str, body: bytes | None, more: Mapping[str, str] | None = None) -> Answer:
        headers = {"Sec-Fetch-Site": "same-origin", **(more or {})}
        request = urllib.request.Request(self.process.url + path, body, headers)  # noqa: S310  # always http
        try:
            with self._opener.open(request, timeout=START_SECONDS) as response:
                return Answer(response.status, response.read().decode(errors="replace"), dict(response.headers))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode(), dict(error.headers))
