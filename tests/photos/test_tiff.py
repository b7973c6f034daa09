"""TIFF: pages stay where they are with the tags that show them; everything else becomes zero, and the end is cut."""

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from safety.photos import Ending, Options, clean_bytes
from safety.photos.planner import make_plan
from safety.photos.source import FileSource
from tests.photos import samples
from tests.photos.endings import cleaned, codes
from tests.photos.reading import frames_of, profile_of, shown
from tests.photos.tiff_samples import (
    BYTE,
    LONG,
    RATIONAL,
    SHORT,
    TEXT,
    UNDEFINED,
    Entries,
    Inside,
    Sized,
    Writer,
    entries_of,
    full,
    jpeg_page,
    old_jpeg_page,
    page,
    saved,
    tiff,
    tiled_page,
    value_at,
)

NUMBERS = Writer()
SMALL_COPY: Entries = {254: (LONG, NUMBERS.longs(1))}


PLAIN = {
    "little-endian": tiff(page()),
    "big-endian": tiff(page(order=">"), order=">"),
    "tiles": tiff(tiled_page()),
    "pages": tiff(page(), page()),
    "lzw": saved(compression="tiff_lzw"),
    "deflate": saved(compression="tiff_adobe_deflate"),
    "packbits": saved(compression="packbits"),
    "jpeg": saved(compression="jpeg"),
    "fax": saved("1", compression="group4"),
    "bits": saved("1"),
    "palette": saved("P"),
    "cmyk": saved("CMYK"),
    "ycbcr": saved("YCbCr"),
    "sixteen bits": saved("I;16"),
    "floats": saved("F"),
    "transparent": saved("RGBA", dpi=(300, 300)),
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain_file_is_already_clean(name: str) -> None:
    """What a plain encoder writes stays as it is, to the byte."""
    outcome = clean_bytes(PLAIN[name])
    assert (outcome.kind, outcome.content) == (Ending.ALREADY_CLEAN, PLAIN[name])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_shown_the_same(orientation: int) -> None:
    """Turned by its own tag, which stays."""
    file = tiff(page({274: (SHORT, NUMBERS.shorts(orientation)), 315: (TEXT, b"Anna\0")}))
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert shown(outcome.content) == shown(file)
    assert ("orientation" in outcome.kept) == (orientation != 1)


@pytest.mark.parametrize("number", [0, 9, 6 * 256])
def test_orientation_that_is_none_goes(number: int) -> None:
    """Readers ignore it, so it could only say something else."""
    assert 274 not in entries_of(cleaned(tiff(page({274: (SHORT, NUMBERS.shorts(number))}))))


def test_nothing_moves() -> None:
    """The kept tags come to the front; what they point to stays at its place."""
    file = tiff(page({270: (TEXT, b"A holiday\0"), 700: (BYTE, samples.xmp()), 282: (RATIONAL, NUMBERS.longs(72, 1))}))
    content = cleaned(file)
    before, after = entries_of(file), entries_of(content)
    assert after == {tag: entry for tag, entry in before.items() if tag not in (270, 700)}
    assert list(after) == sorted(after)
    assert content[4:8] == file[4:8]
    assert frames_of(content) == frames_of(file)


def test_file_is_cut_behind_its_last_part() -> None:
    """What the last directory wins and what follows it is not left as zeros."""
    plain = tiff(page())
    more = tiff(page({65000: (BYTE, b"ab")}), tail=b"something")
    assert cleaned(more) == plain
    assert codes(clean_bytes(more)) == ["leftover-data", "unknown-part"]


def test_directory_that_is_no_page_goes() -> None:
    """One with a width and nothing to show."""
    outcome = clean_bytes(tiff(page(), {256: (SHORT, NUMBERS.shorts(9))}))
    assert outcome.content == tiff(page())
    assert codes(outcome) == ["unknown-part"]


def test_all_pages_of_a_document_stay() -> None:
    """Without their small copies, and the chain leads on."""
    file = tiff(page(), page(SMALL_COPY), page(strips=4 * [bytes(range(96)) * 3]), page(SMALL_COPY))
    outcome = clean_bytes(file)
    assert outcome.content is not None
    with Image.open(io.BytesIO(outcome.content)) as image:
        assert image.n_frames == 2
    assert frames_of(outcome.content) == frames_of(file)
    assert codes(outcome) == ["thumbnail", "thumbnail"]


@pytest.mark.parametrize("mark", [SMALL_COPY, {254: (LONG, NUMBERS.longs(3))}, {255: (SHORT, NUMBERS.shorts(2))}])
def test_small_copies_go(mark: Entries) -> None:
    """In the words of TIFF 6.0 and of older files."""
    assert cleaned(tiff(page(), page(mark))) == tiff(page())


def test_thumbnail_of_exif_is_no_page() -> None:
    """A later directory without strips, though it says how large its picture is."""
    thumbnail = {tag: entry for tag, entry in old_jpeg_page(samples.jpeg()).items() if tag not in (273, 279)}
    outcome = clean_bytes(tiff(page(), thumbnail))
    assert outcome.content == tiff(page())
    assert codes(outcome) == ["thumbnail"]


def test_first_page_stays_even_when_it_is_small() -> None:
    """It is what viewers show."""
    assert cleaned(tiff(page(SMALL_COPY))) == tiff(page(SMALL_COPY))


def test_mask_of_transparency_stays() -> None:
    """It is a page that changes how the first one is shown."""
    outcome = clean_bytes(tiff(page(), page({254: (LONG, NUMBERS.longs(4))})))
    assert outcome.kind is Ending.ALREADY_CLEAN
    assert outcome.kept == ("transparency",)


def _with_page_twice(file: bytes) -> bytes:
    """A second directory that points to the same parts as the only one."""
    return file[:-4] + NUMBERS.longs(len(file)) + file[_first_directory(file) :]


def test_pages_may_share_a_large_profile() -> None:
    """It is rebuilt once, and counted once."""
    large = samples.profile() + bytes(9 * 1024 * 1024)
    file = _with_page_twice(tiff(page({34675: (UNDEFINED, large)})))
    assert codes(clean_bytes(file)) == ["colour-profile"]


@pytest.mark.parametrize("shared", [old_jpeg_page(samples.jpeg()), jpeg_page()])
def test_pages_may_share_jpeg(shared: Entries) -> None:
    """Each stream is walked once."""
    file = cleaned(tiff(shared))
    outcome = clean_bytes(_with_page_twice(file))
    assert (outcome.kind, codes(outcome)) == (Ending.ALREADY_CLEAN, [])


def test_pages_may_share_strips_and_profiles() -> None:
    """Both stay."""
    file = tiff(page({34675: (UNDEFINED, samples.profile())}))
    outcome = clean_bytes(_with_page_twice(file))
    assert outcome.content is not None
    assert codes(outcome) == ["colour-profile"]
    assert frames_of(outcome.content) == 2 * frames_of(file)


def test_profile_stays_in_effect() -> None:
    """Rebuilt at its place; without it when nobody wants it."""
    file = tiff(page({34675: (UNDEFINED, samples.profile())}))
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert profile_of(outcome.content)[36:40] == b"acsp"
    assert len(profile_of(outcome.content)) == len(samples.profile())
    assert codes(outcome) == ["colour-profile"]
    assert outcome.kept == ("colours",)
    without = cleaned(file, Options(keeps_colour_profile=False))
    assert 34675 not in entries_of(without)
    assert codes(clean_bytes(file, options=Options(keeps_colour_profile=False))) == ["colour-profile"]


def test_what_stays_is_told() -> None:
    """Print size, orientation and transparency."""
    extra: Entries = {
        274: (SHORT, NUMBERS.shorts(8)),
        282: (RATIONAL, NUMBERS.longs(300, 1)),
        338: (SHORT, NUMBERS.shorts(2)),
    }
    assert clean_bytes(tiff(page(extra))).kept == ("orientation", "print-size", "transparency")


def test_unsorted_directory_is_sorted() -> None:
    """As the standard asks for, and without a finding, since nothing is lost."""
    file = tiff(page(), is_sorted=False)
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert entries_of(outcome.content) == entries_of(file)
    assert list(entries_of(outcome.content)) == sorted(entries_of(outcome.content))
    assert codes(outcome) == []


def _patched(file: bytes, at: int, content: bytes) -> bytes:
    return file[:at] + content + file[at + len(content) :]


def _with_first_strip(file: bytes, offset: int) -> bytes:
    return _patched(file, value_at(file, 273), NUMBERS.longs(offset))


def _with_next(file: bytes, offset: int) -> bytes:
    """The last directory is at the end of these files, and its link the last four bytes."""
    return file[:-4] + NUMBERS.longs(offset)


def _first_directory(file: bytes) -> int:
    return int.from_bytes(file[4:8], "little")


def _twice(tag: int, other: int) -> bytes:
    """A page that has one tag two times, the second one in the place of another."""
    file = tiff(page({tag: (SHORT, NUMBERS.shorts(2)), other: (SHORT, NUMBERS.shorts(1))}))
    return file.replace(NUMBERS.shorts(other, SHORT), NUMBERS.shorts(tag, SHORT))


def _without(tag: int, extra: Entries | None = None) -> bytes:
    return tiff({number: entry for number, entry in page(extra).items() if number != tag})


PAGE = tiff(page())
SECRET_PAGE = tiff(page({315: (TEXT, samples.SECRET)}))
PROFILE_PAGE = tiff(page({34675: (UNDEFINED, samples.profile())}))
LZW: Entries = {259: (SHORT, NUMBERS.shorts(5))}
DAMAGED: dict[str, bytes] = {
    "no directory": b"II*\0" + bytes(4),
    "directory outside": b"II*\0" + NUMBERS.longs(99),
    "empty directory": b"II*\0" + NUMBERS.longs(8) + bytes(6),
    "directory longer than the file": _patched(PAGE, _first_directory(PAGE), NUMBERS.shorts(99)),
    "next page outside": _with_next(PAGE, len(PAGE)),
    "next page is the same": _with_next(PAGE, _first_directory(PAGE)),
    "no width": _without(256),
    "width zero": tiff(page({256: (SHORT, NUMBERS.shorts(0))})),
    "width of a wrong type": tiff(page({256: (TEXT, b"24\0")})),
    "bits zero": tiff(page({258: (SHORT, NUMBERS.shorts(0))})),
    "bits too large": tiff(page({258: (SHORT, NUMBERS.shorts(129))})),
    "no samples": tiff(page({277: (SHORT, NUMBERS.shorts(0))})),
    "predictor of a wrong type": tiff(page({317: (TEXT, b"2\0")})),
    "colours outside": tiff(page({262: (SHORT, NUMBERS.shorts(3)), 320: (SHORT, Sized(768, b"\xff\xff\xff\x7f"))})),
    "no strips": _without(273),
    "no offsets": tiff(page({273: (LONG, Sized(0, b""))})),
    "offsets of a wrong type": tiff(page({273: (TEXT, b"abcdefgh")})),
    "strip outside": _with_first_strip(PAGE, len(PAGE) - 1),
    "strip over the header": _with_first_strip(PAGE, 4),
    "strip over its directory": _with_first_strip(PAGE, _first_directory(PAGE) - 20),
    "strip over a text": _with_first_strip(SECRET_PAGE, SECRET_PAGE.index(samples.SECRET)),
    "strip over what its directory loses": _with_first_strip(SECRET_PAGE, len(SECRET_PAGE) - 8) + bytes(400),
    "strip over a small copy": _with_first_strip(tiff(page(), page(SMALL_COPY)), 8 + 1304),
    "compressed without sizes": _without(279, LZW),
    "compressed with few sizes": tiff(page({**LZW, 279: (LONG, NUMBERS.longs(8, 8))})),
    "compressed strip outside": tiff(page({**LZW, 279: (LONG, NUMBERS.longs(2**31, 8, 8, 8))})),
    "compressed strip over a text": tiff(
        page({**LZW, 315: (TEXT, samples.SECRET), 279: (LONG, NUMBERS.longs(8, 8, 8, 800))})
    ),
    "jpeg tables outside": tiff(jpeg_page({347: (UNDEFINED, Sized(99, b"\xff\xff\xff\x7f"))})),
    "jpeg tables of a wrong type": tiff(jpeg_page({347: (SHORT, b"\xff\xd8\xff\xd9\0\0")})),
    "profile over a strip": _patched(
        PROFILE_PAGE, value_at(PROFILE_PAGE, 273), NUMBERS.longs(value_at(PROFILE_PAGE, 34675))
    ),
    "width twice": _twice(256, 255),
    "orientation twice": _twice(274, 280),
    "tile without size": tiff(tiled_page({323: (SHORT, NUMBERS.shorts(0))})),
    "cut": PAGE[:-1],
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_contradicts_itself_is_refused(name: str) -> None:
    """Loops, missing parts, and parts that lie over each other: an error and no file."""
    outcome = clean_bytes(DAMAGED[name])
    assert (outcome.error_code, outcome.content) == ("damaged", None)


VARIANTS: dict[str, bytes] = {
    "big tiff": b"II+\0\x08\0\0\0" + bytes(24),
    "big tiff, big-endian": b"MM\0+\0\x08\0\0" + bytes(24),
    "strips and tiles": tiff({**page(), **tiled_page()}),
    "strips called tiles": tiff(page({322: (SHORT, NUMBERS.shorts(16)), 323: (SHORT, NUMBERS.shorts(16))})),
    "volume": tiff(page({32997: (LONG, NUMBERS.longs(2))})),
    "jpeg 2000": tiff(page({259: (SHORT, NUMBERS.shorts(34712))})),
    "webp": tiff(page({259: (SHORT, NUMBERS.shorts(50001))})),
    "ycbcr of unknown subsampling": tiff(page({262: (SHORT, NUMBERS.shorts(6))})),
    "strips of different heights": tiff(page({559: (LONG, NUMBERS.longs(4, 4, 4, 4))})),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_rare_forms_are_refused(name: str) -> None:
    """What cannot be measured, or has a file of its own inside."""
    assert clean_bytes(VARIANTS[name]).error_code == "unsupported-variant"


RAW: dict[str, bytes] = {
    "DNG version": tiff(page({50706: (BYTE, b"\1\4\0\0")})),
    "sub-directories": tiff(page({330: (LONG, Inside(page()))})),
    "colour filter of a later page": tiff(page(), page({33421: (SHORT, NUMBERS.shorts(2, 2))})),
    "sub-directories of a later page": tiff(page(), page({330: (LONG, Inside(page()))})),
    "pixels of a sensor": tiff(page({262: (SHORT, NUMBERS.shorts(32803))})),
}


@pytest.mark.parametrize("name", RAW)
def test_camera_raw_is_refused(name: str) -> None:
    """On whatever page it shows."""
    outcome = clean_bytes(RAW[name])
    assert outcome.refusal is not None
    assert (outcome.refusal.code, outcome.refusal.values) == ("unsupported-format", (("format", "raw"),))


def test_whole_sample_is_cleaned_of_everything() -> None:
    """A photo with its metadata, a page of JPEG and a thumbnail."""
    outcome = clean_bytes(full())
    assert outcome.content is not None
    assert set(codes(outcome)) == {
        *("leftover-data", "thumbnail", "location", "person", "serial", "maker-notes", "software", "description"),
        *("comment", "hidden-bytes", "colour-profile"),
    }
    small = next(finding for finding in outcome.findings if finding.code == "thumbnail")
    assert small.embedded is not None
    ((start, length),) = small.embedded.ranges
    assert full()[start : start + length] == samples.jpeg()


def test_segments_of_strips_are_told_once() -> None:
    """By what they say, and not as hidden bytes besides."""
    outcome = clean_bytes(tiff(jpeg_page(in_strip=samples.segment(0xFE, b"At home"))))
    assert codes(outcome) == ["comment"]


class _CountingSource(FileSource):
    """Adds up what is read from it."""

    total = 0

    def read(self, offset: int, length: int) -> bytes:
        self.total += length
        return super().read(offset, length)


def test_pixels_are_not_read(tmp_path: Path) -> None:
    """A file of gigabytes is planned by its headers."""
    width, rows = 2_000, 2**20
    numbers = {256: width, 257: rows, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: rows}
    table = b"".join(struct.pack("<HHII", tag, LONG, 1, number) for tag, number in numbers.items())
    path = tmp_path / "large.tif"
    with path.open("wb") as file:
        file.write(b"II*\0" + struct.pack("<I", 8 + width * rows))
        file.seek(8 + width * rows)
        file.write(struct.pack("<H", len(numbers)) + table + bytes(4))
    with _CountingSource(path) as source:
        plan = make_plan(source)
        assert plan.changes_nothing
        assert source.total < 100_000
