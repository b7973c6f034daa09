"""Reads ``content/`` whole: every language folder into one Library, or every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safety.library import (
    copies_rules,
    coverage_rules,
    help_rules,
    news_rules,
    notice_rules,
    rules,
    search_rules,
    short_rules,
    talk_rules,
    teach_rules,
)
from safety.library.build import Builder, Wrong
from safety.library.copies_schema import CopyPlace
from safety.library.coverage_schema import Cover
from safety.library.document import Document, Unreadable, read
from safety.library.faults import ContentError, Fault
from safety.library.help_schema import Country, Directory, HelpStep, Law, Platform, Received, Service
from safety.library.news_schema import News
from safety.library.notice_schema import Notice, NoticeField
from safety.library.reading_schema import Reading, Together
from safety.library.render import faults_in, html
from safety.library.schema import Item, Library, LookStep, Promise, SeedStatement, Text
from safety.library.search_schema import Concept, Door, Skipped
from safety.library.short_schema import Short
from safety.library.talk_schema import Scene, Situation
from safety.library.talk_tools_schema import Agreement, Cards, MySay, SamePage, Tell
from safety.library.teach_schema import Activity, Belief, Card, GroupPage, Pack, Question, Workshop
from safety.library.text_schema import Section

# The pages of text that a language has one of each; the file's name is its field in the library.
TEXTS = (
    "help/safety.md",
    "help/first-hour.md",
    "help/beside.md",
    "help/work.md",
    "help/way-back.md",
    "help/look-again.md",
    "help/host.md",
    "photos/photos.md",
    "photos/covering.md",
    "passwords/passwords.md",
    "passwords/lock.md",
    "passwords/leaked.md",
    "passwords/race.md",
    "talk/told-me.md",
    "teach/disclosure.md",
    "teach/office.md",
)

# The tools for a talk or a lesson that a language has one of each, by their field in the library.
TOOLS = {
    "same_page": (SamePage, "talk/same-page.toml"),
    "agreement": (Agreement, "talk/agreement.toml"),
    "cards": (Cards, "talk/cards.toml"),
    "my_say": (MySay, "talk/my-say.toml"),
    "tell": (Tell, "talk/tell.toml"),
    "pack": (Pack, "teach/pack.toml"),
}

# The tables that each file of tables may hold.
TABLES = {
    "seed.toml": ("statements",),
    "help/services.toml": ("services",),
    "help/platforms.toml": ("platforms",),
    "help/laws.toml": ("laws",),
    "help/coverage.toml": ("coverage",),
    "help/notice_fields.toml": ("fields",),
    "help/crisis.toml": ("directories", "countries"),
    "help/received.toml": ("received",),
    "teach/questions.toml": ("questions",),
    "teach/cards.toml": ("cards",),
    "teach/beliefs.toml": ("beliefs",),
    "pages/news.toml": ("news",),
    "pages/promises.toml": ("promises",),
    "pages/search.toml": ("skipped", "doors", "concepts"),
}
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


@dataclass(frozen=True)
class Language:
    """``content/<folder>/language.toml``: the language's own name, and its words for 'look for'."""

    name: str
    look_for: str


