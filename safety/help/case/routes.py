"""The case file: on the device only."""

from __future__ import annotations

from flask import Blueprint, render_template

from safety.web import headers

room = Blueprint("case", __name__, url_prefix="/help")


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("/case")
def start() -> str:
    """The case file."""
    return render_template("help/case/start.html")
