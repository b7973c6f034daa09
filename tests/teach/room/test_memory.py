"""What a process remembers of rooms: it speeds up, it is bounded, and it forgets what is gone."""

from __future__ import annotations

from safety.teach.room.known import GLANCE_SECONDS, GONE_SECONDS, Glance, Known, Newest
from safety.teach.room.pace import LEAST_MS, MOST_MS, WANTED_PER_SECOND, Pace
from tests.teach.room.samples import CODE, KEYS, OTHER_KEYS


def test_few_are_told_the_shortest_wait_and_many_a_longer_one() -> None:
    """The wait grows until the phones ask about as often as the server wants, and shrinks when they are gone."""
    pace, now, wait = Pace(), 0.0, LEAST_MS
    for _ in range(60):
        for _ in range(600 * 1000 // wait):
            wait = pace.wait_ms(now)
        now += 1
    assert 0.6 * WANTED_PER_SECOND < 600 * 1000 / wait < 1.5 * WANTED_PER_SECOND
    for _ in range(60):
        now += 1
        wait = pace.wait_ms(now)
    assert wait == LEAST_MS


def test_the_wait_has_an_end() -> None:
    """However many ask, nobody waits longer than ten seconds."""
    pace = Pace()
    for second in range(20):
        for _ in range(5000):
            wait = pace.wait_ms(float(second))
    assert wait == MOST_MS


def test_no_more_is_kept_than_fits() -> None:
    """What was not used for longest goes first."""
    newest = Newest[int](2)
    newest.keep("a", 1)
    newest.keep("b", 2)
    assert newest.get("a") == 1
    newest.keep("c", 3)
    assert [newest.get(name) for name in "abc"] == [1, None, 3]


def test_a_glance_is_a_second_old_at_most_and_new_after_an_own_move() -> None:
    """Within a second nobody looks twice; after a move of this process the next look is new."""
    known, looks = Known(), iter(range(1, 10))
    known.meet(CODE, KEYS)

    def look() -> Glance:
        return Glance(next(looks), 0)

    def version(now: float) -> int:
        seen = known.glance(CODE, now, look)
        assert seen is not None
        return seen.version

    assert [version(0.0), version(0.5), version(GLANCE_SECONDS)] == [1, 1, 2]
    known.moved(CODE)
    assert version(GLANCE_SECONDS) == 3


def test_a_room_that_is_gone_is_forgotten_with_its_keys() -> None:
    """Its phones are told so for a minute without any work; a code that never was a room is not remembered."""
    known = Known()
    known.meet(CODE, KEYS)
    known.part(CODE, 0.0)
    assert known.keys(CODE) is None
    assert known.glance(CODE, GONE_SECONDS - 1, lambda: Glance(1, 1)) is None
    assert known.glance(CODE, GONE_SECONDS + 1, lambda: Glance(1, 1)) == Glance(1, 1)
    known.part("never", 0.0)
    assert known.glance("never", 1.0, lambda: Glance(1, 1)) == Glance(1, 1)


def test_keys_of_rooms_that_another_process_closed_are_forgotten() -> None:
    """What is left in the database is all whose keys stay in memory."""
    known = Known()
    known.meet(CODE, KEYS)
    known.meet("ABCDEFGJ", OTHER_KEYS)
    known.keep_only({OTHER_KEYS.id})
    assert known.keys(CODE) is None
    assert known.keys("ABCDEFGJ") is OTHER_KEYS
