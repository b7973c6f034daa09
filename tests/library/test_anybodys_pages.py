"""Pages that somebody under 18 may read ask nobody for a copy, but behind the choice for adults."""

from __future__ import annotations

import pytest

from safety.library.rules import ANYBODYS_HEADINGS
from tests.library.conftest import Copy

FIRST_HOUR = "en/help/first-hour.md"
ASKS = "Take a screenshot of the picture."


def test_a_request_for_a_copy_is_a_fault(content: Copy) -> None:
    """With its own line, also below a part for adults."""
    content.edit(FIRST_HOUR, r"^## report\n", f"## report\n\n{ASKS}\n")
    (fault,) = content.faults()
    assert "asks someone under 18 for a copy" in fault.what
    assert fault.line == content.line(FIRST_HOUR, ASKS)


def test_a_part_for_adults_may_speak_of_copies(content: Copy) -> None:
    """It stands behind a choice that says so."""
    content.edit(FIRST_HOUR, r"^## evidence-adult\n", f"## evidence-adult\n\n{ASKS}\n")
    assert content.faults() == ()


def test_the_words_one_can_say_are_read_too(content: Copy) -> None:
    """A text to copy is an instruction like any other."""
    content.edit(FIRST_HOUR, r"^## tell-words\n", f"## tell-words\n\n{ASKS}\n")
    assert len(content.faults()) == 1


@pytest.mark.parametrize("name", ANYBODYS_HEADINGS)
def test_each_page_has_its_headings(content: Copy, name: str) -> None:
    """A part that is mistyped or missing would vanish from the page without a word."""
    first = ANYBODYS_HEADINGS[name][0]
    content.edit(f"en/help/{name}.md", rf"^## {first}$", "## firstly")
    assert "The headings are not the ones this page has." in [fault.what for fault in content.faults()]


def test_a_country_has_one_rule(content: Copy) -> None:
    """Two pieces of advice for one country would be a coin toss."""
    content.edit("en/help/received.toml", r'^code = "DK"', 'code = "DE"')
    assert [fault.what for fault in content.faults()] == ["DE is there twice."]
