"""A plan as a form sends it: closed words in hidden fields. What no page of ours could send is refused."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort, request

from safety.library import lessons
from safety.library.schema import Library
from safety.library.teach_schema import Devices, Group
from safety.teach import edit, saved_plan
from safety.teach.edit import Change
from safety.teach.plan import SLOT_MINUTES, Plan, from_parts
from safety.teach.saved_plan import NotAPlan, Refused

FILE = "file"


def wanted() -> tuple[Group, int, Devices]:
    """The group, the minutes and the devices that were chosen; 400 for anything else."""
    group, minutes, devices = (request.form.get(name, "") for name in ("group", "minutes", "devices"))
    if group not in tuple(Group) or devices not in tuple(Devices) or minutes not in map(str, lessons.MINUTES):
        abort(400)
    return Group(group), int(minutes), Devices(devices)


def posted(library: Library) -> Plan:
    """The plan in the fields of the form, with its lengths as they are chosen there."""
    group, minutes, devices = wanted()
    parts = [line.partition(" ")[::2] for line in request.form.getlist("plan")]
    if not all(length.isascii() and length.isdecimal() and len(length) < 3 for _, length in parts):
        abort(400)
    plan = from_parts(library, group, minutes, devices, [(name, int(length)) for name, length in parts])
    if plan is None:
        abort(400)
    lengths = request.form.getlist("length")
    return _timed(plan, lengths) if lengths else plan


def changed(library: Library, plan: Plan) -> Plan:
    """``plan`` after the change that the pressed button names, if it names one."""
    word, _, name = request.form.get("do", "").partition(" ")
    if word == "in" and not name:
        name = request.form.get("new", "")
    return edit.changed(library, plan, Change(word), name) if word in tuple(Change) else plan


def opened(library: Library) -> Plan:
    """The plan in the file that was sent.

    Raises:
        NotAPlan: there is none, or it cannot be opened.
    """
    file = request.files.get(FILE)
    if file is None or not file.filename:
        raise NotAPlan(Refused.EMPTY)
    return saved_plan.read(file.stream.read(saved_plan.MAX_BYTES + 1), library)


def _timed(plan: Plan, lengths: Sequence[str]) -> Plan:
    known = {str(length): length for length in SLOT_MINUTES}
    if len(lengths) != len(plan.slots) or not known.keys() >= set(lengths):
        abort(400)
    return edit.timed(plan, [known[length] for length in lengths])
