"""Reads totals that were kept as files, and adds what several classes said before and after.

Only what coins have changed is added: other questions were merged for each class in its own way. A file counts once,
however often it is given, and so does a room of which two files were kept.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from safety.library.teach_schema import Step
from safety.teach.counting.before_after import Key
from safety.teach.counting.randomised import NO, YES, Said, together
from safety.teach.counting.totals import BYTE_ORDER_MARK, COLUMNS
from safety.teach.room.reveal import Ending
from safety.teach.room.state import COINS

MAX_BYTES = 128 * 1024
MAX_FILES = 60
MAX_LINES = 2000
# No room takes more.
MAX_ANSWERS = 2000
# A spreadsheet writes what its country is used to.
SEPARATORS = (",", ";", "\t")


class NotTotals(Exception):
    """The file is none that this site wrote, or it was changed so that it makes no sense."""


@dataclass(frozen=True)
class Kept:
    """One file: the letters of its room, and what was sent before and after."""

    room: str
    said: Mapping[Key, Said]


@dataclass(frozen=True)
class Added:
    """What several classes said as if they were one; ``rooms`` counts those that said anything."""

    said: Mapping[Key, Said]
    rooms: int


def read(content: bytes) -> Kept:
    """What a file of totals holds.

    Raises:
        NotTotals: it is too large, none of ours, or makes no sense.
    """
    lines = _lines(content)
    rooms = {line["room"] for line in lines}
    if len(rooms) > 1:
        raise NotTotals
    counts: dict[Key, dict[str, int]] = {}
    for line in lines:
        if line["ending"] == Ending.COINS and line["choice"] in (YES, NO):
            said = counts.setdefault((line["question"], _when(line["kind"])), {})
            if line["choice"] in said:
                raise NotTotals
            said[line["choice"]] = _number(line["answers"])
    return Kept(next(iter(rooms), ""), {key: _said(said) for key, said in counts.items()})


def add(files: Iterable[Kept]) -> Added:
    """All classes together; of one room the fullest count of a question."""
    rooms: dict[str, dict[Key, Said]] = {}
    for file in files:
        if not file.said:
            continue
        known = rooms.setdefault(file.room, {})
        for key, said in file.said.items():
            known[key] = max(said, known.get(key, said), key=lambda one: one.answers)
    keys = dict.fromkeys(key for said in rooms.values() for key in said)
    sums = {key: together(said[key] for said in rooms.values() if key in said) for key in keys}
    return Added(sums, len(rooms))


def _lines(content: bytes) -> list[dict[str, str]]:
    if len(content) > MAX_BYTES:
        raise NotTotals
    # A spreadsheet may have spoiled the accents; what counts is plain letters.
    text = content.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
    separator = next((mark for mark in SEPARATORS if text.startswith(mark.join(COLUMNS))), None)
    if separator is None:
        raise NotTotals
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))[1:]
    except csv.Error as error:
        raise NotTotals from error
    # A spreadsheet may leave empty lines at the end.
    rows = [row for row in rows if any(row)]
    if len(rows) > MAX_LINES or any(len(row) != len(COLUMNS) for row in rows):
        raise NotTotals
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def _when(kind: str) -> Step:
    found = next((step for step in COINS if step == kind), None)
    if found is None:
        raise NotTotals
    return found


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(MAX_ANSWERS))):
        raise NotTotals
    return int(text)


def _said(counts: Mapping[str, int]) -> Said:
    """Both numbers have to be there, and no more than a room takes; all may have passed."""
    if counts.keys() != {YES, NO} or sum(counts.values()) > MAX_ANSWERS:
        raise NotTotals
    return Said(counts[YES], sum(counts.values()))
