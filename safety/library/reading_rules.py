"""The rules of the pages for reading: both voices have their turn, nothing is missing, every part has a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from safety.library.document import Document
from safety.library.faults import Fault
from safety.library.reading_schema import Reading, Together
from safety.library.talk_codes import TalkAge, Voice

QUESTIONS = 3
PAGES_OF_AN_AGE = (2, 3)
# Younger children look at things with a grown-up; they do not read.
READ_TOGETHER = tuple(age for age in TalkAge if age is not TalkAge.UNDER_5)


def texts(page: Together | Reading) -> tuple[str, ...]:
    """What the head of the file of ``page`` says to its readers."""
    said = (page.title, page.lead)
    if isinstance(page, Reading):
        return said
    return (*said, *(line.says for line in page.lines), *page.questions, page.set_up, *page.how)


def of_together(document: Document, page: Together) -> Iterator[Fault]:
    """The faults of a page for two."""
    line_of = document.region.line_of
    if page.age not in READ_TOGETHER:
        write = f'age = "{READ_TOGETHER[0]}" or older'
        yield document.fault(line_of("age"), "Nobody reads a page with a child of this age.", write)
    if len(page.questions) != QUESTIONS:
        what = f"There are {len(page.questions)} questions."
        yield document.fault(line_of("questions"), what, f"{QUESTIONS} questions")
    for voice in Voice:
        if voice is not Voice.BOTH and voice not in [line.who for line in page.lines]:
            write = f'[[lines]] with who = "{voice}"'
            yield document.fault(line_of("lines"), f"The {voice} has nothing to read.", write)


def of_reading(document: Document, page: Reading) -> Iterator[Fault]:
    """The faults of a page that is read alone."""
    if not page.sections:
        yield document.fault(document.body_line, "The page has no part.", "## key | Title, then its text")
    keys = Counter(section.heading for section in page.sections)
    for section in document.sections():
        if not section.heading:
            if section.text:
                yield document.fault(section.line, "Text stands before the first heading.", "## key | Title above it")
            continue
        if not section.mark:
            yield document.fault(section.line, "The part has no title.", f"## {section.heading} | Its title")
        if not section.text:
            yield document.fault(section.line, f"The part {section.heading} is empty.", "a sentence or a list")
        if keys[section.heading] > 1:
            yield document.fault(section.line, f"The key {section.heading} stands twice.", "a key of its own")


def of_pages(language: str, pages: Sequence[Together]) -> Iterator[Fault]:
    """The faults between the pages for two: an age with too few or too many, two with one place."""
    fewest, most = PAGES_OF_AN_AGE
    place = f"{language}/talk/together"
    for age in READ_TOGETHER:
        found = [page for page in pages if page.age is age]
        if not fewest <= len(found) <= most:
            what = f"In {place} there are {len(found)} pages for the age {age}."
            yield Fault(f"{language}/language.toml", 1, what, f"{fewest} or {most} of them")
        if len({page.order for page in found}) < len(found):
            what = f"In {place} two pages for the age {age} have one place."
            yield Fault(f"{language}/language.toml", 1, what, "another order for one of them")
