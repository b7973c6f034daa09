"""The code of a room is made by chance, and read however it is typed."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.teach.room import code


@pytest.mark.parametrize(
    "typed",
    [
        "ABCD-1FGH",
        "abcd1fgh",
        " abcd lfgh ",
        "ab.cd.if/gh",
        "ABCD\u20131FGH",
        "\uff21\uff22\uff23\uff24\uff11\uff26\uff27\uff28",
        "a b c d 1 f g h",
    ],
)
def test_a_code_is_read_in_any_form(typed: str) -> None:
    """Small letters, signs between, letters that look alike, wide letters: all mean the same room."""
    assert code.read(typed) == "ABCD1FGH"


def test_what_is_made_is_read_back() -> None:
    """Every code that is shown opens what it was made for, and each letter is of the alphabet."""
    for _ in range(200):
        made = code.make(secrets.randbelow)
        assert code.read(code.shown(made)) == made
        assert len(made) == code.LENGTH


@given(st.text(max_size=200))
def test_whatever_is_typed_is_no_error(typed: str) -> None:
    """What can be no code is none; a code has eight letters of the alphabet."""
    found = code.read(typed)
    assert found is None or (len(found) == code.LENGTH and set(found) <= set(code.ALPHABET))


@pytest.mark.parametrize("typed", ["", "ABCD-123", "ABCD-1FGHJ", "ÄBCD1FGH", "ABCD1FG٣"])
def test_what_is_too_short_too_long_or_foreign_is_no_code(typed: str) -> None:
    """Nothing is made to fit."""
    assert code.read(typed) is None
