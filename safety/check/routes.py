"""The pages of the check. All that is known of a visitor is in their own cookie."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask_babel import gettext

from safety.check import forms
from safety.check.accounts import choose_accounts
from safety.check.answers import Answers, NotAChoice, Question, Whose, offered
from safety.check.choose import Plan, choose
from safety.check.progress import MAX_CHECKS, Check, Progress
from safety.library.keys import item_key
from safety.web import calendar, sealed
from safety.web.language import library

room = Blueprint("check", __name__, url_prefix="/check")
# A short plan of the check's own items, reached from the pages about passwords.
accounts_room = Blueprint("accounts", __name__, url_prefix="/passwords/accounts")
FORGET, ADD, SWITCH, CHANGE = "forget", "add", "switch", "change"


@room.get("")
def ask() -> Response:
    """The next question; the plan when all are behind."""
    progress = forms.progress()
    answers = (progress or Progress()).check.answers
    if answers.next_question is None:
        return forms.to("check.plan")
    page = render_template(
        "check/question.html",
        answers=answers,
        question=answers.next_question,
        offered=offered,
        names=_names(progress) if progress else [],
        current=progress.current if progress else 0,
    )
    return forms.page(page)


@room.post("")
def answer() -> Response:
    """Takes the answer to a question, a skip, or a step back."""
    question = forms.one_of(Question, request.form.get("question"))
    if forms.progress() is None and question is not Question.WHO:
        return forms.to("check.ask")
    minute = forms.minute()

    def act(progress: Progress) -> Progress:
        answers = _answered(progress.check, question)
        return progress.with_check(replace(progress.check, answers=answers, minute=minute))

    try:
        forms.change(act)
    except NotAChoice:
        abort(400)
    return forms.to("check.ask")


@room.get("/plan")
def plan() -> Response:
    """The items that matter for this person."""
    return _show("check/plan.html")


@room.get("/print")
def paper() -> Response:
    """The same for paper."""
    return _show("check/paper.html")


@room.get("/all")
def everything() -> str:
    """Every action of the check by topic, the same for everybody."""
    return render_template("check/all.html", items=library().items)


@room.get("/all/<int:number>")
def one(number: int) -> str:
    """One action with the steps for every phone and app, the same for everybody; the number tells nothing of it."""
    item = next((item for item in library().items if item_key(item.id) == number), None)
    if item is None:
        abort(404)
    return render_template("check/one.html", item=item)


@room.post("/plan")
def mark() -> Response:
    """Marks one item: done, later, not for me, or open again."""
    id_ = forms.chosen_mark()[0].id
    if forms.progress() is None:
        return forms.to("check.ask")
    progress = _marked()
    return forms.to("check.plan", anchor=_place(_plan(progress.check), id_))


@accounts_room.get("")
def accounts() -> Response:
    """The accounts to look after first, with the ticks of the check in front."""
    check = (forms.progress() or Progress()).check
    return forms.page(render_template("check/accounts.html", plan=_accounts(check), answers=check.answers))


@accounts_room.post("")
def mark_account() -> Response:
    """Marks one item; who has no check yet begins one with the first mark."""
    id_ = forms.chosen_mark()[0].id
    progress = _marked()
    return forms.to("accounts.accounts", anchor=_place(_accounts(progress.check), id_))


@room.post("/reminder")
def remind() -> Response:
    """A file for any calendar."""
    after = forms.one_of(calendar.After, request.form.get("after"))
    token, title = secrets.token_hex(16), gettext("Have a look at the list")
    return calendar.as_file(calendar.reminders([after], datetime.now(UTC), token, title))


@room.post("/start")
def start() -> Response:
    """Starts again, adds a check, switches to another, or goes through the questions again."""
    what, _, index = request.form.get("do", "").partition(" ")
    if what == FORGET:
        return sealed.forget(make_response(redirect(url_for("check.ask"), 303)))
    changes: dict[str, Callable[[Progress], Progress]] = {ADD: Progress.add, CHANGE: _asked_again}
    if what == SWITCH and index in map(str, range(MAX_CHECKS)):
        changes[SWITCH] = lambda progress: progress.switch(int(index))
    if what not in changes:
        abort(400)
    forms.change(changes[what])
    return forms.to("check.ask")


def _marked() -> Progress:
    item, mark = forms.chosen_mark()
    minute = forms.minute()
    return forms.change(lambda progress: progress.with_check(progress.check.mark(item.id, mark, minute)))


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
    progress = forms.progress()
    if progress is None or progress.check.answers.next_question is not None:
        return forms.to("check.ask")
    check = progress.check
    page = render_template(
        template,
        plan=_plan(check),
        answers=check.answers,
        names=_names(progress),
        current=progress.current,
        full=progress.full,
    )
    return forms.page(page)


def _plan(check: Check) -> Plan:
    items = library().items
    return choose(items, check.answers, check.marked(item.id for item in items))


def _accounts(check: Check) -> Plan:
    items = library().items
    return choose_accounts(items, check.answers, check.marked(item.id for item in items))


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
