"""What a visitor can rely on when a password is measured."""

import ast
import logging
import re
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, astuple, fields, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safety.passwords import words
from safety.passwords.strength import (
    ENOUGH_CHARACTERS,
    MEASURED_CHARACTERS,
    Advice,
    Part,
    Strength,
    Time,
    Weakness,
    band,
    measure,
)

RANDOM_WORDS = "crumpet yodel trapeze gizmo"
FROM_A_MANAGER = "v7#Kq2!mZp9&Lx4wRt"
CRAFTED = ["4@3!1|0$5%+7(2" * 715, "a" * 10_000, "aab" * 3_334, "4@8({[<369!|1705$+%2" * 500]

every_character = st.text(alphabet=st.characters(exclude_categories=()), max_size=80)


@pytest.mark.parametrize("password", ["password", "123456", "qwerty", "iloveyou"])
def test_a_common_password_gets_the_lowest_score_and_is_called_common(password: str) -> None:
    """The passwords that are tried first are told apart from all others."""
    result = measure(password)
    assert result.score == 0
    assert Weakness.COMMON_PASSWORD in result.weaknesses
    assert result.stolen is Time.SECONDS


@pytest.mark.parametrize("password", [RANDOM_WORDS, "correct horse battery staple", FROM_A_MANAGER])
def test_random_words_and_made_passwords_get_full_marks_without_a_complaint(password: str) -> None:
    """Who follows our advice is not blamed for using words, or for leaving out symbols."""
    result = measure(password)
    assert result.score == 4
    assert result.weaknesses == ()
    assert (result.online, result.stolen) == (Time.CENTURIES, Time.CENTURIES)
    assert Advice.KEEP in result.advice
    assert not {Advice.LONGER, Advice.RANDOM_WORDS} & set(result.advice)


@pytest.mark.parametrize(
    ("password", "weakness", "advice"),
    [
        ("p4ssw0rd!", Weakness.LEET, Advice.AVOID_SWAPS),
        ("drowssap", Weakness.REVERSED, Advice.AVOID_SWAPS),
        ("passwordpassword", Weakness.REPEAT, Advice.AVOID_WALKS),
        ("passwordpassword", Weakness.NEAR_COMMON, Advice.AVOID_COMMON),
        ("jennifer1987", Weakness.NAME, Advice.AVOID_NAMES),
        ("jennifer1987", Weakness.YEAR, Advice.AVOID_DATES),
        ("garcia", Weakness.NAME, Advice.AVOID_NAMES),
        ("john", Weakness.NAME, Advice.AVOID_NAMES),
        ("14.02.1998", Weakness.DATE, Advice.AVOID_DATES),
        ("jennifer2027", Weakness.YEAR, Advice.AVOID_DATES),
        ("p0okmnji98", Weakness.KEYBOARD_WALK, Advice.AVOID_WALKS),
        ("abcdefgh", Weakness.SEQUENCE, Advice.AVOID_WALKS),
        ("tenancy", Weakness.WORD, Advice.AVOID_COMMON),
    ],
)
def test_each_habit_is_named_and_answered(password: str, weakness: Weakness, advice: Advice) -> None:
    """A visitor learns why a password is weak, and what to do about that very reason."""
    result = measure(password)
    assert weakness in result.weaknesses
    assert advice in result.advice


def test_a_changed_common_password_is_not_called_the_common_one() -> None:
    """\"Many people use this password" is said of the very password only."""
    assert Weakness.COMMON_PASSWORD not in measure("drowssap").weaknesses
    assert Weakness.COMMON_PASSWORD not in measure("passwordpassword").weaknesses


def test_a_year_is_not_called_a_birthday() -> None:
    """Years after 2019 are told as years, although zxcvbn reads them as a day and a month."""
    assert Weakness.DATE not in measure("jennifer2027").weaknesses


@pytest.mark.parametrize("password", ["ab", "oo", "it"])
def test_pairs_of_letters_are_not_called_habits(password: str) -> None:
    """Two letters that are neighbours, twins or a word are chance; the length is what is told."""
    assert measure(password).weaknesses == (Weakness.TOO_SHORT,)


