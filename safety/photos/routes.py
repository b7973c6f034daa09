"""The photo pages. A photo that is sent here is held in memory and forgotten with the answer."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from safety.photos import Ending, Outcome, Report, clean_bytes, inspect_bytes, neutral_name, words
from safety.photos.findings import grouped
from safety.web import caching, headers
from safety.web.language import library
from safety.web.limits import WorkLimit
from safety.web.logs import event
from safety.web.uploads import takes_file

room = Blueprint("photos", __name__, url_prefix="/photos")
# Each photo at work holds its bytes twice.
WORKING = WorkLimit(4)
CLEAN = "clean"


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("")
def start() -> str:
    """What a photo can give away, and the way to the form."""
    return render_template("photos/start.html", text=library().photos)


@room.get("/send")
def form() -> str:
    """The form, behind a plain warning."""
    return render_template("photos/send.html", result=None, words=words)


@room.post("/send")
@takes_file
def send() -> ResponseReturnValue:
    """Looks into the photo that was sent, or gives back a clean copy."""
    caching.private()
    with WORKING.place():
        file = request.files.get("file")
        content = file.read() if file else b""
        wants_copy = request.form.get("do") == CLEAN
        result = clean_bytes(content) if wants_copy else inspect_bytes(content)
    event("photo-cleaned" if wants_copy else "photo-inspected", found=len(result.findings))
    if isinstance(result, Outcome) and result.kind is Ending.CLEANED and result.format:
        return _copy(result.content or b"", neutral_name(1, result.format))
    return _page(result)


def _copy(content: bytes, name: str) -> Response:
    response = make_response(content)
    # Never as a page: a file that pretends to be one must not be shown as one.
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(result: Report | Outcome) -> ResponseReturnValue:
    page = render_template("photos/send.html", result=result, words=words, grouped=grouped)
    return page, result.refusal.status if result.refusal else 200
