"""docs/security.md lists every abuse case that is tested, and no other."""

from __future__ import annotations

from collections import Counter

from tests.attack import listing
from tests.attack.listing import DOCUMENT, TESTS, cases, known, written

AT_LEAST = 60


def test_the_document_lists_the_cases_as_they_are() -> None:
    """A case that is added, changed or gone shows in the table; ``python -m tests.attack.listing`` writes it."""
    document = DOCUMENT.read_text(encoding="utf-8")
    assert document.count(listing.BEGIN) == document.count(listing.END) == 1
    assert document == written(document), "run: python -m tests.attack.listing"


def test_there_are_many_cases_and_each_once() -> None:
    """Two tests of one abuse would make the list longer than it is."""
    counted = Counter(case.abuse for case in cases())
    assert {abuse: times for abuse, times in counted.items() if times > 1} == {}
    assert len(counted) >= AT_LEAST


def test_every_case_names_a_requirement_that_exists() -> None:
    """A number that OWASP ASVS 5.0.0 does not have, or only for level 3, is a claim about nothing."""
    assert [case for case in cases() if case.requirement not in known()] == []


def test_every_case_fits_into_the_table() -> None:
    """A bar or a line break would tear it, and an empty case says nothing."""
    assert [case for case in cases() if not case.abuse.strip() or set("|\n") & set(case.abuse)] == []


def test_every_mark_is_read() -> None:
    """A mark that is written in another way would be in no list."""
    files = [path for path in TESTS.rglob("test_*.py") if path.name != "test_listed.py"]
    marks = sum(path.read_text(encoding="utf-8").count("mark.attack(") for path in files)
    assert marks == len(cases())
