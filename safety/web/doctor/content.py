"""The texts: faults, how old they are, and the numbers to call, country by country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from safety.library import upkeep
from safety.library.faults import ContentError
from safety.library.schema import Library
from safety.web.doctor.finding import Finding, fine, look, wrong

STALE_DAYS: Final = 180
# A number is dialled by somebody who is frightened: over a year it is a fault, not a chore.
MOST_PHONE_DAYS: Final = 365
NAMED: Final = 6
_REPORT: Final = "Run: flask --app app content update-report"


def faulty(error: ContentError) -> Finding:
    """The texts have faults."""
    says = f"The texts have {len(error.faults)} faults, and the site does not start on one."
    return wrong("texts", says, "Run: flask --app app content check")


def check(libraries: Iterable[Library], today: date) -> Iterator[Finding]:
    """All findings on ``libraries`` on the day ``today``."""
    everything = tuple(libraries)
    yield reviews(tuple(review for library in everything for review in upkeep.reviews(library)), today)
    oldest: dict[str, date] = {}
    for library in everything:
        for country, day in numbers(library):
            oldest[country] = min(day, oldest.get(country, day))
    yield phone_numbers(oldest, today)


def reviews(found: tuple[upkeep.Review, ...], today: date) -> Finding:
    """How many texts nobody has read for long."""
    if not found:
        return wrong("texts", "There is no text at all.", "Is CONTENT the right folder?")
    ahead, old = tuple(upkeep.ahead(found, today)), tuple(upkeep.old(found, today, STALE_DAYS))
    if ahead:
        says = f"{len(ahead)} texts were read on a day that has not come."
        return wrong("texts", says, "Is the clock right? Then: flask --app app content check")
    oldest = min(found)
    if old:
        says = f"{len(old)} of {len(found)} texts were not read again for {STALE_DAYS} days; the oldest: {oldest.place}"
        return look("texts", f"{says} ({oldest.reviewed}).", _REPORT)
    return fine("texts", f"All {len(found)} were read within {STALE_DAYS} days; the oldest on {oldest.reviewed}.")


def numbers(library: Library) -> Iterator[tuple[str, date]]:
    """Every country with a number to call, and the day somebody last looked at one of its numbers."""
    names = {country.code: country.name for country in library.countries}
    for country in library.countries:
        if country.police or country.medical or any(line.phone or line.text for line in country.lines):
            yield country.name, country.reviewed
    for service in library.services:
        if service.phone:
            for code in service.countries:
                yield (upkeep.WHOLE_WORLD if code == upkeep.GLOBAL else names.get(code, code)), service.reviewed


def phone_numbers(oldest: Mapping[str, date], today: date) -> Finding:
    """Whether a number that people call is older than it may get; ``oldest`` is the day for each country."""
    name = "numbers"
    too_old = [country for country, day in oldest.items() if (today - day).days > MOST_PHONE_DAYS]
    if too_old:
        says = f"Numbers were not checked for {MOST_PHONE_DAYS} days: {_named(too_old)}."
        return wrong(name, says, f"{_REPORT}, check them or take them out.")
    old = [country for country, day in oldest.items() if (today - day).days > STALE_DAYS]
    if old:
        return look(name, f"Numbers were not checked for {STALE_DAYS} days: {_named(old)}.", _REPORT)
    return fine(name, f"The numbers of all {len(oldest)} countries were checked within {STALE_DAYS} days.")


def _named(countries: list[str]) -> str:
    shown, rest = sorted(countries)[:NAMED], len(countries) - NAMED
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")
