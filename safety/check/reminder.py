"""A calendar reminder that tells nothing: a neutral title, no address, no name of this site.

Source: RFC 5545, sections 3.4 and 3.6.1, checked 2026-11-23.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum


class After(StrEnum):
    """How long from now."""

    WEEK = "week"
    MONTH = "month"
    HALF_YEAR = "half-year"


DAYS = {After.WEEK: 7, After.MONTH: 30, After.HALF_YEAR: 182}
MAX_LINE_BYTES = 75


def reminder(after: After, now: datetime, token: str, title: str) -> bytes:
    """An iCalendar file with one all-day event. ``now`` is UTC; ``token`` makes it unlike any other."""
    day: date = now.date() + timedelta(days=DAYS[after])
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminder//EN",
        "BEGIN:VEVENT",
        f"UID:{token}",
        f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(title)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(_folded(line) + "\r\n" for line in lines).encode()


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
