"""What is sent to us: bounded before it is read, and in memory from the first byte to the last."""

from __future__ import annotations

import io
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from safety.config import MEBIBYTE, Config
from safety.web.uploads import SMALL_BODY_BYTES, takes_file
from tests.conftest import CheckingClient, make_app
from tests.serving import multipart

POSTS = {
    "/check": {"question": "who", "choice": "adult"},
    "/check/reminder": {"after": "week"},
    "/check/start": {"do": "add"},
    "/help/services": {"country": "GB"},
    "/help/steps": {"age": "adult"},
    "/passwords/send": {"password": "x"},
}


@pytest.mark.parametrize("path", POSTS)
def test_an_ordinary_form_takes_an_ordinary_size(client: CheckingClient, path: str) -> None:
    """64 KB are more than any form needs; a byte too many is refused with a page that says so."""
    form = POSTS[path]
    assert client.post(path, data=form).status_code in (200, 303)
    response = client.post(path, data={**form, "more": "x" * SMALL_BODY_BYTES})
    assert response.status_code == 413
    assert "Nothing was kept" in response.text
    assert "Set-Cookie" not in response.headers


def test_a_form_of_a_thousand_fields_is_refused(client: CheckingClient) -> None:
    """Many small parts are no way around the limit."""
    fields = {f"f{number}": (io.BytesIO(b"x"), "x") for number in range(250)}
    assert client.post("/photos/send", data=fields).status_code == 413


@pytest.fixture(scope="module")
def small(config: Config) -> Flask:
    """A site that takes files up to 1 MiB, with a view that shows how it holds them."""
    app = make_app(replace(config, max_upload_bytes=MEBIBYTE))

    @takes_file
    def kind() -> str:
        file = request.files["file"]
        return f"{type(file.stream).__name__} {len(file.read())}"

    app.add_url_rule("/kind", "kind", kind, methods=["POST"])
    return app


def send(client: FlaskClient, path: str, size: int) -> tuple[int, str]:
    """Status and text of the answer to a file of ``size`` bytes."""
    # The client's own way would write the file to disk before it is sent.
    body, headers = multipart(b"x" * size)
    response = client.post(path, data=body, headers=headers)
    return response.status_code, response.text


def test_a_file_is_held_in_memory_whatever_its_size(
    small: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file is plain memory, also above the 500 kB at which the framework would write it to disk."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    for size in (1, 600_000, MEBIBYTE):
        assert send(small.test_client(), "/kind", size) == (200, f"BytesIO {size}")


def test_a_file_that_is_too_large_is_refused(small: Flask) -> None:
    """Above the limit, the lines of the form included, nothing is read."""
    assert send(small.test_client(), "/kind", MEBIBYTE + 64 * 1024)[0] == 413
    assert send(small.test_client(), "/photos/send", MEBIBYTE + 64 * 1024)[0] == 413


@pytest.mark.parametrize("path", ["/help/steps", "/passwords/send"])
def test_a_page_that_takes_no_file_refuses_one(client: CheckingClient, path: str) -> None:
    """A large file sent to another page is not read."""
    assert send(client, path, 100_000)[0] == 413
