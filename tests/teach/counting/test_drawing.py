"""The charts are as long as the numbers say, and stay inside their frame."""

from __future__ import annotations

import pytest

from safety.teach.counting import drawing
from safety.teach.counting.randomised import Estimate


@pytest.mark.parametrize(("count", "of", "length"), [(0, 9, "0.0%"), (3, 9, "33.3%"), (9, 9, "100.0%"), (1, 0, "0.0%")])
def test_a_bar_is_its_share(count: int, of: int, length: str) -> None:
    """Nobody is nothing, all are the whole width."""
    assert drawing.bar(count, of) == length


def test_a_lane_shows_share_and_margin() -> None:
    """The dot is in the middle of its line."""
    assert drawing.lane(Estimate(0.5, 0.125)) == drawing.Lane("37.5%", "62.5%", "50.0%")


@pytest.mark.parametrize("share", [-0.5, 1.4])
def test_a_lane_ends_where_shares_end(share: float) -> None:
    """What coins put beyond the ends is drawn at the end."""
    lane = drawing.lane(Estimate(share, 0.2))
    assert {lane.left, lane.right, lane.dot} == {"0.0%" if share < 0 else "100.0%"}
