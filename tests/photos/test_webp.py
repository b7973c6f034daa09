"""WebP: chunks from the list stay in the order of the format, everything else goes."""

import pytest

from safety.photos import Ending, Options, clean_bytes
from safety.photos.metadata.orientation import canonical_exif
from tests.photos import samples
from tests.photos.endings import cleaned, codes
from tests.photos.reading import frames_of, profile_of, shown

canvas, piece, riff = samples.canvas, samples.piece, samples.riff
CODED = samples.coded_webp()


@pytest.mark.parametrize(
    "file",
    [
        samples.webp(),
        samples.webp(lossless=True),
        samples.webp("RGBA", lossless=True),
        samples.webp("RGBA", quality=50),
        samples.animated("WEBP"),
    ],
)
def test_plain_file_is_already_clean(file: bytes) -> None:
    """What a plain encoder writes stays as it is, to the byte."""
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content) == (Ending.ALREADY_CLEAN, file)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_shown_the_same(orientation: int) -> None:
    """Turned by its orientation."""
    file = riff(canvas(8), CODED, piece(b"EXIF", samples.exif(orientation)))
    assert shown(cleaned(file)) == shown(file)


def test_orientation_is_the_last_chunk() -> None:
    """And announced by its flag; without orientation both go."""
    assert cleaned(riff(canvas(8), piece(b"EXIF", samples.exif(6)), CODED)) == riff(
        canvas(8), CODED, piece(b"EXIF", canonical_exif(6))
    )
    assert cleaned(riff(canvas(8), CODED, piece(b"EXIF", samples.exif(1)))) == riff(canvas(0), CODED)


def test_unannounced_orientation_is_ignored() -> None:
    """Decoders do not read EXIF without its flag, so taking it up would turn the picture."""
    assert cleaned(riff(canvas(0), CODED, piece(b"EXIF", samples.exif(6)))) == riff(canvas(0), CODED)


def test_profile_stays_in_effect() -> None:
    """Rebuilt, behind VP8X, and announced."""
    file = riff(canvas(0x20), piece(b"ICCP", samples.profile()), CODED)
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert outcome.content[20] == 0x20
    assert profile_of(outcome.content)[36:40] == b"acsp"
    assert codes(outcome) == ["colour-profile"]
    assert cleaned(file, Options(keeps_colour_profile=False)) == riff(canvas(0), CODED)


def test_profile_of_one_display_is_said() -> None:
    """It stays, with its curves, and people are told."""
    profile = samples.assemble_profile(samples.profile()[:128], [(b"A2B0", b"mft2" + bytes(60))])
    outcome = clean_bytes(riff(canvas(0x20), piece(b"ICCP", profile), CODED))
    assert codes(outcome) == ["colour-profile", "colour-profile-custom"]


def test_flags_say_only_what_is_there() -> None:
    """Flags of dropped chunks and reserved bytes become zero; alpha and animation stay."""
    assert cleaned(riff(canvas(0xFD, b"\1\2\3"), CODED)) == riff(canvas(0x10), CODED)


def test_animation_stays() -> None:
    """All frames with their times and the loop."""
    file = samples.animated("WEBP")
    parts = samples.pieces(file)
    more = riff(*(piece(*part) for part in parts), piece(b"XMP ", samples.xmp()))
    outcome = clean_bytes(more)
    assert outcome.content == file
    assert "animation" in outcome.kept
    assert len(frames_of(file)) == 3


def test_padding_becomes_zero() -> None:
    """One byte behind a chunk of odd size can hold something."""
    odd = piece(b"VP8 ", CODED[8:] + b"\0" * (1 - len(CODED) % 2), b"X")
    outcome = clean_bytes(riff(odd))
    assert outcome.content == odd.join((riff(odd)[:12], b""))[:-1] + b"\0"
    assert codes(outcome) == ["hidden-bytes"]


def test_missing_padding_is_added() -> None:
    """At the end of the file some writers leave it out."""
    odd = piece(b"VP8L", b"abc")
    assert cleaned(riff(odd[:-1])) == riff(odd)


def test_size_of_the_file_is_corrected() -> None:
    """A size that claims more than there is becomes right."""
    file = riff(CODED)
    assert cleaned(file[:4] + b"\xff\xff\xff\x7f" + file[8:]) == file


@pytest.mark.parametrize("extra", [b"VP8 ", b"VP8L", b"ALPH", b"ANMF", b"ANIM"])
def test_pictures_that_no_one_sees_go(extra: bytes) -> None:
    """A second picture in a still."""
    assert cleaned(riff(canvas(0), CODED, piece(extra, bytes(40)))) == riff(canvas(0), CODED)


FRAMES = samples.pieces(samples.animated("WEBP"))
DAMAGED = {
    "no picture": riff(canvas(0)),
    "animation without frames": riff(canvas(2), piece(b"ANIM", bytes(6))),
    "frame too short": riff(canvas(2), piece(b"ANIM", bytes(6)), piece(b"ANMF", bytes(15))),
    "frame without a picture": riff(canvas(2), piece(b"ANIM", bytes(6)), piece(b"ANMF", bytes(16))),
    "frames before ANIM": riff(canvas(2), piece(*FRAMES[2]), piece(b"ANIM", bytes(6))),
    "alpha only": riff(canvas(0x10), piece(b"ALPH", bytes(4))),
    "unknown first": riff(piece(b"ZZZZ", b""), CODED),
    "VP8X too short": riff(piece(b"VP8X", bytes(9)), CODED),
    "chunk leaves the file": riff(CODED)[:-3],
    "chunk leaves its frame": riff(canvas(2), piece(b"ANIM", bytes(6)), piece(b"ANMF", bytes(16) + CODED[:-4])),
    "header only": b"RIFF\4\0\0\0WEBP",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_understood_is_refused(name: str) -> None:
    """No picture, wrong order, wrong sizes: an error and no file."""
    outcome = clean_bytes(DAMAGED[name])
    assert (outcome.error_code, outcome.content) == ("damaged", None)
