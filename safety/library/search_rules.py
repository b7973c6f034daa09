"""The rules of the search's own tables: what people type, and the pages that no record describes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from safety.library.document import Document, Region
from safety.library.faults import Fault
from safety.library.search_schema import Concept, Door, Mood

MAX_TITLE, MAX_LINE = 70, 160
TYPED = re.compile(r"[^\WA-Z_]+(?: [^\WA-Z_]+)*")
ADDRESS = re.compile(r"/|(?:/[a-z0-9-]+)+")


def of_rows(document: Document, records: Sequence[tuple[Any, Region]]) -> Iterator[Fault]:
    """The faults of concepts and doors; other records have none here."""
    taken: dict[str, str] = {}
    for record, region in records:
        match record:
            case Concept():
                yield from _concept(document, record, region, taken)
            case Door():
                yield from _door(document, record, region)


def _concept(document: Document, concept: Concept, region: Region, taken: dict[str, str]) -> Iterator[Fault]:
    line = region.line_of("words")
    if not concept.words:
        yield document.fault(line, "Nobody would ever type nothing.", 'words = ["what people type"]')
    if not (concept.means or concept.pages or concept.mood is Mood.URGENT):
        yield document.fault(region.start, "This leads nowhere.", 'means = ["our word"], or pages = ["help"]')
    for words in concept.words:
        if not TYPED.fullmatch(words):
            yield document.fault(line, f"{words!r} can never be typed.", "small letters, one space between words")
        if words in taken:
            yield document.fault(line, f"{words!r} stands for {taken[words]} already.", "it in one of the two")
        taken[words] = concept.id


def _door(document: Document, door: Door, region: Region) -> Iterator[Fault]:
    if not ADDRESS.fullmatch(door.address):
        yield document.fault(region.line_of("address"), "This is no page of ours.", 'address = "/help"')
    for key, text, most in (("title", door.title, MAX_TITLE), ("line", door.line, MAX_LINE)):
        if len(text) > most:
            yield document.fault(region.line_of(key), f"{key} has {len(text)} characters.", f"at most {most}")
