"""The numbers of one country for somebody in danger or in a crisis: to speak, and to write without a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safety.library.codes import Age, LineKind
from safety.library.help_schema import Country, CrisisLine

# A line about pictures or the police alone is no crisis line: these three are, in the order shown.
KINDS = (LineKind.SUICIDE_CRISIS, LineKind.CHILD_HELPLINE, LineKind.VIOLENCE)


@dataclass(frozen=True)
class Numbers:
    """Whom to reach in ``country``: ``speak`` by calling, ``write`` by text, chat or relay. A line can be in both."""

    country: Country
    speak: tuple[CrisisLine, ...]
    write: tuple[CrisisLine, ...]

    def first(self, age: Age, *, silent: bool) -> tuple[CrisisLine, ...]:
        """The lines for a crisis, for children too when it is about one; to write first for who is ``silent``."""
        kinds = KINDS[:2] if age is Age.UNDER_18 else KINDS[:1]
        every = (*self.write, *self.speak) if silent else (*self.speak, *self.write)
        return tuple(dict.fromkeys(line for line in every if line.kind in kinds))


def numbers(countries: Iterable[Country], code: str) -> Numbers | None:
    """The numbers of the country ``code``; None when nothing is known of it."""
    country = next((one for one in countries if one.code == code), None)
    if country is None:
        return None
    lines = [line for kind in LineKind for line in country.lines if line.kind is kind]
    return Numbers(
        country,
        tuple(line for line in lines if line.phone and line.kind in KINDS),
        tuple(line for line in lines if line.kind is LineKind.NO_VOICE or line.text or line.chat_url),
    )
