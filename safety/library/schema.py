"""The records that content becomes. Frozen, made once, shared by every request.

Closed words are enums: code compares these, never a text that is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from markupsafe import Markup

OUR_ADVICE = "our advice"


class Audience(StrEnum):
    """Whose check it is. Whoever gives no age counts as a teen."""

    ADULT = "adult"
    TEEN = "teen"
    CHILD = "child"


class Impact(StrEnum):
    """How much an action protects: our own judgement."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Topic(StrEnum):
    """The room of the plan an item stands in, in the order shown."""

    PHOTOS = "photos"
    CLOUD = "cloud"
    PEOPLE = "people"
    SHARING = "sharing"
    ACCOUNTS = "accounts"
    DEVICES = "devices"
    SOCIAL = "social"
    HELP = "help"


class Phone(StrEnum):
    """Kinds of phone; ``android`` is every Android phone that is not a Samsung."""

    IPHONE = "iphone"
    SAMSUNG = "samsung"
    ANDROID = "android"
    OTHER = "other"


class App(StrEnum):
    """Apps, stores and computers that an item can be about."""

    WHATSAPP = "whatsapp"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    SNAPCHAT = "snapchat"
    TIKTOK = "tiktok"
    TELEGRAM = "telegram"
    SIGNAL = "signal"
    DISCORD = "discord"
    X = "x"
    ICLOUD = "icloud"
    GOOGLE_PHOTOS = "google-photos"
    ONEDRIVE = "onedrive"
    DROPBOX = "dropbox"
    DATING = "dating"
    WINDOWS = "windows"
    MAC = "mac"


class Situation(StrEnum):
    """What else the answers tell: who has had the device, who may be watching, what was shared."""

    PARTNER = "partner"
    FAMILY = "family"
    REPAIR = "repair"
    MANAGED = "managed"
    CAREFUL = "careful"
    SHARED_INTIMATE = "shared-intimate"


class Age(StrEnum):
    """The age of the person in the picture when it was taken; not sure counts as under 18."""

    UNDER_18 = "under-18"
    ADULT = "adult"


class ForWhom(StrEnum):
    """Whom a service is for."""

    UNDER_18 = "under-18"
    ADULT = "adult"
    ANYONE = "anyone"


class LineKind(StrEnum):
    """What a number in the crisis list is for."""

    SUICIDE_CRISIS = "suicide-crisis"
    CHILD_HELPLINE = "child-helpline"
    VIOLENCE = "violence"
    NO_VOICE = "no-voice"


class Confidence(StrEnum):
    """How well a number is known. Anything less is not published."""

    HIGH = "high"
    MEDIUM = "medium"


class Cost(StrEnum):
    """What a service costs."""

    FREE = "free"
    PAID = "paid"
    BOTH = "free and paid"
    UNKNOWN = ""


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
    look_for: str
    seed: tuple[SeedStatement, ...]
    items: tuple[Item, ...]
    steps: tuple[HelpStep, ...]
    services: tuple[Service, ...]
    directories: tuple[Directory, ...]
    countries: tuple[Country, ...]
    safety: Text
    photos: Text
    passwords: Text
    talks: tuple[Text, ...]
    scenes: tuple[Scene, ...]
    workshops: tuple[Workshop, ...]
    promises: tuple[Promise, ...]
