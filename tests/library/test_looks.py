"""The questions of the guided look: each fault is named, and for anyone under 18 nothing is asked that must not be."""

from __future__ import annotations

import pytest
from flask import Flask

from safety.library.codes import Drawing, ForWhom
from safety.library.schema import Library
from tests.library.conftest import Copy

FACE = "en/photos/look/face.md"


@pytest.mark.parametrize(
    ("pattern", "replacement", "start", "what"),
    [
        (r"^drawing = .*", 'drawing = "shelve"', "drawing", "drawing: 'shelve' is not one of the known words."),
        (r"^at = .*", 'at = "sound"', "at", "at: 'sound' is not one of the known words."),
        (r"^who = .*", 'who = "under-18"', "who", "A question is for anyone or for adults."),
        (r"^question = .*", f'question = "{"x" * 71}"', "question", "question has 71 characters."),
        (r"^why = .*", f'why = "{"x" * 161}"', "why", "why has 161 characters."),
        (r"^name = .*", f'name = "{"x" * 71}"', "name", "name has 71 characters."),
        (r"^source = .*", "source = 'hearsay'", "source", "source has one value only."),
        (r"^## look", "## where", "## scene", "The headings are not the ones this page has."),
        (r"^At people .*\n", "", "## look", "The section look is empty."),
    ],
)
def test_a_fault_is_named(content: Copy, pattern: str, replacement: str, start: str, what: str) -> None:
    """One fault for each, with its line; of the headings it is the first line of the text."""
    content.edit(FACE, pattern, replacement)
    (fault,) = content.faults()
    assert (fault.file, fault.line, fault.what) == (FACE, content.line(FACE, start), what)


def test_two_questions_cannot_have_one_place(content: Copy) -> None:
    """Their order would be an accident; the fault stands in the later file."""
    content.edit(FACE, r"^order = 10", "order = 20")
    (fault,) = content.faults()
    assert (fault.file, fault.line) == ("en/photos/look/window.md", content.line("en/photos/look/window.md", "order"))
    assert fault.what == "face has this place already."


@pytest.mark.parametrize("words", ["Save the picture.", "Send the picture to a friend."])
def test_no_question_for_anyone_asks_for_a_copy(content: Copy, words: str) -> None:
    """Whoever has not told an age reads it."""
    content.write(FACE, content.read(FACE) + f"- {words}\n")
    (fault,) = content.faults()
    assert (fault.file, fault.line) == (FACE, content.last_line(FACE))
    assert fault.what.startswith("This asks someone under 18 for a copy")


@pytest.mark.parametrize("key", ["name", "question", "why"])
def test_no_head_for_anyone_asks_for_a_copy(content: Copy, key: str) -> None:
    """What stands in large letters is held to the same rule."""
    content.edit(FACE, rf"^{key} = .*", f'{key} = "Save the picture"')
    (fault,) = content.faults()
    assert fault.line == content.line(FACE, key)


def test_there_is_something_to_ask_everybody(content: Copy) -> None:
    """With questions for adults alone, someone under 18 would open an empty dialog."""
    for path in (content.root / "en/photos/look").glob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace('who = "anyone"', 'who = "adult"'), encoding="utf-8")
    assert [fault.what for fault in content.faults()] == ["No file in en/photos/look is for anyone."]


def test_what_is_for_adults_only(library: Library) -> None:
    """Marks on the skin, the body and the bed are not asked about where somebody may be under 18."""
    adults = {look.id for look in library.looks if look.who is ForWhom.ADULT}
    assert adults == {"tattoo", "body", "room"}
    assert len(library.looks) - len(adults) == 7


def test_every_scene_is_drawn(app: Flask) -> None:
    """A drawing that the content may name is there, with its spot, and in our own lines: no picture is loaded."""
    scenes = app.jinja_env.get_template("photos/scenes.html").module
    for name in Drawing:
        svg = str(scenes.drawing(name.value))  # type: ignore[attr-defined]  # a macro of the template
        assert svg.count('class="spot"') == 1, name
        assert "<image" not in svg
        assert "href" not in svg
