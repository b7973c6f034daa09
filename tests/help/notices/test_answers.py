"""What was typed is cleaned and never changed in its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.help.notices.answers import prepared
from safety.library.schema import Library
from tests.help.notices.samples import form


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Jo\u00a0 Kowalska\t", "Jo Kowalska"),
        ("Jo\u202egnp.exe", "Jognp.exe"),
        ("Jo\r\nKowalska", "Jo Kowalska"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("\ud800", ""),
    ],
    ids=["spaces", "turned", "lines", "joiner", "half"],
)
def test_a_line_is_cleaned(library: Library, typed: str, kept: str) -> None:
    """Runs of spaces, signs nobody sees and line breaks go; the joiners that Persian needs stay."""
    assert prepared(form(library, "gdpr"), {"name": typed})["name"] == kept


def test_links_stand_on_lines_of_their_own_once(library: Library) -> None:
    """Empty lines and doubles go, the order stays."""
    typed = " https://b.org/1 \r\n\r\nhttps://a.org/2\nhttps://b.org/1"
    assert prepared(form(library, "gdpr"), {"links": typed})["links"] == "https://b.org/1\nhttps://a.org/2"


def test_a_field_that_is_not_asked_for_is_not_kept(library: Library) -> None:
    """Neither one whose condition does not hold, nor one of another form."""
    answers = prepared(form(library, "platform"), {"age": "adult", "age-then": "15", "canary": "x", "signature": "x"})
    assert answers["age-then"] == ""
    assert answers.keys().isdisjoint({"canary", "signature"})


def test_an_unknown_choice_counts_as_none(library: Library) -> None:
    """Whoever gives no age, or one that is no answer, may be under 18."""
    for typed in ("", "canary", "Adult"):
        assert prepared(form(library, "platform"), {"age": typed, "role": typed})["age"] == "not-sure"
        assert prepared(form(library, "platform"), {"age": typed, "role": typed})["role"] == ""


@given(st.text())
def test_cleaning_twice_changes_nothing(library: Library, typed: str) -> None:
    """What comes back into the form of the server is taken as it was."""
    asked = form(library, "question")
    once = prepared(asked, {"age": "adult", "origin": typed, "country": typed, "links": typed})
    assert prepared(asked, once) == once
