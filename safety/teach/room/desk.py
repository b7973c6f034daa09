"""What the buttons of the desk do to a room. Pure: the clock and the answers are handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from safety.teach.room.reveal import reveal, reveal_coins
from safety.teach.room.state import TIMER_MINUTES, State
from safety.teach.room.steps import PASSED, Asked, Shown

Tally = Callable[[], Counter[int]]
MINUTE_SECONDS: Final = 60


class NoMove(Exception):
    """There is no such button, or not now."""


def moved(state: State, front: Shown, word: str, now: int, tally: Tally) -> State:
    """The room after the button ``word`` at ``now``, in seconds since 1970; ``tally`` counts the answers in front.

    Raises:
        NoMove: there is no such button, or not now.
    """
    match word.split(" "):
        case ["next"]:
            return state.forward()
        case ["back"]:
            return state.back()
        case ["pause"]:
            return state.toggled(pause=True)
        case ["blank"]:
            return state.toggled(blank=True)
        case ["reveal"] if front.asked:
            return state if state.result else _revealed(state, front.asked, tally())
        case ["timer", number] if number in map(str, (0, *TIMER_MINUTES)):
            return state.timed(now + int(number) * MINUTE_SECONDS if int(number) else 0)
        case ["way", number] if number in map(str, ways(state, front)):
            return state.along(int(number))
    raise NoMove


def ways(state: State, front: Shown) -> tuple[int, ...]:
    """The places of the choices a scene may go on with: the one that more took than any other, else all."""
    if front.turn is None or state.result is None:
        return ()
    leading = state.result.leading
    return tuple(range(len(front.turn.choices))) if leading is None else (leading,)


def _revealed(state: State, asked: Asked, tally: Counter[int]) -> State:
    counts = [tally[place] for place in range(len(asked.choices))]
    rule = reveal_coins if asked.coins else reveal
    return state.revealed(rule(counts, tally[PASSED], state.least))
