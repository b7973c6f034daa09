"""The calendar file: any calendar can read it, and it tells nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.web.calendar import DAYS, After, At, reminders

NOW = datetime(2026, 11, 23, 12, 34, 56, tzinfo=UTC)
TOKEN = "0123456789abcdef0123456789abcdef"


def lines(file: bytes) -> list[str]:
    """The lines of the file as a calendar reads them: unfolded."""
    return re.sub(r"\r\n ", "", file.decode()).removesuffix("\r\n").split("\r\n")


@pytest.mark.parametrize(
    ("after", "day"),
    [
        (After.WEEK, "20261130"),
        (After.MONTH, "20261223"),
        (After.QUARTER, "20270222"),
        (After.HALF_YEAR, "20270524"),
        (After.YEAR, "20271123"),
    ],
)
def test_the_reminder_is_on_its_day(after: After, day: str) -> None:
    """One event that lasts a day, in a calendar of today's format."""
    read = lines(reminders([after], NOW, TOKEN, "Have a look at the list"))
    assert read[0] == "BEGIN:VCALENDAR"
    assert read[-1] == "END:VCALENDAR"
    assert "VERSION:2.0" in read
    assert f"DTSTART;VALUE=DATE:{day}" in read
    assert "DTSTAMP:20261123T123456Z" in read
    assert read.count("BEGIN:VEVENT") == read.count("END:VEVENT") == 1
    assert {"UID", "DTSTAMP"} <= {line.split(":")[0] for line in read}


@pytest.mark.parametrize(("at", "hour"), [(At.MORNING, 8), (At.NOON, 12), (At.EVENING, 19)])
def test_a_time_is_that_of_the_device(at: At, hour: int) -> None:
    """No zone and no Z: seven in the evening wherever the phone is; a quarter of an hour."""
    read = lines(reminders([After.WEEK], NOW, TOKEN, "Have a look at the list", at=at))
    assert f"DTSTART:20261130T{hour:02}0000" in read
    assert f"DTEND:20261130T{hour:02}1500" in read
    assert [line for line in read if "TZID" in line or "VALUE=DATE" in line] == []


@pytest.mark.parametrize("at", At)
def test_every_six_months_is_a_rule_that_any_calendar_can_follow(at: At) -> None:
    """RFC 5545: one RRULE, its first day is DTSTART, and every later one is a real day, at the month's end too."""
    for day in range(366):
        now = NOW + timedelta(days=day)
        read = lines(reminders([After.HALF_YEAR], now, TOKEN, "Have a look at the list", at=at, again=True))
        (rule,) = [line for line in read if line.startswith("RRULE")]
        weeks = int(re.fullmatch(r"RRULE:FREQ=WEEKLY;INTERVAL=(\d+)", rule)[1])  # type: ignore[index]  # as in RFC 5545
        assert weeks * 7 == DAYS[After.HALF_YEAR]
        (start,) = [line for line in read if line.startswith("DTSTART")]
        assert f"{now + timedelta(weeks=weeks):%Y%m%d}" in start


def test_a_reminder_comes_once_unless_asked_for() -> None:
    """Nothing repeats by surprise."""
    assert b"RRULE" not in reminders(list(After), NOW, TOKEN, "Have a look at the list", at=At.NOON)


def test_the_reminder_tells_nothing() -> None:
    """No name and no address of the site, no place, no alarm text, private, and it blocks no time."""
    file = reminders([After.WEEK], NOW, TOKEN, "Have a look at the list").decode().lower()
    for word in ("unshared", "http", "localhost", "privacy", "picture", "url", "location", "description", "organizer"):
        assert word not in file
    assert "class:private" in file
    assert "transp:transparent" in file


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300) | st.just("a\nb,c;d\\e"))
def test_any_title_gives_a_valid_file(title: str) -> None:
    """No line is longer than 75 bytes, none is broken inside a character, and the title comes back whole."""
    file = reminders([After.WEEK], NOW, TOKEN, title)
    assert file.endswith(b"\r\n")
    for line in file.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert line.decode()
    (summary,) = [line for line in lines(file) if line.startswith("SUMMARY:")]
    unescaped = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], summary.removeprefix("SUMMARY:"))
    assert unescaped == title


def test_a_title_cannot_add_lines() -> None:
    """A translation with a line break stays one line."""
    read = lines(reminders([After.WEEK], NOW, TOKEN, "a\nURL:https://example.org"))
    assert not [line for line in read if line.startswith("URL")]


def test_several_days_are_events_of_their_own() -> None:
    """One file holds them all, in order, and no calendar takes two of them for the same."""
    read = lines(reminders(list(After), NOW, TOKEN, "Have a look at the list"))
    starts = [line for line in read if line.startswith("DTSTART")]
    assert len(starts) == len(After)
    assert starts == sorted(starts)
    assert len({line for line in read if line.startswith("UID:")}) == len(After)
