"""The case inside a sealed file: read as the browser reads it, and nothing else."""

from __future__ import annotations

import pytest

from safety.help.case.record import hides_picture, read
from safety.help.case.sealed import CannotOpen, Why
from safety.library.codes import Age
from tests.help.case import samples


@pytest.mark.parametrize("text", samples.GOOD.values(), ids=samples.GOOD)
def test_what_the_page_writes_is_read(text: str) -> None:
    """Every kind, both ages, and texts in all letters."""
    assert read(text).age in Age


@pytest.mark.parametrize("text", samples.BAD.values(), ids=samples.BAD)
def test_anything_else_is_refused(text: str) -> None:
    """A picture in any disguise, what is unknown, twice there, too long, or of another type."""
    with pytest.raises(CannotOpen) as refused:
        read(text)
    assert refused.value.why == Why.DAMAGED


def test_a_later_format_is_told_from_damage() -> None:
    """So that the visitor is told to take a newer program, not that the file is broken."""
    with pytest.raises(CannotOpen) as refused:
        read(samples.NEWER)
    assert refused.value.why == Why.NEWER


def test_entries_are_found_by_kind() -> None:
    """With their fields, which nobody can change."""
    case = read(samples.GOOD["adult"])
    (link,) = case.of("link")
    assert link.fields["address"] == f"https://example.org/{samples.CANARY}"
    with pytest.raises(TypeError):
        link.fields["address"] = ""  # type: ignore[index]  # the test is about this very mistake


@pytest.mark.parametrize(
    ("text", "hides"),
    [
        ("my data: all of it", True),
        ("metadata:x", False),
        ("A" * 299, False),
        ("A" * 300, True),
        (" ".join(["A" * 59] * 9), False),
        (" ".join(["A" * 60] * 5), True),
        (" ".join(["A" * 60, "no"] * 5), False),
        ("https://example.org/" + "A" * 900, False),
    ],
)
def test_a_picture_in_letters_is_seen(text: str, hides: bool) -> None:
    """Long runs of Base64, in one line or many; words and links are none."""
    assert hides_picture(text) is hides
