"""Each rule of the content: one thing broken in a real file gives the fault, with its file and line."""

from __future__ import annotations

import re

import pytest

from safety.config import Config
from safety.library.keys import same_keys
from tests.library.conftest import Copy

ITEM = "en/check/two-factor.md"
STEP = "en/help/steps/write-down-under-18.md"
SCENE = "en/talk/scenes/classmate-picture.toml"
TALK = "en/talk/ages/11-12.md"
WORKSHOP = "en/teach/workshops/healthy-sharing-45.toml"
SERVICES = "en/help/services.toml"
CRISIS = "en/help/crisis.toml"
PROMISES = "en/pages/promises.toml"
SAFETY = "en/help/safety.md"
SEED = "seed.toml"

# file, what is replaced (a pattern), by what, how the line of the fault begins then, words of the fault
BROKEN = {
    "a mistyped key": (ITEM, r"^impact = ", "imapct = ", "imapct", "The key imapct is not known"),
    "a missing key": (ITEM, r"^impact = .*\n", "", "id = ", "The key impact is missing"),
    "text for a number": (ITEM, r"^minutes = \d+", 'minutes = "3"', "minutes", "minutes: '3' is of the wrong kind"),
    "a number for text": (ITEM, r"^why = .*", "why = 3", "why", "why: 3 is of the wrong kind"),
    "truth for a number": (ITEM, r"^minutes = \d+", "minutes = true", "minutes", "of the wrong kind"),
    "a date as text": (ITEM, r"^reviewed = .*", 'reviewed = "2026-11-23"', "reviewed", "of the wrong kind"),
    "a date with a time": (ITEM, r"^reviewed = .*", "reviewed = 2026-11-23T10:00:00", "reviewed", "of the wrong kind"),
    "an unknown word": (ITEM, r"^impact = .*", 'impact = "huge"', "impact", "is not one of the known words"),
    "an unknown word in a list": (ITEM, r"^who = .*", 'who = ["adults"]', "who", "is not one of the known words"),
    "a word twice": (ITEM, r"^who = .*", 'who = ["adult", "adult"]', "who", "something is named twice"),
    "text for a list": (ITEM, r"^who = .*", 'who = "adult"', "who", "this is a list"),
    "addresses for sources": (
        ITEM, r"(?s)^\[\[sources\]\].*?\n\+\+\+", 'sources = ["https://a.example"]\n+++', "sources", "list of tables",
    ),
    "white space": (ITEM, r'^title = "', 'title = " ', "title", "white space at an end"),
    "another id": (ITEM, r"^id = .*", 'id = "two-steps"', "id", "The id is not the file's name"),
    "a long title": (ITEM, r"^title = .*", f'title = "{"x" * 71}"', "title", "title has 71 characters"),
    "a long why": (ITEM, r"^why = .*", f'why = "{"x" * 161}"', "why", "why has 161 characters"),
    "for nobody": (ITEM, r"^who = .*", "who = []", "who", "The item is for nobody"),
    "no time": (ITEM, r"^minutes = \d+", "minutes = 0", "minutes", "takes a minute or more"),
    "other phones": (
        ITEM, r"^minutes = ", 'phones = ["other"]\nminutes = ', "phones", "No item is about 'other' phones",
    ),
    "an unknown seed": (ITEM, r"^seed = .*", 'seed = ["tip-nothing"]', "seed", "The seed id tip-nothing is not known"),
    "an unknown seed of a scene": (SCENE, r"^seed = .*", 'seed = ["x"]', "seed", "The seed id x is not known"),
    "no source": (ITEM, r"(?s)^\[\[sources\]\].*?\n\+\+\+", "+++", "id = ", "has sources, or is our own advice"),
    "two kinds of source": (
        ITEM, r"^\[\[sources\]\]", 'source = "our advice"\n[[sources]]', "source = ", "our own advice",
    ),
    "a source without https": (ITEM, r'^url = "https://', 'url = "http://', "url = ", "The address is not https"),
    "a source without a day": (ITEM, r"^checked = .*\n", "", "[[sources]]", "The key checked is missing"),
    "checked after the review": (ITEM, r"^checked = .*", "checked = 2999-01-01", "checked", "Checked after the review"),
    "a mistyped key of a source": (ITEM, r'^url = "', 'ulr = "', "ulr", "The key ulr is not known"),
    "an unknown heading": (ITEM, r"^## know", "## website", "## website", "The heading website is not known"),
    "an empty section": (ITEM, r"^## know", "## mac\n\n## know", "## mac", "The section mac is empty"),
    "a mark on steps": (ITEM, r"^## know", "## know | 2026", "## know", "A section know bears no mark"),
    "a wrong heading of a talk": (TALK, r"^## know", "## knowledge", "## tonight", "The headings are not the ones"),
    "a wrong heading of the safety page": (SAFETY, r"^## talk", "## call", "## watching", "The headings are not"),
    "a link to plain http": (ITEM, r"\Z", "\n[x](http://example.org)\n", "[x]", "A link must be https or our own"),
    "raw html": (ITEM, r"\Z", "\n<b>x</b>\n", "<b>", "Raw HTML is not allowed"),
    "a service twice": (SERVICES, r'^id = "stopncii"', 'id = "take-it-down-ncmec"', "", "is there twice"),
    "a service of low confidence": (
        SERVICES, r'^confidence = ".*"', 'confidence = "low"', "confidence", "not one of the known",
    ),
    "a mistyped table": (
        SERVICES, r"^\[\[services\]\]", "[[servics]]", "[[servics]]", "The table servics is not known",
    ),
    "a mistyped table of numbers": (
        CRISIS, r"^\[\[directories\]\]", "[[directory]]", "[[directory]]", "The table directory",
    ),
    "a promise without words": (PROMISES, r"^says = .*\n", "", "[[promises]]", "The key says is missing"),
    "a lesson that is too long": (
        WORKSHOP, r"^minutes = \d+", "minutes = 44", "minutes", "The activities take 45 minutes",
    ),
    "broken toml": (ITEM, r"^minutes = \d+", "minutes = three", "minutes", "The TOML is broken"),
    "no head": (ITEM, r"\A\+\+\+\n", "", "id = ", "The head is missing"),
    "no end of the head": (STEP, r"^\+\+\+\n(?!id)", "", "+++", "The head is missing"),
}  # fmt: skip


