"""The records that content becomes. Frozen, made once, shared by every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from safety.library.codes import (
    Age,
    App,
    Audience,
    Confidence,
    Cost,
    Drawing,
    ForWhom,
    Impact,
    LineKind,
    LookAt,
    Phone,
    Situation,
    Topic,
)

OUR_ADVICE = "our advice"


@dataclass(frozen=True)
class Source:
    """Where a fact is from, and the day somebody last looked."""

    title: str
    url: str
    checked: date


@dataclass(frozen=True)
class Section:
    """A part of a text: its heading as a key, its mark (a version or 'look for'), its HTML."""

    heading: str
    mark: str
    html: Markup


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
class HelpStep:
    """One step for somebody whose picture is out or who is threatened."""

    id: str
    title: str
    order: int
    age: tuple[Age, ...]
    reviewed: date
    sections: tuple[Section, ...]
    seed: tuple[str, ...] = ()
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
class Service:
    """A service that helps. ``countries`` holds ISO codes or 'global'; '' means not known."""

    id: str
    name: str
    what: str
    who: ForWhom
    countries: tuple[str, ...]
    url: str
    phone: str
    write: str
    hours: str
    languages: str
    cost: Cost
    needs: str
    know: str
    confidence: Confidence
    reviewed: date
    source_title: str
    source_url: str
    seed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Directory:
    """A list of helplines of the whole world."""

    id: str
    name: str
    url: str
    what: str
    reviewed: date
    source_url: str
    confidence: Confidence


@dataclass(frozen=True)
class CrisisLine:
    """A number, chat or address for one kind of need in one country."""

    kind: LineKind
    name: str
    who: str
    phone: str
    other_phones: tuple[str, ...]
    text: tuple[str, ...]
    chat_url: str
    hours: str
    languages: str
    cost: str
    note: str
    source_url: str
    source_year: int
    confidence: Confidence


@dataclass(frozen=True)
class Country:
    """The numbers of one country; an empty number is not known well enough to print."""

    code: str
    name: str
    reviewed: date
    police: str
    medical: str
    other: tuple[str, ...]
    note: str
    confidence: str
    source_url: str
    lines: tuple[CrisisLine, ...] = ()


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
    directories: tuple[Directory, ...]
    countries: tuple[Country, ...]
    safety: Text
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
