"""Addresses are read strictly, and questions are bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety.config import Config
from safety.web.doctor.asking import AddressError, NotAsked, Site, Wire
from tests.serving import serve
from tests.web.doctor import between


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("https://site.org", "site.org", 443),
        ("https://SITE.org/", "site.org", 443),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", 8000),
        ("http://[::1]:8000", "[::1]:8000", 8000),
    ],
)
def test_an_address_is_a_site(address: str, host: str, port: int) -> None:
    """Scheme, name and port."""
    site = Site.read(address)
    assert (site.host, site.port) == (host, port)


@pytest.mark.parametrize(
    "address",
    ["site.org", "ftp://site.org", "https://", "https://site.org/page", "https://site.org?x", "https://a@site.org",
     "https://site.org:port", "https://[", "file:///etc/passwd", "-x"],
)  # fmt: skip
def test_what_is_no_site_is_refused(address: str) -> None:
    """Nothing is guessed from half an address."""
    with pytest.raises(AddressError, match=r"https://example\.org"):
        Site.read(address)


def hello(environ: dict[str, object], start_response: object) -> list[bytes]:
    """A site that says hello, and shows what it was told."""
    start_response("200 OK", [("X-Twice", "1"), ("X-Twice", "2"), ("X-Host", str(environ["HTTP_HOST"]))])  # type: ignore[operator]  # WSGI
    return [b"hello"]


@pytest.mark.usefixtures("network")
def test_questions_are_counted_and_end() -> None:
    """Every header comes as often as it was sent, the host can be another, and after so many questions it is enough."""
    with serve(hello, Config(secret="x")) as served:
        wire = Wire(Site.read(f"http://127.0.0.1:{served.port}"), most=3)
        answer = wire.ask("/", {})
        assert (answer.status, answer.text, answer.all("x-twice")) == (200, "hello", ["1", "2"])
        assert answer.first("X-Host") == f"127.0.0.1:{served.port}"
        assert wire.ask("/", {"Host": "doctor.invalid"}).first("X-Host") == "doctor.invalid"
        assert wire.begin("/", 40_000, 0.2) is None
        with pytest.raises(NotAsked, match="more than 3"):
            wire.ask("/", {})


@pytest.mark.usefixtures("network")
def test_a_certificate_that_nobody_trusts_is_refused(tmp_path: Path) -> None:
    """The reason is said; nothing is sent to who cannot prove who it is."""
    with (
        between.proxy(between.Good, 1, between.certificate(tmp_path)) as address,
        pytest.raises(NotAsked, match="the certificate is not good"),
    ):
        Wire(Site.read(address)).ask("/", {})


@pytest.mark.usefixtures("network")
def test_nobody_there_is_said() -> None:
    """A port where nobody listens."""
    with pytest.raises(NotAsked, match="refused"):
        Wire(Site.read("http://127.0.0.1:1")).ask("/", {})
