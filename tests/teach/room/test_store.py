"""The tables of rooms, on both databases: what is taken, what is closed, what is gone, and what a thief would find."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select

from safety.library.teach_schema import Step
from safety.teach.room import store
from safety.teach.room.reveal import reveal
from safety.teach.room.state import HOURS, Part, State
from safety.teach.room.steps import PASSED
from safety.web.storage import database
from tests.teach.room.samples import ASKING, CODE, KEYS, LEAD, OTHER_KEYS, PLACE, STATE

HOUR = 500_000
PUPILS = [bytes([number]) * 16 for number in range(40)]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database with one room that asks something."""
    made = database.open_engine(database_url)
    with made.begin() as connection:
        store.add(connection, KEYS, ASKING, HOUR)
    yield made
    made.dispose()


def says(choice: int | None) -> Callable[[State], int | None]:
    """Answers with ``choice`` where answers are taken."""
    return lambda state: choice if state.takes_answers else None


def revealed(state: State, tally: Callable[[], Counter[int]]) -> State:
    """Closes the question in front, of three choices."""
    counted = tally()
    return state.revealed(reveal([counted[place] for place in range(3)], counted[PASSED], state.least))


def rows(connection: Connection) -> int:
    """How many answers are stored."""
    return len(connection.execute(select(store.ANSWERS.c.slot)).all())


def test_the_seventh_and_the_eighth_answer(engine: Engine) -> None:
    """With seven nothing is known, with eight the most; both close the question and delete every answer."""
    for few, ending in ((7, "too-few"), (8, "most")):
        with engine.begin() as connection:
            for pupil in PUPILS[:few]:
                assert store.answer(connection, KEYS, HOUR, pupil, says(0))
            assert store.answers(connection, KEYS, ASKING.key) == few
            state = store.change(connection, KEYS, HOUR, revealed)
            assert state is not None
            assert state.result is not None
            assert state.result.ending == ending
            assert rows(connection) == 0
            assert not store.answer(connection, KEYS, HOUR, PUPILS[9], says(0))
            assert rows(connection) == 0
            store.remove(connection, KEYS)
            store.add(connection, KEYS, ASKING, HOUR)


def test_the_same_phone_counts_once_with_its_last_answer(engine: Engine) -> None:
    """An answer can be changed until the question closes; nobody is counted twice."""
    with engine.begin() as connection:
        for choice in (0, 1, PASSED, 2):
            for pupil in PUPILS[:8]:
                store.answer(connection, KEYS, HOUR, pupil, says(choice))
        assert store.answers(connection, KEYS, ASKING.key) == 8
        assert store.answered(connection, KEYS, PUPILS[0], ASKING.key)
        assert not store.answered(connection, KEYS, PUPILS[0], "another question")
        assert not store.answered(connection, KEYS, PUPILS[30], ASKING.key)
        state = store.change(connection, KEYS, HOUR, revealed)
        assert state is not None
        assert state.result is not None
        assert state.result.most == 2


def test_what_coins_sent_is_final(engine: Engine) -> None:
    """Before and after, a phone's first answer stays, also when its page is loaded again and pressed again."""
    with engine.begin() as connection:
        store.remove(connection, KEYS)
        store.add(connection, KEYS, replace(STATE, parts=(Part(Step.BEFORE, "belief", "welcome"),)), HOUR)
        for choice in (1, 0, PASSED):
            for pupil in PUPILS[:8]:
                assert store.answer(connection, KEYS, HOUR, pupil, says(choice))
        assert store.answers(connection, KEYS, "0") == 8
        state = store.change(connection, KEYS, HOUR, revealed)
        assert state is not None
        assert state.result is not None
        assert state.result.most == 1


def test_what_is_not_allowed_is_not_stored(engine: Engine) -> None:
    """No answer, no row; another room's key finds no room."""
    with engine.begin() as connection:
        assert not store.answer(connection, KEYS, HOUR, PUPILS[0], says(None))
        assert not store.answer(connection, OTHER_KEYS, HOUR, PUPILS[0], says(0))
        assert store.change(connection, OTHER_KEYS, HOUR, revealed) is None
        assert rows(connection) == 0


def test_twelve_hours(engine: Engine) -> None:
    """The room is gone for everybody when its hours are over, and the next sweep deletes it with its answers."""
    with engine.begin() as connection:
        store.answer(connection, KEYS, HOUR, PUPILS[0], says(0))
        assert store.find(connection, KEYS, HOUR + HOURS - 1) is not None
        assert store.sweep(connection, HOUR + HOURS - 1) == 0
        assert store.find(connection, KEYS, HOUR + HOURS) is None
        assert not store.answer(connection, KEYS, HOUR + HOURS, PUPILS[1], says(0))
        assert store.sweep(connection, HOUR + HOURS) == 1
        assert rows(connection) == 0
        assert store.find(connection, KEYS, HOUR) is None


def test_a_clock_set_back_breaks_nothing_and_keeps_nothing_longer(engine: Engine) -> None:
    """The room goes on, and lasts twelve hours from then at most."""
    back = HOUR - 1000
    with engine.begin() as connection:
        assert store.find(connection, KEYS, back) is not None
        assert store.sweep(connection, back) == 0
        assert store.find(connection, KEYS, back + 1) is not None
        assert store.sweep(connection, back + HOURS) == 1


