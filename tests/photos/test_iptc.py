"""Photoshop's resources are told, as far as they are whole."""

import pytest

from safety.photos import inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.metadata.iptc import report_iptc, report_resources
from safety.photos.source import BytesSource
from tests.photos import note_samples as notes
from tests.photos import samples
from tests.photos import trailer_samples as trailers


def codes(block: bytes) -> set[str]:
    """Codes of the findings."""
    return {finding.code for finding in report_resources(block, "Photoshop", 3)}


def test_captions_names_and_previews_are_told() -> None:
    """IPTC data sets and the preview of one block."""
    assert codes(samples.photoshop()) == {"person", "keywords", "location", "caption", "time", "thumbnail"}


def test_copies_of_other_blocks_are_told() -> None:
    """EXIF, XMP and links are found inside resources."""
    found = codes(
        samples.resource(0x0422, samples.exif())
        + samples.resource(0x0424, samples.xmp())
        + samples.resource(0x040B, b"http://a")
    )
    assert {"location", "software", "web-link", "serial"} <= found


def told(block: bytes) -> list[tuple[str, dict[str, str]]]:
    """Code and values of the findings."""
    return [(finding.code, dict(finding.values)) for finding in report_resources(block, "Photoshop", 3)]


def wide(text: str) -> bytes:
    """A text behind the number of its letters."""
    return len(text).to_bytes(4, "big") + text.encode("utf-16-be")


@pytest.mark.parametrize(
    ("number", "content", "code", "values"),
    [
        (0x040B, b"https://example.org/a", "web-link", {"values": "https://example.org/a"}),
        (0x041E, b"\0\0\0\2" + (b"slic\0\0\0\1" + wide("https://a.example")) + (b"slic\0\0\0\2" + wide("b")),
         "web-link", {"values": "https://a.example; b"}),
        (0x0421, b"\0\0\0\1\1" + wide("Adobe Photoshop") + wide("Reader"), "software", {"value": "Adobe Photoshop"}),
        (0x03F0, b"\x05hello....", "caption", {"value": "hello"}),
        (0x040F, samples.profile(b"SECRET"), "colour-profile", {"name": "SECRET"}),
        (0x0409, b"short", "thumbnail", {}),
        (0x041E, b"\xff\xff\xff\xff", "vendor-data", {"fourcc": "Photoshop"}),
    ],
)  # fmt: skip
def test_resources_say_what_they_hold(number: int, content: bytes, code: str, values: dict[str, str]) -> None:
    """Links, the program, a caption, a profile; and a broken list of links ends."""
    ((found, said),) = told(samples.resource(number, content))
    assert (found, {name: said[name] for name in values}) == (code, values)


def test_dates_and_clocks_stand_together() -> None:
    """One moment for when it was made and one for when it was scanned; empty texts leave no gap."""
    sets = ((55, b"20240131"), (60, b"102030+0200"), (62, b"20240202"), (90, b""), (101, b"Portugal"))
    block = b"".join(trailers.data_set(*one) for one in sets)
    found = {finding.code: dict(finding.values) for finding in report_iptc(block, "IPTC", 0)}
    assert found == {
        "time": {"value": "2024-01-31 10:20:30+0200; 2024-02-02"},
        "location": {"name": "Portugal"},
    }


@pytest.mark.parametrize("piece_bytes", [65_000, 400])
def test_previews_can_be_shown(piece_bytes: int) -> None:
    """Photoshop's own and that of an EXIF block inside, also when the resources stand in several segments."""
    picture = samples.jpeg()
    block = samples.resource(0x0BB7, b"x") + samples.resource(0x040C, bytes(28) + picture)
    block += samples.resource(0x0422, notes.block(b"note", preview=picture))
    pieces = [block[at : at + piece_bytes] for at in range(0, len(block), piece_bytes)]
    file = samples.after_start(b"".join(samples.segment(0xED, b"Photoshop 3.0\0" + piece) for piece in pieces))
    shown = [finding for finding in inspect_bytes(file).findings if finding.code == "thumbnail"]
    assert [embedded_bytes(finding, BytesSource(file), 10_000) for finding in shown] == [picture, picture]


@pytest.mark.parametrize(
    "block", [b"", b"8BIM", b"8BIM\4\4\xff", b"8BIM\4\4\0\0\xff\xff\xff\xff", b"junk" * 9, samples.resource(1, b"x")]
)
def test_broken_or_unknown_blocks_are_named(block: bytes) -> None:
    """Whatever it is, it was there."""
    assert codes(block) == {"vendor-data"}


@pytest.mark.parametrize(
    "block", [b"", b"\x1c\2\x50", b"\x1c\2\x50\xff\xff", b"\x1c\2\x50\0\x09abc", b"\x1c\1\x50\0\1a", b"\x1c\2\1\0\1a"]
)
def test_broken_or_unknown_data_sets_say_nothing(block: bytes) -> None:
    """Cut, extended, of another record or of no interest."""
    assert report_iptc(block, "IPTC", 0) == []
