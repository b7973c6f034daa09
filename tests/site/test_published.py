"""What was published stays: ids in cookies and bookmarks, addresses in books and messages."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from safety.library.lessons import MINUTES
from safety.library.schema import Library
from safety.library.teach_schema import Devices, Group
from tests.site.table import ROUTES

HERE = Path(__file__).parent
ITEMS, ADDRESSES = HERE / "published_items.txt", HERE / "published_addresses.txt"


def lines(path: Path) -> set[str]:
    """The lines of a list."""
    return set(path.read_text(encoding="utf-8").split())


def ids(library: Library) -> set[str]:
    """Every id of the content, with its kind."""
    groups = {
        "check": library.items,
        "check/short": library.shorts,
        "check/copies": library.places,
        "help/steps": library.steps,
        "help/services": library.services,
        "pages/news": library.news,
        "pages/promises": library.promises,
        "photos/look": library.looks,
        "seed": library.seed,
        "talk/ages": library.talks,
        "talk/notes": library.notes,
        "talk/scenes": library.scenes,
        "talk/situations": library.situations,
        "talk/together": library.together,
        "talk/teens": library.teens,
        "talk/easy": library.easy,
        "teach": library.workshops,
        "teach/activities": library.activities,
        "teach/beliefs": library.beliefs,
        "teach/cards": library.scenarios,
        "teach/groups": library.group_pages,
        "teach/questions": library.questions,
        "teach/tracks": library.tracks,
    }
    return {f"{name}/{record.id}" for name, records in groups.items() for record in records}


def addresses(app: Flask, library: Library) -> set[str]:
    """Every address that somebody can have kept."""
    found = {route.split()[1] for route in ROUTES if "<" not in route}
    found |= {f"/talk/{text.id}" for text in library.talks} | {f"/talk/for/{text.id}" for text in library.notes}
    found |= {f"/talk/{age}/{page.id}" for page in library.situations for age in page.ages}
    found |= {f"/check/short/{short.id}" for short in library.shorts}
    found |= {f"/talk/same-page/{age}" for question in library.same_page.questions for age in question.ages}
    found |= {f"/talk/together/{page.id}" for page in library.together}
    found |= {f"/talk/teens/{page.id}" for page in library.teens}
    found |= {f"/talk/easy/{page.id}" for page in library.easy}
    found |= {f"/help/notices/{notice.id}{end}" for notice in library.notices for end in ("", "/send")}
    found |= {f"/teach/{code}{end}" for code in lesson_codes(library) for end in ("", "/slides", "/cover", "/pupils")}
    return found | {f"/talk/scenes/{scene.id}" for scene in library.scenes}


def lesson_codes(library: Library) -> set[str]:
    """The name of every lesson that has an address."""
    made = {f"{group}-{minutes}-{devices}" for group in Group for minutes in MINUTES for devices in Devices}
    return made | {workshop.id for workshop in library.workshops}


def test_no_published_id_is_gone(library: Library) -> None:
    """An id that a visitor's cookie may name is retired, never deleted."""
    assert lines(ITEMS) - ids(library) == set()


def test_every_id_is_in_the_list(library: Library) -> None:
    """A new id is written into the list, so that it is missed when it goes."""
    assert ids(library) - lines(ITEMS) == set(), f"add these to {ITEMS.name}"


def test_no_published_address_is_gone(app: Flask, library: Library) -> None:
    """An address that somebody wrote down still leads somewhere."""
    assert lines(ADDRESSES) - addresses(app, library) == set()


def test_every_address_is_in_the_list(app: Flask, library: Library) -> None:
    """A new address is written into the list."""
    assert addresses(app, library) - lines(ADDRESSES) == set(), f"add these to {ADDRESSES.name}"
