"""What a run sheet and its slides show, put together from the library: times, cards, questions, slides in order.

Slides hold nothing that is for the leader alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safety.library.lessons import Slot
from safety.library.schema import Library
from safety.library.teach_schema import Activity, Card, Group, Question, Slide, Step
from safety.teach.plan import Plan

# As many as a class can talk about, those first that a room votes on; the others stand on the page of all cards.
MOST_CARDS = 3


@dataclass(frozen=True)
class Part:
    """One activity of a run sheet: from which minute to which, with the cards and questions for the group."""

    slot: Slot
    start: int
    end: int
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]

    @property
    def activity(self) -> Activity:
        """What is done."""
        return self.slot.activity


@dataclass(frozen=True)
class Shown:
    """One slide: a title, then lines or the answers to choose from.

    On the second look at a question ``right`` is its answer, and ``kindly`` is for those to whom it has happened.
    """

    title: str
    lines: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    right: str = ""
    kindly: str = ""


def parts(library: Library, plan: Plan) -> tuple[Part, ...]:
    """The activities of ``plan`` in order. A card or a question stands where it comes first."""
    seen: set[str] = set()
    made = []
    for slot, start in zip(plan.slots, plan.starts, strict=True):
        cards = tuple(card for card in cards_of(library, slot.activity, plan.group) if card.id not in seen)
        questions = questions_of(library, slot.activity, plan.group)
        new = tuple(question for question in questions if question.id not in seen)
        seen |= {card.id for card in cards} | {question.id for question in questions}
        made.append(Part(slot, start, start + slot.minutes, cards, new))
    return tuple(made)


def cards_of(library: Library, activity: Activity, group: Group) -> tuple[Card, ...]:
    """The cards of ``activity`` that are for ``group``: all that a room votes on, then more up to a few."""
    by_id = {card.id: card for card in library.scenarios}
    voted = {question.card for question in library.questions if f"{Step.VOTE} {question.id}" in activity.live}
    found = [by_id[name] for name in activity.cards if name in by_id and group in by_id[name].groups]
    first = [card for card in found if card.id in voted]
    return tuple(first + [card for card in found if card not in first][: max(0, MOST_CARDS - len(first))])


def questions_of(library: Library, activity: Activity, group: Group) -> tuple[Question, ...]:
    """The quiz questions and polls of ``activity`` that are for ``group``, in its order."""
    asked = {(question.kind, question.id): question for question in library.questions if group in question.groups}
    steps = (line.partition(" ") for line in activity.live)
    kinds = (Step.QUIZ, Step.POLL)
    found = ((Step(kind), name) for kind, _, name in steps if kind in kinds)
    return tuple(asked[key] for key in found if key in asked)


def slides(library: Library, plan: Plan) -> tuple[Shown, ...]:
    """Everything the projector shows, in order, and nothing twice."""
    shown = (one for slot in plan.slots for one in _of(library, slot.activity, plan.group))
    return tuple(dict.fromkeys(shown))


def _of(library: Library, activity: Activity, group: Group) -> Iterator[Shown]:
    """The slides of one activity: its own that no step names, then each step of it."""
    steps = [line.partition(" ")[::2] for line in activity.live]
    named = {name for kind, name in steps if kind == Step.SLIDE}
    yield from (_slide(slide) for slide in activity.slides if slide.id not in named)
    asked = {question.id: question for question in library.questions if group in question.groups}
    for kind, name in steps:
        if kind == Step.SLIDE:
            yield from (_slide(slide) for slide in activity.slides if slide.id == name)
        elif kind in (Step.QUIZ, Step.POLL, Step.VOTE) and name in asked:
            yield from _question(library, asked[name])


def _slide(slide: Slide) -> Shown:
    return Shown(slide.title, slide.lines)


def _question(library: Library, question: Question) -> Iterator[Shown]:
    for card in library.scenarios:
        if card.id == question.card:
            yield Shown(card.title, (card.story,))
    says = tuple(choice.says for choice in question.choices)
    yield Shown(question.asks, choices=says)
    right = next((choice.says for choice in question.choices if choice.right), "")
    yield Shown(question.asks, (question.why,), says if right else (), right, question.kindly)
