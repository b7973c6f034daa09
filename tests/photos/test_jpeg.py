"""JPEG: what decoders need stays in order, everything else goes."""

import re
from pathlib import Path

import pytest

from safety.photos import Ending, Options, Outcome, clean_bytes
from safety.photos.metadata.orientation import canonical_exif
from tests.photos import samples
from tests.photos.colour_space_samples import adobe_rgb_exif
from tests.photos.endings import cleaned
from tests.photos.kept_tags import EXIFTOOL, private_tags
from tests.photos.reading import frames_of, profile_of, shown

EXIF_6 = samples.segment(0xE1, b"Exif\0\0" + samples.exif(6))
CANONICAL_6 = bytes.fromhex("ffe10022457869660000 4d4d002a00000008 0001 011200030000000100060000 00000000")


def codes(outcome: Outcome) -> list[str]:
    """Codes of the findings, the worst first."""
    return [finding.code for finding in outcome.findings]


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}, {"restart_marker_blocks": 2}])
def test_plain_file_is_already_clean(options: dict[str, object]) -> None:
    """What a plain encoder writes stays as it is, to the byte."""
    file = samples.jpeg(**options)
    outcome = clean_bytes(file)
    assert (outcome.kind, outcome.content) == (Ending.ALREADY_CLEAN, file)
    assert outcome.findings == ()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_shown_the_same(mode: str, orientation: int) -> None:
    """Turned by its orientation, every kind of picture looks as before."""
    exif = samples.segment(0xE1, b"Exif\0\0" + samples.exif(orientation))
    file = samples.after_start(exif, samples.jpeg(mode))
    assert shown(cleaned(file)) == shown(file)


def test_order_is_that_of_the_design() -> None:
    """SOI, JFIF, orientation, profile, and then what was there in its order."""
    file = samples.before_scan(samples.profile_segments(samples.profile()) + EXIF_6)
    found = cleaned(file)
    assert found.startswith(file[:20] + CANONICAL_6 + b"\xff\xe2")
    assert [match[0][1] for match in re.finditer(rb"\xff[\xc0-\xfe]", found[: found.index(b"\xff\xda")])][:3] == [
        0xD8,
        0xE0,
        0xE1,
    ]


def test_clean_orientation_stays_in_place() -> None:
    """A canonical block in the right place is already clean."""
    file = samples.jpeg()
    assert clean_bytes(file[:20] + CANONICAL_6 + file[20:]).kind is Ending.ALREADY_CLEAN
    assert clean_bytes(file[:2] + CANONICAL_6 + file[2:]).kind is Ending.CLEANED


def test_first_exif_decides() -> None:
    """The orientation comes from the first block, as browsers do."""
    second = samples.segment(0xE1, b"Exif\0\0" + samples.exif(3))
    found = cleaned(samples.after_start(EXIF_6 + second))
    assert CANONICAL_6 in found
    assert found.count(b"Exif") == 1


def test_orientation_of_xmp_is_ignored() -> None:
    """As browsers ignore it."""
    packet = samples.segment(0xE1, samples.XMP_MARK + b'<a tiff:Orientation="6"/>')
    assert b"Exif" not in cleaned(samples.after_start(packet))


def test_resolution_stays() -> None:
    """Page layout uses it; it is listed as kept."""
    file = samples.after_start(b"", samples.jpeg(dpi=(300, 300)))
    outcome = clean_bytes(samples.after_start(samples.segment(0xFE, b"x"), file))
    assert outcome.content == file
    assert "print-size" in outcome.kept


@pytest.mark.parametrize("rest", [b"\3\3" + bytes(27), b"\3\3", b"\0\0tail"])
def test_thumbnail_of_jfif_goes(rest: bytes) -> None:
    """With its size, also when only the size is there."""
    file = samples.jpeg()
    assert cleaned(file[:2] + samples.segment(0xE0, file[6:18] + rest) + file[20:]) == file


def test_second_jfif_goes() -> None:
    """Only the first one counts."""
    file = samples.jpeg()
    assert cleaned(file[:20] + file[2:]) == file


