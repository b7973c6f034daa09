"""What to do about the copies, in order, for one check. Values in, values out.

Who says nothing of their age, or not that everyone in the picture was 18 or older, gets the parts in which nobody
handles the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from safety.check.answers import Answers, Question
from safety.check.choose import Mark, fits
from safety.check.copies.places import ORDER, RINGS, Phase, Ring, State, answered, asked
from safety.check.progress import Check
from safety.library.codes import Audience, Place, Threat
from safety.library.copies_schema import (
    EVERYONE_ADULT,
    STOPS,
    CopyPlace,
    Wait,
    cleared_id,
    mark_ids,
    stopped_id,
)
from safety.library.schema import Item
from safety.library.text_schema import Section


@dataclass(frozen=True)
class Step:
    """One thing to do. ``waits`` are the times that can be theirs, ``items`` the actions of the check for them."""

    place: CopyPlace
    phase: Phase
    id: str
    done: bool
    part: Section
    words: Section | None
    waits: tuple[Wait, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Clearing:
    """The map of one check and its list. ``hold`` says that evidence comes first and nothing is cleared yet."""

    rings: tuple[tuple[Ring, tuple[tuple[CopyPlace, State], ...]], ...]
    steps: tuple[Step, ...]
    guarded: bool
    hold: bool

    @property
    def states(self) -> Mapping[Place, State]:
        """What is known of each place."""
        return {place.id: state for _, places in self.rings for place, state in places}

    @property
    def groups(self) -> tuple[tuple[Phase, tuple[Step, ...]], ...]:
        """The steps by the parts of the list, without the empty ones."""
        by_phase = [(phase, tuple(step for step in self.steps if step.phase is phase)) for phase in Phase]
        return tuple((phase, steps) for phase, steps in by_phase if steps)

    def count(self, state: State) -> int:
        """How many places are in ``state``."""
        return sum(one is state for one in self.states.values())


def is_guarded(check: Check) -> bool:
    """Whether somebody in the picture is or may be under 18."""
    return check.answers.audience is not Audience.ADULT or not check.marked([EVERYONE_ADULT])


def begun(check: Check, threat: Threat) -> Check:
    """``check`` with the first answer given. Before the other questions every place may hold a copy."""
    places = tuple(Place) if check.threat is None else check.places
    return Check(check.answers, check.said, check.id, check.minute, threat, places)


def told(check: Check, ring: Ring, ruled_out: Iterable[Place]) -> Check:
    """``check`` after the questions of ``ring``."""
    places = answered(check.places, ring, ruled_out)
    return Check(check.answers, check.said, check.id, check.minute, check.threat, places)


def forgotten(check: Check, minute: int) -> Check:
    """``check`` without its map; the rest of it stays."""
    for id_ in check.marked(mark_ids()):
        check = check.mark(id_, None, minute)
    return Check(check.answers, check.said, check.id, check.minute)


def make_clearing(places: Iterable[CopyPlace], items: Iterable[Item], check: Check) -> Clearing:
    """The map and the list for ``check``."""
    by_id = {place.id: place for place in places}
    marks = check.marked(mark_ids())
    states = {id_: _state(id_, check, marks) for id_ in Place}
    rings = tuple((ring, tuple((by_id[id_], states[id_]) for id_ in ids)) for ring, ids in RINGS.items())
    guarded = is_guarded(check)
    making = _Making(by_id, {item.id: item for item in items}, check.answers, marks, guarded)
    there = [id_ for id_, state in states.items() if state is not State.UNLIKELY]
    steps = (*making.stops(there), *making.clears(there))
    return Clearing(rings, steps, guarded, check.threat is not Threat.NO)


def questions(places: Iterable[CopyPlace], check: Check, ring: Ring) -> tuple[tuple[CopyPlace, bool], ...]:
    """The places that ``ring`` asks about, and whether each may hold a copy as far as was said."""
    by_id = {place.id: place for place in places}
    return tuple((by_id[id_], id_ in check.places) for id_ in asked(ring))


def _state(id_: Place, check: Check, marks: Mapping[str, Mark]) -> State:
    if id_ not in check.places:
        return State.UNLIKELY
    return State.CLEARED if marks.get(cleared_id(id_)) is Mark.DONE else State.POSSIBLE


@dataclass(frozen=True)
class _Making:
    """Makes the steps of one list."""

    places: Mapping[Place, CopyPlace]
    items: Mapping[str, Item]
    answers: Answers
    marks: Mapping[str, Mark]
    guarded: bool

    def stops(self, there: list[Place]) -> Iterator[Step]:
        for id_ in STOPS:
            if id_ in there:
                yield self._step(self.places[id_], Phase.STOP, stopped_id(id_), "stop")

    def clears(self, there: list[Place]) -> Iterator[Step]:
        part = "guarded" if self.guarded else "clear"
        for phase, ids in ORDER.items():
            for id_ in ids:
                if id_ in there:
                    yield self._step(self.places[id_], phase, cleared_id(id_), part)

    def _step(self, place: CopyPlace, phase: Phase, id_: str, heading: str) -> Step:
        part = place.section(heading)
        if part is None:
            raise LookupError(f"{place.id} has no part {heading}")
        stop = phase is Phase.STOP
        words = None if stop else place.section("words-guarded" if self.guarded else "words")
        waits = () if stop else tuple(wait for wait in place.waits if self._can_be(wait))
        items = tuple(self.items[one] for one in place.items if self._helps(self.items[one]))
        return Step(place, phase, id_, self.marks.get(id_) is Mark.DONE, part, words, waits, items)

    def _can_be(self, wait: Wait) -> bool:
        """Whether ``wait`` can be theirs. What was not said does not rule it out."""
        known = {Question.PHONE: bool(wait.phones), Question.APPS: bool(wait.apps)}
        named = [question for question, limited in known.items() if limited]
        if not all(question in self.answers.answered for question in named):
            return True
        return not named or self.answers.phone in wait.phones or bool(set(self.answers.apps) & set(wait.apps))

    def _helps(self, item: Item) -> bool:
        """Whether an action of the check is for them; those for adults alone may speak of deleting."""
        return fits(item, self.answers) and not (self.guarded and item.who == (Audience.ADULT,))
