"""Calendar reminders that tell nothing: a neutral title, no address, no name of this site.

A time of day is that of the device, wherever it is: it has no time zone. No alarm is asked for, since an alarm lights
up a screen that others may see; a calendar may still set its own.

Source: RFC 5545, sections 3.3.5, 3.3.10, 3.4, 3.6.1 and 3.8.5.3, checked 2026-11-23.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from flask import Response


class After(StrEnum):
    """How long from now."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


class At(StrEnum):
    """At what time of that day; without one it is a note for the whole day."""

    DAY = "day"
    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"


# What a form sends for a reminder every six months.
AGAIN = "every-half-year"
# Weeks, since not every month has a 31st: 26 of them are the days of half a year.
EVERY_HALF_YEAR = "RRULE:FREQ=WEEKLY;INTERVAL=26"
HOURS = {At.MORNING: 8, At.NOON: 12, At.EVENING: 19}
LENGTH = timedelta(minutes=15)
DAYS = {After.WEEK: 7, After.MONTH: 30, After.QUARTER: 91, After.HALF_YEAR: 182, After.YEAR: 365}
MAX_LINE_BYTES = 75


def reminders(
    waits: Sequence[After], now: datetime, token: str, title: str, *, at: At = At.DAY, again: bool = False
) -> bytes:
    """An iCalendar file with one event a wait. ``now`` is UTC; ``token`` makes it unlike any other.

    With ``again``, each event comes back every half a year.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reminder//EN"]
    for number, after in enumerate(waits, 1):
        start = now.date() + timedelta(days=DAYS[after])
        when = (*_when(start, at), *([EVERY_HALF_YEAR] if again else []))
        lines += _event(when, now, f"{token}-{number}", title)
    return "".join(_folded(line) + "\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def as_file(reminder: bytes) -> Response:
    """The answer that a browser keeps as a file."""
    response = Response(reminder, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="reminder.ics"'
    return response


def _when(day: date, at: At) -> tuple[str, str]:
    """The lines for the beginning and the end of an event on ``day``."""
    if at is At.DAY:
        return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    start = datetime.combine(day, time(HOURS[at]))
    return f"DTSTART:{start:%Y%m%dT%H%M%S}", f"DTEND:{start + LENGTH:%Y%m%dT%H%M%S}"


def _event(when: Sequence[str], now: datetime, token: str, title: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{token}"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield from when
    yield f"SUMMARY:{_escaped(title)}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    # Every way to end a line is one, and what no line may hold goes: a title begins no line of its own.
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) != "Cc")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """``line`` in pieces of at most 75 bytes, each further one behind a space."""
    pieces, piece = [], ""
    for character in line:
        if len((piece + character).encode()) >= MAX_LINE_BYTES:
            pieces.append(piece)
            piece = ""
        piece += character
    return "\r\n ".join([*pieces, piece])
