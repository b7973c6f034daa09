"""Whether a colour profile is one that everybody has, or the measurement of one display.

Compared in whole numbers: colorants and curves within a tolerance, since makers round differently.
Profiles made of tables (printers) always count as custom: they cannot be told apart without decoding.

Source: design document metadata.md, section 3.2; colorants as in ICC's own profiles of these
spaces, adapted to D50.
"""

from typing import Final

from safety.photos.metadata.icc import read_tags

_UNIT = 65_536
_COLORANT_TOLERANCE = _UNIT // 250
_MIDDLE_TOLERANCE = _UNIT // 100

# Ten-thousandths of X, Y, Z for red, green and blue.
_COLORANTS: Final = {
    "sRGB and Rec. 709": ((4361, 2225, 139), (3851, 7169, 971), (1431, 606, 7141)),
    "Display P3": ((5151, 2412, -11), (2920, 6922, 419), (1571, 666, 7841)),
    "Adobe RGB": ((6097, 3111, 195), (2053, 6257, 609), (1492, 632, 7446)),
    "ProPhoto": ((7977, 2880, 0), (1352, 7119, 0), (313, 1, 8249)),
    "Rec. 2020": ((6735, 2790, -19), (1657, 6753, 299), (1250, 456, 7968)),
}
# Gamma 1.0, 1.8, 2.2 and the pieced curves of sRGB (2.4) and video (1/0.45), in 65,536ths.
_GAMMAS: Final = (65_536, 117_965, 144_179, 144_180, 145_636, 157_286)
_GAMMA_TOLERANCE = _UNIT // 100
# What these curves give for half, in 65,535ths: gamma 1.0, 1.8, 2.2, sRGB, video.
_MIDDLES: Final = (32_768, 18_820, 14_263, 14_027, 17_010)


def is_public_profile(profile: bytes) -> bool:
    """True when colorants and curves are those of a published colour space."""
    tags = read_tags(profile)
    if tags is None:
        return False
    if any(signature[:3] in (b"A2B", b"B2A", b"D2B", b"B2D") for signature in tags):
        return False
    curves = [tags[name] for name in (b"rTRC", b"gTRC", b"bTRC", b"kTRC") if name in tags]
    return bool(curves) and all(map(_is_public_curve, curves)) and (b"kTRC" in tags or _is_public_matrix(tags))


def _is_public_matrix(tags: dict[bytes, bytes]) -> bool:
    found = [_signed_numbers(tags.get(name, b"")[8:20]) for name in (b"rXYZ", b"gXYZ", b"bXYZ")]
    return any(all(map(_near, found, known)) for known in _COLORANTS.values())


def _near(found: list[int], known: tuple[int, int, int]) -> bool:
    wanted = [number * _UNIT // 10_000 for number in known]
    return len(found) == 3 and all(abs(a - b) <= _COLORANT_TOLERANCE for a, b in zip(found, wanted, strict=True))


def _signed_numbers(raw: bytes) -> list[int]:
    return [int.from_bytes(raw[at : at + 4], "big", signed=True) for at in range(0, len(raw) - 3, 4)]


def _is_public_curve(curve: bytes) -> bool:
    if curve[:4] == b"para":
        gamma = int.from_bytes(curve[12:16], "big", signed=True)
        return any(abs(gamma - known) <= _GAMMA_TOLERANCE for known in _GAMMAS)
    count = int.from_bytes(curve[8:12], "big") if curve[:4] == b"curv" else -1
    if count == 0:
        return True
    if count == 1:
        gamma = int.from_bytes(curve[12:14], "big") * 256
        return any(abs(gamma - known) <= _GAMMA_TOLERANCE for known in _GAMMAS)
    middle = int.from_bytes(curve[12 + (count // 2) * 2 : 14 + (count // 2) * 2], "big")
    return count > 1 and any(abs(middle - known) <= _MIDDLE_TOLERANCE for known in _MIDDLES)