def test_the_real_content_has_no_fault(config: Config, content: Copy) -> None:
    """What is published passes every rule, and so does the part of it that the other tests break."""
    assert Copy(config.content).faults() == ()
    assert content.faults() == ()


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named(content: Copy, name: str) -> None:
    """The fault names the file and the line as an author counts them, says what, and what to write."""
    file, pattern, replacement, start, words = BROKEN[name]
    content.edit(file, pattern, replacement)
    found = [fault for fault in content.faults() if words in fault.what]
    assert found, content.faults()
    assert {fault.file for fault in found} == {file}
    if start:
        assert found[0].line == content.line(file, start), found
    assert all(fault.write for fault in found)


def test_all_faults_are_named_at_once(content: Copy) -> None:
    """An author mends everything in one go: three faults in two files are three lines."""
    content.edit(ITEM, r"^minutes = \d+", "minutes = 0")
    content.edit(ITEM, r"^impact = .*", 'impact = "huge"')
    content.edit(SCENE, r"^intro = .*", "intro = 3")
    assert [fault.file for fault in content.faults()] == [ITEM, SCENE]
    content.edit(ITEM, r"^impact = .*", 'impact = "low"')
    assert len(content.faults()) == 2


def test_a_second_fault_of_one_file_is_named_too(content: Copy) -> None:
    """Two wrong keys of one file are two faults."""
    content.edit(ITEM, r"^impact = .*", 'impact = "huge"')
    content.edit(ITEM, r"^topic = .*", 'topic = "all"')
    assert [fault.line for fault in content.faults()] == [content.line(ITEM, "impact"), content.line(ITEM, "topic")]


def test_a_value_that_is_not_our_advice_is_no_source(content: Copy) -> None:
    """'source' has one value; anything else would look like a source."""
    content.edit(ITEM, r"(?s)^\[\[sources\]\].*?\n\+\+\+", 'source = "a friend"\n+++')
    (fault,) = content.faults()
    assert (fault.line, fault.what) == (content.line(ITEM, "source"), "source has one value only.")


def test_text_before_the_first_heading(content: Copy) -> None:
    """It would be shown nowhere."""
    content.edit(ITEM, r"^\+\+\+\n(?=## )", "+++\nStart here.\n\n")
    (fault,) = content.faults()
    assert fault.what == "Text stands before the first heading."
    assert fault.line == content.line(ITEM, "Start here.")


def test_an_item_without_steps(content: Copy) -> None:
    """An action that says nothing of how is none."""
    text = content.read(ITEM)
    head = text[: text.index("\n+++\n") + 5]
    content.write(ITEM, head + "## know\n- Something.\n")
    assert "There is no step to do." in [fault.what for fault in content.faults()]


def test_a_heading_twice(content: Copy) -> None:
    """Two sections of one name would be mixed up."""
    content.edit(ITEM, r"\Z", "\n## know\n- Again.\n")
    assert "A heading stands twice." in [fault.what for fault in content.faults()]


def test_an_unconfirmed_path_says_look_for_and_bears_no_version(content: Copy) -> None:
    """A path that nobody has confirmed says so in its words."""
    content.edit(ITEM, r"\Z", "\n## mac | look for\n1. Open macOS 26 and tap here.\n")
    found = content.faults()
    assert {fault.line for fault in found} == {content.line(ITEM, "## mac")}
    assert [fault.what for fault in found] == [
        "A path that nobody confirmed bears no version.",
        "Nobody has confirmed this path.",
    ]


