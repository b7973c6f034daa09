"""The records of the talks: what a parent, a relative or a teen reads, by age and by what is going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.talk_codes import GoingOn, Listener, Moment, Side, TalkAge
from safety.library.text_schema import Section, Source


@dataclass(frozen=True)
class Situation:
    """What is going on, and the words for it: parts in the order of ``SITUATION_HEADINGS``.

    A part may be written for some ages only: its mark names them, as in ``## start (5-7, 8-10)``. The same part
    without a mark is for every other age in ``ages``. At the moment ``now`` help comes first, and nothing is said of
    being careful.
    """

    id: str
    title: str
    lead: str
    order: int
    ages: tuple[TalkAge, ...]
    reviewed: date
    sections: tuple[Section, ...]
    moment: Moment = Moment.CALM
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Choice:
    """What one may say, what the other may hear and why, and where the scene goes.

    Either ``to`` names a turn further down, or the scene ends here: then ``end`` says what one can still do, and
    ``later`` has words to come back with.
    """

    say: str
    heard: str
    why: str
    to: str = ""
    end: str = ""
    later: str = ""


@dataclass(frozen=True)
class Turn:
    """One moment of a scene: what the other says or does, and the choices."""

    id: str
    says: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Scene:
    """A short talk to practise. It starts at the first turn, and every way leads down to an end."""

    id: str
    title: str
    side: Side
    ages: tuple[TalkAge, ...]
    about: tuple[GoingOn, ...]
    speaker: str
    listener: Listener
    intro: str
    reviewed: date
    turns: tuple[Turn, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


def sections_for(situation: Situation, age: TalkAge) -> tuple[Section, ...]:
    """The parts of ``situation`` that somebody with a child of ``age`` reads: one of each heading."""
    headings = dict.fromkeys(section.heading for section in situation.sections)
    found = (_for_age(situation, heading, age) for heading in headings)
    return tuple(section for section in found if section)


def marked_ages(mark: str) -> tuple[str, ...]:
    """The ages that the mark of a part names."""
    return tuple(word.strip() for word in mark.split(",")) if mark else ()


def _for_age(situation: Situation, heading: str, age: TalkAge) -> Section | None:
    written = [section for section in situation.sections if section.heading == heading]
    own = (section for section in written if age in marked_ages(section.mark))
    return next(own, next((section for section in written if not section.mark), None))
