"""The service for programs: the same engine as the pages, with values instead of words. It reads no cookie."""

from __future__ import annotations

from flask import Blueprint, Response
from flask_babel import gettext

from safety.photos import forms, openapi
from safety.photos.batch import clean_as_wished
from safety.photos.names import neutral_name
from safety.photos.outcome import Refusal, inspect_bytes
from safety.photos.record import error_record, report_record
from safety.photos.wishes import FIELDS
from safety.web import answers
from safety.web.logs import event
from safety.web.uploads import takes_file

room = Blueprint("photos_api", __name__, url_prefix="/api")
OUTCOME = "Unshared-Outcome"


@room.get("/openapi.json")
def document() -> Response:
    """What this service takes and gives, for programs that read it."""
    return answers.values(openapi.document())


@room.post("/photos/inspect")
@takes_file
def inspect() -> Response:
    """What the file gives away."""
    with forms.WORKING.place():
        report = inspect_bytes(forms.only_file())
    event("photo-inspected", files=1, found=len(report.findings))
    status = report.refusal.status if report.refusal else 200
    return answers.values(report_record(report, gettext), status)


@room.post("/photos/clean")
@takes_file
def clean() -> Response:
    """The clean file, or why there is none."""
    with forms.WORKING.place():
        content, wishes = forms.only_file(FIELDS), forms.wishes_of_program()
        with forms.place_to_draw(wishes):
            outcome = clean_as_wished(content, wishes)
    event("photo-cleaned", files=1, found=len(outcome.findings))
    if outcome.content is None or outcome.format is None:
        return _refusal(outcome.refusal or Refusal("internal-check-failed"))
    response = answers.file(outcome.content, neutral_name(1, outcome.format))
    response.headers[OUTCOME] = outcome.kind
    return response


@room.errorhandler(forms.FormError)
def not_a_form(error: forms.FormError) -> Response:
    """Which part of what was sent is wrong, without repeating it."""
    return answers.error(error.code, gettext(error.text), error.status)


def _refusal(refusal: Refusal) -> Response:
    return answers.values({"error": error_record(refusal, gettext)}, refusal.status)
