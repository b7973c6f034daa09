"""The records of the search: other people's words for what we write about, and pages whose text is in no record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Room(StrEnum):
    """Where a result leads: the rooms of the menu, and the pages about the site itself."""

    CHECK = "check"
    PHOTOS = "photos"
    PASSWORDS = "passwords"
    TALK = "talk"
    TEACH = "teach"
    HELP = "help"
    SITE = "site"


class Mood(StrEnum):
    """What somebody may feel who types such words; each holds for the ones before it, too.

    ``careful``: the first result is for every age. ``distress``: help comes before other pages. ``urgent``: the line
    to the numbers stands above all results.
    """

    PLAIN = "plain"
    CAREFUL = "careful"
    DISTRESS = "distress"
    URGENT = "urgent"


@dataclass(frozen=True)
class Concept:
    """What people type for one thing. ``means`` are our words for it; ``pages`` are the results that come first.

    ``under_18``: somebody under 18 is meant, so nothing for adults alone is found.

    A page is named as the search names it: by its address without the first slash, such as ``help/first-hour``; an
    action of the check as ``check/<id>``, a service as ``services/<id>``, a talk of all ages as ``talk/<situation>``.
    """

    id: str
    words: tuple[str, ...]
    means: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    mood: Mood = Mood.PLAIN
    under_18: bool = False


@dataclass(frozen=True)
class Door:
    """A page whose text is in no record of the library. ``words`` are found there, too."""

    id: str
    address: str
    room: Room
    title: str
    line: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Skipped:
    """Words that tell nothing of what somebody looks for."""

    id: str
    words: tuple[str, ...]
