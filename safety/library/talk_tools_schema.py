"""The records of the tools for a talk: each is one file, of which a page is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.talk_codes import CardFor, SayDrawing, TalkAge
from safety.library.text_schema import Source


@dataclass(frozen=True)
class Question:
    """A question that a grown-up and a child answer each for themselves, and what to talk about afterwards."""

    id: str
    ages: tuple[TalkAge, ...]
    asks: str
    choices: tuple[str, ...]
    talk: str


@dataclass(frozen=True)
class SamePage:
    """The questions of 'Same page?'. Every age has as many as the others."""

    id: str
    title: str
    lead: str
    reviewed: date
    questions: tuple[Question, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Clause:
    """One sentence a family can agree on. ``young`` says it in the words of a child under 8."""

    id: str
    topic: str
    says: str
    young: str


@dataclass(frozen=True)
class Agreement:
    """The sentences a family chooses from, in the order in which they are printed."""

    id: str
    title: str
    lead: str
    reviewed: date
    clauses: tuple[Clause, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Card:
    """One card to cut out. ``who`` carries it."""

    id: str
    who: CardFor
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Cards:
    """The cards, those of one reader together."""

    id: str
    title: str
    lead: str
    reviewed: date
    cards: tuple[Card, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of photo that a young child says yes, ask me or no to."""

    id: str
    says: str
    drawing: SayDrawing


@dataclass(frozen=True)
class MySay:
    """The kinds of photos, and ``always``: what no child is asked about, since it is a no for everybody."""

    id: str
    title: str
    lead: str
    always: str
    reviewed: date
    kinds: tuple[Kind, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Piece:
    """One answer to a question of 'Tell someone', and the sentence that it becomes."""

    id: str
    label: str
    says: str


@dataclass(frozen=True)
class Tell:
    """What the two lines are made of: how to begin with ``who``, ``much`` and ``needs``."""

    id: str
    title: str
    lead: str
    reviewed: date
    who: tuple[Piece, ...]
    much: tuple[Piece, ...]
    needs: tuple[Piece, ...]
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()
