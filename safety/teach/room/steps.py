"""The steps of a plan, one after the other, and what the one in front asks. It reads the library and nothing else.

What is not for the group in the room is left out; so is what the library no longer has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from safety.library.codes import Audience, Impact
from safety.library.schema import Item, Library
from safety.library.talk_schema import Choice as Way
from safety.library.talk_schema import Scene, Turn
from safety.library.teach_schema import Activity, Card, Group, Question, Slide, Step
from safety.teach.room.state import COINS, MAX_STEPS, Part, State

ASKING: Final = (Step.POLL, Step.QUIZ, Step.VOTE, Step.EXIT)
# A question closes once and for all, so it comes once: asked again, the difference would tell who has changed.
ONCE: Final = (*ASKING, *COINS, Step.SCENE)
# What the coins of a phone send, in the order of the choices.
COIN_WORDS: Final = ("yes", "no")
PASSING: Final = "pass"
# How a pass is stored: as long as any other answer.
PASSED: Final = 255
CHECK_ITEMS: Final = 6
# Each takes a class about a minute, and comes twice.
MOST_BELIEFS: Final = 2
IMPACTS: Final = tuple(Impact)


@dataclass(frozen=True)
class Asked:
    """The question in front: ``choices`` are what can be chosen, by place; ``right`` is the place in a quiz.

    Where ``coins`` is set, the phone changes the answer by chance before it is sent: yes is place 0, no is place 1.
    """

    asks: str
    choices: tuple[str, ...]
    coins: bool = False
    right: int | None = None
    why: str = ""
    kindly: str = ""

    def number(self, word: str) -> int | None:
        """How the answer ``word`` is stored; None for what nobody can choose."""
        if word == PASSING:
            return PASSED
        words = COIN_WORDS if self.coins else tuple(map(str, range(len(self.choices))))
        return words.index(word) if word in words else None


@dataclass(frozen=True)
class Shown:
    """What stands in front, as far as it has it."""

    part: Part
    asked: Asked | None = None
    slide: Slide | None = None
    card: Card | None = None
    scene: Scene | None = None
    turn: Turn | None = None
    end: Way | None = None


def parts_of(library: Library, group: Group, activities: Sequence[str]) -> tuple[Part, ...]:
    """The steps of a room for ``group`` that goes through ``activities``; what is asked in two of them comes once."""
    by_id = {activity.id: activity for activity in library.activities}
    parts = (part for id_ in activities if id_ in by_id for part in _parts(library, group, by_id[id_]))
    found: dict[tuple[Step, str | int], Part] = {}
    for at, part in enumerate(parts):
        found.setdefault((part.kind, part.ref if part.kind in ONCE else at), part)
    return tuple(found.values())[:MAX_STEPS]


def shown(library: Library, state: State) -> Shown:
    """What the room shows now."""
    part = state.part
    if part.kind is Step.SLIDE:
        return Shown(part, slide=_slide(library, part))
    if part.kind is Step.SCENE:
        return _scene_shown(library, state)
    if part.kind in COINS:
        belief = next((one for one in library.beliefs if one.id == part.ref), None)
        return Shown(part, Asked(belief.says, COIN_WORDS, coins=True, why=belief.why) if belief else None)
    question = next((one for one in library.questions if one.id == part.ref), None)
    if question is None:
        return Shown(part)
    return Shown(part, _asked(question), card=_card(library, question))


def check_items(library: Library, group: Group) -> tuple[Item, ...]:
    """A few actions of the check, those that protect most for their minutes: for parents those of a child's check.

    Everybody else gets those for under 18. They are the same for everybody in the room.
    """
    who = Audience.CHILD if group is Group.PARENTS else Audience.TEEN
    fitting = [
        item
        for item in library.items
        if who in item.who and not (item.retired or item.only or item.alert or item.phones or item.apps)
    ]
    return tuple(sorted(fitting, key=lambda item: (IMPACTS.index(item.impact), item.minutes))[:CHECK_ITEMS])


def _parts(library: Library, group: Group, activity: Activity) -> Iterator[Part]:
    for line in activity.live:
        kind, _, ref = line.partition(" ")
        for found in _refs(library, group, activity, Step(kind), ref):
            yield Part(Step(kind), found, activity.id)


def _refs(library: Library, group: Group, activity: Activity, kind: Step, ref: str) -> list[str]:
    match kind:
        case Step.SLIDE:
            return [slide.id for slide in activity.slides if slide.id == ref]
        case Step.SCENE:
            return [scene.id for scene in library.scenes if scene.id == ref]
        case Step.BEFORE | Step.AFTER:
            fitting = (one.id for one in library.beliefs if group in one.groups and ref in ("", one.id))
            return list(fitting)[:MOST_BELIEFS]
        case Step.POLL | Step.QUIZ | Step.VOTE | Step.EXIT:
            asked = (one for one in library.questions if one.kind is kind and group in one.groups)
            return [one.id for one in asked if ref in ("", one.id)]
        case _:
            return [ref]


def _asked(question: Question) -> Asked:
    right = [place for place, choice in enumerate(question.choices) if choice.right]
    says = tuple(choice.says for choice in question.choices)
    return Asked(question.asks, says, right=right[0] if right else None, why=question.why, kindly=question.kindly)


def _card(library: Library, question: Question) -> Card | None:
    return next((card for card in library.scenarios if card.id == question.card), None)


def _slide(library: Library, part: Part) -> Slide | None:
    activities = (activity for activity in library.activities if activity.id == part.activity)
    return next((slide for activity in activities for slide in activity.slides if slide.id == part.ref), None)


def _scene_shown(library: Library, state: State) -> Shown:
    """The turn that the way so far leads to, or the end of the scene."""
    scene = next((scene for scene in library.scenes if scene.id == state.part.ref), None)
    if scene is None:
        return Shown(state.part)
    turns = {turn.id: turn for turn in scene.turns}
    turn = scene.turns[0]
    for place in state.path:
        way = turn.choices[place]
        if not way.to:
            return Shown(state.part, scene=scene, end=way)
        turn = turns[way.to]
    asked = Asked("", tuple(choice.say for choice in turn.choices))
    return Shown(state.part, asked, scene=scene, turn=turn)
