"""Tools for a talk: questions for two, an agreement, cards, what a young child says to photos, words to tell someone.

What is answered stays in the browser: nothing here reads a form, and no page may send one.
"""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from safety.library.talk_tools_rules import SAME_PAGE_AGES
from safety.web import headers
from safety.web.language import library

room = Blueprint("talk_tools", __name__, url_prefix="/talk")
# What a saved agreement is called in the list of downloads.
SAVED_AS = "agreement.txt"
OWN_LINES, AGREED_LINES, NAMES = 3, 3, 4


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src", "form-action")


@room.get("/same-page")
def same_page() -> str:
    """How it goes, and the ages there is a version for."""
    return render_template("talk/tools/same_page.html", tool=library().same_page, ages=SAME_PAGE_AGES)


@room.get("/same-page/<age>")
def same_page_of(age: str) -> str:
    """The questions for one age: taken in turns by script, or on two sheets of paper."""
    if age not in SAME_PAGE_AGES:
        abort(404)
    tool = library().same_page
    questions = [question for question in tool.questions if age in question.ages]
    return render_template(
        "talk/tools/same_page_of.html", tool=tool, age=age, questions=questions, agreed_lines=AGREED_LINES
    )


@room.get("/agreement")
def agreement() -> str:
    """The sentences to choose from, and the page that is printed."""
    return render_template(
        "talk/tools/agreement.html", tool=library().agreement, own_lines=OWN_LINES, names=NAMES, saved_as=SAVED_AS
    )


@room.get("/cards")
def cards() -> str:
    """Eight cards to a sheet."""
    return render_template("talk/tools/cards.html", tool=library().cards)


@room.get("/my-say")
def my_say() -> str:
    """The drawn kinds of photos, to sort on the screen or on paper."""
    return render_template("talk/tools/my_say.html", tool=library().my_say)


@room.get("/tell")
def tell() -> str:
    """Whom, how much, what one needs: two lines to say or send."""
    return render_template("talk/tools/tell.html", tool=library().tell)
