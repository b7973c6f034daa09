"""The workshop to print, and the word that rooms are not open yet."""

from __future__ import annotations

from flask import Blueprint, render_template

from safety.web import headers
from safety.web.language import library

room = Blueprint("teach", __name__)


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src", "form-action")


@room.get("/teach")
def teach() -> str:
    """The workshops as run sheets."""
    return render_template("teach/start.html", workshops=library().workshops)


@room.get("/join")
def join() -> str:
    """There is no room to join on this site yet."""
    return render_template("teach/join.html")