@pytest.mark.parametrize(
    ("password", "parts"),
    [
        ("Jessica2009!", [(7, [Weakness.NAME]), (4, [Weakness.YEAR]), (1, [])]),
        ("summer2019!", [(6, [Weakness.NEAR_COMMON]), (4, [Weakness.YEAR]), (1, [])]),
        ("p4ssw0rd", [(8, [Weakness.NEAR_COMMON, Weakness.LEET])]),
        ("passwordpassword", [(16, [Weakness.NEAR_COMMON, Weakness.REPEAT])]),
        ("xK7qz2", [(6, [])]),
        (RANDOM_WORDS, [(27, [])]),
    ],
)
def test_the_parts_are_told_in_their_order(password: str, parts: list[tuple[int, list[Weakness]]]) -> None:
    """A visitor sees which part is a name, a year or nothing known; words that chance picked are left in peace."""
    assert [(part.characters, list(part.weaknesses)) for part in measure(password).parts] == parts


@given(every_character)
@settings(deadline=None)
def test_the_parts_are_the_whole_of_what_was_measured(password: str) -> None:
    """No character is left out or told twice, and no two parts without a pattern are neighbours."""
    parts = measure(password).parts
    assert sum(part.characters for part in parts) == min(len(password), MEASURED_CHARACTERS)
    assert all(one.weaknesses or other.weaknesses for one, other in pairwise(parts))


@pytest.mark.parametrize("password", ["Xz!2019#", "qzxv2019", "2019qzxv!", "lake&2024"])
def test_a_year_is_told_beside_anything(password: str) -> None:
    """A year counts as chance where that makes fewer pieces; a visitor is told of it all the same."""
    assert Weakness.YEAR in measure(password).weaknesses


@pytest.mark.parametrize("password", ["x20194#q", "q120267v#"])
def test_a_longer_number_is_no_year(password: str) -> None:
    """Four digits inside a longer number are not called a year."""
    assert Weakness.YEAR not in measure(password).weaknesses


def test_codes_come_in_the_order_of_telling() -> None:
    """The same weaknesses are told in the same order every time, whatever their order in the password."""
    for password in ("jennifer1987", "1987jennifer", "passwordpassword"):
        result = measure(password)
        assert list(result.weaknesses) == [code for code in Weakness if code in result.weaknesses]
        assert list(result.advice) == [code for code in Advice if code in result.advice]


@pytest.mark.parametrize("password", ["olivia and jack 2015", "wobbly jennifer trapeze gizmo"])
def test_names_and_years_are_told_even_at_full_marks(password: str) -> None:
    """A stranger's program takes long, but a relative knows the names: they are told all the same."""
    result = measure(password)
    assert result.score == 4
    assert Weakness.NAME in result.weaknesses
    assert Advice.AVOID_NAMES in result.advice
    assert Advice.KEEP not in result.advice


def test_fifteen_characters_is_the_border() -> None:
    """The advice on length begins below 15 characters and is silent from 15 on."""
    shorter, enough = (
        measure(FROM_A_MANAGER[: ENOUGH_CHARACTERS - 1]),
        measure(FROM_A_MANAGER[:ENOUGH_CHARACTERS]),
    )
    assert shorter.weaknesses == (Weakness.TOO_SHORT,)
    assert Advice.LONGER in shorter.advice
    assert enough.weaknesses == ()
    assert Advice.LONGER not in enough.advice
    assert ENOUGH_CHARACTERS == 15


def test_a_short_password_never_gets_full_marks() -> None:
    """\"Hard to guess" never stands beside "too short"; under eight characters at most one point."""
    assert measure(FROM_A_MANAGER[:14]).score == 3
    assert measure(FROM_A_MANAGER[:7]).score == 1


def test_a_long_password_can_still_be_weak() -> None:
    """Length alone does not win: one letter many times is guessed early."""
    result = measure("a" * 20)
    assert result.score == 0
    assert Advice.LONGER not in result.advice


