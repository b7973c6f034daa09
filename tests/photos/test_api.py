"""The service for programs: files in, values or a clean file out, and JSON whatever goes wrong."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from safety.config import MEBIBYTE, ROOT, Config
from safety.photos import api, clean_bytes, forms, inspect_bytes, openapi
from safety.photos.outcome import Ending, Outcome, Refusal
from safety.photos.record import report_record
from safety.photos.wishes import FIELDS
from safety.web import limits
from tests.conftest import CheckingClient, make_app
from tests.photos import samples
from tests.serving import multipart

DIRTY = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.exif(6)))
INSPECT, CLEAN = "/api/photos/inspect", "/api/photos/clean"
BOTH = pytest.mark.parametrize("path", [INSPECT, CLEAN])


def send(client: FlaskClient, path: str, content: bytes = DIRTY, **more: Any) -> TestResponse:
    """The answer to a file."""
    headers = more.pop("headers", {})
    return client.post(path, data={"file": (io.BytesIO(content), "canary-name.jpg"), **more}, headers=headers)


def code_of(response: TestResponse) -> str:
    """The code of an error, which has three keys and says nothing of what was sent."""
    assert response.mimetype == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    assert "canary" not in response.text
    (error,) = response.json.values()
    assert list(error) == ["code", "text", "values"]
    assert error["text"].endswith(".")
    return str(error["code"])


@pytest.fixture
def no_places(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everybody is at work, and nobody waits."""
    monkeypatch.setattr(limits, "WAIT_SECONDS", 0)
    with ExitStack() as taken:
        for _ in range(4):
            taken.enter_context(forms.WORKING.place())
        yield


def test_inspect_gives_the_record_of_the_command_line(client: CheckingClient) -> None:
    """The same values, kept by nobody."""
    response = send(client, INSPECT)
    assert response.status_code == 200
    assert response.json == json.loads(json.dumps(report_record(inspect_bytes(DIRTY))))
    assert response.headers["Cache-Control"] == "no-store"


def test_clean_gives_the_clean_file_to_keep(client: CheckingClient) -> None:
    """Byte for byte that of the engine, never shown as a page, under a neutral name."""
    response = send(client, CLEAN)
    assert response.data == clean_bytes(DIRTY).content
    assert samples.SECRET not in response.data
    assert response.headers["Unshared-Outcome"] == "cleaned"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="photo-1.jpg"'


def test_a_clean_file_comes_back_as_it_is(client: CheckingClient) -> None:
    """A script need not ask first."""
    response = send(client, CLEAN, samples.png())
    assert response.data == samples.png()
    assert response.headers["Unshared-Outcome"] == "already-clean"
    assert response.headers["Content-Disposition"] == 'attachment; filename="photo-1.png"'


def test_wishes_are_granted(client: CheckingClient) -> None:
    """Without the colour profile, or drawn anew and smaller."""
    coloured = samples.after_start(samples.segment(0xE2, b"ICC_PROFILE\0\1\1" + samples.profile()))
    assert b"ICC_PROFILE" in send(client, CLEAN, coloured, icc="rebuild").data
    assert b"ICC_PROFILE" not in send(client, CLEAN, coloured, icc="drop").data


def test_a_picture_is_drawn_anew_where_that_is_wished(client: CheckingClient) -> None:
    """No larger than asked for."""
    response = send(client, CLEAN, samples.png(), deep="1", longest_side="64")
    assert response.headers["Unshared-Outcome"] == "cleaned"
    with Image.open(io.BytesIO(response.data)) as image:
        assert image.size == (samples.WIDTH, samples.HEIGHT)


@BOTH
@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "empty"),
        (b"not a photo", 415, "not-recognised"),
        (b"%PDF-1.7", 415, "unsupported-format"),
        (samples.jpeg()[:40], 422, "damaged"),
    ],
)
def test_what_the_engine_refuses(client: CheckingClient, path: str, content: bytes, status: int, code: str) -> None:
    """The status and the code of the engine, and its sentence."""
    response = send(client, path, content)
    assert (response.status_code, code_of(response)) == (status, code)


@BOTH
@pytest.mark.parametrize(
    ("files", "fields", "code"),
    [
        (["other"], {}, "unknown-field"),
        (["file", "other"], {}, "unknown-field"),
        (["file", "file"], {}, "one-file-only"),
        (["file"], {"canary": "1"}, "unknown-field"),
        (["file"], {"file": "canary text"}, "no-file"),
    ],
)
def test_what_is_no_single_file_is_refused(
    client: CheckingClient, path: str, files: list[str], fields: dict[str, str], code: str
) -> None:
    """Each with its code, so that nobody believes that two files were cleaned, or that a wish was granted."""
    form = MultiDict([*((name, (io.BytesIO(DIRTY), "canary.jpg")) for name in files), *fields.items()])
    response = client.post(path, data=form, content_type="multipart/form-data")
    assert (response.status_code, code_of(response)) == (400, code)


