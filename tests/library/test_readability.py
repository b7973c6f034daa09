"""The reading grade: known values, the words that rules count wrong, and what a hard page is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from safety.config import Config
from safety.library import reading_grades
from safety.library.faults import Fault
from safety.library.readability import grade, hardest, syllables
from tests.conftest import make_app
from tests.library.conftest import Copy

LAW = "en/talk/teens/law.md"
STORY = "en/talk/together/ask-first.toml"
HARD = (
    "Organisations responsible for administering international accountability mechanisms "
    "occasionally communicate extraordinarily complicated regulatory considerations."
)
# Counted by hand, with a dictionary.
SYLLABLES = {
    1: "the are asked used tired eye clothes share shared phones friend guilt gone says tried whole don't",
    2: "picture people little table quiet police wanted changes uncles careful safely couldn't being carer moment",
    3: "video created deleted messages devices idea area radio violence family curious serious agreement diary",
    4: "everybody information situation experience relationships embarrassing usually",
    5: "individual",
}
WORDS = [(word, number) for number, words in SYLLABLES.items() for word in words.split()]


@pytest.mark.parametrize(("word", "number"), WORDS)
def test_syllables_are_those_of_a_dictionary(word: str, number: int) -> None:
    """A silent e, vowels spoken apart, and endings that are a syllable only behind some letters."""
    assert syllables(word) == number


def test_a_number_is_as_long_as_its_digits() -> None:
    """'112' is spoken with more syllables than 'cat'."""
    assert (syllables("7"), syllables("112")) == (1, 3)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        # 6 words of one syllable.
        ("The cat sat on the mat.", -1.45),
        # 13 words, 24 syllables: an example that is in print with its grade.
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.26),
        # 10 words and 13 syllables in 2 sentences.
        ("We ask before we click. No means no, also later.", 0.39 * 5 + 11.8 * 1.3 - 15.59),
    ],
)
def test_known_texts_have_their_known_grades(text: str, known: float) -> None:
    """The formula of 1975, to two places."""
    assert grade(text) == pytest.approx(known, abs=0.01)


def test_marks_of_the_text_are_no_words() -> None:
    """Emphasis, lists, headings and the addresses of links leave the grade alone."""
    plain = grade("Take It Down is free.\nTell one person.")
    assert (
        grade("## take | Take It Down\n- **[Take It Down](https://example.org/a/b)** is free.\n1. Tell one person.")
        == plain
    )


def test_an_item_of_a_list_is_a_sentence() -> None:
    """Items without a full stop do not run together into one long sentence."""
    assert grade("- the name\n- the app\n- the day") == grade("The name. The app. The day.")


def test_nothing_has_no_grade() -> None:
    """An empty text divides by nothing."""
    assert grade("") == grade("...\n\n") == 0
    assert hardest("", 3) == ()


def test_the_hardest_sentence_is_found_on_its_line() -> None:
    """The one that weighs most in the grade, not a short one with a long word."""
    first = hardest(f"We ask first.\nCuriosity.\n{HARD} We stop.", 1)[0]
    assert (first.line, first.words) == (2, HARD)


def test_every_page_of_the_talks_is_graded_and_reads_well(config: Config) -> None:
    """Those for teens, for two and in easy words are among them, and none is over 8."""
    pages = reading_grades.graded(config.content, "en")
    folders = {page.file.split("/")[2] for page in pages}
    assert {"ages", "teens", "together", "easy", "scenes"} <= folders
    assert [page for page in pages if page.grade > reading_grades.MOST] == []


def test_easy_words_are_the_easiest(config: Config) -> None:
    """A page in easy words reads far under the aim of the others."""
    easy = [page for page in reading_grades.graded(config.content, "en") if "/easy/" in page.file]
    assert len(easy) >= 5
    assert all(page.grade < 3 for page in easy)


def hard_faults(content: Copy, file: str) -> tuple[Fault, ...]:
    """What is said of ``file``."""
    return next(page.faults for page in reading_grades.graded(content.root, "en") if page.file == file)


def test_a_hard_page_names_its_lines_and_what_to_do(content: Copy) -> None:
    """The worst sentences first, each with file, line, its words and a longest word to replace."""
    content.edit(LAW, r"^- Many countries have .*", "\n".join([f"- {HARD}"] * 20))
    faults = hard_faults(content, LAW)
    assert len(faults) == reading_grades.NAMED_SENTENCES
    assert faults[0].file == LAW
    assert faults[0].line == content.line(LAW, f"- {HARD}")
    assert HARD in faults[0].what
    assert "accountability" in faults[0].write


def test_a_line_of_a_table_is_found_too(content: Copy) -> None:
    """A story stands in TOML, with quotation marks written another way."""
    spoken = f'says = "\\"{HARD}\\" says Noor."'
    content.edit(STORY, r'^says = "Sam has soup.*', spoken)
    content.edit(STORY, r"^lead = .*", f'lead = "{" ".join([HARD] * 9)}"')
    places = {fault.line for fault in hard_faults(content, STORY)}
    assert places <= {content.line(STORY, "lead = "), content.line(STORY, spoken)}


def test_a_long_sentence_is_told_its_length(content: Copy) -> None:
    """Splitting it is what helps most."""
    long = " ".join(["consideration and"] * 15) + "."
    content.edit(LAW, r"^- Many countries have .*", "\n".join([f"- {long}"] * 20))
    assert "has 30 words" in hard_faults(content, LAW)[0].write


def test_another_language_is_not_graded(tmp_path: Path, content: Copy) -> None:
    """The formula knows English syllables only."""
    (content.root / "en").rename(content.root / "de")
    assert reading_grades.graded(content.root, "de") == ()


def test_the_check_fails_on_a_hard_page_and_the_site_starts(content: Copy, tmp_path: Path) -> None:
    """A text that is hard to read is mended by its author; visitors are not locked out for it."""
    content.edit(LAW, r"^- Many countries have .*", "\n".join([f"- {HARD}"] * 20))
    app: Flask = make_app(Config.read({"INSTANCE": str(tmp_path), "CONTENT": str(content.root)}))
    ended = app.test_cli_runner().invoke(args=["content", "check"])
    assert ended.exit_code == 1
    assert f"{LAW}:" in ended.output
    assert "over reading grade 8" in ended.output
