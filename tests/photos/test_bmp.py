"""BMP: headers, colours and pixels stay where they are, everything else becomes zero or goes."""

import pytest

from safety.photos import Ending, Options, clean_bytes
from safety.photos.metadata.icc import rebuild_profile
from tests.photos import samples
from tests.photos.bmp_places import SPREAD_PLACES
from tests.photos.bmp_samples import (
    EMBEDDED,
    FILE_BYTES,
    LINKED,
    SRGB,
    V4,
    V5,
    Parts,
    bmp,
    build,
    colour_space,
    full,
    grey_table,
    narrow,
    plain_profile,
    rows_of,
    runs,
    with_profile,
)
from tests.photos.endings import cleaned, codes
from tests.photos.reading import frames_of

REBUILT = rebuild_profile(samples.profile()) or b""


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_plain_file_is_already_clean(mode: str) -> None:
    """What a plain encoder writes stays as it is, to the byte."""
    outcome = clean_bytes(bmp(mode))
    assert (outcome.kind, outcome.content, outcome.findings) == (Ending.ALREADY_CLEAN, bmp(mode), ())


@pytest.mark.parametrize(
    "file",
    [
        runs(),
        build(narrow()),
        build(Parts(rows_of(), rows=-samples.HEIGHT)),
        build(Parts(rows_of(), picture_bytes=len(rows_of()))),
        build(Parts(rows_of("RGBA"), bits=32, compression=6, table=b"\0\0\xff\0\0\xff\0\0\xff\0\0\0\0\0\0\xff")),
        build(Parts(rows_of(), size=V5, more=colour_space(bytes(4), b"\1" * 48, b"\4" + bytes(15)))),
        build(Parts(rows_of(), size=V4, more=colour_space(b" niW")[:68])),
        with_profile(REBUILT),
    ],
)
def test_other_forms_are_already_clean(file: bytes) -> None:
    """Runs, rows from the top, masks, colour spaces and rebuilt profiles: nothing to take out."""
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content, outcome.findings) == (Ending.ALREADY_CLEAN, file, ())


@pytest.mark.parametrize("size", [12, 16, 40, 52, 56, 64, 108, 124])
def test_every_header_is_known(size: int) -> None:
    """The picture stays in its place, and the gap before it becomes zero."""
    more = colour_space(SRGB) if size >= V4 else b""
    file = build(Parts(rows_of(), size=size, more=more, gap=samples.SECRET, tail=samples.SECRET))
    outcome = clean_bytes(file)
    assert outcome.content == build(Parts(rows_of(), size=size, more=more, gap=bytes(len(samples.SECRET))))
    assert codes(outcome) == ["leftover-data", "hidden-bytes"]


@pytest.mark.parametrize("name", SPREAD_PLACES)
def test_single_bytes_become_zero(name: str) -> None:
    """Fields and paddings that nothing uses hold nothing, one byte after another."""
    content = cleaned(SPREAD_PLACES[name])
    assert frames_of(content) == frames_of(SPREAD_PLACES[name])
    clean = {
        "ends of the rows": build(narrow()._replace(pixels=bytes(12 * 7))),
        "fourth bytes of the colours": build(narrow()._replace(table=bytes(1024))),
        "reserved fields": build(Parts(rows_of())),
        "size of the picture": build(Parts(rows_of(), picture_bytes=len(rows_of()))),
    }
    assert content == clean[name]


def test_only_filled_rows_are_touched() -> None:
    """One finding for all of them, with the number of bytes."""
    parts = narrow()
    pixels = bytearray(parts.pixels)
    pixels[10:12], pixels[34:36] = b"ab", b"cd"
    outcome = clean_bytes(build(parts._replace(pixels=bytes(pixels))))
    assert outcome.content == build(parts)
    assert [(finding.code, finding.bytes) for finding in outcome.findings] == [("hidden-bytes", 4)]


