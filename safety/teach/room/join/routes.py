"""The pupil's side of a room, and the wall: a code to join with, one thing at a time, closed choices, no name."""

from __future__ import annotations

import time

from flask import Blueprint, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import ServiceUnavailable

from safety.teach.room import code as codes
from safety.teach.room import forms, qr, store
from safety.teach.room.forms import Pupil, Room
from safety.teach.room.state import State
from safety.teach.room.steps import shown
from safety.web import sealed
from safety.web.answers import JSON
from safety.web.language import library
from safety.web.storage import database

room = Blueprint("join", __name__, url_prefix="/join")
room.before_request(forms.begin)


@room.get("")
def start() -> str:
    """Asks for the code."""
    return render_template("teach/room/join.html")


@room.post("")
def enter() -> Response:
    """Joins the room with the code that was typed."""
    return _joined(request.form.get("code", ""))


@room.get("/<code>")
def room_page(code: str) -> Response:
    """What the room shows now; who has not joined is asked whether they want to."""
    pupil = forms.as_pupil(code)
    if pupil:
        return _screen(pupil)
    found = forms.by_code(code)
    if found is None:
        # A slip in the address takes no phone out of the room in which it is.
        return _no_room(404) if forms.in_any_room() else sealed.forget(_no_room(404), sealed.PUPIL)
    return make_response(render_template("teach/room/enter.html", code=codes.shown(found.state.code)))


@room.post("/<code>")
def join_room(code: str) -> Response:
    """Joins the room of a QR code."""
    return _joined(code)


@room.post("/<code>/answer")
def answer(code: str) -> Response:
    """Takes an answer to the question in front. What cannot be taken changes nothing: the page shows why.

    The script of the page is told in a word whether it was taken, so that no page is made for every answer.
    """
    is_taken = _take(code, request.form.get("question", ""), request.form.get("choice", ""))
    if request.accept_mimetypes.best == JSON:
        return jsonify(taken=is_taken)
    return forms.to("join.room_page", code=code)


@room.post("/<code>/leave")
def leave_room(code: str) -> Response:
    """Leaves the room: this phone no longer knows it. Its answers stay among the others."""
    sealed.read(sealed.PUPIL)
    return sealed.forget(forms.to("join.start"), sealed.PUPIL)


@room.get("/<code>/wall")
def wall(code: str) -> Response:
    """The room for the projector: nothing to press, and nothing that is for the leader."""
    found = forms.by_code(code)
    if found is None:
        return _no_room(404)
    with database.reading() as connection:
        answers = store.answers(connection, found.keys, found.state.key)
    address = forms.address(found.state.code)
    page = render_template(
        "teach/room/wall.html",
        code=codes.shown(found.state.code),
        address=address,
        qr=qr.drawn(address),
        answers=answers,
        **forms.view(found.state),
    )
    return make_response(page)


@room.get("/<code>/now")
def now(code: str) -> Response:
    """Whether the room has moved, for pages that ask: no cookie is read, and nobody is counted."""
    wait_ms = _wait_ms()
    seen = forms.glance(code)
    if seen is None:
        return jsonify(version=0, answers=0, wait_ms=wait_ms)
    return jsonify(version=seen.version, answers=seen.answers, wait_ms=wait_ms)


def _take(code: str, key: str, word: str) -> bool:
    pupil = forms.pupils_cookie()
    if pupil is None:
        return False
    (keys, value), content = pupil, library()

    def act(state: State) -> int | None:
        if state.code != codes.read(code) or state.key != key or not state.takes_answers:
            return None
        asked = shown(content, state).asked
        return asked.number(word) if asked else None

    try:
        with database.transaction() as connection:
            return store.answer(connection, keys, forms.hour(), value, act)
    except store.Full:
        raise ServiceUnavailable from None


def _joined(typed: str) -> Response:
    sealed.read(sealed.PUPIL)
    pupil = forms.as_pupil(typed)
    if pupil:
        return _to(pupil.room)
    found = forms.by_code(typed)
    return forms.write_pupil(_to(found), found.keys) if found else _no_room(422)


def _to(found: Room) -> Response:
    return forms.to("join.room_page", code=codes.shown(found.state.code))


def _screen(pupil: Pupil) -> Response:
    state = pupil.room.state
    with database.reading() as connection:
        answered = store.answered(connection, pupil.room.keys, pupil.value, state.key)
    page = render_template(
        "teach/room/pupil.html",
        code=codes.shown(state.code),
        answered=answered,
        wait_ms=_wait_ms(),
        **forms.view(state),
    )
    return make_response(page)


def _wait_ms() -> int:
    """When who asks now may ask again."""
    return forms.memory().pace.wait_ms(time.monotonic())


def _no_room(status: int) -> Response:
    """One answer for a wrong code and for a room that is closed."""
    return make_response(render_template("teach/room/join.html", no_room=True), status)
