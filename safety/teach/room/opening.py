"""What a host must have before a room opens: a plan, a named safeguarding lead, a help line, a second adult."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from safety.library.codes import LineKind
from safety.library.help_schema import Country, CrisisLine
from safety.teach.room.state import Line

MAX_CHARACTERS: Final = 80
KINDS: Final = (LineKind.CHILD_HELPLINE, LineKind.SUICIDE_CRISIS)
# The one mark in the lists of lines that keeps children out.
ADULTS: Final = "adults"


class Missing(StrEnum):
    """What has to be said before a room opens."""

    PLAN = "plan"
    LEAD = "lead"
    PLACE = "place"
    LINE = "line"
    ADULT = "adult"


@dataclass(frozen=True)
class Lines:
    """The help lines of a country that take children."""

    code: str
    name: str
    lines: tuple[Line, ...]


def lines_for(countries: Iterable[Country]) -> tuple[Lines, ...]:
    """The countries with their help lines; those with no line that is known well enough are left out."""
    found = (Lines(country.code, country.name, tuple(_lines(country))) for country in countries)
    return tuple(one for one in found if one.lines)


def chosen_line(countries: Iterable[Country], chosen: str) -> Line | None:
    """The line that ``chosen`` names: a country's code, a space, the place of the line."""
    code, _, place = chosen.partition(" ")
    lines = next((one.lines for one in lines_for(countries) if one.code == code), ())
    return next((line for at, line in enumerate(lines) if str(at) == place), None)


def typed(text: str) -> str:
    """What a host typed, as one line of letters; '' where nothing is left."""
    plain = "".join(" " if letter.isspace() else letter for letter in text)
    seen = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C")
    return " ".join(seen.split())


def host_secret(words: Sequence[str]) -> bytes:
    """The secret that six words stand for; they bring a host back from another device."""
    return " ".join(words).encode()


def words_of(secret: bytes) -> tuple[str, ...]:
    """The six words that ``secret`` stands for."""
    return tuple(secret.decode().split())


def _lines(country: Country) -> Iterator[Line]:
    for kind in KINDS:
        for line in country.lines:
            if line.kind is kind and line.who != ADULTS:
                yield _line(country, line)


def _line(country: Country, line: CrisisLine) -> Line:
    return Line(country.name, line.name, line.phone, " · ".join(line.text), line.chat_url, line.hours)
