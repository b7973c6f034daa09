"""A lesson is filled from the activities there are: to the minute, in order, the same for everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise, product

import pytest

from safety.library.lessons import MINUTES, fill, fitting, is_frame
from safety.library.schema import Library
from safety.library.teach_schema import CLOSE, WELCOME, Activity, Devices, Group


def activity(id_: str, place: int, rank: int, least: int, usual: int, most: int) -> Activity:
    """One activity for ages 13 to 15 on paper."""
    groups, devices = (Group.FROM_13,), (Devices.NONE,)
    return Activity(id_, id_, groups, devices, usual, least, most, place, rank, "aim", date(2026, 11, 23))


FRAME = (activity("open", WELCOME, 0, 3, 5, 6), activity("shut", CLOSE, 0, 4, 6, 8))


@pytest.mark.parametrize(("group", "minutes", "devices"), list(product(Group, MINUTES, Devices)))
def test_every_lesson_takes_its_minutes(library: Library, group: Group, minutes: int, devices: Devices) -> None:
    """Exactly, each activity within its range, from the welcome to the close, and nothing for somebody else."""
    slots = fill(library.activities, group, minutes, devices)
    assert sum(slot.minutes for slot in slots) == minutes
    for slot in slots:
        assert slot.activity.least_minutes <= slot.minutes <= slot.activity.most_minutes, slot.activity.id
        assert group in slot.activity.groups
        assert devices in slot.activity.devices
    places = [slot.activity.place for slot in slots]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (WELCOME, CLOSE)
    assert len({slot.activity.id for slot in slots}) == len(slots) >= 4


def test_a_longer_lesson_has_more(library: Library) -> None:
    """Nobody gets the same few activities, only slower."""
    for group in Group:
        counts = [len(fill(library.activities, group, minutes, Devices.NONE)) for minutes in MINUTES]
        assert all(more > fewer for fewer, more in pairwise(counts)), (group, counts)


def test_the_smaller_rank_comes_in_first() -> None:
    """Where one of two fits, it is the one that matters more; the order in the lesson is that of the places."""
    last = activity("last", 2, 9, 10, 15, 25)
    first = activity("first", 5, 1, 10, 15, 25)
    assert [slot.activity.id for slot in fill((*FRAME, last, first), Group.FROM_13, 30, Devices.NONE)] == [
        "open", "first", "shut",
    ]  # fmt: skip


def test_what_does_not_fill_the_minutes_is_no_lesson() -> None:
    """Rather none than one that is too short."""
    short = activity("short", 4, 1, 2, 3, 4)
    assert fill((*FRAME, short), Group.FROM_13, 30, Devices.NONE) == ()


def test_without_welcome_or_close_there_is_no_lesson() -> None:
    """The rules and the help are in each, so nothing is made without them."""
    middle = activity("middle", 4, 1, 10, 30, 90)
    assert fill((FRAME[0], middle), Group.FROM_13, 30, Devices.NONE) == ()
    assert fill((*FRAME, replace(FRAME[1], id="again"), middle), Group.FROM_13, 30, Devices.NONE) == ()


def test_more_is_taken_in_when_stretching_is_not_enough() -> None:
    """An activity that is too long at its usual length comes in at a shorter one."""
    small = activity("small", 3, 1, 5, 6, 7)
    large = activity("large", 4, 2, 8, 20, 30)
    slots = fill((*FRAME, small, large), Group.FROM_13, 30, Devices.NONE)
    assert [slot.activity.id for slot in slots] == ["open", "small", "large", "shut"]
    assert sum(slot.minutes for slot in slots) == 30


def test_only_what_is_for_the_group_and_the_devices_fits(library: Library) -> None:
    """Parents get nothing that is made for children."""
    for one in fitting(library.activities, Group.PARENTS, Devices.NONE):
        assert Group.PARENTS in one.groups
    assert [one.id for one in fitting(library.activities, Group.FROM_8, Devices.EACH) if is_frame(one)] == [
        "welcome", "close",
    ]  # fmt: skip