class Reader:
    """Reads one language folder and gathers the faults."""

    def __init__(self, root: Path, language: str, seeds: Iterable[str] = ()) -> None:
        self.root, self.language = root, language
        self.folder = root / language
        self.seeds = frozenset(seeds)
        self.faults: list[Fault] = []
        self.known: set[Path] = set()
        self.documents_by_name: dict[str, Document] = {}
        self.look_for = rules.LOOK_FOR
        self.lines: dict[str, int] = {}
        self.rows: dict[tuple[str, str], int] = {}

    def documents(self, pattern: str) -> Iterator[Document]:
        """The files of the language that match ``pattern``, in the order of their names."""
        for path in sorted(self.folder.glob(pattern)):
            self.known.add(path)
            try:
                document = read(path, self.root)
            except Unreadable as error:
                self.faults.append(error.fault)
            else:
                self.documents_by_name[document.file] = document
                yield document

    def one(self, name: str) -> Document | None:
        """The file ``name`` of the language, which has to be there."""
        found = next(self.documents(name), None)
        if found is None and not (self.folder / name).exists():
            self.faults.append(Fault(f"{self.language}/{name}", 1, "The file is missing.", "the file"))
        return found

    def pages(self, kind: type[Any], pattern: str) -> tuple[Any, ...]:
        """One record a file; a body, where the file has one, becomes its ``sections``."""
        records = []
        for document in self.documents(pattern):
            records += self._page(kind, document)
        self.faults += rules.of_folder(records)
        return tuple(record for _, record in records)

    def _page(self, kind: type[Any], document: Document) -> list[tuple[Document, Any]]:
        builder = Builder(document)
        given = {"sections": self.sections(document)} if document.file.endswith(".md") else {}
        record = builder.record(kind, document.table, document.region, **given)  # type: ignore[arg-type]  # sections, never 'name'
        self.faults += builder.faults
        if record is None:
            return []
        self.faults += rules.of_file(document, record, self.look_for)
        self.faults += rules.of_seeds(document, document.region, record, self.seeds)
        return [(document, record)]

    def sections(self, document: Document) -> tuple[Section, ...]:
        """The body of ``document``, rendered."""
        made = []
        for section in document.sections():
            if section.text or section.heading:
                first = section.line + (1 if section.heading else 0)
                for line, what, write in faults_in(section.text):
                    self.faults.append(document.fault(first + line, what, write))
                made.append(Section(section.heading, section.mark, html(section.text)))
        return tuple(made)

    def table(self, kind: type[Any], name: str, key: str) -> tuple[Any, ...]:
        """The ``[[key]]`` records of the one file ``name``."""
        document = self.one(name)
        if document is None:
            return ()
        builder = Builder(document)
        records = []
        try:
            records = builder.rows(kind, document.table.get(key, []), document.region, key)
        except Wrong as wrong:
            builder.add(document.region.line_of(key), f"{key}: {wrong.what}", wrong.write)
        self.faults += builder.faults
        self.faults += rules.of_table(document, records, key, TABLES[name])
        self.faults += help_rules.of_rows(document, records)
        self.faults += rules.of_teaching(document, key, records)
        self.faults += search_rules.of_rows(document, records)
        self.faults += news_rules.of_news(document, records)
        for record, region in records:
            name_of = record.id if hasattr(record, "id") else record.code
            self.lines[name_of] = self.rows[key, name_of] = region.start
            self.faults += rules.of_seeds(document, region, record, self.seeds)
        return tuple(record for record, _ in records)

    def unread(self) -> Iterator[Fault]:
        """A fault for every file of the language that nothing has read: its name or folder is mistyped."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and path not in self.known and not path.name.startswith("."):
                file = path.relative_to(self.root).as_posix()
                yield Fault(file, 1, "Nothing reads this file.", "a folder and an ending like those of the others")


def load(content: Path) -> dict[str, Library]:
    """Every language of ``content`` by its folder's name.

    Raises:
        ContentError: with every fault of every file.
    """
    faults: list[Fault] = []
    seed_reader = Reader(content, ".")
    seed = seed_reader.table(SeedStatement, "seed.toml", "statements")
    faults += seed_reader.faults
    libraries = {}
    for folder in sorted(path for path in content.glob("[!.]*") if path.is_dir()):
        reader = Reader(content, folder.name, (statement.id for statement in seed))
        library = _language(reader, seed)
        faults += [*reader.faults, *reader.unread()]
        if library is not None:
            faults += rules.of_library(library, seed_reader.lines)
            faults += talk_rules.of_library(library, seed_reader.lines)
            # A broken table has lost rows; the notices that name them are not to blame.
            if not any(fault.file.startswith(f"{folder.name}/help/") for fault in reader.faults):
                faults += notice_rules.of_library(library)
            # A service, platform or item that could not be read is not missing from the table that names it.
            faults += [] if reader.faults else coverage_rules.of_coverage(library, reader.lines)
            faults += [] if reader.faults else short_rules.of_library(library, reader.documents_by_name)
            faults += [] if reader.faults else copies_rules.of_library(library, reader.documents_by_name)
            faults += [] if reader.faults else teach_rules.of_library(library, reader.documents_by_name)
            faults += help_rules.of_names(library, reader.rows)
            # An item that could not be read is not missing from the news that name it.
            faults += [] if reader.faults else news_rules.of_library(library, reader.rows)
            libraries[folder.name] = library
    if not libraries:
        faults.append(Fault("en/language.toml", 1, "There is no language.", "a folder with a language.toml"))
    if faults:
        raise ContentError(tuple(faults))
    return libraries


def _language(reader: Reader, seed: tuple[SeedStatement, ...]) -> Library | None:
    language = _words(reader)
    texts = {text.id.replace("-", "_"): text for name in TEXTS for text in reader.pages(Text, name)}
    parts: dict[str, Any] = {
        "items": reader.pages(Item, "check/*.md"),
        "places": reader.pages(CopyPlace, "check/copies/*.md"),
        "shorts": _in_order(reader.pages(Short, "check/short/*.toml")),
        "steps": tuple(sorted(reader.pages(HelpStep, "help/steps/*.md"), key=lambda step: step.order)),
        "looks": tuple(sorted(reader.pages(LookStep, "photos/look/*.md"), key=lambda look: look.order)),
        "services": reader.table(Service, "help/services.toml", "services"),
        "platforms": reader.table(Platform, "help/platforms.toml", "platforms"),
        "laws": reader.table(Law, "help/laws.toml", "laws"),
        "coverage": reader.table(Cover, "help/coverage.toml", "coverage"),
        "notices": tuple(sorted(reader.pages(Notice, "help/notices/*.toml"), key=lambda notice: notice.order)),
        "notice_fields": reader.table(NoticeField, "help/notice_fields.toml", "fields"),
        "directories": reader.table(Directory, "help/crisis.toml", "directories"),
        "countries": reader.table(Country, "help/crisis.toml", "countries"),
        "received": reader.table(Received, "help/received.toml", "received"),
        "talks": tuple(sorted(reader.pages(Text, "talk/ages/*.md"), key=talk_rules.place)),
        "situations": tuple(sorted(reader.pages(Situation, "talk/situations/*.md"), key=lambda page: page.order)),
        "notes": tuple(sorted(reader.pages(Text, "talk/notes/*.md"), key=talk_rules.place)),
        "scenes": reader.pages(Scene, "talk/scenes/*.toml"),
        "together": _in_order(reader.pages(Together, "talk/together/*.toml")),
        "teens": _in_order(reader.pages(Reading, "talk/teens/*.md")),
        "easy": _in_order(reader.pages(Reading, "talk/easy/*.md")),
        "workshops": reader.pages(Workshop, "teach/workshops/*.toml"),
        "activities": reader.pages(Activity, "teach/activities/*.toml"),
        "questions": reader.table(Question, "teach/questions.toml", "questions"),
        "scenarios": reader.table(Card, "teach/cards.toml", "cards"),
        "beliefs": reader.table(Belief, "teach/beliefs.toml", "beliefs"),
        "tracks": _in_order(reader.pages(Reading, "teach/tracks/*.md")),
        "group_pages": tuple(sorted(reader.pages(GroupPage, "teach/groups/*.toml"), key=teach_rules.place)),
        "news": _newest_first(reader.table(News, "pages/news.toml", "news")),
        "promises": reader.table(Promise, "pages/promises.toml", "promises"),
        "skipped": reader.table(Skipped, "pages/search.toml", "skipped"),
        "doors": reader.table(Door, "pages/search.toml", "doors"),
        "concepts": reader.table(Concept, "pages/search.toml", "concepts"),
    }
    tools = {name: record for name, (kind, file) in TOOLS.items() for record in reader.pages(kind, file)}
    for name in (*TEXTS, *(file for _, file in TOOLS.values())):
        reader.one(name)
    if len(texts) < len(TEXTS) or len(tools) < len(TOOLS) or language is None:
        return None
    return Library(reader.language, language.name, seed, **texts, **tools, **parts)


def _newest_first(news: tuple[News, ...]) -> tuple[News, ...]:
    return tuple(sorted(news, key=lambda entry: (entry.changed, entry.id), reverse=True))


def _in_order(pages: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(pages, key=lambda page: page.order))


def _words(reader: Reader) -> Language | None:
    document = reader.one("language.toml")
    if document is None:
        return None
    if not LANGUAGE_CODE.fullmatch(reader.language):
        reader.faults.append(document.fault(1, "The folder's name is no language code.", "en, pt-BR or zh-Hant"))
    builder = Builder(document)
    language = builder.record(Language, document.table, document.region)
    reader.faults += builder.faults
    reader.look_for = language.look_for if language else rules.LOOK_FOR
    return language
