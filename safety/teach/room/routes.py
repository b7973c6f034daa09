"""The host's side of a room: opening it, the desk, closing it. All that a host may do is a post with a closed word."""

from __future__ import annotations

import secrets
import time
from dataclasses import replace

from flask import Blueprint, Response, abort, make_response, render_template, request
from werkzeug.exceptions import ServiceUnavailable

from safety.library import six_words
from safety.library.teach_schema import Group
from safety.teach.room import code as codes
from safety.teach.room import forms, opening, qr, store
from safety.teach.room.desk import NoMove, Tally, moved
from safety.teach.room.opening import MAX_CHARACTERS, Missing
from safety.teach.room.state import LEASTS, MAX_STEPS, TIMER_MINUTES, State, host_digest
from safety.teach.room.steps import parts_of, shown
from safety.web import sealed
from safety.web.language import library
from safety.web.logs import event
from safety.web.storage import database
from safety.web.typed import again

room = Blueprint("room", __name__, url_prefix="/teach/room")
room.record_once(forms.remember)
room.before_request(forms.begin)


@room.route("", methods=["GET", "POST"])
def open_form() -> Response:
    """What has to be said before a room opens; a run sheet posts its plan here."""
    return _form(200)


@room.post("/open")
def open_room() -> Response:
    """Opens a room, whose words the next page shows; who has one open already goes to its desk."""
    if forms.as_host():
        return forms.to("room.desk_page")
    state, missing = _asked_for()
    if state is None:
        return _form(422, missing)
    code, words = codes.make(secrets.randbelow), six_words.draw(secrets.randbelow)
    secret = opening.host_secret(words)
    keys = forms.keys_of(code)
    try:
        with database.transaction() as connection:
            store.add(connection, keys, replace(state, code=code, host=host_digest(secret)), forms.hour())
    except store.Full:
        raise ServiceUnavailable from None
    forms.memory().known.meet(code, keys)
    event("room-opened")
    # A browser keeps what was posted where a page comes back, so that it can open the tab again.
    return forms.write_host(forms.to("room.opened"), keys, secret)


@room.get("/opened")
def opened() -> Response:
    """The six words, for a minute after the room was opened; then the desk."""
    found = forms.words_of_host()
    if found is None:
        return forms.to("room.desk_page")
    shown_room, words = found
    page = render_template("teach/room/opened.html", words=words, code=codes.shown(shown_room.state.code))
    return make_response(page)


@room.route("/back", methods=["GET", "POST"])
def back() -> Response:
    """Back to the desk from another device, by the code and the six words."""
    if request.method == "GET":
        return make_response(render_template("teach/room/back.html"))
    sealed.read(sealed.HOST)
    code, text = request.form.get("code", "")[: codes.MAX_TYPED], request.form.get("words", "")
    typed = six_words.read(text)
    # Words that cannot be right are told for any code alike, and cost no work.
    found = forms.by_code(code) if typed.whole else None
    secret = opening.host_secret(typed.words)
    if found is None or not found.state.is_host(secret):
        shown_again = {"code": again(code, codes.MAX_TYPED), "text": again(text, six_words.MAX_CHARACTERS)}
        return make_response(render_template("teach/room/back.html", typed=typed, **shown_again), 422)
    return forms.write_host(forms.to("room.desk_page"), found.keys, secret)


@room.get("/desk")
def desk_page() -> Response:
    """The room as its host sees and moves it."""
    found = forms.as_host()
    if found is None:
        return _away()
    with database.reading() as connection:
        answers = store.answers(connection, found.keys, found.state.key)
    address = forms.address(found.state.code)
    page = render_template(
        "teach/room/desk.html",
        code=codes.shown(found.state.code),
        address=address,
        qr=qr.drawn(address),
        answers=answers,
        minutes=TIMER_MINUTES,
        **forms.view(found.state),
    )
    return make_response(page)


@room.post("/desk")
def move() -> Response:
    """Does what a button of the desk says, unless the room has moved since the page was made."""
    found = forms.as_host()
    if found is None:
        return _away()
    content, now = library(), int(time.time())
    word, version = request.form.get("do", ""), request.form.get("version", "")

    def act(state: State, tally: Tally) -> State:
        if version != str(state.version):
            return state
        return moved(state, shown(content, state), word, now, tally)

    try:
        with database.transaction() as connection:
            store.change(connection, found.keys, forms.hour(), act)
    except NoMove:
        abort(400)
    forms.memory().known.moved(found.state.code)
    return forms.to("room.desk_page")


@room.route("/close", methods=["GET", "POST"])
def close() -> Response:
    """Asks whether to close; the post deletes the room and everything in it."""
    found = forms.as_host()
    if found is None:
        return _away()
    if request.method == "GET":
        return make_response(render_template("teach/room/close.html", state=found.state))
    with database.transaction() as connection:
        store.remove(connection, found.keys)
    database.empty_log(database.engine())
    forms.memory().known.part(found.state.code, time.monotonic())
    event("room-closed")
    return sealed.forget(make_response(render_template("teach/room/closed.html")), sealed.HOST)


def _form(status: int, missing: frozenset[Missing] = frozenset()) -> Response:
    """The form, with what was typed, and what is missing."""
    content = library()
    group, plan = _plan()
    page = render_template(
        "teach/room/open.html",
        has_room=forms.as_host() is not None,
        group=group,
        plan=plan,
        steps=len(parts_of(content, group, plan)) if group else 0,
        workshops=content.workshops,
        activities={activity.id: activity.title for activity in content.activities},
        countries=opening.lines_for(content.countries),
        leasts=LEASTS,
        typed={name: again(text, MAX_CHARACTERS) for name, text in request.form.items()},
        missing=missing,
    )
    return make_response(page, status)


def _plan() -> tuple[Group | None, list[str]]:
    """The group and the activities that were posted, or those of a ready workshop that was chosen."""
    ready = next((one for one in library().workshops if one.id == request.form.get("workshop")), None)
    if ready:
        return ready.group, [part.partition(" ")[0] for part in ready.parts]
    groups = [group for group in Group if group == request.form.get("group")]
    plan = [part.partition(" ")[0] for part in request.form.getlist("plan")[:MAX_STEPS]]
    return (groups[0] if groups else None), plan


def _asked_for() -> tuple[State | None, frozenset[Missing]]:
    """The room that was asked for, without code and host; or what is missing."""
    group, plan = _plan()
    parts = parts_of(library(), group, plan) if group else ()
    lead, place = opening.typed(request.form.get("lead", "")), opening.typed(request.form.get("place", ""))
    line = opening.chosen_line(library().countries, request.form.get("line", ""))
    least = next((one for one in LEASTS if str(one) == request.form.get("least")), LEASTS[0])
    said = {
        Missing.PLAN: bool(parts),
        Missing.LEAD: 0 < len(lead) <= MAX_CHARACTERS,
        Missing.PLACE: 0 < len(place) <= MAX_CHARACTERS,
        Missing.LINE: line is not None,
        Missing.ADULT: request.form.get("adult") == "yes",
    }
    missing = frozenset(one for one, given in said.items() if not given)
    if missing or group is None or line is None:
        return None, missing
    return State("", b"", group, parts, lead, place, line, least), missing


def _away() -> Response:
    """Who has no room goes to where one is opened; a cookie of a room that is gone goes too."""
    return sealed.forget(forms.to("room.open_form"), sealed.HOST)
