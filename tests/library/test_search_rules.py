"""What the checker says of the tables of the search."""

from __future__ import annotations

import pytest

from tests.library.conftest import Copy

FILE = "en/pages/search.toml"


@pytest.mark.parametrize(
    ("pattern", "replacement", "what"),
    [
        (r'^words = \["snap", ', 'words = ["Snap", ', "'Snap' can never be typed."),
        (r'^words = \["snap", ', 'words = ["snap  it", ', "'snap  it' can never be typed."),
        (r'^words = \["snap", ', 'words = ["snapped up", "dmca", ', "'dmca' stands for copyright already."),
        (r'^words = \["threat", .*$', "words = []", "Nobody would ever type nothing."),
        (r'^address = "/help/case"$', 'address = "https://example.org"', "This is no page of ours."),
        (r'^title = "Get help"$', f'title = "{"Get help " * 10}now"', "title has 93 characters."),
    ],
)
def test_a_fault_is_named(content: Copy, pattern: str, replacement: str, what: str) -> None:
    """With what is wrong and the line it stands on."""
    content.edit(FILE, pattern, replacement)
    (fault,) = (fault for fault in content.faults() if fault.what == what)
    assert fault.file == FILE
    assert fault.line == content.line(FILE, replacement.split(",")[0])


def test_a_concept_that_leads_nowhere_is_a_fault(content: Copy) -> None:
    """Words without a meaning, a page or a line to the numbers do nothing."""
    content.write(FILE, content.read(FILE) + '\n[[concepts]]\nid = "empty"\nwords = ["emptiness"]\n')
    assert [fault.what for fault in content.faults()] == ["This leads nowhere."]
