"""What a check found, as a value; how findings are written for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

EXIT_FINE, EXIT_WRONG, EXIT_USAGE = 0, 1, 64
WIDTH: Final = 110


class Grade(StrEnum):
    """How bad it is: nothing, something only a person can judge, or a fault."""

    FINE = "fine"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """What ``check`` says, and what to do about it; '' where nothing is to be done. Never a secret."""

    check: str
    grade: Grade
    says: str
    do: str = ""


def fine(check: str, says: str) -> Finding:
    """Nothing to do."""
    return Finding(check, Grade.FINE, says)


def look(check: str, says: str, do: str) -> Finding:
    """Somebody has to look: it may be right, or it cannot be seen from here."""
    return Finding(check, Grade.LOOK, says, do)


def wrong(check: str, says: str, do: str) -> Finding:
    """It breaks a promise, or will."""
    return Finding(check, Grade.WRONG, says, do)


def status(findings: Iterable[Finding]) -> int:
    """The exit status of the command."""
    return EXIT_WRONG if any(found.grade is Grade.WRONG for found in findings) else EXIT_FINE


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The findings for people, in columns, and the sum."""
    found = tuple(findings)
    column = max((len(one.check) for one in found), default=0)
    for one in found:
        head = f"{one.grade:<5}  {one.check:<{column}}  "
        sentence = f"{one.says} {one.do}".rstrip()
        # An address or a line to paste stays whole.
        yield textwrap.fill(
            sentence, WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_long_words=False
        )
    yield ""
    yield summary(found)


def summary(findings: Iterable[Finding]) -> str:
    """How many of each grade."""
    count = Counter(one.grade for one in findings)
    return f"{count[Grade.WRONG]} wrong, {count[Grade.LOOK]} to look at, {count[Grade.FINE]} fine."


def written(findings: Iterable[Finding]) -> str:
    """The findings for programs: JSON."""
    found = tuple(findings)
    count = Counter(one.grade for one in found)
    sums = {str(grade): count[grade] for grade in Grade}
    return json.dumps({"findings": [asdict(one) for one in found], **sums}, indent=2)
