"""Strips and tiles keep what their pixels need, and their entries say so."""

import pytest

from safety.photos import Ending, clean_bytes
from safety.photos.errors import CleanError
from safety.photos.formats.tiff_directory import TiffReader
from safety.photos.formats.tiff_jpeg import JpegStreams
from safety.photos.formats.tiff_layout import read_layout
from safety.photos.formats.tiff_parts import PartKeeper
from safety.photos.formats.tiff_sheet import TiffSheet
from safety.photos.plan import Draft
from safety.photos.source import BytesSource
from tests.photos import samples
from tests.photos.endings import cleaned
from tests.photos.reading import frames_of
from tests.photos.tiff_samples import (
    LONG,
    SHORT,
    Entries,
    Parts,
    Sized,
    Writer,
    entries_of,
    old_jpeg_page,
    page,
    tiff,
    value_at,
)

NUMBERS = Writer()
ROWS = samples.picture().tobytes()
STRIPS = [ROWS[at : at + 288] for at in range(0, len(ROWS), 288)]


def sizes_of(file: bytes) -> list[int]:
    """The numbers of StripByteCounts."""
    _, count, inline = entries_of(file)[279]
    if count == 1:
        return [int.from_bytes(inline, "little")]
    start = value_at(file, 279)
    return [int.from_bytes(file[at : at + 4], "little") for at in range(start, start + 4 * count, 4)]


def test_size_that_claims_too_much_is_set_right() -> None:
    """So that readers do not look for bytes that are not there any more."""
    file = tiff(page(strips=[*STRIPS[:3], STRIPS[3] + b"hidden"]))
    assert sizes_of(cleaned(file)) == [288, 288, 288, 288]
    assert frames_of(cleaned(file)) == frames_of(file)


def test_size_that_claims_too_little_is_not_believed() -> None:
    """Readers show all rows, so all rows stay."""
    file = tiff(page({279: (LONG, NUMBERS.longs(288, 9, 0, 288))}))
    assert cleaned(file) == file


def test_missing_sizes_are_computed() -> None:
    """Of pixels that are not compressed."""
    file = tiff({tag: entry for tag, entry in page().items() if tag != 279})
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content) == (Ending.ALREADY_CLEAN, file)


def test_strips_that_no_pixel_needs_go() -> None:
    """With their offsets; one that is left fits into its entry."""
    four = tiff(page(strips=[*STRIPS, b"hidden", b"hidden too"]))
    found = entries_of(cleaned(four))
    assert (found[273][1], found[279][1]) == (4, 4)
    one = tiff(page({278: (SHORT, NUMBERS.shorts(16))}, strips=[ROWS, b"hidden"]))
    found = entries_of(cleaned(one))
    assert found[273] == (LONG, 1, NUMBERS.longs(one.index(ROWS)))
    assert found[279] == (LONG, 1, NUMBERS.longs(1152))
    assert b"hidden" not in cleaned(one)


def test_empty_strip_has_no_offset() -> None:
    """It could say anything; a file may leave out strips that are all the same."""
    compressed: Entries = {259: (SHORT, NUMBERS.shorts(8))}
    file = tiff(
        page({**compressed, 273: (LONG, NUMBERS.longs(8, 77, 2**30, 8)), 279: (LONG, NUMBERS.longs(6, 0, 0, 6))})
    )
    content = cleaned(file)
    start = value_at(content, 273)
    assert content[start : start + 16] == NUMBERS.longs(8, 0, 0, 8)
    sparse = tiff(page({273: (LONG, NUMBERS.longs(0, 0, 0, 0)), 279: (LONG, NUMBERS.longs(0, 0, 0, 0))}))
    assert cleaned(sparse) == sparse


def test_more_sizes_than_offsets_are_cut() -> None:
    """Only those of a strip mean something."""
    file = tiff(page({279: (LONG, NUMBERS.longs(288, 288, 288, 288, 7, 7))}))
    assert entries_of(cleaned(file))[279][1] == 4


def kept_of(entries: Entries) -> tuple[bytes, list[tuple[int, int]]]:
    """The file of one page, and the start and end of what its parts keep, sorted."""
    file = tiff(entries)
    source = BytesSource(file)
    draft = Draft(source)
    reader, sheet, streams = TiffReader(source), TiffSheet(source), JpegStreams(source, draft)
    found = reader.pages()[0]
    kept: list[tuple[int, int]] = []
    sheet.keep = lambda start, end: kept.append((start, end))  # type: ignore[method-assign]  # a fake that writes down
    PartKeeper(source, reader, sheet, streams).take(found, read_layout(reader, found))
    return file, sorted([*kept, *streams.kept])


def test_old_jpeg_tables_have_their_own_length() -> None:
    """64 bytes of quantisation; 16 counts and as many codes as they say."""
    quantisation, codes = bytes(range(64)), bytes([0, 2, 1, *13 * [0]]) + b"abc"
    entries = page(strips=[b"coded"])
    entries |= {
        259: (SHORT, NUMBERS.shorts(6)),
        277: (SHORT, NUMBERS.shorts(1)),
        278: (SHORT, NUMBERS.shorts(16)),
        519: (LONG, Parts((quantisation + b"not this",))),
        520: (LONG, Parts((codes + b"nor this",))),
        521: (LONG, Parts((codes[:16] + b"xyz" + b"nor this",))),
    }
    file, kept = kept_of(entries)
    contents = [file[start:end] for start, end in kept]
    assert sorted(contents) == sorted([b"coded", quantisation, codes, codes[:16] + b"xyz"])


def test_old_jpeg_needs_no_strips() -> None:
    """The interchange stream is a picture by itself."""
    stream = samples.jpeg()[:2] + samples.jpeg()[20:]
    entries = {tag: entry for tag, entry in old_jpeg_page(stream).items() if tag not in (273, 279)}
    file, kept = kept_of(entries)
    assert b"".join(file[start:end] for start, end in kept) == stream


@pytest.mark.parametrize(
    "entries",
    [
        {**old_jpeg_page(samples.jpeg()), 514: (LONG, NUMBERS.longs(0))},
        {tag: entry for tag, entry in old_jpeg_page(samples.jpeg()).items() if tag != 514},
        {tag: entry for tag, entry in old_jpeg_page(samples.jpeg()).items() if tag not in (513, 279)},
        page({273: (LONG, Sized(0, b""))}),
    ],
)
def test_parts_without_a_size_are_damaged(entries: Entries) -> None:
    """An interchange stream that could end anywhere, and strips that are none."""
    with pytest.raises(CleanError, match="damaged"):
        kept_of(entries)
