"""The checks of one visitor side by side, packed into few bytes so that they fit into a cookie.

Where they are kept longer (``safety.check.saved``), the same bytes are stored, and there may be more of them.

Items are named by a two-byte key made from their id; the content checker sees to it that no two
share one, and that a published id never goes. The order of the enums is part of the format: new
members go to the end. Each mark bears the minute it was made, so that of two the later wins.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeVar

from safety.check.answers import Answers, Question, Whose
from safety.check.choose import Mark
from safety.library.codes import App, Phone, Place, Situation, Threat
from safety.library.keys import item_key

FORMAT = 2
# What one person can add, and what states that were merged may come to where no cookie has to hold them.
MAX_CHECKS, MAX_KEPT_CHECKS = 6, 12
MAX_MARKS = 165
# What fits into a cookie when it is sealed; more is packed without the minutes.
COOKIE_BYTES = 2200
HEAD = struct.Struct(">BBBB")
CHECK = struct.Struct(">I3s")
ANSWERS = struct.Struct(">BBIHBB")
PLACES = struct.Struct(">BI")
MINUTE_BYTES, MAX_MINUTE = 3, (1 << 24) - 1
# 2026-01-01, in minutes since 1970: three bytes then reach to 2057.
EPOCH_MINUTE = 29453760
NOTHING = 255
COUNT, TIMED, UNTIMED = struct.Struct(">B"), struct.Struct(">H3s"), struct.Struct(">H")
MARKS: tuple[Mark | None, ...] = (*Mark, None)
Member = TypeVar("Member", bound=StrEnum)


class Unpackable(Exception):
    """The bytes are no progress of this format."""


@dataclass(frozen=True)
class Said:
    """What was last said of an item: its mark, None when it was opened again, and the minute since 2026-01-01."""

    mark: Mark | None
    minute: int = 0


@dataclass(frozen=True)
class Check:
    """One check: the answers, what was said of items by their keys, and where copies of a picture may be.

    ``id`` tells checks apart on two devices; 0 has no name yet. ``minute`` is when answers were last given.
    ``places`` and ``threat`` are the answers of the map of copies, None and empty when it was not drawn.
    """

    answers: Answers = field(default_factory=Answers)
    said: tuple[tuple[int, Said], ...] = ()
    id: int = 0
    minute: int = 0
    threat: Threat | None = None
    places: tuple[Place, ...] = ()

    def marked(self, ids: Iterable[str]) -> dict[str, Mark]:
        """The marks by item id, for the items that exist."""
        by_key = {key: said.mark for key, said in self.said}
        found = {id_: by_key.get(item_key(id_)) for id_ in ids}
        return {id_: mark for id_, mark in found.items() if mark is not None}

    def mark(self, id_: str, mark: Mark | None, minute: int) -> Check:
        """This check with ``id_`` marked, or open again, at ``minute``."""
        said = {key: old for key, old in self.said if key != item_key(id_)}
        opened = [key for key, old in said.items() if old.mark is None]
        if len(said) == MAX_MARKS and opened:
            del said[min(opened, key=lambda key: said[key].minute)]
        if len(said) < MAX_MARKS:
            said[item_key(id_)] = Said(mark, minute)
        return replace(self, said=tuple(sorted(said.items(), key=itemgetter(0))))

    @property
    def empty(self) -> bool:
        """Whether nothing was answered or marked."""
        return replace(self, id=0, minute=0) == Check()


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

    def named(self, ids: Iterable[int]) -> Progress:
        """Every check with an id: those without one take the next of ``ids``, random numbers of 32 bits."""
        fresh = iter(ids)
        return replace(
            self, checks=tuple(check if check.id else replace(check, id=next(fresh)) for check in self.checks)
        )

    def switch(self, index: int) -> Progress:
        """Check number ``index`` in front; an index that is not there changes nothing."""
        return replace(self, current=index) if 0 <= index < len(self.checks) else self


def minute_of(seconds: float) -> int:
    """The minute since 2026-01-01 of ``seconds`` since 1970, as far as three bytes reach."""
    return min(max(int(seconds // 60) - EPOCH_MINUTE, 0), MAX_MINUTE)


def pack(progress: Progress, most_bytes: int = COOKIE_BYTES) -> bytes:
    """``progress`` as bytes. The minutes of marks are left out where they would take more than ``most_bytes``."""
    packed = _pack(progress, timed=True)
    return packed if len(packed) <= most_bytes else _pack(progress, timed=False)


def unpack(packed: bytes) -> Progress:
    """The progress that ``pack`` packed.

    Raises:
        Unpackable: the bytes are cut, longer, of another format, or name what is not there.
    """
    try:
        return _unpack(memoryview(packed))
    except (struct.error, IndexError, ValueError):
        raise Unpackable from None


def _pack(progress: Progress, *, timed: bool) -> bytes:
    parts = [HEAD.pack(FORMAT, timed, progress.current, len(progress.checks))]
    for check in progress.checks:
        parts.append(CHECK.pack(check.id, check.minute.to_bytes(MINUTE_BYTES)))
        parts.append(_pack_answers(check.answers))
        threat = NOTHING if check.threat is None else list(Threat).index(check.threat)
        parts.append(PLACES.pack(threat, _bits(Place, check.places)))
        for mark in MARKS:
            # Without minutes nothing can be older, so what was opened again need not be known.
            said = [(key, one) for key, one in check.said if one.mark is mark and (timed or mark)]
            parts.append(bytes([len(said)]))
            parts += [key.to_bytes(2) + (one.minute.to_bytes(MINUTE_BYTES) if timed else b"") for key, one in said]
    return b"".join(parts)


def _unpack(packed: memoryview) -> Progress:
    form, timed, current, count = HEAD.unpack_from(packed)
    if form != FORMAT or timed > 1 or not 0 < count <= MAX_KEPT_CHECKS or current >= count:
        raise Unpackable
    reading = _Reading(packed, HEAD.size, bool(timed))
    checks = tuple(reading.check() for _ in range(count))
    if reading.at != len(packed):
        raise Unpackable
    return Progress(checks, current)


class _Reading:
    """Reads one check after the other."""

    def __init__(self, packed: memoryview, at: int, timed: bool) -> None:
        self.packed, self.at, self.timed = packed, at, timed

    def check(self) -> Check:
        id_, minute = self.values(CHECK)
        answers = _unpack_answers(self.values(ANSWERS))
        threat, places = self.values(PLACES)
        said = tuple(sorted((one for mark in MARKS for one in self.said(mark)), key=itemgetter(0)))
        if len(dict(said)) < len(said) or len(said) > MAX_MARKS:
            raise Unpackable
        threatened = None if threat == NOTHING else list(Threat)[threat]
        return Check(answers, said, id_, int.from_bytes(minute), threatened, _members(Place, places))

    def said(self, mark: Mark | None) -> list[tuple[int, Said]]:
        (count,) = self.values(COUNT)
        return [self.one(mark) for _ in range(count)]

    def one(self, mark: Mark | None) -> tuple[int, Said]:
        key, minute = self.values(TIMED) if self.timed else (*self.values(UNTIMED), b"")
        return key, Said(mark, int.from_bytes(minute))

    def values(self, form: struct.Struct) -> tuple[Any, ...]:
        found = form.unpack_from(self.packed, self.at)
        self.at += form.size
        return found


def _pack_answers(answers: Answers) -> bytes:
    return ANSWERS.pack(
        list(Whose).index(answers.whose),
        NOTHING if answers.phone is None else list(Phone).index(answers.phone),
        _bits(App, answers.apps),
        _bits(Situation, answers.situations),
        _bits(Question, answers.answered),
        answers.asked,
    )


def _unpack_answers(values: tuple[Any, ...]) -> Answers:
    whose, phone, apps, situations, answered, asked = values
    return Answers(
        list(Whose)[whose],
        None if phone == NOTHING else list(Phone)[phone],
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
