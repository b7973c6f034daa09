"""Public profiles are told from the measurement of one display."""

import struct

from PIL import ImageCms

from safety.photos.metadata.icc import rebuild_profile
from safety.photos.metadata.profiles import is_public_profile
from tests.photos import samples

P3 = ((5151, 2412, -11), (2920, 6922, 419), (1571, 666, 7841))
MY_DISPLAY = ((5000, 2500, 10), (3000, 6800, 500), (1642, 700, 7700))
GAMMA_22 = b"curv" + bytes(4) + struct.pack(">IHH", 1, 0x0233, 0)


def profile(colorants: tuple[tuple[int, int, int], ...], curve: bytes = GAMMA_22) -> bytes:
    """A profile of a display."""
    numbers = [b"".join(struct.pack(">i", number * 65_536 // 10_000) for number in colorant) for colorant in colorants]
    tags = [(name, b"XYZ " + bytes(4) + raw) for name, raw in zip((b"rXYZ", b"gXYZ", b"bXYZ"), numbers, strict=True)]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    return samples.assemble_profile(samples.profile()[:128], tags)


def test_public_profiles_are_known() -> None:
    """sRGB as LittleCMS makes it, Display P3, and grey."""
    assert is_public_profile(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert is_public_profile(profile(P3))
    assert is_public_profile(samples.assemble_profile(samples.profile()[:128], [(b"kTRC", GAMMA_22)]))
    assert is_public_profile(profile(P3, b"curv" + bytes(8)))


def test_own_display_is_custom() -> None:
    """Colorants or curves that nobody published."""
    assert not is_public_profile(profile(MY_DISPLAY))
    assert not is_public_profile(profile(P3, b"curv" + bytes(4) + struct.pack(">IHH", 1, 0x0290, 0)))
    measured = struct.pack(">I5H", 5, 0, 9_000, 21_000, 40_000, 65_535)
    assert not is_public_profile(profile(P3, b"curv" + bytes(4) + measured))
    assert not is_public_profile(profile(P3, b"para" + bytes(4) + b"\0\0\0\0" + struct.pack(">i", 150_000)))
    assert not is_public_profile(profile(P3, b"what" + bytes(12)))


def test_tables_are_custom() -> None:
    """Printers' profiles cannot be told apart."""
    assert not is_public_profile(samples.assemble_profile(samples.profile()[:128], [(b"A2B0", b"mft2" + bytes(60))]))


def test_broken_or_empty_is_not_public() -> None:
    """No tags, no praise."""
    assert not is_public_profile(samples.assemble_profile(samples.profile()[:128], []))
    assert not is_public_profile(b"")


def test_rebuilding_does_not_change_the_answer() -> None:
    """The finding is the same before and after cleaning."""
    for original in (profile(P3), profile(MY_DISPLAY)):
        found = rebuild_profile(original)
        assert found is not None
        assert is_public_profile(found) == is_public_profile(original)
