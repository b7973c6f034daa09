"""The rules of the tools for a talk: each gives faults, never a changed record.

What is printed has a size: so many sentences on the one page of an agreement, so many words on a card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from safety.library.document import Document, Region
from safety.library.faults import Fault
from safety.library.talk_codes import CardFor, TalkAge
from safety.library.talk_tools_schema import (
    Agreement,
    Card,
    Cards,
    Clause,
    Kind,
    MySay,
    Piece,
    Question,
    SamePage,
    Tell,
)

ToolRecord = SamePage | Agreement | Cards | MySay | Tell
Row = Question | Clause | Card | Kind | Piece
# Who can answer alone, in private.
SAME_PAGE_AGES = (TalkAge.FROM_8, TalkAge.FROM_11, TalkAge.FROM_13, TalkAge.FROM_16)
QUESTIONS = 6
CHOICES = (3, 4)
CLAUSES = (6, 12)
CLAUSE_CHARACTERS = 110
CARD_LINES = (3, 5)
CARD_TITLE_CHARACTERS, CARD_CHARACTERS = 36, 260
KINDS = (6, 12)
KIND_CHARACTERS = 28
PIECES = (3, 10)
ROW_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def of_tool(document: Document, tool: ToolRecord) -> Iterator[Fault]:
    """The faults of one tool: its rows, and what has to fit on paper."""
    for key, rows in tables(tool).items():
        regions = document.region.tables(key)
        yield from _rows(document, key, rows, regions)
    match tool:
        case SamePage():
            yield from _same_page(document, tool)
        case Agreement():
            yield from _number(document, "clauses", len(tool.clauses), CLAUSES)
        case Cards():
            yield from _cards(document, tool)
        case MySay():
            yield from _my_say(document, tool)
        case Tell():
            for key in ("who", "much", "needs"):
                yield from _number(document, key, len(getattr(tool, key)), PIECES)


def tables(tool: ToolRecord) -> dict[str, Sequence[Row]]:
    """The rows of ``tool``, by the name of their table."""
    match tool:
        case SamePage():
            return {"questions": tool.questions}
        case Agreement():
            return {"clauses": tool.clauses}
        case Cards():
            return {"cards": tool.cards}
        case MySay():
            return {"kinds": tool.kinds}
        case Tell():
            return {"who": tool.who, "much": tool.much, "needs": tool.needs}


def texts(tool: ToolRecord) -> tuple[str, ...]:
    """All that ``tool`` says to its readers."""
    said = [text for rows in tables(tool).values() for row in rows for text in _said(row)]
    always = (tool.always,) if isinstance(tool, MySay) else ()
    return (tool.title, tool.lead, *always, *said)


def _said(row: Row) -> tuple[str, ...]:
    match row:
        case Question():
            return (row.asks, *row.choices, row.talk)
        case Clause():
            return (row.topic, row.says, row.young)
        case Card():
            return (row.title, *row.lines)
        case Piece():
            return (row.label, row.says)
        case Kind():
            return (row.says,)


def _rows(document: Document, key: str, rows: Sequence[Row], regions: tuple[Region, ...]) -> Iterator[Fault]:
    ids = [row.id for row in rows]
    for row, region in zip(rows, regions, strict=False):
        if not ROW_ID.fullmatch(row.id):
            yield document.fault(region.line_of("id"), f"{row.id!r} is no id.", "small letters, figures and -")
        if ids.count(row.id) > 1:
            yield document.fault(region.line_of("id"), f"{row.id} is there twice.", "another id")
        if not all(_said(row)):
            yield document.fault(region.start, f"A text of {row.id} is empty.", "words, or no row")
        yield from _row(document, row, region)


def _row(document: Document, row: Row, region: Region) -> Iterator[Fault]:
    """The faults of one row by itself: what is too long, too few or too many."""
    match row:
        case Question():
            yield from _number(document, "choices", len(row.choices), CHOICES, region)
        case Clause():
            for key in ("says", "young"):
                yield from _length(document, region, key, len(getattr(row, key)), CLAUSE_CHARACTERS)
        case Card():
            yield from _number(document, "lines", len(row.lines), CARD_LINES, region)
            yield from _length(document, region, "title", len(row.title), CARD_TITLE_CHARACTERS)
            yield from _length(document, region, "lines", sum(map(len, row.lines)), CARD_CHARACTERS)
        case Kind():
            yield from _length(document, region, "says", len(row.says), KIND_CHARACTERS)


def _length(document: Document, region: Region, key: str, found: int, most: int) -> Iterator[Fault]:
    if found > most:
        yield document.fault(region.line_of(key), f"{key} has {found} characters.", f"at most {most}: it is printed")


def _number(
    document: Document, key: str, found: int, limits: tuple[int, int], region: Region | None = None
) -> Iterator[Fault]:
    fewest, most = limits
    if not fewest <= found <= most:
        line = (region or document.region).line_of(key)
        yield document.fault(line, f"There are {found} {key}.", f"{fewest} to {most}")


def _same_page(document: Document, tool: SamePage) -> Iterator[Fault]:
    for age in TalkAge:
        found = sum(age in question.ages for question in tool.questions)
        wanted = QUESTIONS if age in SAME_PAGE_AGES else 0
        if found != wanted:
            line = document.region.line_of("questions")
            yield document.fault(line, f"The age {age} has {found} questions.", f"{wanted} of them")


def _cards(document: Document, tool: Cards) -> Iterator[Fault]:
    together = [who for who, _ in groupby(card.who for card in tool.cards)]
    line = document.region.line_of("cards")
    for who in CardFor:
        if together.count(who) != 1:
            what = f"The cards for {who} are missing, or do not stand together."
            yield document.fault(line, what, f'[[cards]] with who = "{who}", one after the other')


def _my_say(document: Document, tool: MySay) -> Iterator[Fault]:
    yield from _number(document, "kinds", len(tool.kinds), KINDS)
    drawings = [kind.drawing for kind in tool.kinds]
    if len(set(drawings)) < len(drawings):
        line = document.region.line_of("kinds")
        yield document.fault(line, "A drawing stands for two kinds.", "a drawing of its own for each")
