"""Every error has one page: what happened, what was kept, what to do next. Never what was sent."""

from __future__ import annotations

import logging

import pytest
from flask import Flask, abort
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, ServiceUnavailable

from safety.config import Config
from tests.conftest import CheckingClient, make_app, visitor

SECRET = "cAnArY"
CODES = (400, 403, 404, 405, 410, 413, 415, 418, 422, 429, 451, 500, 501, 503)


@pytest.fixture(scope="module")
def failing(config: Config) -> Flask:
    """A site on which everything goes wrong that can."""
    app = make_app(config)

    def stop(code: int) -> str:
        abort(code)

    def crash() -> str:
        raise RuntimeError(f"{SECRET} was sent")

    def chain() -> str:
        try:
            crash()
        except RuntimeError as error:
            raise KeyError(SECRET) from error
        return ""

    def busy() -> str:
        raise ServiceUnavailable(retry_after=15)

    app.add_url_rule("/stop/<int:code>", "stop", stop)
    for view in (crash, chain, busy):
        app.add_url_rule(f"/{view.__name__}", view.__name__, view)
    return app


@pytest.mark.parametrize("code", CODES)
def test_every_status_has_a_page(failing: Flask, code: int) -> None:
    """A planned or unplanned status gets a page in plain words, with two ways on, kept nowhere."""
    try:
        response = visitor(failing).get(f"/stop/{code}")
    except LookupError:
        pytest.fail("the framework knows no such status")
    assert response.status_code == code
    assert 'href="/"' in response.text
    assert 'href="/help"' in response.text
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("path", "kind"), [("/crash", "RuntimeError"), ("/chain", "KeyError")])
def test_an_unplanned_error_tells_nobody_what_was_sent(
    failing: Flask, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], path: str, kind: str
) -> None:
    """The visitor gets the page, and the log says where it broke, not with what."""
    with caplog.at_level(logging.DEBUG):
        response = visitor(failing).get(f"{path}?{SECRET}", headers={"User-Agent": SECRET})
    assert response.status_code == 500
    assert "our fault, not yours" in response.text
    out, err = capfd.readouterr()
    assert SECRET not in response.text + caplog.text + out + err
    (record,) = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert record.getMessage().startswith(f"error {kind} in ")
    assert record.exc_info is None


def test_an_unplanned_error_is_found_in_the_log(failing: Flask, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever mends it reads the function and the line."""
    visitor(failing).get("/crash")
    assert "crash:" in caplog.text


def test_busy_says_when_to_come_back(failing: Flask) -> None:
    """A program that asks waits as long as it is told."""
    response = visitor(failing).get("/busy")
    assert response.headers["Retry-After"] == "15"


def test_a_wrong_method_says_which_are_right(client: CheckingClient) -> None:
    """A link to a form's address gets a page, and a program its methods."""
    response = client.get("/check/reminder")
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}
    assert client.post("/about").status_code == 405
    assert client.put("/about").status_code == 405


@pytest.mark.parametrize("error", [RequestEntityTooLarge(), ServiceUnavailable()])
def test_no_page_shows_the_frameworks_own_words(failing: Flask, error: HTTPException) -> None:
    """What the framework would say, in its English, is shown to nobody."""
    shown = visitor(failing).get(f"/stop/{error.code}").text
    assert str(error.description) not in shown


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/check", {"question": SECRET}),
        ("/check", {"question": "who", "choice": SECRET}),
        ("/check/plan", {"mark": f"{SECRET} done"}),
        ("/check/reminder", {"after": SECRET}),
        ("/check/start", {"do": SECRET}),
        ("/help/steps", {"age": SECRET}),
        ("/help/services", {"country": SECRET}),
    ],
)
def test_what_no_form_sends_is_refused(client: CheckingClient, path: str, form: dict[str, str]) -> None:
    """A made-up choice gets the page of errors, without the choice and without a cookie."""
    response = client.post(path, data=form)
    assert response.status_code == 400
    assert SECRET not in response.text
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("path", ["/<b>x</b>", "/%3Cscript%3E", "/talk/<svg onload=x>", "/talk/scenes/%22%3E"])
def test_a_strange_address_is_not_repeated(client: CheckingClient, path: str) -> None:
    """Nobody can put words into our pages with a link."""
    response = client.get(path)
    assert response.status_code == 404
    assert not any(word in response.text for word in ("<b>x", "<script>", "onload", '">"'))
