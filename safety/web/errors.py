"""One page for every error: what happened, what was kept, what to do next. Never what was sent."""

from __future__ import annotations

from flask import Flask, Response, make_response, render_template
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import HTTPException, InternalServerError

from safety.web import caching
from safety.web.logs import unexpected


def words(code: int) -> tuple[str, str]:
    """Title and sentence for the status ``code``."""
    match code:
        case 404 | 410:
            return gettext("There is no page here"), gettext("The address may have changed, or a letter is missing.")
        case 405:
            return gettext("This page works another way"), gettext("Please begin again from the start page.")
        case 400 | 403 | 431:
            return gettext("We did not take this"), gettext(
                "It did not come from a page of this site, or it was not complete. Nothing was changed. "
                "Open the page again and try once more."
            )
        case 413:
            return gettext("This is too large"), gettext(
                "It is larger than this server takes. Nothing was kept. Try a smaller file."
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


def page(app: Flask, code: int) -> tuple[list[tuple[str, str]], bytes]:
    """Headers and body of the page for ``code``, for who answers before there is a request."""
    with app.test_request_context():
        title, sentence = words(code)
        caching.private()
        body = render_template("error.html", title=title, sentence=sentence)
        response = app.process_response(make_response(body, code))
        headers = [pair for pair in response.headers if pair[0].lower() not in ("content-length", "vary")]
        return headers, response.get_data()


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
            headers, body = page(app, code)
            return Response(body, code, headers)
        title, sentence = words(code)
        headers = [(name, value) for name, value in error.get_headers() if name in ("Allow", "Retry-After")]
        return render_template("error.html", title=title, sentence=sentence), code, headers

    @app.errorhandler(Exception)
    def unplanned(error: Exception) -> ResponseReturnValue:
        unexpected(error)
        return expected(InternalServerError())
