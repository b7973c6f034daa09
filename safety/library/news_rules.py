"""The rules for the entries of news: each gives faults, never a changed record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from safety.library import addresses
from safety.library.copies import requests
from safety.library.document import Document, Region
from safety.library.faults import Fault
from safety.library.news_schema import Exact, News, NewsKind
from safety.library.schema import Library

MAX_TITLE, MAX_TEXT = 70, 300
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
OWN_PAGE = re.compile(r"/[a-z0-9/-]*")


def of_news(document: Document, records: Sequence[tuple[Any, Region]]) -> Iterator[Fault]:
    """The faults that each entry has by itself; other records are passed over."""
    for record, region in records:
        if isinstance(record, News):
            yield from _entry(document, record, region)


def of_library(library: Library, lines: Mapping[tuple[str, str], int]) -> Iterator[Fault]:
    """The faults between files: what leads on to an action leads to one that is there and not retired."""
    open_ = {item.id for item in library.items if not item.retired}
    file = f"{library.language}/pages/news.toml"
    for entry in library.news:
        for id_ in entry.items:
            if id_ not in open_:
                what = f"The item {id_} is not in {library.language}/check, or it is retired."
                yield Fault(file, lines.get(("news", entry.id), 1), what, "the id of an item that is there")
    for item in library.items:
        if item.replaced and not (item.retired and set(item.replaced) <= open_):
            what = "replaced stands beside retired, and names items that are there and not retired."
            yield Fault(f"{library.language}/check/{item.id}.md", 1, what, "retired, or items that are there")


def _entry(document: Document, entry: News, region: Region) -> Iterator[Fault]:
    def fault(key: str, what: str, write: str) -> Fault:
        return document.fault(region.line_of(key), what, write)

    if not ID.fullmatch(entry.id):
        yield fault("id", "The id is not made of small letters, digits and hyphens.", 'id = "some-words"')
    for key, text, most in (("title", entry.title, MAX_TITLE), ("what", entry.what, MAX_TEXT)):
        if not text or len(text) > most:
            yield fault(key, f"{key} has {len(text)} characters.", f"from 1 to {most}")
    if len(entry.do) > MAX_TEXT:
        yield fault("do", f"do has {len(entry.do)} characters.", f"at most {MAX_TEXT}")
    if entry.exact is Exact.MONTH and entry.changed.day != 1:
        yield fault("changed", "Of a month that is known without a day, the first stands here.", "the first of it")
    if not entry.changed <= entry.added <= entry.reviewed:
        yield fault("added", "A change is added when it has come, and reviewed after that.", "changed, added, reviewed")
    yield from _leads(entry, fault)
    yield from _sourced(document, entry, region)
    for text in (entry.title, entry.what, entry.do):
        for _, words in requests(text):
            what = f"This asks someone under 18 for a copy of a picture: {words!r}."
            yield document.fault(region.start, what, "the link, the name and the date")


def _leads(entry: News, fault: Callable[[str, str, str], Fault]) -> Iterator[Fault]:
    """Where an entry leads: to a page of ours, or to another."""
    if entry.to and not OWN_PAGE.fullmatch(entry.to) and (found := addresses.wrong(entry.to)):
        yield fault("to", *found)
    if entry.to and not entry.do:
        yield fault("to", "The link has no words.", "do = and what to do there")


def _sourced(document: Document, entry: News, region: Region) -> Iterator[Fault]:
    """What an entry rests on: only what we changed ourselves needs no source."""
    if not entry.sources and entry.kind is not NewsKind.SITE:
        yield document.fault(region.start, "The entry has no source.", "[[news.sources]] with title, url and checked")
    for source, place in zip(entry.sources, region.tables("news.sources"), strict=False):
        if found := addresses.wrong(source.url):
            yield document.fault(place.line_of("url"), *found)
        if source.checked > entry.reviewed:
            yield document.fault(place.line_of("checked"), "Checked after the review.", "reviewed = that day")
