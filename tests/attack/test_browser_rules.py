"""What every answer tells a browser, so that an attacker's page, frame or markup can do nothing with it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from safety.config import Config
from tests.attack.hostile import MARKUP, NAME
from tests.conftest import make_app
from tests.policy import TOOLS, directives
from tests.site.table import VISITS
from tests.teach.room.samples import quick

TYPES = {
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png", "woff2": "font/woff2", "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json", "json": "application/json",
}  # fmt: skip
DANGEROUS = re.compile(r"'unsafe-|'strict-dynamic'|\*|(?<![\w-])https?:(?!//)|'nonce-|filesystem:")


@pytest.fixture(scope="module")
def answers(app: Flask) -> dict[str, TestResponse]:
    """Every visit of the table, once, and what errors look like."""
    found = {str(visit): visit.go(quick(app)) for visit in VISITS}
    client = quick(app)
    found |= {path: client.get(path) for path in ("/nothing", "/static/nothing.css", "/check/plan")}
    found["405"] = client.put("/check")
    found["400"] = client.get("/", headers={"Host": "evil.example"})
    found["413"] = client.post("/help/steps", data={"age": "x" * 100_000})
    return found


@pytest.fixture(scope="module")
def static(app: Flask) -> dict[str, TestResponse]:
    """Every file of the release."""
    release = app.extensions["release"]
    client = quick(app)
    found = {name: client.get(release.address(name)) for name in release.files}
    for answer in found.values():
        # Its file is open as long as it was not read to the end.
        answer.get_data()
        answer.close()
    return found


@pytest.mark.attack("V3.4.3", "gets markup into a page, which then loads or runs what the attacker wants")
def test_no_policy_has_a_hole(answers: dict[str, TestResponse]) -> None:
    """No inline code, no star, no whole scheme, no base, no form to elsewhere; data: for pictures alone."""
    for where, answer in answers.items():
        rules = directives(answer.headers["Content-Security-Policy"])
        assert not any(DANGEROUS.search(rule) for rule in rules.values()), where
        assert rules["default-src"] == "'none'", where
        assert rules["base-uri"] == "'none'", where
        assert rules["form-action"].split()[0] in ("'none'", "'self'") or rules["form-action"].startswith("localhost/")
        assert [name for name, rule in rules.items() if "data:" in rule or "blob:" in rule] in (
            [], ["img-src"], ["img-src", "media-src"],
        ), where  # fmt: skip


@pytest.mark.attack("V3.4.3", "has a tool send what it was given to a file of our own, with the secret in the address")
def test_a_tool_loads_single_files_only(app: Flask) -> None:
    """No folder and no 'self' in what a tool may load, and nothing that it may send to."""
    client = quick(app)
    for path in TOOLS:
        rules = directives(client.get(path).headers["Content-Security-Policy"])
        for name in ("script-src", "worker-src", "style-src", "font-src", "img-src"):
            assert not any(source.endswith("/") or source == "'self'" for source in rules[name].split()), (path, name)
        assert rules["connect-src"] == "'none'", path


@pytest.mark.attack("V3.4.6", "frames a page of ours and lays something else over it (clickjacking)")
def test_no_answer_can_be_framed(answers: dict[str, TestResponse], static: dict[str, TestResponse]) -> None:
    """Pages, errors, files and answers for programs say so twice, for new browsers and old ones."""
    for where, answer in (answers | static).items():
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"], where
        assert answer.headers["X-Frame-Options"] == "DENY", where


@pytest.mark.attack(
    "V3.4.2", "opens a page of ours in a window and reaches into it, or loads a file of ours into theirs"
)
def test_no_answer_shares_a_window_or_a_file(answers: dict[str, TestResponse], static: dict[str, TestResponse]) -> None:
    """Each answer is this origin's alone."""
    for where, answer in (answers | static).items():
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", where
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin", where
        assert not any(name.lower().startswith("access-control") for name, _ in answer.headers), where


@pytest.mark.attack("V3.4.5", "reads from the Referer which page of ours a visitor came from")
def test_no_other_site_learns_the_page(answers: dict[str, TestResponse]) -> None:
    """Other sites get no address of ours at all; leaving does not undo that."""
    for where, answer in answers.items():
        assert answer.headers["Referrer-Policy"] == "same-origin", where
        assert "referrerpolicy" not in answer.text.lower() if answer.mimetype == "text/html" else True


@pytest.mark.attack("V3.4.4", "has a browser take a file or an answer of ours for a script or a page")
def test_every_answer_says_what_it_is(answers: dict[str, TestResponse], static: dict[str, TestResponse]) -> None:
    """The type is the right one for each kind of file, text has its encoding, and no browser may guess."""
    for where, answer in (answers | static).items():
        assert answer.headers["X-Content-Type-Options"] == "nosniff", where
        if answer.mimetype.startswith("text/") and answer.data:
            assert "charset=utf-8" in answer.headers["Content-Type"].replace('"', ""), where
    for name, answer in static.items():
        assert answer.status_code == 200, name
        assert answer.headers["Content-Type"].replace('"', "") == TYPES[name.rsplit(".", 1)[1]], name


@pytest.mark.attack("V3.2.1", "sends a page under the name of a photo, to have it shown from our address")
@pytest.mark.parametrize("path", ["/photos/send", "/api/photos/clean", "/api/photos/inspect"])
def test_what_was_sent_is_never_shown_as_a_page(app: Flask, path: str) -> None:
    """It is refused, or offered to be saved; never is it text that a browser would run."""
    for head in (
        b"",
        b"GIF89a/*",
        b"\xff\xd8\xff\xe0",
        b"%PDF-",
        b"RIFF....WEBP",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
    ):
        content = head + f"<!doctype html><{NAME}><script>{NAME}()</script>".encode()
        answer = quick(app).post(path, data={"do": "clean", "file": (io.BytesIO(content), f"{NAME}.html")})
        assert f"<{NAME}>".encode() not in answer.data or "attachment" in answer.headers["Content-Disposition"]
        assert answer.status_code in (200, 400, 415, 422)


@pytest.mark.attack("V3.4.1", "waits for a visitor's first request without encryption")
def test_a_public_site_asks_for_https_for_a_year(config: Config) -> None:
    """In production each page over HTTPS says so; over plain HTTP, where it would mean nothing, none does."""
    client = quick(make_app(replace(config, production=True, hosts=("localhost",))))
    for path in ("/", "/check", "/nothing", "/leave", "/api/openapi.json"):
        secure = client.get(path, base_url="https://localhost").headers["Strict-Transport-Security"]
        assert int(secure.removeprefix("max-age=")) >= 31_536_000
        assert "Strict-Transport-Security" not in client.get(path).headers


@pytest.mark.attack("V1.2.1", "writes markup into the fields that a page shows again")
@pytest.mark.parametrize(
    ("path", "field"), [("/search", "q"), ("/passwords/send", "password"), ("/join", "code"), ("/check/saved", "words")]
)
def test_a_field_that_is_shown_again_is_text(stranger: FlaskClient, path: str, field: str) -> None:
    """An open tag, a base, a form that swallows the rest of the page: all of it stays in the field."""
    for text in (
        MARKUP,
        f"<base href=//{NAME}.example>",
        f"'><form action=//{NAME}.example><input name=x value='",
        "<img src='//x?",
    ):
        headers = {"Sec-Fetch-Site": "same-origin"}
        page = stranger.post(path, data={field: text, "do": "open"}, headers=headers).text
        assert text not in page
        assert f"<base href=//{NAME}" not in page
