"""The Host header: it decides whether anything is answered at all, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from safety.config import Config
from tests.attack import raw
from tests.conftest import make_app
from tests.policy import TOOLS
from tests.serving import serve

pytestmark = pytest.mark.usefixtures("network")
HOSTS = (
    *("evil.example", "example.org.evil.example", "evil.example/example.org", "evil.example#example.org"),
    *("example.org@evil.example", "evil.example@example.org", "user:pass@example.org", "example.org, evil.example"),
    *("example.org.", "www.example.org", ".example.org", "*.example.org", "example.org:", "example.org:port"),
    *(
        "example.org:99999",
        "example.org:8080",
        "example.org:-1",
        "example.org:443",
        "example.org:80:80",
        "[example.org]",
        "[::1",
        "127.0.0.1",
        "localhost",
    ),
    *("0x7f.1", "2130706433", "127.1", "[::ffff:127.0.0.1]", "0", "example.org\\evil.example", "example.org?x"),
    *("example.org evil", "<script>", "x" * 30_000, "xn--exmple-cua.org", "ex\xe4mple.org", "example%2eorg", ""),
)


@pytest.fixture(scope="module")
def public(config: Config, tmp_path_factory: pytest.TempPathFactory) -> Config:
    """The settings of a site of a public name."""
    return replace(config, hosts=("example.org",))


@pytest.fixture(scope="module")
def port(public: Config) -> Iterator[int]:
    """Where it is served."""
    with serve(make_app(public), public) as served:
        yield served.port


@pytest.mark.attack("V2.2.1", "asks for a host that is not ours, or for ours in a form that some programs take for it")
@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host[:30])
def test_a_foreign_host_gets_no_page(port: int, host: str) -> None:
    """It is refused, and the page of the refusal does not repeat it."""
    for path in ("/privacy", "/check"):
        answer = raw.ask(port, raw.get(path, host=f"Host: {host}\r\n"))[0]
        assert answer.status == 400
        assert not host or host[:100].encode("latin-1") not in answer.body or host in ("0", ".")


@pytest.mark.attack("V1.2.2", "asks for our host in capitals, so that a cache keeps a page with a spoilt policy")
@pytest.mark.parametrize("path", [*TOOLS, "/privacy", "/"])
def test_capitals_in_a_host_change_no_page(app: Flask, path: str) -> None:
    """Caches take both for the same host, so the answers must be the same, headers and all."""
    small, large = (app.test_client().get(path, headers={"Host": host}) for host in ("localhost", "LocalHost"))
    assert small.data == large.data
    assert dict(small.headers) == dict(large.headers)


@pytest.mark.attack("V4.1.3", "says in headers of proxies that the host, the scheme or the address is another")
@pytest.mark.parametrize(
    "line",
    [
        *(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Prefix: /evil",
            "X-Host: evil.example",
        ),
        *("X-Forwarded-Port: 1", "X-Forwarded-Server: evil.example", "Forwarded: host=evil.example;proto=https"),
        *("X-Original-URL: /leave", "X-Rewrite-URL: /leave", "X-Forwarded-Scheme: https", "X-Forwarded-Ssl: on"),
        *("X_Forwarded_Host: evil.example", "X-HTTP-Host-Override: evil.example", "Front-End-Https: on"),
        *("X-Real-IP: 127.0.0.1", "X-Forwarded-For: 127.0.0.1", "X-Client-IP: 127.0.0.1", "True-Client-IP: 127.0.0.1"),
        *("Script-Name: /evil", "X-Script-Name: /evil", "Wsgi-Url-Scheme: https", "Accept-Language: ../../etc"),
    ],
)
def test_nobody_without_a_proxy_can_pretend_to_be_one(port: int, line: str) -> None:
    """Pages with addresses of the site in them, and the policies that name it, are the same with the header."""
    host = "Host: example.org\r\n"
    for path in ("/privacy", "/photos", "/.well-known/security.txt", "/check"):
        plain, said = (raw.ask(port, raw.get(path, more, host=host))[0] for more in ("", f"{line}\r\n"))
        assert (said.status, said.body) == (200, plain.body)
        assert undated(said) == undated(plain)


@pytest.mark.attack("V4.1.3", "writes a header of the proxy before the proxy does, to be believed in its place")
def test_only_the_last_word_of_a_proxy_counts(public: Config) -> None:
    """With one proxy only the last entry is believed, which is its own."""
    behind = replace(public, proxies=1)
    said = "X-Forwarded-Host: evil.example, example.org\r\nX-Forwarded-Proto: http, https\r\n"
    with serve(make_app(behind), behind) as served:
        page = raw.ask(served.port, raw.get("/privacy", said, host="Host: inner\r\n"))[0]
        assert page.status == 200
        assert b"https://example.org" in page.body
        assert b"evil.example" not in page.body
        forged = "X-Forwarded-Host: example.org, evil.example\r\n"
        assert raw.ask(served.port, raw.get("/privacy", forged, host="Host: example.org\r\n"))[0].status == 400


def undated(answer: raw.Answer) -> list[str]:
    """The lines of its head but the date, which goes on."""
    return [line for line in answer.head.split("\r\n") if not line.startswith("Date:")]
