"""What somebody has to look at again: every record with the day of its last review, and what to do about an old one.

It knows days and texts alone. Nothing is opened or called here; the clock is an argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from safety.library.coverage_schema import Cover
from safety.library.help_schema import Country, Directory, Law, Platform, Received, Service
from safety.library.rules import carriers
from safety.library.schema import Library

GLOBAL = "global"
WHOLE_WORLD = "The whole world"


class Way(StrEnum):
    """How a fact is looked at again."""

    CALL = "call"
    OPEN = "open"
    READ = "read"


@dataclass(frozen=True, order=True)
class Review:
    """A record and the day somebody last looked at it; ``place`` is its file or folder and its id."""

    reviewed: date
    place: str


@dataclass(frozen=True)
class Task:
    """One thing to look at: what to call or open, and what to compare with what is written."""

    way: Way
    reviewed: date
    place: str
    name: str
    country: str
    targets: tuple[str, ...]
    compare: tuple[str, ...]


def reviews(library: Library) -> tuple[Review, ...]:
    """Every record of ``library`` that bears a day of review, the oldest first."""
    return tuple(sorted(Review(record.reviewed, place) for place, record in _records(library)))


def old(found: Iterable[Review], today: date, days: int) -> Iterator[Review]:
    """Those that nobody has looked at for more than ``days``."""
    return (review for review in found if (today - review.reviewed).days > days)


def ahead(found: Iterable[Review], today: date) -> Iterator[Review]:
    """Those whose day has not come yet: a slip of the pen, or a clock that is wrong."""
    return (review for review in found if review.reviewed > today)


def tasks(library: Library, today: date, days: int) -> tuple[Task, ...]:
    """What to call, open and read, for records that nobody has looked at for ``days`` or more; the oldest first."""
    names = {country.code: country.name for country in library.countries}
    made = [
        task
        for place, record in _records(library)
        if (today - record.reviewed).days >= days
        for task in _tasks(place, record, names)
        if task.targets
    ]
    return tuple(sorted(made, key=lambda task: (task.reviewed, task.country, task.place)))


def _records(library: Library) -> Iterator[tuple[str, Any]]:
    tables = (
        *carriers(library),
        ("check/copies", library.places),
        ("help/platforms.toml", library.platforms),
        ("help/laws.toml", library.laws),
        ("help/coverage.toml", library.coverage),
        ("help/crisis.toml", (*library.directories, *library.countries)),
        ("help/received.toml", library.received),
    )
    for place, records in tables:
        for record in records:
            name = record.id if hasattr(record, "id") else record.code
            yield f"{library.language}/{place}/{name}", record


def _tasks(place: str, record: Any, names: dict[str, str]) -> Iterator[Task]:
    match record:
        case Service():
            where = _where(record.countries, names)
            call = (record.phone,) if record.phone else ()
            yield Task(Way.CALL, record.reviewed, place, record.name, where, call, _service(record))
            pages = _addresses(record.url, record.source_url)
            yield Task(Way.OPEN, record.reviewed, place, record.name, where, pages, _service(record))
        case Country():
            yield from _country(place, record)
        case Law():
            pages = _addresses(record.source_url, record.then_url)
            yield Task(Way.READ, record.reviewed, place, record.name, record.place, pages, _law(record))
        case Platform():
            pages = _addresses(record.report_url, record.minor_url, record.fake_url, record.source_url)
            yield Task(Way.OPEN, record.reviewed, place, record.name, "", pages, _platform(record))
        case Cover():
            reached = (f"reach: {record.reach}", f"apps: {', '.join(record.platforms)}", record.what)
            yield Task(Way.OPEN, record.reviewed, place, record.id, "", _addresses(record.source_url), reached)
        case Received():
            where, rule = names.get(record.code, record.code), (f"rule: {record.rule}", record.words)
            yield Task(Way.READ, record.reviewed, place, where, where, _addresses(record.source_url), rule)
        case Directory():
            pages = _addresses(record.url, record.source_url)
            yield Task(Way.OPEN, record.reviewed, place, record.name, "", pages, (record.what,))
        case _:
            pages = _addresses(*(source.url for source in getattr(record, "sources", ())))
            name = getattr(record, "title", "") or getattr(record, "name", "") or str(record.id)
            yield Task(Way.OPEN, record.reviewed, place, name, "", pages, ("the text against its sources",))


def _country(place: str, country: Country) -> Iterator[Task]:
    """Emergency numbers are compared with their page and never called; lines are called."""
    numbers = (f"police: {country.police or '?'}", f"medical: {country.medical or '?'}", *country.other)
    pages = _addresses(country.source_url)
    yield Task(Way.OPEN, country.reviewed, place, "Emergency numbers", country.name, pages, numbers)
    for line in country.lines:
        compare = (f"who: {line.who}", f"hours: {line.hours or '?'}", f"languages: {line.languages or '?'}")
        calls = tuple(number for number in (line.phone, *line.other_phones) if number)
        yield Task(Way.CALL, country.reviewed, place, line.name, country.name, calls, compare)
        written = (*(f"text: {text}" for text in line.text), *compare)
        pages = _addresses(line.chat_url, line.source_url)
        yield Task(Way.OPEN, country.reviewed, place, line.name, country.name, pages, written)


def _service(service: Service) -> tuple[str, ...]:
    return (
        f"for: {service.who}",
        f"hours: {service.hours or '?'}",
        f"languages: {service.languages or '?'}",
        f"cost: {service.cost or '?'}",
        f"needs: {service.needs or '?'}",
    )


def _platform(platform: Platform) -> tuple[str, ...]:
    return (
        f"report: {platform.report}",
        f"under 18: {platform.minor}",
        f"asks: {platform.asks or '?'}",
        f"time: {platform.time}",
    )


def _law(law: Law) -> tuple[str, ...]:
    asks = "; ".join(law.asks)
    return (
        f"status: {law.status}",
        f"time: {law.deadline or 'none'}",
        f"asks: {asks or 'nothing'}",
        f"then: {law.then or '?'}",
    )


def _where(codes: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(WHOLE_WORLD if code == GLOBAL else names.get(code, code) for code in codes)


def _addresses(*urls: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(url for url in urls if url))
