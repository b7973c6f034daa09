"""Changes to a plan: one up, one down, out, in, other minutes. Each gives a new plan or the old one.

The welcome stays first and the close stays last: they hold the rules and the help.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from safety.library import lessons
from safety.library.lessons import Slot
from safety.library.schema import Library
from safety.library.teach_schema import Activity
from safety.teach.plan import MAX_SLOTS, SLOT_MINUTES, Plan


class Change(StrEnum):
    """What can be done to one activity of a plan."""

    UP = "up"
    DOWN = "down"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Fit:
    """How a plan fits its time: ``left`` minutes are free, below 0 there are too many."""

    left: int
    short: tuple[Activity, ...]
    long: tuple[Activity, ...]


def changed(library: Library, plan: Plan, change: Change, name: str) -> Plan:
    """``plan`` after ``change`` to the activity ``name``; as it was when that cannot be done."""
    slots = list(plan.slots)
    place = next((at for at, slot in enumerate(slots) if slot.activity.id == name), None)
    if change is Change.IN:
        new = next((one for one in others(library, plan) if one.id == name), None)
        return replace(plan, slots=_with(slots, new)) if new and len(slots) < MAX_SLOTS else plan
    if place is None or lessons.is_frame(slots[place].activity):
        return plan
    if change is Change.OUT:
        del slots[place]
        return replace(plan, slots=tuple(slots))
    return replace(plan, slots=_moved(slots, place, -1 if change is Change.UP else 1))


def timed(plan: Plan, lengths: Sequence[int]) -> Plan:
    """``plan`` with the minutes of each activity set, in order; a number out of range leaves that one as it was."""
    slots = [
        Slot(slot.activity, length if length in SLOT_MINUTES else slot.minutes)
        for slot, length in zip(plan.slots, lengths, strict=True)
    ]
    return replace(plan, slots=tuple(slots))


def others(library: Library, plan: Plan) -> tuple[Activity, ...]:
    """What could still be put in, in the order of a lesson."""
    taken = {slot.activity.id for slot in plan.slots}
    found = lessons.fitting(library.activities, plan.group, plan.devices)
    return tuple(one for one in found if one.id not in taken and not lessons.is_frame(one))


def fit(plan: Plan) -> Fit:
    """How well ``plan`` fits its time, and which activities have less or more than they were made for."""
    short = (slot.activity for slot in plan.slots if slot.minutes < slot.activity.least_minutes)
    long = (slot.activity for slot in plan.slots if slot.minutes > slot.activity.most_minutes)
    return Fit(plan.minutes - plan.total, tuple(short), tuple(long))


def _moved(slots: list[Slot], place: int, step: int) -> tuple[Slot, ...]:
    other = place + step
    if not lessons.is_frame(slots[other].activity):
        slots[place], slots[other] = slots[other], slots[place]
    return tuple(slots)


def _with(slots: list[Slot], new: Activity) -> tuple[Slot, ...]:
    """``new`` before the first that has a later place in a lesson; the close is always one."""
    at = next(at for at, slot in enumerate(slots) if slot.activity.place > new.place)
    return (*slots[:at], Slot(new, new.minutes), *slots[at:])
