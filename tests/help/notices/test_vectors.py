"""The vectors that the browser replays are what Python makes of the samples today."""

from __future__ import annotations

import json

from safety.library.codes import NoticeKind
from safety.library.schema import Library
from tests.help.notices.vectors import FILE, written


def test_python_still_gives_the_vectors(library: Library) -> None:
    """A changed sentence or rule is written anew with `python -m tests.help.notices.vectors`, and so seen."""
    assert FILE.read_text(encoding="utf-8") == written(library)


def test_the_vectors_hold_every_kind_and_every_ending(library: Library) -> None:
    """Each kind is there whole, stopped where it can be, and refused."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    assert {case["kind"] for case in told if "text" in case} == {kind.value for kind in NoticeKind}
    stops = {notice.id for notice in library.notices if notice.stops}
    assert {case["kind"] for case in told if case["verdict"]["stop"] >= 0} == stops
    codes = {code for case in told for _, code, _ in case["verdict"]["faults"]}
    assert codes == {"too-long", "too-many", "no-link", "no-email", "no-age", "no-child-age"}
