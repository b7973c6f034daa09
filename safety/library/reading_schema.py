"""The pages for reading: two at one screen, teens by themselves, and the main things in few and short words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.talk_codes import TalkAge, Voice
from safety.library.text_schema import Section, Source


@dataclass(frozen=True)
class Line:
    """What one of the two reads aloud before the other goes on."""

    who: Voice
    says: str


@dataclass(frozen=True)
class Together:
    """A short page for two: a story without a picture, read in turns, three questions, one thing to set up."""

    id: str
    title: str
    lead: str
    age: TalkAge
    order: int
    minutes: int
    lines: tuple[Line, ...]
    questions: tuple[str, ...]
    set_up: str
    reviewed: date
    how: tuple[str, ...] = ()
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A page that a teen, or somebody who reads slowly, reads alone; the mark of a section is its title."""

    id: str
    title: str
    lead: str
    order: int
    reviewed: date
    sections: tuple[Section, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()
