"""The notices that ask for removal."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from safety.web import headers

room = Blueprint("notices", __name__, url_prefix="/help")
KINDS = ("take-it-down", "dmca", "gdpr", "dsa", "platform", "search", "host", "school", "person", "question")


@room.before_request
def no_script_talks_home() -> None:
    """No script of these pages may send anything."""
    headers.narrow("connect-src")


@room.get("/notices")
def all() -> str:
    """Every kind of notice."""
    return render_template("help/notices/all.html")


@room.get("/notices/<kind>")
def form(kind: str) -> str:
    """The notice ``kind``, written in the browser."""
    if kind not in KINDS:
        abort(404)
    return render_template("help/notices/form.html", kind=kind)


@room.route("/notices/<kind>/send", methods=["GET", "POST"])
def send(kind: str) -> str:
    """The same for who has no JavaScript: what is typed goes to this server."""
    if kind not in KINDS:
        abort(404)
    return render_template("help/notices/send.html", kind=kind)
