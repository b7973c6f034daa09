"""Every source that the content names, once, with the day somebody last looked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from safety.library.coverage_schema import Cover
from safety.library.help_schema import Law, Platform, Received
from safety.library.rules import carriers
from safety.library.schema import Library
from safety.library.text_schema import Source


@dataclass(frozen=True)
class Cited:
    """One source: its title, address, host, and the latest day checked."""

    title: str
    url: str
    host: str
    checked: date


def cited(library: Library) -> tuple[Cited, ...]:
    """The sources of ``library``, by host and title."""
    by_url: dict[str, list[Source]] = {}
    for source in _sources(library):
        by_url.setdefault(source.url, []).append(source)
    rows = [
        Cited(found[0].title, url, _host(url), max(source.checked for source in found)) for url, found in by_url.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.host, row.title)))


def _sources(library: Library) -> Iterator[Source]:
    for _, texts in (*carriers(library), ("check/copies", library.places)):
        for text in texts:
            yield from getattr(text, "sources", ())
    for service in library.services:
        if service.source_url:
            yield Source(service.source_title or service.name, service.source_url, service.reviewed)
    rows: tuple[Platform | Law | Cover | Received, ...]
    rows = (*library.platforms, *library.laws, *library.coverage, *library.received)
    for record in rows:
        yield Source(record.source_title, record.source_url, record.reviewed)
    for directory in library.directories:
        yield Source(directory.name, directory.url, directory.reviewed)
    for country in library.countries:
        if country.source_url:
            yield Source(country.name, country.source_url, country.reviewed)
        for line in country.lines:
            yield Source(line.name, line.source_url, country.reviewed)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
