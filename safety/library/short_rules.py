"""The rules of short checks: every step is there for somebody, fits its time, and no list leaves an age out.

That no text asks anybody under 18 for a copy of a picture is judged with all other texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from safety.library.codes import Audience
from safety.library.document import Document
from safety.library.faults import Fault
from safety.library.schema import Item, Library
from safety.library.short_schema import Part, Pointer, Short, Version

FOLDER = "check/short"
OWN_PAGE = re.compile(r"(?:/[a-z0-9-]+)+")
FOR_PARENTS = (Audience.CHILD,)


def ids(version: Version) -> tuple[str, ...]:
    """The items of ``version`` in order."""
    return tuple(id_ for part in version.parts for id_ in part.items)


def texts_for_anybody(short: Short) -> tuple[str, ...]:
    """What somebody under 18 may read of it: the door, and every list that is not for adults alone."""
    said = [short.title, short.about]
    for version in short.versions:
        if version.who != (Audience.ADULT,):
            pointers = (*version.first, *version.more)
            said += [version.title, version.lead, *(one.says for one in pointers), *(one.link for one in pointers)]
            said += [text for part in version.parts for text in (part.title, part.why)]
    return tuple(said)


def of_short(document: Document, short: Short) -> Iterator[Fault]:
    """The faults of one short check by itself: whom it is for, where it leads, and that no step stands twice."""
    line = document.region.line_of("versions")
    named = Counter(audience for version in short.versions for audience in version.who)
    if set(named) != set(Audience) and tuple(named) != FOR_PARENTS:
        yield document.fault(line, "Somebody finds no list here.", "lists for adult, teen and child, or for child")
    for audience in sorted(name for name, count in named.items() if count > 1):
        yield document.fault(line, f"Two lists are for {audience}.", "each audience once")
    for version in short.versions:
        if not ids(version):
            yield document.fault(line, f"The list '{version.title}' has no step.", "[[versions.parts]] with items")
        for id_, count in Counter(ids(version)).items():
            if count > 1:
                yield document.fault(_line_with(document, id_), f"{id_} stands twice in one list.", "each step once")
        for pointer in (*version.first, *version.more):
            yield from _pointer(document, pointer)


def of_library(library: Library, documents: Mapping[str, Document]) -> Iterator[Fault]:
    """The faults between the short checks and the items; ``documents`` are the files by their names."""
    items = {item.id: item for item in library.items}
    for short in library.shorts:
        document = documents[f"{library.language}/{FOLDER}/{short.id}.toml"]
        for version in short.versions:
            for part in version.parts:
                yield from _part(document, version, part, items)


def _pointer(document: Document, pointer: Pointer) -> Iterator[Fault]:
    if not OWN_PAGE.fullmatch(pointer.to):
        yield document.fault(_line_with(document, pointer.to), "This is no page of ours.", "a path such as /help")


def _part(document: Document, version: Version, part: Part, items: Mapping[str, Item]) -> Iterator[Fault]:
    for id_ in part.items:
        item, line = items.get(id_), _line_with(document, id_)
        if item is None:
            yield document.fault(line, f"There is no item {id_}.", "the id of a file in check/")
        elif item.retired:
            yield document.fault(line, f"The item {id_} is retired.", "the item that took its place, or none")
        elif not set(item.who) & set(version.who):
            yield document.fault(line, f"The item {id_} is for nobody who gets this list.", "an item for them")
    known = [items[id_] for id_ in part.items if id_ in items]
    line = _line_with(document, part.title)
    for audience in version.who:
        theirs = [item for item in known if audience in item.who]
        if not theirs:
            yield document.fault(line, f"The part '{part.title}' is empty for {audience}.", f"an item for {audience}")
        if part.minutes and (minutes := total_minutes(theirs)) > part.minutes:
            what = f"The steps of '{part.title}' take {minutes} minutes for {audience}, the part {part.minutes}."
            yield document.fault(line, what, "fewer steps")


def total_minutes(items: Sequence[Item]) -> int:
    """How long ``items`` take, one after the other."""
    return sum(item.minutes for item in items)


def _line_with(document: Document, words: str) -> int:
    """The first line that holds ``words`` in quotes."""
    return next((number for number, line in enumerate(document.region.lines, 1) if f'"{words}"' in line), 1)
