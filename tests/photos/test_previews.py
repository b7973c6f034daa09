"""Pictures inside private blocks are found when they are whole, and only then."""

import pytest

from safety.photos.extents import Extents
from safety.photos.previews import find_pictures, report_pictures
from tests.photos import samples

PICTURE = samples.jpeg()


def test_whole_pictures_are_found() -> None:
    """Each of them, with what stands around it; one inside another one is part of it."""
    other = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + PICTURE))
    block = b"note" + PICTURE + b"\xff\xd8\xff" + other + b"end"
    first, second = 4, 4 + len(PICTURE) + 3
    assert list(find_pictures(block)) == [(first, first + len(PICTURE)), (second, second + len(other))]


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"\xff\xd8\xff",
        PICTURE[:-2],
        PICTURE[:200],
        samples.before_scan(b"garbage"),
        b"\xff\xd8\xff\xe0\0\4ab\xff\xd9",
        b"\xff\xd8\xff\xe0\0\0",
        b"\xff\xd8\xff\xd8\xff\xd9",
    ],
)
def test_what_is_no_whole_picture_is_none(block: bytes) -> None:
    """Cut, with garbage, without a scan, with a broken length."""
    assert list(find_pictures(block)) == []


def test_candidates_are_counted() -> None:
    """A block full of beginnings costs no more than sixteen of them."""
    assert list(find_pictures(b"\xff\xd8\xff\xe0\0\0" * 16 + PICTURE)) == []
    assert len(list(find_pictures(b"\xff\xd8\xff\xe0\0\0" * 15 + PICTURE))) == 1


def test_finding_says_where_the_picture_is() -> None:
    """So that a page can show it; a picture that is told already is left out."""
    (finding,) = report_pictures(b"ab" + PICTURE, "note", 5, Extents.at(1_000, len(PICTURE) + 2))
    assert (finding.code, finding.place.offset, finding.bytes) == ("thumbnail", 1_002, len(PICTURE))
    assert finding.embedded is not None
    assert finding.embedded.ranges == ((1_002, len(PICTURE)),)
    assert report_pictures(b"ab" + PICTURE, "note", 5, told=(2,)) == []
    (unseen,) = report_pictures(PICTURE, "inflated", 5)
    assert (unseen.embedded, unseen.place.offset) == (None, 5)
