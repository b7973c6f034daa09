"""The table of abuse cases in docs/security.md, made from the marks of the tests: ``python -m tests.attack.listing``.

A case is a test function with ``@pytest.mark.attack("V<number>", "what the attacker does")`` above it.
The tests are read, not run, so the table is the same whatever programs a machine has.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from safety.config import ROOT

FOLDER = Path(__file__).parent
TESTS = FOLDER.parent
DOCUMENT = ROOT / "docs" / "security.md"
REQUIREMENTS = FOLDER / "requirements.txt"
BEGIN, END = "<!-- cases -->\n", "<!-- end of cases -->\n"
HEAD = "| requirement | what the attacker does | test |\n| --- | --- | --- |\n"
_TABLE = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)


class Case(NamedTuple):
    """One abuse: the requirement it is tried against, what the attacker does, and the test that tries it."""

    requirement: str
    abuse: str
    file: str
    test: str

    def row(self) -> str:
        """Its line of the table."""
        return f"| {self.requirement} | {self.abuse} | `{self.file}` {self.test.removeprefix('test_')} |\n"


def cases() -> tuple[Case, ...]:
    """All cases, in the order of the requirements."""
    found = (case for path in TESTS.rglob("test_*.py") for case in _cases_in(path))
    return tuple(sorted(found, key=lambda case: (_number(case.requirement), case)))


def known() -> frozenset[str]:
    """The numbers of all requirements of OWASP ASVS 5.0.0 of levels 1 and 2."""
    return frozenset(REQUIREMENTS.read_text(encoding="ascii").split())


def written(document: str) -> str:
    """``document`` with the table as it should be."""
    table = BEGIN + HEAD + "".join(case.row() for case in cases()) + END
    # A function, since a case may hold a backslash.
    return _TABLE.sub(lambda found: table, document)


def _cases_in(path: Path) -> Iterator[Case]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for mark in getattr(node, "decorator_list", ()):
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.attack":
                requirement, abuse = (ast.literal_eval(argument) for argument in mark.args)
                yield Case(requirement, abuse, path.relative_to(TESTS).as_posix(), node.name)


def _number(requirement: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", requirement)))


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
