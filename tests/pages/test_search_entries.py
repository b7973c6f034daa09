"""Every page that somebody can open is found by the search, and every result leads to a page that opens."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from safety.library.keys import item_key
from safety.library.schema import Library
from safety.pages.search.entries import addresses, entries
from tests.conftest import CheckingClient
from tests.site.test_published import ADDRESSES, lines

# Addresses that no result leads to, and why.
NOT_FOUND = {
    "for machines": r"/api/.*|/healthz|/robots\.txt|/\.well-known/.*|/offline\.js|/search/index\.js",
    "the way out, and the search itself": r"/leave|/search",
    "what a visitor has answered, or a form is sent to": r"/check/(?:plan|print|reminder|start|summary|copies/.*)",
    "what belongs to the host of one room, or takes a file": r"/teach/(?:room/.*|open)",
    "another length of a lesson, and its other sheets: the lesson leads there": r"/teach/(?:.+-\d+-.+|.+/.+)",
    "a form for who has no JavaScript; the page before it is found": r".*/send",
    "a version of the page for two; its own page is found": r"/talk/same-page/(?:8-10|11-12|13-15|16-17)",
}


def test_every_published_address_is_found(library: Library) -> None:
    """A new page that no result leads to fails here until it is found, or until it is said why not."""
    found, exceptions = addresses(entries(library)), re.compile("|".join(NOT_FOUND.values()))
    missing = {path for path in lines(ADDRESSES) - found if not exceptions.fullmatch(path)}
    assert missing == set(), "a door in content/en/pages/search.toml, or a line in safety/pages/search/entries.py"


def test_every_action_of_the_check_is_found(library: Library) -> None:
    """Under the number that its page has."""
    found = addresses(entries(library))
    assert {f"/check/all/{item_key(item.id)}" for item in library.items if not item.retired} <= found


def test_every_result_opens(client: CheckingClient, library: Library) -> None:
    """No result leads nowhere."""
    for path in sorted(addresses(entries(library))):
        assert client.get(path).status_code in (200, 303), path


def test_every_result_has_a_name_a_line_and_an_id_of_its_own(library: Library) -> None:
    """What is shown is never empty, and never long."""
    found = entries(library)
    assert len({entry.id for entry in found}) == len(found)
    for entry in found:
        assert entry.title, entry.id
        assert 0 < len(entry.line) <= 160, entry.id
        assert "<" not in entry.title + entry.line


def test_every_page_that_a_concept_names_is_there(library: Library) -> None:
    """A page that was renamed would silently stop coming first."""
    known = {entry.id for entry in entries(library)}
    named = {(concept.id, page) for concept in library.concepts for page in concept.pages}
    assert {(concept, page) for concept, page in named if page not in known} == set()


def test_new_content_is_found_without_another_list(library: Library) -> None:
    """An action that is added has a result."""
    new = replace(library.items[0], id="brand-new", title="Something new")
    before, after = entries(library), entries(replace(library, items=(*library.items, new)))
    assert {entry.id for entry in after} - {entry.id for entry in before} == {"check/brand-new"}


def test_a_retired_action_is_not_found(library: Library) -> None:
    """It is chosen for nobody, and its page says nothing new."""
    item = library.items[0]
    retired = replace(library, items=(replace(item, retired=date(2026, 11, 23)), *library.items[1:]))
    assert f"check/{item.id}" not in {entry.id for entry in entries(retired)}


@pytest.mark.parametrize(
    ("id_", "is_for_adults"),
    [
        ("check/threats-adult", True), ("services/stopncii", True), ("check/threats-under-18", False),
        ("services/take-it-down-ncmec", False), ("check/phone-passcode", False), ("help/steps", False),
    ],
)  # fmt: skip
def test_what_is_for_adults_alone_says_so(library: Library, id_: str, is_for_adults: bool) -> None:
    """Each service and action for adults is marked, and nothing else is."""
    assert {entry.id: entry for entry in entries(library)}[id_].is_for_adults is is_for_adults
