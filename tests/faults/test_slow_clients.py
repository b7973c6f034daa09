"""Slow visitors, half an upload, and readers who read nothing: the others go on, and nothing is left of them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from tests.process import Client, Process
from tests.serving import until

SLOW, UPLOADS, READERS = 300, 20, 20
HALF_BYTES = 1_000_000
HALF_HEAD = b"GET /help HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
HALF_UPLOAD = (
    b"POST /photos/send HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
    b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2000000\r\n\r\n"
) + b"x" * HALF_BYTES
# More than the buffers of both sides hold.
MANY_PAGES = b"GET /sources HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 60


@pytest.fixture(autouse=True)
def has_answered(site: Process) -> None:
    """What it makes once is made before it is measured."""
    for path in ("/help", "/sources", "/photos/send"):
        assert Client(site).get(path).status == 200


def open_files(process: Process) -> int:
    """Files and connections that the site has open."""
    return len(list(Path(f"/proc/{process.pid}/fd").iterdir()))


def temporary_files(process: Process) -> list[str]:
    """Open files that nobody finds by a name."""
    links = []
    for one in Path(f"/proc/{process.pid}/fd").iterdir():
        # It may be closed just now.
        with suppress(OSError):
            links.append(str(one.readlink()))
    return [link for link in links if link.endswith(" (deleted)")]


def status(process: Process, name: str) -> int:
    """A number that the system knows of the site."""
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


@contextmanager
def connections(process: Process, count: int, sent: bytes) -> Iterator[list[socket.socket]]:
    """So many visitors who send that and then nothing; they go without a word."""
    with ExitStack() as opened:
        made = []
        for _ in range(count):
            one = opened.enter_context(socket.create_connection(("127.0.0.1", process.port), timeout=30))
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            one.sendall(sent)
            made.append(one)
        yield made


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what a process has open")
@pytest.mark.parametrize(
    ("count", "sent"),
    [(SLOW, HALF_HEAD), (UPLOADS, HALF_UPLOAD), (READERS, MANY_PAGES)],
    ids=["head", "body", "reader"],
)
def test_who_is_slow_stops_nobody_and_leaves_nothing(site: Process, count: int, sent: bytes) -> None:
    """All others are answered meanwhile; when the slow ones have gone, threads, files and memory are as before."""
    files, threads, kilobytes = open_files(site), status(site, "Threads"), status(site, "VmRSS")
    with connections(site, count, sent):
        assert until(lambda: open_files(site) > files + count // 2)
        for path in ("/help", "/", "/photos", "/check"):
            assert Client(site).get(path).status == 200
        assert Client(site).post("/check", question="who", choice="adult", go="next").status == 200
        assert status(site, "Threads") == threads
        assert temporary_files(site) == []
    assert until(lambda: open_files(site) <= files)
    # Fifty megabytes for what the allocator keeps; what was sent and asked for is more.
    assert until(lambda: status(site, "VmRSS") < kilobytes + 50_000)
    assert "Traceback" not in site.log()


def test_half_uploads_give_their_room_back(site: Process) -> None:
    """More half uploads than fit together, one after the other: the next whole one finds room."""
    with connections(site, 1, HALF_UPLOAD.replace(b"2000000", b"33000000")):
        pass
    for _ in range(10):
        with connections(site, 1, HALF_UPLOAD.replace(b"2000000", b"33000000")):
            assert Client(site).get("/help").status == 200
    answer = Client(site).post("/passwords/send", password="canary" * 1000)
    assert answer.status == 200
