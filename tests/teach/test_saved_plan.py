"""A plan as a file: what is written can be read, and anything else is refused calmly and whole."""

from __future__ import annotations

import json
from typing import Any

import pytest

from safety.library.schema import Library
from safety.teach.plan import from_code
from safety.teach.saved_plan import MAX_BYTES, NotAPlan, Refused, read, written

GOOD: dict[str, Any] = {
    "format": "unshared-workshop",
    "version": 1,
    "group": "13-15",
    "minutes": 30,
    "devices": "none",
    "activities": [{"id": "welcome", "minutes": 5}, {"id": "stories", "minutes": 14}, {"id": "close", "minutes": 6}],
}
DEEP = b"[" * 8000


def why(content: bytes, library: Library) -> Refused:
    """Why ``content`` is refused."""
    with pytest.raises(NotAPlan) as refused:
        read(content, library)
    return refused.value.why


@pytest.mark.parametrize("code", ["8-10-30-none", "13-15-90-devices", "parents-60-none", "healthy-sharing-45"])
def test_what_is_written_can_be_read(library: Library, code: str) -> None:
    """The same plan comes back, and the same bytes from it."""
    plan = from_code(library, code)
    assert plan is not None
    assert read(written(plan), library) == plan
    assert written(read(written(plan), library)) == written(plan)


def test_the_file_is_as_documented(library: Library) -> None:
    """Six keys, activities with two each, and nothing about people."""
    plan = read(json.dumps(GOOD).encode(), library)
    assert json.loads(written(plan)) == GOOD


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "other"}, {"version": True}, {"version": "1"}, {"version": 0}, {"group": "17"}, {"group": ["13-15"]},
        {"group": None}, {"minutes": 31}, {"minutes": 30.0}, {"minutes": "30"}, {"minutes": True}, {"devices": "all"},
        {"devices": {}}, {"activities": {}}, {"activities": None}, {"activities": ["welcome"]},
        {"activities": [{"id": "welcome"}]}, {"activities": [{"id": 1, "minutes": 5}]},
        {"activities": [{"id": "welcome", "minutes": "5"}]}, {"activities": [{"id": "welcome", "minutes": True}]},
        {"activities": [{"id": "welcome", "minutes": 5, "name": "x"}]}, {"activities": GOOD["activities"] * 20},
        {"name": "a teacher"},
    ],
)  # fmt: skip
def test_another_shape_is_no_plan(library: Library, changes: dict[str, Any]) -> None:
    """A key more, a word of the wrong kind, a number that is none."""
    assert why(json.dumps(GOOD | changes).encode(), library) is Refused.NO_PLAN


@pytest.mark.parametrize("key", GOOD)
def test_a_missing_key_is_no_plan(library: Library, key: str) -> None:
    """Nothing is filled in by guessing."""
    record = {name: value for name, value in GOOD.items() if name != key}
    assert why(json.dumps(record).encode(), library) is Refused.NO_PLAN


@pytest.mark.parametrize(
    "activities",
    [
        [],
        [{"id": "none", "minutes": 5}],
        [{"id": "welcome", "minutes": 5}, {"id": "staff-plan", "minutes": 15}, {"id": "close", "minutes": 6}],
        [{"id": "welcome", "minutes": -5}, {"id": "close", "minutes": 6}],
        [{"id": "welcome", "minutes": 10**30}, {"id": "close", "minutes": 6}],
        [{"id": "stories", "minutes": 14}],
    ],
)
def test_unknown_activities_and_places_are_named(library: Library, activities: list[dict[str, Any]]) -> None:
    """A plan of another site, or one without the rules and the help."""
    assert why(json.dumps(GOOD | {"activities": activities}).encode(), library) is Refused.UNKNOWN


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{", b"null", b"[]", b"1", DEEP, b"PK\x03\x04", b"NaN", b"\x00" * 9])
def test_other_files_are_no_plan(library: Library, content: bytes) -> None:
    """Pictures, archives, broken text, a hundred brackets."""
    assert why(content, library) is Refused.NO_PLAN


def test_empty_large_and_newer_files_say_so(library: Library) -> None:
    """Each with a reason of its own."""
    assert why(b"", library) is Refused.EMPTY
    assert why(b" " * (MAX_BYTES + 1), library) is Refused.LARGE
    assert why(json.dumps(GOOD | {"version": 2, "more": 1}).encode(), library) is Refused.NEWER


def test_a_file_cut_at_any_length_is_refused(library: Library) -> None:
    """Half a plan is none."""
    whole = json.dumps(GOOD).encode()
    for length in range(1, len(whole)):
        assert why(whole[:length], library) is Refused.NO_PLAN
