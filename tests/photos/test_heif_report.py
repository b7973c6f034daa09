"""What dropped items give away, in codes and values; and where a small copy can be shown from."""

import dataclasses
import struct

import pytest

from safety.photos import clean_bytes, inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.findings import Finding
from safety.photos.source import BytesSource
from tests.photos import note_samples as notes
from tests.photos.heif_places import AUXILIARY, EXIF, EXTRA
from tests.photos.heif_samples import Part, alpha, full_box, grid, jpeg_thumbnail, mime, plain
from tests.photos.samples import SECRET, exif, jpeg, xmp

References = list[tuple[bytes, int, int]]


def findings(*parts: Part, references: References | None = None) -> tuple[Finding, ...]:
    """Findings about a picture with more items."""
    return inspect_bytes(plain("AVIF", *parts, references=references or []).file()).findings


def codes(*parts: Part, references: References | None = None) -> list[str]:
    """Their codes."""
    return [finding.code for finding in findings(*parts, references=references)]


@pytest.mark.parametrize(
    "content",
    [bytes(4) + exif(), b"\0\0\0\6Exif\0\0" + exif(), b"\xff\xff\xff\xff" + exif(), b"\0\0\0\2ab" + exif(), exif()],
)
def test_exif_is_read(content: bytes) -> None:
    """However its start is told."""
    found = findings(Part(b"Exif", content))
    assert dict(found[0].values)["lat"] == "52.51630"
    assert found[0].place.part == "Exif"


def test_xmp_is_read() -> None:
    """By its type; a packed one is only named."""
    assert "location" in codes(mime(xmp()))
    packed = dataclasses.replace(mime(xmp()), more=b"application/rdf+xml\0deflate\0")
    assert codes(packed) == ["vendor-data"]


def test_more_than_can_be_read_is_named() -> None:
    """Sixteen mebibytes of metadata are not read."""
    found = findings(Part(b"Exif", bytes(4) + exif() + bytes(17 << 20)))
    assert [(one.code, dict(one.values)) for one in found] == [("vendor-data", {"fourcc": "Exif"})]


@pytest.mark.parametrize(
    ("part", "code", "values"),
    [
        (mime(SECRET, b"application/c2pa"), "provenance", {}),
        (mime(SECRET, b"text/html"), "vendor-data", {"fourcc": "mime"}),
        (mime(SECRET, b"image/png"), "extra-picture", {}),
        (Part(b"uri ", SECRET), "vendor-data", {"fourcc": "uri"}),
        (Part(b"ZZZZ", SECRET), "unknown-part", {"fourcc": "ZZZZ"}),
        (Part(b"tmap", SECRET), "hdr-layer", {}),
        (EXTRA, "extra-picture", {"w": "640", "h": "480"}),
        (dataclasses.replace(EXTRA, properties=()), "extra-picture", {}),
    ],
)
def test_kinds_of_items(part: Part, code: str, values: dict[str, str]) -> None:
    """Each has its code, its place and its size."""
    (found,) = findings(part)
    assert (found.code, dict(found.values), found.bytes) == (code, values, len(part.content))
    file = plain("AVIF", part).file()
    assert file[found.place.offset : found.place.offset + found.bytes] == part.content


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *zip(AUXILIARY, ("depth-layer", "matte-layer", "hdr-layer", "vendor-data"), strict=True),
        (b"urn:com:apple:photo:2020:aux:linearthumbnail", "thumbnail"),
        (b"urn:com:apple:photo:2019:aux:semanticskinmatte", "matte-layer"),
        (b"urn:com:photo:aux:hdrgainmap", "hdr-layer"),
        (b"urn:mpeg:mpegB:cicp:systems:auxiliary:depth", "depth-layer"),
    ],
)
def test_layers(name: bytes, code: str) -> None:
    """By what their maker calls them."""
    assert codes(alpha(name=name), references=[(b"auxl", 2, 1)]) == [code]


