"""A signed history tells the program, people, a place and the pictures inside it."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.metadata.provenance import report_history
from safety.photos.source import BytesSource
from tests.photos import samples

PICTURE = samples.jpeg()
BOX = b"\0\0\1\0jumb" + b"\0\0\0\x1fjumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\3c2pa\0"


def told(block: bytes) -> dict[str, dict[str, str]]:
    """Values of the findings by code."""
    return {finding.code: dict(finding.values) for finding in report_history(BOX + block, "JUMBF", 3)}


@pytest.mark.parametrize(
    ("block", "code", "values"),
    [
        (b"oclaim_generator\x6aAcme 1.0/2", "provenance", {"generator": "Acme 1.0/2"}),
        (b"oclaim_generator\x78\x1a" + b"Acme " * 5 + b"!", "provenance", {"generator": ("Acme " * 5 + "!")}),
        (b"oclaim_generator\x79\0\x1a" + b"Acme " * 5 + b"!", "provenance", {"generator": ("Acme " * 5 + "!")}),
        (b"claim_generator_info\x81\xa2\x64name\x64Acme\x67version\x631.0", "provenance", {"generator": "Acme"}),
        (b"claim_generator_info\x81\xa0", "provenance", {}),
        (b"claim_generator", "provenance", {}),
        (b"claim_generator\x18\xff", "provenance", {}),
        (b'{"author":[{"@type":"Person","name":"Anna"}]}', "person", {"values": "Anna"}),
        (b'[{"name":"Anna","@type":"Person"},{"@type":"Person","name":"Bo"}]', "person", {"values": "Anna; Bo"}),
        (
            b'{"exif:GPSLatitude": "39,21.102N", "exif:GPSLongitude": "74,26.5737W"}',
            "location",
            {"lat": "39.35170", "lon": "-74.44290"},
        ),
        (b'{"EXIF:GPSLatitude":"x"}', "location", {}),
    ],
)
def test_names_are_found(block: bytes, code: str, values: dict[str, str]) -> None:
    """Texts of three lengths, both versions of claims, authors and places."""
    assert told(block)[code] == values


def test_other_boxes_are_no_history() -> None:
    """JUMBF holds other things too; where only a history may stand, it is one."""
    assert [finding.code for finding in report_history(b"\0\0\0\x08jumb", "JUMBF", 3)] == ["vendor-data"]
    assert [finding.code for finding in report_history(b"broken", "caBX", 3, is_known=True)] == ["provenance"]


def jpeg_with(block: bytes, piece_bytes: int) -> bytes:
    """A JPEG with a history in several segments; each later one repeats the head of the box."""
    head = block[:8]
    pieces = [block[:piece_bytes]]
    pieces += [head + block[at : at + piece_bytes] for at in range(piece_bytes, len(block), piece_bytes)]
    return samples.after_start(
        b"".join(
            samples.segment(0xEB, b"JP\0\1" + number.to_bytes(4, "big") + piece)
            for number, piece in enumerate(pieces, 1)
        )
    )


@pytest.mark.parametrize("piece_bytes", [10_000, 300])
def test_pictures_of_earlier_forms_can_be_shown(piece_bytes: int) -> None:
    """Also when the picture stands in several segments."""
    file = jpeg_with(BOX + b"c2pa.thumbnail.ingredient" + PICTURE + b"end", piece_bytes)
    findings = inspect_bytes(file).findings
    assert {finding.code for finding in findings} == {"thumbnail", "provenance"}
    (shown,) = [finding for finding in findings if finding.code == "thumbnail"]
    assert embedded_bytes(shown, BytesSource(file), 10_000) == PICTURE


@pytest.mark.parametrize(
    "file",
    [
        samples.after_header(samples.chunk(b"caBX", BOX + PICTURE)),
        samples.riff(samples.canvas(0), samples.coded_webp(), samples.piece(b"C2PA", BOX + PICTURE)),
    ],
    ids=["png", "webp"],
)
def test_other_formats_show_them_too(file: bytes) -> None:
    """A chunk is in one piece."""
    (shown,) = [finding for finding in inspect_bytes(file).findings if finding.embedded]
    assert embedded_bytes(shown, BytesSource(file), 10_000) == PICTURE