def test_rows_longer_than_a_window() -> None:
    """The padding of a very wide picture is found too."""
    row = bytes(3 * 400_001)
    parts = Parts((row + bytes(1)) * 3, width=400_001, rows=3)
    hidden = parts._replace(pixels=row + b"a" + row + bytes(1) + row + b"b")
    assert cleaned(build(hidden)) == build(parts)


def test_bytes_behind_the_rows_are_no_rows() -> None:
    """Also when they are enough for some, or when the rows are read in several steps."""
    for parts in (narrow(), Parts(bytes(4 * 300_000), width=1, rows=300_000)):
        assert cleaned(build(parts._replace(tail=b"a" * 50))) == build(parts)


def test_too_many_filled_rows_are_refused() -> None:
    """Each of them would be a part of its own."""
    row_count = 100_001
    outcome = clean_bytes(build(Parts(b"abcd" * row_count, width=1, rows=row_count)))
    assert (outcome.error_code, outcome.content) == ("too-many-parts", None)


def test_cut_picture_can_claim_more_than_any_file_has() -> None:
    """Its own size field cannot hold that, and says nothing."""
    parts = Parts(b"abcd", width=2**31 - 1, rows=2**31 - 1)
    assert cleaned(build(parts._replace(picture_bytes=1))) == build(parts)


def test_file_size_is_corrected() -> None:
    """Whatever stood there, without a word."""
    outcome = clean_bytes(bmp()[:2] + b"ABCD" + bmp()[6:])
    assert (outcome.content, outcome.findings) == (bmp(), ())


def test_colours_that_no_pixel_can_have_go() -> None:
    """A picture of two colours has two; a deep one has none."""
    parts = Parts(bytes(4 * samples.HEIGHT), bits=1, colours=12)
    assert cleaned(build(parts._replace(table=grey_table(count=12)))) == build(
        parts._replace(table=grey_table(count=2) + bytes(40))
    )
    assert cleaned(build(Parts(rows_of(), table=b"a" * 40, colours=10))) == build(
        Parts(rows_of(), table=bytes(40), colours=10)
    )


def test_profile_stays_in_effect() -> None:
    """Rebuilt, directly behind the pixels."""
    outcome = clean_bytes(with_profile(samples.profile(), tail=samples.SECRET))
    assert outcome.content == with_profile(REBUILT)
    assert codes(outcome) == ["leftover-data", "colour-profile"]
    assert outcome.kept == ("print-size", "colours")


def test_profile_before_the_pixels_moves_behind_them() -> None:
    """Its old place becomes zero."""
    embedded = samples.profile()
    rest = b"\4\0\0\0" + V5.to_bytes(4, "little") + len(embedded).to_bytes(4, "little") + bytes(4)
    parts = Parts(rows_of(), size=V5, more=colour_space(EMBEDDED, rest=rest), gap=embedded)
    content = cleaned(build(parts))
    start = FILE_BYTES + V5
    assert content[start : start + len(embedded)] == bytes(len(embedded))
    assert content[-len(REBUILT) :] == REBUILT
    assert int.from_bytes(content[126:130], "little") == len(content) - len(REBUILT) - FILE_BYTES


@pytest.mark.parametrize(
    ("file", "options", "code"),
    [
        (with_profile(plain_profile()), Options(keeps_colour_profile=False), "colour-profile"),
        (with_profile(b"XX" + plain_profile()), None, "colour-profile-damaged"),
        (with_profile(b"C:\\Users\\Anna\\screen.icm\0", space=LINKED), None, "description"),
        (with_profile(b"?", space=b"ABCD"), None, "hidden-bytes"),
    ],
)
def test_other_profiles_become_srgb(file: bytes, options: Options | None, code: str) -> None:
    """Unwanted, unreadable and linked ones, and spaces that nobody knows."""
    outcome = clean_bytes(file, options=options)
    assert outcome.content == build(Parts(rows_of(), size=V5, more=colour_space(SRGB, rest=b"\4" + bytes(15))))
    assert code in codes(outcome)


