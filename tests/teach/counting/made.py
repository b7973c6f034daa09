"""Rooms that were never open, with results made up for the tests of what is kept of them."""

from __future__ import annotations

from safety.library.schema import Library
from safety.library.teach_schema import Group, Step
from safety.teach.counting.totals import Totals, totals_of
from safety.teach.room.reveal import Ending, Result, reveal, reveal_coins
from safety.teach.room.state import Line, Part, State

MASTER = b"m" * 32
CODE = "CANARY77"


def question(library: Library, kind: Step, choices: int = 0) -> str:
    """The id of a question of this kind with at least so many choices."""
    return next(one.id for one in library.questions if one.kind is kind and len(one.choices) >= choices)


def state(*steps: tuple[Step, str, Result | None]) -> State:
    """A room with these steps, some of them revealed."""
    parts = tuple(Part(kind, ref, "activity") for kind, ref, _ in steps)
    results = tuple((str(at), result) for at, (_, _, result) in enumerate(steps) if result)
    line = Line("GB", "Canary line", "0800 00", "", "", "")
    return State(CODE, b"h" * 32, Group.FROM_13, parts, "Canary lead", "Canary place", line, results=results)


def coins(yes: int, no: int, passed: int = 0) -> Result:
    """What coins sent."""
    return reveal_coins((yes, no), passed, 8)


def a_room(library: Library) -> State:
    """A room in which every kind of ending has come."""
    quiz, poll = question(library, Step.QUIZ), question(library, Step.POLL)
    choices = {one.id: len(one.choices) for one in library.questions}
    belief = library.beliefs[0].id
    return state(
        (Step.BEFORE, belief, coins(14, 9, 2)),
        (Step.QUIZ, quiz, reveal([6, 17] + [0] * (choices[quiz] - 2), 2, 8)),
        (Step.POLL, poll, Result(Ending.BARS, 25, (18, None, *[4] * (choices[poll] - 2)), 7)),
        (Step.VOTE, question(library, Step.VOTE), Result(Ending.MOST, 25, most=0)),
        (Step.EXIT, question(library, Step.EXIT), Result(Ending.SPREAD, 9)),
        (Step.POLL, poll, Result(Ending.TOO_FEW, 7)),
        (Step.AFTER, belief, coins(18, 6, 1)),
        (Step.QUIZ, quiz, None),
    )


def totals(library: Library, room: State | None = None, master: bytes = MASTER) -> Totals:
    """What is kept of a room."""
    return totals_of(library, room or a_room(library), master)
