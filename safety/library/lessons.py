"""Fills the minutes of a lesson from the activities there are: the welcome, what fits, the close.

Everybody who asks for the same gets the same lesson. It judges numbers alone, never what an activity says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safety.library.teach_schema import CLOSE, WELCOME, Activity, Devices, Group

# How long a lesson can be made by itself; who edits one may take other minutes.
MINUTES = (30, 45, 60, 90)


@dataclass(frozen=True)
class Slot:
    """One activity of a lesson and the minutes it takes there."""

    activity: Activity
    minutes: int


def fitting(activities: Sequence[Activity], group: Group, devices: Devices) -> tuple[Activity, ...]:
    """The activities for ``group`` with ``devices``, in the order of a lesson."""
    found = (one for one in activities if group in one.groups and devices in one.devices)
    return tuple(sorted(found, key=lambda one: (one.place, one.rank, one.id)))


def fill(activities: Sequence[Activity], group: Group, minutes: int, devices: Devices) -> tuple[Slot, ...]:
    """A lesson that takes ``minutes`` exactly, or nothing when the activities do not fill them."""
    fits = fitting(activities, group, devices)
    frame = [one for one in fits if is_frame(one)]
    ranked = sorted((one for one in fits if not is_frame(one)), key=lambda one: (one.rank, one.id))
    chosen = _chosen(frame, ranked, minutes)
    lengths = _lengths(chosen, minutes)
    if len(frame) != 2 or sum(lengths.values()) != minutes:
        return ()
    return tuple(Slot(one, lengths[one.id]) for one in fits if one.id in lengths)


def is_frame(activity: Activity) -> bool:
    """Whether it opens or closes a lesson: these two are in each."""
    return activity.place in (WELCOME, CLOSE)


def _chosen(frame: Sequence[Activity], ranked: Sequence[Activity], minutes: int) -> list[Activity]:
    """The frame, then by rank what still fits when everything is kept tight; more when that is not enough."""
    chosen = list(frame)
    for one in ranked:
        if sum(map(_tight, chosen)) + _tight(one) <= minutes:
            chosen.append(one)
    for one in ranked:
        short = sum(other.most_minutes for other in chosen) < minutes
        if short and one not in chosen and sum(other.least_minutes for other in chosen) + one.least_minutes <= minutes:
            chosen.append(one)
    return chosen


def _tight(activity: Activity) -> int:
    """Between its least and its usual length."""
    return (activity.least_minutes + activity.minutes + 1) // 2


def _lengths(chosen: Sequence[Activity], minutes: int) -> dict[str, int]:
    """The minutes of each, as near to the usual as the sum allows; the activities change before the frame does."""
    lengths = {one.id: one.minutes for one in chosen}
    order = sorted(chosen, key=lambda one: (is_frame(one), one.rank))
    while (left := minutes - sum(lengths.values())) != 0:
        step = 1 if left > 0 else -1
        free = [one for one in order if one.least_minutes <= lengths[one.id] + step <= one.most_minutes]
        if not free:
            break
        for one in free[: abs(left)]:
            lengths[one.id] += step
    return lengths
