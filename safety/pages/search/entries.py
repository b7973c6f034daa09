"""Every result that the search can give, made from the library: what is added there is found without another list.

Pages whose text stands in a template are the doors of `content/<language>/pages/search.toml`. What a visitor has
answered or made is nowhere in it. Texts are taken from every field of a record, also from those that come later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from html import unescape
from typing import Any

from safety.library.codes import Audience, ForWhom
from safety.library.help_schema import Service
from safety.library.keys import item_key
from safety.library.schema import Item, Library
from safety.library.search_schema import Room

MAX_LINE = 110
# Of the lessons for one group the one that is shown: minutes, and whether each has a device. The others are on it.
LESSON = "45-none"
# Names for machines, and where a fact is from: nobody looks for these.
UNREAD = frozenset(["id", "code", "source", "sources", "seed", "heading", "mark", "languages", "hours", "to", "cost"])
_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_AGE = re.compile(r"\d+")


@dataclass(frozen=True)
class Link:
    """Where a result leads; ``age`` says for which age, where there is one page for each."""

    address: str
    age: str = ""


@dataclass(frozen=True)
class Entry:
    """One result. ``keywords``, ``names`` and ``body`` are only searched, never shown."""

    id: str
    room: Room
    title: str
    line: str
    links: tuple[Link, ...]
    is_for_adults: bool = False
    keywords: str = ""
    names: str = ""
    body: str = ""


def entries(library: Library) -> tuple[Entry, ...]:
    """All results, those that help first: of two that fit as well, the first one is shown first."""
    return (*_doors(library), *_help(library), *_talk(library), *_check(library), *_teach(library))


def addresses(found: Iterable[Entry]) -> frozenset[str]:
    """Every address that a result leads to."""
    return frozenset(link.address for entry in found for link in entry.links)


def _doors(library: Library) -> Iterator[Entry]:
    more, names = _behind_doors(library), _names_behind_doors(library)
    for door in library.doors:
        id_ = door.address.removeprefix("/")
        yield Entry(
            id_,
            door.room,
            door.title,
            door.line,
            (Link(door.address),),
            keywords=" ".join(door.words),
            names=" ".join(names.get(id_, ())),
            body=_text(more.get(id_, ())),
        )


def _behind_doors(library: Library) -> dict[str, Any]:
    """The texts that are shown on a page without an address of their own."""
    return {
        "photos": (library.photos, library.covering, library.looks),
        "passwords": library.passwords,
        "passwords/leaked": library.leaked,
        "teach": library.activities,
        "teach/cards": library.scenarios,
        "teach/letters": library.pack,
        "teach/quiet": library.tracks,
        "check/copies": library.places,
        "new": library.news,
        "help/steps": library.steps,
        "help/services": library.directories,
        "help/notices": [law.name for law in library.laws],
    }


def _names_behind_doors(library: Library) -> dict[str, tuple[str, ...]]:
    """Names by which somebody may look for what such a page shows: all of them count."""
    lines = (line.name for country in library.countries for line in country.lines)
    return {
        "help/services": (*(country.name for country in library.countries), *dict.fromkeys(lines)),
        "help/coverage": tuple(platform.name for platform in library.platforms),
    }


def _help(library: Library) -> Iterator[Entry]:
    pages = (
        ("help/first-hour", library.first_hour),
        ("help/beside", library.beside),
        ("help/work", library.work),
        ("help/way-back", library.way_back),
        ("help/look-again", library.look_again),
        ("help/host", library.host),
        ("help/safety", library.safety),
    )
    for id_, text in pages:
        yield _page(id_, Room.HELP, text)
    for notice in library.notices:
        laws = [law.name for law in library.laws if law.id in notice.laws]
        id_, body = f"help/notices/{notice.id}", _text((notice.who, notice.know, notice.sending, laws))
        yield Entry(id_, Room.HELP, notice.name, _line(notice.lead), (Link(f"/{id_}"),), body=body)
    yield from map(_service, library.services)


def _service(service: Service) -> Entry:
    return Entry(
        f"services/{service.id}",
        Room.HELP,
        service.name,
        _line(service.what),
        (Link("/help/services"),),
        is_for_adults=service.who is ForWhom.ADULT,
    )


def _talk(library: Library) -> Iterator[Entry]:
    yield _page("talk/told-me", Room.TALK, library.told_me)
    for situation in library.situations:
        links = tuple(Link(f"/talk/{age}/{situation.id}", age.value) for age in situation.ages)
        yield _page(f"talk/{situation.id}", Room.TALK, situation, *links)
    for text in library.talks:
        yield _page(f"talk/{text.id}", Room.TALK, text, ages=(text.id, text.id))
    for folder, records in (("for", library.notes), ("teens", library.teens), ("easy", library.easy)):
        for record in records:
            yield _page(f"talk/{folder}/{record.id}", Room.TALK, record)
    for scene in library.scenes:
        yield _page(f"talk/scenes/{scene.id}", Room.TALK, scene)
    for story in library.together:
        yield _page(f"talk/together/{story.id}", Room.TALK, story)
    for tool in (library.agreement, library.cards, library.my_say, library.tell):
        yield _page(f"talk/{tool.id}", Room.TALK, tool)
    ages = dict.fromkeys(age for question in library.same_page.questions for age in question.ages)
    links = tuple(Link(f"/talk/same-page/{age}", age.value) for age in ages)
    yield _page("talk/same-page", Room.TALK, library.same_page, Link("/talk/same-page"), *links)


def _check(library: Library) -> Iterator[Entry]:
    yield _page("passwords/lock", Room.PASSWORDS, library.lock)
    yield _page("passwords/class", Room.PASSWORDS, library.race)
    for short in library.shorts:
        links = (Link(f"/check/short/{short.id}"),)
        yield Entry(f"check/short/{short.id}", Room.CHECK, short.title, _line(short.about), links, body=_text(short))
    for item in library.items:
        if not item.retired:
            yield _action(item)


def _teach(library: Library) -> Iterator[Entry]:
    yield _page("teach/disclosure", Room.TEACH, library.disclosure)
    yield _page("teach/office", Room.TEACH, library.office)
    for workshop in library.workshops:
        yield _page(f"teach/{workshop.id}", Room.TEACH, workshop, ages=(workshop.group,))
    for group in library.group_pages:
        lesson = Link(f"/teach/{group.id}-{LESSON}")
        yield _page(f"teach/{group.id}", Room.TEACH, group, lesson, ages=(group.id,))


def _action(item: Item) -> Entry:
    apps = " ".join(app.value.replace("-", " ") for app in item.apps)
    return Entry(
        f"check/{item.id}",
        Room.CHECK,
        item.title,
        _line(item.why),
        (Link(f"/check/all/{item_key(item.id)}"),),
        is_for_adults=item.who == (Audience.ADULT,),
        keywords=apps,
        body=_text(item.sections),
    )


def _page(id_: str, room: Room, record: Any, *links: Link, ages: tuple[str, ...] = ()) -> Entry:
    """The result for a record that has a title, and a lead or an intro."""
    line = getattr(record, "lead", "") or getattr(record, "intro", "")
    ages = ages or getattr(record, "ages", ()) or (getattr(record, "age", ""),)
    keywords = " ".join(year for age in ages for year in _years(age))
    shown = links or (Link(f"/{id_}"),)
    return Entry(id_, room, record.title, _line(line), shown, keywords=keywords, body=_text(record))


def _years(age: str) -> Iterator[str]:
    """Every year of '8-10', so that '9' finds it."""
    ends = [int(found) for found in _AGE.findall(age)]
    if len(ends) == 1:
        yield from map(str, range(1, ends[0]))
    elif ends:
        yield from map(str, range(ends[0], ends[1] + 1))


def _line(text: str) -> str:
    """The first sentences of ``text`` that make one line; the first one whole in any case."""
    line, *others = _SENTENCE.split(text)
    for sentence in others:
        if len(line) + len(sentence) >= MAX_LINE:
            break
        line = f"{line} {sentence}"
    return line


def _text(value: Any) -> str:
    """Everything that is to be read in a record, in records inside it, and in lists of them."""
    return " ".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:
    if is_dataclass(value):
        for field in fields(value):
            if field.name not in UNREAD and not field.name.endswith("url"):
                yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield unescape(_TAG.sub(" ", value))
