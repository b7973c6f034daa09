"""JPEG inside a TIFF keeps its frames, tables and scans at their place, and nothing else."""

import pytest

from safety.photos.errors import CleanError
from safety.photos.formats.tiff_jpeg import JpegStreams
from safety.photos.limits import MAX_JPEG_SEGMENTS
from safety.photos.plan import Draft
from safety.photos.source import BytesSource
from tests.photos import samples

SEGMENT = samples.segment
STREAM = samples.jpeg()
SCAN = STREAM.index(b"\xff\xda")


class Streams(JpegStreams):
    """The streams of one block of bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.draft = Draft(BytesSource(content))
        super().__init__(self.draft.source, self.draft)

    def result(self) -> bytes:
        """The block with everything that is not kept as zeros."""
        self.finish()
        kept = bytearray(len(self.content))
        for start, end in self.kept:
            kept[start:end] = self.content[start:end]
        return bytes(kept)

    @property
    def codes(self) -> list[str]:
        """Codes of the findings."""
        return [finding.code for finding in self.draft.findings]


def strip_of(content: bytes) -> Streams:
    """One strip of these bytes."""
    streams = Streams(content)
    streams.take_strip(0, len(content))
    return streams


def without_jfif(file: bytes) -> bytes:
    """A JPEG as libtiff writes it, without APP0."""
    return file[:2] + file[20:]


def test_plain_stream_stays() -> None:
    """Every byte of it, and without a finding."""
    for stream in (STREAM, without_jfif(STREAM), samples.jpeg(progressive=True), STREAM[:-2]):
        streams = strip_of(stream)
        assert streams.result() == stream
        assert streams.codes == []


@pytest.mark.parametrize(
    ("marker", "code"), [(0xFE, "comment"), (0xE1, "vendor-data"), (0xE5, "vendor-data"), (0xEB, "vendor-data")]
)
def test_segment_becomes_zero_at_its_place(marker: int, code: str) -> None:
    """Its marker and length stay, so that decoders pass over it; cleaning it again finds nothing."""
    content = samples.after_start(SEGMENT(marker, samples.SECRET))
    streams = strip_of(content)
    emptied = samples.after_start(SEGMENT(marker, bytes(len(samples.SECRET))))
    assert streams.result() == emptied
    assert streams.codes == [code]
    assert streams.reported == [(6, 6 + len(samples.SECRET))]
    again = strip_of(emptied)
    assert again.result() == emptied
    assert again.codes == []


def test_numbers_of_jfif_and_adobe_stay() -> None:
    """Density and colour transform; what stands behind them goes."""
    jfif = b"JFIF\0\1\1\0\0\1\0\1"
    adobe = b"Adobe\0\x64\0\0\0\0\1"
    content = samples.after_start(
        SEGMENT(0xE0, jfif + b"\1\1abc") + SEGMENT(0xEE, adobe + b"abc"), without_jfif(STREAM)
    )
    streams = strip_of(content)
    assert streams.result() == samples.after_start(
        SEGMENT(0xE0, jfif + bytes(5)) + SEGMENT(0xEE, adobe + bytes(3)), without_jfif(STREAM)
    )
    assert streams.codes == ["thumbnail", "hidden-bytes"]


def test_fill_bytes_stay_and_garbage_goes() -> None:
    """Decoders pass over both."""
    content = samples.before_scan(b"\xff\xff" + SEGMENT(0xFE, b"") + b"garbage")
    assert strip_of(content).result() == content.replace(b"garbage", bytes(7))


def test_long_garbage_is_not_read() -> None:
    """It goes like a short one."""
    content = samples.before_scan(b"g" * 100_000)
    assert strip_of(content).result() == samples.before_scan(bytes(100_000))


def test_what_follows_the_end_goes() -> None:
    """Also when it is a picture of its own."""
    assert strip_of(STREAM + STREAM).result() == STREAM + bytes(len(STREAM))


def test_tables_need_no_picture() -> None:
    """A strip does."""
    tables = STREAM[: STREAM.index(b"\xff\xc0")] + b"\xff\xd9"
    streams = Streams(tables)
    streams.take_tables(0, len(tables))
    assert streams.result() == tables
    with pytest.raises(CleanError, match="damaged"):
        strip_of(tables)


def test_stream_is_walked_once() -> None:
    """However many pages point to it; but streams that overlap would make the work endless."""
    streams = Streams(STREAM)
    for _ in range(MAX_JPEG_SEGMENTS):
        streams.take_strip(0, len(STREAM))
    assert streams.result() == STREAM
    with pytest.raises(CleanError, match="damaged"):
        streams.take_strip(0, len(STREAM) - 1)


def test_old_strips_begin_inside_a_scan() -> None:
    """The header stands apart; what follows the coded bytes is walked over."""
    header, coded = STREAM[: SCAN + 14], STREAM[SCAN + 14 : -2]
    content = header + b"\0\0" + coded + SEGMENT(0xFE, samples.SECRET) + b"\xff\xd9" + b"rest"
    streams = Streams(content)
    streams.take_old([(len(header) + 2, len(content)), (0, len(header))])
    emptied = SEGMENT(0xFE, bytes(len(samples.SECRET)))
    assert streams.result() == header + b"\0\0" + coded + emptied + b"\xff\xd9" + bytes(4)
    assert streams.codes == ["comment"]


def test_old_strips_inside_their_stream_are_part_of_it() -> None:
    """Overlapping spans are one stream; those that touch are two."""
    content = samples.after_start(SEGMENT(0xFE, samples.SECRET)) + STREAM
    streams = Streams(content)
    middle = len(content) - len(STREAM)
    streams.take_old([(0, middle), (2, 60), (0, 4), (middle, len(content)), (9, 9)])
    assert streams.result() == content.replace(samples.SECRET, bytes(len(samples.SECRET)))


BROKEN = {
    "no start": (b"\xff\xdb" + STREAM, "damaged"),
    "one byte": (b"\xff", "damaged"),
    "no scan": (STREAM[:SCAN], "damaged"),
    "table too long": (samples.before_scan(SEGMENT(0xDB, bytes(66))), "damaged"),
    "cut segment": (STREAM[:SCAN] + b"\xff\xfe\0\x10ab", "damaged"),
    "second start": (samples.before_scan(b"\xff\xd8"), "damaged"),
    "reserved marker": (samples.before_scan(SEGMENT(0x02, b"")), "damaged"),
    "extension": (samples.before_scan(SEGMENT(0xF0, b"")), "damaged"),
    "garbage behind a scan": (samples.before_end(SEGMENT(0xFE, b"") + b"garbage"), "damaged"),
    "temporary marker behind a scan": (samples.before_end(b"\xff\x01"), "damaged"),
    "jpeg-ls": (samples.before_scan(SEGMENT(0xF7, bytes(9))), "unsupported-variant"),
    "too many segments": (samples.before_scan(SEGMENT(0xFE, b"") * MAX_JPEG_SEGMENTS), "too-many-parts"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_understood_is_refused(name: str) -> None:
    """And so is what decoders stop at."""
    content, code = BROKEN[name]
    with pytest.raises(CleanError) as caught:
        strip_of(content)
    assert caught.value.code == code
