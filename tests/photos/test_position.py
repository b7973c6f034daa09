"""Positions are exact, without floats."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.photos.metadata.position import decimal_text, degrees_text, parse_number


@pytest.mark.parametrize(
    ("parts", "negative", "shown"),
    [
        ([52, 30, Fraction(5868, 100)], False, "52.51630"),
        ([0, 0, Fraction(1, 1000)], True, "0.00000"),
        ([0, 0, 1], True, "-0.00028"),
        ([90], False, "90.00000"),
        ([90, 1], False, ""),
        ([], False, ""),
    ],
)
def test_degrees(parts: list[Fraction], negative: bool, shown: str) -> None:
    """Five decimals, no minus in front of nothing, and nothing beyond the pole."""
    assert degrees_text([Fraction(part) for part in parts], negative, 90) == shown


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**6))
def test_text_is_within_half_a_step(top: int, bottom: int) -> None:
    """The text is the nearest number with five decimals."""
    value = Fraction(top, bottom)
    assert abs(Fraction(decimal_text(value)) - value) <= Fraction(1, 2 * 10**5)


@pytest.mark.parametrize(
    ("text", "number"), [("12.5", Fraction(25, 2)), ("-3", Fraction(-3)), ("+0.1", Fraction(1, 10)), (" 7 ", 7)]
)
def test_plain_numbers_are_read(text: str, number: Fraction) -> None:
    """Decimals as drones write them."""
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "-", "1e5", "1.2.3", "nan", "१२", "1" * 30, "0x1"])
def test_other_texts_are_no_numbers(text: str) -> None:
    """No exponents, other scripts or endless digits."""
    assert parse_number(text) is None
