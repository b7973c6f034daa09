"""The lengths of the little charts beside the numbers. They say nothing that the table does not: they help the eye.

It writes no SVG: each is a place from the left in hundredths of the width, as the template's elements take it.
"""

from __future__ import annotations

from dataclasses import dataclass

from safety.teach.counting.randomised import Estimate

WHOLE = 100.0


@dataclass(frozen=True)
class Lane:
    """A share with its margin on a line from 0 to 100: where the margin begins and ends, and the share itself."""

    left: str
    right: str
    dot: str


def bar(count: int, of: int) -> str:
    """How long the bar of ``count`` is when ``of`` is the whole width."""
    return _place(count / of if of else 0.0)


def lane(estimate: Estimate) -> Lane:
    """Where to draw ``estimate``; what coins put beyond the ends is drawn at the end."""
    return Lane(_place(estimate.least), _place(estimate.most), _place(estimate.share))


def _place(share: float) -> str:
    return f"{min(WHOLE, max(0.0, share * WHOLE)):.1f}%"
