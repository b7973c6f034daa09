"""Calendar reminders that tell nothing: a neutral title, no address, no name of this site.

Source: RFC 5545, sections 3.4 and 3.6.1, checked 2026-11-23.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from flask import Response


class After(StrEnum):
    """How long from now."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


DAYS = {After.WEEK: 7, After.MONTH: 30, After.QUARTER: 91, After.HALF_YEAR: 182, After.YEAR: 365}
MAX_LINE_BYTES = 75


def reminders(waits: Sequence[After], now: datetime, token: str, title: str) -> bytes:
    """An iCalendar file with one all-day event a wait. ``now`` is UTC; ``token`` makes it unlike any other."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reminder//EN"]
    for number, after in enumerate(waits, 1):
        lines += _event(after, now, f"{token}-{number}", title)
    return "".join(_folded(line) + "\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def as_file(reminder: bytes) -> Response:
    """The answer that a browser keeps as a file."""
    response = Response(reminder, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="reminder.ics"'
    return response


def _event(after: After, now: datetime, token: str, title: str) -> Iterator[str]:
    day: date = now.date() + timedelta(days=DAYS[after])
    yield "BEGIN:VEVENT"
    yield f"UID:{token}"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(title)}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """``line`` in pieces of at most 75 bytes, each further one behind a space."""
    pieces, piece = [], ""
    for character in line:
        if len((piece + character).encode()) >= MAX_LINE_BYTES:
            pieces.append(piece)
            piece = ""
        piece += character
    return "\r\n ".join([*pieces, piece])