def test_nobody_is_asked_for_symbols_or_capitals() -> None:
    """Lower-case words alone reach the top; there are no rules on kinds of characters."""
    assert measure("crumpet yodel trapeze gizmo").score == 4
    assert not any("symbol" in code.value or "capital" in code.value for code in [*Weakness, *Advice])


def test_the_empty_text_is_a_clear_value() -> None:
    """An empty box is no error: it says that there is nothing to measure."""
    result = measure("")
    assert result.weaknesses == (Weakness.EMPTY,)
    assert (result.score, result.guesses_log10, result.capped) == (0, 0.0, False)
    assert (result.online, result.stolen) == (Time.SECONDS, Time.SECONDS)


@pytest.mark.parametrize("password", CRAFTED, ids=["look-alikes", "one letter", "repeats", "every swap"])
def test_crafted_input_is_cut_before_it_is_measured(password: str) -> None:
    """Ten thousand crafted characters are measured as their first 32 and no more, and the visitor is told."""
    result = measure(password)
    assert result == measure(password[: MEASURED_CHARACTERS + 1])
    assert replace(result, capped=False) == measure(password[:MEASURED_CHARACTERS])
    assert result.capped
    assert MEASURED_CHARACTERS == 32


def test_the_cap_is_told_only_when_something_was_left_out() -> None:
    """32 characters are measured whole; the 33rd is the first that is not."""
    assert not measure("x" * MEASURED_CHARACTERS).capped
    assert measure("x" * (MEASURED_CHARACTERS + 1)).capped


@pytest.mark.parametrize(
    "password",
    [
        " " * 20,
        "пароль на сегодня",
        "كلمة السر",
        "密码密码密码",
        "İİİİ",
        "\ud800",
        "e\u0301",
        "\x00\n\t",
        "\u0662\u0660\u0661\u0665",  # a year in Arabic digits, which zxcvbn reads as digits
    ],
)
def test_every_script_and_space_is_accepted(password: str) -> None:
    """No character is refused, not even half a character or a control code."""
    assert measure(password).score in range(5)


@given(every_character)
@settings(deadline=None)
def test_no_text_at_all_raises(password: str) -> None:
    """Every text gets a whole answer: score in range, an answer to each band, always some advice."""
    result = measure(password)
    assert result.score in range(5)
    assert result.guesses_log10 >= 0
    assert list(Time).index(result.stolen) <= list(Time).index(result.online)
    assert {Advice.UNIQUE, Advice.MANAGER, Advice.SECOND_STEP} <= set(result.advice)
    assert len(set(result.weaknesses)) == len(result.weaknesses)


@given(every_character)
@settings(deadline=None)
def test_repr_is_the_same_for_every_password(password: str) -> None:
    """A strength in a log line or a traceback tells nothing: no password, no length, no weakness."""
    assert repr(measure(password)) == repr(measure("")) == "Strength(...)"


def test_a_strength_holds_only_codes_and_numbers() -> None:
    """No field can carry a piece of the password to a page, a session or a log."""
    result = measure("jennifer1987 canary")
    for field in fields(result):
        value = getattr(result, field.name)
        parts = value if isinstance(value, tuple) else (value,)
        held = [one for part in parts for one in (astuple(part) if isinstance(part, Part) else (part,))]
        flat = [code for one in held for code in (one if isinstance(one, tuple) else (one,))]
        assert all(isinstance(one, Enum | int | float) for one in flat), field.name


