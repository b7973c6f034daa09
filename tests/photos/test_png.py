"""PNG and APNG: chunks from the list stay, everything else goes."""

import struct
import zlib

import pytest

from safety.photos import Ending, Options, clean_bytes
from safety.photos.formats.png import deflate_stored, make_chunk
from safety.photos.metadata.orientation import canonical_exif
from tests.photos import samples
from tests.photos.endings import cleaned, codes
from tests.photos.reading import frames_of, profile_of, shown

chunk = samples.chunk


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_plain_file_is_already_clean(mode: str) -> None:
    """What a plain encoder writes stays as it is, to the byte."""
    file = samples.png(mode)
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content) == (Ending.ALREADY_CLEAN, file)


def test_transparency_stays_and_is_said() -> None:
    """By tRNS and by an alpha channel."""
    assert clean_bytes(samples.png("RGBA")).kept == ("transparency",)
    outcome = clean_bytes(samples.after_header(chunk(b"tRNS", bytes(6))))
    assert (outcome.kind, outcome.kept) == (Ending.ALREADY_CLEAN, ("transparency",))


def test_chunks_of_the_list_stay() -> None:
    """Colours, background and resolution."""
    listed = b"".join(
        chunk(kind, bytes(length))
        for kind, length in (
            (b"cHRM", 32),
            (b"gAMA", 4),
            (b"sRGB", 1),
            (b"cICP", 4),
            (b"mDCV", 24),
            (b"cLLI", 8),
            (b"sBIT", 3),
            (b"bKGD", 6),
            (b"pHYs", 9),
        )
    )
    outcome = clean_bytes(samples.after_header(listed))
    assert outcome.kind is Ending.ALREADY_CLEAN
    assert outcome.kept == ("colours", "print-size")


@pytest.mark.parametrize("format_", ["PNG"])
def test_animation_stays(format_: str) -> None:
    """All frames with their times and the loop."""
    file = samples.animated(format_)
    outcome = clean_bytes(samples.after_header(chunk(b"tEXt", b"a\0b"), file))
    assert outcome.content == file
    assert "animation" in outcome.kept
    assert len(frames_of(file)) == 3


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("put", [samples.after_header, samples.before_iend])
def test_picture_is_shown_the_same(orientation: int, put) -> None:
    """Turned by its orientation, whichever side of the picture it came from."""
    file = put(chunk(b"eXIf", samples.exif(orientation)))
    assert shown(cleaned(file)) == shown(file)


@pytest.mark.parametrize("file", [samples.png(), samples.animated("PNG")])
def test_orientation_stands_before_the_picture(file: bytes) -> None:
    """Directly before the first IDAT, also of an animation."""
    found = cleaned(samples.before_iend(chunk(b"eXIf", samples.exif(6)), file))
    canonical = chunk(b"eXIf", canonical_exif(6))
    at = found.index(canonical)
    assert found[at + len(canonical) + 4 :].startswith(b"IDAT")
    assert found.replace(canonical, b"") == file


def test_profile_is_stored_without_compression() -> None:
    """Under a neutral name, so that Python and JavaScript write the same."""
    outcome = clean_bytes(samples.after_header(chunk(b"iCCP", b"Anna\0\0" + zlib.compress(samples.profile()))))
    assert outcome.content is not None
    assert b"iCCPicc\0\0\x78\x01" in outcome.content
    assert profile_of(outcome.content)[36:40] == b"acsp"
    assert codes(outcome) == ["colour-profile"]


def test_profile_of_one_display_is_said() -> None:
    """It stays, with its curves, and people are told."""
    profile = samples.assemble_profile(samples.profile()[:128], [(b"A2B0", b"mft2" + bytes(60))])
    outcome = clean_bytes(samples.after_header(chunk(b"iCCP", b"p\0\0" + zlib.compress(profile))))
    assert codes(outcome) == ["colour-profile", "colour-profile-custom"]


@pytest.mark.parametrize("content", [b"no zero", b"name\0\1" + zlib.compress(samples.profile())])
def test_profile_without_its_head_goes(content: bytes) -> None:
    """No end of the name, or a compression that does not exist."""
    outcome = clean_bytes(samples.after_header(chunk(b"iCCP", content)))
    assert outcome.content == samples.png()
    assert codes(outcome) == ["colour-profile-damaged"]


