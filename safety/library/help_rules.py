"""The rules for the tables of help: services, numbers, platforms, laws. Each gives faults, never a changed record.

It judges the form of what is written. Whether a number still answers or a law has changed is found by people: see
`content update-report`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from safety.library import addresses, phone_numbers
from safety.library.codes import Age, ClockStart, ForWhom, LawStatus, PlatformKind, Way
from safety.library.copies import requests
from safety.library.coverage_schema import Cover
from safety.library.document import Document, Region
from safety.library.faults import Fault
from safety.library.help_schema import Country, CrisisLine, Directory, Law, Platform, Received, Service
from safety.library.schema import Library

GLOBAL = "global"
FIRST_YEAR = 2025
# What nobody may leave empty, for any table that has the field.
NAMED = ("id", "code", "name", "place", "countries", "age")
SAID = ("what", "covers", "words", "report", "minor", "time", "enforced_by", "helps", "ways")
FILLED = frozenset([*NAMED, *SAID, "source_title", "source_url"])
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# ISO 639: every code of two letters, and those of three that we use.
ISO_639 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ceb fil mul yue"
)
LANGUAGES = frozenset(ISO_639.split())


@dataclass(frozen=True)
class Row:
    """One record of a table and where it stands."""

    document: Document
    record: Any
    region: Region

    def fault(self, key: str, what: str, write: str) -> Fault:
        """A fault in the line of ``key``."""
        return self.document.fault(self.region.line_of(key), what, write)


def of_rows(document: Document, records: Sequence[tuple[Any, Region]]) -> Iterator[Fault]:
    """The faults that each row of a table has by itself."""
    for record, region in records:
        yield from _of_row(Row(document, record, region))
        if isinstance(record, Country):
            lines = region.tables("countries.lines")
            for line, place in zip(record.lines, lines, strict=False):
                yield from _of_row(Row(document, line, place), record.code)


def of_names(library: Library, lines: Mapping[tuple[str, str], int]) -> Iterator[Fault]:
    """The faults between tables: what a child's case may show names nothing that is for adults only."""
    adult = "|".join(sorted(re.escape(name) for name in _for_adults_only(library)))
    names = re.compile(rf"(?<!\w)(?:{adult})(?!\w)" if adult else r"(?!)", re.IGNORECASE)
    for table in ("services", "platforms", "laws", "coverage"):
        file = f"{library.language}/help/{table}.toml"
        for record in getattr(library, table):
            for key, text in for_under_18(record).items():
                for name in names.findall(text):
                    what = f"{key} names {name}, which is for adults, where a child's case may show it."
                    yield Fault(file, lines.get((table, record.id), 1), what, "the sentence without the name")


def for_under_18(record: Any) -> dict[str, str]:
    """The texts of ``record`` that the case of somebody under 18 may show, by their keys."""
    match record:
        case Service() if record.who is not ForWhom.ADULT:
            keys: tuple[str, ...] = ("what", "write", "needs", "know")
        case Platform() if record.kind is not PlatformKind.ADULT:
            keys = ("name", "report", "minor", "fake", "asks", "time", "know")
        case Law() if Age.UNDER_18 in record.age:
            keys = ("covers", "asks", "deadline", "enforced_by", "then", "know")
        case Country() | CrisisLine():
            keys = ("note",)
        case Received():
            keys = ("words",)
        case Cover() if Age.UNDER_18 in record.age:
            keys = ("what",)
        case _:
            keys = ()
    values = {key: getattr(record, key) for key in keys}
    return {key: value if isinstance(value, str) else "\n\n".join(value) for key, value in values.items()}


def _of_row(row: Row, country: str = "") -> Iterator[Fault]:
    yield from _filled(row)
    yield from _addresses(row)
    yield from _codes(row)
    yield from _numbers(row, country)
    # The table of coverage looks for requests in rules of its own.
    texts = {} if isinstance(row.record, Cover) else for_under_18(row.record)
    for key, text in texts.items():
        for _, words in requests(text):
            what = f"This asks someone under 18 for a copy of a picture: {words!r}."
            yield row.fault(key, what, "the link, the name and the date")
    match row.record:
        case Service():
            yield from _service(row)
        case Platform():
            yield from _platform(row)
        case Law():
            yield from _law(row)