@pytest.mark.parametrize("piece_bytes", [100, 65_519])
def test_profile_stays_in_effect(piece_bytes: int) -> None:
    """In one or many segments, in any order, it is rebuilt to the same bytes."""
    outcome = clean_bytes(samples.after_start(samples.profile_segments(samples.profile(), piece_bytes)))
    assert outcome.content is not None
    assert profile_of(outcome.content)[36:40] == b"acsp"
    assert "colours" in outcome.kept
    assert codes(outcome) == ["colour-profile"]


def test_large_profile_takes_several_segments() -> None:
    """More than 65,519 bytes do not fit into one."""
    header = samples.profile()[:128]
    table = b"mft2" + bytes(range(256)) * 600
    profile = samples.assemble_profile(header, [(b"A2B0", table)])
    outcome = clean_bytes(samples.after_start(samples.profile_segments(profile)))
    assert outcome.content is not None
    assert outcome.content.count(b"ICC_PROFILE\0") == 3
    assert table in profile_of(outcome.content)
    assert codes(outcome) == ["colour-profile", "colour-profile-custom"]


def test_profile_may_need_more_segments_than_before() -> None:
    """The neutral names can push it over the size of one segment."""
    full = b"mft2" + bytes(65_516 - 128 - 4 - 12 - 4)
    profile = samples.assemble_profile(samples.profile()[:128], [(b"A2B0", full)])
    assert len(profile) == 65_516
    assert cleaned(samples.after_start(samples.profile_segments(profile))).count(b"ICC_PROFILE\0") == 2


def test_profile_with_a_number_twice_goes() -> None:
    """Nobody can say in which order its pieces belong."""
    piece = samples.segment(0xE2, b"ICC_PROFILE\0\1\2" + samples.profile())
    outcome = clean_bytes(samples.after_start(piece * 2))
    assert outcome.content == samples.jpeg()
    assert codes(outcome) == ["colour-profile-damaged"]


def test_profile_can_be_dropped() -> None:
    """On the visitor's wish, without calling it damaged."""
    file = samples.after_start(samples.profile_segments(samples.profile()))
    outcome = clean_bytes(file, options=Options(keeps_colour_profile=False))
    assert outcome.content == samples.jpeg()
    assert codes(outcome) == ["colour-profile"]


def adobe_rgb_jpeg(orientation: int = 6, order: str = ">", before: bytes = b"") -> bytes:
    """A JPEG as a camera writes it that was set to Adobe RGB."""
    return samples.after_start(before + samples.segment(0xE1, b"Exif\0\0" + adobe_rgb_exif(orientation, order)))


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_adobe_rgb_stays_in_effect(orientation: int, order: str) -> None:
    """The two values that say it stay, in the same bytes for all cameras, and nothing else of EXIF."""
    outcome = clean_bytes(adobe_rgb_jpeg(orientation, order))
    wanted = samples.segment(0xE1, b"Exif\0\0" + canonical_exif(orientation, is_adobe_rgb=True))
    assert outcome.content == samples.jpeg()[:20] + wanted + samples.jpeg()[20:]
    assert outcome.kept == (("orientation", "colours") if orientation == 6 else ("colours",))
    assert {finding.code for finding in outcome.findings} >= {"serial", "description"}
    again = clean_bytes(outcome.content or b"")
    assert (again.kind, again.findings, again.kept) == (Ending.ALREADY_CLEAN, (), outcome.kept)


def test_profile_is_enough() -> None:
    """A file with a profile needs no second word about its colours."""
    content = cleaned(adobe_rgb_jpeg(before=samples.profile_segments(samples.profile())))
    assert canonical_exif(6) in content
    assert canonical_exif(6, is_adobe_rgb=True) not in content
    assert profile_of(content)


def test_broken_profile_is_not_enough() -> None:
    """When the profile goes, what EXIF says about the colours counts."""
    broken = adobe_rgb_jpeg(before=samples.segment(0xE2, b"ICC_PROFILE\0\1\1broken"))
    assert canonical_exif(6, is_adobe_rgb=True) in cleaned(broken)


def test_adobe_rgb_can_be_dropped() -> None:
    """The option that drops profiles drops this too."""
    outcome = clean_bytes(adobe_rgb_jpeg(), options=Options(keeps_colour_profile=False))
    assert outcome.content is not None
    assert canonical_exif(6) in outcome.content
    assert b"R03" not in outcome.content
    assert outcome.kept == ("orientation",)


