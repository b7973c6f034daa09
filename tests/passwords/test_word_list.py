"""The list of words for five dice is whole, small, and the same for the maker and on paper; the race counts by it."""

from __future__ import annotations

import tomllib
from hashlib import sha256

import brotli
import pytest
from flask.testing import FlaskClient

from safety.library.dice import words as listed
from safety.passwords import dice
from safety.passwords.race import BY_CHANCE, DAY, MARKS, MEASURED, YEAR, Guesser, Unit, runners, told
from safety.passwords.strength import measure
from safety.web.vendored.dice_words import NOTES, THROWS, table, words
from safety.web.vendored.vendoring import FOLDER, MANIFEST, packages

LISTED = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["dice"][0]
TEXT = (FOLDER / LISTED["to"]).read_text(encoding="utf-8")
WORDS = listed()
SENT_BYTES_MAX = 22_000
ALL_THROWS = 6**5


def test_list_is_what_the_manifest_says() -> None:
    """No byte was changed since it was made, out of a package that the manifest names."""
    assert sha256(TEXT.encode()).hexdigest() == LISTED["sha256"]
    assert LISTED["list"][0] in {package["name"] for package in packages()}


def test_file_says_whose_work_it_is() -> None:
    """CC BY asks for the name, the licence, and that changes are said."""
    assert tuple(TEXT.splitlines()[: len(NOTES)]) == NOTES
    for needed in ("Electronic Frontier Foundation", "CC BY 3.0 US", "https://creativecommons.org/licenses/by/3.0/us/"):
        assert needed in "".join(NOTES)


def test_file_is_small() -> None:
    """A phone can load it."""
    assert len(brotli.compress(TEXT.encode())) < SENT_BYTES_MAX


def test_there_is_a_word_for_every_throw() -> None:
    """7,776 words, none twice, each of letters that everybody can type."""
    assert len(WORDS) == len(set(WORDS)) == ALL_THROWS == len(THROWS)
    assert all(word.replace("-", "").isascii() and word.replace("-", "").isalpha() for word in WORDS)
    assert all(word == word.lower() for word in WORDS)


def test_hyphens_between_words_can_be_read_in_one_way() -> None:
    """A word with a hyphen in it is never two words of the list, or fewer passphrases were possible than we say."""
    parts = [word.split("-") for word in WORDS if "-" in word]
    assert parts
    assert not [part for part in parts if set(part) <= set(WORDS)]


@pytest.mark.parametrize(("throw", "word"), [("11111", "abacus"), ("43463", "panoramic"), ("66666", "zoom")])
def test_throws_lead_to_the_words_of_the_foundation(throw: str, word: str) -> None:
    """On paper, a throw leads to the word that the foundation's own instructions give for it.

    Source: eff.org/dice, checked 2026-11-23.
    """
    (one,) = (one for one in dice.tables() if "".join(one.dice) == throw[:2])
    (row,) = (row for row in one.rows if "".join(row.dice) == throw[2:4])
    assert row.words[dice.FACES.index(throw[4])] == word


def test_paper_has_every_word_once() -> None:
    """The tables hold the whole list in its order."""
    assert [word for one in dice.tables() for row in one.rows for word in row.words] == list(WORDS)


def test_list_with_a_throw_missing_is_refused() -> None:
    """A list that is cut, doubled or out of order is not made into a file."""
    lines = [f"{throw}\t{word}" for throw, word in zip(THROWS, WORDS, strict=True)]
    assert table(words("\n".join(lines))) == TEXT
    for wrong in (lines[:-1], [*lines[:-1], f"{THROWS[-1]}\tabacus"], [lines[1], lines[0], *lines[2:]]):
        with pytest.raises(ValueError, match="one word for each throw"):
            words("\n".join(wrong))


def test_page_has_the_list_and_says_whose_it_is(client: FlaskClient) -> None:
    """Without script: all words, in tables with headings for rows and columns."""
    page = client.get("/passwords/words").get_data(as_text=True)
    assert page.count("<table") == page.count("<caption>") == 36
    assert page.count('scope="row"') == 36 * 36
    assert all(f"<td>{word}</td>" in page for word in WORDS[::500])
    assert "Electronic Frontier Foundation" in page
    assert "CC BY 3.0 US" in page


def test_race_counts_what_is_measured() -> None:
    """Every number of the race comes from our measure, or from the size of the list."""
    counted = {runner.pattern: runner.guesses for runner in runners()}
    for pattern, password in MEASURED.items():
        assert counted[pattern] == pytest.approx(10 ** measure(password).guesses_log10, rel=1e-9, abs=1)
    for pattern, password in BY_CHANCE.items():
        assert set(password.split()) <= set(WORDS)
        assert counted[pattern] == ALL_THROWS ** len(password.split()) // 2
    assert [runner.guesses for runner in runners()] == sorted(counted.values())


def test_race_shows_that_speed_matters() -> None:
    """What we say of it to teachers holds: made of words by chance, six outlive a site that takes no care."""
    slow = {runner.pattern.value: runner.seconds(Guesser.SIGN_IN) for runner in runners()}
    fast = {runner.pattern.value: runner.seconds(Guesser.CARELESS) for runner in runners()}
    assert slow["keyboard"] < DAY < slow["name-and-year"]
    assert fast["name-and-year"] < 1
    assert fast["four-words"] < YEAR < 100 * YEAR < fast["six-words"]
    assert max(MARKS) > fast["six-words"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.99, (0, Unit.INSTANT)),
        (1, (1, Unit.SECONDS)),
        (59.4, (59, Unit.SECONDS)),
        (59.7, (1, Unit.MINUTES)),
        (3_599, (1, Unit.HOURS)),
        (5.2 * DAY, (5, Unit.DAYS)),
        (238.4 * DAY, (240, Unit.DAYS)),
        (YEAR, (1, Unit.YEARS)),
        (5_793 * YEAR, (5_800, Unit.YEARS)),
        (2e9 * YEAR, (0, Unit.AGES)),
    ],
)
def test_times_are_told_with_two_digits(seconds: float, said: tuple[int, Unit]) -> None:
    """No time looks more exact than it is, and none is "60 seconds"."""
    assert told(seconds) == said


def test_class_page_works_without_script(client: FlaskClient) -> None:
    """All times stand in a table, there is nothing to type, and teachers read that nobody is asked."""
    page = client.get("/passwords/class").get_data(as_text=True)
    for needed in (
        "5,800 years",
        "350,000 years",
        "more than a billion years",
        "Ask nobody for a password of their own",
    ):
        assert needed in page
    for unwanted in ('type="text"', 'type="password"', "<textarea", "<form"):
        assert unwanted not in page
