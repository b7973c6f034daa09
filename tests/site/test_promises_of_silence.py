"""The promises about what is not written: no log, no file, no cookie holds what somebody sent."""

from __future__ import annotations

import io
import logging
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from safety.config import Config
from safety.web import sealed
from tests.conftest import CheckingClient
from tests.journeys import photo, start_check
from tests.serving import OpenFiles, multipart, serve
from tests.site.table import VISITS

CANARY = "cAnArY"
ADDRESS = "203.0.113.77"
HEADERS = {
    "User-Agent": f"{CANARY}-agent",
    "Referer": f"http://localhost/{CANARY}-referrer",
    "X-Forwarded-For": ADDRESS,
    "Accept-Language": f"{CANARY}-language",
    "X-Request-Id": f"{CANARY}-header",
    "From": f"{CANARY}@example.org",
}
# Made here, before any log is listened to: the tests' own library talks about what it writes.
PHOTO = photo(owner=f"{CANARY}-exif")
FIELDS = ("question", "choice", "go", "mark", "do", "after", "age", "country", "password", "name", "words")


@pytest.fixture
def spoken(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Every log of every library, at its most talkative."""
    noisy = [logging.getLogger(name) for name in ("werkzeug", "waitress", "unshared")]
    before = [log.level for log in noisy]
    for log in noisy:
        log.setLevel(logging.DEBUG)
    with caplog.at_level(logging.DEBUG):
        yield caplog
    for log, level in zip(noisy, before, strict=True):
        log.setLevel(level)


def canary_files() -> list[tuple[io.BytesIO, str]]:
    """A photo and two files that are refused, with a marker in each and in each name."""
    contents = (PHOTO, f"{CANARY}-bytes".encode(), b"%PDF-1.7 " + CANARY.encode())
    return [(io.BytesIO(content), f"{CANARY}-file-{number}.jpg") for number, content in enumerate(contents)]


def send_canaries(client: CheckingClient) -> None:
    """A marker through every form, field, header, query, file name and photo."""
    client.environ_base |= {"REMOTE_ADDR": ADDRESS}
    for visit in VISITS:
        path = f"{visit.path}?{CANARY}-query=1"
        client.get(path, headers=HEADERS)
        client.post(path, headers=HEADERS, data={name: f"{CANARY}-{name}" for name in FIELDS})
        client.get(f"{visit.path}/{CANARY}-path", headers=HEADERS)
    for way in ("look", "clean"):
        client.post("/photos/send", headers=HEADERS, data={"file": canary_files()[0], "do": way})
        client.post("/photos/send", headers=HEADERS, data={"file": canary_files(), "do": way})
        client.post("/photos/send", headers=HEADERS, data={"file": canary_files()[1:], "do": way})
    for path in ("/api/photos/inspect", "/api/photos/clean"):
        for file in canary_files():
            client.post(path, headers=HEADERS, data={"file": file})
        client.post(path, headers=HEADERS, data={"file": canary_files()[0], f"{CANARY}-field": f"{CANARY}-value"})


@pytest.mark.promise("logs-are-empty-of-you")
def test_no_log_holds_anything_of_a_visitor(
    client: CheckingClient, spoken: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was sent in any way is in no line that any library writes, nor on the screen."""
    send_canaries(client)
    out, err = capfd.readouterr()
    for text in (spoken.text, out, err):
        assert CANARY.lower() not in text.lower()
        assert ADDRESS not in text
    ours = [record.getMessage() for record in spoken.records if record.name == "unshared"]
    assert "password-measured" in ours
    assert all(re.fullmatch(r"[a-z-]+( [a-z]+=\d+)*", line) for line in ours), ours


@pytest.mark.promise("logs-are-empty-of-you")
def test_the_server_itself_writes_nothing_of_a_visitor(
    app: Flask,
    config: Config,
    network: None,
    spoken: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The server keeps no access log: neither a good request nor a broken one is written down."""
    with serve(app, config) as site:
        site.ask("GET", f"/?{CANARY}", headers=HEADERS)
        site.ask("GET", f"/{CANARY}", headers=HEADERS)
        site.ask("POST", "/passwords/send", f"password={CANARY}", {"Content-Type": "application/x-www-form-urlencoded"})
        site.ask("POST", "/check", "x", {"Content-Length": CANARY})
    out, err = capfd.readouterr()
    for text in (spoken.text, out, err):
        assert CANARY.lower() not in text.lower()
        assert "127.0.0.1" not in text


@pytest.mark.promise("logs-are-empty-of-you")
@pytest.mark.promise("no-answers-stored")
@pytest.mark.promise("password-in-memory")
def test_no_file_and_no_cookie_holds_what_was_sent(client: CheckingClient, app: Flask, config: Config) -> None:
    """After markers through every door the folder of the site and the visitor's cookie are free of them."""
    start_check(client)
    send_canaries(client)
    files = [path for path in config.instance.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []
    start_check(client)
    cookie = client.get_cookie("unshared")
    assert cookie is not None
    opened = sealed.unseal(app.extensions["seal"], cookie.value, int(time.time()))
    assert opened is not None
    assert CANARY.encode() not in opened


@pytest.mark.promise("password-in-memory")
def test_a_password_is_in_nothing_that_comes_back_or_is_written(
    client: CheckingClient, spoken: pytest.LogCaptureFixture
) -> None:
    """The answer measures the password and does not repeat it; it may not be kept, and no log has it."""
    response = client.post("/passwords/send", data={"password": f"{CANARY}99"})
    assert response.status_code == 200
    assert CANARY not in response.text
    assert response.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response.headers
    assert CANARY not in spoken.text


@pytest.fixture
def no_temporary_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever tries to make a temporary file fails: there is no folder for one."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))


@pytest.mark.promise("photo-in-memory")
@pytest.mark.parametrize("path", ["/photos/send", "/api/photos/inspect", "/api/photos/clean"])
def test_no_header_holds_anything_of_a_file(client: CheckingClient, path: str) -> None:
    """Neither its name nor what is in it, whether it is cleaned, refused or told about."""
    for file in canary_files():
        fields = {"do": "clean"} if path == "/photos/send" else {}
        response = client.post(path, data={"file": file, **fields})
        assert CANARY not in str(response.headers)
        assert "Set-Cookie" not in response.headers


@pytest.mark.promise("photo-in-memory")
@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/photos/send", {"do": "look"}),
        ("/photos/send", {"do": "clean"}),
        ("/api/photos/inspect", {}),
        ("/api/photos/clean", {}),
    ],
)
def test_a_photo_of_8_mb_reaches_no_disk(
    app: Flask, config: Config, network: None, no_temporary_files: None, path: str, fields: dict[str, str]
) -> None:
    """Sent, worked on and given back by the real server, a large photo opens no file on the way."""
    spy = OpenFiles(app)
    sent = photo(1600)
    assert len(sent) > 6_000_000
    with serve(spy, config) as site:
        body, headers = multipart(sent, **fields)
        answer = site.ask("POST", path, body, headers)
        spy.look()
    assert answer.status == 200
    assert spy.seen == set()
    assert answer.headers["cache-control"] == "no-store"
    if path.endswith("clean") or fields.get("do") == "clean":
        assert len(answer.body) > 6_000_000
        assert b"Canary" not in answer.body


@pytest.mark.promise("photo-in-memory")
def test_a_zip_of_16_mb_reaches_no_disk(app: Flask, config: Config, network: None, no_temporary_files: None) -> None:
    """Several photos become one zip in memory, and the server keeps it there until it is sent."""
    spy = OpenFiles(app)
    with serve(spy, config) as site:
        body, headers = multipart(photo(1600), photo(1600), do="clean")
        answer = site.ask("POST", "/photos/send", body, headers)
        spy.look()
    assert answer.headers["content-disposition"] == 'attachment; filename="photos.zip"'
    assert len(answer.body) > 12_000_000
    assert b"Canary" not in answer.body
    assert spy.seen == set()
