"""The age of texts and numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from safety.library.faults import ContentError, Fault
from safety.library.schema import Library
from safety.library.upkeep import Review
from safety.web.doctor import content
from safety.web.doctor.finding import Grade

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    """So many days before."""
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "grade"),
    [
        ((1, 180), Grade.FINE),
        ((1, 181), Grade.LOOK),
        ((1, 2000), Grade.LOOK),
        ((1, -1), Grade.WRONG),
        ((), Grade.WRONG),
    ],
)
def test_old_texts_are_said(days: tuple[int, ...], grade: Grade) -> None:
    """After 180 days somebody has to read again; a day that has not come is a fault, and so is no text."""
    found = content.reviews(tuple(Review(ago(day), f"place-{day}") for day in days), TODAY)
    assert found.grade is grade
    if grade is Grade.LOOK:
        assert f"1 of 2 texts were not read again for 180 days; the oldest: place-{max(days)}" in found.says


@pytest.mark.parametrize(
    ("days", "grade"), [(180, Grade.FINE), (181, Grade.LOOK), (365, Grade.LOOK), (366, Grade.WRONG)]
)
def test_old_numbers_are_said_by_country(days: int, grade: Grade) -> None:
    """A number of a year is a fault: somebody frightened would call it."""
    found = content.phone_numbers({"Austria": ago(3), "Brazil": ago(days)}, TODAY)
    assert found.grade is grade
    assert ("Brazil" in found.says) == (grade is not Grade.FINE)
    assert "Austria" not in found.says


def test_many_countries_are_not_all_named() -> None:
    """Some are named, the others counted."""
    old = {f"Country {number}": ago(400) for number in range(10)}
    assert "Country 5 and 4 more" in content.phone_numbers(old, TODAY).says


def test_every_number_of_the_real_content_counts(library: Library) -> None:
    """The numbers of countries and of services are found, by country; far in the future all are too old."""
    found = dict(content.numbers(library))
    assert {country.name for country in library.countries if country.police} <= found.keys()
    assert len(found) >= len(library.countries)
    newest = max(found.values())
    grades = [one.grade for one in content.check([library], newest + timedelta(days=366))]
    assert grades == [Grade.LOOK, Grade.WRONG]


def test_faults_are_counted() -> None:
    """Texts with faults are a fault of the deployment: the site would not start again."""
    found = content.faulty(ContentError([Fault("a.md", 1, "wrong", "right")]))
    assert found.grade is Grade.WRONG
    assert "1 faults" in found.says
