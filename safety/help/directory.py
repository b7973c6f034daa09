"""The services and numbers that fit a country, an age and a need, in the order in which they help most.

Whoever gives no age is shown what is there for people under 18. Numbers for danger never depend on
an age, a need or a language. It does not ask whether a number answers: it says when nobody has
looked for a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from safety.help.answers import NOT_SURE
from safety.library.codes import Age, Cost, ForWhom, LineKind, Need, Way
from safety.library.help_schema import Country, CrisisLine, Service
from safety.library.schema import Library

GLOBAL = "global"
# The code of ISO 639 for several languages: a service that finds an interpreter.
MANY_LANGUAGES = "mul"
CONFIRMED_DAYS = 365
NEAREST = 3
# One service for each of these stands at the top: who removes, who stops copies, who listens. The number says how
# early the need has to stand among those of a service: who removes may stop copies too, and that does not count.
FIRST_NEEDS = {Need.REMOVE: 2, Need.HASH: 1, Need.TALK: 2}
WITHOUT_VOICE = frozenset({Way.TEXT, Way.CHAT, Way.EMAIL, Way.FORM, Way.RELAY, Way.APP, Way.READ})
LAST_NUMBER = re.compile(r"\+?\(?\d[\d ()-]*$")
Lines = tuple[tuple[LineKind, tuple[CrisisLine, ...]], ...]
_KINDS: dict[Age, tuple[LineKind, ...]] = {
    Age.UNDER_18: (LineKind.SUICIDE_CRISIS, LineKind.CHILD_HELPLINE, LineKind.NO_VOICE, LineKind.VIOLENCE),
    Age.ADULT: (LineKind.SUICIDE_CRISIS, LineKind.NO_VOICE, LineKind.VIOLENCE, LineKind.CHILD_HELPLINE),
}


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for; what is '' or None is left open. ``quiet`` asks for ways without speaking."""

    country: str = ""
    age: Age | None = None
    need: Need | None = None
    language: str = ""
    quiet: bool = False

    @property
    def counted_age(self) -> Age:
        """The age that counts: without one the person in the picture is under 18."""
        return self.age or Age.UNDER_18

    @property
    def is_narrow(self) -> bool:
        """Whether more than a country and an age was asked for."""
        return bool(self.need or self.language or self.quiet)


@dataclass(frozen=True)
class Found:
    """What there is: numbers by kind, the nearest services, the others by need, and those that cost money."""

    country: Country | None
    lines: Lines
    nearest: tuple[Service, ...]
    by_need: tuple[tuple[Need, tuple[Service, ...]], ...]
    paid: tuple[Service, ...]

    @property
    def services(self) -> tuple[Service, ...]:
        """All services, each once, as they stand on the page."""
        return (*self.nearest, *(one for _, group in self.by_need for one in group), *self.paid)


def codes(library: Library) -> tuple[str, ...]:
    """Every country that anything is known of."""
    named = {code for service in library.services for code in service.countries if code != GLOBAL}
    return tuple(sorted(named | {country.code for country in library.countries}))


def languages(library: Library) -> tuple[str, ...]:
    """Every language that a service is known to speak."""
    return tuple(sorted({code for service in library.services for code in service.speaks} - {MANY_LANGUAGES}))


def read(library: Library, form: Mapping[str, str]) -> Wanted | None:
    """What a form asks for; None when it holds an answer that the page does not offer."""
    code, age, need = form.get("country", ""), form.get("age", ""), form.get("need", "")
    language = form.get("language", "")
    offered = (
        code in ("", *codes(library))
        and age in ("", NOT_SURE, *Age)
        and need in ("", *Need)
        and language in ("", *languages(library))
    )
    if not offered:
        return None
    known_age = Age(age) if age in tuple(Age) else None
    return Wanted(code, known_age, Need(need) if need else None, language, form.get("quiet") == "yes")


