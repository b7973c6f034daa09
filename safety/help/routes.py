"""The pages of help. An answer is posted, used for one page, and forgotten: no cookie, no address."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request
from flask_babel import get_locale

from safety.help.directory import codes, in_country
from safety.library.codes import Age
from safety.web import headers
from safety.web.language import library

room = Blueprint("help", __name__, url_prefix="/help")
NOT_SURE = "not-sure"


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("")
def start() -> str:
    """Danger first, then the age of the person in the picture."""
    return render_template("help/start.html", countries=_countries())


@room.route("/steps", methods=["GET", "POST"])
def steps() -> str:
    """The ordered steps; without an age the person in the picture counts as under 18."""
    age = _age()
    fitting = [step for step in library().steps if age in step.age]
    return render_template("help/steps.html", age=age, steps=fitting, asked=request.method == "POST")


@room.route("/services", methods=["GET", "POST"])
def services() -> str:
    """Numbers and services by country; a list of the whole world beside them."""
    code = request.form.get("country", "")
    if code and code not in codes(library()):
        abort(400)
    return render_template(
        "help/services.html",
        help=in_country(library(), code),
        countries=_countries(),
        directories=library().directories,
        name=_name(code),
    )


@room.get("/safety")
def safety() -> str:
    """Who may be watching this device, and what history keeps."""
    return render_template("help/safety.html", text=library().safety)


@room.get("/coverage")
def coverage() -> str:
    """Which service reaches an app, at an age, in a country."""
    return render_template("help/coverage.html")


@room.get("/first-hour")
def first_hour() -> str:
    """The first hour when somebody threatens."""
    return render_template("help/first_hour.html")


@room.get("/beside")
def beside() -> str:
    """For a friend, a parent, a teacher or a partner who helps."""
    return render_template("help/beside.html")


@room.get("/work")
def work() -> str:
    """When somebody at work has seen it."""
    return render_template("help/work.html")


@room.get("/way-back")
def way_back() -> str:
    """For who got a picture, passed one on or made one."""
    return render_template("help/way_back.html")


@room.get("/look-again")
def look_again() -> str:
    """How to look for oneself without making it worse."""
    return render_template("help/look_again.html")


@room.get("/host")
def host() -> str:
    """How to find who hosts a site, and where to send a notice."""
    return render_template("help/host.html")


def _age() -> Age:
    answer = request.form.get("age", NOT_SURE)
    if answer not in (*Age, NOT_SURE):
        abort(400)
    return Age.ADULT if answer == Age.ADULT else Age.UNDER_18


def _countries() -> list[tuple[str, str]]:
    """Code and name of every country, by name in the language of the page."""
    return sorted(((code, _name(code)) for code in codes(library())), key=lambda pair: pair[1])


def _name(code: str) -> str:
    locale = get_locale()
    return str(locale.territories.get(code, code)) if locale and code else ""
