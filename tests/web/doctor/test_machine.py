"""The machine, by made-up facts and by what this one says."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from safety.web.doctor import machine
from safety.web.doctor.finding import Grade
from safety.web.doctor.machine import Machine

HEAD = "Filename\tType\tSize\tUsed\tPriority\n"
GOOD = Machine(HEAD, True, 4096, 0)
WANTED = 2100


def test_a_good_machine_is_fine() -> None:
    """Clock set, no swap, no crash files, enough connections."""
    assert {one.grade for one in machine.check(GOOD, WANTED)} == {Grade.FINE}


@pytest.mark.parametrize(
    ("check", "odd", "grade"),
    [
        ("clock", {"is_clock_set": False}, Grade.LOOK),
        ("clock", {"is_clock_set": None}, Grade.LOOK),
        ("swap", {"swaps": f"{HEAD}/swapfile file 2097148 0 -2\n"}, Grade.LOOK),
        ("swap", {"swaps": f"{HEAD}/dev/zram0 partition 2097148 0 100\n"}, Grade.FINE),
        ("swap", {"swaps": None}, Grade.LOOK),
        ("crash files", {"core_bytes": -1}, Grade.LOOK),
        ("crash files", {"core_bytes": None}, Grade.LOOK),
        ("open files", {"open_files": 1024}, Grade.WRONG),
        ("open files", {"open_files": -1}, Grade.FINE),
        ("open files", {"open_files": None}, Grade.FINE),
    ],
)
def test_each_fact_is_judged_by_itself(check: str, odd: dict[str, object], grade: Grade) -> None:
    """One odd fact changes one finding."""
    found = {one.check: one.grade for one in machine.check(replace(GOOD, **odd), WANTED)}  # type: ignore[arg-type]  # fields of the table
    assert found[check] is grade
    assert {grade for name, grade in found.items() if name != check} == {Grade.FINE}


@pytest.mark.parametrize(
    ("seconds", "grade", "word"),
    [
        (0.4, Grade.FINE, "agrees"),
        (-59.0, Grade.FINE, "agrees"),
        (90.0, Grade.WRONG, "ahead"),
        (-90.0, Grade.WRONG, "behind"),
    ],
)
def test_clocks_are_compared(seconds: float, grade: Grade, word: str) -> None:
    """A minute apart is a fault, and it says which one is ahead."""
    found = machine.apart("outside clock", "The other", seconds)
    assert found.grade is grade
    assert word in found.says


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says all of it")
def test_this_machine_says_something() -> None:
    """The system calls answer: none of the facts is missing."""
    said = machine.gather()
    assert said.is_clock_set in (True, False)
    assert said.open_files is not None
    assert said.core_bytes is not None
    assert said.swaps is None or said.swaps.startswith("Filename")