def test_large_parts_are_removed_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile or EXIF block above the limit is dropped without looking into it."""
    monkeypatch.setattr("safety.photos.formats.png.REPORT_MAX_BYTES", 10)
    blocks = chunk(b"iCCP", b"p\0\0" + zlib.compress(samples.profile())) + chunk(b"eXIf", samples.exif(6))
    assert cleaned(samples.after_header(blocks)) == samples.png()


def test_cut_frame_that_nothing_plays_goes() -> None:
    """A hidden frame stays hidden from the output also when the file ends inside it."""
    file = samples.before_iend(chunk(b"fdAT", bytes(60)))[:-30]
    assert cleaned(file) == samples.png()[:-12]


def test_profile_can_be_dropped() -> None:
    """On the visitor's wish."""
    file = samples.after_header(chunk(b"iCCP", b"p\0\0" + zlib.compress(samples.profile())))
    assert cleaned(file, Options(keeps_colour_profile=False)) == samples.png()


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 200_000])
def test_stored_stream_is_zlib(size: int) -> None:
    """Any inflater reads it, whatever the number of blocks."""
    content = bytes(number % 251 for number in range(size))
    if size:
        assert zlib.decompress(deflate_stored(content)) == content


def test_own_chunks_have_checksums() -> None:
    """As every decoder checks them."""
    assert make_chunk(b"IEND", b"") == bytes.fromhex("0000000049454e44ae426082")


def test_apple_png_keeps_its_chunk() -> None:
    """CgBI says that the pixels are stored in Apple's way."""
    file = samples.PNG_MARK + chunk(b"CgBI", b"\x50\0\x20\2") + samples.png()[8:]
    assert clean_bytes(file).kind is Ending.ALREADY_CLEAN


def test_leftover_is_the_worst() -> None:
    """aCropalypse: the rest of the uncropped picture behind the end."""
    outcome = clean_bytes(samples.png() + bytes(1_000))
    assert [(finding.code, finding.severity, finding.bytes) for finding in outcome.findings] == [
        ("leftover-data", 4, 1_000)
    ]


def test_frames_that_nothing_plays_go() -> None:
    """fcTL and fdAT without acTL are a hidden picture."""
    frame = chunk(b"fcTL", bytes(26)) + chunk(b"fdAT", bytes(30))
    assert cleaned(samples.before_iend(frame)) == samples.png()


def test_second_chunk_of_a_kind_goes() -> None:
    """Decoders use the first."""
    first = chunk(b"gAMA", b"\0\0\xb1\x8f")
    assert cleaned(samples.after_header(first + chunk(b"gAMA", b"CANA"))) == samples.after_header(first)


@pytest.mark.parametrize("kind", [b"gAMA", b"pHYs", b"sRGB"])
def test_chunk_behind_the_picture_goes(kind: bytes) -> None:
    """Decoders ignore it there."""
    size = {b"gAMA": 4, b"pHYs": 9, b"sRGB": 1}[kind]
    assert cleaned(samples.before_iend(chunk(kind, bytes(size)))) == samples.png()


def test_cut_picture_stays_as_it_is() -> None:
    """A picture that ends early is kept to its last byte, with a note; the orientation still goes before it."""
    file = samples.png()[:-30]
    outcome = clean_bytes(file)
    assert (outcome.kind, codes(outcome)) == (Ending.ALREADY_CLEAN, ["damaged-end"])
    turned = cleaned(samples.after_header(chunk(b"eXIf", samples.exif(6)), file))
    assert turned == samples.after_header(chunk(b"eXIf", canonical_exif(6)), file)


def test_missing_end_is_noted() -> None:
    """The end is not added."""
    file = samples.png()[:-12]
    assert clean_bytes(file).content == file


HEADER = samples.png()[:33]
DAMAGED = {
    "no header": samples.PNG_MARK + samples.png()[33:],
    "no picture": HEADER + samples.png()[-12:],
    "empty picture only": HEADER,
    "picture before the header": samples.PNG_MARK + chunk(b"CgBI", bytes(4)) + samples.png()[33:],
    "header twice": HEADER + HEADER[8:] + samples.png()[33:],
    "header too long": samples.PNG_MARK + chunk(b"IHDR", bytes(14)) + samples.png()[33:],
    "palette too long": samples.after_header(chunk(b"PLTE", bytes(771))),
    "palette not in threes": samples.after_header(chunk(b"PLTE", bytes(4))),
    "palette twice": samples.after_header(chunk(b"PLTE", bytes(3)) * 2),
    "palette behind the picture": samples.before_iend(chunk(b"PLTE", bytes(3))),
    "frame control too long": samples.before_iend(chunk(b"fcTL", bytes(30)), samples.animated("PNG")),
    "frame without a number": samples.before_iend(chunk(b"fdAT", bytes(3)), samples.animated("PNG")),
    "lying length": HEADER + struct.pack(">I", 2**31 - 1) + samples.png()[37:],
    "signature only": samples.PNG_MARK,
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_understood_is_refused(name: str) -> None:
    """No picture, wrong order, wrong lengths: an error and no file."""
    outcome = clean_bytes(DAMAGED[name])
    assert (outcome.error_code, outcome.content) == ("damaged", None)


def test_unknown_critical_chunk_is_refused() -> None:
    """Without it the picture could not be decoded; with it nobody knows what stays."""
    assert clean_bytes(samples.after_header(chunk(b"ABCD", b"x"))).error_code == "unsupported-variant"
