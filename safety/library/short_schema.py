"""The records of short checks: the check's own items for one occasion, in named parts, in words for each age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safety.library.codes import Audience, ShortQuestion
from safety.library.text_schema import Source


@dataclass(frozen=True)
class Pointer:
    """A sentence that leads to another page of this site: the words before the link, its words, its path."""

    says: str
    link: str
    to: str


@dataclass(frozen=True)
class Part:
    """Items in the order in which to do them. ``minutes``, where given, is the time that they all fit into."""

    title: str
    why: str
    items: tuple[str, ...]
    minutes: int = 0


@dataclass(frozen=True)
class Version:
    """The list for some audiences. ``first`` is read before anything is done, ``more`` at the end."""

    who: tuple[Audience, ...]
    title: str
    lead: str
    parts: tuple[Part, ...]
    first: tuple[Pointer, ...] = ()
    more: tuple[Pointer, ...] = ()


@dataclass(frozen=True)
class Short:
    """One short check: how its door reads to anybody, what it asks, and its lists.

    It has a list for every audience, or a single one, for the parents of a child.
    """

    id: str
    title: str
    about: str
    order: int
    reviewed: date
    versions: tuple[Version, ...]
    asks: tuple[ShortQuestion, ...] = ()
    seed: tuple[str, ...] = ()
    source: str = ""
    sources: tuple[Source, ...] = ()
