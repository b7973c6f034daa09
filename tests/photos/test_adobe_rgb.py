"""The profile of Adobe RGB is one that our engine and LittleCMS know as such."""

import io

import pytest
from PIL import Image, ImageCms

from safety.photos.formats.adobe_rgb import adobe_rgb_profile
from safety.photos.metadata.icc import rebuild_profile
from safety.photos.metadata.profiles import is_public_profile


def test_profile_is_whole_and_public() -> None:
    """It is rebuilt to itself, and known as nobody's own."""
    profile = adobe_rgb_profile()
    assert rebuild_profile(profile) == profile
    assert is_public_profile(profile)


# Computed by hand with the matrices of the two encodings, from RGB to XYZ and back.
@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        ((0, 0, 0), (0, 0, 0)),
        ((255, 255, 255), (255, 255, 255)),
        ((128, 128, 128), (129, 129, 129)),
        ((200, 100, 100), (227, 100, 100)),
        ((100, 120, 200), (90, 121, 204)),
    ],
)
def test_colours_are_those_of_adobe_rgb(colour: tuple[int, int, int], seen: tuple[int, int, int]) -> None:
    """Grey stays grey, and colours become the stronger numbers of sRGB."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(adobe_rgb_profile()))
    image = ImageCms.profileToProfile(Image.new("RGB", (1, 1), colour), profile, ImageCms.createProfile("sRGB"))
    assert image is not None
    pixel = image.getpixel((0, 0))
    assert all(abs(found - wanted) <= 2 for found, wanted in zip(pixel, seen, strict=True)), pixel
