"""What may be wrong with a page to read, each named with its file before anybody meets it."""

from __future__ import annotations

import pytest

from tests.library.conftest import Copy

STORY = "en/talk/together/ask-first.toml"
TEEN = "en/talk/teens/law.md"

# file, what is replaced, by what, words of the fault
BROKEN = {
    "four questions": (STORY, r"^questions = \[", 'questions = [\n  "And now?",', "There are 4 questions"),
    "too young to read": (STORY, r'^age = "5-7"', 'age = "under-5"', "Nobody reads a page with a child"),
    "a part without a title": (TEEN, r"^## short \| .*", "## short", "The part has no title"),
    "an empty part": (TEEN, r"^## uk \|", "## none | Nothing\n\n## uk |", "The part none is empty"),
    "a key twice": (TEEN, r"^## usa \|", "## uk |", "The key uk stands twice"),
    "text before the parts": (TEEN, r"^## short", "Hello.\n\n## short", "Text stands before the first heading"),
    "a copy asked for in a story": (STORY, r'^set_up = "', 'set_up = "Save the picture. ', "under 18 for a copy"),
    "a copy asked for on a teen's page": (TEEN, r"^## uk ", "Save the picture.\n\n## uk ", "under 18 for a copy"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_page_is_named(content: Copy, name: str) -> None:
    """An author learns what is wrong before a child meets it."""
    file, pattern, replacement, words = BROKEN[name]
    content.edit(file, pattern, replacement)
    found = [fault for fault in content.faults() if words in fault.what]
    assert found, content.faults()
    assert all(fault.write for fault in found)


def test_both_have_a_turn(content: Copy) -> None:
    """A page that only one of the two reads is no page for two."""
    content.write(STORY, content.read(STORY).replace('who = "child"', 'who = "grown-up"'))
    assert [fault.what for fault in content.faults()] == ["The child has nothing to read."]


def test_an_age_with_one_page_is_named(content: Copy) -> None:
    """Each age from 5-7 up has two or three."""
    (content.root / "en/talk/together/a-good-ex.toml").unlink()
    assert ["1 pages for the age 16-17" in fault.what for fault in content.faults()] == [True]


def test_two_pages_of_an_age_have_two_places(content: Copy) -> None:
    """Otherwise their order would be a coin toss."""
    content.edit("en/talk/together/bath-time.toml", r"^order = .*", "order = 110")
    assert ["two pages for the age 5-7 have one place" in fault.what for fault in content.faults()] == [True]