def _filled(row: Row) -> Iterator[Fault]:
    record = row.record
    # A number of a country needs no title of its own, and a list of helplines is its own source.
    optional = {"source_title"} if isinstance(record, Country | CrisisLine | Directory) else set()
    optional |= {"source_url"} if isinstance(record, Country) else set()
    for field in fields(record):
        if field.name in FILLED and field.name not in optional and not getattr(record, field.name):
            yield row.fault(field.name, f"{field.name} is empty.", f"{field.name}, or no row")
    if hasattr(record, "id") and not ID.fullmatch(record.id):
        yield row.fault("id", f"{record.id!r} is no id.", "small letters, figures and - between them")
    reviewed = getattr(record, "reviewed", None)
    if isinstance(reviewed, date) and reviewed.year < FIRST_YEAR:
        yield row.fault("reviewed", f"Nobody looked in {reviewed.year}.", "the day that somebody looked")


def _addresses(row: Row) -> Iterator[Fault]:
    for field in fields(row.record):
        if field.name == "url" or field.name.endswith("_url"):
            found = addresses.wrong(getattr(row.record, field.name))
            if found:
                yield row.fault(field.name, f"{field.name}: {found[0]}", found[1])


def _codes(row: Row) -> Iterator[Fault]:
    record = row.record
    for code in getattr(record, "countries", ()):
        if code != GLOBAL and not phone_numbers.is_country(code):
            yield row.fault("countries", f"{code!r} is no country.", 'a code such as "NZ", or "global"')
    code = getattr(record, "code", None)
    if code is not None and not phone_numbers.is_country(code):
        yield row.fault("code", f"{code!r} is no country.", 'a code such as "NZ"')
    for language in getattr(record, "speaks", ()):
        if language not in LANGUAGES:
            yield row.fault("speaks", f"{language!r} is no language.", "a code such as en, or mul for many")


def _numbers(row: Row, country: str) -> Iterator[Fault]:
    record = row.record
    numbers: dict[str, tuple[str, ...]]
    match record:
        case Service():
            numbers, countries = {"phone": (record.phone,)}, record.countries
        case Country():
            numbers = {"police": (record.police,), "medical": (record.medical,), "other": record.other}
            countries = (record.code,)
        case CrisisLine():
            numbers = {"phone": (record.phone,), "other_phones": record.other_phones, "text": record.text}
            countries = (country,)
        case _:
            return
    places = tuple(code for code in countries if code != GLOBAL) or phone_numbers.GLOBAL
    for key, several in numbers.items():
        for number in several:
            if number and not phone_numbers.can_be_dialled(number, places):
                where = " or ".join(places)
                yield row.fault(key, f"{number!r} cannot be dialled in {where}.", "the number as one dials it there")


def _service(row: Row) -> Iterator[Fault]:
    service = row.record
    if not (service.url or service.phone or service.write or Way.VISIT in service.ways):
        yield row.fault("url", "Nobody can reach this service.", "url, phone or write")


def _platform(row: Row) -> Iterator[Fault]:
    platform = row.record
    if platform.fake_url and not platform.fake:
        yield row.fault("fake_url", "The address stands without words.", "fake, in words")


def _law(row: Row) -> Iterator[Fault]:
    law = row.record
    clocks = [getattr(law, key) for key in ("hours", "days", "months")]
    counted = sum(bool(clock) for clock in clocks)
    if min(clocks) < 0 or counted > 1:
        yield row.fault("hours", "A time is counted once.", "hours, days or months; 0 for the other two")
    if bool(counted) != (law.starts is not ClockStart.NONE):
        yield row.fault("starts", "A time has a start, and a start a time.", 'both, or 0 and starts = ""')
    if counted and law.status not in (LawStatus.IN_FORCE, LawStatus.PARTLY):
        yield row.fault("status", "Nobody can count on a law that is not in force.", "0, and the time in deadline")
    if counted and not (law.then and law.deadline):
        yield row.fault("then", "What comes when the time has passed?", "deadline and then, in words")
    if law.starts is ClockStart.REQUEST and not law.asks:
        yield row.fault("asks", "Nobody can tell what a request has to hold.", "asks, one thing each")
    if law.then_url and not law.then:
        yield row.fault("then_url", "The address stands without words.", "then, in words")


def _for_adults_only(library: Library) -> set[str]:
    """What adults-only services and sites are called."""
    sites = (record for record in library.platforms if record.kind is PlatformKind.ADULT)
    services = (record for record in library.services if record.who is ForWhom.ADULT)
    named = {record.name.partition(" (")[0].removesuffix(".org") for record in services}
    return named | {word for record in sites for word in record.id.split("-")}
