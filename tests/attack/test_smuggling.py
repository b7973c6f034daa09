"""Requests hidden in requests, through the proxies of our guides and to granian: nobody gets another's answer."""

from __future__ import annotations

import select
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from safety.config import Config
from tests import process, proxies
from tests.attack import raw
from tests.attack.raw import Spy

pytestmark = pytest.mark.usefixtures("network")
TE = "Transfer-Encoding: chunked"
SPELLINGS = (
    *(f"{TE}\r\n", "Transfer-Encoding : chunked\r\n", " Transfer-Encoding: chunked\r\n", f"X: a\r\n {TE}\r\n"),
    *("Transfer-Encoding: xchunked\r\n", "Transfer-Encoding:\tchunked\r\n", "Transfer-Encoding:\x0bchunked\r\n"),
    *("Transfer-Encoding: identity\r\n", f"{TE}, identity\r\n", f"{TE}\r\nTransfer-Encoding: x\r\n", f"X: y\n{TE}\r\n"),
    *("Transfer_Encoding: chunked\r\n", "Transfer-Encoding: CHUNKED\r\n", f"{TE}\r\n{TE}\r\n", f"Foo: bar\r{TE}\r\n"),
)
LENGTHS = ("+0", "0x0", "0, 9", "-1", " 0 0", "00000000000000000000009")
SETTINGS = "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"


def attacks(port: int) -> tuple[str, ...]:
    """Each holds a request for /hidden where some server may see one."""
    host = f"Host: 127.0.0.1:{port}\r\n"
    hidden, post = f"GET /hidden HTTP/1.1\r\n{host}X: ", f"POST /form HTTP/1.1\r\n{host}"
    size = len(hidden)
    return (
        *(f"{post}Content-Length: {size + 5}\r\n{line}\r\n0\r\n\r\n{hidden}" for line in SPELLINGS),
        *(f"{post}{line}Content-Length: 4\r\n\r\n{size:x}\r\n{hidden}\r\n0\r\n\r\n" for line in SPELLINGS),
        f"{post}Content-Length: 0\r\nContent-Length: {size}\r\n\r\n{hidden}",
        *(f"{post}Content-Length: {value}\r\n\r\n{hidden}" for value in LENGTHS),
        f"{post}Content_Length: {size}\r\nContent-Length: 0\r\n{TE}\r\n\r\n0\r\n\r\n{hidden}",
        f"POST /form HTTP/1.0\r\n{host}Connection: keep-alive\r\n{TE}\r\n\r\n0\r\n\r\n{hidden}",
        f"{post}Connection: Content-Length\r\nContent-Length: {size}\r\n\r\n{hidden}",
        f"{post}Expect: 100-continue\r\nContent-Length: 0\r\n{TE}\r\n\r\n0\r\n\r\n{hidden}",
        f"{post}{TE}\r\n\r\n0;\n{hidden}\r\n\r\n",
        f"{post}{TE}\r\n\r\nffffffffffffffff1\r\n{hidden}",
        f"GET /form HTTP/1.1\r\n{host}{SETTINGS}Content-Length: {size}\r\n\r\n{hidden}",
    )


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def chain(
    request: pytest.FixtureRequest, config: Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Spy, int]]:
    """A spy behind the real server behind a real proxy; the port is the proxy's."""
    if not proxies.is_there(request.param):
        pytest.skip(f"there is no {request.param} on this machine")
    with ExitStack() as stack:
        spy, port = stack.enter_context(raw.spied(config))
        proxy = stack.enter_context(
            proxies.KINDS[request.param](tmp_path_factory.mktemp("chain") / request.param, port)
        )
        yield spy, proxy.port


@pytest.fixture(scope="module")
def granian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a site on the larger server, without a proxy."""
    with process.start(tmp_path_factory.mktemp("granian") / "instance", WORKERS="1") as running:
        yield running.port


def honest(port: int, path: str) -> raw.Answer:
    """What an honest visitor gets on a connection of their own."""
    return raw.ask(port, raw.get(path, host=f"Host: 127.0.0.1:{port}\r\n"))[0]


def attack(port: int) -> list[bytes]:
    """Every attack on a connection of its own, all at once; what came back until it was quiet for a moment."""
    with ExitStack() as stack:
        connections = [stack.enter_context(raw.opened(port)) for _ in attacks(port)]
        came = {connection: b"" for connection in connections}
        for connection, sent in zip(connections, attacks(port), strict=True):
            connection.sendall(sent.encode("latin-1"))
        waiting = set(connections)
        while waiting and (ready := select.select(waiting, [], [], 0.5)[0]):
            for connection in ready:
                part = connection.recv(65536)
                came[connection] += part
                if not part:
                    waiting.discard(connection)
        return list(came.values())


@pytest.mark.attack(
    "V4.2.1", "hides requests from the proxy in front, in forty ways, to have the next visitor get the answer"
)
def test_no_hidden_request_reaches_the_site(chain: tuple[Spy, int]) -> None:
    """nginx and Caddy with our files: what the site saw as a request, the proxy had seen and answered as one."""
    spy, port = chain
    came = b"".join(attack(port) + attack(port))
    for number in range(20):
        answer = honest(port, f"/honest/{number}")
        assert (answer.status, answer.body) == (200, f"GET /honest/{number} 0".encode())
    # A proxy that drops a line it cannot read hands on what follows as the attacker's own next request.
    seen = [path for _, path, _ in spy.seen]
    assert seen.count("/hidden") == came.count(b"GET /hidden ")
    assert [path for path in seen if path.startswith("/honest")] == [f"/honest/{number}" for number in range(20)]


@pytest.mark.attack("V4.2.1", "hides requests from granian itself, in the same ways")
def test_granian_answers_no_hidden_request(granian: int) -> None:
    """A request that names both a length and chunks is the last of its connection, whichever of the two is true."""
    for sent, came in zip(attacks(granian), attack(granian), strict=True):
        head = sent.partition("\r\n\r\n")[0].lower()
        if "\r\ncontent-length: " in head and f"\r\n{TE.lower()}" in head:
            assert came.count(b"HTTP/1.1 ") <= 1, sent
    assert honest(granian, "/healthz").body == b"ok\n"


@pytest.mark.attack(
    "V4.1.3", "names another host to the proxy than to the site: whole addresses, headers of proxies, capitals"
)
def test_a_proxy_hands_on_one_host(chain: tuple[Spy, int]) -> None:
    """The proxy answers or refuses; a request for another host reaches the site under that host or not at all."""
    spy, port = chain
    for sent in (
        f"GET http://evil.example/absolute HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n",
        f"GET /two HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        f"GET /folded HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n Host: evil.example\r\nConnection: close\r\n\r\n",
    ):
        answers = raw.ask(port, sent)
        assert len(answers) <= 1
    assert {path for _, path, _ in spy.seen} & {"/two"} == set()
