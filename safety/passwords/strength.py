"""How hard a password is to guess, as codes that carry no part of the password.

Does not store, log, send or repeat the password, and does not look it up in lists of stolen passwords.
The estimate is zxcvbn's; this is the only module that may import it. `static/js/passwords/strength.js` is its twin.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # zxcvbn 4.5.0 ships no types

MEASURED_CHARACTERS = 32
"""The most that is measured: crafted input costs zxcvbn 0.33 s at 32 and 2.1 s at 72; above 72 it raises."""

ENOUGH_CHARACTERS = 15
"""The least for a password that is used alone.

Source: NIST SP 800-63B-4 (2025), password verifiers, as quoted in OWASP ASVS issue 3242, checked 2026-11-23.
"""

FEWEST_CHARACTERS = 8
"""The least beside a second step. Source: as for ENOUGH_CHARACTERS."""

ONLINE_GUESSES_PER_HOUR = 100
"""A sign-in page that limits wrong tries."""

STOLEN_GUESSES_PER_SECOND = 10_000
"""A stolen database whose owner hashed slowly, and several attackers.

Fast hashes allow a million times more. But zxcvbn counts only ten choices for a random character: with a fast
rate it would call 15 random characters the work of a day.
"""

STRONG = 4

YEAR_INSIDE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.ASCII)
"""A year between other characters, where zxcvbn counts them all as chance because that makes fewer pieces."""

Code = TypeVar("Code", bound=Enum)

Match = Mapping[str, Any]
"""One piece of the password as zxcvbn read it. It holds that piece: it never leaves this module."""


class Time(Enum):
    """How long guessing takes, as a band: at least one of the unit and less than one of the next."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    CENTURIES = "centuries"


class Weakness(Enum):
    """What makes a password quicker to guess. Members stand in the order in which a page tells them."""

    EMPTY = "empty"
    TOO_SHORT = "too-short"
    COMMON_PASSWORD = "common-password"  # noqa: S105  # the name of a code
    NEAR_COMMON = "near-common"
    WORD = "word"
    NAME = "name"
    DATE = "date"
    YEAR = "year"
    KEYBOARD_WALK = "keyboard-walk"
    SEQUENCE = "sequence"
    REPEAT = "repeat"
    LEET = "leet"
    REVERSED = "reversed"


class Advice(Enum):
    """What the visitor can do. Members stand in the order in which a page tells them."""

    LONGER = "longer"
    RANDOM_WORDS = "random-words"
    AVOID_COMMON = "avoid-common"
    AVOID_NAMES = "avoid-names"
    AVOID_DATES = "avoid-dates"
    AVOID_WALKS = "avoid-walks"
    AVOID_SWAPS = "avoid-swaps"
    KEEP = "keep"
    UNIQUE = "unique"
    MANAGER = "manager"
    SECOND_STEP = "second-step"


PERSONAL = frozenset({Weakness.NAME, Weakness.DATE, Weakness.YEAR})
"""Told at every score: zxcvbn counts a stranger's guesses, but a partner knows names and birthdays.

The other patterns are told below full marks only, or a row of random words would be blamed for its words.
"""


