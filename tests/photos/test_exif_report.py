"""What a camera writes is told: where, when, who, with what."""

import struct

import pytest

from safety.photos.exif_report import readable_time, report_exif
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


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("2024:01:31 10:20:30", "2024-01-31 10:20:30"),
        ("2024:01:31", "2024-01-31"),
        ("0000:00:00 00:00:00", ""),
        ("    :  :     :  :  ", ""),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_times_are_readable(raw: str, shown: str) -> None:
    """Dates with dashes; blanks and zeros say nothing."""
    assert readable_time(raw) == shown
