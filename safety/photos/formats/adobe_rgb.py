"""The colour profile of Adobe RGB (1998), for pictures whose EXIF says that they are in it.

The ordinary cleaning keeps such a picture as it is; only the deep clean has to know the colours.

Source: Adobe RGB (1998) Color Image Encoding, section 4.3 (primaries adapted to D50, gamma 563/256);
ICC.1:2022 sections 7.2 (header), 10.6 (curve) and 10.31 (XYZ).
"""

from typing import Final

from safety.photos.metadata.icc import HEADER_BYTES, rebuild_profile

# X, Y and Z in 65,536ths.
_COLORANTS: Final = {
    b"rXYZ": (39_960, 20_389, 1_276),
    b"gXYZ": (13_453, 41_004, 3_989),
    b"bXYZ": (9_777, 4_143, 48_796),
}
_WHITE: Final = (62_289, 65_536, 71_372)
_D50: Final = (63_190, 65_536, 54_061)
_GAMMA: Final = 563


def adobe_rgb_profile() -> bytes:
    """A profile of version 2 with three colorants and one curve."""
    curve = b"curv" + bytes(4) + (1).to_bytes(4, "big") + _GAMMA.to_bytes(2, "big")
    tags = {name: b"XYZ " + bytes(4) + _numbers(numbers) for name, numbers in _COLORANTS.items()}
    tags |= {name: curve for name in (b"rTRC", b"gTRC", b"bTRC")}
    tags[b"wtpt"] = b"XYZ " + bytes(4) + _numbers(_WHITE)
    table, contents = len(tags).to_bytes(4, "big"), b""
    start = HEADER_BYTES + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + (start + len(contents)).to_bytes(4, "big") + len(content).to_bytes(4, "big")
        contents += content
    size = (start + len(contents)).to_bytes(4, "big")
    head = size + bytes(4) + b"\2\x10\0\0mntrRGB XYZ " + bytes(12) + b"acsp"
    profile = head.ljust(68, b"\0") + _numbers(_D50)
    return rebuild_profile(profile.ljust(HEADER_BYTES, b"\0") + table + contents) or b""


def _numbers(numbers: tuple[int, int, int]) -> bytes:
    return b"".join(number.to_bytes(4, "big") for number in numbers)
