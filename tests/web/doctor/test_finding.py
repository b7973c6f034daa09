"""How findings are summed up and written."""

from __future__ import annotations

import json

from safety.web.doctor import finding
from safety.web.doctor.finding import Finding, fine, look, wrong

FOUND = (
    fine("one", "It is well."),
    look("three", "It may be.", "Look."),
    wrong("two", "It is not.", "Do " + "it " * 60),
)


def test_only_a_fault_makes_the_status_one() -> None:
    """What only a person can judge stops no deployment; a fault does."""
    assert finding.status(FOUND[:2]) == finding.EXIT_FINE
    assert finding.status(FOUND) == finding.EXIT_WRONG


def test_lines_are_aligned_and_end_with_the_sum() -> None:
    """Each finding begins with its grade and check in columns; what to do stands behind what is so."""
    said = list(finding.lines(FOUND))
    assert said[0] == "fine   one    It is well."
    assert said[1] == "look   three  It may be. Look."
    assert all(line.startswith(" " * 14) for line in said[2].splitlines()[1:])
    assert max(len(line) for line in "\n".join(said).splitlines()) <= finding.WIDTH
    assert said[-1] == "1 wrong, 1 to look at, 1 fine."


def test_programs_get_all_of_it() -> None:
    """The JSON holds every finding whole, and the sums."""
    read = json.loads(finding.written(FOUND))
    assert [Finding(**one) for one in read["findings"]] == list(FOUND)
    assert (read["fine"], read["look"], read["wrong"]) == (1, 1, 1)
