"""Pages to read before a talk, and scenes to practise it."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from safety.web import headers
from safety.web.language import library

room = Blueprint("talk", __name__, url_prefix="/talk")


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src", "form-action")


@room.get("")
def start() -> str:
    """The ages and scenes there are."""
    return render_template("talk/start.html", talks=library().talks, scenes=library().scenes)


@room.get("/<age>")
def talk(age: str) -> str:
    """The page for one age."""
    found = next((text for text in library().talks if text.id == age), None)
    if found is None:
        abort(404)
    scenes = [scene for scene in library().scenes if age in scene.ages]
    return render_template("talk/age.html", text=found, scenes=scenes)


@room.get("/scenes")
def scenes() -> str:
    """The scenes to practise."""
    return render_template("talk/scenes.html", scenes=library().scenes)


@room.get("/scenes/<id_>")
def scene(id_: str) -> str:
    """One scene, all of it: choosing opens the next turn, so no choice is ever sent."""
    found = next((scene for scene in library().scenes if scene.id == id_), None)
    if found is None:
        abort(404)
    turns = {turn.id: turn for turn in found.turns}
    return render_template("talk/scene.html", scene=found, turns=turns, first=found.turns[0])
