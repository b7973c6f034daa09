"""What a GIF gives away is told part by part."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.metadata.xmp import report_xmp
from tests.photos import samples
from tests.photos.gif_samples import (
    END,
    application,
    comment,
    extension,
    image,
    plain_text,
    tiny,
    xmp_block,
)


def told(*parts: bytes) -> list[tuple[str, dict[str, str]]]:
    """Code and values of the findings for a GIF with these parts before its image."""
    report = inspect_bytes(tiny(*parts, image(), END))
    assert report.refusal is None
    return [(finding.code, dict(finding.values)) for finding in report.findings]


def in_pieces(content: bytes, size: int = 255) -> list[bytes]:
    """Contents of sub-blocks of this size."""
    return [content[at : at + size] for at in range(0, len(content), size)]


def test_texts_are_told() -> None:
    """Comments and drawn text, put together from their sub-blocks."""
    assert told(extension(0xFE, b"made by ", b"Anna")) == [("comment", {"value": "made by Anna"})]
    assert told(plain_text(b"Anna's garden")) == [("description", {"value": "Anna's garden"})]
    assert told(comment("für Anna".encode("utf-16-le"))) == [("comment", {"value": "für Anna"})]


@pytest.mark.parametrize(
    "block",
    [
        xmp_block(),
        application(b"XMP DataXMP", *in_pieces(samples.xmp())),
        application(b"XMP DataXMP", *in_pieces(samples.xmp(), 20)),
    ],
)
def test_xmp_is_read(block: bytes) -> None:
    """As Adobe writes it and as those do who put it into sub-blocks."""
    report = inspect_bytes(tiny(block, image(), END))
    expected = report_xmp(samples.xmp(), "XMP", 0)
    found = {(finding.code, finding.bytes, *finding.values) for finding in report.findings}
    # The name of the nearest city is put to a place later.
    assert {
        (finding.code, finding.bytes, *finding.values) for finding in expected if finding.code != "location"
    } < found
    assert {finding.code for finding in report.findings} == {finding.code for finding in expected}


@pytest.mark.parametrize(
    ("name", "content"), [(b"MGK8BIM0000", samples.photoshop()), (b"MGKIPTC0000", samples.photoshop()[12:])]
)
def test_captions_of_other_programs_are_read(name: bytes, content: bytes) -> None:
    """ImageMagick keeps IPTC in blocks of its own."""
    found = told(application(name, *in_pieces(content)))
    assert ("person", {"values": "Anna"}) in found


@pytest.mark.parametrize(
    ("block", "code", "fourcc"),
    [
        (application(b"ICCRGBG1012", b"x"), "colour-profile", None),
        (application(b"C2PA_GIF\1\0\0", b"x"), "provenance", None),
        (application(b"PRIVATE01.0", b"x"), "vendor-data", "PRIVATE01.0"),
        (application(b"NETSCAPE2.0", b"x"), "vendor-data", "NETSCAPE2.0"),
        (extension(0x42, b"x"), "unknown-part", "42"),
    ],
)
def test_blocks_are_named(block: bytes, code: str, fourcc: str | None) -> None:
    """By what they are for, or by their name."""
    assert told(block) == [(code, {"fourcc": fourcc} if fourcc else {})]


def test_too_large_a_block_is_named_unread() -> None:
    """Beyond the limit for reading it still goes, and is still told."""
    large = extension(0xFE, *[b"a" * 255] * 70_000)
    assert told(large) == [("comment", {})]
    assert told(extension(0x01, *[b"a" * 255] * 70_000)) == [("description", {})]
    assert told(application(b"XMP DataXMP", *[b"a" * 255] * 70_000)) == [("vendor-data", {"fourcc": "XMP DataXMP"})]
