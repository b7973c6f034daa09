"""What proxies say counts as far as the setting PROXIES goes, and not a hop further."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask, request
from werkzeug.test import TestResponse

from safety.config import Config
from safety.web.serving import proxies
from tests.conftest import make_app

FORM = {"question": "who", "choice": "adult"}


def mirror(count: int) -> Flask:
    """A site behind ``count`` proxies that says what it takes a visitor for."""
    app = Flask("mirror")
    app.add_url_rule("/seen", view_func=lambda: f"{request.remote_addr} {request.scheme} {request.host}")
    proxies.init(app, count)
    return app


@pytest.fixture(scope="module")
def behind(config: Config) -> Flask:
    """The real site behind one proxy."""
    return make_app(replace(config, proxies=1, production=True, hosts=("localhost", "example.org")))


def seen(app: Flask, **headers: str) -> str:
    """What the site takes somebody for who sends these headers."""
    named = {f"X-Forwarded-{name.title()}": value for name, value in headers.items()}
    return app.test_client().get("/seen", headers=named).text


def test_without_a_proxy_nobody_can_pretend_to_be_one() -> None:
    """The socket's own address, http, and the Host header."""
    claimed = seen(mirror(0), **{"for": "1.2.3.4", "proto": "https", "host": "example.org"})
    assert claimed == "127.0.0.1 http localhost"


def test_only_the_last_hop_counts() -> None:
    """What a visitor's own program wrote stands first, and is not believed."""
    claimed = seen(
        mirror(1), **{"for": "6.6.6.6, 1.2.3.4", "proto": "http, https", "host": "evil.example, example.org"}
    )
    assert claimed == "1.2.3.4 https example.org"


def test_the_older_header_of_the_same_meaning_is_not_read() -> None:
    """Our proxies do not write it, so whoever does is a visitor."""
    said = {"Forwarded": "for=1.2.3.4;proto=https;host=example.org"}
    assert mirror(1).test_client().get("/seen", headers=said).text == "127.0.0.1 http localhost"


def test_a_host_that_a_proxy_names_is_checked_too(behind: Flask) -> None:
    """No page is made for a host of somebody else's choice."""
    said = {"X-Forwarded-Host": "evil.example"}
    assert behind.test_client().get("/about", headers=said).status_code == 400


def posted(app: Flask, proto: str) -> TestResponse:
    """The answer to the first post of a check that arrived so at the proxy."""
    said = {"X-Forwarded-Proto": proto, "Sec-Fetch-Site": "same-origin"}
    return app.test_client().post("/check", data=FORM, headers=said)


def test_https_at_the_proxy_makes_cookies_secure(behind: Flask, app: Flask) -> None:
    """The scheme at the proxy decides on Secure, on the name that binds to the host, and on HSTS."""
    secure, plain, pretended = posted(behind, "https"), posted(behind, "http"), posted(app, "https")
    assert secure.headers["Set-Cookie"].startswith("__Host-unshared=")
    assert "Secure" in secure.headers["Set-Cookie"]
    assert "Strict-Transport-Security" in secure.headers
    for answer in (plain, pretended):
        assert answer.headers["Set-Cookie"].startswith("unshared=")
        assert "Strict-Transport-Security" not in answer.headers
