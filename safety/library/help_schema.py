"""The records of help: steps, services, numbers, platforms and laws. Frozen, made once, shared by every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.codes import (
    Age,
    By,
    ClockStart,
    Confidence,
    Cost,
    ForWhom,
    Happened,
    Known,
    LawStatus,
    LineKind,
    Need,
    OnReceiving,
    PlatformKind,
    StepKind,
    Way,
    Where,
    Whose,
)
from safety.library.text_schema import Section, Source


@dataclass(frozen=True)
class HelpStep:
    """One step for somebody whose picture is out or who is threatened.

    ``age`` always counts; an empty ``whose``, ``happened``, ``by`` or ``where`` fits every answer.
    """

    id: str
    title: str
    order: int
    kind: StepKind
    age: tuple[Age, ...]
    reviewed: date
    sections: tuple[Section, ...]
    whose: tuple[Whose, ...] = ()
    happened: tuple[Happened, ...] = ()
    by: tuple[By, ...] = ()
    where: tuple[Where, ...] = ()
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Service:
    """A service that helps. ``countries`` holds ISO codes or 'global'; '' means not known.

    ``helps`` says with what, the first of all, ``ways`` how it is reached, ``speaks`` in which languages (codes such
    as ``en``, and ``mul`` for many; what the facts do not name is not there). ``text_to`` is a number to text.
    """

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
    helps: tuple[Need, ...]
    ways: tuple[Way, ...]
    speaks: tuple[str, ...] = ()
    text_to: str = ""
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
class Platform:
    """An app, site or search engine: where it takes reports, and which services reach it.

    ``report``, ``minor`` and ``fake`` are the ways in words (in the app's menus); the ``_url`` beside each is the
    official address, '' where none is known. ``encrypted`` says whether nobody but those in the chat can look.
    """

    id: str
    name: str
    kind: PlatformKind
    report: str
    report_url: str
    minor: str
    minor_url: str
    fake: str
    fake_url: str
    asks: str
    time: str
    stopncii: Known
    take_it_down: Known
    encrypted: Known
    know: str
    confidence: Confidence
    reviewed: date
    source_title: str
    source_url: str


@dataclass(frozen=True)
class Law:
    """A law that helps: what it covers, what a notice has to hold, and how fast an answer is due.

    ``countries`` are ISO codes (for a law of the Union each member by its code). One of ``hours``, ``days`` and
    ``months`` counts from ``starts`` (months by the calendar: the same day of a later month, or its last day). All are
    0 where no fixed time is known or the law does not count yet; ``deadline`` then says in words what is known.
    ``then`` is the next step when the time has passed or nobody answers.
    """

    id: str
    name: str
    place: str
    countries: tuple[str, ...]
    age: tuple[Age, ...]
    status: LawStatus
    covers: str
    asks: tuple[str, ...]
    deadline: str
    hours: int
    days: int
    months: int
    starts: ClockStart
    enforced_by: str
    then: str
    then_url: str
    know: str
    confidence: Confidence
    reviewed: date
    source_title: str
    source_url: str


@dataclass(frozen=True)
class Received:
    """What who got or holds a private picture of somebody under 18 is told to do with it in one country."""

    code: str
    rule: OnReceiving
    words: str
    confidence: Confidence
    reviewed: date
    source_title: str
    source_url: str