@BOTH
def test_a_request_without_a_file_is_refused(client: CheckingClient, path: str) -> None:
    """An empty form, a text in the place of a file, and a form of another kind."""
    empty = client.post(path, data={}, content_type="multipart/form-data")
    text = client.post(path, data={"file": "canary"}, content_type="multipart/form-data")
    assert [code_of(empty), code_of(text)] == ["no-file", "no-file"]
    other = client.post(path, data={"file": "canary"})
    assert (other.status_code, code_of(other)) == (415, "not-multipart")


@pytest.mark.parametrize("wish", [{"icc": "canary"}, {"deep": "2"}, {"longest_side": "640"}, {"icc": ["drop", "drop"]}])
def test_a_wrong_wish_is_refused(client: CheckingClient, wish: dict[str, Any]) -> None:
    """And no file comes back."""
    response = send(client, CLEAN, **wish)
    assert (response.status_code, code_of(response)) == (400, "wrong-value")


def test_inspect_takes_no_wishes(client: CheckingClient) -> None:
    """They would have no effect."""
    assert code_of(send(client, INSPECT, icc="drop")) == "unknown-field"


@BOTH
def test_a_program_that_says_nothing_of_itself_may_use_it(stranger: FlaskClient, path: str) -> None:
    """curl sends no Origin and no Sec-Fetch-Site, and the service reads no cookie."""
    assert send(stranger, path).status_code == 200
    stranger.set_cookie("unshared", "canary")
    response = send(stranger, path)
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers


@BOTH
@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_a_page_of_another_site_may_not(stranger: FlaskClient, path: str, headers: dict[str, str]) -> None:
    """Neither by sending nor by asking whether it may."""
    response = send(stranger, path, headers=headers)
    assert (response.status_code, code_of(response)) == (403, "forbidden")
    asked = stranger.options(path, headers={**headers, "Access-Control-Request-Method": "POST"})
    assert not [name for name, _ in asked.headers if name.lower().startswith("access-control")]


@BOTH
@pytest.mark.usefixtures("no_places")
def test_too_much_work_is_refused(client: CheckingClient, path: str) -> None:
    """With the time after which to ask again."""
    response = send(client, path)
    assert (response.status_code, code_of(response)) == (503, "busy")
    assert int(response.headers["Retry-After"]) > 0


def test_only_one_picture_is_drawn_at_a_time(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes much memory; the ordinary cleaning goes on."""
    monkeypatch.setattr(limits, "WAIT_SECONDS", 0)
    with forms.DRAWING.place():
        assert code_of(send(client, CLEAN, deep="1")) == "busy"
        assert send(client, CLEAN).status_code == 200
    assert send(client, CLEAN, deep="1").status_code == 200


@BOTH
def test_a_file_that_is_too_large_is_refused(config: Config, path: str) -> None:
    """Before it is read."""
    small = make_app(replace(config, max_upload_bytes=MEBIBYTE))
    # The client's own way would write the file to disk before it is sent.
    body, headers = multipart(bytes(2 * MEBIBYTE))
    response = small.test_client().post(path, data=body, headers=headers)
    assert (response.status_code, code_of(response)) == (413, "too-large")


def test_our_own_fault_is_told_without_a_file(client: CheckingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second look finds something, and when the engine breaks."""
    failed = Outcome(Ending.FAILED, refusal=Refusal("internal-check-failed"))
    monkeypatch.setattr(api, "clean_as_wished", lambda content, wishes: failed)
    response = send(client, CLEAN)
    assert (response.status_code, code_of(response)) == (500, "internal-check-failed")
    monkeypatch.setattr(api, "inspect_bytes", lambda content: 1 // 0)
    response = send(client, INSPECT)
    assert (response.status_code, code_of(response)) == (500, "internal-error")


@pytest.mark.parametrize(
    ("path", "status", "code"), [("/api/canary", 404, "not-found"), (CLEAN, 405, "method-not-allowed")]
)
def test_a_wrong_address_or_method_is_answered_in_json(
    client: CheckingClient, path: str, status: int, code: str
) -> None:
    """Everything below /api is for programs."""
    response = client.get(path)
    assert (response.status_code, code_of(response)) == (status, code)
    assert ("POST" in response.headers.get("Allow", "")) == (status == 405)


def test_a_foreign_host_is_answered_in_json(stranger: FlaskClient) -> None:
    """Also when no address can be made for it."""
    for host in ("evil.example", "a b", "x" * 5000):
        response = send(stranger, INSPECT, headers={"Host": host})
        assert (response.status_code, code_of(response)) == (400, "bad-request")


def test_the_description_names_every_address(app: Flask, client: CheckingClient) -> None:
    """Published at its own address, and none is left out."""
    published = client.get("/api/openapi.json")
    assert published.mimetype == "application/json"
    assert published.json == json.loads(json.dumps(openapi.document()))
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert published.json["paths"].keys() == rules - {"/api/openapi.json"}


def test_the_paper_names_every_error() -> None:
    """What people read says the same as what programs read."""
    paper = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    codes = set(
        openapi.document()["components"]["schemas"]["Error"]["properties"]["error"]["properties"]["code"]["enum"]
    )
    rows = paper.partition("| status | codes |")[2].partition("##")[0]
    assert set(re.findall(r"`([a-z-]+)`", rows)) == codes | {"not-found", "method-not-allowed"}
    assert all(f"`{field}`" in paper for field in FIELDS)
