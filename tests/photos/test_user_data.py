"""What the texts of a film say: places, names, devices, times, by all the ways to write them."""

import struct

import pytest

from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.user_data import UserDataReport, position_values
from safety.photos.findings import Finding
from safety.photos.reading import ReadingBudget
from safety.photos.source import BytesSource
from tests.photos.movie_samples import apple_text, full, itunes, metadata
from tests.photos.samples import box, jpeg, xmp


def findings_of(content: bytes) -> list[Finding]:
    """What a `udta` or `meta` says."""
    reader = BoxReader(BytesSource(content))
    return UserDataReport(reader, ReadingBudget()).findings(next(reader.top_level()))


def told(*boxes: bytes) -> list[tuple[str, dict[str, str]]]:
    """Codes and values of what user data with these boxes says."""
    return [(finding.code, dict(finding.values)) for finding in findings_of(box(b"udta", b"".join(boxes)))]


def mobile(kind: bytes, text: bytes) -> bytes:
    """A box of user data as 3GPP has it: version, flags, language, text."""
    return full(kind, b"\x15\xc7" + text + b"\0")


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("+52.5163+013.3777/", "52.51630", "13.37770"),
        ("-33.8568+151.2153+004.000/", "-33.85680", "151.21530"),
        ("+40-074/", "40.00000", "-74.00000"),
        ("+4042.5-07400.9/", "40.70833", "-74.01500"),
        ("+404230.0-0740054.0+10/", "40.70833", "-74.01500"),
    ],
)
def test_positions(text: str, lat: str, lon: str) -> None:
    """Degrees, degrees and minutes, or with seconds."""
    assert position_values(text) == {"lat": lat, "lon": lon}


@pytest.mark.parametrize("text", ["", "Paris", "+52.5163", "+99.0+013.3/", "+52.0+190.0/", "52.5 13.3", "+5+1/"])
def test_texts_that_are_no_position(text: str) -> None:
    """Or one that is not on this planet."""
    assert position_values(text) == {}


def test_apple_texts() -> None:
    """With length and language before them; wrong lengths do not matter."""
    assert told(apple_text(b"\xa9xyz", b"+52.5163+013.3777/")) == [("location", {"lat": "52.51630", "lon": "13.37770"})]
    assert told(apple_text(b"\xa9xyz", b"somewhere")) == [("location", {})]
    assert told(apple_text(b"\xa9nam", b"Holiday")) == [("description", {"value": "Holiday"})]
    assert told(box(b"\xa9cmt", b"\x7f\xff\0\0hello")) == [("comment", {"value": "hello"})]
    assert told(box(b"\xa9cmt", b"\0\2\0\0hello")) == [("comment", {"value": "he"})]
    assert told(apple_text(b"\xa9ART", b"Anna")) == [("person", {"values": "Anna"})]
    assert told(apple_text(b"\xa9swr", b"Editor 9")) == [("software", {"value": "Editor 9"})]
    assert told(apple_text(b"\xa9too", b"Lavf")) == [("encoder", {"value": "Lavf"})]
    assert told(apple_text(b"\xa9zzz", b"abc")) == [("vendor-data", {"fourcc": "©zzz"})]


def test_clock_at_zero_says_nothing() -> None:
    """Editors write the first number of a tape."""
    assert told(apple_text(b"\xa9TIM", b"00:00:00:00")) == [("vendor-data", {"fourcc": "©TIM"})]
    assert told(apple_text(b"\xa9TIM", b"12:59:21:18")) == [("time", {"value": "12:59:21:18"})]


def test_mobile_texts() -> None:
    """In UTF-8 and UTF-16."""
    assert told(mobile(b"titl", b"Holiday")) == [("description", {"value": "Holiday"})]
    assert told(mobile(b"auth", "Ånna".encode("utf-16") + b"\0")) == [("person", {"values": "Ånna"})]
    assert told(mobile(b"kywd", b"sea")) == [("keywords", {"value": "sea"})]


def test_device_is_told_as_one() -> None:
    """Make and model stand in two boxes."""
    assert told(apple_text(b"\xa9mak", b"Acme"), apple_text(b"\xa9mod", b"Snap 3")) == [
        ("device", {"make": "Acme", "model": "Snap 3"})
    ]


def place_box(name: bytes, longitude: int, latitude: int) -> bytes:
    """3GPP's box for a place; in 65536ths of a degree."""
    numbers = struct.pack(">Biii", 0, longitude, latitude, 0)
    return full(b"loci", b"\x15\xc7" + name + b"\0" + numbers + b"earth\0\0")


