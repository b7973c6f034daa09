"""What the forms of /check/saved send: six words, and a file; and the page on which they stand."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, make_response, render_template, request

from safety.check import forms
from safety.check.progress import MAX_CHECKS
from safety.check.saved.carried import MAX_BYTES, Why
from safety.library import six_words as words
from safety.library.six_words import Typed
from safety.web.typed import again

UNPROCESSABLE = 422


@dataclass(frozen=True)
class Trouble:
    """What stands in the way of opening: ``where`` is the form, and only what is known is set."""

    where: str
    typed: Typed | None = None
    wrong: bool = False
    many: bool = False
    file: Why | None = None


def typed_words() -> Typed:
    """The words as they were sent."""
    return words.read(request.form.get("words", ""))


def sent_file() -> bytes:
    """What is in the file, or as much of it as shows that it is too large; empty without a file."""
    file = request.files.get("file")
    return file.stream.read(MAX_BYTES + 1) if file else b""


def doors(trouble: Trouble | None = None) -> Response:
    """The page with its doors. After a trouble it shows what was typed again: one word of six may be wrong."""
    held = forms.held()
    text = request.form.get("words", "") if trouble and trouble.file is not Why.LARGE else ""
    shown = render_template(
        "check/saved/start.html",
        kept=held.ticket,
        any=bool(held.progress and any(not check.empty for check in held.progress.checks)),
        trouble=trouble,
        text=again(text, words.MAX_CHARACTERS) if len(text) <= words.MAX_CHARACTERS else "",
    )
    return forms.page(shown, UNPROCESSABLE if trouble else 200)


def show(template: str, **more: object) -> Response:
    """Another page of this visitor's own."""
    held = forms.held()
    fits = held.progress is None or len(held.progress.checks) <= MAX_CHECKS
    page = held.ticket.keys.page if held.ticket else ""
    return forms.keep(make_response(render_template(f"check/saved/{template}.html", page=page, fits=fits, **more)))
