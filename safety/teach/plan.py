"""A plan for one lesson: for whom, how long, which activities in which order. The same for everybody who asks for it.

It holds no name, no school and no day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from safety.library import lessons
from safety.library.lessons import Slot
from safety.library.schema import Library
from safety.library.teach_schema import Devices, Group, GroupPage, Workshop

CODE = re.compile(
    rf"(?P<group>{'|'.join(Group)})-(?P<minutes>{'|'.join(map(str, lessons.MINUTES))})-(?P<devices>{'|'.join(Devices)})"
)
DEFAULT_MINUTES = 45
MAX_SLOTS = 30
# From the shortest to the longest that an activity can be made by hand.
SLOT_MINUTES = range(1, 46)


@dataclass(frozen=True)
class Plan:
    """One lesson. ``minutes`` is what there is, the sum of its slots what it takes."""

    group: Group
    minutes: int
    devices: Devices
    slots: tuple[Slot, ...]

    @property
    def code(self) -> str:
        """What its address ends with, when nobody has changed it."""
        return f"{self.group}-{self.minutes}-{self.devices}"

    @property
    def total(self) -> int:
        """The minutes that its activities take."""
        return sum(slot.minutes for slot in self.slots)

    @property
    def starts(self) -> tuple[int, ...]:
        """The minute in which each activity begins, from 0."""
        return tuple(accumulate((slot.minutes for slot in self.slots[:-1]), initial=0))

    @property
    def lines(self) -> tuple[str, ...]:
        """Its activities with their minutes, as a form sends them: ``welcome 5``."""
        return tuple(f"{slot.activity.id} {slot.minutes}" for slot in self.slots)


def from_code(library: Library, code: str) -> Plan | None:
    """The plan of an address, or None when there is none of that name."""
    ready = next((one for one in library.workshops if one.id == code), None)
    if ready:
        return _made_ready(library, ready)
    match = CODE.fullmatch(code)
    if match is None:
        return None
    return made(library, Group(match["group"]), int(match["minutes"]), Devices(match["devices"]))


def made(library: Library, group: Group, minutes: int, devices: Devices) -> Plan:
    """The plan that the activities of ``library`` give for a group, its minutes and its devices."""
    return Plan(group, minutes, devices, lessons.fill(library.activities, group, minutes, devices))


def from_parts(
    library: Library, group: Group, minutes: int, devices: Devices, parts: Sequence[tuple[str, int]]
) -> Plan | None:
    """The plan of ``parts``, ids with minutes; None when a part is unknown, for others, twice, or out of place."""
    known = {one.id: one for one in lessons.fitting(library.activities, group, devices)}
    names = [name for name, _ in parts]
    if len(parts) > MAX_SLOTS or len(set(names)) < len(names) or not known.keys() >= set(names):
        return None
    if any(length not in SLOT_MINUTES for _, length in parts):
        return None
    slots = tuple(Slot(known[name], length) for name, length in parts)
    frame = [lessons.is_frame(slot.activity) for slot in slots]
    if len(slots) < 2 or not frame[0] or not frame[-1] or any(frame[1:-1]):
        return None
    if slots[0].activity.place > slots[-1].activity.place:
        return None
    return Plan(group, minutes, devices, slots)


def group_page(library: Library, group: Group) -> GroupPage:
    """What a run sheet says for ``group``."""
    return next(page for page in library.group_pages if page.id == group)


def workshop(library: Library, code: str) -> Workshop | None:
    """The plan made ready of that name."""
    return next((one for one in library.workshops if one.id == code), None)


def _made_ready(library: Library, ready: Workshop) -> Plan | None:
    parts = [part.split(" ") for part in ready.parts]
    pairs = [(name, int(minutes)) for name, minutes in parts]
    return from_parts(library, ready.group, ready.minutes, ready.devices, pairs)
