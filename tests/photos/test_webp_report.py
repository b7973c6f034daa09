"""Chunks that are left out of a WebP are named by what they are."""

import pytest

from safety.photos import inspect_bytes
from tests.photos import samples


@pytest.mark.parametrize(
    ("kind", "content", "code"),
    [
        (b"XMP ", b"<xmp:CreatorTool>App</xmp:CreatorTool>", "software"),
        (b"XMP\0", b"<xmp:CreatorTool>App</xmp:CreatorTool>", "software"),
        (b"EXIF", b"broken", "unknown-part"),
        (b"VP8 ", b"x", "extra-picture"),
        (b"ICCP", b"x", "colour-profile"),
        (b"C2PA", b"x", "provenance"),
        (b"\xff\xfeZ ", b"x", "unknown-part"),
    ],
)
def test_chunk_is_named(kind: bytes, content: bytes, code: str) -> None:
    """By its type, and EXIF and XMP by what they say."""
    file = samples.riff(samples.canvas(0), samples.coded_webp(), samples.piece(kind, content))
    assert [finding.code for finding in inspect_bytes(file).findings] == [code]


def test_reading_has_a_budget() -> None:
    """Behind a thousand parts nothing is read, but the rest is still named."""
    many = samples.piece(b"XMP ", b"<xmp:CreatorTool>App</xmp:CreatorTool>") * 1_200
    findings = inspect_bytes(samples.riff(samples.canvas(0), samples.coded_webp(), many)).findings
    assert {finding.code for finding in findings} == {"software", "vendor-data"}
