"""An answer of a register is fetched over HTTPS, within limits, and from nowhere else."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from safety.help.hosting import web
from safety.help.hosting.web import MAX_BYTES, MAX_REDIRECTS, Trouble, Web
from safety.help.public import connect
from tests.help.register_server import NAME, Register, Reply, register, reply

JSON = b'{"objectClassName": "domain"}'
GOOD = reply("200 OK\nContent-Type: application/rdap+json; charset=utf-8", JSON)
ADDRESS = f"https://{NAME}/domain/shown.com"


def get(there: Register, url: str = ADDRESS, seconds: float = 5) -> bytes | Trouble:
    """What the way out brings from the register on this machine."""
    return Web(there.connect, there.context(), seconds).get(url)


@pytest.mark.usefixtures("network")
def test_the_answer_comes_back_and_the_question_says_little(tmp_path: Path) -> None:
    """The body as it was; sent were the path, the host and what is understood, and nothing of who asks."""
    with register(tmp_path, GOOD) as there:
        assert get(there) == JSON
    (request,) = there.requests
    lines = request.decode().strip().split("\r\n")
    assert lines[0] == "GET /domain/shown.com HTTP/1.1"
    assert {line.split(":")[0] for line in lines[1:]} == {"Host", "Accept", "Accept-Encoding", "Connection"}
    assert f"Host: {NAME}" in lines


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (reply("404 Not Found"), Trouble.NOT_THERE),
        (reply("400 Bad Request"), Trouble.NOT_THERE),
        (reply("429 Too Many Requests"), Trouble.NO_ANSWER),
        (reply("500 Broken"), Trouble.NO_ANSWER),
        (reply("302 Found"), Trouble.NO_ANSWER),
        (reply("200 OK\nContent-Type: text/html", b"<p>canary"), Trouble.BROKEN),
        (reply("200 OK\nContent-Type: application/json", b" " * (MAX_BYTES + 1)), Trouble.TOO_MUCH),
        (reply("200 OK\nContent-Type: application/json\nContent-Length: 900", b"{"), Trouble.NO_ANSWER),
        (lambda connection, request: connection.sendall(b"\0canary\r\n\r\n"), Trouble.NO_ANSWER),
        (lambda connection, request: None, Trouble.NO_ANSWER),
    ],
    ids=["gone", "no-such", "busy", "broken", "nowhere", "html", "huge", "cut", "noise", "silence"],
)
def test_any_other_answer_is_a_trouble(tmp_path: Path, answer: Reply, trouble: Trouble) -> None:
    """Each has its name, and none raises."""
    with register(tmp_path, answer) as there:
        assert get(there) is trouble


@pytest.mark.usefixtures("network")
def test_an_answer_that_drips_is_cut_off(tmp_path: Path) -> None:
    """The time is counted in all: a byte now and then does not hold the command for ever."""

    def drip(connection: ssl.SSLSocket, request: bytes) -> None:
        connection.settimeout(0.01)
        # Ends when the other side is gone: it sends nothing until then, and reading fails or is empty after.
        while True:
            connection.sendall(b"X")
            try:
                if not connection.recv(1):
                    return
            except TimeoutError:
                continue

    with register(tmp_path, drip) as there:
        assert get(there, seconds=0.3) is Trouble.NO_ANSWER


@pytest.mark.usefixtures("network")
def test_a_register_that_says_nothing_is_left(tmp_path: Path) -> None:
    """It takes the question and never answers."""
    with register(tmp_path, lambda connection, request: connection.recv(1)) as there:
        assert get(there, seconds=0.3) is Trouble.NO_ANSWER


@pytest.mark.usefixtures("network")
def test_a_redirect_within_https_is_followed(tmp_path: Path) -> None:
    """A register may send on to another; a path alone is one of the same host."""
    onward = reply("302 Found\nLocation: /other/shown.com")
    with register(tmp_path, onward, GOOD) as there:
        assert get(there) == JSON
    assert there.requests[1].startswith(b"GET /other/shown.com ")


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    "target",
    [
        f"http://{NAME}/x",
        f"https://{NAME}:8443/x",
        f"https://{NAME}:port/x",
        f"https://somebody:word@{NAME}/x",
        "file:///etc/passwd",
        "ftp://shown.example/x",
    ],
)
def test_a_redirect_elsewhere_is_not_followed(tmp_path: Path, target: str) -> None:
    """Not to plain HTTP, another port, a password or a file."""
    with register(tmp_path, reply(f"302 Found\nLocation: {target}")) as there:
        assert get(there) is Trouble.NOT_SAFE
    assert len(there.requests) == 1


@pytest.mark.usefixtures("network")
def test_a_circle_of_redirects_ends(tmp_path: Path) -> None:
    """After a few it is no answer."""
    circle = reply(f"302 Found\nLocation: {ADDRESS}")
    with register(tmp_path, *[circle] * (MAX_REDIRECTS + 1)) as there:
        assert get(there) is Trouble.NO_ANSWER
    assert len(there.requests) == MAX_REDIRECTS + 1


@pytest.mark.usefixtures("network")
def test_a_redirect_into_a_home_is_not_followed(tmp_path: Path) -> None:
    """The host of a redirect is judged like the first: by the address behind its name."""
    with register(tmp_path, reply("302 Found\nLocation: https://router.shown.example/x")) as there:

        def reach(host: str, port: int, seconds: float) -> object:
            if host == NAME:
                return there.connect(host, port, seconds)
            return connect(host, port, seconds, lambda name: ("192.168.0.1",))

        assert Web(reach, there.context(), 5).get(ADDRESS) is Trouble.NOT_SAFE  # type: ignore[arg-type]  # a socket


@pytest.mark.usefixtures("network")
def test_a_certificate_of_another_name_is_not_taken(tmp_path: Path) -> None:
    """Who sits in between cannot answer for a register."""
    with register(tmp_path, GOOD) as there:
        assert get(there, "https://other.shown.example/domain/shown.com") is Trouble.NO_ANSWER
    assert there.requests == []


def test_the_way_out_checks_certificates_by_itself() -> None:
    """What the command uses asks for a valid certificate and its name, and reaches public addresses alone."""
    way = Web()
    assert way.context.verify_mode is ssl.CERT_REQUIRED
    assert way.context.check_hostname
    assert way.connect is connect
    assert web.SECONDS <= 30
