"""The text and its draft: places are filled once, and a mail program gets every letter."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from safety.help.notices.answers import prepared
from safety.help.notices.compose import compose, draft
from safety.library.schema import Library
from tests.help.notices.samples import form, whole


def test_what_is_typed_is_no_template(library: Library) -> None:
    """A place that a visitor types stands there as typed."""
    asked = form(library, "take-it-down")
    answers = prepared(asked, whole(asked, "adult", facts="{signature} {today} {links}"))
    assert "What may help you to decide: {signature} {today} {links}" in compose(asked, answers)


def test_without_a_day_there_is_no_line_for_it(library: Library) -> None:
    """The server does not know the visitor's calendar."""
    asked = form(library, "dmca")
    answers = prepared(asked, whole(asked, "adult"))
    assert "Date:" not in compose(asked, answers)
    assert "\nDate: 2026-11-23\n" in compose(asked, answers, "2026-11-23")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_draft_brings_every_letter(subject: str, text: str) -> None:
    """A mail program that reads the address finds subject and text, with its own line breaks."""
    address = urlsplit(draft(subject, text))
    read = parse_qs(address.query, keep_blank_values=True, strict_parsing=True)
    assert (address.scheme, address.netloc, address.path) == ("mailto", "", "")
    assert read == {"subject": [subject], "body": [text.replace("\n", "\r\n")]}
    assert "+" not in address.query
