"""The checks of one visitor side by side, packed into few bytes so that they fit into a cookie.

Items are named by a two-byte key made from their id; the content checker sees to it that no two
share one, and that a published id never goes. The order of the enums is part of the format: new
members go to the end.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from safety.check.answers import Answers, Question, Whose
from safety.check.choose import Mark
from safety.library.codes import App, Phone, Situation
from safety.library.keys import item_key

FORMAT = 1
MAX_CHECKS = 6
MAX_MARKS = 150
HEAD = struct.Struct(">BBB")
ANSWERS = struct.Struct(">BBIHBB")
NO_PHONE = 255
Member = TypeVar("Member", bound=StrEnum)


class Unpackable(Exception):
    """The bytes are no progress of this format."""


@dataclass(frozen=True)
class Check:
    """One check: the answers and the marks by item key."""

    answers: Answers = field(default_factory=Answers)
    marks: tuple[tuple[int, Mark], ...] = ()

    def marked(self, ids: Iterable[str]) -> dict[str, Mark]:
        """The marks by item id, for the items that exist."""
        by_key = dict(self.marks)
        return {id_: by_key[item_key(id_)] for id_ in ids if item_key(id_) in by_key}

    def mark(self, id_: str, mark: Mark | None) -> Check:
        """This check with ``id_`` marked, or open again."""
        marks = {key: old for key, old in self.marks if key != item_key(id_)}
        if mark is not None and len(marks) < MAX_MARKS:
            marks[item_key(id_)] = mark
        return replace(self, marks=tuple(sorted(marks.items())))


@dataclass(frozen=True)
class Progress:
    """All checks of a visitor, and the one in front. There is always one."""

    checks: tuple[Check, ...] = (Check(),)
    current: int = 0

    @property
    def check(self) -> Check:
        """The check in front."""
        return self.checks[self.current]

    @property
    def full(self) -> bool:
        """Whether no further check fits."""
        return len(self.checks) >= MAX_CHECKS

    def with_check(self, check: Check) -> Progress:
        """The check in front replaced."""
        checks = (*self.checks[: self.current], check, *self.checks[self.current + 1 :])
        return replace(self, checks=checks)

    def add(self) -> Progress:
        """A further, empty check in front."""
        return self if self.full else Progress((*self.checks, Check()), len(self.checks))

    def switch(self, index: int) -> Progress:
        """Check number ``index`` in front; an index that is not there changes nothing."""
        return replace(self, current=index) if 0 <= index < len(self.checks) else self


def pack(progress: Progress) -> bytes:
    """``progress`` as bytes."""
    parts = [HEAD.pack(FORMAT, progress.current, len(progress.checks))]
    for check in progress.checks:
        parts.append(_pack_answers(check.answers))
        for mark in Mark:
            keys = [key for key, one in check.marks if one is mark]
            parts.append(struct.pack(f">B{len(keys)}H", len(keys), *keys))
    return b"".join(parts)


def unpack(packed: bytes) -> Progress:
    """The progress that ``pack`` packed.

    Raises:
        Unpackable: the bytes are cut, longer, of another format, or name what is not there.
    """
    try:
        return _unpack(memoryview(packed))
    except (struct.error, IndexError, ValueError):
        raise Unpackable from None


def _unpack(packed: memoryview) -> Progress:
    form, current, count = HEAD.unpack_from(packed)
    if form != FORMAT or not 0 < count <= MAX_CHECKS or current >= count:
        raise Unpackable
    at, checks = HEAD.size, []
    for _ in range(count):
        answers = _unpack_answers(ANSWERS.unpack_from(packed, at))
        at += ANSWERS.size
        marks: dict[int, Mark] = {}
        for mark in Mark:
            (number,) = struct.unpack_from(">B", packed, at)
            marks |= dict.fromkeys(struct.unpack_from(f">{number}H", packed, at + 1), mark)
            at += 1 + 2 * number
        checks.append(Check(answers, tuple(sorted(marks.items()))))
    if at != len(packed):
        raise Unpackable
    return Progress(tuple(checks), current)


def _pack_answers(answers: Answers) -> bytes:
    return ANSWERS.pack(
        list(Whose).index(answers.whose),
        NO_PHONE if answers.phone is None else list(Phone).index(answers.phone),
        _bits(App, answers.apps),
        _bits(Situation, answers.situations),
        _bits(Question, answers.answered),
        answers.asked,
    )


def _unpack_answers(values: tuple[int, ...]) -> Answers:
    whose, phone, apps, situations, answered, asked = values
    return Answers(
        list(Whose)[whose],
        None if phone == NO_PHONE else list(Phone)[phone],
        _members(App, apps),
        _members(Situation, situations),
        frozenset(_members(Question, answered)),
        asked,
    )


def _bits(kind: type[StrEnum], chosen: Iterable[StrEnum]) -> int:
    return sum(1 << number for number, member in enumerate(kind) if member in chosen)


def _members(kind: type[Member], bits: int) -> tuple[Member, ...]:
    if bits >> len(kind):
        raise Unpackable
    return tuple(member for number, member in enumerate(kind) if bits >> number & 1)
