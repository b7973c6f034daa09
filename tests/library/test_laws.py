"""What we say of the time that a law gives: a wrong clock makes somebody wait, or trust what is not law."""

from __future__ import annotations

import pytest

from safety.library.codes import Age, ClockStart, LawStatus
from safety.library.help_schema import Law
from safety.library.schema import Library

MEMBERS = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
UNION = frozenset(MEMBERS.split())
# Hours, days, months, and what starts them; every other law gives no time that can be counted.
CLOCKS = {
    "us-take-it-down-act": (48, 0, 0, ClockStart.REQUEST),
    "in-it-rules": (2, 0, 0, ClockStart.REQUEST),
    "au-online-safety-act": (24, 0, 0, ClockStart.REGULATOR),
    "it-144bis": (48, 0, 0, ClockStart.COMPLAINT),
    "za-fpb-cybercrimes": (0, 30, 0, ClockStart.COMPLAINT),
    "eu-gdpr-17": (0, 0, 1, ClockStart.REQUEST),
}


def law(library: Library, name: str) -> Law:
    """The law with this id."""
    return next(law for law in library.laws if law.id == name)


def test_the_clocks_are_those_of_the_laws(library: Library) -> None:
    """48 hours in the US from the request, 24 in Australia from the regulator, a calendar month in Europe."""
    counted = {
        law.id: (law.hours, law.days, law.months, law.starts)
        for law in library.laws
        if law.hours or law.days or law.months
    }
    assert counted == CLOCKS


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("uk-crime-and-policing-act-2026", LawStatus.COMING),
        ("uk-ofcom-hash-matching-code", LawStatus.COMING),
        ("eu-directive-2024-1385", LawStatus.COMING),
        ("us-defiance-act", LawStatus.NOT_LAW),
        ("us-take-it-down-act", LawStatus.IN_FORCE),
    ],
)
def test_what_does_not_count_yet_is_said_so(library: Library, name: str, status: LawStatus) -> None:
    """Nobody is told to wait for a duty that has not started."""
    assert law(library, name).status is status


@pytest.mark.parametrize("name", ["eu-gdpr-17", "eu-dsa-16", "eu-directive-2024-1385"])
def test_a_law_of_the_union_is_one_of_every_member(library: Library, name: str) -> None:
    """Somebody in Malta finds it as somebody in Germany does."""
    assert set(law(library, name).countries) >= UNION
    assert len(UNION) == 27


def test_the_hours_of_the_us_are_for_the_us_alone(library: Library) -> None:
    """The request under US law is offered with its clock where that law is."""
    assert law(library, "us-take-it-down-act").countries == ("US",)


@pytest.mark.parametrize("name", ["us-dmca-512", "uk-online-safety-act-66b", "uk-crime-and-policing-act-2026"])
def test_ways_that_are_not_for_a_child(library: Library, name: str) -> None:
    """A copyright notice shows a name, and the UK has its own way for children."""
    assert law(library, name).age == (Age.ADULT,)


def test_a_request_says_what_it_has_to_hold(library: Library) -> None:
    """The four parts of a request under US law, and the six of a copyright notice."""
    assert len(law(library, "us-take-it-down-act").asks) == 4
    assert len(law(library, "us-dmca-512").asks) == 6
    assert len(law(library, "eu-dsa-16").asks) == 4
