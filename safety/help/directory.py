"""The services and numbers that fit a country, in the order in which they help most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safety.library.codes import ForWhom, LineKind
from safety.library.help_schema import Country, CrisisLine, Service
from safety.library.schema import Library

GLOBAL = "global"


@dataclass(frozen=True)
class Help:
    """What there is in one country: its numbers by kind, and the services by whom they are for."""

    code: str
    country: Country | None
    lines: tuple[tuple[LineKind, tuple[CrisisLine, ...]], ...]
    services: tuple[tuple[ForWhom, tuple[Service, ...]], ...]


def codes(library: Library) -> tuple[str, ...]:
    """Every country that anything is known of."""
    named = {code for service in library.services for code in service.countries if code != GLOBAL}
    return tuple(sorted(named | {country.code for country in library.countries}))


def in_country(library: Library, code: str) -> Help:
    """The help in ``code``; '' gives what there is everywhere."""
    country = next((one for one in library.countries if one.code == code), None)
    lines = country.lines if country else ()
    return Help(
        code,
        country,
        tuple((kind, of_kind) for kind in LineKind if (of_kind := _of_kind(lines, kind))),
        tuple((who, found) for who in ForWhom if (found := _services(library.services, code, who))),
    )


def _of_kind(lines: Iterable[CrisisLine], kind: LineKind) -> tuple[CrisisLine, ...]:
    return tuple(line for line in lines if line.kind is kind)


def _services(services: Iterable[Service], code: str, who: ForWhom) -> tuple[Service, ...]:
    """Those of the country first, then those of the whole world."""
    fitting = [one for one in services if one.who is who and {code, GLOBAL} & set(one.countries)]
    return tuple(sorted(fitting, key=lambda one: code not in one.countries))
