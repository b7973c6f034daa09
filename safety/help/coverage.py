"""Which service reaches an app, at an age, in a country; and the honest answer when none does.

It reads the table of the content and adds nothing to it: what no row says is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safety.help.answers import NOT_SURE
from safety.help.directory import GLOBAL, codes
from safety.library.codes import Age, Known, PlatformKind
from safety.library.coverage_schema import ANYWHERE, ENCRYPTED_CHATS, Cover
from safety.library.help_schema import Platform, Service
from safety.library.schema import Library

# An app or a site that we have no row of.
OTHER = "other"
# Nobody says that a picture 'is on' a company that only passes pages on.
NO_PLACES = (PlatformKind.INFRASTRUCTURE,)
Reached = tuple[tuple[Cover, Service], ...]


@dataclass(frozen=True)
class Question:
    """What was asked. ``asked`` is False until an app was chosen; ``platform`` is then None for another app."""

    age: Age | None = None
    country: str = ""
    platform: Platform | None = None
    asked: bool = False

    @property
    def counted_age(self) -> Age:
        """The age that counts: without one the person in the picture is under 18."""
        return self.age or Age.UNDER_18


@dataclass(frozen=True)
class Answer:
    """The services by how far they reach, those of the country first."""

    yes: Reached
    part: Reached
    unknown: Reached
    no: Reached

    @property
    def is_covered(self) -> bool:
        """Whether at least one service reaches the app, or a part of it."""
        return bool(self.yes or self.part)


def places(library: Library, age: Age) -> tuple[Platform, ...]:
    """The apps and sites that can be chosen at this age: adult sites in the adult branch alone."""
    hidden = NO_PLACES if age is Age.ADULT else (*NO_PLACES, PlatformKind.ADULT)
    return tuple(one for one in library.platforms if one.kind not in hidden)


def read(library: Library, form: Mapping[str, str]) -> Question | None:
    """What a form asks; None when it holds an answer that no page offers."""
    age, code, place = form.get("age", ""), form.get("country", ""), form.get("app", "")
    known = {one.id: one for one in places(library, Age.ADULT)}
    if age not in ("", NOT_SURE, *Age) or code not in ("", *codes(library)) or place not in ("", OTHER, *known):
        return None
    question = Question(Age(age) if age in tuple(Age) else None, code, asked=bool(place))
    # Somebody went back and chose the other age: an adult site is then a site like any other.
    offered = {one.id for one in places(library, question.counted_age)}
    platform = known[place] if place in offered else None
    return Question(question.age, code, platform, question.asked)


def answer(library: Library, question: Question) -> Answer:
    """The services that have a row for this question: one row each, the one that names the app itself first."""
    services = {one.id: one for one in library.services}
    rows: dict[str, Cover] = {}
    for name in _names(question.platform):
        for row in library.coverage:
            if _fits(row, name, question) and row.service in services:
                rows.setdefault(row.service, row)
    found = sorted(rows.values(), key=lambda row: question.country not in row.countries)
    reached = [(row, services[row.service]) for row in found]
    return Answer(*(tuple(pair for pair in reached if pair[0].reach is reach) for reach in _REACHES))


_REACHES = (Known.YES, Known.PART, Known.UNKNOWN, Known.NO)


def _names(platform: Platform | None) -> tuple[str, ...]:
    """What a row may call the platform, the most exact first."""
    if platform is None:
        return (ANYWHERE,)
    return (platform.id, ENCRYPTED_CHATS if platform.encrypted is Known.YES else ANYWHERE)


def _fits(row: Cover, name: str, question: Question) -> bool:
    near = {question.country, GLOBAL} & set(row.countries)
    return name in row.platforms and question.counted_age in row.age and bool(near)
