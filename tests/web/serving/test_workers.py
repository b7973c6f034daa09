"""The server of busy sites, as people start it: it keeps the promises of the small one, and begins anew unseen."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from safety.config import ROOT, Config
from safety.web.serving.serve import _with_workers as with_workers
from safety.web.serving.workers import Workers, listen
from tests import postgres, process
from tests.process import Client, Process
from tests.serving import TIMEOUT_SECONDS, multipart, until

pytestmark = [
    pytest.mark.usefixtures("network"),
    pytest.mark.skipif(not Path("/proc/self").exists(), reason="workers need Linux"),
]
SLOW_VISITORS = 60


@contextmanager
def started(folder: Path, config: Config, **settings: str) -> Iterator[Process]:
    """A site in a new ``folder`` whose static files are packed already, and whose workers are there."""
    folder.mkdir()
    (folder / "static").symlink_to(config.instance / "static")
    with process.start(folder, **settings) as site:
        # Its socket takes visitors before the first worker is there.
        assert until(lambda: answers(site)), site.log()
        yield site


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts that may be changed."""
    return Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("texts") / "content"))


@pytest.fixture(scope="module")
def site(app: Flask, config: Config, content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """A site with one worker."""
    with started(tmp_path_factory.mktemp("workers") / "site", config, WORKERS="1", CONTENT=str(content)) as running:
        yield running


def workers(site: Process) -> list[int]:
    """The processes that answer."""
    children = Path(f"/proc/{site.pid}/task/{site.pid}/children").read_text(encoding="ascii")
    return [int(number) for number in children.split()]


def ask(site: Process, method: str, path: str, *headers: tuple[str, str]) -> HTTPResponse:
    """The answer, read whole, to headers that no well-meaning program would send."""
    with closing(HTTPConnection("127.0.0.1", site.port, timeout=TIMEOUT_SECONDS)) as connection:
        connection.putrequest(method, path, skip_host=any(name == "Host" for name, _ in headers))
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        response.text = response.read().decode()  # type: ignore[attr-defined]  # for the asserts below
        return response


def half_sent(site: Process, count: int, sent: bytes = b"x") -> socket.socket:
    """A visitor whose post of ``count`` bytes has only begun."""
    visitor = socket.create_connection(("127.0.0.1", site.port), timeout=TIMEOUT_SECONDS)
    head = f"POST /photos/send HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nContent-Length: {count}\r\n"
    visitor.sendall(f"{head}Sec-Fetch-Site: same-origin\r\nContent-Type: text/plain\r\n\r\n".encode() + sent)
    return visitor


def test_a_page_has_its_policy_and_no_name_of_the_server(site: Process) -> None:
    """The whole header policy is there, and nothing says what serves it."""
    page = ask(site, "GET", "/photos")
    assert page.status == 200
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert page.headers["Server"] == ""


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("POST", [("Content-Length", "99999999999")], 413),
        ("POST", [("Transfer-Encoding", "chunked")], 411),
        ("GET", [("Host", "localhost"), ("Host", "evil.example")], 400),
        ("GET", [("Host", "evil.example")], 400),
    ],
)
def test_a_refusal_is_our_own_page(site: Process, method: str, headers: list[tuple[str, str]], status: int) -> None:
    """What never reaches the site is answered like the rest of it, and kept nowhere."""
    answer: Any = ask(site, method, "/photos/send", *headers)
    assert answer.status == status
    assert "<h1" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_slow_visitors_stop_nobody(site: Process) -> None:
    """Many more of them than there are threads send half a post, and a page comes all the same."""
    with ExitStack() as visitors:
        for _ in range(SLOW_VISITORS):
            visitors.enter_context(half_sent(site, 1000))
        assert Client(site).get("/about").status == 200
        assert Client(site).get("/check").status == 200


def test_half_an_upload_is_in_no_file(site: Process) -> None:
    """While eight megabytes are on their way, and when they are there, the processes have no file open for them."""
    large = b"x" * 8_000_000
    before = open_files(site)
    with half_sent(site, len(large) + 1, large) as visitor:
        assert until(lambda: memory_bytes(site) > len(large))
        assert open_files(site) == before
        visitor.sendall(b"x")
        assert visitor.recv(100).startswith(b"HTTP/1.1 4")
    assert open_files(site) <= before


def open_files(site: Process) -> set[str]:
    """The files that its processes have open, deleted ones too, but those of the database."""
    links = [link for pid in (site.pid, *workers(site)) for link in Path(f"/proc/{pid}/fd").iterdir()]
    named = {os.readlink(link) for link in links if os.path.exists(link)}  # noqa: PTH110, PTH115  # deleted ones too
    return {name for name in named if name.startswith("/") and "unshared.db" not in name}