def test_small_copy_can_be_shown() -> None:
    """When a browser can read it."""
    thumbnail = jpeg_thumbnail(SECRET)
    (found,) = findings(thumbnail, references=[(b"thmb", 2, 1)])
    assert (found.code, found.embedded is not None) == ("thumbnail", True)
    assert found.embedded is not None
    file = plain("AVIF", thumbnail, references=[(b"thmb", 2, 1)]).file()
    ((offset, length),) = found.embedded.ranges
    assert (found.embedded.media_type, file[offset : offset + length]) == ("image/jpeg", thumbnail.content)
    (coded,) = findings(EXTRA, references=[(b"thmb", 2, 1)])
    assert (coded.code, coded.embedded) == ("thumbnail", None)


@pytest.mark.parametrize("extents", [1, 3])
@pytest.mark.parametrize("start", [bytes(4), b"\0\0\0\6Exif\0\0", b"\0\0\0\0Exif\0\0"])
def test_small_copy_in_exif_can_be_shown(start: bytes, extents: int) -> None:
    """However its start is told, and in however many pieces it stands."""
    item = Part(b"Exif", start + notes.block(b"note", preview=jpeg()), extents=extents)
    file = plain("AVIF", item).file()
    (found,) = [one for one in inspect_bytes(file).findings if one.code == "thumbnail"]
    assert embedded_bytes(found, BytesSource(file), len(file)) == jpeg()


def test_small_copy_in_too_many_pieces_cannot_be_shown() -> None:
    """A page would have to put it together from them."""
    item = Part(b"Exif", bytes(4) + notes.block(b"note", preview=jpeg()), extents=65)
    (found,) = [one for one in findings(item) if one.code == "thumbnail"]
    assert found.embedded is None


def test_other_picture_can_be_shown() -> None:
    """A JPEG that is no copy of anything."""
    (found,) = findings(mime(jpeg(), b"image/jpeg"))
    assert (found.code, found.embedded is not None) == ("extra-picture", True)


def test_parts_of_a_picture_count_as_one() -> None:
    """A burst picture of two tiles and alpha is one finding of the size of all."""
    tile = dataclasses.replace(EXTRA, content=SECRET * 2)
    references = [(b"dimg", 2, 3), (b"dimg", 2, 4), (b"auxl", 5, 2)]
    (found,) = findings(grid(2, 1), tile, tile, dataclasses.replace(alpha(), content=SECRET), references=references)
    assert (found.code, found.bytes) == ("extra-picture", len(grid(2, 1).content) + 5 * len(SECRET))
    assert dict(found.values) == {"w": "128", "h": "64"}


def test_whole_may_follow_its_parts() -> None:
    """The finding is about the whole, wherever its entry is."""
    (found,) = findings(EXTRA, EXTRA, grid(2, 1), references=[(b"dimg", 4, 2), (b"dimg", 4, 3)])
    assert dict(found.values) == {"w": "128", "h": "64"}


def test_gain_map_belongs_to_its_tone_map() -> None:
    """The picture that both are about does not."""
    references = [(b"dimg", 2, 1), (b"dimg", 2, 3)]
    (found,) = findings(Part(b"tmap", SECRET), EXTRA, references=references)
    assert (found.code, found.bytes) == ("hdr-layer", 2 * len(SECRET))


def test_pictures_made_of_each_other_are_told() -> None:
    """Though there is no whole to begin with; the first of them stands for all."""
    assert codes(EXTRA, EXTRA, EXTRA, references=[(b"dimg", 2, 3), (b"dimg", 3, 4), (b"dimg", 4, 2)]) == [
        "extra-picture"
    ]


def test_item_without_data_is_told() -> None:
    """With the size of its entry."""
    sample = plain("AVIF", dataclasses.replace(EXTRA, content=b""))
    (found,) = inspect_bytes(sample.file()).findings
    assert (found.code, found.place.part, found.bytes) == ("extra-picture", "av01", 21)


def test_item_that_claims_too_much_is_cut() -> None:
    """What is dropped may lie about its length; no byte beyond the file is looked at."""
    file = plain("AVIF", EXIF).file()
    claimed = struct.pack(">I", len(EXIF.content))
    wrong = file.replace(claimed, b"\x7f\xff\xff\xff", 1)
    outcome = clean_bytes(wrong)
    assert outcome.content is not None
    assert outcome.findings[0].bytes == len(EXIF.content) - 4
    assert full_box(b"free", b"")[4:8] in outcome.content
