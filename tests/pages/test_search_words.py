"""Words of the search: folding, stems and slips are those of the vectors, which the browser is held to as well."""

from __future__ import annotations

import json

import pytest

from safety.pages.search.words import MAX_CHARACTERS, MAX_TOKENS, allowed_slips, distance, letters, stem, tokens
from tests.pages import search_vectors

STORED = json.loads(search_vectors.FILE.read_text(encoding="utf-8"))


def test_the_vectors_are_what_the_engine_answers() -> None:
    """Whoever changes the engine writes them anew, and the browser's twin has to follow."""
    assert search_vectors.made() == STORED


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Nudes!", ["nudes"]),
        ("\uff53\uff4e\uff41\uff50", ["snap"]),
        ("Türkiye, Côte d\u2019Ivoire", ["turkiye", "cote", "divoire"]),
        ("he'll post", ["hell", "post"]),
        ("two-step / 2FA", ["two", "step", "2fa"]),
        ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
        ("\u202eabc\u202c", ["abc"]),
        ("😀 🤷‍♀️", []),
        ("", []),
    ],
)
def test_what_is_typed_becomes_plain_words(typed: str, expected: list[str]) -> None:
    """Case, accents, wide letters, quotes and signs make no difference."""
    assert tokens(typed) == expected


def test_only_the_first_characters_and_words_count() -> None:
    """However long it is, the work has an end."""
    assert tokens("a" * 10_000) == ["a" * MAX_CHARACTERS]
    assert tokens("ab " * 10_000) == ["ab"] * MAX_TOKENS


@pytest.mark.parametrize(
    "words",
    [
        ("share", "shares", "shared", "sharing"),
        ("nude", "nudes"),
        ("copy", "copies", "copied", "copying"),
        ("stop", "stops", "stopped", "stopping"),
        ("threaten", "threatens", "threatened", "threatening"),
        ("pass", "passes", "passed"),
        ("picture", "pictures", "pictured"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: tuple[str, ...]) -> None:
    """So that 'sharing' finds what is said of 'shared'."""
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize("word", ["ring", "red", "bus", "this", "less", "is", "a", "sing"])
def test_short_words_stay_as_they_are(word: str) -> None:
    """What only looks like an ending is none."""
    assert stem(word) == word


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("threat", "thraet", 1), ("snap", "snp", 1), ("icloud", "iclowd", 1), ("nude", "nuedes", 2), ("abc", "xyz", 3)],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    """A letter more or less, another letter, or two the other way round is one."""
    assert distance(one, other, 2) == distance(other, one, 2) == slips


@pytest.mark.parametrize(("word", "slips"), [("hi", 0), ("pic", 1), ("threats", 1), ("password", 2)])
def test_a_longer_word_may_hold_more_slips(word: str, slips: int) -> None:
    """In a word of two letters a slip makes another word."""
    assert allowed_slips(word) == slips


def test_a_slip_changes_two_letters_at_most() -> None:
    """So words whose letters differ by more are left out without a miss."""
    for one, other in search_vectors.PAIRS:
        if distance(one, other, 2) <= 2:
            assert (letters(one) ^ letters(other)).bit_count() <= 2 * distance(one, other, 2)
