"""A plan as a file, ``workshop.json``, and back. It holds activities and minutes, and nothing about people.

The file is described in docs/teach.md. What is read was written by anybody: it is taken whole, or refused whole.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from safety.library import lessons
from safety.library.schema import Library
from safety.library.teach_schema import Devices, Group
from safety.teach.plan import MAX_SLOTS, Plan, from_parts

NAME = "workshop.json"
FORMAT, VERSION = "unshared-workshop", 1
MAX_BYTES = 16 * 1024
KEYS = {"format", "version", "group", "minutes", "devices", "activities"}
PART_KEYS = {"id", "minutes"}


class Refused(StrEnum):
    """Why a file is not opened."""

    EMPTY = "empty"
    LARGE = "large"
    NO_PLAN = "no-plan"
    NEWER = "newer"
    UNKNOWN = "unknown"


class NotAPlan(Exception):
    """The file is no plan that this site can show; ``why`` says what is in the way."""

    def __init__(self, why: Refused) -> None:
        self.why = why
        super().__init__(why)


def written(plan: Plan) -> bytes:
    """``plan`` as the content of a file."""
    activities = [{"id": slot.activity.id, "minutes": slot.minutes} for slot in plan.slots]
    record = {
        "format": FORMAT,
        "version": VERSION,
        "group": plan.group,
        "minutes": plan.minutes,
        "devices": plan.devices,
        "activities": activities,
    }
    return (json.dumps(record, indent=2) + "\n").encode()


def read(content: bytes, library: Library) -> Plan:
    """The plan in ``content``.

    Raises:
        NotAPlan: it is too large, no plan, of a later version, or names what this site does not have.
    """
    record = _record(content)
    group, minutes, devices = record["group"], record["minutes"], record["devices"]
    if group not in tuple(Group) or devices not in tuple(Devices) or minutes not in lessons.MINUTES:
        raise NotAPlan(Refused.NO_PLAN)
    plan = from_parts(library, Group(group), minutes, Devices(devices), _parts(record["activities"]))
    if plan is None:
        raise NotAPlan(Refused.UNKNOWN)
    return plan


def _record(content: bytes) -> dict[str, Any]:
    if not content:
        raise NotAPlan(Refused.EMPTY)
    if len(content) > MAX_BYTES:
        raise NotAPlan(Refused.LARGE)
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        raise NotAPlan(Refused.NO_PLAN) from None
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise NotAPlan(Refused.NO_PLAN)
    if _is_number(record.get("version")) and record["version"] > VERSION:
        raise NotAPlan(Refused.NEWER)
    if record.keys() != KEYS or not _is_number(record["minutes"]) or not _is_number(record["version"]):
        raise NotAPlan(Refused.NO_PLAN)
    if record["version"] != VERSION or not isinstance(record["group"], str) or not isinstance(record["devices"], str):
        raise NotAPlan(Refused.NO_PLAN)
    return record


def _parts(found: Any) -> list[tuple[str, int]]:
    if not isinstance(found, list) or len(found) > MAX_SLOTS:
        raise NotAPlan(Refused.NO_PLAN)
    for part in found:
        if not isinstance(part, dict) or part.keys() != PART_KEYS:
            raise NotAPlan(Refused.NO_PLAN)
        if not isinstance(part["id"], str) or not _is_number(part["minutes"]):
            raise NotAPlan(Refused.NO_PLAN)
    return [(part["id"], part["minutes"]) for part in found]


def _is_number(value: object) -> bool:
    """Whether it is a whole number; in Python True is one too."""
    return type(value) is int
