"""The rules of the coverage table: each gives faults, never a changed record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

from safety.library.codes import Age, ForWhom, Known, PlatformKind
from safety.library.copies import requests
from safety.library.coverage_schema import ANYWHERE, ENCRYPTED_CHATS, Cover
from safety.library.faults import Fault
from safety.library.help_schema import Platform, Service
from safety.library.schema import Library

COUNTRY = re.compile(r"[A-Z]{2}|global")
OTHER_AGE = {ForWhom.UNDER_18: Age.ADULT, ForWhom.ADULT: Age.UNDER_18}


def of_coverage(library: Library, lines: Mapping[str, int]) -> Iterator[Fault]:
    """The faults of every row; ``lines`` gives the line on which the row of an id begins."""
    services = {service.id: service for service in library.services}
    platforms = {platform.id: platform for platform in library.platforms}
    file = f"{library.language}/help/coverage.toml"
    for row in library.coverage:
        for what, write in _faults(row, services.get(row.service), platforms):
            yield Fault(file, lines.get(row.id, 1), f"{row.id}: {what}", write)
    for row, what in _twice(library.coverage):
        yield Fault(file, lines.get(row.id, 1), f"{row.id}: {what}", "one row for each service, app, age and country")


def _faults(row: Cover, service: Service | None, platforms: Mapping[str, Platform]) -> Iterator[tuple[str, str]]:
    for name in sorted(set(row.platforms) - platforms.keys() - {ANYWHERE, ENCRYPTED_CHATS}):
        yield f"There is no platform {name}.", f"an id of platforms.toml, {ANYWHERE} or {ENCRYPTED_CHATS}"
    if not row.platforms or not row.age or not row.countries:
        yield "The row is about nothing.", "at least one platform, one age and one country"
    for code in row.countries:
        if not COUNTRY.fullmatch(code):
            yield f"{code} is no country.", "two capital letters, or global"
    for key, text in (("what", row.what), ("source_title", row.source_title)):
        if not text:
            yield f"{key} is empty.", "a sentence"
    if not row.source_url.startswith("https://"):
        yield "The address is not https.", "an https address"
    yield from _too_far(row, platforms)
    yield from _wrong_age(row, service, platforms)


def _too_far(row: Cover, platforms: Mapping[str, Platform]) -> Iterator[tuple[str, str]]:
    """Nobody can look into an encrypted chat."""
    named = [platforms[name] for name in row.platforms if name in platforms]
    encrypted = ENCRYPTED_CHATS in row.platforms or any(one.encrypted is Known.YES for one in named)
    if row.reach is Known.YES and encrypted:
        yield "Nobody can look into an encrypted chat.", 'reach = "part" or "no", in a row of its own'


def _wrong_age(row: Cover, service: Service | None, platforms: Mapping[str, Platform]) -> Iterator[tuple[str, str]]:
    if service is None:
        yield f"There is no service {row.service}.", "an id of services.toml"
        return
    if OTHER_AGE.get(service.who) in row.age:
        yield f"{service.id} is not there for this age.", f'age = ["{service.who}"]'
    if Age.UNDER_18 not in row.age:
        return
    for name in row.platforms:
        if name in platforms and platforms[name].kind is PlatformKind.ADULT:
            yield f"{name} is not shown to a case of somebody under 18.", 'a row of its own with age = ["adult"]'
    for _, words in requests(row.what):
        yield f"This asks someone under 18 for a copy of a picture: {words!r}.", "the link, the name and the date"


def _twice(rows: tuple[Cover, ...]) -> Iterator[tuple[Cover, str]]:
    seen: Counter[tuple[str, str, Age, str]] = Counter()
    for row in rows:
        for platform, age, country in product(row.platforms, row.age, row.countries):
            seen[row.service, platform, age, country] += 1
            if seen[row.service, platform, age, country] == 2:
                yield row, f"{row.service} has a row for {platform}, {age}, {country} already."
