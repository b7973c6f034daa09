"""What the tags of a TIFF give away is told in the same words as elsewhere."""

import pytest

from safety.photos import clean_bytes, inspect_bytes
from safety.photos.findings import Finding
from tests.photos import samples
from tests.photos.tiff_samples import (
    BYTE,
    DOUBLE,
    LONG,
    SHORT,
    TEXT,
    UNDEFINED,
    Entries,
    Inside,
    Parts,
    Sized,
    Writer,
    page,
    tiff,
)

NUMBERS = Writer()


def findings_of(*pages: Entries) -> tuple[Finding, ...]:
    """What is found in a file of these pages."""
    report = inspect_bytes(tiff(*pages))
    assert report.refusal is None
    return report.findings


def said(finding: Finding) -> tuple[str, dict[str, str]]:
    """Code and values."""
    return finding.code, dict(finding.values)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (269, b"Letter", ("description", {"value": "Letter"})),
        (270, b"At home", ("description", {"value": "At home"})),
        (271, b"Acme", ("device", {"make": "Acme"})),
        (285, b"Page 1", ("description", {"value": "Page 1"})),
        (305, b"Editor 9", ("software", {"value": "Editor 9"})),
        (306, b"2024:01:31 10:20:30", ("time", {"value": "2024-01-31 10:20:30"})),
        (315, b"Anna", ("person", {"values": "Anna"})),
        (316, b"annas-laptop", ("device", {"host": "annas-laptop"})),
        (333, b"Cyan", ("description", {"value": "Cyan"})),
        (337, b"Printer 7", ("device", {"host": "Printer 7"})),
        (32781, b"A-1", ("serial", {"values": "A-1"})),
        (33432, b"Anna 2024", ("person", {"values": "Anna 2024"})),
    ],
)
def test_texts_are_told(tag: int, text: bytes, expected: tuple[str, dict[str, str]]) -> None:
    """Each tag once, in the kind that it belongs to."""
    assert [said(finding) for finding in findings_of(page({tag: (TEXT, text + b"\0")}))] == [expected]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ((33550, 33922, 34735), ("location", {"fourcc": "GeoTIFF"})),
        ((37724,), ("original-picture", {"fourcc": "Photoshop"})),
        ((52545,), ("provenance", {"fourcc": "C2PA"})),
        ((288, 289), ("hidden-bytes", {"fourcc": "free bytes"})),
        ((42112, 42113), ("vendor-data", {"fourcc": "GDAL"})),
        ((50838, 50839), ("vendor-data", {"fourcc": "ImageJ"})),
        ((65000, 65001, 65002), ("unknown-part", {"fourcc": "tag 65000, 65001, 65002"})),
        ((286, 287), ("vendor-data", {"fourcc": "TIFF"})),
    ],
)
def test_tags_that_say_the_same_are_told_once(tags: tuple[int, ...], expected: tuple[str, dict[str, str]]) -> None:
    """With the bytes of all of them."""
    (finding,) = findings_of(page({tag: (DOUBLE, bytes(range(16))) for tag in tags}))
    assert said(finding) == expected
    assert finding.bytes == 16 * len(tags)


def test_blocks_are_read() -> None:
    """XMP, IPTC and Photoshop's resources, with their place in the file."""
    resources = samples.photoshop()
    entries: Entries = {700: (BYTE, samples.xmp()), 34377: (BYTE, resources), 33723: (LONG, b"\x1c\x02\x50\0\4Anna123")}
    file = tiff(page(entries))
    places = {finding.place.part: finding.place.offset for finding in inspect_bytes(file).findings}
    assert places["XMP"] == file.index(samples.xmp())
    assert places["IPTC"] == file.index(b"\x1c\x02\x50\0\4Anna")
    assert ("person", {"values": "Anna"}) in map(said, inspect_bytes(file).findings)


def test_block_that_says_nothing_is_named() -> None:
    """It goes all the same."""
    assert [said(finding) for finding in findings_of(page({33723: (UNDEFINED, b"nothing")}))] == [
        ("vendor-data", {"fourcc": "IPTC"})
    ]
    outside = page({700: (BYTE, Sized(2**31, b"\x08\0\0\0"))})
    assert [said(finding) for finding in findings_of(outside)] == [("vendor-data", {"fourcc": "XMP"})]


def test_exif_and_gps_are_read() -> None:
    """As in a JPEG; settings alone are named."""
    gps: Entries = {
        1: (TEXT, b"N\0"),
        2: (5, NUMBERS.longs(52, 1, 30, 1, 0, 1)),
        3: (TEXT, b"E\0"),
        4: (5, NUMBERS.longs(13, 1, 30, 1, 0, 1)),
    }
    exif: Entries = {42033: (TEXT, b"SN-1234\0"), 700: (BYTE, samples.xmp())}
    found = findings_of(page({34665: (LONG, Inside(exif)), 34853: (LONG, Inside(gps))}))
    assert [(finding.code, dict(finding.values).get("lat")) for finding in found] == [
        ("location", "52.50000"),
        ("serial", None),
    ]
    settings = findings_of(page({34665: (LONG, Inside({33434: (5, NUMBERS.longs(1, 60))}))}))
    assert [said(finding) for finding in settings] == [("vendor-data", {"fourcc": "Exif"})]


def test_small_copy_can_be_shown_when_it_is_a_jpeg() -> None:
    """Of a thumbnail as in EXIF, of a strip; pixels cannot be shown."""
    small = samples.jpeg()
    thumbnail: Entries = {513: (LONG, Parts((small,))), 514: (LONG, NUMBERS.longs(len(small)))}
    reduced: Entries = {254: (LONG, NUMBERS.longs(1)), 278: (SHORT, NUMBERS.shorts(16))}
    for second in (thumbnail, page({**reduced, 259: (SHORT, NUMBERS.shorts(7))}, strips=[small])):
        file = tiff(page(), second)
        (finding,) = inspect_bytes(file).findings
        assert finding.code == "thumbnail"
        assert finding.embedded is not None
        assert finding.embedded.ranges == ((file.index(small), len(small)),)
    (finding,) = findings_of(page(), page(reduced, strips=[bytes(1152)]))
    assert finding.embedded is None
    assert finding.bytes == 1152


def test_thumbnail_of_a_page_that_stays_can_be_shown() -> None:
    """Some writers put it into the directory of the picture itself."""
    small = samples.jpeg()
    file = tiff(page({513: (LONG, Parts((small,))), 514: (LONG, NUMBERS.longs(len(small)))}))
    outcome = clean_bytes(file)
    (finding,) = outcome.findings
    assert finding.code == "thumbnail"
    assert finding.embedded is not None
    assert outcome.content is not None
    assert small not in outcome.content


def test_pages_of_a_document_say_the_same_once() -> None:
    """And later ones are not read in detail, only named."""
    pages = [page({305: (TEXT, b"Scanner 3\0")}) for _ in range(40)]
    assert [said(finding) for finding in findings_of(*pages)][:2] == [
        ("software", {"value": "Scanner 3"}),
        ("vendor-data", {"fourcc": "TIFF"}),
    ]
