"""Trailers are known by their ends, and their parts are told."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safety.photos import Ending, clean_bytes, inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.findings import Finding
from safety.photos.formats.trailers import find_trailers, name_of_rest
from safety.photos.source import BytesSource
from tests.photos import samples
from tests.photos import trailer_samples as trailers

PICTURE, MOVIE = samples.jpeg(), samples.movie()
IPTC = trailers.data_set(80, b"Anna") + trailers.data_set(120, b"At home")


def found(file: bytes) -> list[Finding]:
    """The findings in the order of the file."""
    assert clean_bytes(file).kind is Ending.CLEANED
    return sorted(inspect_bytes(file).findings, key=lambda finding: (finding.place.offset, finding.code))


def told(file: bytes) -> list[tuple[str, dict[str, str]]]:
    """Code and values of each finding."""
    return [(finding.code, dict(finding.values)) for finding in found(file)]


def test_samsung_parts_are_told() -> None:
    """The time, the country, the sound, a depth map, another picture and the video, each by its own name."""
    tail = trailers.samsung(
        (0x0A01, b"Image_UTC_Data", b"1706696430123"),
        (0x0AA1, b"MCC_Data", b"262"),
        (0x0100, b"SoundShot_000", b"audio" * 9),
        (0x0AB1, b"DepthMap_0", bytes(20)),
        (0x0001, b"DualShot_2", PICTURE),
        (0x0A30, b"MotionPhoto_Data", MOVIE),
        (0x0BA1, b"Original_Path_Hash_Key", b"abcdef"),
    )
    findings = found(samples.jpeg() + tail)
    by_code = {finding.code: dict(finding.values) for finding in findings if finding.code != "vendor-data"}
    assert by_code["time"] == {"value": "2024-01-31 10:20:30 UTC"}
    assert by_code["location"] == {"name": "mobile country code 262"}
    assert by_code["depth-layer"] == {"fourcc": "DepthMap_0"}
    assert by_code["extra-picture"] == {"w": "24", "h": "16"}
    assert by_code["attached-video"] == {"n": "3"}
    vendors = [dict(finding.values)["fourcc"] for finding in findings if finding.code == "vendor-data"]
    assert vendors == ["Samsung", "sound recording", "Original_Path_Hash_Key"]


def test_media_in_a_trailer_can_be_shown() -> None:
    """The picture and the video are where the findings say they are."""
    file = samples.jpeg() + trailers.samsung((0x0001, b"DualShot_2", PICTURE), (0x0A30, b"MotionPhoto_Data", MOVIE))
    shown = [embedded_bytes(finding, BytesSource(file), len(file)) for finding in found(file) if finding.embedded]
    assert shown == [PICTURE, MOVIE]


def test_afcp_and_fotostation_parts_are_told() -> None:
    """IPTC, a text and a preview behind its head."""
    file = samples.jpeg()
    file += trailers.afcp(len(file), (b"IPTC", IPTC), (b"TEXT", b"hello"), (b"PrVw", bytes(18) + PICTURE))
    codes = [code for code, _ in told(file)]
    assert {"person", "caption", "comment", "extra-picture", "vendor-data"} <= set(codes)
    file = samples.jpeg() + trailers.fotostation(1, IPTC)
    assert ("person", {"values": "Anna"}) in told(file)
    assert ("vendor-data", {"fourcc": "FotoStation"}) in told(file)


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        (trailers.photo_mechanic(b"soft edit"), "Photo Mechanic"),
        (trailers.canon(b"recipe"), "Canon"),
        (b"vivo{" + trailers.VIVO_END, "vivo"),
        (b"x" * 30 + b"8db42d694ccc418790edff439fe026bf", "Insta360"),
        (b"x" * 30 + bytes(6) + b"/NIKON APP", "Nikon"),
        (b"{}" + b"jxrs" + b"\1\2\3\0", "OnePlus"),
    ],
)
def test_others_are_named(tail: bytes, name: str) -> None:
    """Bytes of a known program are its data and not the rest of an older picture."""
    (only,) = found(samples.jpeg() + tail)
    assert (only.code, dict(only.values), only.bytes) == ("vendor-data", {"fourcc": name}, len(tail))


def test_trailers_behind_each_other_are_all_found() -> None:
    """What comes before the first of them is still told apart."""
    file = samples.jpeg() + PICTURE + trailers.photo_mechanic(b"soft edit") + trailers.samsung((1, b"A", b"x"))
    names = [trailer.name for trailer in find_trailers(BytesSource(file), len(samples.jpeg()))]
    assert names == ["Photo Mechanic", "Samsung"]
    assert [code for code, _ in told(file)] == ["extra-picture", "vendor-data", "vendor-data", "vendor-data"]


@pytest.mark.parametrize(
    "tail",
    [
        b"SEFT",
        b"xxxxSEFT",
        b"SEFH" + bytes(8) + struct.pack("<I", 12) + b"SEFT",
        b"SEFH" + b"\xff" * 8 + struct.pack("<I", 12) + b"SEFT",
        b"SEFH" + struct.pack("<IIIII", 101, 1, 0, 900, 900) + struct.pack("<I", 24) + b"SEFT",
        b"SEFH" + struct.pack("<IIIII", 101, 1, 0, 40, 40) + struct.pack("<I", 24) + b"SEFT",
        trailers.samsung((1, b"A", b"x"))[:8] + b"\xff\xff\xff\xff" + trailers.samsung((1, b"A", b"x"))[12:],
        b"AXS!" + b"\xff" * 8,
        b"AXS!" + bytes(8),
        trailers.afcp(9_999, (b"IPTC", IPTC)),
        b"\0\1\xff\xff\xff\xff\xa1\xb2\xc3\xd4",
        b"\0\1\0\0\0\x05\xa1\xb2\xc3\xd4",
        b"\xa1\xb2\xc3\xd4",
        b"\xff\xff\xff\xffcbipcbbl",
        b"CANON OPTIONAL DATA\0\xff\xff\xff\xff" + bytes(40),
    ],
)
def test_a_broken_trailer_keeps_no_file_from_being_cleaned(tail: bytes) -> None:
    """Whatever it points at, every byte of it is told as something."""
    file = samples.jpeg() + tail
    assert sum(finding.bytes for finding in found(file)) >= len(tail)


def test_names_need_an_end() -> None:
    """The marks of trailers without a length count at the end only."""
    assert name_of_rest(BytesSource(b"x" * 40 + trailers.VIVO_END), 0, 40 + len(trailers.VIVO_END)) == "vivo"
    assert name_of_rest(BytesSource(trailers.VIVO_END + b"x" * 40), 0, 40 + len(trailers.VIVO_END)) == ""


def test_old_picture_is_told_from_other_leftovers() -> None:
    """A picture that was cropped and saved over itself leaves the end of its old file (CVE-2023-21036)."""
    old = samples.png("RGBA")
    png = samples.png() + old[60:]
    assert told(png) == [("leftover-data", {"end": "IEND"})]
    jpeg = samples.jpeg() + samples.jpeg("CMYK")[400:]
    assert told(jpeg)[-1] == ("leftover-data", {"end": "EOI"})
    assert told(samples.png() + b"other" * 50) == [("leftover-data", {})]
    assert told(samples.webp() + samples.SECRET) == [("leftover-data", {})]


def test_what_follows_other_formats_is_told_too() -> None:
    """A picture, a video and a trailer behind a PNG and a WebP."""
    for file in (samples.png(), samples.webp()):
        codes = [code for code, _ in told(file + PICTURE + MOVIE + trailers.samsung((0x0AA1, b"MCC_Data", b"262")))]
        assert {"extra-picture", "attached-video", "vendor-data", "location"} <= set(codes)


@given(st.sampled_from(["samsung", "afcp", "fotostation", "canon"]), st.integers(0, 10**6), st.integers(0, 255))
@settings(max_examples=400, deadline=None)
def test_any_change_of_a_trailer_ends_well(name: str, place: int, number: int) -> None:
    """Whatever number in it is wrong, the file is cleaned and nothing is raised."""
    start = samples.jpeg()
    tails = {
        "samsung": trailers.samsung((0x0AA1, b"MCC_Data", b"262"), (1, b"A", PICTURE)),
        "afcp": trailers.afcp(len(start), (b"IPTC", IPTC), (b"TEXT", b"x")),
        "fotostation": trailers.fotostation(1, IPTC),
        "canon": trailers.canon(b"recipe"),
    }
    tail = bytearray(tails[name])
    tail[place % len(tail)] = number
    assert clean_bytes(start + bytes(tail)).kind is Ending.CLEANED
