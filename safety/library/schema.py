"""The records that content becomes. Frozen, made once, shared by every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library import talk_schema
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
from safety.library.copies_schema import CopyPlace
from safety.library.coverage_schema import Cover
from safety.library.help_schema import Country, Directory, HelpStep, Law, Platform, Received, Service
from safety.library.news_schema import News
from safety.library.notice_schema import Notice, NoticeField
from safety.library.reading_schema import Reading, Together
from safety.library.search_schema import Concept, Door, Skipped
from safety.library.short_schema import Short
from safety.library.talk_tools_schema import Agreement, Cards, MySay, SamePage, Tell
from safety.library.teach_schema import Activity, Belief, Card, GroupPage, Pack, Question, Workshop
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
    """One action of the privacy check. A retired one is chosen for nobody; its id and its ticks stay.

    ``replaced`` names the items that a retired one went into.
    """

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
    retired: date | None = None
    replaced: tuple[str, ...] = ()
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
    places: tuple[CopyPlace, ...]
    shorts: tuple[Short, ...]
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
    situations: tuple[talk_schema.Situation, ...]
    told_me: Text
    notes: tuple[Text, ...]
    scenes: tuple[talk_schema.Scene, ...]
    together: tuple[Together, ...]
    teens: tuple[Reading, ...]
    easy: tuple[Reading, ...]
    same_page: SamePage
    agreement: Agreement
    cards: Cards
    my_say: MySay
    tell: Tell
    workshops: tuple[Workshop, ...]
    activities: tuple[Activity, ...]
    questions: tuple[Question, ...]
    scenarios: tuple[Card, ...]
    beliefs: tuple[Belief, ...]
    tracks: tuple[Reading, ...]
    group_pages: tuple[GroupPage, ...]
    pack: Pack
    disclosure: Text
    office: Text
    news: tuple[News, ...]
    promises: tuple[Promise, ...]
    skipped: tuple[Skipped, ...]
    doors: tuple[Door, ...]
    concepts: tuple[Concept, ...]
