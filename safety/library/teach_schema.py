"""The records of workshops: activities, questions, scenario cards, what is said before and after."""

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

    ``why`` is shown when the host reveals; ``kind`` is ``poll``, ``quiz``, ``vote`` or ``exit``; ``card`` is the id
    of the scenario card that a vote belongs to.
    """

    id: str
    kind: Step
    groups: tuple[Group, ...]
    asks: str
    reviewed: date
    choices: tuple[Choice, ...]
    why: str = ""
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
    """A sentence that is agreed or not before and after, by randomised response. ``better`` is the share that helps."""

    id: str
    groups: tuple[Group, ...]
    says: str
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


@dataclass(frozen=True)
class Activity:
    """One part of a workshop. ``live`` lists what the room shows, such as ``quiz most-do-not``, in order."""

    id: str
    title: str
    groups: tuple[Group, ...]
    devices: tuple[Devices, ...]
    minutes: int
    least_minutes: int
    most_minutes: int
    place: int
    aim: str
    reviewed: date
    bring: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    not_do: tuple[str, ...] = ()
    live: tuple[str, ...] = ()
    slides: tuple[Slide, ...] = ()
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()
