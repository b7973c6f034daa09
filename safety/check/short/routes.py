"""The pages of /check/short."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from safety.check import forms

room = Blueprint("short", __name__, url_prefix="/check/short")


@room.get("/<id_>")
def show(id_: str) -> Response:
    """The page."""
    return forms.page(render_template("check/short/start.html"))
