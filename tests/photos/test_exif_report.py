"""What a camera writes is told: where, when, who, with what."""

import struct

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.extents import Extents
from safety.photos.metadata.exif_report import report_exif
from safety.photos.source import BytesSource
from tests.photos import note_samples as notes
from tests.photos import samples


def told(block: bytes) -> dict[str, list[dict[str, str]]]:
    """Values of the findings by code."""
    found: dict[str, list[dict[str, str]]] = {}
    for finding in report_exif(block, "Exif", 30):
        assert finding.place.offset == 30
        found.setdefault(finding.code, []).append(dict(finding.values))
    return found


@pytest.mark.parametrize("order", ["<", ">"])
def test_everything_a_camera_writes_is_told(order: str) -> None:
    """In both byte orders, with the numbers as people read them."""
    found = told(samples.exif(6, order))
    assert found["location"] == [{"lat": "52.51630", "lon": "-13.37769"}]
    assert found["time"] == [{"value": "2024-01-31 10:20:30 +02:00"}, {"value": "2024-01-31 UTC"}]
    assert found["device"] == [{"make": "Acme", "model": "Snap 3"}, {"lens": "35mm f/2"}]
    assert "CANARY" in found["person"][0]["values"]
    assert found["serial"][0]["values"].startswith("SN-CANARY")
    assert found["maker-notes"] == [{"maker": "Acme"}]
    assert {"description", "comment", "thumbnail"} <= set(found)


def test_the_same_moment_is_told_once() -> None:
    """Taken, digitised and changed at the same second are one time."""
    entry = struct.pack(">HHII", 0x9003, 2, 20, 50) + struct.pack(">HHII", 0x9004, 2, 20, 50)
    block = b"MM\0*\0\0\0\x08\0\2" + entry + bytes(4) + bytes(12) + b"2024:01:31 10:20:30\0"
    assert told(block)["time"] == [{"value": "2024-01-31 10:20:30"}]


def test_settings_alone_are_still_named() -> None:
    """A block with nothing personal that we know is removed, and said to be there."""
    assert set(told(b"MM\0*\0\0\0\x08\0\1" + struct.pack(">HHII", 0x829A, 4, 1, 5) + bytes(4))) == {"vendor-data"}


def test_broken_block_is_named() -> None:
    """Bytes that are not EXIF at all."""
    assert set(told(b"broken")) == {"unknown-part"}


def gps_block(*entries: tuple[int, int, bytes]) -> bytes:
    """A block with nothing but a GPS directory."""
    writer = samples._ExifWriter(">")
    table = writer._directory(26, list(entries), 0)
    return b"MM\0*\0\0\0\x08\0\1" + struct.pack(">HHII", 0x8825, 4, 1, 26) + bytes(4) + table


def test_location_without_numbers_is_still_a_location() -> None:
    """Zero denominators and impossible degrees have no numbers; altitude and direction hint at a place."""
    unknown = (2, 5, bytes(24)), (4, 5, bytes(24))
    assert told(gps_block(*unknown))["location"] == [{}]
    too_far = struct.pack(">IIIIII", 200, 1, 0, 1, 0, 1)
    assert told(gps_block((2, 5, too_far), (4, 5, too_far)))["location"] == [{}]
    assert told(gps_block((6, 5, struct.pack(">II", 300, 1))))["location"] == [{}]
    assert "location" not in told(gps_block((0, 2, b"2300")))


def test_unknown_seconds_do_not_hide_the_place() -> None:
    """0/0 for the seconds counts as zero."""
    parts = struct.pack(">IIIIII", 10, 1, 30, 1, 0, 0)
    assert told(gps_block((1, 2, b"S\0"), (2, 5, parts), (4, 5, parts)))["location"] == [
        {"lat": "-10.50000", "lon": "10.50000"}
    ]


def block(*entries: tuple[int, int, bytes], order: str = ">") -> bytes:
    """A block with one directory."""
    mark = b"MM\0*\0\0\0\x08" if order == ">" else b"II*\0\x08\0\0\0"
    return mark + samples._ExifWriter(order)._directory(8, list(entries), 0)


