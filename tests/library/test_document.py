"""A content file as its author sees it: head, sections, and the right line for everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from safety.library.document import Document, Unreadable, read

FILE = """+++
id = "one"
[[sources]]
url = "a"
[[ sources ]]  # the second
url = "b"
+++
## steps | iOS 26
1. One

## know
Two
"""


def made(tmp_path: Path, text: str | bytes, name: str = "one.md") -> Document:
    """The document of a file with this text."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, tmp_path)


def test_sections_know_their_lines(tmp_path: Path) -> None:
    """Heading, mark and line of each section, as an author counts."""
    sections = [(one.heading, one.mark, one.line) for one in made(tmp_path, FILE).sections()]
    assert sections == [("", "", 8), ("steps", "iOS 26", 8), ("know", "", 11)]


def test_keys_and_tables_know_their_lines(tmp_path: Path) -> None:
    """A key is looked up in its own table, also when the header has spaces and a remark."""
    region = made(tmp_path, FILE).region
    assert region.line_of("id") == 2
    assert region.line_of("sources") == 3
    assert [one.line_of("url") for one in region.tables("sources")] == [4, 6]
    assert region.line_of("none") == region.start == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_other_systems_are_read(tmp_path: Path, ending: str) -> None:
    """A file from Windows has the same content and the same lines."""
    document = made(tmp_path, FILE.replace("\n", ending))
    assert document.table["id"] == "one"
    assert [one.line for one in document.sections()] == [8, 8, 11]


@pytest.mark.parametrize(
    ("text", "name", "line", "words"),
    [
        (b"+++\nid = '\xff'\n+++\n", "one.md", 1, "not UTF-8"),
        ("", "one.md", 1, "The head is missing"),
        ("id = 1", "one.md", 1, "The head is missing"),
        ("+++\nid = 1\n", "one.md", 1, "The head is missing"),
        ("\n+++\nid = 1\n+++\n", "one.md", 1, "The head is missing"),
        ("+++\nid = 1\nid = 2\n+++\n", "one.md", 3, "The TOML is broken"),
        ("+++\nid = 1\nb = \n+++\n", "one.md", 3, "The TOML is broken"),
        ("a = 1\n\nb = \n", "one.toml", 3, "The TOML is broken"),
        ("a = 2026-02-30\n", "one.toml", 1, "The TOML is broken"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(
    tmp_path: Path, text: str | bytes, name: str, line: int, words: str
) -> None:
    """The fault has the file, the line where it stops making sense, and what to write."""
    with pytest.raises(Unreadable) as caught:
        made(tmp_path, text, name)
    fault = caught.value.fault
    assert (fault.file, fault.line) == (name, line)
    assert words in fault.what
    assert fault.write


def test_deeper_headings_are_text(tmp_path: Path) -> None:
    """Only ## begins a section; the checker of texts refuses the others."""
    text = "+++\nid = 1\n+++\n## one\n### two\n##three\n"
    assert [one.heading for one in made(tmp_path, text).sections()] == ["", "one"]