def test_all_answer_while_the_host_reveals(engine: Engine) -> None:
    """Every answer that was taken is in the result, every other was refused: none is lost, none comes after."""
    taken: list[bytes] = []
    results: list[State | None] = []

    def send(pupil: bytes) -> None:
        with engine.begin() as connection:
            is_taken = store.answer(connection, KEYS, HOUR, pupil, says(1))
        if is_taken:
            taken.append(pupil)

    def close() -> None:
        with engine.begin() as connection:
            results.append(store.change(connection, KEYS, HOUR, revealed))

    threads = [threading.Thread(target=send, args=(pupil,)) for pupil in PUPILS]
    threads.insert(20, threading.Thread(target=close))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (state,) = results
    assert state is not None
    assert state.result is not None
    assert state.result.answers == len(taken)
    with engine.begin() as connection:
        assert rows(connection) == 0


def test_all_answer_while_the_host_closes(engine: Engine) -> None:
    """What is being taken while the room closes is deleted with it: no answer comes after and stays."""

    def send(pupil: bytes) -> None:
        with engine.begin() as connection:
            store.answer(connection, KEYS, HOUR, pupil, says(1))

    def close() -> None:
        with engine.begin() as connection:
            store.remove(connection, KEYS)

    threads = [threading.Thread(target=send, args=(pupil,)) for pupil in PUPILS]
    threads.insert(10, threading.Thread(target=close))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.begin() as connection:
        assert rows(connection) == 0


def test_two_processes_see_the_same(engine: Engine, database_url: str) -> None:
    """What one process takes or moves, another sees at once; a process that starts anew has lost nothing."""
    other = database.open_engine(database_url)
    with engine.begin() as connection:
        store.answer(connection, KEYS, HOUR, PUPILS[0], says(0))
    with other.begin() as connection:
        assert store.answers(connection, KEYS, ASKING.key) == 1
        store.change(connection, KEYS, HOUR, lambda state, tally: state.forward())
    with engine.begin() as connection:
        moved = store.find(connection, KEYS, HOUR)
    assert moved is not None
    assert moved.at == ASKING.at + 1
    other.dispose()


def test_a_stolen_database_tells_nothing(engine: Engine) -> None:
    """No word of the room, no key, no code, no pupil, and no time finer than an hour is in any column."""
    with engine.begin() as connection:
        for pupil in PUPILS[:3]:
            store.answer(connection, KEYS, HOUR, pupil, says(1))
        found = [tuple(row) for table in (store.ROOMS, store.ANSWERS) for row in connection.execute(select(table))]
    kept = b"\n".join(bytes(value) for row in found for value in row if isinstance(value, bytes | memoryview))
    secret = [CODE, LEAD, PLACE, "Canary Line", "quiz-1", "13-15"]
    assert not any(word.encode() in kept for word in secret)
    assert not any(value in kept for value in (KEYS.master, STATE.host, *PUPILS[:3]))
    assert [value for row in found for value in row if isinstance(value, int)] == [HOUR + HOURS]


@pytest.mark.attack("V2.3.2", "opens rooms or sends answers until there is no room left for others")
def test_a_question_and_a_site_are_full_at_a_number(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A phone that forges others fills no disk; who has answered may still change their answer."""
    monkeypatch.setattr(store, "MAX_ANSWERS", 2)
    monkeypatch.setattr(store, "MAX_ROOMS", 1)
    with engine.begin() as connection:
        for pupil in PUPILS[:2]:
            store.answer(connection, KEYS, HOUR, pupil, says(0))
        with pytest.raises(store.Full):
            store.answer(connection, KEYS, HOUR, PUPILS[2], says(0))
        assert store.answer(connection, KEYS, HOUR, PUPILS[1], says(1))
        with pytest.raises(store.Full):
            store.add(connection, OTHER_KEYS, replace(STATE, code="ABCDEFGJ"), HOUR)


def test_after_closing_the_files_hold_nothing(tmp_path: Path) -> None:
    """On SQLite neither the file nor its log has a byte of what was stored: not even what was sealed."""
    url = f"sqlite:///{tmp_path / 'room.db'}"
    database.upgrade(url)
    engine = database.open_engine(url)
    with engine.begin() as connection:
        store.add(connection, KEYS, ASKING, HOUR)
        for pupil in PUPILS:
            store.answer(connection, KEYS, HOUR, pupil, says(1))
    with engine.begin() as connection:
        found = [tuple(row) for table in (store.ROOMS, store.ANSWERS) for row in connection.execute(select(table))]
        # A long value can be stored in pieces.
        stored = {value[:40] for row in found for value in row if isinstance(value, bytes)}
    assert any(value in _files(tmp_path) for value in stored), "the test can find what is there"
    with engine.begin() as connection:
        store.remove(connection, KEYS)
    database.empty_log(engine)
    left = _files(tmp_path)
    assert [value for value in stored if value in left] == []
    assert (tmp_path / "room.db-wal").stat().st_size == 0
    engine.dispose()


def _files(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.iterdir()))
