"""Each rule of the talks: one thing broken in a real file is named by the checker."""

from __future__ import annotations

import pytest

from tests.library.conftest import Copy

STARTING = "en/talk/situations/starting.md"
# file, what is replaced (a pattern), by what, words of the fault
BROKEN = {
    "a part is missing for an age": (STARTING, r"^## start \(5-7\)$", "## start (8-10)", "missing for 5-7"),
    "an age twice": (STARTING, r"^## start \(5-7\)$", "## start (5-7, 8-10)", "twice for 8-10"),
    "a part for nobody": (
        STARTING,
        r"^## know$",
        "## know\n\nOne. Two. Three. Four.\n\n## know",
        "know is there twice",
    ),
    "every age has its own": (STARTING, r"^## when$", "## when (8-10, 11-12, 13-15)", "missing for 16-17"),
    "an age it is not for": (STARTING, r"^## start \(5-7\)$", "## start (5-7, 3-4)", "not for the age 3-4"),
    "an unknown age": (STARTING, r"^ages = .*", 'ages = ["5-8"]', "is not one of the known words"),
    "no age": (STARTING, r"^ages = .*", "ages = []", "fits no age"),
    "an empty part": (STARTING, r"^## start \(5-7\)$", "## start (5-7)\n\n## start (5-7)", "start is empty"),
    "a part out of order": (STARTING, r"^## when \(under-5, 5-7\)$", "## ask (under-5, 5-7)", "headings are not"),
    "five sentences": (STARTING, r"(?<=^## know\n)", "One more. ", "What to know has 5 sentences"),
    "no way to help": (STARTING, r"(?s)(?<=^## get-help\n).*", "Ask somebody.\n", "Nothing here leads to help"),
    "a copy is asked for": (STARTING, r"(?<=^## get-help\n)", "Save the picture. ", "asks someone under 18 for a copy"),
    "a copy in the head": (STARTING, r"^lead = .*", 'lead = "Save the picture."', "asks someone under 18 for a copy"),
    "a note with other parts": ("en/talk/notes/carers.md", r"^## set-up$", "## setup", "headings are not"),
    "a text that is no age": ("en/talk/ages/5-7.md", r'^id = "5-7"', 'id = "5-8"', "headings are not"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_checker_sees_what_is_broken(content: Copy, name: str) -> None:
    """An author is told, before a page goes out with a hole."""
    file, pattern, replacement, words = BROKEN[name]
    content.edit(file, pattern, replacement)
    assert words in " ".join(fault.what for fault in content.faults())


@pytest.mark.parametrize("file", ["ages/5-7.md", "notes/carers.md", "told-me.md"])
def test_a_page_that_is_gone_is_missed(content: Copy, file: str) -> None:
    """Each age and each note is promised."""
    (content.root / "en/talk" / file).unlink()
    assert [fault.what for fault in content.faults() if fault.file == f"en/talk/{file}"] == ["The file is missing."]


def test_a_sentence_of_the_seed_that_no_talk_carries_is_missed(content: Copy) -> None:
    """What the first page said to parents cannot be dropped by accident."""
    content.edit("seed.toml", r"\Z", '\n[[statements]]\nid = "talk-new"\nsays = "New."\nabout = "talk"\n')
    (fault,) = content.faults()
    assert fault.what == "No talk in en carries talk-new."
