"""Segments that are left out are named by what they are."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.source import BytesSource
from tests.photos import samples


def told(content: bytes) -> list[tuple[str, str]]:
    """Code and part of each finding for segments behind SOI."""
    return [(finding.code, finding.place.part) for finding in inspect_bytes(samples.before_scan(content)).findings]


@pytest.mark.parametrize(
    ("marker", "content", "code", "part"),
    [
        (0xE0, b"JFXX\0\x10", "thumbnail", "APP0 JFXX"),
        (0xE2, b"urn:iso:std:iso:ts:21496:-1\0", "hdr-layer", "APP2 urn:iso:std:iso:"),
        (0xE6, b"GoPro\0DEVC", "vendor-data", "APP6 GoPro"),
        (0xE4, b"\1\2\3\0", "vendor-data", "APP4"),
        (0xE5, b"", "vendor-data", "APP5"),
        (0xEB, b"HDR_RI ver=11", "hdr-layer", "APP11 HDR_RI ver=11"),
        (0xEB, b"JP\0\1jumbc2pa", "provenance", "JUMBF"),
        (0xEB, b"JP\0\1jumb", "vendor-data", "JUMBF"),
        (0xED, b"Adobe_CM\0", "vendor-data", "APP13 Adobe_CM"),
        (0xFE, b"hello", "comment", "comment"),
        (0x02, b"x", "unknown-part", "FF02"),
        (0xC8, b"x", "unknown-part", "FFC8"),
        (0xFD, b"x", "unknown-part", "FFFD"),
    ],
)
def test_segment_is_named(marker: int, content: bytes, code: str, part: str) -> None:
    """By its number, and its own name when that can be shown."""
    assert told(samples.segment(marker, content)) == [(code, part)]


def test_extended_packet_is_put_in_its_order() -> None:
    """Pieces say where they belong; the first one in the file can be the last one of the packet."""
    packet = b"<xmp:CreatorTool>Editor and more</xmp:CreatorTool>"
    pieces = [
        samples.segment(0xE1, samples.EXTENDED_XMP_MARK + bytes(36) + at.to_bytes(4, "big") + packet[at : at + 20])
        for at in range(0, len(packet), 20)
    ]
    (finding,) = inspect_bytes(samples.after_start(b"".join(reversed(pieces)))).findings
    assert dict(finding.values) == {"value": "Editor and more"}


def test_jfxx_picture_can_be_shown() -> None:
    """When it is a JPEG; the other two kinds are bare pixels."""
    picture = samples.jpeg()
    file = samples.after_start(samples.segment(0xE0, b"JFXX\0\x10" + picture))
    (finding,) = inspect_bytes(file).findings
    assert embedded_bytes(finding, BytesSource(file), 10_000) == picture
    (finding,) = inspect_bytes(samples.after_start(samples.segment(0xE0, b"JFXX\0\x13" + bytes(90)))).findings
    assert (finding.code, finding.embedded) == ("thumbnail", None)


def test_list_of_pictures_names_those_behind() -> None:
    """The first packet says that the second picture is the depth of the first one."""
    listed = b'<a Item:Semantic="Primary"/><a Item:Semantic="Depth"/><a Item:Semantic="Original"/>'
    file = samples.after_start(samples.segment(0xE1, samples.XMP_MARK + listed)) + samples.jpeg() * 2
    codes = [finding.code for finding in inspect_bytes(file).findings if finding.embedded]
    assert codes == ["original-picture", "depth-layer"]


def test_reading_has_a_budget() -> None:
    """Behind a thousand parts nothing is read, but all of it is still removed and counted."""
    many = samples.segment(0xFE, b"x") * 1_200
    assert {code for code, _ in told(many)} == {"comment", "unknown-part"}
