"""The files of the map of copies: each place has its words, and no part for minors handles a picture."""

from __future__ import annotations

import pytest

from safety.library import copies_rules
from safety.library.codes import Place
from safety.library.copies_schema import mark_ids
from safety.library.schema import Library
from tests.library.conftest import Copy

ALBUM, CLOUD, MAIL = (f"en/check/copies/{id_}.md" for id_ in ("camera-roll", "cloud-photos", "email"))


def test_every_place_has_its_file(library: Library) -> None:
    """The map leaves no place without a name."""
    assert {place.id for place in library.places} == set(Place)


def test_a_place_without_a_file_is_named(content: Copy) -> None:
    """With the file to write."""
    (content.root / ALBUM).unlink()
    assert [(fault.file, fault.what) for fault in content.faults()] == [(ALBUM, "The file is missing.")]


STEP, GUARD = r"^1\. Check who knows", "A part for pictures of people under 18 says "


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "what"),
    [
        (ALBUM, r"^label = .*", 'label = ["Photographs", "of everything"]', "The label does not fit into the drawing."),
        (ALBUM, r"^label = .*", "label = []", "The label does not fit into the drawing."),
        (ALBUM, r"^minutes = .*", "minutes = 0", "An action takes a minute or more."),
        (ALBUM, r"^reviewed = ", 'items = ["canary"]\nreviewed = ', "There is no item canary."),
        (ALBUM, r"^## guarded", "## guarder", "The headings are not the ones this place has."),
        (CLOUD, r"^## stop", "## start", "The headings are not the ones this place has."),
        (ALBUM, STEP, "1. Delete it. Check who knows", f"{GUARD}'Delete'."),
        (ALBUM, STEP, "1. Ask StopNCII. Check who knows", f"{GUARD}'StopNCII'."),
        (
            ALBUM,
            STEP,
            "1. Save the picture.",
            "This asks someone under 18 for a copy of a picture: 'Save the picture'.",
        ),
        (MAIL, r"^title = .*", 'title = "StopNCII"', "StopNCII is for adults, and everybody reads this."),
        (MAIL, r"^days = .*", "days = 0", "A time is a day or more."),
        (MAIL, r"^checked = .*", "checked = 2027-01-01", "Checked after the review."),
    ],
)
def test_a_fault_is_named(content: Copy, file: str, pattern: str, replacement: str, what: str) -> None:
    """With the file it stands in, and what is wrong."""
    content.edit(file, pattern, replacement)
    assert (file, what) in {(fault.file, fault.what) for fault in content.faults()}


def test_what_only_adults_read_is_left_out_line_by_line() -> None:
    """A fault behind it is named with its own line."""
    body = "## clear\n1. Delete it.\n\n## words\nPlease.\n## guarded\n1. Ask first.\n"
    assert copies_rules.for_anybody(body) == "\n\n\n\n\n## guarded\n1. Ask first.\n"


def test_the_marks_of_the_map_have_keys_of_their_own() -> None:
    """The rule reads the ids that the pages mark, each once."""
    assert len(set(mark_ids())) == len(mark_ids()) > len(Place)
