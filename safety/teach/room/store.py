"""The tables of rooms. Everything in them is sealed under a key that is made from the room's code, and not stored.

It decides nothing: what may be answered or revealed is said by the functions it is given, within one transaction, so
that several processes see the same. SQLite gives a transaction the whole database; PostgreSQL locks the room.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Container
from contextlib import suppress
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Executable,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from safety.teach.room.keys import Keys, Unreadable
from safety.teach.room.state import HOURS, NoState, State, pack, unpack
from safety.web.storage import database

MAX_ROOMS: Final = 2000
MAX_ANSWERS: Final = 2000
HOUR_SECONDS: Final = 3600
SWEEP_SECONDS: Final = 600
_METADATA = MetaData()
ROOMS = Table(
    "rooms",
    _METADATA,
    Column("id", LargeBinary(16), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("ends", Integer, nullable=False),
)
ANSWERS = Table(
    "room_answers",
    _METADATA,
    Column("room", LargeBinary(16), primary_key=True),
    Column("question", LargeBinary(16), primary_key=True),
    Column("slot", LargeBinary(16), primary_key=True),
    Column("choice", LargeBinary, nullable=False),
)
Tally = Counter[int]
# Written once: putting them together takes longer than the database does. A room is answered a hundred times a second.
_ROOM, _QUESTION, _SLOT = (bindparam(name, type_=LargeBinary) for name in ("room", "question", "slot"))
_ROOM_FOUND = select(ROOMS.c.sealed, ROOMS.c.ends).where(ROOMS.c.id == _ROOM)
# Pupils answer side by side; only a change of the room waits for them, and they for it.
_FOUND: Final = {
    "": _ROOM_FOUND,
    "to answer": _ROOM_FOUND.with_for_update(read=True),
    "to change": _ROOM_FOUND.with_for_update(),
}
_OF_QUESTION = and_(ANSWERS.c.room == _ROOM, ANSWERS.c.question == _QUESTION)
_COUNTED: Final = select(func.count()).where(_OF_QUESTION)
_PLACED: Final = select(ANSWERS.c.slot).where(_OF_QUESTION, ANSWERS.c.slot == _SLOT)


def _added(into: postgresql.Insert | sqlite.Insert, *, keeps_first: bool) -> Executable:
    """Adds an answer where there is place for one more, or where it is the phone's own that it takes the place of."""
    choice = bindparam("choice", type_=LargeBinary)
    has_place = or_(_COUNTED.scalar_subquery() < bindparam("most", type_=Integer), _PLACED.exists())
    columns = ["room", "question", "slot", "choice"]
    added = into.from_select(columns, select(_ROOM, _QUESTION, _SLOT, choice).where(has_place))
    place = [ANSWERS.c.room, ANSWERS.c.question, ANSWERS.c.slot]
    if keeps_first:
        added = added.on_conflict_do_nothing(index_elements=place)
    else:
        added = added.on_conflict_do_update(index_elements=place, set_={"choice": added.excluded.choice})
    return added.execution_options(preserve_rowcount=True)


_ADDED: Final = {
    ("postgresql", True): _added(postgresql.insert(ANSWERS), keeps_first=True),
    ("postgresql", False): _added(postgresql.insert(ANSWERS), keeps_first=False),
    ("sqlite", True): _added(sqlite.insert(ANSWERS), keeps_first=True),
    ("sqlite", False): _added(sqlite.insert(ANSWERS), keeps_first=False),
}


class Full(Exception):
    """There is no place for one more."""


