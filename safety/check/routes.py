"""The pages of the check. All that is known of a visitor is in their own cookie."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask_babel import gettext

from safety.check.accounts import choose_accounts
from safety.check.answers import Answers, NotAChoice, Question, Whose, offered
from safety.check.choose import Mark, Plan, choose
from safety.check.progress import MAX_CHECKS, Check, Progress, Unpackable, pack, unpack
from safety.web import calendar, sealed
from safety.web.language import library

room = Blueprint("check", __name__, url_prefix="/check")
# A short plan of the check's own items, reached from the pages about passwords.
accounts_room = Blueprint("accounts", __name__, url_prefix="/passwords/accounts")
FORGET, ADD, SWITCH, CHANGE = "forget", "add", "switch", "change"
OPEN = "open"
Word = TypeVar("Word", bound=StrEnum)


@room.get("")
def ask() -> Response:
    """The next question; the plan when all are behind."""
    progress = _progress()
    answers = (progress or Progress()).check.answers
    if answers.next_question is None:
        return _to("check.plan", progress)
    page = render_template(
        "check/question.html",
        answers=answers,
        question=answers.next_question,
        offered=offered,
        names=_names(progress) if progress else [],
        current=progress.current if progress else 0,
    )
    return _kept(make_response(page), progress)


@room.post("")
def answer() -> Response:
    """Takes the answer to a question, a skip, or a step back."""
    question = _one_of(Question, request.form.get("question"))
    progress = _progress()
    if progress is None and question is not Question.WHO:
        return _to("check.ask", None)
    progress = progress or Progress()
    try:
        answers = _answered(progress.check, question)
    except NotAChoice:
        abort(400)
    return _to("check.ask", progress.with_check(replace(progress.check, answers=answers)))


@room.get("/plan")
def plan() -> Response:
    """The items that matter for this person."""
    return _show("check/plan.html")


@room.get("/print")
def paper() -> Response:
    """The same for paper."""
    return _show("check/paper.html")


@room.post("/plan")
def mark() -> Response:
    """Marks one item: done, later, not for me, or open again."""
    id_, marked = _chosen_mark()
    progress = _progress()
    if progress is None:
        return _to("check.ask", None)
    check = progress.check.mark(id_, marked)
    return _to("check.plan", progress.with_check(check), anchor=_place(_plan(check), id_))


@accounts_room.get("")
def accounts() -> Response:
    """The accounts to look after first, with the ticks of the check in front."""
    progress = _progress()
    check = (progress or Progress()).check
    page = render_template("check/accounts.html", plan=_accounts(check), answers=check.answers)
    return _kept(make_response(page), progress)


@accounts_room.post("")
def mark_account() -> Response:
    """Marks one item; who has no check yet begins one with the first mark."""
    id_, marked = _chosen_mark()
    progress = _progress() or Progress()
    check = progress.check.mark(id_, marked)
    return _to("accounts.accounts", progress.with_check(check), anchor=_place(_accounts(check), id_))


@room.post("/reminder")
def remind() -> Response:
    """A file for any calendar."""
    after = _one_of(calendar.After, request.form.get("after"))
    token, title = secrets.token_hex(16), gettext("Have a look at the list")
    return calendar.as_file(calendar.reminders([after], datetime.now(UTC), token, title))


@room.post("/start")
def start() -> Response:
    """Starts again, adds a check, switches to another, or goes through the questions again."""
    what, _, index = request.form.get("do", "").partition(" ")
    progress = _progress() or Progress()
    if what == FORGET:
        return sealed.forget(make_response(redirect(url_for("check.ask"), 303)))
    if what == SWITCH and index in map(str, range(MAX_CHECKS)):
        return _to("check.ask", progress.switch(int(index)))
    changes: dict[str, Callable[[], Progress]] = {ADD: progress.add, CHANGE: lambda: _asked_again(progress)}
    if what not in changes:
        abort(400)
    return _to("check.ask", changes[what]())


def _answered(check: Check, question: Question) -> Answers:
    match request.form.get("go"):
        case "back":
            return check.answers.back()
        case "skip":
            return check.answers.skip(question)
        case _:
            return check.answers.answer(question, request.form.getlist("choice"))


def _asked_again(progress: Progress) -> Progress:
    answers = replace(progress.check.answers, asked=0)
    return progress.with_check(replace(progress.check, answers=answers))


def _show(template: str) -> Response:
    progress = _progress()
    if progress is None or progress.check.answers.next_question is not None:
        return _to("check.ask", progress)
    check = progress.check
    page = render_template(
        template,
        plan=_plan(check),
        answers=check.answers,
        names=_names(progress),
        current=progress.current,
        full=progress.full,
    )
    return _kept(make_response(page), progress)


def _plan(check: Check) -> Plan:
    items = library().items
    return choose(items, check.answers, check.marked(item.id for item in items))


def _accounts(check: Check) -> Plan:
    items = library().items
    return choose_accounts(items, check.answers, check.marked(item.id for item in items))


def _chosen_mark() -> tuple[str, Mark | None]:
    """The id of an item of the library, and how it is marked now; None is open again."""
    id_, _, word = request.form.get("mark", "").partition(" ")
    if id_ not in {item.id for item in library().items}:
        abort(400)
    return id_, None if word == OPEN else _one_of(Mark, word)


def _place(plan: Plan, id_: str) -> str | None:
    """Where an item stands in the page: its number, since its name would tell in the browser's history."""
    places = {row.item.id: number for number, row in enumerate(plan.rows, 1)}
    return f"n{places[id_]}" if id_ in places else None


def _names(progress: Progress) -> list[tuple[str, int]]:
    """Whose each check is, and which one of that kind: nobody types a name here."""
    names: list[tuple[str, int]] = []
    for check in progress.checks:
        kind = "child" if check.answers.whose is Whose.CHILD else "me"
        names.append((kind, 1 + sum(name == kind for name, _ in names)))
    return names


def _progress() -> Progress | None:
    packed = sealed.read()
    try:
        return None if packed is None else unpack(packed)
    except Unpackable:
        return None


def _kept(response: Response, progress: Progress | None) -> Response:
    """Seals the progress anew, so that the twelve hours count from the last use."""
    return response if progress is None else sealed.write(response, pack(progress))


def _to(endpoint: str, progress: Progress | None, anchor: str | None = None) -> Response:
    return _kept(make_response(redirect(url_for(endpoint, _anchor=anchor), 303)), progress)


def _one_of(kind: type[Word], text: str | None) -> Word:
    try:
        return kind(text or "")
    except ValueError:
        abort(400)