def test_name_of_a_linked_profile_is_told() -> None:
    """It is a path on somebody's disk."""
    outcome = clean_bytes(with_profile(b"C:\\Users\\Anna\\screen.icm\0", space=LINKED))
    assert [dict(finding.values) for finding in outcome.findings] == [{"value": "C:\\Users\\Anna\\screen.icm"}]


def test_blank_bytes_behind_are_no_danger() -> None:
    """Some programs add two zeros; they go, and nobody is frightened."""
    outcome = clean_bytes(bmp() + bytes(2))
    assert outcome.content == bmp()
    assert codes(outcome) == ["hidden-bytes"]


@pytest.mark.parametrize("file", [bmp()[:-1], bmp()[:60], runs()[:-5], build(narrow())[:-40]])
def test_cut_picture_is_kept_as_far_as_it_goes(file: bytes) -> None:
    """Only the size of the file is set right."""
    outcome = clean_bytes(file)
    assert outcome.content == file[:2] + len(file).to_bytes(4, "little") + file[6:]
    assert codes(outcome) == ["damaged-end"]


def test_profile_of_a_cut_picture_goes() -> None:
    """Behind it there is no place that would not be pixels."""
    start = 12
    embedded = samples.profile()
    rest = b"\4\0\0\0" + V5.to_bytes(4, "little") + len(embedded).to_bytes(4, "little") + bytes(4)
    file = build(Parts(rows_of()[:-start], size=V5, more=colour_space(EMBEDDED, rest=rest), gap=embedded))
    content = cleaned(file)
    assert content[70:74] == SRGB
    assert content[FILE_BYTES + V5 :] == bytes(len(embedded)) + rows_of()[:-start]


def changed(file: bytes, at: int, number: int, length: int = 4) -> bytes:
    """A file with another number somewhere."""
    return file[:at] + (number % 256**length).to_bytes(length, "little") + file[at + length :]


REFUSED = {
    "no pixels": (bmp()[:54], "damaged"),
    "header cut": (bmp()[:40], "damaged"),
    "pixels in the header": (changed(bmp(), 10, 53), "damaged"),
    "pixels in the masks": (build(Parts(rows_of("RGBA"), bits=32, compression=3)), "damaged"),
    "no place of the pixels": (changed(bmp(), 10, 0), "damaged"),
    "no width": (changed(bmp(), 18, 0), "damaged"),
    "width below zero": (changed(bmp(), 18, -24), "damaged"),
    "no height": (changed(bmp(), 22, 0), "damaged"),
    "runs without a size": (changed(runs(), 34, 0), "damaged"),
    "jpeg inside": (changed(bmp(), 30, 4), "unsupported-variant"),
    "png inside": (changed(bmp(), 30, 5), "unsupported-variant"),
    "unknown coding": (changed(bmp(), 30, 99), "unsupported-variant"),
    "runs of deep pixels": (changed(bmp(), 30, 1), "unsupported-variant"),
    "coding of OS/2": (changed(build(Parts(rows_of("RGBA"), size=64, bits=32)), 30, 3), "unsupported-variant"),
    "64 bits": (changed(bmp(), 28, 64, 2), "unsupported-variant"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_understood_is_refused(name: str) -> None:
    """No pixels, wrong places, codings that could hide a file of another format: an error and no file."""
    file, code = REFUSED[name]
    outcome = clean_bytes(file)
    assert (outcome.error_code, outcome.content) == (code, None)


def test_everything_at_once() -> None:
    """Gap, picture size, profile and leftovers in one file."""
    outcome = clean_bytes(full())
    assert outcome.content is not None
    assert len(outcome.content) == len(full()) - len(samples.SECRET) - len(samples.profile()) + len(REBUILT)
    assert codes(outcome) == ["leftover-data", "hidden-bytes", "colour-profile"]
    assert frames_of(outcome.content) == frames_of(full())
