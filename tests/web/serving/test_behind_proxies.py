"""The site behind Caddy and nginx, with the very files of deploy/: everything works, and neither notes anything."""

from __future__ import annotations

import http.client
import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from safety.config import Config
from tests import process, proxies
from tests.process import Process
from tests.proxies import Proxy
from tests.serving import TIMEOUT_SECONDS, multipart

pytestmark = pytest.mark.usefixtures("network")
SIDE = 2600
MARK = "a-mark-that-nobody-writes-down"


@dataclass(frozen=True)
class Answer:
    """What came through the proxy."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@pytest.fixture(scope="module")
def site(app: Flask, config: Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """A site that believes one proxy."""
    folder = tmp_path_factory.mktemp("behind") / "site"
    folder.mkdir()
    (folder / "static").symlink_to(config.instance / "static")
    with process.start(folder, PROXIES="1", HOSTS="127.0.0.1", WORKERS="1") as running:
        yield running


@pytest.fixture(scope="module", params=sorted(proxies.KINDS))
def proxy(request: pytest.FixtureRequest, site: Process, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """Each proxy in front of it."""
    if not proxies.is_there(request.param):
        pytest.skip(f"there is no {request.param} on this machine")
    folder = tmp_path_factory.mktemp("proxy") / request.param
    with proxies.KINDS[request.param](folder, site.port) as running:
        yield running


def ask(proxy: Proxy, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
    """The answer to one request through ``proxy``."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=TIMEOUT_SECONDS)) as connection:
        connection.request(method, path, body, {"Sec-Fetch-Site": "same-origin", **named})
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())


@cache
def large_photo() -> bytes:
    """About twenty megabytes of picture."""
    noise, out = Image.effect_noise((SIDE, SIDE), 100).convert("RGB"), io.BytesIO()
    noise.save(out, "PNG", compress_level=0)
    return out.getvalue()


@pytest.mark.parametrize("path", ["/", "/photos", "/help/case", "/check"])
def test_every_kind_of_page_comes_through(proxy: Proxy, path: str) -> None:
    """Also those whose policy makes the headers long; it names the host and the port that the visitor sees."""
    page = ask(proxy, "GET", path)
    assert page.status == 200
    if path == "/photos":
        assert f"127.0.0.1:{proxy.port}/static/" in page.headers["Content-Security-Policy"]


def test_leaving_takes_cookies_back(proxy: Proxy) -> None:
    """The headers of `/leave` survive the way."""
    left = ask(proxy, "GET", "/leave")
    assert left.status in (200, 302, 303)
    assert left.headers["Clear-Site-Data"]


def test_a_post_keeps_its_answer_in_a_cookie(proxy: Proxy) -> None:
    """The check begins; over plain http its cookie is not Secure, whatever the visitor claims."""
    form = {"Content_Type": "application/x-www-form-urlencoded", "X_Forwarded_Proto": "https"}
    answered = ask(proxy, "POST", "/check", b"question=who&choice=adult", **form)
    assert answered.headers["Set-Cookie"].startswith("unshared=")
    assert "Secure" not in answered.headers["Set-Cookie"]


def test_what_a_visitor_claims_of_a_host_is_not_passed_on(proxy: Proxy) -> None:
    """The page is made for the host that was asked."""
    page = ask(proxy, "GET", "/photos", X_Forwarded_Host="evil.example", X_Forwarded_For="1.2.3.4", Forwarded="host=e")
    assert page.status == 200
    assert "evil.example" not in page.headers["Content-Security-Policy"]


def test_a_large_photo_is_in_no_file_of_the_proxy_and_nothing_is_noted(proxy: Proxy) -> None:
    """Twenty megabytes go through and come back; afterwards the proxy has written nothing of it, nor who asked."""
    body, headers = multipart(large_photo())
    assert len(body) > 20_000_000
    sent = ask(
        proxy, "POST", f"/photos/send?{MARK}", body, **{name.replace("-", "_"): v for name, v in headers.items()}
    )
    assert sent.status == 200
    assert ask(proxy, "GET", f"/{MARK}", User_Agent=MARK).status == 404
    assert [path for path in proxy.written() if path.stat().st_size] == []
    assert MARK not in proxy.log()
    assert "127.0.0.1" not in proxy.log().replace(f"127.0.0.1:{proxy.port}", "")


def test_half_an_upload_is_in_no_file_of_the_proxy(proxy: Proxy) -> None:
    """While all but one byte of it is there, the proxy has no file open that it could be in."""
    body, headers = multipart(b"x" * 20_000_000)
    with closing(http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=TIMEOUT_SECONDS)) as visitor:
        visitor.putrequest("POST", "/photos/send")
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            visitor.putheader(name, value)
        visitor.endheaders(body[:-1])
        assert open_files(proxy) <= {"log", "access.log"}
        visitor.send(body[-1:])
        assert visitor.getresponse().status == 415


def open_files(proxy: Proxy) -> set[str]:
    """The files of its folder that its processes have open, deleted ones too."""
    children = Path(f"/proc/{proxy.pid}/task/{proxy.pid}/children").read_text(encoding="ascii").split()
    links = [link for pid in (proxy.pid, *children) for link in Path(f"/proc/{pid}/fd").iterdir()]
    opened = [Path(os.readlink(link)) for link in links]  # noqa: PTH115  # deleted ones too
    return {str(path.relative_to(proxy.folder)) for path in opened if path.is_relative_to(proxy.folder)}


class Back(BaseHTTPRequestHandler):
    """A site that has come back."""

    def do_GET(self) -> None:
        """Says so."""
        self.send_response(200)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"back")

    def log_message(self, *args: object) -> None:
        """Notes nothing."""


def test_caddy_lets_visitors_wait_while_the_site_starts_again(tmp_path: Path) -> None:
    """A restart is a pause and no error, and nobody is noted meanwhile."""
    if not proxies.is_there("caddy"):
        pytest.skip("there is no caddy on this machine")
    port = proxies.free_port()
    with proxies.caddy(tmp_path / "caddy", port) as proxy, ThreadPoolExecutor() as visitors:
        waiting = visitors.submit(ask, proxy, "GET", f"/{MARK}")
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.5)
        with HTTPServer(("127.0.0.1", port), Back) as back:
            back.handle_request()
        assert waiting.result(TIMEOUT_SECONDS).body == b"back"
        assert MARK not in proxy.log()


def test_nginx_says_in_plain_words_that_the_site_is_away(tmp_path: Path) -> None:
    """At once, so that nobody keeps it, and without a note of who asked."""
    if not proxies.is_there("nginx"):
        pytest.skip("there is no nginx on this machine")
    with proxies.nginx(tmp_path / "nginx", proxies.free_port()) as proxy:
        answer = ask(proxy, "GET", f"/{MARK}")
        assert (answer.status, answer.headers["Cache-Control"]) == (503, "no-store")
        assert b"away for a moment" in answer.body
        assert MARK not in proxy.log()
