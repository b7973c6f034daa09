"""JPEG XL: the codestream and its boxes stay as they are, every other box goes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from safety.photos import Ending, clean_bytes
from tests.photos import samples
from tests.photos.endings import cleaned, codes
from tests.photos.jpeg_xl_samples import (
    LEVEL,
    MARK,
    TYPE,
    coded,
    codestream,
    container,
    exif_box,
    full,
    index,
    piece,
    varint,
)
from tests.photos.reading import frames_of

DJXL = shutil.which("djxl")
box = samples.box
FIRST, LAST = piece(0, codestream()[:20]), piece(1, codestream()[20:], is_last=True)


@pytest.mark.parametrize(
    "file",
    [
        codestream(),
        container(coded()),
        container(LEVEL, coded()),
        container(box(b"jxll", b"\x0a"), index((0, 1, 1), (9, 300, 2)), coded()),
        container(coded(), index((0, 1, 1))),
        container(FIRST, LAST),
        container(FIRST, index((0, 1, 1)), piece(1, codestream()[20:]), piece(2, b"", is_last=True)),
        container(b"\0\0\0\0jxlc" + codestream()),
        container(b"\0\0\0\1jxlc" + (16 + len(codestream())).to_bytes(8, "big") + codestream()),
    ],
)
def test_plain_file_is_already_clean(file: bytes) -> None:
    """Bare, in one box or in pieces, with its level and its index: nothing to take out."""
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content, outcome.findings) == (Ending.ALREADY_CLEAN, file, ())
    assert frames_of(file) == frames_of(samples.png())


def test_only_listed_boxes_stay() -> None:
    """Everything else that a file can have goes."""
    assert cleaned(full()) == container(LEVEL, index((0, 1, 1)), coded())


@pytest.mark.skipif(not DJXL, reason="djxl, the reference decoder, is not installed")
def test_reference_decoder_shows_the_same(tmp_path: Path) -> None:
    """The same pixels, also where bytes went between the pieces of the codestream."""
    shown = []
    for number, file in enumerate((codestream(), cleaned(full()), cleaned(container(FIRST, exif_box(6), LAST)))):
        source, target = tmp_path / f"{number}.jxl", tmp_path / f"{number}.ppm"
        source.write_bytes(file)
        subprocess.run([str(DJXL), source, target], check=True, capture_output=True)
        shown.append(target.read_bytes())
    assert shown[0] == shown[1] == shown[2]


def test_orientation_of_exif_is_not_taken_over() -> None:
    """The one that counts stands in the codestream."""
    outcome = clean_bytes(container(exif_box(6), coded()))
    assert outcome.content == container(coded())
    assert outcome.kept == ()


def test_type_box_is_written_new() -> None:
    """Other brands and bytes behind them go."""
    outcome = clean_bytes(MARK + box(b"ftyp", TYPE[8:] + b"Anna") + coded())
    assert outcome.content == container(coded())
    assert [(finding.code, finding.bytes) for finding in outcome.findings] == [("hidden-bytes", 4)]
    assert cleaned(MARK + box(b"ftyp", TYPE[8:16] + b"Anna") + coded()) == container(coded())
    assert cleaned(MARK + box(b"ftyp", TYPE[8:16]) + coded()) == container(coded())


@pytest.mark.parametrize(
    ("boxes", "clean"),
    [
        ((box(b"jxll", b"\5Anna"), coded()), (LEVEL, coded())),
        ((box(b"jxll", b"\x0aAnna"), coded()), (box(b"jxll", b"\x0a"), coded())),
        ((box(b"jxll", b"A"), coded()), (coded(),)),
        ((box(b"jxll", b""), coded()), (coded(),)),
        ((LEVEL, LEVEL, coded()), (LEVEL, coded())),
        ((coded(), LEVEL), (coded(),)),
    ],
)
def test_level_is_one_of_two_numbers(boxes: tuple[bytes, ...], clean: tuple[bytes, ...]) -> None:
    """Once, before the picture, and without anything behind it."""
    outcome = clean_bytes(container(*boxes))
    assert outcome.content == container(*clean)
    assert outcome.findings


@pytest.mark.parametrize(
    "frames", [index(), index((0, 1, 1), tail=b"A"), index((5000, 1, 1)), index((0, 1, 1))[:-1] + b"\x80"]
)
def test_index_that_is_none_goes(frames: bytes) -> None:
    """Frames outside the picture, and bytes that belong to no frame."""
    outcome = clean_bytes(container(frames, coded()))
    assert outcome.content == container(coded())
    assert codes(outcome) == ["hidden-bytes"]


def test_index_that_is_too_long_goes() -> None:
    """It would cost more time than it saves."""
    frames = box(b"jxli", varint(350_000) + bytes(8) + b"\0\1\1" * 350_000)
    assert cleaned(container(frames, coded())) == container(coded())


def test_too_many_boxes_are_refused() -> None:
    """Also behind the picture, where other mistakes are leftovers."""
    assert clean_bytes(container(coded(), box(b"free", b"") * 200_001)).error_code == "too-many-parts"


def test_second_index_goes() -> None:
    """There is at most one."""
    assert cleaned(container(index((0, 1, 1)), index((1, 1, 1)), coded())) == container(index((0, 1, 1)), coded())


@pytest.mark.parametrize(
    "tail", [b"A", b"\0\0\0\x0e", b"Anna was here", b"\0\0\0\7free", b"\0\0\0\1free\0\0\0\0\0\0\0\7"]
)
def test_what_is_no_box_goes_behind_the_picture(tail: bytes) -> None:
    """It cannot belong to it any more."""
    for file in (container(coded()), container(FIRST, LAST)):
        outcome = clean_bytes(file + tail)
        assert outcome.content == file
        assert [(finding.code, finding.bytes) for finding in outcome.findings] == [("leftover-data", len(tail))]


def test_last_box_without_a_size_goes() -> None:
    """It reaches to the end of the file."""
    assert cleaned(container(coded(), b"\0\0\0\0Exif" + bytes(99))) == container(coded())


def test_missing_last_piece_is_said() -> None:
    """What there is stays."""
    outcome = clean_bytes(container(FIRST, exif_box()))
    assert outcome.content == container(FIRST)
    assert codes(outcome)[-1] == "damaged-end"


REFUSED = {
    "no picture": container(LEVEL, exif_box()),
    "mark only": MARK,
    "no type": MARK + coded(),
    "type too late": MARK + LEVEL + TYPE + coded(),
    "two types": container(TYPE, coded()),
    "empty picture": container(box(b"jxlc", b"")),
    "not a codestream": container(box(b"jxlc", b"\xff\xd8" + codestream()[2:])),
    "not a codestream in pieces": container(piece(0, b"Anna"), LAST),
    "two pictures": container(coded(), coded()),
    "pieces after a picture": container(coded(), piece(0, codestream(), is_last=True)),
    "picture after pieces": container(FIRST, coded()),
    "pieces after the last": container(FIRST, LAST, piece(2, b"Anna")),
    "pieces in the wrong order": container(piece(1, codestream()[:20]), piece(0, codestream()[20:], is_last=True)),
    "piece left out": container(FIRST, piece(2, codestream()[20:], is_last=True)),
    "piece too short": container(box(b"jxlp", b"\0\0\0")),
    "picture cut": container(coded())[:-1],
    "box cut before the picture": container(exif_box()[:-1], coded()),
    "no box before the picture": container(b"Anna was here", coded()),
    "no box between pieces": container(FIRST, b"Anna was here"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_understood_is_refused(name: str) -> None:
    """No picture, two of them, pieces in disorder, wrong sizes: an error and no file."""
    outcome = clean_bytes(REFUSED[name])
    assert (outcome.error_code, outcome.content) == ("damaged", None)


@pytest.mark.parametrize("content", [b"jxs \0\0\0\0jxl ", b"jxl \0\0\0\1jxl ", b"jxl", b""])
def test_other_versions_are_refused(content: bytes) -> None:
    """In the next one the pieces may stand in any order."""
    outcome = clean_bytes(MARK + box(b"ftyp", content) + coded())
    assert (outcome.error_code, outcome.content) == ("unsupported-variant", None)
