"""Asking whether a link answers: by what shows least, of public addresses alone, reading no page."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import pytest

from safety.help.case.asking import Answer, Asker, Ending
from safety.help.public import connect
from tests.help.case.speaking_site import NoLock, Says, Speak, SpeakingSite, speaking

LINK = "http://example.org/a"
OPEN = NoLock(ssl.PROTOCOL_TLS_CLIENT)


@pytest.fixture
def speak(network: None) -> Iterator[Speak]:
    """Makes sites that last as long as the test."""
    with ExitStack() as stack:
        yield lambda says: stack.enter_context(speaking(says))


def asker(site: SpeakingSite, seconds: float = 10) -> Asker:
    """Asks this site, whatever the host, and takes it for locked."""
    return Asker(site.connect, OPEN, seconds)


def nobody(host: str, port: int, seconds: float) -> socket.socket:
    """A way out that must not be used."""
    raise AssertionError(host)


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ({"HEAD /a": 200}, Answer(Ending.ANSWERS, 200)),
        ({"HEAD /a": 206}, Answer(Ending.ANSWERS, 206)),
        ({"HEAD /a": 404, "GET /a": 404}, Answer(Ending.GONE, 404)),
        ({"HEAD /a": 410, "GET /a": 410}, Answer(Ending.GONE, 410)),
        ({"HEAD /a": 404, "GET /a": 200}, Answer(Ending.ANSWERS, 200)),
        ({"HEAD /a": 405, "GET /a": 200}, Answer(Ending.ANSWERS, 200)),
        ({"HEAD /a": 403, "GET /a": 403}, Answer(Ending.CLOSED, 403)),
        ({"HEAD /a": 451, "GET /a": 451}, Answer(Ending.CLOSED, 451)),
        ({"HEAD /a": 503, "GET /a": 503}, Answer(Ending.TROUBLE, 503)),
        ({"HEAD /a": 301}, Answer(Ending.ANSWERS, 301)),
        ({"HEAD /a": (302, "/b"), "HEAD /b": 200}, Answer(Ending.MOVED, 200, "example.org")),
        ({"HEAD /a": (308, "http://example.net/b"), "HEAD /b": 404}, Answer(Ending.GONE, 404, "example.net")),
        ({"HEAD /a": (302, "http://[half/"), "HEAD /b": 200}, Answer(Ending.MOVED, 302)),
        ({"HEAD /a": (302, "mailto:a@example.org")}, Answer(Ending.MOVED, 302)),
        ({"HEAD /a": (302, "http://example.org:8080/")}, Answer(Ending.MOVED, 302)),
        ({"HEAD /a": (302, "/a")}, Answer(Ending.MOVED, 302)),
        ({"HEAD /a": b"no answer\r\n\r\n"}, Answer(Ending.NO_ANSWER)),
        ({"HEAD /a": b""}, Answer(Ending.NO_ANSWER)),
        ({"HEAD /a": b"HTTP/1.1 200 -\r\n" + b"X: a\r\n" * 200 + b"\r\n"}, Answer(Ending.NO_ANSWER)),
    ],
)
def test_each_answer_is_told(speak: Speak, says: Says, answer: Answer) -> None:
    """By its first lines; "not there" is said only when the question that a browser asks gets it too."""
    assert asker(speak(says)).ask(LINK) == answer


def test_nothing_tells_who_asks(speak: Speak) -> None:
    """No cookie, no referrer, no language, no name of this program; what follows the # stays here."""
    site = speak({"HEAD /a%20b?c=%C5%BC": (302, "/d"), "HEAD /d": 404, "GET /d": 200})
    asker(site).ask("http://EXAMPLE.org/a b?c=ż#mine")
    sent = [question.split("\r\n") for question in site.asked]
    assert [lines[0] for lines in sent] == [
        "HEAD /a%20b?c=%C5%BC HTTP/1.1", "HEAD /d HTTP/1.1", "GET /d HTTP/1.1",
    ]  # fmt: skip
    for lines in sent:
        assert set(lines[1:]) == {
            "User-Agent: Mozilla/5.0", "Accept: */*", "Accept-Encoding: identity", "Connection: close",
            "Host: example.org", "",
        }  # fmt: skip


def test_a_name_alone_is_asked_by_https(speak: Speak) -> None:
    """As people write links; names in other alphabets in their ASCII form."""
    site = speak({"HEAD /a": 200})
    assert asker(site).ask("łódź.example.org/a").ending == Ending.ANSWERS
    assert site.called == [("łódź".encode("idna").decode() + ".example.org", 443)]


def test_a_locked_line_is_not_left(speak: Speak) -> None:
    """A redirect from https to http is told and not followed."""
    site = speak({"HEAD /a": (301, "http://example.org/a")})
    assert asker(site).ask("https://example.org/a") == Answer(Ending.MOVED, 301)
    assert len(site.asked) == 1


def test_who_keeps_one_waiting_is_left(speak: Speak) -> None:
    """After the time limit."""
    assert asker(speak({"HEAD /a": None}), 0.2).ask(LINK) == Answer(Ending.NO_ANSWER)


@pytest.mark.parametrize(
    "link",
    [
        "", "tg://message?id=1", "ftp://example.org/a", "file:///etc/passwd", "http://", "http://[::1", "@someone_1",
        "mailto:a@b.org", "http://me:secret@example.org/", "http://example.org:22/", "http://example.org:99999/",
        "http://exa mple.org/", "http://straße.example.org/", "http://a%2fb.org/", "a\x00b",
        "https://" + "a" * 300 + ".org/",
    ],
)  # fmt: skip
def test_other_links_are_not_asked(link: str) -> None:
    """Only those of the web, on its own ports, without a password in them."""
    assert Asker(nobody, OPEN).ask(link) == Answer(Ending.NOT_ASKED)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
        "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_private_addresses_are_not_asked(address: str) -> None:
    """Neither as a link nor behind a name: no connection is even tried."""
    host = f"[{address}]" if ":" in address else address
    assert Asker(context=OPEN).ask(f"http://{host}/") == Answer(Ending.NOT_ASKED)
    hidden = Asker(partial(connect, resolve=lambda host: (address,)), OPEN)
    assert hidden.ask("http://example.org/") == Answer(Ending.NOT_ASKED)


def test_a_redirect_to_a_private_address_is_not_followed(speak: Speak) -> None:
    """It is told as a redirect, with the name it led to."""
    site = speak({"HEAD /a": (302, "http://inside.example/")})

    def out(host: str, port: int, seconds: float) -> socket.socket:
        if host == "example.org":
            return site.connect(host, port, seconds)
        return connect(host, port, seconds, resolve=lambda host: ("192.168.0.1",))

    assert Asker(out, OPEN).ask(LINK) == Answer(Ending.MOVED, 302, "inside.example")
    assert len(site.asked) == 1


def test_a_name_without_address_is_no_answer() -> None:
    """As when the network is off."""
    assert Asker(partial(connect, resolve=lambda host: ()), OPEN).ask(LINK) == Answer(Ending.NO_ANSWER)
