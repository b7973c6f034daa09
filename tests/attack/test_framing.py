"""Where one request ends and the next begins is never in doubt: the real server, spoken to byte by byte."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from safety.config import Config
from safety.web.serving import framing
from tests.attack import raw
from tests.attack.raw import HOST, Spy

pytestmark = pytest.mark.usefixtures("network")
HIDDEN = "GET /hidden HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
POST = f"POST /form HTTP/1.1\r\n{HOST}"
LAST = raw.get("/last")
CHUNKED = "Transfer-Encoding: chunked\r\n"


@pytest.fixture(scope="module")
def served(config: Config) -> Iterator[tuple[Spy, int]]:
    """One spy for all: each test looks at what came since it began."""
    with raw.spied(config) as spy_and_port:
        yield spy_and_port


@pytest.fixture
def spy(served: tuple[Spy, int]) -> Spy:
    """The spy, who has seen nothing yet."""
    served[0].seen.clear()
    return served[0]


@pytest.fixture
def port(served: tuple[Spy, int]) -> int:
    """Where the server is."""
    return served[1]


def is_refused(spy: Spy, port: int, sent: str) -> bool:
    """Whether ``sent`` got one refusal, the connection was closed, and the site saw nothing of it."""
    answers = raw.ask(port, sent)
    return len(answers) == 1 and answers[0].status in (400, 413, 431, 501) and spy.seen == []


@pytest.mark.attack("V4.2.1", "hides a request behind a length and chunks that contradict each other (CL.TE, TE.CL)")
@pytest.mark.parametrize(
    "lines",
    [
        f"Content-Length: 6\r\n{CHUNKED}",
        f"{CHUNKED}Content-Length: 4\r\n",
        f"Content-Length: 0\r\n{CHUNKED}",
        "content-length: 5\r\nTRANSFER-ENCODING: Chunked\r\n",
    ],
)
def test_a_length_and_chunks_are_never_both_taken(spy: Spy, port: int, lines: str) -> None:
    """One of the two lies, and another server may believe the other one."""
    assert is_refused(spy, port, f"{POST}{lines}\r\n0\r\n\r\n{HIDDEN}")


@pytest.mark.attack("V4.2.1", "writes Transfer-Encoding in ways that only some servers understand (TE.TE)")
@pytest.mark.parametrize(
    "line",
    [
        *("Transfer-Encoding: xchunked", "Transfer-Encoding: identity", "Transfer-Encoding: gzip, chunked"),
        *("Transfer-Encoding: chunked, identity", "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: x\r\n y"),
        *("Transfer-Encoding : chunked", " Transfer-Encoding: chunked", "Transfer-Encoding:\x0bchunked"),
        *("Transfer-Encoding: chunked\x00", "Transfer-Encoding: \x85chunked", 'Transfer-Encoding: "chunked"'),
        *("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Transfer-Encoding:\r\n chunked"),
        *("Transfer-Encoding: chunked;q=1", "Transfer-Encoding\r\n: chunked", "X: y\nTransfer-Encoding: chunked"),
        *("Transfer-Encoding: ", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Tra\x00nsfer: chunked"),
    ],
)
def test_only_one_spelling_of_chunked_is_taken(spy: Spy, port: int, line: str) -> None:
    """Whatever else calls itself an encoding ends the connection."""
    assert is_refused(spy, port, f"{POST}{line}\r\n\r\n0\r\n\r\n{HIDDEN}")


@pytest.mark.attack("V4.2.1", "sends chunks under HTTP/1.0, whose servers know none")
def test_an_old_request_has_no_chunks(spy: Spy, port: int) -> None:
    """The chunks would be read as the next request of a connection that is kept."""
    old = f"POST /form HTTP/1.0\r\n{HOST}Connection: keep-alive\r\n{CHUNKED}\r\n0\r\n\r\n{HIDDEN}"
    assert is_refused(spy, port, old)


@pytest.mark.attack("V4.2.1", "announces two lengths, or one that is no plain number")
@pytest.mark.parametrize(
    "length",
    [
        *("+5", "0x5", "-1", "5, 5", "5,6", "5\r\nContent-Length: 5", "5\r\nContent-Length: 6", "", "5 5"),
        *("\u0665", "1e1", "5."),
    ],
)
def test_a_length_is_one_plain_number(spy: Spy, port: int, length: str) -> None:
    """Even two that agree are refused."""
    assert is_refused(spy, port, (f"{POST}Content-Length: {length}\r\n\r\nhello{HIDDEN}").encode().decode("latin-1"))


@pytest.mark.attack("V1.4.2", "announces a length of thousands of digits")
@pytest.mark.parametrize("digits", [12, 19, 400, 5000, 60_000])
def test_a_monstrous_length_is_refused(spy: Spy, port: int, digits: int) -> None:
    """No number is too long to be refused with an answer."""
    assert is_refused(spy, port, f"{POST}Content-Length: {'9' * digits}\r\n\r\n")


@pytest.mark.attack("V4.2.1", "ends lines with a bare LF or CR, or folds them")
@pytest.mark.parametrize(
    "head",
    [
        f"GET /x HTTP/1.1\n{HOST}\r\n",
        f"GET /x HTTP/1.1\r\n{HOST}X: a\nY: b\r\n\r\n",
        f"GET /x HTTP/1.1\r\n{HOST}X: a\rY: b\r\n\r\n",
        f"GET /x HTTP/1.1\r\n{HOST}X: a\r\n b\r\n\r\n",
        f"GET /x HTTP/1.1\r\n{HOST}X: a\r\n\tContent-Length: 5\r\n\r\n",
        f"GET /x HTTP/1.1\r\n X: a\r\n{HOST}\r\n",
        f"GET /x\rHTTP/1.1\r\n{HOST}\r\n",
    ],
)
def test_lines_end_in_one_way(spy: Spy, port: int, head: str) -> None:
    """A server in front may see other lines than we do."""
    assert is_refused(spy, port, head + HIDDEN)


@pytest.mark.attack("V4.2.1", "puts a space, a control character or nothing where the name of a header belongs")
@pytest.mark.parametrize(
    "line",
    ["Content-Length : 5", "Content Length: 5", ": 5", "nothing", "X\x00: y", "X: a\x00b", "X: \x7f", "X\x80: y"],
)
def test_a_header_has_a_plain_name_and_value(spy: Spy, port: int, line: str) -> None:
    """No byte is skipped or repaired."""
    assert is_refused(spy, port, f"{POST}{line}\r\n\r\n")


@pytest.mark.attack("V4.2.1", "breaks off, overflows or misspells the size of a chunk")
@pytest.mark.parametrize(
    "chunks",
    [
        *("-1\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "+5\r\nhello\r\n0\r\n\r\n", "5 \r\nhello\r\n0\r\n\r\n"),
        *("5\r\nhello!0\r\n\r\n", "5\r\nhelloXX0\r\n\r\n", "g\r\n\r\n", "5;\nx\r\nhello\r\n0\r\n\r\n"),
        *("5\nhello\n0\n\n" + "\r\n\r\n", "5;a\x00b\r\nhello\r\n0\r\n\r\n"),
    ],
)
def test_a_broken_chunk_ends_the_connection(spy: Spy, port: int, chunks: str) -> None:
    """What comes after it is not read as a request."""
    assert is_refused(spy, port, f"{POST}{CHUNKED}\r\n{chunks}{HIDDEN}")


@pytest.mark.attack("V4.2.1", "gives a chunk a size of 64 bits and more")
def test_the_size_of_a_chunk_does_not_overflow(spy: Spy, port: int) -> None:
    """The server waits for that many bytes, and takes none of them for a request."""
    with raw.opened(port) as connection:
        connection.sendall(f"{POST}{CHUNKED}\r\n10000000000000001\r\n{HIDDEN}".encode())
        # Our own side ends: nothing more can come.
        connection.shutdown(1)
        assert raw.received(connection) == b""
    assert spy.seen == []


@pytest.mark.attack("V4.2.1", "hides a request in what follows the last chunk, or in the name of a chunk")
@pytest.mark.parametrize(
    ("chunks", "body"),
    [
        ("5\r\nhello\r\n0\r\n\r\n", b"hello"),
        ("5;name=value\r\nhello\r\n0\r\n\r\n", b"hello"),
        (f"0\r\nX: GET /hidden HTTP/1.1\r\n{HOST}\r\n", b""),
        ("0\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n", b""),
        (f"{len(HIDDEN):x}\r\n{HIDDEN}\r\n0\r\n\r\n", HIDDEN.encode()),
    ],
)
def test_what_is_inside_a_body_is_no_request(spy: Spy, port: int, chunks: str, body: bytes) -> None:
    """The site sees the post and the next request, and each has its own answer."""
    answers = raw.ask(port, f"{POST}{CHUNKED}\r\n{chunks}{LAST}")
    assert spy.seen == [("POST", "/form", body), ("GET", "/last", b"")]
    assert [answer.body for answer in answers] == [f"POST /form {len(body)}".encode(), b"GET /last 0"]


@pytest.mark.attack("V4.2.1", "sends a body with a GET, and a request in it")
@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
def test_the_body_of_a_get_is_a_body(spy: Spy, port: int, method: str) -> None:
    """It is not taken for the next request."""
    raw.ask(port, f"{method} /x HTTP/1.1\r\n{HOST}Content-Length: {len(HIDDEN)}\r\n\r\n{HIDDEN}{LAST}")
    assert [path for _, path, _ in spy.seen] == ["/x", "/last"]


@pytest.mark.attack("V4.2.1", "sends many requests at once on one connection, to get another's answer")
def test_answers_keep_the_order_of_the_requests(spy: Spy, port: int) -> None:
    """Each answer belongs to its request, also when they arrive in odd pieces."""
    sent = "".join(f"GET /{number} HTTP/1.1\r\n{HOST}\r\n" for number in range(50)) + LAST
    with raw.opened(port) as connection:
        for at in range(0, len(sent), 37):
            connection.sendall(sent[at : at + 37].encode())
        answers = raw.answers(raw.received(connection))
    assert [answer.body for answer in answers] == [f"GET /{number} 0".encode() for number in range(50)] + [
        b"GET /last 0"
    ]


@pytest.mark.attack("V4.2.1", "asks by HTTP/0.9, an unknown version, or an old one that keeps the connection")
def test_only_two_versions_are_spoken(spy: Spy, port: int) -> None:
    """An answer without a head could be anything to who stands between."""
    for first in (
        "GET /x",
        "GET /x HTTP/0.9",
        "GET /x HTTP/2.0",
        "GET /x HTTP/1.2",
        "GET /x HTTP/1.10",
        "GET /x http/1.1",
    ):
        assert is_refused(spy, port, f"{first}\r\n{HOST}\r\n{HIDDEN}"), first
    answers = raw.ask(port, f"GET /old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n{LAST}")
    assert [answer.body for answer in answers] == [b"GET /old 0", b"GET /last 0"]


@pytest.mark.attack("V4.2.1", "asks first whether a body may come, and sends a request in its place")
def test_a_body_that_was_asked_for_is_a_body(spy: Spy, port: int) -> None:
    """100-continue changes nothing in where the body ends; it is said once."""
    sent = f"{POST}Expect: 100-continue\r\nContent-Length: {len(HIDDEN)}\r\n\r\n"
    with raw.opened(port) as connection:
        connection.sendall(sent.encode())
        assert connection.recv(1000).startswith(b"HTTP/1.1 100 ")
        connection.sendall((HIDDEN + LAST).encode())
        answers = raw.answers(raw.received(connection))
    assert [answer.status for answer in answers] == [200, 200]
    assert [path for _, path, _ in spy.seen] == ["/form", "/last"]


@pytest.mark.attack("V1.1.1", "writes an address that servers read in different ways")
@pytest.mark.parametrize(
    "target",
    [
        *(
            "/x#y",
            "/x\ty",
            "/x\x0by",
            "/x\x00",
            "/x y",
            "/\xe9",
            "*",
            "x",
            "?x",
            "",
            "http://[/x",
            "http:///x",
            "/x\x7f",
        ),
        *("http://127.0.0.1:99999999999/x", "ftp://127.0.0.1/x", "http://evil.example/x", "http://a@127.0.0.1/x"),
        *("HTTP://127.0.0.1/x", "127.0.0.1:80"),
    ],
)
def test_an_address_is_plain(spy: Spy, port: int, target: str) -> None:
    """A whole address has to name the host of the header; control characters and fragments are none."""
    assert is_refused(spy, port, f"GET {target} HTTP/1.1\r\n{HOST}\r\n{HIDDEN}")


@pytest.mark.attack("V4.2.1", "names no host, two, or a list of them")
@pytest.mark.parametrize("hosts", ["", HOST * 2, f"{HOST}Host: evil.example\r\n", f"{HOST}HOST: 127.0.0.1\r\n"])
def test_one_host_is_asked_for(spy: Spy, port: int, hosts: str) -> None:
    """A server in front may take the other one."""
    assert is_refused(spy, port, f"GET /x HTTP/1.1\r\n{hosts}\r\n")


@pytest.mark.attack("V15.2.2", "lets the line before a chunk, or those after the last, never end")
@pytest.mark.parametrize("before", [b"5;", b"5;x=", b"f", b"0\r\nX: "])
def test_a_line_of_a_body_is_bounded(before: bytes) -> None:
    """It is refused after a few kilobytes: each further one would take longer than the last."""
    chunks = framing.BoundedChunks(None)
    taken = chunks.received(before)
    while chunks.error is None:
        taken += chunks.received(b"1" * 512)
        assert taken <= framing.TRAILER_BYTES * 2
