"""The records of workshops: activities, questions, scenario cards, what is said before and after.

They hold no plan for a class: ``safety.teach.plan`` makes one from the activities.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safety.library.text_schema import Source


class Group(StrEnum):
    """Who sits in the room. Everybody up to 18 is a minor here."""

    FROM_8 = "8-10"
    FROM_11 = "11-12"
    FROM_13 = "13-15"
    FROM_16 = "16-18"
    PARENTS = "parents"
    STAFF = "staff"


class Devices(StrEnum):
    """Whether the people in the room have a phone or computer each."""

    EACH = "devices"
    NONE = "none"


class Step(StrEnum):
    """What a room shows at one time."""

    SLIDE = "slide"
    POLL = "poll"
    QUIZ = "quiz"
    VOTE = "vote"
    SCENE = "scene"
    CHECK = "check"
    TRACKS = "tracks"
    BEFORE = "before"
    AFTER = "after"
    EXIT = "exit"


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen; ``right`` in a quiz only."""

    id: str
    says: str
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A question with closed choices: a poll, a quiz, a vote on a card, the exit. Never about own experience.

    ``why`` is shown when the host reveals, with ``kindly`` for those to whom it has happened. ``kind`` is ``poll``,
    ``quiz``, ``vote`` or ``exit``; ``card`` is the id of the scenario card that a vote belongs to.
    """

    id: str
    kind: Step
    groups: tuple[Group, ...]
    asks: str
    reviewed: date
    choices: tuple[Choice, ...]
    why: str = ""
    kindly: str = ""
    card: str = ""
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Card:
    """A scenario about made-up people, with what the leader needs to know."""

    id: str
    groups: tuple[Group, ...]
    title: str
    story: str
    responsible: str
    reviewed: date
    kind_words: tuple[str, ...]
    help: tuple[str, ...]
    not_do: tuple[str, ...]
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Belief:
    """A sentence that is agreed or not before and after, by randomised response. ``better`` is the share that helps.

    ``why`` stands under the result, so that no number is the last word for somebody to whom it has happened.
    """

    id: str
    groups: tuple[Group, ...]
    says: str
    why: str
    better: str
    reviewed: date
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Slide:
    """What the projector shows, and what the phones show when there are some."""

    id: str
    title: str
    lines: tuple[str, ...] = ()


# The first and the last place of a lesson; each is taken by one activity.
WELCOME, CLOSE = 1, 9


@dataclass(frozen=True)
class Activity:
    """One part of a workshop.

    ``minutes`` is its usual length. ``place`` orders the parts of a lesson from ``WELCOME`` to ``CLOSE``; of two that
    could be added, the one with the smaller ``rank`` comes into a plan first. ``live`` lists what the room shows, such
    as ``quiz most-do-not``, in order; what is not for the group in the room is left out. ``task`` is the sheet of
    those who work on paper, ``page`` a tool of this site that it uses.
    """

    id: str
    title: str
    groups: tuple[Group, ...]
    devices: tuple[Devices, ...]
    minutes: int
    least_minutes: int
    most_minutes: int
    place: int
    rank: int
    aim: str
    reviewed: date
    bring: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    not_do: tuple[str, ...] = ()
    live: tuple[str, ...] = ()
    task: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    page: str = ""
    slides: tuple[Slide, ...] = ()
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Workshop:
    """A plan made ready. ``parts`` are ids of activities with their minutes, such as ``welcome 5``."""

    id: str
    title: str
    lead: str
    group: Group
    minutes: int
    devices: Devices
    parts: tuple[str, ...]
    reviewed: date
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class GroupPage:
    """What a run sheet says for one group: the id is the group. ``card`` is what everybody takes home."""

    id: str
    title: str
    lead: str
    outcomes: tuple[str, ...]
    before: tuple[str, ...]
    rules: tuple[str, ...]
    not_do: tuple[str, ...]
    card: tuple[str, ...]
    after: tuple[str, ...]
    evaluation: tuple[str, ...]
    reviewed: date
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


class LetterKind(StrEnum):
    """When a letter goes to families."""

    BEFORE = "before"
    AFTER = "after"
    EVENING = "evening"


@dataclass(frozen=True)
class Letter:
    """A letter to families; three dots in brackets are a blank to fill in."""

    id: LetterKind
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """What every run sheet brings for the adults: letters, and the sheet for a teacher who steps in."""

    id: str
    title: str
    reviewed: date
    cover: tuple[str, ...]
    letters: tuple[Letter, ...]
    source: str = ""
    sources: tuple[Source, ...] = ()
