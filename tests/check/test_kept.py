"""A kept check on both databases: found by its words alone, and of two devices none loses what the other ticked."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import Engine, insert

from safety.check.choose import Mark
from safety.check.progress import MAX_KEPT_CHECKS, Check, Progress, Unpackable, pack, unpack
from safety.check.saved import kept, sealing
from safety.check.saved.kept import Ticket
from safety.check.saved.store import PLANS, Plans
from tests.check.test_store import TODAY, after, engine, plans, rows

__all__ = ["engine"]
THREADS, TICKS = 8, 5
MANY = 10_000
START = Progress((Check(id=1).mark("start", Mark.DONE, 1),))


def run(device: Callable[[int], None]) -> None:
    """Runs ``device(number)`` in threads at once; an error in one fails the test."""
    failed: list[BaseException] = []

    def one(number: int) -> None:
        try:
            device(number)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_several_devices_lose_no_tick(engine: Engine) -> None:
    """Eight devices tick five steps each, at once, in the same kept check: forty ticks are there."""
    with plans(engine) as found:
        ticket = kept.keep(found, START, b"m" * 32, os.urandom)

    def tick(progress: Progress, item: str) -> Progress:
        return progress.with_check(progress.check.mark(item, Mark.DONE, 9))

    def device(number: int) -> None:
        for step in range(TICKS):
            with plans(engine) as found:
                kept.change(found, ticket, partial(tick, item=f"{number}-{step}"), os.urandom)

    run(device)
    with plans(engine) as found:
        progress = kept.find(found, ticket)
    assert progress is not None
    assert len(progress.check.said) == 1 + THREADS * TICKS


def test_ten_thousand_checks_and_eight_opened_at_once(engine: Engine) -> None:
    """Among many each finds its own, and nobody waits for another's."""
    masters = [os.urandom(32) for _ in range(THREADS)]
    with engine.begin() as connection:
        full = Plans(connection, TODAY)
        filling = [{"id": os.urandom(32), "sealed": bytes(540), "last_used": TODAY} for _ in range(MANY - THREADS)]
        connection.execute(insert(PLANS), filling)
        for number, master in enumerate(masters):
            kept.keep(full, START.with_check(Check(id=number + 1).mark("mine", Mark.LATER, number)), master, os.urandom)
    assert rows(engine) == MANY
    opened: dict[int, Progress | None] = {}

    def device(number: int) -> None:
        with plans(engine, after(1)) as found:
            opened[number] = kept.find(found, Ticket(masters[number]), to_change=True)

    run(device)
    assert {number: found and found.check.id for number, found in opened.items()} == {
        number: number + 1 for number in range(THREADS)
    }
    with plans(engine, after(1)) as found:
        assert kept.find(found, Ticket(os.urandom(32))) is None


def test_a_ticket_is_no_progress_and_a_progress_no_ticket() -> None:
    """What a cookie holds is taken for one of the two, never for the other."""
    ticket = Ticket(bytes(range(32)), 7)
    assert kept.ticket(ticket.pack()) == ticket
    with pytest.raises(Unpackable):
        unpack(ticket.pack())
    assert kept.ticket(pack(Progress())) is None
    assert kept.ticket(ticket.pack()[:-1]) is None
    assert "master" not in repr(ticket)


def test_what_a_newer_site_kept_is_left_alone(engine: Engine) -> None:
    """This one cannot read it, shows nothing, and writes nothing over it."""
    ticket = Ticket(b"m" * 32)
    keys = ticket.keys
    newer = sealing.seal(keys.key, b"\x09 a newer form", keys.id, bytes(12))
    with plans(engine) as found:
        found.add(keys.id, newer)
        assert kept.find(found, ticket) is None
        assert kept.change(found, ticket, Progress.add, os.urandom) is None
        assert found.find(keys.id) == newer


def test_another_check_in_front_changes_nothing_that_is_kept(engine: Engine) -> None:
    """Two devices can look at two checks; only a real change is written."""
    two = Progress((*START.checks, Check(id=2).mark("b", Mark.DONE, 1)))
    with plans(engine) as found:
        ticket = kept.keep(found, two, b"m" * 32, os.urandom)
        before = found.find(ticket.keys.id)
        switched = kept.change(found, ticket, lambda progress: progress.switch(1), os.urandom)
        assert switched is not None
        assert switched[1].check.id == 2
        assert found.find(ticket.keys.id) == before
        again, other = kept.find(found, switched[0]), kept.find(found, ticket)
    assert again is not None
    assert other is not None
    assert (again.current, other.current) == (1, 0)


def test_a_kept_check_may_hold_more_than_a_cookie(engine: Engine) -> None:
    """Twelve checks with all their minutes."""
    many = Progress(tuple(Check(id=number + 1).mark("a", Mark.DONE, 500_000) for number in range(MAX_KEPT_CHECKS)))
    with plans(engine) as found:
        ticket = kept.keep(found, many, b"m" * 32, os.urandom)
        assert kept.find(found, ticket) == many


def test_other_words_open_and_the_old_ones_do_not(engine: Engine) -> None:
    """Of a check that got new words one row is there, and it has another name."""
    with plans(engine) as found:
        old = kept.keep(found, START, b"m" * 32, os.urandom)
        renamed = kept.rename(found, old, b"n" * 32, os.urandom)
        assert renamed is not None
        assert kept.find(found, renamed[0]) == START
        assert kept.find(found, old) is None
        assert kept.rename(found, old, b"o" * 32, os.urandom) is None
    assert rows(engine) == 1