def find(library: Library, wanted: Wanted) -> Found:
    """The numbers of the country, and every service that fits, nearest first."""
    country = next((one for one in library.countries if one.code == wanted.country), None)
    lines = _lines(country.lines if country else (), wanted)
    fitting = (one for one in library.services if fits(one, wanted) and not _is_among(one, lines, wanted))
    ranked = sorted(fitting, key=lambda one: _distance(one, wanted.country))
    nearest = _nearest([one for one in ranked if one.cost is not Cost.PAID], wanted.need)
    rest = [one for one in ranked if one not in nearest]
    return Found(
        country,
        lines,
        nearest,
        _by_need([one for one in rest if one.cost is not Cost.PAID], wanted.need),
        tuple(one for one in rest if one.cost is Cost.PAID),
    )


def fits(service: Service, wanted: Wanted) -> bool:
    """Whether ``service`` is there for this country and age, and does what is asked."""
    for_age = {Age.UNDER_18: ForWhom.UNDER_18, Age.ADULT: ForWhom.ADULT}[wanted.counted_age]
    return (
        service.who in (for_age, ForWhom.ANYONE)
        and bool({wanted.country, GLOBAL} & set(service.countries))
        and (wanted.need is None or wanted.need in service.helps)
        and (not wanted.language or bool({wanted.language, MANY_LANGUAGES} & set(service.speaks)))
        and (not wanted.quiet or bool(WITHOUT_VOICE & set(service.ways)))
    )


def asks_check(reviewed: date, today: date) -> bool:
    """Whether nobody has confirmed this for so long that it has to say so."""
    return (today - reviewed).days > CONFIRMED_DAYS


def is_from_old_page(line: CrisisLine, today: date) -> bool:
    """Whether the newest page that shows this number is of a year that ended more than a year ago."""
    return bool(line.source_year) and asks_check(date(line.source_year, 12, 31), today)


def number_to_text(words: str) -> str:
    """The number at the end of 'Text HOME to 741741'; '' for a chat in somebody else's app."""
    found = LAST_NUMBER.search(words)
    return found[0].strip() if found and "whatsapp" not in words.lower() else ""


def _distance(service: Service, country: str) -> tuple[bool, bool, int]:
    """Services of the country first, then those that answer, then by what they help with first of all."""
    return (country not in service.countries, _is_reading(service), list(Need).index(service.helps[0]))


def _nearest(ranked: Sequence[Service], need: Need | None) -> tuple[Service, ...]:
    """One for each of the first needs, then those that answer; never a page that one only reads."""
    answering = [one for one in ranked if not _is_reading(one)]
    chosen: list[Service] = []
    for wanted, places in FIRST_NEEDS.items():
        if not any(wanted in one.helps[:places] for one in chosen):
            chosen += [one for one in answering if wanted in one.helps[:places]][:1]
    chosen = list(answering if need else dict.fromkeys([*chosen, *answering]))
    return tuple(chosen[:NEAREST])


def _is_reading(service: Service) -> bool:
    """Whether nobody answers there: a guide, or a tool that others use."""
    return set(service.ways) <= {Way.READ} or service.helps[0] is Need.LEARN


def _by_need(services: Iterable[Service], need: Need | None) -> tuple[tuple[Need, tuple[Service, ...]], ...]:
    """Each service once: under the need that was asked for, else under what it helps with first of all."""
    groups: dict[Need, list[Service]] = {}
    for service in services:
        groups.setdefault(need or service.helps[0], []).append(service)
    return tuple((one, tuple(groups[one])) for one in Need if one in groups)


def _is_among(service: Service, lines: Lines, wanted: Wanted) -> bool:
    """Whether its number stands among the numbers of the country already; who narrows the choice sees it again."""
    own = {_digits(service.phone), _digits(service.text_to)} - {""}
    shown = {
        _digits(number)
        for _, group in lines
        for line in group
        for number in (line.phone, *line.other_phones, *map(number_to_text, line.text))
    }
    return bool(own) and own <= shown and not wanted.is_narrow and Need.REMOVE not in service.helps


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())


def _lines(lines: Sequence[CrisisLine], wanted: Wanted) -> Lines:
    kinds = _KINDS[wanted.counted_age]
    if wanted.quiet:
        lines = [one for one in lines if one.text or one.chat_url or one.kind is LineKind.NO_VOICE]
        kinds = tuple(sorted(kinds, key=lambda kind: kind is not LineKind.NO_VOICE))
    groups = ((kind, tuple(one for one in lines if one.kind is kind)) for kind in kinds)
    return tuple((kind, group) for kind, group in groups if group)
