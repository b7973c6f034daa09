"""A rebuilt profile shows the same colours and says nothing else."""

import io

import pytest
from PIL import Image, ImageCms

from safety.photos.metadata.icc import rebuild_profile
from tests.photos import samples


def transform(profile: bytes) -> bytes:
    """The sample picture, seen through the profile."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    target = ImageCms.createProfile("LAB")
    seen: Image.Image = ImageCms.profileToProfile(samples.picture(), source, target, outputMode="LAB")
    return seen.tobytes()


def rebuilt(profile: bytes) -> bytes:
    """The rebuilt profile, which must exist."""
    found = rebuild_profile(profile)
    assert found is not None
    return found


def test_colours_are_the_same() -> None:
    """LittleCMS computes the same colours with the rebuilt profile."""
    original = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert transform(rebuilt(original)) == transform(original)
    assert transform(rebuilt(samples.profile())) == transform(original)


def test_nothing_personal_stays() -> None:
    """Names, maker tags, dates, creator and what stands behind a colour tag are gone."""
    found = rebuilt(samples.profile())
    assert b"CANARY" not in found
    assert b"mmod" not in found
    assert found[24:36] == bytes.fromhex("07d000010001000000000000")
    assert found[4:8] == found[40:44] == bytes(4)
    assert found[48:56] == bytes(8)
    assert found[80:128] == bytes(48)


def test_rebuilding_is_a_fixed_point() -> None:
    """A rebuilt profile is rebuilt to itself."""
    found = rebuilt(samples.profile())
    assert rebuilt(found) == found
    assert len(found) % 4 == 0
    assert int.from_bytes(found[:4], "big") == len(found)


@pytest.mark.parametrize(("version", "kind"), [(2, b"desc"), (4, b"mluc")])
def test_names_follow_the_version(version: int, kind: bytes) -> None:
    """Both versions have the name and licence that some readers ask for."""
    profile = bytearray(samples.profile())
    profile[8] = version
    found = rebuilt(bytes(profile))
    opened = ImageCms.ImageCmsProfile(io.BytesIO(found))
    assert ImageCms.getProfileDescription(opened).strip() == "RGB"
    assert ImageCms.getProfileCopyright(opened).strip() == "CC0"
    assert kind in found


def test_equal_curves_are_stored_once() -> None:
    """Three equal curves take the space of one."""
    header = samples.profile()[:128]
    curve = b"curv" + bytes(4) + b"\0\0\0\1\2\x33" + bytes(2)
    three = [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    found = rebuilt(samples.assemble_profile(header, three))
    assert found.count(curve[:14]) == 1


def test_first_tag_of_a_name_counts() -> None:
    """A tag given twice keeps its first content."""
    header = samples.profile()[:128]
    twice = [(b"cicp", b"cicp" + bytes(4) + b"\1\1\1\1"), (b"cicp", b"cicpCANARY\1\1")]
    assert b"CANARY" not in rebuilt(samples.assemble_profile(header, twice))


def _with(profile: bytes, start: int, content: bytes) -> bytes:
    return profile[:start] + content + profile[start + len(content) :]


GOOD = samples.profile()
BROKEN = {
    "empty": b"",
    "no mark": _with(GOOD, 36, b"xxxx"),
    "size too large": _with(GOOD, 0, b"\x7f\xff\xff\xff"),
    "size too small": _with(GOOD, 0, b"\0\0\0\x80"),
    "too many tags": _with(GOOD, 128, b"\0\0\0\xc9"),
    "tag table too long": _with(GOOD, 128, b"\xff\xff\xff\xff"),
    "tag outside": _with(GOOD, GOOD.index(b"wtpt") + 4, b"\x7f\xff\xff\xff"),
    "cut": GOOD[:-8],
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_profile_is_none(name: str) -> None:
    """What cannot be understood is not kept."""
    assert rebuild_profile(BROKEN[name]) is None
