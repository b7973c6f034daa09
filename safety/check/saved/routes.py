"""The pages of /check/saved. All of them have one address, so that a history tells nothing of what was done."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from typing import Final

from flask import Blueprint, Response, abort, make_response, redirect, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge

from safety.check import forms
from safety.check.merge import TooMany, merge
from safety.check.progress import MAX_CHECKS, MAX_KEPT_CHECKS, Progress
from safety.check.saved import carried, kept
from safety.check.saved.carried import CannotOpen, Why
from safety.check.saved.forms import Trouble, doors, sent_file, show, typed_words
from safety.check.saved.kept import Ticket
from safety.library import six_words as words
from safety.web import answers, sealed
from safety.web.logs import event

room = Blueprint("saved", __name__, url_prefix="/check/saved")


@room.get("")
def start() -> Response:
    """Open with six words, keep a check under six words, carry it as a file."""
    return doors()


@room.post("")
def act() -> Response:
    """Does what the button says."""
    # Who reads a cookie first asks where the post is from.
    forms.held()
    try:
        what = request.form.get("do", "")
    except RequestEntityTooLarge:
        return doors(Trouble("file", file=Why.LARGE))
    if what not in ACTIONS:
        abort(400)
    return ACTIONS[what]()


def keep() -> Response:
    """Keeps the check of this browser, and shows its six words this once."""
    held = forms.held()
    if held.ticket:
        return show("again")
    if held.progress is None or all(check.empty for check in held.progress.checks):
        return _back()
    fresh = words.draw(secrets.randbelow)
    master, progress = forms.master(fresh), forms.named(held.progress)
    with forms.plans() as plans:
        ticket = kept.keep(plans, progress, master, os.urandom)
    forms.hold(forms.Held(progress, ticket))
    forms.tidy()
    event("check-kept")
    return show("words", words=fresh)


def renew() -> Response:
    """Shows other words for a kept check. The old ones stay until somebody says that the new ones are written down."""
    return show("renew", words=words.draw(secrets.randbelow)) if forms.ticket() else _back()


def rename() -> Response:
    """Gives a kept check the words above the button; the page names the check, so that none but that one gets them.

    An answer can get lost on its way, and the form comes again: it then opens what has those words already.
    """
    typed, ticket = typed_words(), forms.ticket()
    if not typed.whole:
        abort(400)
    fresh = Ticket(forms.master(typed.words))
    with forms.plans() as plans:
        mine = ticket if ticket and request.form.get("page") == ticket.keys.page else None
        renamed = kept.rename(plans, mine, fresh.master, os.urandom) if mine else None
        progress = renamed[1] if renamed else kept.find(plans, fresh)
    if progress is None:
        return _back()
    forms.hold(forms.Held(progress, renamed[0] if renamed else fresh))
    event("check-words-changed")
    return show("renewed")


def open_() -> Response:
    """Opens a kept check. What this browser holds unkept is added to it."""
    typed = typed_words()
    if not typed.whole:
        return doors(Trouble("words", typed))
    held, ticket = forms.held(), Ticket(forms.master(typed.words))
    here = None if held.ticket else held.progress

    def act(newest: Progress) -> Progress:
        return newest if here is None else forms.named(merge(newest, here))

    try:
        with forms.plans() as plans:
            opened = kept.change(plans, ticket, act, os.urandom)
    except TooMany:
        return doors(Trouble("words", many=True))
    forms.tidy()
    if opened is None:
        return doors(Trouble("words", wrong=True))
    forms.hold(forms.Held(opened[1], opened[0]))
    event("check-opened")
    return forms.to("check.plan")


def ask() -> Response:
    """Asks once more before a kept check is deleted."""
    return show("delete") if forms.ticket() else _back()


def delete_here() -> Response:
    """Deletes what is kept; the check goes on in this browser's cookie, where it fits into one."""
    ticket = forms.ticket()
    if ticket is None:
        return _back()
    with forms.plans() as plans:
        newest = kept.find(plans, ticket, to_change=True)
        fits = newest is not None and len(newest.checks) <= MAX_CHECKS
        if fits:
            plans.delete(ticket.keys.id)
    if not fits:
        return show("delete")
    forms.hold(forms.Held(newest))
    event("check-deleted")
    return show("gone", here=True)


def delete() -> Response:
    """Deletes what is kept, and forgets it in this browser too."""
    ticket = forms.ticket()
    if ticket is None:
        return _back()
    with forms.plans() as plans:
        plans.delete(ticket.keys.id)
    forms.hold(forms.Held())
    event("check-deleted")
    return sealed.forget(show("gone", here=False), sealed.CHECK)


def stop() -> Response:
    """Forgets a kept check in this browser; its words open it again."""
    return sealed.forget(make_response(redirect(url_for("saved.start"), 303)), sealed.CHECK)


def make_file() -> Response:
    """Shows six words for a file; the button below them gives the file."""
    if forms.progress() is None:
        return _back()
    return show("file", words=words.draw(secrets.randbelow))


def give_file() -> Response:
    """The check as a file, sealed with the words that were shown above the button."""
    typed, progress = typed_words(), forms.progress()
    if progress is None:
        return _back()
    if not typed.whole:
        abort(400)
    with forms.TRYING_WORDS.place():
        content = carried.write(progress, typed.words, os.urandom)
    event("check-carried")
    return forms.keep(answers.file(content, carried.NAME))


def bring() -> Response:
    """Takes in a file: what it holds and what is here become one."""
    typed = typed_words()
    try:
        content = sent_file()
        carried.require_ours(content)
        if not typed.whole:
            return doors(Trouble("file", typed))
        with forms.TRYING_WORDS.place():
            brought = carried.read(content, typed.words)
    except CannotOpen as error:
        return doors(Trouble("file", file=error.why))
    most = MAX_KEPT_CHECKS if forms.ticket() else MAX_CHECKS
    try:
        forms.change(lambda progress: merge(progress, brought, most))
    except TooMany:
        return doors(Trouble("file", many=True))
    event("check-brought")
    return forms.to("check.plan")


def _back() -> Response:
    return forms.to("saved.start")


ACTIONS: Final[dict[str, Callable[[], Response]]] = {
    "keep": keep,
    "renew": renew,
    "rename": rename,
    "open": open_,
    "ask": ask,
    "delete-here": delete_here,
    "delete": delete,
    "stop": stop,
    "file": make_file,
    "download": give_file,
    "bring": bring,
}
