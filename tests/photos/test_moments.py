"""Moments are written as people read them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.photos.metadata.moments import compact_time, moment_text, readable_time


@given(st.integers(-62_135_596_800, 253_402_300_799))
def test_seconds_are_the_calendars(seconds: int) -> None:
    """From the year 1 to 9999 the same as the standard library's calendar."""
    moment = datetime(1970, 1, 1, tzinfo=UTC).toordinal() * 86_400 + seconds
    day = datetime.fromordinal(moment // 86_400)
    rest = moment % 86_400
    clock = f"{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    assert moment_text(seconds) == f"{day.year:04d}-{day.month:02d}-{day.day:02d} {clock} UTC"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("2024:01:31 10:20:30", "2024-01-31 10:20:30"),
        ("2024-01-31T10:20:30+02:00", "2024-01-31 10:20:30+02:00"),
        ("2024:01:31T10:20:30", "2024-01-31 10:20:30"),
        ("2024:01:31", "2024-01-31"),
        ("0000:00:00 00:00:00", ""),
        ("    :  :     :  :  ", ""),
        ("Thursday", "Thursday"),
        ("", ""),
    ],
)
def test_times_are_readable(raw: str, shown: str) -> None:
    """Dates with dashes; blanks and zeros say nothing."""
    assert readable_time(raw) == shown


@pytest.mark.parametrize(
    ("date", "clock", "shown"),
    [
        ("20240131", "102030+0200", "2024-01-31 10:20:30+0200"),
        ("20240131", "", "2024-01-31"),
        ("", "102030", "10:20:30"),
        ("soon", "late", "soon late"),
        ("", "", ""),
    ],
)
def test_compact_times_are_readable(date: str, clock: str, shown: str) -> None:
    """IPTC's digits get their dashes and colons."""
    assert compact_time(date, clock) == shown
