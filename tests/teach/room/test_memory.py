"""What a process remembers of rooms: it speeds up, it is bounded, and it forgets what is gone."""

from __future__ import annotations

import heapq
import random
from collections import Counter

import pytest

from safety.teach.room.known import GLANCE_SECONDS, GONE_SECONDS, Glance, Known, Newest
from safety.teach.room.pace import LEAST_SECONDS, MOST_SECONDS, WANTED_PER_SECOND, Pace
from tests.teach.room.samples import CODE, KEYS, OTHER_KEYS

# The same in every run.
CHANCE = random.Random(1).random  # noqa: S311  # a test, no secret


@pytest.mark.parametrize("phones", [30, 200, 600, 1000])
def test_phones_spread_from_the_first_time_on(phones: int) -> None:
    """All come at once; then no second has many more than the server wants, and nobody waits longer than is needed."""
    pace, asked, waits = Pace(CHANCE), Counter[int](), Counter[int]()
    due = [(0.0, phone) for phone in range(phones)]
    for _ in range(phones * 20):
        now, phone = heapq.heappop(due)
        wait = pace.wait_ms(now) / 1000
        asked[int(now)] += 1
        waits[int(wait)] += 1
        heapq.heappush(due, (now + wait, phone))
    assert max(asked[second] for second in range(1, int(due[0][0]))) <= 1.5 * WANTED_PER_SECOND
    assert max(waits) <= min(MOST_SECONDS, LEAST_SECONDS + phones / WANTED_PER_SECOND)


def test_the_wait_has_an_end_and_is_short_again_afterwards() -> None:
    """However many ask, nobody waits longer than ten seconds; when they are gone, one who is left waits two."""
    pace = Pace(CHANCE)
    waits = [pace.wait_ms(0.0) for _ in range(5000)]
    assert min(waits) == LEAST_SECONDS * 1000
    assert max(waits) <= MOST_SECONDS * 1000
    assert pace.wait_ms(MOST_SECONDS) == LEAST_SECONDS * 1000


def test_no_more_is_kept_than_fits() -> None:
    """What was not used for longest goes first."""
    newest = Newest[str, int](2)
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


def test_a_cookie_finds_the_keys_that_were_made_before() -> None:
    """They are made once for a room that was met, and are gone with it; those of another are not kept."""
    known = Known()
    known.meet(CODE, KEYS)
    assert known.keys_of(KEYS.master) is KEYS
    assert known.keys_of(OTHER_KEYS.master) is not known.keys_of(OTHER_KEYS.master)
    assert known.keys_of(OTHER_KEYS.master).id == OTHER_KEYS.id
    known.part(CODE, 0.0)
    assert known.keys_of(KEYS.master) is not KEYS


def test_keys_of_rooms_that_another_process_closed_are_forgotten() -> None:
    """What is left in the database is all whose keys stay in memory."""
    known = Known()
    known.meet(CODE, KEYS)
    known.meet("ABCDEFGJ", OTHER_KEYS)
    known.keep_only({OTHER_KEYS.id})
    assert known.keys(CODE) is None
    assert known.keys_of(KEYS.master) is not KEYS
    assert known.keys("ABCDEFGJ") is OTHER_KEYS
