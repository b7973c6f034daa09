"""What a request of the check carries: the visitor's progress in their own cookie, and closed choices.

Where the check is kept longer (``safety.check.saved``), the cookie holds a ticket instead, and the progress is in the
database, encrypted. Both work the same for a route: it changes the progress by ``change`` alone, with a function that
can run twice, and on a kept check that runs on the newest state of all devices.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from flask import Response, abort, g, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import ServiceUnavailable

from safety.check.choose import Mark
from safety.check.progress import MAX_KEPT_CHECKS, Progress, Unpackable, minute_of, pack, unpack
from safety.check.saved import kept, sealing, store
from safety.check.saved.kept import Ticket
from safety.library.schema import Item
from safety.web import sealed
from safety.web.language import library
from safety.web.limits import WorkLimit
from safety.web.storage.database import RETRY_SECONDS

OPEN = "open"
ID_BITS = 32
SALT_PURPOSE = b"unshared six words 1"
# Each try of six words takes 16 to 32 MiB and one core for a moment.
TRYING_WORDS = WorkLimit(2)
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Held:
    """What the visitor's cookie leads to. With a ticket the progress is kept in the database, else in the cookie."""

    progress: Progress | None = None
    ticket: Ticket | None = None


def progress() -> Progress | None:
    """What this visitor holds, or None. The answer becomes private."""
    return held().progress


def ticket() -> Ticket | None:
    """The ticket of a check that is kept longer, or None."""
    return held().ticket


def held() -> Held:
    """What this visitor's cookie leads to; it is looked up once a request."""
    if "held" not in g:
        hold(_read())
    found: Held = g.held
    return found


def hold(now: Held) -> None:
    """Makes ``now`` what the visitor holds; ``keep`` gives it to the browser."""
    g.held = now


def change(act: Callable[[Progress], Progress]) -> Progress:
    """Changes what the visitor holds; who holds nothing begins with an empty check."""
    before = held()
    changed = None
    if before.ticket:
        with plans() as stored:
            changed = kept.change(stored, before.ticket, lambda newest: named(act(newest)), os.urandom)
    if changed:
        hold(Held(ticket=changed[0], progress=changed[1]))
        return changed[1]
    # Deleted on another device since this request began: it is as if it never was.
    unkept = named(act((None if before.ticket else before.progress) or Progress()))
    hold(Held(unkept))
    return unkept


def named(found: Progress) -> Progress:
    """``found`` with an id on every check."""
    return found.named(secrets.randbits(ID_BITS) | 1 for _ in range(MAX_KEPT_CHECKS))


def keep(response: Response) -> Response:
    """Seals what the visitor holds anew, so that the twelve hours count from the last use."""
    now = held()
    if now.ticket:
        return sealed.write(response, now.ticket.pack())
    return response if now.progress is None else sealed.write(response, pack(now.progress))


@contextmanager
def plans(*, to_change: bool = True) -> Iterator[store.Plans]:
    """The kept checks, for one change or one look; the first use of a day is noted, and tidies up behind it.

    Where the database does not answer, a page of our own says that nothing is lost.
    """
    try:
        with store.plans(today(), to_change=to_change) as found:
            yield found
    except ServiceUnavailable:
        away = make_response(
            render_template("check/saved/away.html", sent=request.method == "POST"), ServiceUnavailable.code
        )
        away.headers["Retry-After"] = str(RETRY_SECONDS)
        abort(away)
    if found.to_note:
        tidy(found.to_note)


def tidy(used: bytes | None = None) -> None:
    """Deletes what nobody used for 180 days, and notes what was ``used``. What hinders it can wait; no visitor does."""
    with suppress(ServiceUnavailable):
        if used:
            with store.plans(today()) as found:
                found.note(used)
        with store.plans(today()) as found:
            found.tidy()


def master(words: Iterable[str]) -> bytes:
    """What six words give on this site, and on no other."""
    salt = sealed.derived(SALT_PURPOSE)
    with TRYING_WORDS.place():
        return sealing.master(words, salt)


def page(text: str, status: int = 200) -> Response:
    """A page of this visitor's own."""
    return keep(make_response(text, status))


def to(endpoint: str, anchor: str | None = None, **values: Any) -> Response:
    """On to another page of the check."""
    return keep(make_response(redirect(url_for(endpoint, _anchor=anchor, **values), 303)))


def minute() -> int:
    """Now, as marks bear it."""
    return minute_of(time.time())


def today() -> date:
    """The day on which kept checks are used."""
    return datetime.now(UTC).date()


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


def _read() -> Held:
    packed = sealed.read()
    if packed is None:
        return Held()
    if found := kept.ticket(packed):
        return _look_up(found)
    try:
        return Held(unpack(packed))
    except Unpackable:
        return Held()


def _look_up(found: Ticket) -> Held:
    with plans(to_change=False) as stored:
        progress = kept.find(stored, found)
    return Held() if progress is None else Held(progress, found)
