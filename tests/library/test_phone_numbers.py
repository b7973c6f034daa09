"""A number in a table can be dialled where it says; a figure too few is seen."""

from __future__ import annotations

import pytest

from safety.library.phone_numbers import can_be_dialled, dialled, is_country
from safety.library.schema import Library


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("911", "US"),
        ("1-800-843-5678", "US"),
        ("112 (mobile)", "AU"),
        ("106 (text telephone only)", "AU"),
        ("Text message to 70999", "SG"),
        ("WhatsApp +55 61 9610-0180", "BR"),
        ("0800 1111", "GB"),
        ("116 016", "DE"),
        ("*4141", "CL"),
        ("1018", "GR"),
    ],
)
def test_long_and_short_numbers_pass(number: str, country: str) -> None:
    """Emergency numbers, helplines of a few figures, and what is said around a number."""
    assert can_be_dialled(number, (country,))


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("", "US"), ("call us", "US"), ("1-800-843-567", "US"), ("1-800-843-56789", "US"), ("0800 11111111", "GB"),
        ("0800 37", "NZ"), ("112 or 911 as you like", "FR"), ("+999 12345", "FR"),
    ],
)  # fmt: skip
def test_a_slip_is_seen(number: str, country: str) -> None:
    """A figure too few or too many, words alone, and the short number of another country."""
    assert not can_be_dialled(number, (country,))


def test_one_country_of_several_is_enough() -> None:
    """A service for several countries has one number, which is at home in one of them."""
    assert can_be_dialled("1-800-843-5678", ("GB", "US"))
    assert not can_be_dialled("1-800-843-5678", ("GB", "FR"))
    assert not can_be_dialled("1-800-843-5678", ())


def test_what_is_said_around_a_number_is_not_dialled() -> None:
    """The words are for people."""
    assert dialled("Text message to 70999 (SMS)") == "70999"
    assert dialled("0814 224 1007 (Hausa)") == "0814 224 1007"


def test_countries() -> None:
    """Codes are those of ISO 3166, in capital letters."""
    assert is_country("NZ")
    assert not is_country("UK")
    assert not is_country("nz")
    assert not is_country("EU")
    assert not is_country("")


def test_every_country_of_the_list_is_one(library: Library) -> None:
    """The check knows all the countries whose numbers we print."""
    assert all(is_country(country.code) for country in library.countries)
