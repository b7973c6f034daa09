"""The page of the case file: a notebook that works on the device alone. Nothing of it reaches this server."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template

from safety.library.codes import LawStatus
from safety.library.help_schema import Law
from safety.web import headers, tool_pages
from safety.web.language import library, named_countries

room = Blueprint("case", __name__, url_prefix="/help")


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("/case")
def start() -> str:
    """The notebook; without JavaScript the same table on paper."""
    headers.allow_only(current_app.extensions["tool-files"][tool_pages.CASE.path])
    return render_template("help/case/start.html", laws=with_clock(), countries=_countries())


def with_clock() -> tuple[Law, ...]:
    """The laws that count today and give a fixed time."""
    counted = (law for law in library().laws if law.status is LawStatus.IN_FORCE)
    return tuple(law for law in counted if law.hours or law.days or law.months)


def _countries() -> list[tuple[str, str]]:
    """Code and name of every country with such a law."""
    return named_countries({code for law in with_clock() for code in law.countries})
