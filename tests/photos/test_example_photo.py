"""The example that the page offers gives away what we say it does, and can be cleaned."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageStat

from safety.photos import clean_bytes, inspect_bytes
from safety.photos.embedded import embedded_bytes
from safety.photos.source import BytesSource
from tests.photos import example_photo

PHOTO = example_photo.stored()
BYTES_MAX = 25_000
# Of 255: what a JPEG changes, and another version of what draws and writes.
DIFFERENCE_MAX = 4


def small() -> Image.Image:
    """The copy inside."""
    (finding,) = [one for one in inspect_bytes(PHOTO).findings if one.code == "thumbnail"]
    return Image.open(io.BytesIO(embedded_bytes(finding, BytesSource(PHOTO), BYTES_MAX)))


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far apart two pictures are, on average."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other)).mean)


def test_it_gives_away_what_we_tell() -> None:
    """Where, when, which phone with its serial number, and an uncropped copy; nothing else."""
    assert len(PHOTO) < BYTES_MAX
    found = {finding.code: dict(finding.values) for finding in inspect_bytes(PHOTO).findings}
    near, km = found["location"].pop("near"), found["location"].pop("km")
    assert found == {
        "location": {"lat": "54.49300", "lon": "-0.61350"},
        "thumbnail": {},
        "serial": {"values": "4A131FDAS001RC"},
        "time": {"value": "2026-08-14 18:42:07"},
        "device": {"make": "Google", "model": "Pixel 9"},
    }
    assert (near, km) == ("Middlesbrough, United Kingdom", "40")


def test_the_picture_is_the_one_that_the_program_draws() -> None:
    """The script holds no other; of the scene it shows the right side."""
    picture = Image.open(io.BytesIO(PHOTO))
    assert picture.size == (960, 720)
    assert difference(picture, example_photo.scene().crop(example_photo.KEPT)) < DIFFERENCE_MAX


def test_the_copy_shows_what_was_cropped_away() -> None:
    """The whole scene, wider than the picture, with the house that the picture does not have."""
    scene = example_photo.scene()
    assert difference(small(), scene.resize(example_photo.SMALL)) < DIFFERENCE_MAX
    width, height = small().size
    assert width / height > 960 / 720
    left = small().crop((0, 0, width // 3, height))
    right = small().crop((width // 3, 0, 2 * width // 3, height))
    assert difference(left, right.resize(left.size).convert("RGB")) > 10 * DIFFERENCE_MAX


def test_it_can_be_cleaned() -> None:
    """Nothing is left, and the picture is the same."""
    outcome = clean_bytes(PHOTO)
    assert outcome.kind == "cleaned"
    assert inspect_bytes(outcome.content).findings == ()
    cleaned, before = (Image.open(io.BytesIO(content)).tobytes() for content in (outcome.content, PHOTO))
    assert cleaned == before
