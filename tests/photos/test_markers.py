"""The walk over a JPEG finds all segments and everything between them."""

import pytest

from safety.photos.errors import CleanError
from safety.photos.formats.markers import EOI, GAP, SOS, Segment, walk
from safety.photos.source import BytesSource
from tests.photos import samples

SCAN = b"\xff\xda\0\x08\1\1\0\0\x3f\0"


def segments(content: bytes) -> list[Segment]:
    """All segments of a file in memory."""
    return list(walk(BytesSource(content)))


@pytest.mark.parametrize("file", [samples.jpeg(), samples.jpeg(progressive=True), samples.after_start(b"\xff\xff\xff")])
def test_segments_cover_the_file(file: bytes) -> None:
    """Without a byte between or twice."""
    at = 2
    for segment in segments(file):
        assert segment.start == at
        at = segment.end
    assert at == len(file)


def test_scan_ends_at_a_marker() -> None:
    """Stuffed bytes and restart marks belong to the scan; fill bytes before the marker do not."""
    coded = b"a\xff\0b\xff\xd3c"
    found = segments(b"\xff\xd8" + SCAN + coded + b"\xff\xff\xff\xd9")
    assert [segment.marker for segment in found] == [SOS, GAP, EOI]
    assert found[0].end == 2 + len(SCAN) + len(coded)
    assert found[1].size == 2


def test_scan_of_fill_bytes_only() -> None:
    """Stepping back over fill bytes stops at the header of the scan."""
    found = segments(b"\xff\xd8" + SCAN + b"\xff\xff\xff\xd9")
    assert found[0].size == len(SCAN)


def test_file_without_end() -> None:
    """The last scan goes on to the end of the file."""
    found = segments(b"\xff\xd8" + SCAN + b"abc\xff")
    assert [segment.marker for segment in found] == [SOS]
    assert found[0].size == len(SCAN) + 4


@pytest.mark.parametrize("cut", [b"\xff\xe1", b"\xff\xe1\0", b"\xff\xe1\0\x09abc"])
def test_cut_segment_is_marked(cut: bytes) -> None:
    """Wherever the file ends inside a segment."""
    found = segments(b"\xff\xd8" + cut)
    assert found[-1].is_cut
    assert found[-1].end == 2 + len(cut)


def test_impossible_length_is_damaged() -> None:
    """The length counts itself, so it is two at least."""
    with pytest.raises(CleanError) as caught:
        segments(b"\xff\xd8\xff\xe1\0\1")
    assert caught.value.code == "damaged"


def test_limit_counts_segments() -> None:
    """The limit can be shared between several pictures."""
    with pytest.raises(CleanError) as caught:
        list(walk(BytesSource(samples.jpeg()), 0, 3))
    assert caught.value.code == "too-many-parts"


def test_walk_ends_where_its_part_ends() -> None:
    """A stream inside a larger file: what follows it is not looked at, and its last segment can be cut."""
    file = samples.jpeg()
    source = BytesSource(file + samples.segment(0xFE, b"of the file around it"))
    inside = list(walk(source, end=len(file)))
    assert inside == segments(file)
    assert list(walk(source, end=len(file) - 2))[-1].end == len(file) - 2
    cut = list(walk(source, end=24))[-1]
    assert (cut.is_cut, cut.end) == (True, 24)
