"""Chunks that are left out are named by what they are."""

import zlib

import pytest

from safety.photos import inspect_bytes
from safety.photos.formats.png_report import inflate
from tests.photos import samples


def told(kind: bytes, content: bytes) -> list[tuple[str, dict[str, str]]]:
    """Code and values of each finding for one chunk."""
    findings = inspect_bytes(samples.after_header(samples.chunk(kind, content))).findings
    return [(finding.code, dict(finding.values)) for finding in findings]


@pytest.mark.parametrize(
    ("kind", "content", "code", "values"),
    [
        (b"tEXt", b"Software\0Editor", "software", {"value": "Editor"}),
        (b"tEXt", b"Author\0Anna", "person", {"values": "Anna"}),
        (b"tEXt", b"Note\0hello", "comment", {"value": "Note: hello"}),
        (b"tEXt", b"Comment\0hello", "comment", {"value": "hello"}),
        (b"tEXt", b"no zero", "comment", {"value": "no zero:"}),
        (b"zTXt", b"Title\0\0" + zlib.compress(b"Sea"), "description", {"value": "Sea"}),
        (b"zTXt", b"Title\0\0broken", "description", {}),
        (b"iTXt", b"parameters\0\0\0\0\0a cat", "ai-prompt", {"value": "a cat"}),
        (b"iTXt", b"prompt\0\1\0en\0x\0" + zlib.compress(b"a dog"), "ai-prompt", {"value": "a dog"}),
        (b"tIME", b"\x07\xe8\1\x1f\x0a\x14\x1e", "time", {"value": "2024-01-31 10:20:30 UTC"}),
        (b"tIME", b"short", "unknown-part", {"fourcc": "tIME"}),
        (b"caBX", b"x", "provenance", {}),
        (b"prVW", b"x", "extra-picture", {}),
        (b"mkBT", b"x", "original-picture", {}),
        (b"abCd", b"x", "unknown-part", {"fourcc": "abCd"}),
        (
            b"zTXt",
            b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n 3\nnot hexadecimal"),
            "unknown-part",
            {"fourcc": "raw profile"},
        ),
        (b"tEXt", b"exif:Artist\0Anna", "person", {"values": "Anna"}),
        (b"tEXt", b"exif:DateTime\x002024:01:31 10:20:30", "time", {"value": "2024-01-31 10:20:30"}),
        (b"tEXt", b"exif:Contrast\x000", "vendor-data", {"fourcc": "tEXt exif"}),
        (b"tEXt", b"icc:model\0sRGB", "vendor-data", {"fourcc": "tEXt icc"}),
        (
            b"zTXt",
            b"Raw profile type iptc\0\0"
            + zlib.compress(b"\niptc\n 3\n" + b"\x1c\2\x50\0\2Bo".hex().encode() + b"f\xff{}"),
            "person",
            {"values": "Bo"},
        ),
        (
            b"zTXt",
            b"Raw profile type xmp\0\0" + zlib.compress(b"\nxmp\n 3\n" + b"mwg-rs:Name='Bo'".hex().encode()),
            "person",
            {"values": "Bo"},
        ),
        (
            b"zTXt",
            b"Raw profile type iptc\0\0" + zlib.compress(b"\niptc\n 3\n" + b"\x1c\2\x50\0\2Bo".hex().encode()),
            "person",
            {"values": "Bo"},
        ),
    ],
)
def test_chunk_is_named(kind: bytes, content: bytes, code: str, values: dict[str, str]) -> None:
    """Texts by their keyword, others by their type."""
    assert told(kind, content) == [(code, values)]


def test_inflating_is_bounded() -> None:
    """A stream that is larger than allowed, unfinished or broken gives nothing."""
    stream = zlib.compress(bytes(1_000))
    assert inflate(stream, 1_000) == bytes(1_000)
    assert inflate(stream, 999) == b""
    assert inflate(stream[:-2], 1_000) == b""
    assert inflate(b"broken", 1_000) == b""
