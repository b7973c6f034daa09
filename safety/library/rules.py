"""The rules that no single field can show: each gives faults, never a changed record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from safety.library.document import Document, Region
from safety.library.faults import Fault
from safety.library.schema import (
    OUR_ADVICE,
    Age,
    App,
    Audience,
    HelpStep,
    Item,
    Library,
    Phone,
    Scene,
    Section,
    Text,
    Workshop,
)

MAX_TITLE, MAX_WHY = 70, 160
LOOK_FOR = "look for"
STEPS, KNOW = "steps", "know"
PLATFORMS = frozenset(["iphone", "samsung", "android", "windows", "mac", "web"]) | {app.value for app in App}
SAFETY_HEADINGS = ("watching", "other-device", "history", "changes", "leave", "talk")
TALK_HEADINGS = ("tonight", "know", "start", "opens", "closes", "ask", "together", "what-if")
VERSION = re.compile(r"\b(iOS|iPadOS|Android|One UI|macOS|Windows)\s+\d")
ITEM_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
# A request to make or pass on a copy of a picture, at the start of a sentence or behind 'you can'.
COPY_REQUEST = re.compile(
    r"(?:^|[.:;!?]\s+|\n\s*(?:[-*]|\d+\.)\s+)(?:You (?:can|may) |Then |First,? |Please )?"
    r"(?:take (?:a )?screenshots?|screenshot|save|send|upload|copy|print|forward|keep)\b"
    r"[^.\n]*\b(?:pictures?|photos?|images?|videos?|nudes?)\b[^.\n]*",
    re.IGNORECASE,
)
OFFICIAL = re.compile(r"Report Remove|Take It Down|police", re.IGNORECASE)


def of_file(document: Document, record: Any) -> Iterator[Fault]:
    """The faults of a record that has a file of its own."""
    if record.id != document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0] or not ITEM_ID.match(record.id):
        yield document.fault(document.region.line_of("id"), "The id is not the file's name.", "the file's name")
    yield from _sourced(document, record)
    match record:
        case Item():
            yield from _item(document, record)
        case HelpStep() if Age.UNDER_18 in record.age:
            yield from _under_18(document)
        case Text():
            yield from _headings(document, SAFETY_HEADINGS if record.id == "safety" else TALK_HEADINGS)
        case Scene():
            yield from _scene(document, record)
        case Workshop():
            yield from _workshop(document, record)


def of_table(document: Document, records: Sequence[tuple[Any, Region]]) -> Iterator[Fault]:
    """The faults of the rows of one table: an id or code may stand once."""
    seen: set[str] = set()
    for record, region in records:
        key = getattr(record, "id", None) or record.code
        if key in seen:
            yield document.fault(region.start, f"{key} is there twice.", "another id, or one of the two")
        seen.add(key)


def of_library(library: Library) -> Iterator[Fault]:
    """The faults between files: ids that meet, seed ids that nobody wrote, tips that nothing carries."""
    known = {statement.id for statement in library.seed}
    carried: set[str] = set()
    folder = library.language
    for name, records in carriers(library):
        for record in records:
            carried |= set(record.seed)
            for seed in set(record.seed) - known:
                yield Fault(f"{folder}/{name}/{record.id}", 1, f"The seed id {seed} is not known.", "an id of seed.toml")
    for tip in sorted(seed for seed in known if seed.startswith("tip-")):
        if not any(tip in item.seed for item in library.items):
            yield Fault(f"{folder}/check", 1, f"No item carries {tip}.", f'an item with seed = ["{tip}"]')


def carriers(library: Library) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """Every group of records that can carry a seed statement, with its folder."""
    return (
        ("check", library.items),
        ("help/steps", library.steps),
        ("help/services.toml", library.services),
        ("help", (library.safety,)),
        ("talk/ages", library.talks),
        ("talk/scenes", library.scenes),
        ("teach", library.workshops),
    )


def _sourced(document: Document, record: Any) -> Iterator[Fault]:
    line = document.region.line_of("source")
    if bool(record.sources) == bool(record.source):
        yield document.fault(line, "A text has sources, or is our own advice.", f'[[sources]], or source = "{OUR_ADVICE}"')
    if record.source not in ("", OUR_ADVICE):
        yield document.fault(line, "source has one value only.", f'source = "{OUR_ADVICE}"')
    for source, region in zip(record.sources, document.region.tables("sources"), strict=False):
        if not source.url.startswith("https://"):
            yield document.fault(region.line_of("url"), "The address is not https.", "an https address")
        if source.checked > record.reviewed:
            yield document.fault(region.line_of("checked"), "Checked after the review.", "reviewed = that day")


def _item(document: Document, item: Item) -> Iterator[Fault]:
    line_of = document.region.line_of
    if len(item.title) > MAX_TITLE:
        yield document.fault(line_of("title"), f"The title has {len(item.title)} characters.", f"at most {MAX_TITLE}")
    if len(item.why) > MAX_WHY:
        yield document.fault(line_of("why"), f"why has {len(item.why)} characters.", f"at most {MAX_WHY}")
    if not item.who:
        yield document.fault(line_of("who"), "The item is for nobody.", 'who = ["adult", "teen", "child"]')
    if item.minutes < 1:
        yield document.fault(line_of("minutes"), "An action takes a minute or more.", "minutes = 1")
    if Phone.OTHER in item.phones:
        yield document.fault(line_of("phones"), "No item is about 'other' phones.", "iphone, samsung or android")
    yield from _steps(document, item.sections)
    if Audience.TEEN in item.who or Audience.CHILD in item.who:
        yield from _under_18(document)


def _steps(document: Document, sections: Sequence[Section]) -> Iterator[Fault]:
    raw = list(document.sections())
    if not any(section.heading in PLATFORMS | {STEPS} for section in sections):
        yield document.fault(document.body_line, "There is no step to do.", "a section ## steps")
    if len({section.heading for section in sections}) < len(sections):
        yield document.fault(document.body_line, "A heading stands twice.", "each heading once")
    for section in raw:
        if section.heading and section.heading not in PLATFORMS | {STEPS, KNOW}:
            write = "## steps, ## know, or one of " + ", ".join(sorted(PLATFORMS))
            yield document.fault(section.line, f"The heading {section.heading} is not known.", write)
        elif not section.heading and section.text:
            yield document.fault(section.line, "Text stands before the first heading.", "## steps above it")
        elif section.heading and not section.text:
            yield document.fault(section.line, f"The section {section.heading} is empty.", "steps, or no heading")
        yield from _marked(document, section.heading, section.mark, section.text, section.line)


def _marked(document: Document, heading: str, mark: str, text: str, line: int) -> Iterator[Fault]:
    if mark and heading in (STEPS, KNOW):
        yield document.fault(line, f"A section {heading} bears no mark.", f"## {heading}")
    if mark == LOOK_FOR and LOOK_FOR not in text.lower():
        yield document.fault(line, "Nobody has confirmed this path.", "the words 'look for' before what to find")
    if mark == LOOK_FOR and VERSION.search(text):
        yield document.fault(line, "A path that nobody confirmed bears no version.", "the steps without a version")


def _under_18(document: Document) -> Iterator[Fault]:
    """Never ask for a copy of a picture that may show someone under 18, but for the official services."""
    for found in COPY_REQUEST.finditer(document.body):
        if OFFICIAL.search(found[0]):
            continue
        line = document.body_line + document.body.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip()))
        yield document.fault(line, "This asks someone under 18 for a copy of a picture.", "the link, the name and the date")


def _headings(document: Document, wanted: tuple[str, ...]) -> Iterator[Fault]:
    found = tuple(section.heading for section in document.sections() if section.heading)
    if found != wanted:
        yield document.fault(document.body_line, "The headings are not the ones this page has.", ", ".join(wanted))


def _scene(document: Document, scene: Scene) -> Iterator[Fault]:
    regions = dict(zip((turn.id for turn in scene.turns), document.region.tables("turns"), strict=False))
    reached = [choice.to for turn in scene.turns for choice in turn.choices if choice.to]
    for turn in scene.turns:
        line = regions[turn.id].start if turn.id in regions else 1
        if not turn.choices:
            yield document.fault(line, f"The turn {turn.id} has no choice.", "[[turns.choices]]")
        for choice in turn.choices:
            if bool(choice.to) == bool(choice.end):
                yield document.fault(line, f"A choice of {turn.id} goes nowhere or two ways.", "to or end")
    for target in sorted(set(reached) - {turn.id for turn in scene.turns}):
        yield document.fault(1, f"There is no turn {target}.", "a turn with this id")
    for first, second in pairwise(sorted(reached)):
        if first == second:
            yield document.fault(1, f"The turn {first} is reached twice.", "a turn of its own for each choice")
    for turn in scene.turns[1:]:
        if turn.id not in reached:
            yield document.fault(regions[turn.id].start, f"Nothing leads to {turn.id}.", f'to = "{turn.id}"')


def _workshop(document: Document, workshop: Workshop) -> Iterator[Fault]:
    total = sum(activity.minutes for activity in workshop.activities)
    if total != workshop.minutes:
        what = f"The activities take {total} minutes, the workshop {workshop.minutes}."
        yield document.fault(document.region.line_of("minutes"), what, f"minutes = {total}")
