"""What a dropped track was for."""

import struct

import pytest

from safety.photos import clean_bytes
from safety.photos.findings import Finding
from tests.photos.movie_samples import added, entry, full, mp4, visual, with_track
from tests.photos.samples import box, jpeg

PLACE = b"F/2.8, SS 320, GPS (13.3777, 52.5163, 20)"


def found(handler: bytes, description: bytes, *samples: bytes) -> Finding:
    """The finding about a track."""
    outcome = clean_bytes(with_track(mp4(), handler, description, *samples))
    (finding,) = [one for one in outcome.findings if one.place.part.startswith("trak")]
    return finding


@pytest.mark.parametrize("kind", b"gpmd camm rtmd djmd".split())
def test_telemetry(kind: bytes) -> None:
    """By the name of its format."""
    assert found(b"meta", entry(kind), b"abc").code == "location-track"


def test_places_among_timed_keys() -> None:
    """Apple's tracks say in their description what they hold."""
    keys = box(b"keys", box(b"\0\0\0\1", box(b"keyd", b"mdtacom.apple.quicktime.location.ISO6709")))
    assert found(b"meta", entry(b"mebx", keys), b"abc").code == "location-track"
    keys = box(b"keys", box(b"\0\0\0\1", box(b"keyd", b"mdtacom.apple.quicktime.still-image-time")))
    assert found(b"meta", entry(b"mebx", keys), b"abc").code == "live-link"


@pytest.mark.parametrize("sample", [PLACE, b"[latitude: 52.5] [longitude: 13.3]", b"$GPRMC,081836,A,3751.65,S"])
def test_subtitles_with_places(sample: bytes) -> None:
    """Drones and dashcams write them for each second."""
    subtitle = struct.pack(">H", len(sample)) + sample
    assert found(b"sbtl", entry(b"tx3g"), subtitle, subtitle).code == "location-track"


def test_plain_subtitles() -> None:
    """Their first words are told."""
    finding = found(b"text", entry(b"text"), b"\0\x05Hello", b"\0\x03bye")
    assert (finding.code, dict(finding.values)) == ("caption", {"value": "Hello"})
    assert found(b"text", entry(b"text"), b"\xff\xff\0").values == ()
    assert found(b"text", entry(b"text")).code == "caption"


def test_clock() -> None:
    """The time code of a tape or of the day."""
    assert found(b"tmcd", entry(b"tmcd"), b"\0\0\1\2").code == "time"


def test_unknown_track_is_told_by_its_format() -> None:
    """Or by what it is for."""
    assert dict(found(b"data", entry(b"zzZz"), b"abc").values) == {"fourcc": "zzZz"}
    assert dict(found(b"hint", b"").values) == {"fourcc": "hint"}


def test_size_is_that_of_box_and_samples() -> None:
    """So that people see how much it was."""
    more = found(b"data", entry(b"zzZz"), bytes(1000), bytes(500)).bytes
    assert more - found(b"data", entry(b"zzZz"), bytes(1), bytes(1)).bytes == 1498


def test_pictures_of_chapters_are_shown() -> None:
    """The first one, where it is in the file."""
    file = with_track(mp4(), b"vide", visual(b"jpeg"), jpeg(), jpeg("L"))
    file = added(file, "moov/trak", box(b"tref", box(b"chap", b"\0\0\0\x09")))
    (finding,) = [one for one in clean_bytes(file).findings if one.code == "thumbnail"]
    assert finding.embedded is not None
    ((start, length),) = finding.embedded.ranges
    assert file[start : start + length] == jpeg()


def test_depth() -> None:
    """An auxiliary track that is not transparency."""
    name = full(b"auxi", b"urn:mpeg:mpegB:cicp:systems:auxiliary:depth\0")
    assert found(b"auxv", visual(b"av01", name), b"abc").code == "depth-layer"