@pytest.mark.parametrize(
    ("entry", "code", "values"),
    [
        ((0x000B, 2, b"Darkroom 4\0"), "software", {"value": "Darkroom 4"}),
        ((0x010D, 2, b"C:\\Users\\anna\0"), "description", {"value": "C:\\Users\\anna"}),
        ((0xA437, 2, b"Anna E.\0"), "person", {"values": "Anna E."}),
        ((0xA43B, 2, b"Editor 3.0\0"), "software", {"value": "Editor 3.0"}),
        ((0xC62F, 2, b"12345678\0"), "serial", {"values": "12345678"}),
        ((0xC614, 2, b"Acme Snap\0"), "device", {"model": "Acme Snap"}),
        ((0xC634, 1, b"private"), "maker-notes", {}),
        ((0x02BC, 1, b'<a xmp:CreatorTool="Editor 9"/>'), "software", {"value": "Editor 9"}),
        ((0x0110, 2, b'prompt:{"3": {"inputs": {}, "class_type": "KSampler"}}\0'), "ai-prompt", None),
    ],
)  # fmt: skip
def test_more_tags_are_told(entry: tuple[int, int, bytes], code: str, values: dict[str, str] | None) -> None:
    """Newer and rarer ones, XMP inside EXIF, and a prompt in the place of a camera's name."""
    kind = {1: 7}.get(entry[1], entry[1])
    found = told(block((entry[0], kind, entry[2])))
    assert set(found) == {code}
    assert values is None or found[code] == [values]


@pytest.mark.parametrize(
    ("raw", "order", "said"),
    [
        (b"ASCII\0\0\0at home", ">", "at home"),
        (b"UNICODE\0" + "привет".encode("utf-16-be"), ">", "привет"),
        (b"UNICODE\0" + "привет".encode("utf-16-le"), "<", "привет"),
        (b"UNICODE\0" + "at home".encode("utf-16-be"), "<", "at home"),
        (b"UNICODE\0" + b"\xff\xfe" + "at home".encode("utf-16-le"), ">", "at home"),
    ],
)  # fmt: skip
def test_comments_are_read_in_their_encoding(raw: bytes, order: str, said: str) -> None:
    """Of any script; Western text also where the writer used the other byte order."""
    assert told(block((0x9286, 7, raw), order=order))["comment"] == [{"value": said}]


def test_named_area_is_a_place() -> None:
    """What a receiver writes as text."""
    assert told(gps_block((28, 7, b"ASCII\0\0\0Old port")))["location"] == [{"name": "Old port"}]


def test_pictures_inside_can_be_shown() -> None:
    """The thumbnail where its directory says it is, and a larger preview that only the camera's maker knows of."""
    small, large = samples.jpeg(), samples.jpeg("L")
    content = notes.block(b"note" + large, preview=small)
    file = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + content))
    shown = [finding for finding in inspect_bytes(file).findings if finding.code == "thumbnail"]
    assert [embedded_bytes(finding, BytesSource(file), 10_000) for finding in shown] == [large, small]
    assert [finding.bytes for finding in shown] == [len(large), len(small)]


@pytest.mark.parametrize(
    "file",
    [
        samples.after_header(samples.chunk(b"eXIf", notes.block(b"note", preview=samples.jpeg()))),
        samples.after_header(samples.chunk(b"eXIf", b"Exif\0\0" + notes.block(b"note", preview=samples.jpeg()))),
        samples.riff(
            samples.canvas(8),
            samples.coded_webp(),
            samples.piece(b"EXIF", b"Exif\0\0" + notes.block(b"note", preview=samples.jpeg())),
        ),
    ],
    ids=["png", "png with mark", "webp with mark"],
)
def test_thumbnails_of_other_formats_can_be_shown(file: bytes) -> None:
    """Wherever the block begins."""
    (shown,) = [finding for finding in inspect_bytes(file).findings if finding.code == "thumbnail"]
    assert embedded_bytes(shown, BytesSource(file), 10_000) == samples.jpeg()


def test_a_thumbnail_with_padding_is_one() -> None:
    """Many cameras count the zeros behind it; it is not told a second time without them."""
    found = report_exif(notes.block(b"note", preview=samples.jpeg() + bytes(9)), "Exif", 30)
    assert [one.bytes for one in found if one.code == "thumbnail"] == [len(samples.jpeg()) + 9]


def test_a_thumbnail_that_is_no_jpeg_is_told_and_not_shown() -> None:
    """Nor is one shown that is not wholly in the block."""
    cut = samples.exif(secret=b"\xff\xd8\xff" + bytes(30))[:-9]
    for content in (samples.exif(), cut):
        extents = Extents.at(30, len(content))
        found = [one for one in report_exif(content, "Exif", 30, extents) if one.code == "thumbnail"]
        assert [one.embedded for one in found] == [None]
        assert found[0].bytes <= len(content)
