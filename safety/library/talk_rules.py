"""The rules of the talks: each gives faults, never a changed record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from safety.library.document import Document, RawSection
from safety.library.faults import Fault
from safety.library.schema import Library, Text
from safety.library.talk_codes import TalkAge
from safety.library.talk_schema import Situation, marked_ages

TALK_HEADINGS = ("tonight", "know", "start", "opens", "closes", "ask", "together", "what-if")
SITUATION_HEADINGS = ("know", "when", "start", "opens", "closes", "ask", "together", "what-if", "get-help")
TOLD_ME_HEADINGS = ("first", "say", "ask", "not", "next", "tonight")
NOTE_HEADINGS = ("know", "say", "set-up", "if-happened")
NOTES = ("lgbtq", "neurodivergent", "disabled", "separated-parents", "grandparents", "carers")
# The headings of each text of the talks by its id; the ids of a page for an age are the ages.
TEXT_HEADINGS: dict[str, tuple[str, ...]] = {
    "told-me": TOLD_ME_HEADINGS,
    **dict.fromkeys(NOTES, NOTE_HEADINGS),
    **{age.value: TALK_HEADINGS for age in TalkAge},
}
KNOW_SENTENCES = 4
# A mark that ends a sentence, also in front of the quotation mark that closes it.
SENTENCE_END = re.compile(r"[.!?][\"\u201d*]*(?=\s|$)")
HELP_LINK = "](/help"


def place(text: Any) -> int:
    """Where a text stands among those of its folder: ages from the youngest up, notes as listed; unknown ones last."""
    order = (*TalkAge, *NOTES)
    return order.index(text.id) if text.id in order else len(order)


def of_library(library: Library, seed_lines: Mapping[str, int]) -> Iterator[Fault]:
    """The faults between the files: an age, a note or a sentence of the seed that no talk has."""
    written = {text.id for text in (*library.talks, *library.notes)}
    for id_ in (*TalkAge, *NOTES):
        if id_ not in written:
            file = f"{library.language}/talk/{'notes' if id_ in NOTES else 'ages'}/{id_}.md"
            yield Fault(file, 1, "The file is missing.", "the file")
    groups: tuple[tuple[Text | Situation, ...], ...] = (library.talks, library.situations, library.notes)
    carried = {seed for group in groups for record in group for seed in record.seed}
    for statement in library.seed:
        if statement.id.startswith("talk-") and statement.id not in carried:
            what = f"No talk in {library.language} carries {statement.id}."
            yield Fault("seed.toml", seed_lines.get(statement.id, 1), what, f'seed = ["{statement.id}"]')


def of_situation(document: Document, situation: Situation) -> Iterator[Fault]:
    """The faults of one situation: every age it is for finds every part, once, and with something in it."""
    written = [section for section in document.sections() if section.heading or section.text]
    if not situation.ages:
        yield document.fault(document.region.line_of("ages"), "The situation fits no age.", 'ages = ["8-10"]')
    if tuple(dict.fromkeys(section.heading for section in written)) != SITUATION_HEADINGS:
        wanted = ", ".join(SITUATION_HEADINGS)
        yield document.fault(document.body_line, "The headings are not the ones a situation has.", wanted)
    for section in written:
        yield from _of_section(document, section, situation.ages)
    for heading in SITUATION_HEADINGS:
        yield from _of_ages(document, [part for part in written if part.heading == heading], situation.ages)


def _of_section(document: Document, section: RawSection, ages: Sequence[str]) -> Iterator[Fault]:
    if not section.text:
        yield document.fault(section.line, f"The section {section.heading} is empty.", "a sentence or a list")
    for age in marked_ages(section.mark):
        if age not in ages:
            write = ", ".join(ages)
            yield document.fault(section.line, f"The situation is not for the age {age}.", write)
    if section.heading == "know" and (found := len(SENTENCE_END.findall(section.text))) != KNOW_SENTENCES:
        yield document.fault(section.line, f"What to know has {found} sentences.", f"{KNOW_SENTENCES} sentences")
    if section.heading == "get-help" and HELP_LINK not in section.text:
        yield document.fault(section.line, "Nothing here leads to help.", "[help](/help)")


def _of_ages(document: Document, parts: Sequence[RawSection], ages: Sequence[str]) -> Iterator[Fault]:
    """The faults of the parts with one heading: an age without a part or with two, a part for nobody."""
    if not parts:
        return
    heading, line = parts[0].heading, parts[0].line
    named = [age for part in parts for age in marked_ages(part.mark)]
    open_parts = [part for part in parts if not part.mark]
    for age in dict.fromkeys(age for age in named if named.count(age) > 1):
        yield document.fault(line, f"The section {heading} is there twice for {age}.", "each age once")
    if len(open_parts) > 1:
        yield document.fault(open_parts[1].line, f"The section {heading} is there twice.", f"## {heading} (ages)")
    missing = [age for age in ages if age not in named]
    if missing and not open_parts:
        yield document.fault(line, f"The section {heading} is missing for {', '.join(missing)}.", f"## {heading}")
    if open_parts and not missing:
        yield document.fault(open_parts[0].line, f"Nobody reads this section {heading}.", "a part for each age once")
