"""The rules that no single field can show: each gives faults, never a changed record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Any

from safety.library import (
    addresses,
    copies_rules,
    notice_rules,
    reading_rules,
    scene_rules,
    short_rules,
    talk_rules,
    talk_tools_rules,
    teach_rules,
)
from safety.library.codes import Age, App, Audience, ForWhom, Phone
from safety.library.copies import requests
from safety.library.copies_schema import CopyPlace
from safety.library.document import Document, RawSection, Region
from safety.library.faults import Fault
from safety.library.help_schema import HelpStep
from safety.library.keys import same_keys
from safety.library.notice_schema import Notice
from safety.library.reading_schema import Reading, Together
from safety.library.schema import OUR_ADVICE, Item, Library, LookStep, Text
from safety.library.short_schema import Short
from safety.library.talk_schema import Scene, Situation
from safety.library.talk_tools_schema import Agreement, Cards, MySay, SamePage, Tell
from safety.library.teach_schema import Activity, Belief, Card, GroupPage, Pack, Question, Workshop
from safety.library.text_schema import Section

MAX_TITLE, MAX_WHY = 70, 160
LOOKED_UP_CHARACTERS = 40
# The mark in a heading is the same in every language; the words in the steps are the language's own.
LOOK_FOR = "look for"
STEPS, KNOW = "steps", "know"
PLATFORMS = frozenset(["iphone", "samsung", "android", "windows", "mac", "web"]) | {app.value for app in App}
TEXT_HEADINGS = {
    "safety": ("watching", "other-device", "history", "changes", "leave", "talk"),
    "photos": ("place", "copy", "video", "time", "device", "beyond"),
    "covering": ("blur", "pen", "sticker", "crop", "copies"),
    "passwords": ("points",),
    "lock": ("holds", "forgotten", "apps", "others"),
    "leaked": ("ask", "found", "limits"),
    "race": ("counted", "limits", "before", "after", "teacher"),
}
# Pages that somebody under 18 may read. A part named …-adult is behind a choice, …-words is what one can say.
ANYBODYS_HEADINGS = {
    "first-hour": (
        "now", "stop", "tell", "tell-words", "evidence", "evidence-adult", "report", "copies", "copies-adult",
        "police", "next", "known",
    ),
    "beside": ("first", "first-words", "close", "not", "take", "parent", "friend", "teacher", "partner", "yourself"),
    "work": (
        "first", "boss", "boss-words", "colleague", "colleague-words", "office", "office-words", "ask", "client",
        "treated",
    ),
    "way-back": ("first", "local", "got", "passed", "made", "tell", "tell-words", "sorry", "sorry-words", "after"),
    "look-again": (
        "services", "services-adult", "search", "search-adult", "picture", "picture-adult", "who", "found", "days",
    ),
    "host": ("first", "name", "registrar", "network", "front", "write", "computer"),
}  # fmt: skip
ADULT_PART = re.compile(r"^##[^#\n]*-adult[ \t]*$.*?(?=^##|\Z)", re.MULTILINE | re.DOTALL)
LOOK_HEADINGS = ("scene", "look", "do")
VERSION = re.compile(r"\b(iOS|iPadOS|Android|One UI|macOS|Windows)\s+\d")
ITEM_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


def of_file(document: Document, record: Any, look_for: str = LOOK_FOR) -> Iterator[Fault]:
    """The faults of a record that has a file of its own."""
    if record.id != document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0] or not ITEM_ID.match(record.id):
        yield document.fault(document.region.line_of("id"), "The id is not the file's name.", "the file's name")
    yield from _sourced(document, record)
    match record:
        case Item():
            yield from _item(document, record, look_for)
        case CopyPlace():
            yield from copies_rules.of_place(document, record)
            anybodys = copies_rules.for_anybody(document.body)
            yield from _under_18(document, anybodys, *copies_rules.texts_for_anybody(record))
        case Short():
            yield from short_rules.of_short(document, record)
            yield from _under_18(document, "", *short_rules.texts_for_anybody(record))
        case HelpStep() if Age.UNDER_18 in record.age:
            yield from _under_18(document, document.body, record.title)
        case LookStep():
            yield from _look(document, record)
        case Text():
            headings = TEXT_HEADINGS | ANYBODYS_HEADINGS | talk_rules.TEXT_HEADINGS | teach_rules.TEXT_HEADINGS
            yield from _headings(document, headings.get(record.id, ()))
            if record.id not in TEXT_HEADINGS:
                yield from _under_18(document, _for_anybody(document.body), record.title, record.lead)
        case Situation():
            yield from talk_rules.of_situation(document, record)
            yield from _under_18(document, document.body, record.title, record.lead)
        case Notice():
            yield from notice_rules.of_notice(document, record)
            yield from _under_18(document, "", *notice_rules.texts(record))
        case Scene():
            yield from scene_rules.of_scene(document, record)
            yield from _under_18(document, "", *scene_rules.advice(record))
        case Together():
            yield from reading_rules.of_together(document, record)
            yield from _under_18(document, "", *reading_rules.texts(record))
        case Reading():
            yield from reading_rules.of_reading(document, record)
            yield from _under_18(document, document.body, *reading_rules.texts(record))
        case SamePage() | Agreement() | Cards() | MySay() | Tell():
            yield from talk_tools_rules.of_tool(document, record)
            yield from _under_18(document, "", *talk_tools_rules.texts(record))
        case Activity() | Workshop() | GroupPage() | Pack():
            yield from teach_rules.of_record(document, record)
            yield from _under_18(document, "", *teach_rules.texts(record))


def of_folder(records: Sequence[tuple[Document, Any]]) -> Iterator[Fault]:
    """The faults between the files of one folder: items whose short names meet, looks with the same place."""
    items = {record.id: document for document, record in records if isinstance(record, Item)}
    for names in same_keys(items).values():
        for name in names:
            others = ", ".join(other for other in names if other != name)
            what = f"The id has the same short name as {others}."
            yield items[name].fault(items[name].region.line_of("id"), what, "another id for the newer of them")
    looks = [(document, record) for document, record in records if isinstance(record, LookStep)]
    for (_, before), (document, look) in pairwise(sorted(looks, key=lambda pair: pair[1].order)):
        if before.order == look.order:
            line = document.region.line_of("order")
            yield document.fault(line, f"{before.id} has this place already.", "another number")


def of_table(
    document: Document, records: Sequence[tuple[Any, Region]], key: str, known: Sequence[str]
) -> Iterator[Fault]:
    """The faults of the rows of one table: an id or code may stand once, and no other table is there."""
    for name in sorted(document.table.keys() - set(known)):
        yield document.fault(document.region.line_of(name), f"The table {name} is not known here.", f"[[{key}]]")
    if not document.table.get(key):
        yield document.fault(1, f"There is no [[{key}]].", f"[[{key}]], then its keys")
    seen: set[str] = set()
    for record, region in records:
        name = getattr(record, "id", None) or record.code
        if name in seen:
            yield document.fault(region.start, f"{name} is there twice.", "another id, or one of the two")
        seen.add(name)


def of_teaching(document: Document, key: str, records: Sequence[tuple[Any, Region]]) -> Iterator[Fault]:
    """The faults of the questions, cards and beliefs of workshops."""
    for record, region in records:
        if isinstance(record, Question | Card | Belief):
            yield from teach_rules.of_row(document, record, region)
            yield from _sourced(document, record, region, f"{key}.sources")
            yield from _under_18(document, "", *teach_rules.texts(record))


def of_seeds(document: Document, region: Region, record: Any, known: Set[str]) -> Iterator[Fault]:
    """The faults of the seed ids of ``record``: each is one of seed.toml."""
    for seed in getattr(record, "seed", ()):
        if seed not in known:
            yield document.fault(region.line_of("seed"), f"The seed id {seed} is not known.", "an id of seed.toml")


def of_library(library: Library, seed_lines: Mapping[str, int]) -> Iterator[Fault]:
    """The faults between files: tips that nothing carries, an age without a step of help."""
    for tip in sorted(statement.id for statement in library.seed if statement.id.startswith("tip-")):
        if not any(tip in item.seed for item in library.items):
            what = f"No item in {library.language}/check carries {tip}."
            yield Fault("seed.toml", seed_lines.get(tip, 1), what, f'an item with seed = ["{tip}"]')
    for age in Age:
        if not any(age in step.age for step in library.steps):
            what = f"No file in {library.language}/help/steps is for the age {age}."
            yield Fault(f"{library.language}/language.toml", 1, what, f'a step with age = ["{age}"]')
    yield from reading_rules.of_pages(library.language, library.together)
    if not any(look.who is ForWhom.ANYONE for look in library.looks):
        what = f"No file in {library.language}/photos/look is for anyone."
        yield Fault(f"{library.language}/language.toml", 1, what, 'a question with who = "anyone"')


def carriers(library: Library) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """Every group of records that can carry a seed statement, with its folder."""
    return (
        ("check", library.items),
        (short_rules.FOLDER, library.shorts),
        ("help/steps", library.steps),
        ("help/services.toml", library.services),
        ("help/notices", library.notices),
        (
            "help",
            (
                library.safety,
                library.first_hour,
                library.beside,
                library.work,
                library.way_back,
                library.look_again,
                library.host,
            ),
        ),
        ("photos", (library.photos, library.covering)),
        ("photos/look", library.looks),
        ("passwords", (library.passwords, library.lock, library.leaked, library.race)),
        ("talk/ages", library.talks),
        ("talk/situations", library.situations),
        ("talk/notes", library.notes),
        ("talk/told-me.md", (library.told_me,)),
        ("talk/scenes", library.scenes),
        ("talk/together", library.together),
        ("talk/teens", library.teens),
        ("talk/easy", library.easy),
        ("talk", (library.same_page, library.agreement, library.cards, library.my_say, library.tell)),
        ("teach", (library.disclosure, library.office, library.pack)),
        ("teach/workshops", library.workshops),
        ("teach/groups", library.group_pages),
        ("teach/activities", library.activities),
        ("teach/questions.toml", library.questions),
        ("teach/cards.toml", library.scenarios),
        ("teach/beliefs.toml", library.beliefs),
        ("teach/tracks", library.tracks),
        ("pages/news.toml", library.news),
    )


def _sourced(document: Document, record: Any, row: Region | None = None, table: str = "sources") -> Iterator[Fault]:
    """The faults of the sources of a file, or of the one ``row`` of a file that has them in ``table``."""
    region = row or document.region
    line = region.line_of("source")
    if bool(record.sources) == bool(record.source):
        yield document.fault(
            line, "A text has sources, or is our own advice.", f'[[sources]], or source = "{OUR_ADVICE}"'
        )
    if record.source not in ("", OUR_ADVICE):
        yield document.fault(line, "source has one value only.", f'source = "{OUR_ADVICE}"')
    for source, place in zip(record.sources, region.tables(table), strict=False):
        if found := addresses.wrong(source.url):
            yield document.fault(place.line_of("url"), *found)
        if source.checked > record.reviewed:
            yield document.fault(place.line_of("checked"), "Checked after the review.", "reviewed = that day")


def _item(document: Document, item: Item, look_for: str) -> Iterator[Fault]:
    line_of = document.region.line_of
    yield from _too_long(document, "title", item.title, MAX_TITLE)
    yield from _too_long(document, "why", item.why, MAX_WHY)
    if not item.who:
        yield document.fault(line_of("who"), "The item is for nobody.", 'who = ["adult", "teen", "child"]')
    if item.minutes < 1:
        yield document.fault(line_of("minutes"), "An action takes a minute or more.", "minutes = 1")
    if Phone.OTHER in item.phones:
        yield document.fault(line_of("phones"), "No item is about 'other' phones.", "iphone, samsung or android")
    yield from _steps(document, item.sections, look_for)
    if Audience.TEEN in item.who or Audience.CHILD in item.who:
        yield from _under_18(document, document.body, item.title, item.why, item.alert)


def _too_long(document: Document, key: str, text: str, most: int) -> Iterator[Fault]:
    if len(text) > most:
        yield document.fault(document.region.line_of(key), f"{key} has {len(text)} characters.", f"at most {most}")


def _look(document: Document, look: LookStep) -> Iterator[Fault]:
    yield from _too_long(document, "name", look.name, MAX_TITLE)
    yield from _too_long(document, "question", look.question, MAX_TITLE)
    yield from _too_long(document, "why", look.why, MAX_WHY)
    yield from _headings(document, LOOK_HEADINGS)
    for section in document.sections():
        if section.heading and not section.text:
            yield document.fault(section.line, f"The section {section.heading} is empty.", "a sentence or a list")
    if look.who is ForWhom.UNDER_18:
        line = document.region.line_of("who")
        yield document.fault(line, "A question is for anyone or for adults.", 'who = "anyone"')
    if look.who is not ForWhom.ADULT:
        yield from _under_18(document, document.body, look.name, look.question, look.why)


def _steps(document: Document, sections: Sequence[Section], look_for: str) -> Iterator[Fault]:
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
        yield from _marked(document, section, look_for)


def _marked(document: Document, section: RawSection, look_for: str) -> Iterator[Fault]:
    line, unconfirmed = section.line, section.mark == LOOK_FOR
    if section.mark and section.heading in (STEPS, KNOW):
        yield document.fault(line, f"A section {section.heading} bears no mark.", f"## {section.heading}")
    if unconfirmed and look_for.lower() not in section.text.lower():
        yield document.fault(line, "Nobody has confirmed this path.", f"the words '{look_for}' before what to find")
    if unconfirmed and VERSION.search(section.text):
        yield document.fault(line, "A path that nobody confirmed bears no version.", "the steps without a version")


def _under_18(document: Document, body: str, *texts: str) -> Iterator[Fault]:
    """Never ask for a copy of a picture that may show someone under 18, but for the official services."""
    asked = [(document.body_line + line, words) for line, words in requests(body)]
    asked += [(_line_with(document, words), words) for text in texts for _, words in requests(text)]
    for line, words in asked:
        what = f"This asks someone under 18 for a copy of a picture: {words!r}."
        yield document.fault(line, what, "the link, the name and the date")


def _for_anybody(body: str) -> str:
    """``body`` without the parts for adults, line by line in its place."""
    return ADULT_PART.sub(lambda part: "\n" * part[0].count("\n"), body)


def _line_with(document: Document, words: str) -> int:
    """The line of the head that holds the first of ``words``."""
    start = words[:LOOKED_UP_CHARACTERS]
    return next((number for number, line in enumerate(document.region.lines, 1) if start in line), 1)


def _headings(document: Document, wanted: tuple[str, ...]) -> Iterator[Fault]:
    found = tuple(section.heading for section in document.sections() if section.heading)
    if found != wanted:
        yield document.fault(document.body_line, "The headings are not the ones this page has.", ", ".join(wanted))
