"""The search. With JavaScript the words stay in the browser; without it they are posted, used once and forgotten."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, current_app, render_template, request, url_for

from safety.pages.search.find import Found, find
from safety.pages.search.index import Index, of_library
from safety.pages.search.script import as_script
from safety.pages.search.words import MAX_CHARACTERS
from safety.web import headers, tool_pages
from safety.web.language import language, library
from safety.web.typed import again

room = Blueprint("search", __name__, url_prefix="/search")
JAVASCRIPT = "text/javascript; charset=utf-8"


@room.get("")
def start() -> str:
    """The field, and the doors that most people look for."""
    return _page("", None)


@room.post("")
def ask() -> str:
    """The results. What was typed is in no log, header or address; the page has it in the field alone."""
    # To the search what nobody sees is a space in any case.
    typed = again(request.form.get("words", ""), MAX_CHARACTERS)
    return _page(typed, find(_index(), typed))


@room.get("/index.js")
def index() -> Response:
    """The index of this language; it hands itself to the script of the page."""
    module: str = current_app.extensions["release"].address(tool_pages.SEARCH_SCRIPT)
    return Response(as_script(_index(), module), content_type=JAVASCRIPT)


def _page(typed: str, found: Found | None) -> str:
    files = current_app.extensions["tool-files"][tool_pages.SEARCH.path]
    headers.allow_only(replace(files, scripts=(*files.scripts, url_for(".index")), posts=url_for(".start")))
    return render_template("pages/search.html", typed=typed, found=found, most=MAX_CHARACTERS)


def _index() -> Index:
    """The index in the language of this request. It stays the same as long as the site runs."""
    made: dict[str, Index] = current_app.extensions.setdefault("search", {})
    if language() not in made:
        made[language()] = of_library(library())
    return made[language()]
