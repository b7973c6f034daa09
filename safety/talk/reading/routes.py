"""Pages to read: with a child at one screen, by a teen alone, and in few and short words."""

from __future__ import annotations

from typing import TypeVar

from flask import Blueprint, abort, render_template

from safety.library.reading_schema import Reading, Together
from safety.web import headers
from safety.web.language import library

Page = TypeVar("Page", Reading, Together)

room = Blueprint("talk_reading", __name__, url_prefix="/talk")


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src", "form-action")


@room.get("/together")
def together() -> str:
    """The pages for two, by age."""
    pages = library().together
    ages = tuple(dict.fromkeys(page.age for page in pages))
    return render_template("talk/reading/all_together.html", pages=pages, ages=ages)


@room.get("/together/<id_>")
def together_page(id_: str) -> str:
    """One page for two, and those for the same age."""
    page = _named(id_, library().together)
    others = [other for other in library().together if other.age is page.age and other is not page]
    return render_template("talk/reading/together.html", page=page, others=others)


@room.get("/teens")
def teens() -> str:
    """The pages that a teen reads alone, and those in easy words."""
    return render_template("talk/reading/all_teens.html", pages=library().teens, easy=library().easy)


@room.get("/teens/<id_>")
def teen(id_: str) -> str:
    """One page for a teen."""
    page = _named(id_, library().teens)
    return render_template("talk/reading/teen.html", page=page, others=_others(page, library().teens))


@room.get("/easy/<id_>")
def easy(id_: str) -> str:
    """One page in few and short words."""
    page = _named(id_, library().easy)
    return render_template("talk/reading/easy.html", page=page, others=_others(page, library().easy))


def _named(id_: str, pages: tuple[Page, ...]) -> Page:
    found = next((page for page in pages if page.id == id_), None)
    if found is None:
        abort(404)
    return found


def _others(page: Reading, pages: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return tuple(other for other in pages if other is not page)