def test_another_language_has_its_own_words_for_look_for(content: Copy) -> None:
    """The words come from the language's own file: with other words there, every English path is a fault."""
    content.edit("en/language.toml", 'look_for = "look for"', 'look_for = "busca"')
    found = [fault for fault in content.faults() if fault.what == "Nobody has confirmed this path."]
    assert found
    assert all("'busca'" in fault.write for fault in found)


def test_items_whose_short_names_meet(content: Copy) -> None:
    """Two items with one key would be ticked together: both files are named."""
    ids = [path.stem for path in sorted((content.root / "en" / "check").glob("*.md"))]
    twin, name = next(
        (names, candidate)
        for candidate in (f"new-item-{number}" for number in range(100_000))
        for names in same_keys([*ids, candidate]).values()
    )
    text = re.sub(r"^id = .*", f'id = "{name}"', content.read(ITEM), count=1, flags=re.MULTILINE)
    content.write(f"en/check/{name}.md", text)
    found = content.faults()
    assert {fault.file for fault in found} == {f"en/check/{one}.md" for one in twin}
    assert {fault.line for fault in found} == {2}
    assert all("same short name" in fault.what for fault in found)


def test_a_tip_that_nothing_carries(content: Copy) -> None:
    """Every tip of the page that the project grew from is carried by an item; the statement's line is named."""
    content.edit(SEED, r"\A", '[[statements]]\nid = "tip-new"\nsays = "Something new."\nabout = "prevention"\n\n')
    (fault,) = content.faults()
    assert (fault.file, fault.line) == (SEED, 1)
    assert fault.what == "No item in en/check carries tip-new."


def test_a_table_may_bear_a_comment(content: Copy) -> None:
    """A remark behind a header loses no row; tables that name the broken row have faults of their own."""
    before = content.read(SERVICES).count("[[services]]")
    content.edit(SERVICES, r"^\[\[services\]\]", "[[ services ]]  # the first")
    content.edit(SERVICES, r'^confidence = "[a-z]+"', 'confidence = "no"')
    (fault,) = (fault for fault in content.faults() if fault.file == SERVICES)
    assert fault.line == content.line(SERVICES, "confidence")
    assert before > 10


@pytest.mark.parametrize(("file", "table"), [(SERVICES, "services"), (PROMISES, "promises"), (SEED, "statements")])
def test_an_empty_table_is_no_answer(content: Copy, file: str, table: str) -> None:
    """A file that holds nothing is a mistake, not an empty list."""
    content.write(file, "# nothing\n")
    assert f"There is no [[{table}]]." in [fault.what for fault in content.faults()]


def test_help_for_every_age(content: Copy) -> None:
    """A language without a step for one of the two ages leaves somebody with an empty page."""
    for path in (content.root / "en" / "help" / "steps").glob("*.md"):
        if 'age = ["adult"]' not in path.read_text(encoding="utf-8"):
            path.unlink()
    assert "No file in en/help/steps is for the age under-18." in [fault.what for fault in content.faults()]


@pytest.mark.parametrize(
    "file", ["en/check/new.MD", "en/check/new.txt", "en/chek/new.md", "en/new.toml", "en/help/step/new.md"]
)
def test_a_file_that_nothing_reads(content: Copy, file: str) -> None:
    """A mistyped folder or ending does not pass in silence."""
    content.write(file, content.read(ITEM))
    assert [(fault.file, fault.line, fault.what) for fault in content.faults()] == [
        (file, 1, "Nothing reads this file.")
    ]


@pytest.mark.parametrize("file", ["en/language.toml", SAFETY, SERVICES, CRISIS, PROMISES, SEED])
def test_a_missing_file(content: Copy, file: str) -> None:
    """What every language has is missed by name."""
    (content.root / file).unlink()
    assert (file.removeprefix("./"), "The file is missing.") in [
        (fault.file.removeprefix("./"), fault.what) for fault in content.faults()
    ]


def test_a_language_whose_first_file_is_mistyped(content: Copy) -> None:
    """A folder is a language that somebody wants: it does not vanish for a missing file."""
    content.write("de/langauge.toml", 'name = "Deutsch"\n')
    assert ("de/language.toml", "The file is missing.") in [(fault.file, fault.what) for fault in content.faults()]


def test_a_folder_that_is_no_language(content: Copy) -> None:
    """A code that no browser asks for would never be shown, or end in an error."""
    (content.root / "en").rename(content.root / "english")
    assert "The folder's name is no language code." in [fault.what for fault in content.faults()]


def test_there_is_a_language(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An empty folder is not a site."""
    empty = Copy(tmp_path_factory.mktemp("empty"))
    assert "There is no language." in [fault.what for fault in empty.faults()]
