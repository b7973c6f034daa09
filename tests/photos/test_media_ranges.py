"""Ranges of media: put together in order, inside the media, and apart from those that go."""

import pytest

from safety.photos.base_media.media_ranges import MediaRanges, keep_media, merged
from safety.photos.errors import CleanError
from safety.photos.inplace import InPlace
from safety.photos.limits import MAX_KEPT_RANGES
from safety.photos.source import BytesSource


def ranges(*pairs: tuple[int, int]) -> MediaRanges:
    """Ranges in this order."""
    found = MediaRanges()
    for start, end in pairs:
        found.add(start, end)
    return found


def kept(*groups: MediaRanges, dropped: MediaRanges | None = None, media: tuple[tuple[int, int], ...]) -> list:
    """What stays of a file of a hundred bytes."""
    sheet = InPlace(BytesSource(bytes(100)))
    keep_media(groups, [dropped or ranges()], list(media), sheet)
    return sheet.kept_ranges()


def test_ranges_come_in_order() -> None:
    """However they were added; the first one is the one that was added first."""
    found = ranges((9, 12), (3, 5), (20, 21))
    assert list(found) == [(3, 5), (9, 12), (20, 21)]
    assert (found.first(), found.total_bytes) == ((9, 12), 6)
    assert ranges().first() is None


def test_neighbours_are_made_one() -> None:
    """Across tracks, with overlaps and empty ranges."""
    assert list(merged([ranges((0, 4), (8, 10), (10, 10)), ranges((4, 8), (5, 7), (20, 22), (30, 30))])) == [
        (0, 10),
        (20, 22),
    ]
    assert list(merged([])) == []


def test_media_of_several_boxes() -> None:
    """Each range is inside one of them."""
    found = kept(ranges((10, 20), (40, 50)), ranges((20, 30)), media=((10, 30), (40, 60)))
    assert found == [(10, 30), (40, 50)]


@pytest.mark.parametrize("pair", [(5, 11), (25, 45), (30, 40), (55, 61), (90, 95)])
def test_range_outside_the_media_is_damaged(pair: tuple[int, int]) -> None:
    """Before, behind, between and across."""
    with pytest.raises(CleanError, match="damaged"):
        kept(ranges(pair), media=((10, 30), (40, 60)))


@pytest.mark.parametrize("pair", [(5, 11), (19, 40), (12, 14), (0, 100)])
def test_range_that_a_dropped_track_claims_is_damaged(pair: tuple[int, int]) -> None:
    """One byte is enough: one of the two tables lies."""
    with pytest.raises(CleanError, match="damaged"):
        kept(ranges((10, 20)), dropped=ranges((1, 2), pair), media=((0, 100),))


def test_dropped_track_may_touch() -> None:
    """Chunks of two tracks follow each other without a gap."""
    assert kept(ranges((10, 20)), dropped=ranges((0, 10), (20, 30)), media=((0, 100),)) == [(10, 20)]


def test_too_many_ranges() -> None:
    """Each costs time and memory."""
    source = BytesSource(bytes(2 * MAX_KEPT_RANGES + 4))
    scattered = MediaRanges()
    scattered.extend(range(0, 2 * MAX_KEPT_RANGES + 2, 2), range(1, 2 * MAX_KEPT_RANGES + 3, 2))
    with pytest.raises(CleanError, match="too-many-parts"):
        keep_media([scattered], [], [(0, source.size)], InPlace(source))
