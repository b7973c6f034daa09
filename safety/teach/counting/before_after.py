"""What a class, or several, believed before and after: numbers that may be shown, or how many answers are missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from safety.library.teach_schema import Belief, Step
from safety.teach.counting import randomised
from safety.teach.counting.randomised import Estimate, Said
from safety.teach.room.state import COINS

# The id of a belief, and before or after.
Key = tuple[str, Step]


@dataclass(frozen=True)
class Side:
    """Before, or after: what was sent, and what may be told of it."""

    when: Step
    said: Said

    @property
    def shown(self) -> Estimate | None:
        """The share that agrees; None while its margin is too wide to be shown."""
        if not randomised.enough(self.said.yes, self.said.answers):
            return None
        return randomised.estimate(self.said.yes, self.said.answers)

    @property
    def missing(self) -> int:
        """With how many more answers the share can surely be shown."""
        return 0 if self.shown else max(1, randomised.answers_needed() - self.said.answers)


@dataclass(frozen=True)
class Compared:
    """One belief, before and after."""

    belief: Belief
    before: Side
    after: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both, in their order."""
        return self.before, self.after

    @property
    def change(self) -> Estimate | None:
        """The change of the share; None while its own margin is too wide to be shown."""
        if self.before.shown is None or self.after.shown is None:
            return None
        found = randomised.change(self.before.shown, self.after.shown)
        return found if found.enough else None


def compare(said: Mapping[Key, Said], beliefs: Sequence[Belief]) -> tuple[Compared, ...]:
    """Every belief that was asked about, in the order of ``beliefs``."""
    return tuple(
        Compared(belief, *(Side(when, said.get((belief.id, when), Said(0, 0))) for when in COINS))
        for belief in beliefs
        if any((belief.id, when) in said for when in COINS)
    )
