"""What a form of the steps brings: the answers so far, and where somebody wants to go."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask import abort, request

from safety.help.answers import Answers, NotAChoice, Screen, after, before, read
from safety.library.help_schema import Platform

FIRST, ALL = "first", "all"
NEXT, BACK, SKIP, STEPS = "next", "back", "skip", "steps"
MOVES: dict[str, Callable[[Screen, Answers], Screen]] = {
    NEXT: after,
    SKIP: after,
    BACK: before,
    STEPS: lambda screen, answers: Screen.PLAN,
}


def sent_answers(platforms: Iterable[Platform], countries: Iterable[str]) -> Answers:
    """The answers of this request; what no question offers is refused."""
    sent = request.form.to_dict(flat=False)
    if request.form.get("go") == SKIP:
        sent.pop(request.form.get("screen", ""), None)
    try:
        return read(sent, platforms, countries)
    except NotAChoice:
        abort(400)


def wanted_screen(answers: Answers) -> Screen:
    """The screen that was asked for, or one on from the one that was answered, or back."""
    form = request.form
    if "step" in form or not {"ask", "screen"} & set(form):
        return Screen.PLAN
    name, go = form.get("ask", form.get("screen")), form.get("go", NEXT)
    if name not in tuple(Screen) or go not in MOVES:
        abort(400)
    screen = Screen(name)
    return screen if "ask" in form else MOVES[go](screen, answers)


def wanted_step() -> str:
    """The id of a step, the first after the questions, or all when nothing was asked."""
    return request.form.get("step") or (FIRST if "screen" in request.form else ALL)