@pytest.mark.skipif(not EXIFTOOL, reason="no exiftool of version 13 or newer is installed (EXIFTOOL names one)")
def test_exiftool_reads_adobe_rgb_and_no_more(tmp_path: Path) -> None:
    """An independent reader sees the two values and the orientation."""
    (tmp_path / "photo.jpg").write_bytes(cleaned(adobe_rgb_jpeg()))
    found = {name: value for _, name, value in private_tags(tmp_path)}
    assert found == {
        "ExifIFD:ColorSpace": "Uncalibrated",
        "InteropIFD:InteropIndex": "R03 - DCF option file (Adobe RGB)",
    }


def test_adobe_segment_keeps_the_colours_of_cmyk() -> None:
    """Without it a CMYK picture turns into its negative."""
    file = samples.jpeg("CMYK")
    at = file.index(b"\xff\xee\0\x0eAdobe")
    longer = file[:at] + b"\xff\xee\0\x12" + file[at + 4 : at + 16] + b"CANA" + file[at + 16 :]
    assert cleaned(longer) == file
    assert frames_of(cleaned(longer)) == frames_of(longer) == frames_of(file)


@pytest.mark.parametrize("marker", [0xF7, 0xF8])
def test_jpeg_ls_is_refused(marker: int) -> None:
    """Another way of coding behind the same first bytes."""
    outcome = clean_bytes(samples.before_scan(samples.segment(marker, b"x")))
    assert outcome.error_code == "unsupported-variant"


DAMAGED = {
    "no scan": samples.jpeg()[: samples.jpeg().index(b"\xff\xda")] + b"\xff\xd9",
    "no frame": re.sub(rb"\xff\xc0\0\x11.{15}", b"", samples.jpeg(), count=1, flags=re.DOTALL),
    "second start": samples.before_scan(b"\xff\xd8"),
    "table with a tail": samples.before_scan(samples.segment(0xDD, b"\0\0CANARY")),
    "scan broken, goes on at a restart mark": samples.before_end(b"\xff\x01\xaa\xff\xd0CANARY"),
    "scan broken by a reserved marker": samples.before_end(samples.segment(0x05, b"\xff\xd0CANARY")),
    "cut segment with the end inside": samples.jpeg()[:-2] + b"\xff\xe5\xff\xff" + samples.jpeg(),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_cannot_be_understood_is_refused(name: str) -> None:
    """No picture, wrong order, wrong lengths: an error and no file."""
    outcome = clean_bytes(DAMAGED[name])
    assert (outcome.error_code, outcome.content) == ("damaged", None)


def test_cut_scan_stays_as_it_is() -> None:
    """A picture that ends early is kept to its last byte, with a note."""
    file = samples.jpeg()[:-60]
    outcome = clean_bytes(file)
    assert outcome.content == file
    assert [(finding.code, finding.severity) for finding in outcome.findings] == [("damaged-end", 0)]


def test_end_is_added_where_a_cut_part_goes() -> None:
    """The scan is whole, so decoders that wait for something behind it are given the end."""
    file = samples.jpeg()
    assert cleaned(file[:-2] + samples.segment(0xFE, bytes(50))[:20]) == file


def test_hidden_bytes_tell_their_size() -> None:
    """Bytes between segments are counted."""
    outcome = clean_bytes(samples.before_scan(b"123456789"))
    assert [(finding.code, finding.bytes) for finding in outcome.findings] == [("hidden-bytes", 9)]


def test_everything_is_told_of_a_full_file() -> None:
    """Segments and tail of one file, the worst first."""
    file = samples.after_start(
        EXIF_6
        + samples.segment(0xED, b"Photoshop 3.0\0" + samples.photoshop())
        + samples.segment(0xE1, samples.EXTENDED_XMP_MARK + bytes(40) + b"<xmp:CreatorTool>A")
        + samples.segment(0xE1, samples.EXTENDED_XMP_MARK + bytes(40) + b"pp</xmp:CreatorTool>")
    )
    outcome = clean_bytes(file + samples.movie())
    found = codes(outcome)
    assert found[0] == "location"
    assert {"attached-video", "thumbnail", "person", "serial", "maker-notes", "time", "device"} <= set(found)
    assert ("value", "App") in next(finding for finding in outcome.findings if finding.code == "software").values
    assert [finding.severity for finding in outcome.findings] == sorted(
        (finding.severity for finding in outcome.findings), reverse=True
    )
