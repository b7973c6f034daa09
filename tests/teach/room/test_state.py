"""The state of a room: moves, what may be answered, and the way through bytes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.library.schema import Library
from safety.library.teach_schema import Step
from safety.teach.room.desk import NoMove, moved, ways
from safety.teach.room.reveal import Ending, Result
from safety.teach.room.state import NoState, Part, State, pack, unpack
from safety.teach.room.steps import PASSED, Asked, Shown, shown
from tests.teach.room.samples import ASKING, PARTS, SECRET, STATE

NOW = 1_800_000_000
TWO = Asked("?", ("yes", "no"))
RESULT = Result(Ending.BARS, 9, (5, 4), 0)


def press(state: State, word: str, asked: Asked | None = TWO, tally: Counter[int] | None = None) -> State:
    """The state after a button, with ``tally`` as the answers."""
    return moved(state, Shown(state.part, asked), word, NOW, lambda: tally or Counter())


@given(st.lists(st.sampled_from(["next", "back", "pause", "blank", "reveal", "timer 3", "timer 0"]), max_size=30))
def test_any_moves_keep_the_room_whole(words: list[str]) -> None:
    """Whatever is pressed in whatever order: the step is there, versions only grow, and bytes give the same room."""
    state = STATE
    for word in words:
        after = press(state, word)
        assert after == state or after.version == state.version + 1
        assert 0 <= after.at < len(PARTS)
        state = after
    assert unpack(pack(state)) == state


def test_a_revealed_question_stays_closed() -> None:
    """Also after going away and back, and a second reveal changes nothing."""
    closed = press(ASKING, "reveal", tally=Counter({0: 5, 1: 4, PASSED: 1}))
    assert closed.result == Result(Ending.BARS, 10, (5, 4), 1)
    again = press(press(closed, "next"), "back")
    assert again.result == closed.result
    assert not again.takes_answers
    assert press(again, "reveal", tally=Counter({0: 50})) == again


@pytest.mark.parametrize("word", ["pause", "blank"])
def test_a_break_takes_no_answers_and_keeps_the_timer(word: str) -> None:
    """Nothing is answered while phones show the break; afterwards the question is open again."""
    begun = press(press(ASKING, "timer 5"), word)
    assert not begun.takes_answers
    assert begun.timer_ends == NOW + 300
    assert press(begun, word).takes_answers


@pytest.mark.parametrize("word", ["", "close", "timer 4", "timer -1", "timer", "way 0", "next 1", "next ", "reveal me"])
def test_there_are_no_other_buttons(word: str) -> None:
    """A word that no button has moves nothing."""
    with pytest.raises(NoMove):
        press(STATE, word)


def test_a_slide_cannot_be_revealed() -> None:
    """There is nothing to reveal where nothing was asked."""
    with pytest.raises(NoMove):
        press(STATE, "reveal", asked=None)


def scene_state(library: Library) -> State:
    """A room in front of a scene."""
    return replace(STATE, parts=(Part(Step.SCENE, library.scenes[0].id, "quiz"),), at=0)


def test_a_scene_goes_the_way_of_the_majority(library: Library) -> None:
    """The leading choice is the only way on; every way ends at an end, and back goes turn by turn."""
    state = scene_state(library)
    while (front := shown(library, state)).turn:
        assert ways(state, front) == ()
        tally = Counter({0: 6, 1: 3})
        state = moved(state, front, "reveal", NOW, lambda tally=tally: tally)  # type: ignore[misc]  # bound now, not later
        assert ways(state, shown(library, state)) == (0,)
        with pytest.raises(NoMove):
            moved(state, shown(library, state), "way 1", NOW, Counter)
        state = moved(state, shown(library, state), "way 0", NOW, Counter)
    assert front.end is not None
    assert shown(library, state.back()).turn is not None


def test_where_nobody_leads_the_host_chooses(library: Library) -> None:
    """A tie, or too few answers: every choice is a way."""
    for tally in (Counter({0: 4, 1: 4}), Counter({0: 2})):
        front = shown(library, scene_state(library))
        state = moved(scene_state(library), front, "reveal", NOW, lambda tally=tally: tally)  # type: ignore[misc]  # bound now, not later
        assert front.turn is not None
        assert ways(state, front) == tuple(range(len(front.turn.choices)))


def test_only_the_hosts_secret_is_the_hosts() -> None:
    """The digest that is kept opens nothing."""
    assert STATE.is_host(SECRET)
    assert not STATE.is_host(STATE.host)
    assert not STATE.is_host(b"")


@pytest.mark.parametrize("packed", [b"", b"{}", b"[]", b'{"format": 2}', b"\xff", pack(STATE)[:-1], b'{"format": 1}'])
def test_what_is_no_state_is_refused(packed: bytes) -> None:
    """A room of an older form of the site is no room, and no crash."""
    with pytest.raises(NoState):
        unpack(packed)
