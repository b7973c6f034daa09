"""Six words: drawn by chance, read however they are typed, and a slip is told with words like it."""

from __future__ import annotations

import secrets

import pytest

from safety.library import dice
from safety.library.six_words import MAX_CHARACTERS, UNKIND, bits, draw, drawn_from, near, read

SIX = ("abacus", "yoyo", "zoom", "sandpaper", "unfold", "grid")


def test_six_words_are_77_bits() -> None:
    """As many as we say, from words that can all be said aloud without a hyphen."""
    assert 77 < bits() < 78
    assert all(word.isascii() and word.isalpha() and word.islower() for word in drawn_from())


def test_no_unkind_word_is_drawn_and_each_would_be_read() -> None:
    """Nobody gets a word that hurts; were the list of them changed, older words would still open."""
    assert UNKIND
    assert not UNKIND & set(drawn_from())
    assert set(dice.words()) >= UNKIND
    assert all(not read(word).unlisted for word in UNKIND)


def test_every_word_is_as_likely() -> None:
    """Each word is asked for by a random number below the number of words, six times."""
    asked: list[int] = []

    def below(limit: int) -> int:
        asked.append(limit)
        return limit - len(asked)

    assert draw(below) == tuple(reversed(drawn_from()[-6:]))
    assert asked == [len(drawn_from())] * 6
    assert draw(secrets.randbelow) != draw(secrets.randbelow)


@pytest.mark.parametrize(
    "text",
    [
        "abacus yoyo zoom sandpaper unfold grid",
        "  Abacus, YOYO;zoom\r\n sandpaper\tunfold \u2013 grid. ",
        "abacus-yoyo-zoom-sandpaper-unfold-grid",
        "1 abacus\n2 yoyo\n3 zoom\n4 sandpaper\n5 unfold\n6 grid",
        "1. abacus 2. yo-yo 3. zoom 4. sand paper 5. un\u00adfold 6. gri\u200bd",
        "\uff41\uff42\uff41\uff43\uff55\uff53 yoyo zoom sandpaper unfold gríd",
    ],
)
def test_the_same_words_are_read_however_they_are_typed(text: str) -> None:
    """Capitals, commas, lines, hyphens, numbers, wide letters, accents and signs that nobody sees change nothing."""
    typed = read(text)
    assert typed.words == SIX
    assert typed.whole


@pytest.mark.parametrize(("text", "count"), [("", 0), ("abacus", 1), ("abacus " * 5, 5), ("zoom " * 7, 7), ("!? 5", 0)])
def test_too_few_and_too_many_are_counted(text: str, count: int) -> None:
    """The page says how many were found."""
    typed = read(text)
    assert (len(typed.words), typed.whole) == (count, False)


def test_a_word_that_is_not_on_the_list_is_told_by_its_place() -> None:
    """The third word, with the word it is like."""
    (one,) = read("abacus yoyo zooom sandpaper unfold grid").unlisted
    assert (one.place, one.near[0]) == (3, "zoom")


@pytest.mark.parametrize(
    ("slip", "meant"), [("abacs", "abacus"), ("abaucs", "abacus"), ("abscus", "abacus"), ("abbacus", "abacus")]
)
def test_a_slip_of_the_finger_finds_the_word(slip: str, meant: str) -> None:
    """A letter left out, swapped, wrong, or twice."""
    assert meant in near(slip)


@pytest.mark.parametrize("slip", ["sandpapper", "sanpapper", "qqqqqqqq", "ы", "abacus" * 50, "x"])
def test_there_are_three_words_at_most(slip: str) -> None:
    """Near words come from the list, and nothing that is typed makes them many or wrong."""
    assert len(near(slip)) <= 3
    assert set(near(slip)) <= set(drawn_from())


def test_a_book_is_not_read() -> None:
    """More than six words can take is not looked at."""
    typed = read("zoom " * MAX_CHARACTERS)
    assert (typed.long, typed.words, typed.whole) == (True, (), False)
