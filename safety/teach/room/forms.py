"""What a request knows of a room: by its code, or by the cookie of its host or of a pupil. Closed choices only.

A wrong code costs the work of the right one and is told nothing, whoever asks: a class shares one address.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard

from flask import Response, current_app, make_response, redirect, url_for
from flask.sansio.blueprints import BlueprintSetupState

from safety.teach.counting.randomised import estimate
from safety.teach.room import code as codes
from safety.teach.room import opening, store
from safety.teach.room.desk import ways
from safety.teach.room.keys import KEY_BYTES, PUPIL_BYTES, Keys, master_of
from safety.teach.room.known import Glance, Known
from safety.teach.room.pace import Pace
from safety.teach.room.reveal import Ending, Result
from safety.teach.room.state import State
from safety.teach.room.steps import check_items, shown
from safety.web import caching, lan, sealed
from safety.web.language import library
from safety.web.limits import WorkLimit
from safety.web.storage import database

SALT: Final = b"unshared room salt 1"
WORK: Final = WorkLimit(2)
# So long the six words can be shown: a page that was lost on the way can be loaded again.
WORDS_SECONDS: Final = 60


@dataclass(frozen=True)
class Memory:
    """What this process remembers of rooms; all of it can be lost."""

    known: Known = field(default_factory=Known)
    pace: Pace = field(default_factory=Pace)
    # Held from the start of the thread that deletes what is over, so that there is one.
    sweeping: threading.Lock = field(default_factory=threading.Lock)

    def start_sweeping(self, start: Callable[[], None]) -> None:
        """Deletes what is over from now on; also before any request, for what was left when the server stopped."""
        if self.sweeping.acquire(blocking=False):
            start()


@dataclass(frozen=True)
class Room:
    """A room that is there, with its keys."""

    keys: Keys
    state: State


@dataclass(frozen=True)
class Pupil:
    """A phone that has joined: the room, and the random value that its answers are stored under."""

    room: Room
    value: bytes


def remember(setup: BlueprintSetupState) -> None:
    """Gives the site its memory of rooms, and deletes what is over from the moment the site is served."""
    extensions = setup.app.extensions
    if "rooms" not in extensions:
        extensions["rooms"] = rooms = Memory()
        extensions.setdefault("at-start", []).append(
            lambda: rooms.start_sweeping(lambda: store.keep_sweeping(extensions["database"], rooms.known.keep_only))
        )


def memory() -> Memory:
    """What this process remembers."""
    found: Memory = current_app.extensions["rooms"]
    return found


def hour() -> int:
    """Now, as finely as rooms know the time."""
    return store.hour_of(time.time())


def by_code(typed: str) -> Room | None:
    """The room that a code opens."""
    code = codes.read(typed)
    if code is None:
        return None
    keys = keys_of(code)
    return met(keys, code, find(keys))


def keys_of(code: str) -> Keys:
    """The keys that come from ``code``, whether there is such a room or not.

    Raises:
        ServiceUnavailable: too many are made at once.
    """
    known = memory().known
    if found := known.keys(code):
        return found
    with WORK.place():
        # Others of the class may have waited for the same.
        return known.keys(code) or Keys.of(master_of(code, sealed.derived(SALT)))


def find(keys: Keys) -> State | None:
    """The room of ``keys`` as it is now."""
    with database.reading() as connection:
        return store.find(connection, keys, hour())


def met(keys: Keys, code: str, state: State | None) -> Room | None:
    """The room, remembered; one that is gone is forgotten."""
    if state is None:
        memory().known.part(code, time.monotonic())
        return None
    memory().known.meet(code, keys)
    return Room(keys, state)


def glance(typed: str) -> Glance | None:
    """Where the room with a code stands, not older than a second."""
    code = codes.read(typed)
    if code is None:
        return None
    return memory().known.glance(code, time.monotonic(), lambda: _look(code))


def as_host() -> Room | None:
    """The room whose host sent this request."""
    held = sealed.read(sealed.HOST)
    if held is None or len(held) <= KEY_BYTES:
        return None
    keys, secret = memory().known.keys_of(held[:KEY_BYTES]), held[KEY_BYTES:]
    state = find(keys)
    if state is None or not state.is_host(secret):
        return None
    return met(keys, state.code, state)


def words_of_host() -> tuple[Room, tuple[str, ...]] | None:
    """The host's room and its six words, within a minute after they got their cookie."""
    held, room = sealed.read(sealed.HOST, WORDS_SECONDS), as_host()
    return (room, opening.words_of(held[KEY_BYTES:])) if held and room else None


def as_pupil(typed: str) -> Pupil | None:
    """The phone that sent this request, if it has joined the room with this code."""
    pupil = in_any_room()
    return pupil if pupil and pupil.room.state.code == codes.read(typed) else None


def in_any_room() -> Pupil | None:
    """The phone that sent this request, if it has joined a room that is open."""
    held = pupils_cookie()
    if held is None:
        return None
    keys, value = held
    state = find(keys)
    if state is None:
        return None
    room = met(keys, state.code, state)
    return Pupil(room, value) if room else None


def pupils_cookie() -> tuple[Keys, bytes] | None:
    """The keys of a room and the random value that this phone was given; the room may be closed by now."""
    held = sealed.read(sealed.PUPIL)
    if held is None or len(held) != KEY_BYTES + PUPIL_BYTES:
        return None
    return memory().known.keys_of(held[:KEY_BYTES]), held[KEY_BYTES:]


def write_host(response: Response, keys: Keys, secret: bytes) -> Response:
    """Gives the host their cookie."""
    return sealed.write(response, keys.master + secret, sealed.HOST)


def write_pupil(response: Response, keys: Keys) -> Response:
    """Gives a phone its cookie: the room, and a random value of its own."""
    return sealed.write(response, keys.master + secrets.token_bytes(PUPIL_BYTES), sealed.PUPIL)


def address(code: str) -> str:
    """Where phones find the room: on a class network the address of the laptop there."""
    path = url_for("join.room_page", code=codes.shown(code))
    port = current_app.extensions.get("lan-port")
    origins = lan.origins(port) if port else []
    return origins[0] + path if origins else url_for("pages.home", _external=True).rstrip("/") + path


def to(endpoint: str, **values: Any) -> Response:
    """On to another page of a room."""
    return make_response(redirect(url_for(endpoint, **values), 303))


def view(state: State) -> dict[str, object]:
    """What every page of a room shows of it."""
    content = library()
    front = shown(content, state)
    result, now = state.result, int(time.time())
    return {
        "state": state,
        "front": front,
        "result": result,
        "ways": ways(state, front),
        "estimate": estimate(result.bars[0] or 0, sum(filter(None, result.bars))) if _has_coins(result) else None,
        "left_seconds": max(0, state.timer_ends - now) if state.timer_ends else None,
        "items": check_items(content, state.group),
        "tracks": content.tracks,
    }


def _has_coins(result: Result | None) -> TypeGuard[Result]:
    return bool(result and result.ending is Ending.COINS and sum(filter(None, result.bars)))


def begin() -> None:
    """Before every page of a room: nobody keeps it, and this process deletes what is over every ten minutes."""
    caching.private()
    rooms = memory()
    rooms.start_sweeping(lambda: store.keep_sweeping(database.engine(), rooms.known.keep_only))


def _look(code: str) -> Glance | None:
    keys = keys_of(code)
    with database.reading() as connection:
        state = store.find(connection, keys, hour())
        room = met(keys, code, state)
        if room is None:
            return None
        return Glance(room.state.version, store.answers(connection, keys, room.state.key))
