"""How far a check is, for somebody else's eyes: numbers by topic, without a name of any action.

Actions that are in the plan only because of what was said about other people or about one's own life are not counted.
So the numbers are the same whatever was answered there, and nobody can work it out from them.
"""

from __future__ import annotations

from dataclasses import dataclass

from safety.check.choose import Mark, Plan, Row
from safety.library.codes import Topic


@dataclass(frozen=True)
class Part:
    """One topic: how many of its actions count, and how many are done."""

    topic: Topic
    done: int
    total: int


@dataclass(frozen=True)
class Summary:
    """A plan in numbers."""

    parts: tuple[Part, ...]

    @property
    def done(self) -> int:
        """How many are done."""
        return sum(part.done for part in self.parts)

    @property
    def total(self) -> int:
        """How many count."""
        return sum(part.total for part in self.parts)


def summarise(plan: Plan) -> Summary:
    """The numbers of ``plan``, topic by topic; what was put aside as 'not for me' does not count."""
    shown = [row for row in plan.rows if not row.item.only and row.mark is not Mark.NOT_FOR_ME]
    parts = (_part(topic, [row for row in shown if row.item.topic is topic]) for topic in Topic)
    return Summary(tuple(part for part in parts if part.total))


def _part(topic: Topic, rows: list[Row]) -> Part:
    return Part(topic, sum(row.mark is Mark.DONE for row in rows), len(rows))
