"""Pages to read before a talk, by age and by what is going on, and scenes to practise it. Nothing is asked or kept."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from safety.library.talk_codes import Side, TalkAge
from safety.library.talk_schema import sections_for
from safety.talk.practise import by_side, to_practise
from safety.web import headers
from safety.web.language import library

room = Blueprint("talk", __name__, url_prefix="/talk")


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src", "form-action")


@room.get("")
def start() -> str:
    """The ages, what may be going on, and the ways to the other pages of the talks."""
    content = library()
    return render_template(
        "talk/start.html",
        talks=content.talks,
        situations=content.situations,
        easy=content.easy,
        notes=content.notes,
    )


@room.get("/<age>")
def talk(age: str) -> str:
    """The page for one age, with the situations that fit it."""
    found = next((text for text in library().talks if text.id == age), None)
    if found is None:
        abort(404)
    return render_template(
        "talk/age.html",
        text=found,
        fitting=[page for page in library().situations if age in page.ages],
        elsewhere=[page for page in library().situations if age not in page.ages],
        scenes=to_practise(library().scenes, Side.PARENT, age),
        notes=library().notes,
    )


@room.get("/<age>/<id_>")
def situation(age: str, id_: str) -> str:
    """What is going on, in words for one age; for an age it does not fit, the ages that it does."""
    found = next((page for page in library().situations if page.id == id_), None)
    if found is None or age not in [text.id for text in library().talks]:
        abort(404)
    if age not in found.ages:
        written = [page for page in library().situations if age in page.ages]
        return render_template("talk/other_age.html", page=found, age=age, fitting=written)
    scenes = to_practise(library().scenes, Side.PARENT, age, found.id)
    parts = sections_for(found, TalkAge(age))
    return render_template("talk/situation.html", page=found, age=age, parts=parts, scenes=scenes)


@room.get("/told-me")
def told_me() -> str:
    """The first ten minutes after a child has told something: help only."""
    return render_template("talk/told_me.html", text=library().told_me)


@room.get("/for/<id_>")
def note(id_: str) -> str:
    """A note for a kind of family or child."""
    found = next((text for text in library().notes if text.id == id_), None)
    if found is None:
        abort(404)
    return render_template("talk/note.html", text=found, talks=library().talks, notes=library().notes)


@room.get("/scenes")
def scenes() -> str:
    """The scenes to practise, by side and age."""
    return render_template("talk/scenes.html", sides=by_side(library().scenes))


@room.get("/scenes/<id_>")
def scene(id_: str) -> str:
    """One scene, all of it: choosing opens the next turn, so no choice is ever sent."""
    found = next((scene for scene in library().scenes if scene.id == id_), None)
    if found is None:
        abort(404)
    turns = {turn.id: turn for turn in found.turns}
    return render_template("talk/scene.html", scene=found, turns=turns, first=found.turns[0])
