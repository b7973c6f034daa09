"""What is told about boxes that become empty, and what never depends on it."""

import struct

import pytest

from safety.photos import Outcome, clean_bytes
from safety.photos.base_media.movie_report import header_seconds
from safety.photos.embedded import embedded_bytes
from safety.photos.source import BytesSource
from safety.photos.words import finding_sentence
from tests.photos.movie_places import C2PA_TYPE, CANON_TYPE, XMP_TYPE
from tests.photos.movie_samples import apple_text, changed, full, inserted, mov, mp4, small
from tests.photos.samples import SECRET, box, jpeg, movie, xmp


def told(file: bytes) -> set[tuple[str, str]]:
    """Codes and parts of what a film gives away."""
    return {(finding.code, finding.place.part) for finding in outcome_of(file).findings}


def outcome_of(file: bytes) -> Outcome:
    """The ending, which has to be a clean file."""
    outcome = clean_bytes(file)
    assert outcome.content is not None, outcome.refusal
    return outcome


@pytest.mark.parametrize(
    ("content", "code", "part"),
    [
        (box(b"free", SECRET), "hidden-bytes", "free"),
        (box(b"gps ", SECRET), "location-track", "gps"),
        (box(b"PICT", SECRET), "thumbnail", "PICT"),
        (box(b"pnot", SECRET), "thumbnail", "pnot"),
        (box(b"prft", SECRET), "time", "prft"),
        (box(b"sefd", SECRET), "vendor-data", "sefd"),
        (box(b"\1\2\3\4", SECRET), "unknown-part", "\1\2\3\4"),
        (box(b"uuid", XMP_TYPE + xmp()), "location", "XMP"),
        (box(b"uuid", C2PA_TYPE + SECRET), "provenance", "C2PA"),
        (box(b"uuid", CANON_TYPE + SECRET), "maker-notes", "uuid"),
        (box(b"uuid", bytes(16) + SECRET), "unknown-part", "uuid"),
        (box(b"udta", apple_text(b"\xa9nam", b"x")), "description", "©nam"),
        (box(b"meta", SECRET), "vendor-data", "meta"),
    ],
)
def test_boxes_are_told(content: bytes, code: str, part: str) -> None:
    """In the middle of a file, at its end, and inside a film."""
    for file in (inserted(small(), 1, content), small() + content, small(content)):
        assert (code, part) in told(file)


def test_signed_history_is_read() -> None:
    """Who signed it, and where a picture in it stands; a very large one is only named."""
    hidden = jpeg(comment=b"before the crop")
    file = inserted(small(), 1, box(b"uuid", C2PA_TYPE + b"claim_generator\x64Snap" + hidden))
    found = {finding.code: finding for finding in outcome_of(file).findings}
    assert dict(found["provenance"].values) == {"generator": "Snap"}
    assert embedded_bytes(found["thumbnail"], BytesSource(file), len(file)) == hidden
    large = inserted(small(), 1, box(b"uuid", C2PA_TYPE + b"claim_generator\x64Snap" + bytes(17 << 20)))
    assert [(one.code, one.values) for one in outcome_of(large).findings] == [("provenance", ())]


def test_texts_that_cannot_be_read_are_told_as_such() -> None:
    """Bytes in user data that are no boxes."""
    assert ("vendor-data", "udta") in told(small(box(b"udta", SECRET[:7])))
    assert ("vendor-data", "udta") in told(small(box(b"udta", SECRET)))


def test_empty_boxes_are_not_told() -> None:
    """Padding is nothing that anybody has to know of."""
    for content in (box(b"free", bytes(30)), box(b"skip", b""), box(b"wide", b""), box(b"udta", bytes(4))):
        assert outcome_of(inserted(small(), 1, content)).findings == ()


def test_makers_are_named() -> None:
    """Who has a box of their own."""
    for maker, user_type in (("Canon", CANON_TYPE), ("Sony", b"PROF" + bytes.fromhex("21d24fcebb88695cfac9c740"))):
        (finding,) = outcome_of(small() + box(b"uuid", user_type + SECRET)).findings
        assert dict(finding.values)["maker"] == maker


def test_names_of_software() -> None:
    """Of handlers, with and without a length before them, and of compressors."""
    for file in (mp4(), mov()):
        values = [dict(one.values).get("value") for one in outcome_of(file).findings if one.code == "encoder"]
        assert {"VideoHandler", "SoundHandler"} <= set(values)
    named = changed(mp4(), "moov/trak/mdia/minf/stbl/stsd/mp4v", lambda head: head[:42] + b"\4x265" + head[47:])
    assert ("encoder", "mp4v") in told(named)


@pytest.mark.parametrize(
    ("seconds", "value"),
    [(0, None), (3_600_000_000, "2018-01-28 16:00:00 UTC"), (1, "1904-01-01 00:00:01 UTC"), (2**63, "")],
)
def test_times(seconds: int, value: str | None) -> None:
    """Since 1904; numbers that are no time are told without one."""
    header = b"\1\0\0\0" + struct.pack(">QQIQ", seconds, seconds, 1000, 600) + bytes(80)
    found = [
        dict(one.values).get("value", "") for one in outcome_of(with_header(header)).findings if one.code == "time"
    ]
    assert found == ([] if value is None else [value])


def with_header(header: bytes) -> bytes:
    """A film with another header."""
    return changed(small(), "moov/mvhd", lambda _: header)


def test_language_without_letters() -> None:
    """QuickTime's own numbers are told as such."""
    for code, value in ((b"\0\0", {}), (b"\x15\xc7", {"value": "eng"})):
        file = changed(small(), "moov/trak/mdia/mdhd", lambda head, code=code: head[:20] + code + head[22:])
        (finding,) = outcome_of(file).findings
        assert (finding.code, dict(finding.values)) == ("language", value)
        assert "language" in finding_sentence(finding).text()


def test_length_of_a_film() -> None:
    """Rounded, at least one second, zero when unknown."""
    header = full(b"mvhd", struct.pack(">IIII", 0, 0, 1000, 2600) + bytes(80))[8:]
    assert header_seconds(header) == 3
    assert header_seconds(b"\1\0\0\0" + struct.pack(">QQIQ", 0, 0, 1000, 2400)) == 2
    assert header_seconds(header[:12] + bytes(8)) == 0
    assert header_seconds(header[:16] + struct.pack(">I", 1)) == 1
    assert header_seconds(b"") == 0


@pytest.mark.parametrize("content", [movie(), b"", SECRET, box(b"moov", b"\0\0\0\x90mvhd"), box(b"moov", b"")])
def test_attached_film_may_be_anything(content: bytes) -> None:
    """It goes, whatever it is."""
    assert ("attached-video", "mpvd") in told(small() + box(b"mpvd", content))


def test_reading_does_not_use_up_what_planning_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A film with many texts is cleaned like one with few: the report has a budget of its own."""
    texts = box(b"udta", apple_text(b"\xa9nam", b"a") * 400)
    monkeypatch.setattr("safety.photos.base_media.boxes.MAX_BOXES", 300)
    outcome = outcome_of(small(texts))
    assert "description" in {finding.code for finding in outcome.findings}
