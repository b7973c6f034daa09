"""Photoshop's resources are told, as far as they are whole."""

import pytest

from safety.photos.iptc import report_iptc, report_resources
from tests.photos import samples


def codes(block: bytes) -> set[str]:
    """Codes of the findings."""
    return {finding.code for finding in report_resources(block, "Photoshop", 3)}


def test_captions_names_and_previews_are_told() -> None:
    """IPTC data sets and the preview of one block."""
    assert codes(samples.photoshop()) == {"person", "keywords", "location", "caption", "time", "thumbnail"}


def test_copies_of_other_blocks_are_told() -> None:
    """EXIF, XMP and links are found inside resources."""
    found = codes(
        samples.resource(0x0422, samples.exif())
        + samples.resource(0x0424, samples.xmp())
        + samples.resource(0x040B, b"http://a")
    )
    assert {"location", "software", "web-link", "serial"} <= found


@pytest.mark.parametrize(
    "block", [b"", b"8BIM", b"8BIM\4\4\xff", b"8BIM\4\4\0\0\xff\xff\xff\xff", b"junk" * 9, samples.resource(1, b"x")]
)
def test_broken_or_unknown_blocks_are_named(block: bytes) -> None:
    """Whatever it is, it was there."""
    assert codes(block) == {"vendor-data"}


@pytest.mark.parametrize(
    "block", [b"", b"\x1c\2\x50", b"\x1c\2\x50\xff\xff", b"\x1c\2\x50\0\x09abc", b"\x1c\1\x50\0\1a", b"\x1c\2\1\0\1a"]
)
def test_broken_or_unknown_data_sets_say_nothing(block: bytes) -> None:
    """Cut, extended, of another record or of no interest."""
    assert report_iptc(block, "IPTC", 0) == []
