"""The libraries that are installed."""

from __future__ import annotations

import pytest

from safety.web.doctor import packages
from safety.web.doctor.finding import Grade

LIST = """\
# A comment, and hashes as pip writes them.
Flask==3.1.3 \\
    --hash=sha256:00
    # via something
psycopg[binary]==3.3.9
granian==2.8.7 ; sys_platform == 'linux' \\
    --hash=sha256:00
"""
SAME = {"Flask": "3.1.3", "psycopg": "3.3.9", "granian": "2.8.7"}


@pytest.mark.parametrize(
    ("installed", "python", "grades"),
    [
        (SAME, (3, 11), [Grade.FINE, Grade.FINE]),
        (SAME, (3, 10), [Grade.WRONG, Grade.FINE]),
        (SAME | {"Flask": "3.1.4"}, (3, 14), [Grade.FINE, Grade.LOOK]),
        ({"psycopg": "3.3.9", "granian": "2.8.7"}, (3, 11), [Grade.FINE, Grade.WRONG]),
        ({"Flask": "3.1.3", "psycopg": "3.3.9"}, (3, 11), [Grade.FINE, Grade.FINE]),
    ],
)
def test_what_is_installed_is_compared(installed: dict[str, str], python: tuple[int, int], grades: list[Grade]) -> None:
    """Another version is worth a look, a missing library is a fault, but not where the list asks for another system."""
    assert [one.grade for one in packages.check(LIST, installed, python)] == grades


def test_the_real_list_is_read() -> None:
    """Every library of the project's own list is found, and most are installed where the tests run."""
    text, installed = packages.gather()
    names = {name.lower() for name, _, _ in packages.pins(text)}
    assert {"flask", "werkzeug", "sqlalchemy", "pillow", "waitress"} <= names
    assert len(installed) > len(names) // 2
