"""The rules of the map of copies: every place has its words, nobody under 18 is told to handle a picture.

That no text asks them for a copy is judged with all other texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from safety.library import addresses
from safety.library.codes import Place
from safety.library.copies_schema import STOPS, CopyPlace, mark_ids
from safety.library.document import Document
from safety.library.faults import Fault
from safety.library.keys import same_keys
from safety.library.schema import Library

FOLDER = "check/copies"
STOP, CLEAR, WORDS, GUARDED, WORDS_GUARDED = "stop", "clear", "words", "guarded", "words-guarded"
MAX_NAME, MAX_TEXT = 70, 160
# What fits between two places of the drawing.
MAX_LABEL_LINES, MAX_LABEL_LETTERS = 2, 12
ADULT_PART = re.compile(rf"^##[ \t]+(?:{CLEAR}|{WORDS})[ \t]*$.*?(?=^##|\Z)", re.MULTILINE | re.DOTALL)
GUARDED_PART = re.compile(
    rf"^##[ \t]+(?:{GUARDED}|{WORDS_GUARDED})[ \t]*$(?P<text>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)
# Whether a picture of somebody under 18 is deleted or left differs by country: here it is neither looked for nor
# touched, and no service for adults is named.
FOR_ADULTS = "StopNCII"
HANDLED = re.compile(rf"\b(?:delet|eras|empt|destroy|shred|wipe)\w*|\b{FOR_ADULTS}", re.IGNORECASE)


def texts_for_anybody(place: CopyPlace) -> tuple[str, ...]:
    """What everybody reads of a place, whoever is in the picture."""
    said = (place.name, place.question, place.why, place.wait, place.alert, place.beyond)
    cited = (*(source.title for source in place.sources), *(wait.title for wait in place.waits))
    return (*said, *cited, *(wait.says for wait in place.waits))


def for_anybody(body: str) -> str:
    """``body`` without the parts about pictures of adults, line by line in its place."""
    return ADULT_PART.sub(lambda part: "\n" * part[0].count("\n"), body)


def of_place(document: Document, place: CopyPlace) -> Iterator[Fault]:
    """The faults of one place by itself."""
    line_of = document.region.line_of
    yield from _headings(document, place)
    for key, most in (("name", MAX_NAME), ("question", MAX_NAME), ("why", MAX_TEXT), ("alert", MAX_TEXT)):
        if (length := len(getattr(place, key))) > most:
            yield document.fault(line_of(key), f"{key} has {length} characters.", f"at most {most}")
    if not 0 < len(place.label) <= MAX_LABEL_LINES or max(map(len, place.label)) > MAX_LABEL_LETTERS:
        write = f"{MAX_LABEL_LINES} lines at most, of {MAX_LABEL_LETTERS} letters"
        yield document.fault(line_of("label"), "The label does not fit into the drawing.", write)
    if place.minutes < 1:
        yield document.fault(line_of("minutes"), "An action takes a minute or more.", "minutes = 1")
    yield from _waits(document, place)
    if any(FOR_ADULTS.lower() in text.lower() for text in texts_for_anybody(place)):
        what = f"{FOR_ADULTS} is for adults, and everybody reads this."
        yield document.fault(document.region.start, what, f"it in ## {CLEAR} alone")
    for part in GUARDED_PART.finditer(document.body):
        for found in HANDLED.finditer(part["text"]):
            line = document.body_line + document.body.count("\n", 0, part.start("text") + found.start())
            what = f"A part for pictures of people under 18 says {found[0]!r}."
            yield document.fault(line, what, "to leave it as it is, and whom to ask")


def of_library(library: Library, documents: Mapping[str, Document]) -> Iterator[Fault]:
    """The faults between the places and the items: a place without a file, an item that is not there, a shared key."""
    written = {place.id for place in library.places}
    for id_ in Place:
        if id_ not in written:
            yield Fault(f"{library.language}/{FOLDER}/{id_}.md", 1, "The file is missing.", "the file")
    items = {item.id: item for item in library.items}
    for place in library.places:
        document = documents[f"{library.language}/{FOLDER}/{place.id}.md"]
        for named in place.items:
            if named not in items or items[named].retired:
                line = document.region.line_of("items")
                yield document.fault(line, f"There is no item {named}.", "the id of a file in check/")
    for names in same_keys((*items, *mark_ids())).values():
        for name in names:
            if name in items and not set(names) <= items.keys():
                document = documents[f"{library.language}/check/{name}.md"]
                what = "The id has the same short name as a mark of the map of copies."
                yield document.fault(document.region.line_of("id"), what, "another id")


def _headings(document: Document, place: CopyPlace) -> Iterator[Fault]:
    found = tuple(section.heading for section in document.sections() if section.heading or section.text)
    stop = (STOP,) if place.id in STOPS else ()
    wanted = ((*stop, CLEAR, GUARDED), (*stop, CLEAR, WORDS, GUARDED, WORDS_GUARDED))
    if found not in wanted:
        write = " or ".join(", ".join(headings) for headings in wanted)
        yield document.fault(document.body_line, "The headings are not the ones this place has.", write)
    for section in document.sections():
        if section.heading and not section.text:
            yield document.fault(section.line, f"The section {section.heading} is empty.", "steps")


def _waits(document: Document, place: CopyPlace) -> Iterator[Fault]:
    for wait, region in zip(place.waits, document.region.tables("waits"), strict=False):
        if wait.days < 1:
            yield document.fault(region.line_of("days"), "A time is a day or more.", "days = 30")
        if found := addresses.wrong(wait.url):
            yield document.fault(region.line_of("url"), *found)
        if wait.checked > place.reviewed:
            yield document.fault(region.line_of("checked"), "Checked after the review.", "reviewed = that day")
