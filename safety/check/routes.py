"""The pages of the check. What is known of a visitor is in their own cookie, or kept sealed where they asked for it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from flask import Blueprint, Response, abort, current_app, make_response, redirect, render_template, request, url_for
from flask_babel import gettext

from safety.check import forms
from safety.check.accounts import choose_accounts
from safety.check.aging import Age, age_of, is_overlooked
from safety.check.answers import Answers, NotAChoice, Question, offered
from safety.check.catalogue import for_adults_only, replacing, shelves
from safety.check.changes import Changes, changes, last_here
from safety.check.choose import Plan, choose
from safety.check.names import names_of
from safety.check.progress import MAX_KEPT_CHECKS, Check, Progress
from safety.check.summary import summarise
from safety.library.keys import item_key
from safety.library.schema import Item
from safety.library.text_schema import Section
from safety.web import calendar, sealed
from safety.web.language import library

room = Blueprint("check", __name__, url_prefix="/check")
# A short plan of the check's own items, reached from the pages about passwords.
accounts_room = Blueprint("accounts", __name__, url_prefix="/passwords/accounts")
room.add_app_template_filter(item_key)
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
        names=names_of(progress) if progress else [],
        current=progress.current if progress else 0,
        kept=forms.ticket() is not None,
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


@room.get("/summary")
def summary() -> Response:
    """How far this check is, to be shown to somebody: numbers, and no name of any action."""
    return _show("check/shown.html")


@room.get("/all")
def everything() -> str:
    """Every action of the check by topic, the same for everybody."""
    items = library().items
    return render_template(
        "check/all.html",
        shelves=shelves(items, adults_only=False),
        adult_shelves=shelves(items, adults_only=True),
    )


@room.get("/all/<int:number>")
def one(number: int) -> str:
    """One action with the steps for every phone and app, the same for everybody; the number tells nothing of it."""
    item = next((item for item in library().items if item_key(item.id) == number), None)
    if item is None:
        abort(404)
    return render_template(
        "check/one.html",
        item=item,
        adult=for_adults_only(item),
        replacing=replacing(item, library().items),
        release=current_app.extensions["release"].name,
    )


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
    shown = render_template(
        "check/accounts.html", plan=_accounts(check), answers=check.answers, kept=forms.ticket() is not None
    )
    return forms.page(shown)


@accounts_room.post("")
def mark_account() -> Response:
    """Marks one item; who has no check yet begins one with the first mark."""
    id_ = forms.chosen_mark()[0].id
    progress = _marked()
    return forms.to("accounts.accounts", anchor=_place(_accounts(progress.check), id_))


@room.post("/reminder")
def remind() -> Response:
    """A file for any calendar."""
    word = request.form.get("after")
    again = word == calendar.AGAIN
    after = calendar.After.HALF_YEAR if again else forms.one_of(calendar.After, word)
    at = forms.one_of(calendar.At, request.form.get("at", calendar.At.DAY))
    token, title = secrets.token_hex(16), gettext("Have a look at the list")
    return calendar.as_file(calendar.reminders([after], datetime.now(UTC), token, title, at=at, again=again))


@room.post("/start")
def start() -> Response:
    """Starts again, adds a check, switches to another, or goes through the questions again."""
    what, _, index = request.form.get("do", "").partition(" ")
    if what == FORGET:
        return sealed.forget(make_response(redirect(url_for("check.ask"), 303)), sealed.CHECK)
    changes: dict[str, Callable[[Progress], Progress]] = {ADD: Progress.add, CHANGE: _asked_again}
    if what == SWITCH and index in map(str, range(MAX_KEPT_CHECKS)):
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
    found = _plan(check)
    page = render_template(
        template,
        plan=found,
        summary=summarise(found),
        changes=_changes(check),
        answers=check.answers,
        names=names_of(progress),
        current=progress.current,
        full=progress.full,
        kept=forms.ticket() is not None,
    )
    return forms.page(page)


def _plan(check: Check) -> Plan:
    items = library().items
    return choose(items, check.answers, check.marked(item.id for item in items))


def _changes(check: Check) -> Changes | None:
    since = last_here(check, _today())
    return None if since is None else changes(check, library().news, library().items, since, _today())


def _accounts(check: Check) -> Plan:
    items = library().items
    return choose_accounts(items, check.answers, check.marked(item.id for item in items))


def _place(plan: Plan, id_: str) -> str | None:
    """Where an item stands in the page: its number, since its name would tell in the browser's history."""
    places = {row.item.id: number for number, row in enumerate(plan.rows, 1)}
    return f"n{places[id_]}" if id_ in places else None


@room.app_template_global("age_of")
def _age_of(item: Item, section: Section) -> Age | None:
    """How old a path of ``item`` is, for the templates that show steps."""
    return age_of(item, section, _today())


@room.app_template_test("overlooked")
def _is_overlooked(item: Item) -> bool:
    """Whether ``item`` has to say as a whole that nobody has looked for long."""
    return is_overlooked(item, _today())


def _today() -> date:
    return datetime.now(UTC).date()
