"""The records that content becomes. Frozen, made once, shared by every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.codes import (
    App,
    Audience,
    Drawing,
    ForWhom,
    Impact,
    LookAt,
    Phone,
    Situation,
    Topic,
)
from safety.library.coverage_schema import Cover
from safety.library.help_schema import Country, Directory, HelpStep, Law, Platform, Received, Service
from safety.library.notice_schema import Notice, NoticeField
from safety.library.text_schema import Section, Source

OUR_ADVICE = "our advice"


@dataclass(frozen=True)
class SeedStatement:
    """One statement of the page the project grew from, in our own words."""

    id: str
    says: str
    about: str


@dataclass(frozen=True)
class Item:
    """One action of the privacy check."""

    id: str
    title: str
    why: str
    minutes: int
    impact: Impact
    topic: Topic
    who: tuple[Audience, ...]
    reviewed: date
    sections: tuple[Section, ...]
    seed: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    apps: tuple[App, ...] = ()
    only: tuple[Situation, ...] = ()
    lift: tuple[Situation, ...] = ()
    alert: str = ""
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Text:
    """A page of text in named sections: the safety page, a talk for one age."""

    id: str
    title: str
    lead: str
    reviewed: date
    sections: tuple[Section, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class LookStep:
    """One question about what a picture shows and no program can judge. ``who`` says who may be in the picture."""

    id: str
    name: str
    question: str
    why: str
    order: int
    who: ForWhom
    at: LookAt
    drawing: Drawing
    reviewed: date
    sections: tuple[Section, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Choice:
    """What a parent may say, what the child may hear, and where the scene goes (``to`` or ``end``)."""

    say: str
    heard: str
    to: str = ""
    end: str = ""


@dataclass(frozen=True)
class Turn:
    """One moment of a scene: what the child says or does, and the choices."""

    id: str
    says: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Scene:
    """A short talk to practise: a tree of turns, the first of which is the start."""

    id: str
    title: str
    ages: tuple[str, ...]
    intro: str
    reviewed: date
    turns: tuple[Turn, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Activity:
    """One part of a workshop, with its minutes."""

    title: str
    minutes: int
    aim: str
    bring: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    say: tuple[str, ...] = ()


@dataclass(frozen=True)
class Workshop:
    """A run sheet for a class."""

    id: str
    title: str
    ages: str
    minutes: int
    devices: str
    group: str
    lead: str
    outcomes: tuple[str, ...]
    before: tuple[str, ...]
    rules: tuple[str, ...]
    not_do: tuple[str, ...]
    disclosure: tuple[str, ...]
    close: tuple[str, ...]
    after: tuple[str, ...]
    reviewed: date
    activities: tuple[Activity, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Promise:
    """A promise of the privacy page; a test cites its id."""

    id: str
    says: str


@dataclass(frozen=True)
class Library:
    """All content of one language."""

    language: str
    name: str
    seed: tuple[SeedStatement, ...]
    items: tuple[Item, ...]
    steps: tuple[HelpStep, ...]
    services: tuple[Service, ...]
    platforms: tuple[Platform, ...]
    laws: tuple[Law, ...]
    coverage: tuple[Cover, ...]
    notices: tuple[Notice, ...]
    notice_fields: tuple[NoticeField, ...]
    directories: tuple[Directory, ...]
    countries: tuple[Country, ...]
    received: tuple[Received, ...]
    safety: Text
    first_hour: Text
    beside: Text
    work: Text
    way_back: Text
    look_again: Text
    host: Text
    photos: Text
    covering: Text
    looks: tuple[LookStep, ...]
    passwords: Text
    lock: Text
    leaked: Text
    race: Text
    talks: tuple[Text, ...]
    scenes: tuple[Scene, ...]
    workshops: tuple[Workshop, ...]
    promises: tuple[Promise, ...]