def test_nothing_is_logged_or_printed(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    """Measuring leaves no trace in any log or on any terminal."""
    with caplog.at_level(logging.DEBUG):
        measure("jennifer1987 canary")
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_a_strength_cannot_be_changed() -> None:
    """A result that was handed out stays as it was measured."""
    with pytest.raises(FrozenInstanceError):
        measure("").score = 4  # type: ignore[misc]  # the fault is the test


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, Time.SECONDS),
        (59.9, Time.SECONDS),
        (60, Time.MINUTES),
        (3_600, Time.HOURS),
        (86_400, Time.DAYS),
        (31 * 86_400, Time.MONTHS),
        (372 * 86_400, Time.YEARS),
        (37_199 * 86_400, Time.YEARS),
        (37_200 * 86_400, Time.CENTURIES),
    ],
)
def test_bands_begin_where_their_unit_begins(seconds: float, expected: Time) -> None:
    """\"Hours" means at least one hour and less than a day."""
    assert band(seconds) is expected


def test_the_two_attacks_are_counted_at_their_own_speed() -> None:
    """Ten thousand guesses take a sign-in page four days and a thief one second."""
    result = measure("xqzw")
    assert result.guesses_log10 == pytest.approx(4, abs=0.01)
    assert (result.online, result.stolen) == (Time.DAYS, Time.SECONDS)


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (words.WEAKNESSES, Weakness),
        (words.ADVICE, Advice),
        (words.TIMES, Time),
    ],
    ids=["weaknesses", "advice", "times"],
)
def test_every_code_has_its_own_sentence(table: Mapping[Enum, str], codes: type[Enum]) -> None:
    """No result can reach a page without words, and no two codes say the same."""
    assert list(table) == list(codes)
    assert len(set(table.values())) == len(table)


def test_every_score_has_its_own_sentence() -> None:
    """Scores 0 to 4 are told apart."""
    assert len(set(words.SCORES)) == 5


def all_sentences() -> list[str]:
    tables: list[Mapping[Any, str]] = [words.WEAKNESSES, words.ADVICE]
    return [
        *words.SCORES,
        *(text for table in tables for text in table.values()),
        words.CAPPED,
        *words.LIMITS,
    ]


def all_labels() -> list[str]:
    return [*words.TIMES.values(), *words.PARTS.values(), words.NO_PATTERN]


@pytest.mark.parametrize("text", all_labels())
def test_the_words_beside_a_drawing_are_few_and_calm(text: str) -> None:
    """A part of a password and a time are told in five words or fewer, none of them a judgement."""
    assert len(text.split()) <= 5
    assert not re.search(r"safe|secure|weak|bad|never|forever|impossible", text, re.IGNORECASE)


def test_every_part_has_words() -> None:
    """Whatever can be found in a part of a password has its own words."""
    told = [weakness for weakness in Weakness if weakness not in (Weakness.EMPTY, Weakness.TOO_SHORT)]
    assert list(words.PARTS) == told
    assert len(set(all_labels())) == len(all_labels())


@pytest.mark.parametrize("text", all_sentences())
def test_the_words_are_calm_short_and_promise_nothing(text: str) -> None:
    """Nothing is called safe, nobody is ordered or scolded, no sentence has more than 20 words."""
    assert not re.search(r"safe|\b(must|should|just|simply|easy|bad|poor|stupid|hacker|danger)\b", text, re.IGNORECASE)
    assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.!?]) ", text))
    assert text.endswith(".")


def test_the_sentences_name_the_real_limits() -> None:
    """The numbers in the sentences are the numbers that the measure uses."""
    assert str(ENOUGH_CHARACTERS) in words.WEAKNESSES[Weakness.TOO_SHORT]
    assert str(ENOUGH_CHARACTERS) in words.ADVICE[Advice.LONGER]
    assert "{n}" in words.CAPPED


def test_every_sentence_is_marked_for_translation() -> None:
    """No sentence is missed when the texts for translators are collected."""
    tree = ast.parse(Path(words.__file__).read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    marked = {ast.literal_eval(call.args[0]) for call in calls if getattr(call.func, "id", "") == "_"}
    assert marked == {*all_sentences(), *all_labels()}


def test_a_strength_is_a_plain_value() -> None:
    """The same password measured twice gives equal results, so pages and tests can compare them."""
    assert measure(RANDOM_WORDS) == measure(RANDOM_WORDS)
    assert isinstance(measure(RANDOM_WORDS), Strength)
