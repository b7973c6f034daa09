"""The password pages. What is sent is measured in memory and is in no log, cookie or address."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from safety.passwords import words
from safety.passwords.strength import measure
from safety.web import caching, headers
from safety.web.language import library
from safety.web.limits import WorkLimit
from safety.web.logs import event

room = Blueprint("passwords", __name__, url_prefix="/passwords")
# Measuring can take a third of a second of one core.
MEASURING = WorkLimit(4)


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("")
def start() -> str:
    """What makes a password hold, and the way to the form."""
    return render_template("passwords/start.html", text=library().passwords)


@room.get("/send")
def form() -> str:
    """The form, behind a plain warning."""
    return render_template("passwords/send.html", strength=None, words=words)


@room.post("/send")
def send() -> str:
    """Measures what was sent."""
    caching.private()
    with MEASURING.place():
        strength = measure(request.form.get("password", ""))
    event("password-measured")
    return render_template("passwords/send.html", strength=strength, words=words)
