"""What follows a picture is told apart: pictures, videos, leftovers."""

import struct

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.source import BytesSource
from tests.photos import samples


def told(tail: bytes) -> list[tuple[str, int, dict[str, str]]]:
    """Code, size and values for each part behind a picture."""
    findings = inspect_bytes(samples.jpeg() + tail).findings
    ordered = sorted(findings, key=lambda finding: finding.place.offset)
    return [(finding.code, finding.bytes, dict(finding.values)) for finding in ordered]


def test_picture_has_its_size() -> None:
    """Width and height from its frame."""
    assert told(samples.jpeg()) == [("extra-picture", len(samples.jpeg()), {"w": "24", "h": "16"})]


def test_thumbnail_inside_is_not_another_picture() -> None:
    """A JPEG inside a segment of the second picture is not counted for itself."""
    second = samples.after_start(samples.segment(0xE1, b"Exif\0\0" + samples.jpeg()))
    assert [code for code, _, _ in told(second)] == ["extra-picture"]


@pytest.mark.parametrize(
    "mark",
    [
        samples.segment(0xE1, samples.XMP_MARK + b'hdrgm:Version="1"'),
        samples.segment(0xE2, b"urn:iso:std:iso:ts:21496:-1\0"),
    ],
)
def test_brightness_layer_is_told_from_a_picture(mark: bytes) -> None:
    """The gain map of an Ultra HDR photo is no danger."""
    assert [code for code, _, _ in told(samples.after_start(mark))] == ["hdr-layer"]


def test_video_has_its_length() -> None:
    """Seconds from the header of the movie, in both of its versions."""
    assert told(samples.movie(3)) == [("attached-video", len(samples.movie()), {"n": "3"})]
    header = b"\1" + bytes(19) + struct.pack(">IQ", 600, 1500) + bytes(80)
    later = samples.box(b"ftyp", b"mp42" + bytes(4)) + samples.box(b"moov", samples.box(b"mvhd", header))
    assert told(later)[0][2] == {"n": "3"}


def test_pictures_and_videos_can_be_shown() -> None:
    """With the kind that their first bytes have; a QuickTime file is a video, and not shown as another kind."""
    file = samples.jpeg() + samples.jpeg() + samples.movie()
    shown = [finding for finding in inspect_bytes(file).findings if finding.embedded]
    assert {finding.code: embedded_bytes(finding, BytesSource(file), 10_000) for finding in shown} == {
        "extra-picture": samples.jpeg(),
        "attached-video": samples.movie(),
    }
    quicktime = samples.jpeg() + samples.movie().replace(b"ftypmp42", b"ftypqt  ")
    (finding,) = inspect_bytes(quicktime).findings
    assert (finding.code, finding.embedded) == ("attached-video", None)


def test_still_picture_in_boxes_is_no_video() -> None:
    """HEIF and AVIF begin like MP4 does."""
    assert told(samples.box(b"ftyp", b"heic" + bytes(4)))[0][0] == "extra-picture"


def test_video_without_length_is_still_a_video() -> None:
    """No header, no seconds, same danger."""
    assert told(samples.box(b"ftyp", b"mp42" + bytes(4)))[0][::2] == ("attached-video", {})


def test_parts_follow_each_other() -> None:
    """A gain map, padding, a video and a trailer, each for itself and all bytes counted."""
    parts = [samples.jpeg(), bytes(9), samples.movie(), b"SEFT" + bytes(9)]
    found = told(b"".join(parts))
    assert [(code, size) for code, size, _ in found] == [
        ("extra-picture", len(parts[0])),
        ("leftover-data", len(parts[1])),
        ("attached-video", len(parts[2])),
        ("leftover-data", len(parts[3])),
    ]


@pytest.mark.parametrize(
    "tail",
    [
        b"x",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\0\0",
        b"\0\0\0\x08ftyp",
        samples.box(b"ftyp", b"heic") + b"\0\0\0\1moov\0",
        samples.box(b"ftyp", b"heic") + b"\0\0\0\0moov\0\0\0\x08mvhd",
        samples.box(b"ftyp", b"heic") + samples.box(b"moov", b"\0\0\0\0free"),
        samples.box(b"ftyp", b"heic") + samples.box(b"moov", b"\0\0\0\2free"),
    ],
)
def test_every_byte_of_a_broken_tail_is_counted(tail: bytes) -> None:
    """Whatever is wrong in it, the sizes add up to the whole tail."""
    assert sum(size for _, size, _ in told(tail)) == len(tail)


def test_pictures_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tail of many pictures costs no more than one: the rest is leftover."""
    monkeypatch.setattr("safety.photos.formats.tail.MAX_JPEG_SEGMENTS", 25)
    assert [code for code, _, _ in told(samples.jpeg() * 4)] == ["extra-picture"] * 2 + ["leftover-data"]


def test_many_parts_end_as_leftover() -> None:
    """Behind 64 parts the rest is one."""
    found = told(b"\0\0\0\x08ftypheic" * 200)
    assert len(found) == 65
    assert sum(size for _, size, _ in found) == 12 * 200
