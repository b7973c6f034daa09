"""The pages of /check/short: a door for each short check, and its list with the ticks of the check in front."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, render_template, request

from safety.check import forms
from safety.check.answers import NotAChoice, Question, offered
from safety.check.choose import Plan
from safety.check.names import names_of
from safety.check.progress import Check, Progress
from safety.check.short.lists import answered, in_front, make, version_for
from safety.library.short_schema import Short
from safety.web.language import library

room = Blueprint("short", __name__, url_prefix="/check/short")


@room.get("")
def doors() -> str:
    """The short checks, the same page for everybody."""
    return render_template("check/short/doors.html", shorts=library().shorts)


@room.get("/<id_>")
def show(id_: str) -> Response:
    """The list for this visitor; who holds no check yet gets the one for somebody under 18."""
    short = _short(id_)
    held = forms.progress()
    progress = in_front(held or Progress(), short, forms.minute())
    answers = progress.check.answers
    page = render_template(
        "check/short/list.html",
        short=short,
        version=version_for(short, answers.audience),
        plan=_plan(short, progress.check),
        answers=answers,
        asks=[Question(one) for one in short.asks],
        offered=offered,
        names=names_of(progress) if held else [],
        current=progress.current,
        kept=forms.ticket() is not None,
    )
    return forms.page(page)


@room.post("/<id_>")
def change(id_: str) -> Response:
    """Takes a mark, or the answers to the questions of the page."""
    short = _short(id_)
    return _mark(short) if "mark" in request.form else _answer(short)


def _mark(short: Short) -> Response:
    item, mark = forms.chosen_mark()
    if not any(item.id in part.items for version in short.versions for part in version.parts):
        abort(400)
    minute = forms.minute()

    def act(progress: Progress) -> Progress:
        ready = in_front(progress, short, minute)
        # On an old page, or after the answers were changed, it may no longer be for this visitor.
        if item.id not in _places(_plan(short, ready.check)):
            return progress
        return ready.with_check(ready.check.mark(item.id, mark, minute))

    places = _places(_plan(short, forms.change(act).check))
    return forms.to("short.show", f"n{places[item.id]}" if item.id in places else None, id_=short.id)


def _answer(short: Short) -> Response:
    given = {Question(one): request.form.getlist(one) for one in short.asks}
    minute = forms.minute()

    def act(progress: Progress) -> Progress:
        ready = in_front(progress, short, minute)
        answers = answered(ready.check.answers, given)
        return ready.with_check(replace(ready.check, answers=answers, minute=minute))

    try:
        forms.change(act)
    except NotAChoice:
        abort(400)
    return forms.to("short.show", id_=short.id)


def _short(id_: str) -> Short:
    found = next((short for short in library().shorts if short.id == id_), None)
    if found is None:
        abort(404)
    return found


def _plan(short: Short, check: Check) -> Plan:
    return make(short, library().items, check)


def _places(plan: Plan) -> dict[str, int]:
    """Where each item stands in the page, from 1: its name would tell in the browser's history."""
    return {row.item.id: number for number, row in enumerate(plan.rows, 1)}
