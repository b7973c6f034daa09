"""What the checks of a visitor are called: whose each is, and which one of that kind. Nobody types a name."""

from __future__ import annotations

from safety.check.answers import Whose
from safety.check.progress import Progress


def names_of(progress: Progress) -> list[tuple[str, int]]:
    """'me' or 'child' for each check in order, with its number among those of that kind, from 1."""
    names: list[tuple[str, int]] = []
    for check in progress.checks:
        kind = "child" if check.answers.whose is Whose.CHILD else "me"
        names.append((kind, 1 + sum(name == kind for name, _ in names)))
    return names