def memory_bytes(site: Process) -> int:
    """What its workers have received: all bodies are in their own memory."""
    status = [Path(f"/proc/{pid}/status").read_text(encoding="ascii") for pid in workers(site)]
    return sum(int(text.split("RssAnon:")[1].split()[0]) * 1024 for text in status)


def test_a_worker_that_ends_is_replaced(site: Process) -> None:
    """A crash closes the site for a moment only, also soon after it was replaced on purpose."""
    crash(site)
    begin_anew(site)
    crash(site)


def crash(site: Process) -> None:
    """Ends the worker as a fault would; returns when there is another."""
    (first,) = workers(site)
    os.kill(first, signal.SIGKILL)
    assert until(lambda: workers(site) not in ([], [first])), site.log()
    assert until(lambda: answers(site)), site.log()


def answers(site: Process) -> bool:
    """Whether it does."""
    try:
        return Client(site).get("/healthz").status == 200
    except OSError:
        return False


def test_texts_are_read_again_without_a_stop(site: Process, content: Path) -> None:
    """With HUP new texts are there; texts with a fault are not taken, and the log names the fault."""
    text = next((content / "en" / "check").glob("*.md"))
    assert "A new title" not in Client(site).get("/check/all").text
    text.write_text(re.sub('(?m)^title = ".*"', 'title = "A new title"', text.read_text("utf-8")), "utf-8")
    begin_anew(site)
    assert "A new title" in Client(site).get("/check/all").text
    text.write_text("no head", "utf-8")
    begin_anew(site)
    assert text.name in site.log()
    assert "A new title" in Client(site).get("/check/all").text


def begin_anew(site: Process) -> None:
    """Returns when the worker has been replaced."""
    before = workers(site)
    os.kill(site.pid, signal.SIGHUP)
    assert until(lambda: len(workers(site)) == 1 and workers(site) != before), site.log()


def test_what_breaks_while_texts_are_read_leaves_the_site_as_it_is(
    app: Flask, config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    """A folder that is away for a moment ends nothing; the log has no name of a file."""

    def away() -> Flask:
        raise OSError("a name of a file")

    running = Workers(app, config, away)
    running.read_again()
    assert running.site is app
    assert "OSError" in caplog.text
    assert "a name of a file" not in caplog.text


def test_a_port_that_is_taken_is_said_in_plain_words(
    app: Flask, config: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also when its owner would share it, as granian does by itself; nobody is told that the site is there."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"port {port}: Address already in use. Set HOST or PORT"):
            with_workers(app, replace(config, port=port, workers=1))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_who_takes_no_answer_is_let_go_by_the_system(config: Config, host: str) -> None:
    """Each connection says so from the first moment on; granian itself would keep it for ever."""
    with (
        listen(replace(config, host=host, port=0)) as listening,
        socket.create_connection(listening.getsockname()[:2]),
        closing(listening.accept()[0]) as ours,
    ):
        assert ours.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 30_000
        assert ours.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_two_workers_serve_one_database(app: Flask, config: Config, tmp_path: Path) -> None:
    """With PostgreSQL there may be several; both come up, and pages that look into it are answered."""
    if postgres.programs() is None:
        pytest.skip("there is no PostgreSQL server on this machine")
    with started(tmp_path / "site", config, WORKERS="2", DATABASE_URL=postgres.new_database()) as site:
        assert until(lambda: len(workers(site)) == 2)
        assert {Client(site).get("/join/abcd-efgh").status for _ in range(8)} == {404}
        assert "error" not in site.log()


@pytest.mark.parametrize("count", ["0", "1"])
def test_who_is_on_the_way_is_answered_before_it_stops(app: Flask, config: Config, tmp_path: Path, count: str) -> None:
    """Either server, told to end, takes nobody else, and the rest of an upload still gets its answer."""
    body, headers = multipart(b"no photo")
    with started(tmp_path / "site", config, WORKERS=count) as site:
        visitor = HTTPConnection("127.0.0.1", site.port, timeout=TIMEOUT_SECONDS)
        with closing(visitor):
            visitor.putrequest("POST", "/photos/send")
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                visitor.putheader(name, value)
            visitor.endheaders(body[:10])
            assert Client(site).get("/healthz").status == 200
            os.kill(site.pid, signal.SIGTERM)
            assert until(lambda: not is_open(site.port))
            visitor.send(body[10:])
            assert visitor.getresponse().status in (200, 415, 422)


def is_open(port: int) -> bool:
    """Whether somebody new is let in."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def test_the_shares_of_all_workers_hold_a_whole_upload(config: Config) -> None:
    """However many there are, the room of each is larger than the largest body."""
    most = replace(config, workers=7)
    assert most.max_bodies_bytes // most.workers > most.max_upload_bytes + 64 * 1024
