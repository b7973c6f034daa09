"""The pages of /check/saved."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from safety.check import forms

room = Blueprint("saved", __name__, url_prefix="/check/saved")


@room.get("")
def start() -> Response:
    """The page."""
    return forms.page(render_template("check/saved/start.html"))
