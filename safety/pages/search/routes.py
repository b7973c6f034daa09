"""The page of the search."""

from __future__ import annotations

from flask import Blueprint, render_template

room = Blueprint("search", __name__, url_prefix="/search")


@room.get("")
def start() -> str:
    """The field, and what it can find."""
    return render_template("pages/search.html")
