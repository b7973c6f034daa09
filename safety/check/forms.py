"""What a request of the check carries: the visitor's progress in their own cookie, and closed choices.

A route changes the progress by ``change`` alone, with a function that can run twice: where a check is kept
(``safety.check.saved``), it runs on the newest state of all devices.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from flask import Response, abort, g, make_response, redirect, request, url_for

from safety.check.choose import Mark
from safety.check.progress import MAX_CHECKS, Progress, Unpackable, minute_of, pack, unpack
from safety.library.schema import Item
from safety.web import sealed
from safety.web.language import library

OPEN = "open"
ID_BITS = 32
Word = TypeVar("Word", bound=StrEnum)


def progress() -> Progress | None:
    """What this visitor holds, or None. The answer becomes private."""
    if "progress" not in g:
        g.progress = _read()
    found: Progress | None = g.progress
    return found


def change(act: Callable[[Progress], Progress]) -> Progress:
    """Changes what the visitor holds; who holds nothing begins with an empty check."""
    changed = act(progress() or Progress())
    g.progress = changed.named(secrets.randbits(ID_BITS) | 1 for _ in range(MAX_CHECKS))
    return changed


def keep(response: Response) -> Response:
    """Seals the progress anew, so that the twelve hours count from the last use."""
    held = progress()
    return response if held is None else sealed.write(response, pack(held))


def page(text: str) -> Response:
    """A page of this visitor's own."""
    return keep(make_response(text))


def to(endpoint: str, anchor: str | None = None, **values: Any) -> Response:
    """On to another page of the check."""
    return keep(make_response(redirect(url_for(endpoint, _anchor=anchor, **values), 303)))


def minute() -> int:
    """Now, as marks bear it."""
    return minute_of(time.time())


def chosen_mark() -> tuple[Item, Mark | None]:
    """An item of the library, and how it is marked now; None is open again."""
    id_, _, word = request.form.get("mark", "").partition(" ")
    item = next((item for item in library().items if item.id == id_), None)
    if item is None:
        abort(400)
    return item, None if word == OPEN else one_of(Mark, word)


def one_of(kind: type[Word], text: str | None) -> Word:
    """``text`` as a closed word; anything else is refused."""
    try:
        return kind(text or "")
    except ValueError:
        abort(400)


def _read() -> Progress | None:
    packed = sealed.read()
    try:
        return None if packed is None else unpack(packed)
    except Unpackable:
        return None
