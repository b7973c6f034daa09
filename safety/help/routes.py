"""The pages of help. An answer is posted, used for one page, and forgotten: no cookie, no address."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import get_locale, gettext

from safety.help import coverage as reaching
from safety.help import directory
from safety.help.answers import Answers, Screen, named, offered, place
from safety.help.forms import ALL, FIRST, sent_answers, wanted_screen, wanted_step
from safety.help.numbers import numbers
from safety.help.triage import listeners, plan
from safety.library.help_schema import CrisisLine
from safety.web import calendar, headers
from safety.web.language import country_name, library, named_countries

room = Blueprint("help", __name__, url_prefix="/help")
PAGES = {Screen.NUMBERS: "help/numbers.html", Screen.SAFETY: "help/device.html"}


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("")
def start() -> str:
    """Danger first, then the questions, and the doors to everything else."""
    return render_template("help/start.html", countries=_countries())


@room.get("/steps")
def steps() -> str:
    """All steps, as for somebody under 18 who has said nothing more."""
    return _steps(Answers(), ALL)


@room.post("/steps")
def ask() -> str:
    """The next question, a pause on the way, or the plan, from what the form brings; nothing is kept."""
    answers = sent_answers(library().platforms, directory.codes(library()))
    screen = wanted_screen(answers)
    return _steps(answers, wanted_step()) if screen is Screen.PLAN else _question(screen, answers)


@room.route("/services", methods=["GET", "POST"])
def services() -> str:
    """Numbers and services by country, age and need; a list of the whole world beside them."""
    wanted = directory.read(library(), request.form)
    if wanted is None:
        abort(400)
    return render_template(
        "help/services.html",
        wanted=wanted,
        found=directory.find(library(), wanted),
        asked=request.method == "POST",
        countries=_countries(),
        languages=_languages(),
        directories=library().directories,
        name=country_name(wanted.country),
        is_old=partial(directory.asks_check, today=_today()),
        is_old_page=_is_old_page(),
        number_to_text=directory.number_to_text,
    )


@room.get("/safety")
def safety() -> str:
    """Who may be watching this device, and what history keeps."""
    return render_template("help/safety.html", text=library().safety)


@room.route("/coverage", methods=["GET", "POST"])
def coverage() -> str:
    """Which service reaches an app, at an age, in a country: first the age, then the app, then the answer."""
    question = reaching.read(library(), request.form)
    if question is None:
        abort(400)
    return render_template(
        "help/coverage.html",
        question=question,
        answer=reaching.answer(library(), question) if question.asked else None,
        places=reaching.places(library(), question.counted_age),
        step=request.method == "POST",
        countries=_countries(),
        name=country_name(question.country),
        is_old=partial(directory.asks_check, today=_today()),
    )


@room.get("/first-hour")
def first_hour() -> str:
    """The first hour when somebody threatens."""
    return render_template("help/first_hour.html", text=library().first_hour)


@room.get("/beside")
def beside() -> str:
    """For a friend, a parent, a teacher or a partner who helps."""
    return render_template("help/beside.html", text=library().beside)


@room.get("/work")
def work() -> str:
    """When somebody at work has seen it."""
    return render_template("help/work.html", text=library().work)


@room.route("/way-back", methods=["GET", "POST"])
def way_back() -> str:
    """For who got a picture, passed one on or made one; whether to delete it, in a country."""
    code = request.form.get("country", "")
    if code and code not in directory.codes(library()):
        abort(400)
    rule = next((row for row in library().received if row.code == code), None)
    return render_template(
        "help/way_back.html",
        text=library().way_back,
        countries=_countries(),
        code=code,
        name=country_name(code),
        rule=rule,
    )


@room.get("/look-again")
def look_again() -> str:
    """How to look for oneself without making it worse."""
    return render_template("help/look_again.html", text=library().look_again, waits=_waits())


@room.post("/look-again")
def remind() -> Response:
    """The chosen days as a file for any calendar; all of them when none is chosen."""
    chosen = request.form.getlist("after") or list(calendar.After)
    if not set(chosen) <= set(calendar.After):
        abort(400)
    waits = [after for after in calendar.After if after in chosen]
    token, title = secrets.token_hex(16), gettext("Have a look at the list")
    return calendar.as_file(calendar.reminders(waits, datetime.now(UTC), token, title))


@room.get("/host")
def host() -> str:
    """How to find who hosts a site, and where to send a notice."""
    return render_template("help/host.html", text=library().host)


def _question(screen: Screen, answers: Answers) -> str:
    """One question, or a pause: the numbers of a country, or a word about the device."""
    number, total = place(screen, answers)
    return render_template(
        PAGES.get(screen, "help/question.html"),
        screen=screen,
        answers=answers,
        offered=offered(screen, answers),
        apps=named(library().platforms, answers),
        countries=_countries(),
        directories=library().directories,
        numbers=numbers(library().countries, answers.country),
        listeners=listeners(library(), answers) if screen is Screen.NUMBERS else (),
        name=country_name(answers.country),
        is_old_page=_is_old_page(),
        number=number,
        total=total,
    )


def _steps(answers: Answers, shown: str) -> str:
    """The plan: one step of it, or all."""
    made = plan(library(), answers)
    at = {ALL: None, FIRST: 0}.get(shown, made.at(shown))
    if at is None and shown != ALL:
        abort(400)
    return render_template(
        "help/steps.html",
        plan=made,
        at=at,
        answers=answers,
        name=country_name(answers.country),
        is_old_page=_is_old_page(),
    )


def _countries() -> list[tuple[str, str]]:
    """Code and name of every country that anything is known of."""
    return named_countries(directory.codes(library()))


def _languages() -> list[tuple[str, str]]:
    """Code and name of every language that a service speaks, by name in the language of the page."""
    locale = get_locale()
    names = locale.languages if locale else {}
    spoken = ((code, str(names.get(code, code))) for code in directory.languages(library()))
    return sorted(spoken, key=lambda pair: pair[1])


def _is_old_page() -> Callable[[CrisisLine], bool]:
    return partial(directory.is_from_old_page, today=_today())


def _today() -> date:
    return datetime.now(UTC).date()


def _waits() -> tuple[tuple[calendar.After, str], ...]:
    words = (gettext("1 week"), gettext("1 month"), gettext("3 months"), gettext("6 months"), gettext("12 months"))
    return tuple(zip(calendar.After, words, strict=True))
