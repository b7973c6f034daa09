"""What remains of a room: its totals as a file and as a page to print, and several classes added together."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from safety.teach.counting import drawing, kept_files
from safety.teach.counting.before_after import Compared, compare
from safety.teach.counting.forms import Sent, sent_files
from safety.teach.counting.kept_files import MAX_FILES, Added
from safety.teach.counting.randomised import answers_needed
from safety.teach.counting.totals import Totals, as_csv, said_of, totals_of
from safety.teach.room.forms import as_host, remember
from safety.web import answers, caching, headers
from safety.web.language import library
from safety.web.uploads import takes_file

room = Blueprint("counting", __name__)
room.record_once(remember)
FILE_NAME = "totals.csv"
# The day on which the sources of the design were read.
SOURCES_CHECKED = date(2026, 11, 23)


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("/teach/totals")
def start() -> str:
    """Add what several classes said before and after, from the files that were kept."""
    return _added_page(None, None)


@room.post("/teach/totals")
@takes_file
def add() -> ResponseReturnValue:
    """All classes together; nothing of the files is kept."""
    sent = sent_files()
    added = kept_files.add(sent.files)
    return _added_page(sent, added), 200 if sent.files else 422


@room.get("/teach/room/totals")
def report() -> ResponseReturnValue:
    """What the class has said, on a page to print, for the host alone."""
    totals = _totals()
    if totals is None:
        return _away()
    return render_template(
        "teach/counting/report.html", totals=totals, compared=compare(said_of(totals), library().beliefs), **_chart()
    )


@room.get("/teach/room/totals.csv")
def file() -> ResponseReturnValue:
    """The same as a file, for the host alone."""
    totals = _totals()
    return _away() if totals is None else answers.file(as_csv(totals), FILE_NAME)


def _totals() -> Totals | None:
    """What the room of the host has shown; None for who is not the host of an open room."""
    caching.private()
    found = as_host()
    return totals_of(library(), found.state, found.keys.master) if found else None


def _away() -> BaseResponse:
    """Who has no room goes to where one is opened."""
    return redirect(url_for("room.open_form"), 303)


def _added_page(sent: Sent | None, added: Added | None) -> str:
    compared: tuple[Compared, ...] = compare(added.said, library().beliefs) if added else ()
    return render_template(
        "teach/counting/totals.html",
        sent=sent,
        added=added,
        compared=compared,
        most_files=MAX_FILES,
        checked=SOURCES_CHECKED,
        **_chart(),
    )


def _chart() -> dict[str, object]:
    """What both pages draw and count with."""
    return {"bar": drawing.bar, "lane": drawing.lane, "needed": answers_needed()}