def test_places_of_mobile_films() -> None:
    """Numbers and a name, each with its sentence."""
    berlin = (13 * 65536 + 24_753, 52 * 65536 + 33_837)
    coordinates = ("location", {"lat": "52.51631", "lon": "13.37770"})
    assert told(place_box(b"", *berlin)) == [coordinates]
    assert told(place_box(b"Gate", *berlin)) == [coordinates, ("location", {"name": "Gate"})]
    assert told(place_box("Tör".encode("utf-16") + b"\0", *berlin)) == [coordinates, ("location", {"name": "Tör"})]
    assert told(place_box(b"", 200 << 16, 0)) == [("location", {})]
    assert told(full(b"loci", b"\x15\xc7Gate\0")) == [("location", {"name": "Gate"})]


KEYS = {
    "location.ISO6709": (b"+52.5163+013.3777/", ("location", {"lat": "52.51630", "lon": "13.37770"})),
    "location.name": (b"Berlin", ("location", {"name": "Berlin"})),
    "creationdate": (b"2024-01-31T10:20:30+0100", ("time", {"value": "2024-01-31T10:20:30+0100"})),
    "software": (b"17.2", ("software", {"value": "17.2"})),
    "content.identifier": (b"ABC", ("live-link", {"value": "ABC"})),
    "author": (b"Anna", ("person", {"values": "Anna"})),
    "camera.lens_model": (b"35mm", ("device", {"lens": "35mm"})),
    "model": (b"Snap 3", ("device", {"model": "Snap 3"})),
    "zzz": (b"1", ("vendor-data", {"fourcc": "zzz"})),
}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("prefix", ["com.apple.quicktime.", "com.android.", ""])
def test_quicktime_keys(key: str, prefix: str) -> None:
    """By name, with or without the prefix of their maker."""
    value, expected = KEYS[key]
    (found,) = findings_of(metadata((prefix + key, value)))
    assert (found.code, dict(found.values)) == expected


def test_numbers_are_not_text() -> None:
    """A value of another kind is told without its bytes."""
    (found,) = findings_of(metadata(("com.apple.quicktime.title", b"\1\2"), kind=21))
    assert (found.code, found.values) == ("description", ())


def test_itunes() -> None:
    """In `meta` in `udta`, with version and flags, by four letters or by a name of its own."""
    assert told(itunes((b"\xa9nam", b"Song"), (b"apID", b"anna@example.org"))) == [
        ("description", {"value": "Song"}),
        ("contact", {"values": "anna@example.org"}),
    ]
    named = full(b"mean", b"com.apple.iTunes") + full(b"name", b"keywords") + box(b"data", bytes(7) + b"\0sea")
    items = box(b"ilst", box(b"----", named))
    assert told(full(b"meta", full(b"hdlr", bytes(21)) + items)) == [("keywords", {"value": "sea"})]


def test_pictures_are_shown() -> None:
    """Covers and thumbnails, where they are in the file."""
    for boxes in (itunes((b"covr", jpeg()), kind=13), full(b"thmb", jpeg()), box(b"CNTH", box(b"CNDA", jpeg()))):
        content = box(b"udta", boxes)
        (found,) = findings_of(content)
        assert found.code == "thumbnail"
        assert found.embedded is not None
        ((start, length),) = found.embedded.ranges
        assert content[start : start + length] == jpeg()
    assert told(full(b"thmb", b"none")) == [("thumbnail", {})]


def test_numbers_of_cameras_are_told_in_full() -> None:
    """As digits, since they are no text."""
    assert told(box(b"MUID", bytes(range(4)))) == [("serial", {"values": "00010203"})]
    assert told(box(b"LENS", b"C3363224")) == [("serial", {"values": "C3363224"})]


def test_notes_of_makers() -> None:
    """With the maker's name where the box belongs to one."""
    assert told(box(b"GPMF", b"DEVC")) == [("maker-notes", {"maker": "GoPro"})]
    assert told(box(b"TAGS", b"abc")) == [("maker-notes", {})]


def test_xmp_is_read() -> None:
    """QuickTime keeps it in user data."""
    assert "location" in [code for code, _ in told(box(b"XMP_", xmp()))]


def test_empty_boxes_say_nothing() -> None:
    """Nor does the zero at the end."""
    assert told(box(b"free", bytes(4)), bytes(4)) == []


def test_what_was_read_before_a_break_counts() -> None:
    """The rest goes unread."""
    assert told(apple_text(b"\xa9nam", b"Holiday"), b"\0\0\0\x90\xa9ART", apple_text(b"\xa9nam", b"x")) == [
        ("description", {"value": "Holiday"})
    ]


def test_budget_bounds_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond it boxes are told by name only."""
    monkeypatch.setattr("safety.photos.reading.MAX_REPORTED_PARTS", 1)
    assert told(apple_text(b"\xa9nam", b"one"), apple_text(b"\xa9nam", b"two")) == [
        ("description", {"value": "one"}),
        ("description", {}),
    ]