GENERAL = (Advice.UNIQUE, Advice.MANAGER, Advice.SECOND_STEP)
"""Holds for every password, whatever was found."""


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One piece of the password: how long it is, and what it is like. It does not hold the piece itself."""

    characters: int
    weaknesses: tuple[Weakness, ...]
    """Empty when no pattern was found in it."""

    def __repr__(self) -> str:
        return "Part(...)"


@dataclass(frozen=True, slots=True, repr=False)
class Strength:
    """The measure of one password. Its repr is always the same, so that a log line gives nothing away."""

    score: int
    """0 (guessed at once) to 4 (hard to guess)."""
    guesses_log10: float
    """Power of ten of the guesses needed; 0.0 for an empty password."""
    online: Time
    """Guessing on a sign-in page that limits wrong tries."""
    stolen: Time
    """Guessing in a stolen database that was stored with care."""
    weaknesses: tuple[Weakness, ...]
    advice: tuple[Advice, ...]
    parts: tuple[Part, ...]
    """All that was measured, in its order."""
    capped: bool
    """True when the password is longer than MEASURED_CHARACTERS and only its start was measured."""

    def __repr__(self) -> str:
        return "Strength(...)"


def measure(password: str) -> Strength:
    """The strength of any text: every character, space and length is accepted, the empty text too."""
    if not password:
        return measure_nothing()
    measured = password[:MEASURED_CHARACTERS]
    estimate = zxcvbn(measured)
    score = limit_by_length(estimate["score"], len(password))
    matches = list(find_years(estimate["sequence"]))
    told = PERSONAL if estimate["score"] == STRONG else frozenset(Weakness)
    patterns = told.intersection(find_weaknesses(matches, measured))
    if len(password) < ENOUGH_CHARACTERS:
        patterns |= {Weakness.TOO_SHORT}
    weaknesses = in_order(Weakness, patterns)
    return Strength(
        score=score,
        guesses_log10=float(estimate["guesses_log10"]),
        online=band(float(estimate["guesses"]) * 3_600 / ONLINE_GUESSES_PER_HOUR),
        stolen=band(float(estimate["guesses"]) / STOLEN_GUESSES_PER_SECOND),
        weaknesses=weaknesses,
        advice=advise(score, weaknesses),
        parts=find_parts(matches, measured, told),
        capped=len(password) > MEASURED_CHARACTERS,
    )


def measure_nothing() -> Strength:
    """The strength of the empty text, on which zxcvbn raises."""
    weaknesses = (Weakness.EMPTY,)
    return Strength(0, 0.0, Time.SECONDS, Time.SECONDS, weaknesses, advise(0, weaknesses), (), capped=False)


def limit_by_length(score: int, characters: int) -> int:
    """The score, lowered for short passwords: full marks beside "too short" would contradict the advice."""
    if characters < FEWEST_CHARACTERS:
        return min(score, 1)
    if characters < ENOUGH_CHARACTERS:
        return min(score, STRONG - 1)
    return score


def band(seconds: float) -> Time:
    """The band that a number of seconds falls into; months have 31 days and years 12 months, as in zxcvbn."""
    minute, hour, day = 60, 3_600, 86_400
    month = 31 * day
    year = 12 * month
    limits = (
        (minute, Time.SECONDS),
        (hour, Time.MINUTES),
        (day, Time.HOURS),
        (month, Time.DAYS),
        (year, Time.MONTHS),
        (100 * year, Time.YEARS),
    )
    return next((time for limit, time in limits if seconds < limit), Time.CENTURIES)


def find_years(matches: Iterable[Match]) -> Iterator[Match]:
    """The pieces in their order; a year inside one that zxcvbn counts as chance is a piece of its own."""
    for match in matches:
        if match["pattern"] != "bruteforce":
            yield match
            continue
        token, at = match["token"], 0
        for year in YEAR_INSIDE.finditer(token):
            if at < year.start():
                yield {"pattern": "bruteforce", "token": token[at : year.start()]}
            yield {"pattern": "regex", "token": year[0]}
            at = year.end()
        if at < len(token):
            yield {"pattern": "bruteforce", "token": token[at:]}


def find_parts(matches: Iterable[Match], whole: str, told: frozenset[Weakness]) -> tuple[Part, ...]:
    """The pieces of a password in their order, each with what is ``told`` of it; neighbours without that are one."""
    parts: list[Part] = []
    for match in matches:
        weaknesses = in_order(Weakness, told.intersection(find_weaknesses([match], whole)))
        before = parts.pop().characters if parts and not weaknesses and not parts[-1].weaknesses else 0
        parts.append(Part(before + len(match["token"]), weaknesses))
    return tuple(parts)


def find_weaknesses(matches: Iterable[Match], whole: str) -> Iterator[Weakness]:
    """The weaknesses in zxcvbn's reading; pieces under three characters are chance and say nothing."""
    for match in matches:
        if len(match["token"]) < 3:
            continue
        match match["pattern"]:
            case "dictionary":
                yield from dictionary_weaknesses(match, whole)
            case "spatial":
                yield Weakness.KEYBOARD_WALK
            case "sequence":
                yield Weakness.SEQUENCE
            case "repeat":
                yield Weakness.REPEAT
                yield from find_weaknesses(match["base_matches"], whole)
            case "regex":
                yield Weakness.YEAR
            case "date":
                yield Weakness.YEAR if is_year(match["token"]) else Weakness.DATE


def dictionary_weaknesses(match: Match, whole: str) -> Iterator[Weakness]:
    """The weaknesses of a piece that stands in one of zxcvbn's lists of passwords, names and words."""
    altered = match["l33t"] or match["reversed"]
    match match["dictionary_name"]:
        case "passwords" if match["token"] == whole and not altered:
            yield Weakness.COMMON_PASSWORD
        case "passwords":
            yield Weakness.NEAR_COMMON
        case "female_names" | "male_names" | "surnames":
            yield Weakness.NAME
        case _:
            yield Weakness.WORD
    if match["l33t"]:
        yield Weakness.LEET
    if match["reversed"]:
        yield Weakness.REVERSED


def is_year(token: str) -> bool:
    """Whether a date is a bare year: zxcvbn reads years after 2019 as a day, a month and a short year."""
    return len(token) == 4 and token.startswith(("19", "20"))


def advise(score: int, weaknesses: tuple[Weakness, ...]) -> tuple[Advice, ...]:
    """What to do, in the order of telling; some of it holds for every password."""
    causes = {
        Advice.LONGER: {Weakness.EMPTY, Weakness.TOO_SHORT},
        Advice.AVOID_COMMON: {Weakness.COMMON_PASSWORD, Weakness.NEAR_COMMON, Weakness.WORD},
        Advice.AVOID_NAMES: {Weakness.NAME},
        Advice.AVOID_DATES: {Weakness.DATE, Weakness.YEAR},
        Advice.AVOID_WALKS: {Weakness.KEYBOARD_WALK, Weakness.SEQUENCE, Weakness.REPEAT},
        Advice.AVOID_SWAPS: {Weakness.LEET, Weakness.REVERSED},
    }
    chosen = {advice for advice, those in causes.items() if those & set(weaknesses)}
    chosen.add(Advice.KEEP if score == STRONG and not weaknesses else Advice.RANDOM_WORDS)
    return in_order(Advice, chosen.union(GENERAL))


def in_order(codes: type[Code], chosen: AbstractSet[Code]) -> tuple[Code, ...]:
    """The chosen codes in the order of their class, which is the order of telling."""
    return tuple(code for code in codes if code in chosen)
