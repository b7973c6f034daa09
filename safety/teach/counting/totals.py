"""The totals of a room: what was revealed, as a file to keep. Nothing that was not shown is in it.

The file is CSV (RFC 4180, UTF-8 with a mark for spreadsheets), one line for each number that was shown:

``room``      ten letters that tell two files of one room from files of two rooms; made from the room's key, and
              nothing leads back from it once the room is closed
``kind``      poll, quiz, vote, scene, exit, before or after
``question``  the id of the question, the sentence or the scene
``asks``      its words
``ending``    how it ended: bars, most, spread, too-few or coins
``choice``    the place of the choice from 1 up, or rest; after coins yes, no or rest
``says``      the words of the choice
``answers``   how many; empty where only the choice was shown
``of``        how many answered in all, passes counted

It bears no day, no name, no code. Choices with few answers stay in the rest, as the class saw them.
"""

from __future__ import annotations

import csv
import hmac
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from safety.library.schema import Library
from safety.library.teach_schema import Step
from safety.teach.counting.before_after import Key
from safety.teach.counting.randomised import CHOICES, Said
from safety.teach.room.reveal import Ending, Result
from safety.teach.room.state import State
from safety.teach.room.steps import Shown, shown

COLUMNS = ("room", "kind", "question", "asks", "ending", "choice", "says", "answers", "of")
REST = "rest"
MARK_BYTES = 5
BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula. Source: OWASP, CSV injection, checked 2026-11-23.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


@dataclass(frozen=True)
class Total:
    """One question that was closed, in words, and what was shown of it. ``right`` is the place of a quiz's answer."""

    kind: Step
    question: str
    asks: str
    choices: tuple[str, ...]
    result: Result
    right: int | None = None

    @property
    def is_by_coins(self) -> bool:
        """Whether the phones changed the answers by chance."""
        return self.result.ending is Ending.COINS


@dataclass(frozen=True)
class Totals:
    """All questions of a room that were closed, in their order, and its letters."""

    mark: str
    questions: tuple[Total, ...]


def mark_of(master: bytes) -> str:
    """The letters of a room, from its secret. No digits: a spreadsheet would make a number of them."""
    digest = hmac.digest(master, b"unshared totals 1", "sha256")[:MARK_BYTES].hex()
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


def totals_of(library: Library, state: State, master: bytes) -> Totals:
    """What the room has shown so far; a question that the library no longer has is left out."""
    found = (_total(library, state, key, result) for key, result in state.results)
    return Totals(mark_of(master), tuple(total for total in found if total))


def said_of(totals: Totals) -> dict[Key, Said]:
    """What was sent before and after, where anybody sent anything."""
    by_coins = (total for total in totals.questions if total.is_by_coins)
    sent = {(total.question, total.kind): total.result.bars for total in by_coins}
    return {key: Said(yes or 0, (yes or 0) + (no or 0)) for key, (yes, no) in sent.items()}


def as_csv(totals: Totals) -> bytes:
    """The file to keep."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for total in totals.questions:
        start = (totals.mark, total.kind.value, total.question, total.asks, total.result.ending.value)
        writer.writerows([_harmless(cell) for cell in (*start, *row, total.result.answers)] for row in _rows(total))
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _total(library: Library, state: State, key: str, result: Result) -> Total | None:
    at, *path = (int(place) for place in key.split("."))
    seen = shown(library, replace(state, at=at, path=tuple(path)))
    if seen.asked is None:
        return None
    choices = CHOICES if seen.asked.coins else seen.asked.choices
    return Total(seen.part.kind, seen.part.ref, _words(seen), choices, result, seen.asked.right)


def _words(seen: Shown) -> str:
    if seen.asked and seen.asked.asks:
        return seen.asked.asks
    return f"{seen.scene.title}: {seen.turn.says}" if seen.scene and seen.turn else ""


def _rows(total: Total) -> Iterator[tuple[object, str, object]]:
    """Choice, words and number of each line; one line without a choice where no number was shown."""
    result = total.result
    if result.ending is Ending.MOST and result.most is not None:
        yield result.most + 1, total.choices[result.most], ""
    elif result.ending in (Ending.BARS, Ending.COINS):
        for place, (says, count) in enumerate(zip(total.choices, result.bars, strict=True)):
            if count is not None:
                yield (says if total.is_by_coins else place + 1), says, count
        yield REST, "", result.rest
    else:
        yield "", "", ""


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RISKY) else cell
