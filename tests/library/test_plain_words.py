"""The tables of help are read by frightened people on a phone: short sentences, no blame, no big words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from safety.library.schema import Library

MOST_WORDS = 20
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# From the style rules: words that scold, hurry, shame or promise too much.
NOT_OURS = re.compile(
    r"\b(should|must|just|simply|easy|easily|victims?|leak\w*|revenge|guarantee\w*|for ever|immediately)\b",
    re.IGNORECASE,
)


def texts(library: Library) -> Iterator[tuple[str, str]]:
    """Every sentence of apps and laws, with its place."""
    keys = ("report", "minor", "fake", "asks", "time", "know", "covers", "deadline", "enforced_by", "then")
    for record in (*library.platforms, *library.laws):
        for key in keys:
            value = getattr(record, key, "")
            for text in (value,) if isinstance(value, str) else value:
                for sentence in SENTENCE_END.split(text):
                    yield f"{record.id}.{key}", sentence


def test_sentences_are_short(library: Library) -> None:
    """Nobody who is frightened reads a long sentence to its end."""
    assert [place for place, sentence in texts(library) if len(sentence.split()) > MOST_WORDS] == []


def test_no_word_scolds_or_promises(library: Library) -> None:
    """The words of the style rules hold for tables as for pages."""
    assert [(place, sentence) for place, sentence in texts(library) if NOT_OURS.search(sentence)] == []


@pytest.mark.parametrize("words", ["You should report it.", "This is easy.", "Your pictures were leaked."])
def test_a_word_that_is_not_ours_is_seen(words: str) -> None:
    """The rule finds what it is for."""
    assert NOT_OURS.search(words)


def test_menus_are_hints(library: Library) -> None:
    """Arrows would show a path as sure; nobody has walked these menus on a device, so they are looked for."""
    for platform in library.platforms:
        for text in (platform.report, platform.minor, platform.fake):
            assert not re.search(r"\s(?:>|→)\s", text), platform.id
            assert "://" not in text, platform.id
            if "'Report'" in text:
                assert re.search(r"look for|there is", text, re.IGNORECASE), platform.id
