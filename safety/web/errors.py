"""One page for every error: what happened, what was kept, what to do next. Never what was sent.

A program gets the same as values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask import Flask, Response, make_response, render_template, request
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from safety.web import answers, caching
from safety.web.limits import RETRY_SECONDS, Away
from safety.web.logs import unexpected

# Below this address programs ask, not people.
API = "/api/"
# Headers and body of our own answer to a status and an address.
Refusal = tuple[list[tuple[str, str]], bytes]
Pages = Callable[[int, str], Refusal]


def words(code: int) -> tuple[str, str]:
    """Title and sentence for the status ``code``."""
    match code:
        case 404 | 410:
            return gettext("There is no page here"), gettext("The address may have changed, or a letter is missing.")
        case 405:
            return gettext("This page works another way"), gettext("Please begin again from the start page.")
        case 400 | 403 | 411 | 431:
            return gettext("We did not take this"), gettext(
                "It did not come from a page of this site, or it was not complete. Nothing was changed. "
                "Open the page again and try once more."
            )
        case 413:
            return gettext("This is too large"), gettext(
                "It is larger than this server takes. Nothing was kept. Try a smaller file, or fewer at once."
            )
        case 415:
            return gettext("We do not know this kind of file"), gettext("Nothing was kept. Try another file.")
        case 503 | 429:
            return gettext("Very busy right now"), gettext(
                "Many people are using this at once. Nothing was kept. Please try again in a minute."
            )
        case _:
            return gettext("Something went wrong here"), gettext(
                "This is our fault, not yours. Nothing you sent was kept. Please try again."
            )


def words_when_away() -> tuple[str, str]:
    """Title and sentence while what a page needs does not answer. Nobody is told that it was they who were too many."""
    return gettext("We cannot do this right now"), gettext(
        "What was kept before is still kept. What you sent just now may not have been taken. "
        "Everything else here works. Please try again in a minute."
    )


def words_for_programs(code: int) -> tuple[str, str]:
    """Name and sentence for the status ``code`` of the service."""
    match code:
        case 404 | 410:
            return "not-found", gettext("There is nothing at this address.")
        case 405:
            return "method-not-allowed", gettext("This address takes another method. The header Allow names it.")
        case 403:
            return "forbidden", gettext("This came from a page of another site. Nothing was read.")
        case 400 | 411 | 431:
            return "bad-request", gettext("The request is broken, or meant for another host. Nothing was kept.")
        case 413:
            return "too-large", gettext("It is larger than this server takes. Nothing was kept.")
        case 503 | 429:
            return "busy", gettext("Too much work at once. Nothing was kept. The header Retry-After says when to ask.")
        case _:
            return "internal-error", gettext("This is our fault, not yours. Nothing you sent was kept.")


def refusals(app: Flask, codes: Iterable[int]) -> Pages:
    """What answers a status and an address before there is a request; all of it is made beforehand."""
    made = {(code, path): page(app, code, path) for code in codes for path in ("/", API)}

    def answer(code: int, path: str) -> Refusal:
        room = API if path.startswith(API) else "/"
        return made.get((code, room)) or made[400, room]

    return answer


def page(app: Flask, code: int, path: str = "/") -> Refusal:
    """Headers and body of the answer to ``path`` for ``code``, for who answers before there is a request."""
    with app.test_request_context(path):
        caching.private()
        answer = _answer(code)
        response = app.process_response(answer)
        headers = [pair for pair in response.headers if pair[0].lower() not in ("content-length", "vary")]
        return headers, response.get_data()


def _answer(code: int, error: HTTPException | None = None) -> Response:
    if request.path.startswith(API):
        answer = answers.error(*words_for_programs(code), code)
    else:
        title, sentence = words_when_away() if isinstance(error, Away) else words(code)
        answer = make_response(render_template("error.html", title=title, sentence=sentence), code)
    if code == ServiceUnavailable.code:
        answer.headers["Retry-After"] = str(RETRY_SECONDS)
    return answer


def init(app: Flask) -> None:
    """Answers every error with the same template, unplanned ones too."""

    @app.errorhandler(HTTPException)
    def expected(error: HTTPException) -> ResponseReturnValue:
        caching.private()
        code = error.code or InternalServerError.code
        if error.response is not None or 300 <= code < 400:
            return error.get_response()
        if request_ctx.url_adapter is None:
            # No address can be made for this Host header, so no page can be made in this request.
            headers, body = page(app, code, API if request.path.startswith(API) else "/")
            return Response(body, code, headers)
        answer = _answer(code, error)
        for name, value in error.get_headers():
            if name in ("Allow", "Retry-After"):
                answer.headers[name] = value
        return answer

    @app.errorhandler(Exception)
    def unplanned(error: Exception) -> ResponseReturnValue:
        unexpected(error)
        return expected(InternalServerError())