def hour_of(seconds: float) -> int:
    """The hour since 1970: no finer time is stored."""
    return int(seconds // HOUR_SECONDS)


def add(connection: Connection, keys: Keys, state: State, hour: int) -> None:
    """A new room, open for the hours up to twelve from now.

    Raises:
        Full: there are as many as this site takes.
    """
    if connection.execute(select(func.count()).select_from(ROOMS)).scalar_one() >= MAX_ROOMS:
        raise Full
    sealed = keys.seal_state(pack(state))
    connection.execute(insert(ROOMS).values(id=keys.id, sealed=sealed, ends=hour + HOURS))


def find(connection: Connection, keys: Keys, hour: int) -> State | None:
    """The room, or None when there is none, it was closed, or its time is over."""
    return _found(connection, keys, hour)


def change(
    connection: Connection, keys: Keys, hour: int, act: Callable[[State, Callable[[], Tally]], State]
) -> State | None:
    """Makes of the room what ``act`` makes of it; one change after the other. ``act`` may ask for the answers in front.

    A change that reveals waits for answers that are being taken; later ones find the question closed. What is
    revealed is all that stays of them.
    """
    before = _found(connection, keys, hour, lock="to change")
    if before is None:
        return None
    after = act(before, lambda: _tally(connection, keys, before.key))
    if after == before:
        return before
    if before.key in dict(after.results):
        question = keys.question(before.key)
        connection.execute(delete(ANSWERS).where(ANSWERS.c.room == keys.id, ANSWERS.c.question == question))
    connection.execute(update(ROOMS).where(ROOMS.c.id == keys.id).values(sealed=keys.seal_state(pack(after))))
    return after


def answer(connection: Connection, keys: Keys, hour: int, pupil: bytes, act: Callable[[State], int | None]) -> bool:
    """Takes the answer that ``act`` gives to the question in front; None is none.

    It takes the place of the phone's earlier one. Where coins were flipped the earlier one stays: two flips hide less.

    Raises:
        Full: the question has as many answers as a room takes.
    """
    state = _found(connection, keys, hour, lock="to answer")
    choice = None if state is None else act(state)
    if state is None or choice is None:
        return False
    question = keys.question(state.key)
    slot = keys.slot(pupil, question)
    sealed = keys.seal_choice(choice, question, slot)
    row = {"room": keys.id, "question": question, "slot": slot, "choice": sealed, "most": MAX_ANSWERS}
    added = connection.execute(_ADDED[connection.dialect.name, state.keeps_first], row).rowcount
    if not added and not (state.keeps_first and answered(connection, keys, pupil, state.key)):
        raise Full
    return True


def answers(connection: Connection, keys: Keys, key: str) -> int:
    """How many have answered the question ``key``, passes counted."""
    found: int = connection.execute(_COUNTED, {"room": keys.id, "question": keys.question(key)}).scalar_one()
    return found


def answered(connection: Connection, keys: Keys, pupil: bytes, key: str) -> bool:
    """Whether this phone has answered the question ``key``; not what."""
    question = keys.question(key)
    slot = keys.slot(pupil, question)
    place = {"room": keys.id, "question": question, "slot": slot}
    return connection.execute(_PLACED, place).first() is not None


def remove(connection: Connection, keys: Keys) -> None:
    """Deletes the room and all its answers."""
    # The room first: that waits for answers that are being taken, which else would come after and stay.
    connection.execute(delete(ROOMS).where(ROOMS.c.id == keys.id))
    connection.execute(delete(ANSWERS).where(ANSWERS.c.room == keys.id))


def sweep(connection: Connection, hour: int) -> int:
    """Deletes rooms whose time is over, and answers without a room; gives the number of rooms.

    A clock that was set back makes no room last longer than twelve hours from then on.
    """
    connection.execute(update(ROOMS).where(ROOMS.c.ends > hour + HOURS).values(ends=hour + HOURS))
    gone = connection.execute(delete(ROOMS).where(ROOMS.c.ends <= hour)).rowcount
    connection.execute(delete(ANSWERS).where(ANSWERS.c.room.not_in(select(ROOMS.c.id))))
    return gone


def keep_sweeping(engine: Engine, left: Callable[[Container[bytes]], None]) -> None:
    """Deletes what is over, now and every ten minutes, until the process ends; ``left`` hears the rest."""

    def run() -> None:
        while True:
            sweep_site(engine, time.time(), left)
            time.sleep(SWEEP_SECONDS)

    threading.Thread(target=run, daemon=True, name="rooms").start()


def sweep_site(engine: Engine, now: float, left: Callable[[Container[bytes]], None]) -> None:
    """The same from outside of a request; a database that does not answer is left for later."""
    with suppress(*database.AWAY):
        with engine.begin() as connection:
            sweep(connection, hour_of(now))
            ids = frozenset(bytes(id_) for id_ in connection.scalars(select(ROOMS.c.id)))
        left(ids)
        # Each time: when a room was closed somebody may just have been reading.
        database.empty_log(engine)


def _found(connection: Connection, keys: Keys, hour: int, lock: str = "") -> State | None:
    row = connection.execute(_FOUND[lock], {"room": keys.id}).first()
    if row is None or not hour < row.ends:
        return None
    try:
        return keys.read_state(bytes(row.sealed), unpack)
    except (Unreadable, NoState):
        return None


def _tally(connection: Connection, keys: Keys, key: str) -> Tally:
    question = keys.question(key)
    query = select(ANSWERS.c.slot, ANSWERS.c.choice).where(ANSWERS.c.room == keys.id, ANSWERS.c.question == question)
    rows = connection.execute(query)
    return Counter(keys.open_choice(bytes(row.choice), question, bytes(row.slot)) for row in rows)
