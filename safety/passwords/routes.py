"""The password pages. What is sent is measured in memory and is in no log, cookie or address."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from flask import Blueprint, current_app, render_template, request
from flask_babel import format_decimal

from safety.library.dice import words as dice_words
from safety.passwords import dice, words
from safety.passwords.race import CARELESS_GUESSES_PER_SECOND, MARKS, Guesser, rounded, runners, told
from safety.passwords.strength import (
    MEASURED_CHARACTERS,
    ONLINE_GUESSES_PER_HOUR,
    STOLEN_GUESSES_PER_SECOND,
    measure,
)
from safety.web import caching, headers, tool_pages
from safety.web.language import library
from safety.web.limits import WorkLimit
from safety.web.logs import event

room = Blueprint("passwords", __name__, url_prefix="/passwords")
# Made up, and built as people build theirs; the last one as we advise.
EXAMPLES = ("Jessica2009!", "P4ssw0rd123", "yodel gizmo tulip ankle broom sofa")
# Measuring can take a third of a second of one core.
MEASURING = WorkLimit(4)


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("")
def start() -> str:
    """The tool, which sends nothing; without JavaScript the way to the form. And what makes a password hold."""
    headers.allow_only(current_app.extensions["tool-files"][tool_pages.PASSWORDS.path])
    return _page("start", text=library().passwords, examples=EXAMPLES)


@room.get("/lock")
def lock() -> str:
    """Locks files into an archive on the device and opens such archives; without JavaScript, which app does it."""
    headers.allow_only(current_app.extensions["tool-files"][tool_pages.LOCK.path])
    return render_template("passwords/lock.html", text=library().lock)


@room.get("/leaked")
def leaked() -> str:
    """Asks the service that the operator has switched on; otherwise how to ask it oneself."""
    service: str = current_app.extensions["leak-service"]
    if service:
        files = current_app.extensions["tool-files"][tool_pages.LEAKED.path]
        headers.allow_only(replace(files, asks=f"{service}/range/"))
    return render_template(
        "passwords/leaked.html", text=library().leaked, service=service, host=urlsplit(service).netloc
    )


@room.get("/words")
def dice_list() -> str:
    """The words for five dice, to print."""
    return _page("list", tables=list(dice.tables()), faces=dice.FACES, count=len(dice_words()))


@room.get("/class")
def race_page() -> str:
    """Passwords of ours race against a guessing counter; without JavaScript, all times in a table."""
    headers.allow_only(current_app.extensions["tool-files"][tool_pages.CLASS.path])
    race = {"runners": runners(), "guessers": list(Guesser), "marks": MARKS, "told": told, "rounded": rounded}
    return _page("class", text=library().race, race=race)


@room.get("/send")
def form() -> str:
    """The form, behind a plain warning."""
    return _page("send", strength=None)


@room.post("/send")
def send() -> str:
    """Measures what was sent."""
    caching.private()
    with MEASURING.place():
        strength = measure(request.form.get("password", ""))
    event("password-measured")
    return _page("send", strength=strength, most=format_decimal(MEASURED_CHARACTERS))


def _page(name: str, **more: object) -> str:
    rates = {"online": format_decimal(ONLINE_GUESSES_PER_HOUR), "stolen": format_decimal(STOLEN_GUESSES_PER_SECOND)}
    guessers = {"careful": STOLEN_GUESSES_PER_SECOND, "careless": CARELESS_GUESSES_PER_SECOND}
    return render_template(
        f"passwords/{name}.html", words=words, rates=rates, guessers=guessers, number=format_decimal, **more
    )
