"""The pages of /check/copies."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from safety.check import forms

room = Blueprint("copies", __name__, url_prefix="/check/copies")


@room.get("")
def start() -> Response:
    """The page."""
    return forms.page(render_template("check/copies/start.html"))
