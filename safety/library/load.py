"""Reads ``content/`` whole: every language folder into one Library, or every fault at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safety.library import rules
from safety.library.build import Builder
from safety.library.document import Document, Unreadable, read
from safety.library.faults import ContentError, Fault
from safety.library.render import faults_in, html
from safety.library.schema import (
    Country,
    Directory,
    HelpStep,
    Item,
    Library,
    Promise,
    Scene,
    Section,
    SeedStatement,
    Service,
    Text,
    Workshop,
)


@dataclass(frozen=True)
class Language:
    """``content/<folder>/language.toml``: the language's own name, and its words for 'look for'."""

    name: str
    look_for: str


class Reader:
    """Reads one language folder and gathers the faults."""

    def __init__(self, root: Path, language: str) -> None:
        self.root, self.language = root, language
        self.folder = root / language
        self.faults: list[Fault] = []

    def documents(self, pattern: str) -> Iterator[Document]:
        """The files of the language that match ``pattern``, in the order of their names."""
        for path in sorted(self.folder.glob(pattern)):
            try:
                yield read(path, self.root)
            except Unreadable as error:
                self.faults.append(error.fault)

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
        return tuple(records)

    def _page(self, kind: type[Any], document: Document) -> list[Any]:
        builder = Builder(document)
        given = {"sections": self.sections(document)} if document.file.endswith(".md") else {}
        record = builder.record(kind, document.table, document.region, **given)  # type: ignore[arg-type]  # sections, never 'name'
        self.faults += builder.faults
        if record is None:
            return []
        self.faults += rules.of_file(document, record)
        return [record]

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
        rows, regions = document.table.get(key, []), document.region.tables(key)
        built = [(builder.record(kind, row, region, key), region) for row, region in zip(rows, regions, strict=False)]
        self.faults += builder.faults
        records = [(record, region) for record, region in built if record is not None]
        self.faults += rules.of_table(document, records)
        return tuple(record for record, _ in records)


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
    for folder in sorted(path.parent for path in content.glob("*/language.toml")):
        reader = Reader(content, folder.name)
        library = _language(reader, seed)
        faults += reader.faults
        if library is not None:
            faults += rules.of_library(library)
            libraries[folder.name] = library
    if not libraries:
        faults.append(Fault("en/language.toml", 1, "There is no language.", "a folder with a language.toml"))
    if faults:
        raise ContentError(tuple(faults))
    return libraries


def _language(reader: Reader, seed: tuple[SeedStatement, ...]) -> Library | None:
    language = _words(reader)
    safety = reader.pages(Text, "help/safety.md")
    parts: dict[str, Any] = {
        "items": reader.pages(Item, "check/*.md"),
        "steps": tuple(sorted(reader.pages(HelpStep, "help/steps/*.md"), key=lambda step: step.order)),
        "services": reader.table(Service, "help/services.toml", "services"),
        "directories": reader.table(Directory, "help/crisis.toml", "directories"),
        "countries": reader.table(Country, "help/crisis.toml", "countries"),
        "talks": reader.pages(Text, "talk/ages/*.md"),
        "scenes": reader.pages(Scene, "talk/scenes/*.toml"),
        "workshops": reader.pages(Workshop, "teach/*.toml"),
        "promises": reader.table(Promise, "pages/promises.toml", "promises"),
    }
    if not safety or language is None:
        reader.one("help/safety.md")
        return None
    return Library(reader.language, language.name, language.look_for, seed, safety=safety[0], **parts)


def _words(reader: Reader) -> Language | None:
    document = reader.one("language.toml")
    if document is None:
        return None
    builder = Builder(document)
    language = builder.record(Language, document.table, document.region)
    reader.faults += builder.faults
    return language


def languages(content: Path) -> tuple[str, ...]:
    """The folders of ``content`` that are languages, without reading what is in them."""
    return tuple(sorted(path.parent.name for path in content.glob("*/language.toml")))
