"""The pages of /check/copies: questions in short parts, the map, the list. All of it is in the visitor's own cookie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flask import Blueprint, Response, abort, render_template, request

from safety.check import forms
from safety.check.answers import Answers, NotAChoice, Question, offered
from safety.check.choose import Mark
from safety.check.copies.clearing import Clearing, begun, forgotten, is_guarded, make_clearing, questions, told
from safety.check.copies.drawing import draw
from safety.check.copies.layouts import TALL, WIDE
from safety.check.copies.places import Ring, State
from safety.check.progress import Check, Progress
from safety.library.codes import Audience, Place, Threat
from safety.library.copies_schema import EVERYONE_ADULT, mark_ids
from safety.library.keys import item_key
from safety.web.language import library

room = Blueprint("copies", __name__, url_prefix="/check/copies")
# The parts by their numbers, so that an address tells nothing: whether somebody threatens, what to keep then, what
# the check asks too, and one part for each ring.
THREAT, EVIDENCE, ABOUT, FIRST_RING = 0, 1, 2, 3
RINGS = dict(enumerate(Ring, FIRST_RING))
SHARED_QUESTIONS = (Question.WHO, Question.PHONE, Question.APPS)
LAYOUTS = (("wide", WIDE), ("tall", TALL))
MAYBE, NO, YES = "maybe", "no", "yes"


@room.get("")
def start() -> Response:
    """The map and the list; before them the question that comes first."""
    check = _check()
    return _map("check/copies/map.html", check) if check.threat else _part(THREAT, check)


@room.get("/print")
def paper() -> Response:
    """The same for paper."""
    check = _check()
    return _map("check/copies/paper.html", check) if check.threat else forms.to("copies.start")


@room.post("")
def mark() -> Response:
    """Ticks one step, or opens it again."""
    id_, _, word = request.form.get("mark", "").partition(" ")
    if id_ not in mark_ids() or id_ == EVERYONE_ADULT or word not in (Mark.DONE, forms.OPEN):
        abort(400)
    if _check().threat is None:
        return forms.to("copies.start")
    said, minute = Mark.DONE if word == Mark.DONE else None, forms.minute()
    progress = forms.change(lambda progress: progress.with_check(progress.check.mark(id_, said, minute)))
    return forms.to("copies.start", anchor=_place(_clearing(progress.check), id_))


@room.get("/<int:part>")
def ask(part: int) -> Response:
    """One part of the questions."""
    check = _check()
    if part not in (THREAT, EVIDENCE, ABOUT, *RINGS):
        abort(404)
    if part not in _parts(check):
        return forms.to("copies.start")
    return _part(part, check)


@room.post("/<int:part>")
def answer(part: int) -> Response:
    """Takes the answers of one part. What was left out may hold a copy."""
    if part not in (THREAT, ABOUT, *RINGS):
        abort(404)
    if part != THREAT and _check().threat is None:
        return forms.to("copies.start")
    acts = {THREAT: _say_threat, ABOUT: _say_about} | dict.fromkeys(RINGS, _say_ring)
    try:
        check = acts[part](part)
    except NotAChoice:
        abort(400)
    following = _after(part, check)
    return forms.to("copies.ask", part=following) if following else forms.to("copies.start")


@room.post("/again")
def again() -> Response:
    """Forgets the map; the rest of the check stays."""
    minute = forms.minute()
    if _check().threat is not None:
        forms.change(lambda progress: progress.with_check(forgotten(progress.check, minute)))
    return forms.to("copies.start")


def _check() -> Check:
    return (forms.progress() or Progress()).check


def _parts(check: Check) -> tuple[int, ...]:
    """The parts that this visitor goes through."""
    if check.threat is None:
        return (THREAT,)
    evidence = () if check.threat is Threat.NO else (EVIDENCE,)
    about = (ABOUT,) if _open_questions(check.answers) else ()
    return (THREAT, *evidence, *about, *RINGS)


def _after(part: int, check: Check) -> int | None:
    return next((other for other in _parts(check) if other > part), None)


def _open_questions(answers: Answers) -> tuple[Question, ...]:
    """What the check would ask too and has not asked yet."""
    return tuple(question for question in SHARED_QUESTIONS if answers.questions.index(question) >= answers.asked)


def _say_threat(_part: int) -> Check:
    threat, minute = forms.one_of(Threat, request.form.get("threat")), forms.minute()

    def act(progress: Progress) -> Progress:
        return progress.with_check(replace(begun(progress.check, threat), minute=minute))

    return forms.change(act).check


def _say_about(_part: int) -> Check:
    given = {question: request.form.getlist(question.value) for question in SHARED_QUESTIONS}
    minute = forms.minute()

    def act(progress: Progress) -> Progress:
        answers = progress.check.answers
        for question in _open_questions(answers):
            answers = answers.answer(question, given[question])
        return progress.with_check(replace(progress.check, answers=answers, minute=minute))

    return forms.change(act).check


def _say_ring(part: int) -> Check:
    ring, minute = RINGS[part], forms.minute()
    places = [place.id for place, _ in questions(library().places, _check(), ring)]
    ruled_out = [place for place in places if _choice(place, (MAYBE, NO), MAYBE) == NO]
    adults = Mark.DONE if _choice("everyone", (YES, NO), NO) == YES else None

    def act(progress: Progress) -> Progress:
        check = replace(told(progress.check, ring, ruled_out), minute=minute)
        asked = part == FIRST_RING and check.answers.audience is Audience.ADULT
        return progress.with_check(check.mark(EVERYONE_ADULT, adults, minute) if asked else check)

    return forms.change(act).check


def _choice(name: str, choices: Iterable[str], left_out: str) -> str:
    given = request.form.get(name, left_out)
    if given not in choices:
        raise NotAChoice(name)
    return given


def _part(part: int, check: Check) -> Response:
    parts = _parts(check)
    rings = [other for other in parts if other in RINGS]
    page = render_template(
        "check/copies/question.html",
        part=part,
        threat=check.threat,
        answers=check.answers,
        guarded=is_guarded(check),
        open_questions=_open_questions(check.answers),
        offered=offered,
        ring=RINGS.get(part),
        number=rings.index(part) + 1 if part in rings else 0,
        rings=len(RINGS),
        questions=questions(library().places, check, RINGS[part]) if part in RINGS else (),
        asks_ages=part == FIRST_RING and check.answers.audience is Audience.ADULT,
        everyone_adult=bool(check.marked([EVERYONE_ADULT])),
        before=max((other for other in parts if other < part), default=None),
        following=_after(part, check),
    )
    return forms.page(page)


def _map(template: str, check: Check) -> Response:
    clearing = _clearing(check)
    page = render_template(
        template,
        clearing=clearing,
        answers=check.answers,
        careful="careful" in check.answers.situations,
        drawings=[(kind, draw(layout, library().places, clearing.states)) for kind, layout in LAYOUTS],
        numbers={place: number for number, place in enumerate(Place)},
        item_key=item_key,
        first_ring=FIRST_RING,
        states=State,
    )
    return forms.page(page)


def _clearing(check: Check) -> Clearing:
    return make_clearing(library().places, library().items, check)


def _place(clearing: Clearing, id_: str) -> str | None:
    """Where a step stands in the page: its number, since its name would tell in the browser's history."""
    places = {step.id: number for number, step in enumerate(clearing.steps, 1)}
    return f"n{places[id_]}" if id_ in places else None
