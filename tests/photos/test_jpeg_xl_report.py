"""What a JPEG XL file gives away is told box by box."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.findings import Finding
from safety.photos.source import BytesSource
from tests.photos import note_samples as notes
from tests.photos import samples
from tests.photos.jpeg_xl_samples import coded, container

box = samples.box
XMP_TYPE = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
C2PA_TYPE = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


def told(*boxes: bytes) -> tuple[Finding, ...]:
    """The findings for a file with these boxes."""
    report = inspect_bytes(container(*boxes, coded()))
    assert report.refusal is None
    return report.findings


@pytest.mark.parametrize("start", [bytes(4), b"\0\0\0\3abc", b"\0\0\0\6Exif\0\0", b"\0\0\0\0Exif\0\0", b"\xff" * 4])
def test_exif_is_read_from_its_offset(start: bytes) -> None:
    """Place, device and the rest; also where a writer got the offset wrong."""
    block = box(b"Exif", start + samples.exif())
    found = {finding.code: dict(finding.values) for finding in told(block)}
    assert found["location"] == {"lat": "52.51630", "lon": "-13.37769"}
    assert found["device"] in ({"make": "Acme", "model": "Snap 3"}, {"lens": "35mm f/2"})


def test_exif_that_cannot_be_read_is_told() -> None:
    """There is nothing to read, and it is still a part of unknown kind."""
    assert [finding.code for finding in told(box(b"Exif", b"\xff" * 4 + samples.exif()[4:]))] == ["unknown-part"]


@pytest.mark.parametrize("start", [bytes(4), b"\0\0\0\6Exif\0\0", b"\0\0\0\0Exif\0\0"])
def test_thumbnail_can_be_shown(start: bytes) -> None:
    """Its ranges are the bytes of the picture."""
    block = box(b"Exif", start + notes.block(b"note", preview=samples.jpeg()))
    (thumbnail,) = [finding for finding in told(block) if finding.code == "thumbnail"]
    file = container(block, coded())
    assert embedded_bytes(thumbnail, BytesSource(file), len(file)) == samples.jpeg()


@pytest.mark.parametrize("block", [box(b"xml ", samples.xmp()), box(b"uuid", XMP_TYPE + samples.xmp())])
def test_xmp_is_read(block: bytes) -> None:
    """In its own box or in that of other formats."""
    assert "Editor 9" in [dict(finding.values).get("value") for finding in told(block)]


def test_picture_in_a_signed_history_can_be_shown() -> None:
    """Its place in the file is that of the picture."""
    hidden = samples.jpeg(comment=b"before the crop")
    block = box(b"jumb", box(b"jumd", b"c2pa") + hidden)
    found = {finding.code: finding for finding in told(block)}
    assert set(found) == {"provenance", "thumbnail"}
    carried = found["thumbnail"].embedded
    assert carried is not None
    file = container(block, coded())
    assert b"".join(file[start : start + size] for start, size in carried.ranges) == hidden


@pytest.mark.parametrize(
    ("block", "code", "fourcc"),
    [
        (box(b"brob", b"Exif" + bytes(9)), "vendor-data", "Exif"),
        (box(b"brob", b"xml " + bytes(9)), "vendor-data", "xml"),
        (box(b"brob", b""), "vendor-data", "brob"),
        (box(b"jbrd", bytes(9)), "vendor-data", "jbrd"),
        (box(b"uuid", bytes(20)), "vendor-data", "uuid"),
        (box(b"jhgm", bytes(9)), "hdr-layer", None),
        (box(b"free", bytes(9)), "hidden-bytes", None),
        (box(b"zzzz", bytes(9)), "unknown-part", "zzzz"),
    ],
)
def test_boxes_are_named(block: bytes, code: str, fourcc: str | None) -> None:
    """By what they are for; of a packed one only its kind is known."""
    found = [(finding.code, dict(finding.values), finding.bytes) for finding in told(block)]
    assert found == [(code, {"fourcc": fourcc} if fourcc else {}, len(block))]


@pytest.mark.parametrize(
    ("block", "part", "found"),
    [
        (box(b"jumb", b"c2pa\x6fclaim_generator\x64Snap"), "JUMBF", [("provenance", {"generator": "Snap"})]),
        (box(b"jumb", bytes(9)), "JUMBF", [("vendor-data", {"fourcc": "JUMBF"})]),
        (box(b"uuid", C2PA_TYPE + b"claim_generator\x64Snap"), "C2PA", [("provenance", {"generator": "Snap"})]),
    ],
)
def test_signed_history_is_read(block: bytes, part: str, found: list[tuple[str, dict[str, str]]]) -> None:
    """In a box of its own, and in one where nothing else may stand."""
    assert [(one.code, dict(one.values)) for one in told(block)] == found
    assert {one.place.part for one in told(block)} == {part}


def test_too_large_a_box_is_named_unread() -> None:
    """Beyond the limit for reading it still goes, and is still told."""
    padding = bytes(17 * 1024 * 1024)
    large = box(b"xml ", samples.xmp() + padding)
    assert [(finding.code, dict(finding.values)) for finding in told(large)] == [("vendor-data", {"fourcc": "xml"})]
    assert [finding.code for finding in told(box(b"uuid", C2PA_TYPE + padding))] == ["provenance"]
