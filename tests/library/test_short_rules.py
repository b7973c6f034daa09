"""The rules of short checks, each broken once; and the evening's order and minutes as they are."""

from __future__ import annotations

import pytest

from safety.library.codes import Audience
from safety.library.schema import Item, Library
from safety.library.short_rules import FOR_PARENTS, ids, total_minutes
from safety.library.short_schema import Short
from tests.library.conftest import SHORT, Copy

FILE = f"en/check/short/{SHORT}.toml"
ASKS = "Take a screenshot of the picture."
# what is replaced (a pattern), by what, how the line of the fault begins then, words of the fault
BROKEN = {
    "an unknown item": (r'"know-stopncii"', '"know-nothing"', "items = ", "There is no item know-nothing."),
    "an item for others": (r'"fake-of-me-adult"', '"fake-of-child"', "items = ", "is for nobody who gets this list"),
    "an item twice": (r'"threats-adult"', '"know-help"', "items = ", "know-help stands twice in one list."),
    "an age left out": (r'^who = \["teen"\]', 'who = ["adult"]', "[[versions]]", "Somebody finds no list here."),
    "two lists for one age": (
        r'^who = \["teen"\]', 'who = ["teen", "child"]', "[[versions]]", "Two lists are for child",
    ),
    "another site": (r'^to = "/help"', 'to = "//example.org"', "to = ", "This is no page of ours."),
    "a page with a question": (r'^to = "/help"', 'to = "/help?age=adult"', "to = ", "This is no page of ours."),
    "too little time": (r'^title = "Help first"', 'minutes = 12\ntitle = "Help first"', 'title = "Help', "13 minutes"),
    "a question that nobody knows": (r"^asks = .*", 'asks = ["careful"]', "asks", "not one of the known words"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named(content: Copy, name: str) -> None:
    """With the file, the line, and what to write."""
    pattern, replacement, start, words = BROKEN[name]
    content.edit(FILE, pattern, replacement)
    found = [fault for fault in content.faults() if words in fault.what]
    assert found, content.faults()
    assert {fault.file for fault in found} == {FILE}
    assert found[0].line == content.line(FILE, start)
    assert all(fault.write for fault in found)


def test_time_that_is_enough_is_no_fault(content: Copy) -> None:
    """The part takes 13 minutes for every age."""
    content.edit(FILE, r'^title = "Help first"', 'minutes = 13\ntitle = "Help first"')
    assert content.faults() == ()


def test_a_retired_item_is_in_no_list(content: Copy) -> None:
    """What is chosen for nobody any more would be a gap."""
    content.edit("en/check/fake-of-child.md", r"^seed = ", "retired = 2026-11-23\nseed = ")
    found = [fault.what for fault in content.faults() if fault.file == FILE]
    assert found == ["The item fake-of-child is retired."]


def test_a_part_that_is_empty_for_somebody(content: Copy) -> None:
    """A heading without a step would lead nowhere."""
    content.edit("en/check/know-take-it-down.md", r"^who = .*", 'who = ["child"]')
    content.edit(FILE, r'"fake-of-me-under-18", "know-help", ', "")
    assert "is for nobody who gets this list" in "".join(fault.what for fault in content.faults())
    assert "The part 'Help first' is empty for teen." in [fault.what for fault in content.faults()]


def test_a_list_for_people_under_18_asks_for_no_copy(content: Copy) -> None:
    """Doors and lists for teens and parents obey the rule; a list for adults may speak of evidence."""
    content.edit(FILE, r"^lead = .*together\.\"", f'lead = "{ASKS}"')
    (fault,) = content.faults()
    assert fault.what.startswith("This asks someone under 18 for a copy of a picture")
    assert fault.line == content.line(FILE, f'lead = "{ASKS}')


@pytest.mark.parametrize("key", ["title", "about"])
def test_a_door_asks_for_no_copy(content: Copy, key: str) -> None:
    """Everybody reads the doors."""
    content.edit(FILE, rf"^{key} = .*", f'{key} = "{ASKS}"')
    assert len(content.faults()) == 1


def test_a_list_for_adults_may_speak_of_evidence(content: Copy) -> None:
    """The first list of this file is for adults alone."""
    content.edit(FILE, r"^lead = .*", f'lead = "{ASKS}"')
    assert content.faults() == ()


def evening(library: Library) -> Short:
    """The evening on which trust has changed."""
    return next(short for short in library.shorts if short.id == "evening")


def order(library: Library, audience: Audience) -> list[Item]:
    """Its items for one age."""
    items = {item.id: item for item in library.items}
    return [items[id_] for id_ in ids(evening(library).versions[0]) if audience in items[id_].who]


@pytest.mark.parametrize("audience", Audience)
def test_each_half_hour_of_the_evening_is_one(library: Library, audience: Audience) -> None:
    """Cut at 30, 60 and 90 minutes, for each age and any phone; what is left for another day is as long."""
    (version,) = evening(library).versions
    assert [part.minutes for part in version.parts] == [30] * 5
    cuts = ["The first 30 minutes", "Up to 60 minutes", "Up to 90 minutes"]
    assert [part.title for part in version.parts[:3]] == cuts
    items = {item.id: item for item in library.items}
    for part in version.parts:
        theirs = [items[id_] for id_ in part.items if audience in items[id_].who]
        assert 0 < total_minutes(theirs) <= 30


@pytest.mark.parametrize("audience", Audience)
def test_the_evening_begins_with_safety_and_with_what_changes_nothing(library: Library, audience: Audience) -> None:
    """The warning stands above all; then a plan, a helper and a look, which says that signing in can be noticed."""
    first = evening(library).versions[0].first[0]
    assert (first.to, "before you change anything" in first.says) == ("/help/safety", True)
    begun = order(library, audience)
    assert [item.id for item in begun[:3]] == ["plan-first", "know-help", "look-first"]
    assert [item.id for item in begun[:3] if item.alert] == ["look-first"]
    assert all(item.alert for item in begun[3:] if item.id not in ("others-pictures",))


def test_devices_are_signed_out_before_shared_things_change(library: Library) -> None:
    """Email, then the other passwords, then devices and apps; albums, location and family at the end."""
    found = [item.id for item in order(library, Audience.ADULT)]
    wanted = [
        "phone-passcode", "email-strong", "known-passwords", "devices-apple", "devices-google", "sessions-apps",
        "icloud-shared-albums", "google-photos-sharing", "location-in-apps", "family-groups", "home-network",
    ]  # fmt: skip
    assert [id_ for id_ in found if id_ in wanted] == wanted


def test_lists_for_parents_hold_what_is_for_a_child(library: Library) -> None:
    """Each of their steps is written for the parents of a child."""
    items = {item.id: item for item in library.items}
    lists = [version for short in library.shorts for version in short.versions if version.who == FOR_PARENTS]
    assert len(lists) > 2
    assert [id_ for version in lists for id_ in ids(version) if Audience.CHILD not in items[id_].who] == []
