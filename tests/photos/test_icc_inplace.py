"""A profile rebuilt in place keeps its length and its colours, and says nothing else."""

import struct

import pytest

from safety.photos.metadata.icc import rebuild_profile
from safety.photos.metadata.icc_inplace import profile_in_place
from tests.photos import samples
from tests.photos.test_icc import BROKEN, transform

HEADER = samples.profile()[:128]
CURVE = b"curv" + bytes(4) + b"\0\0\0\1\2\x33"


def in_place(profile: bytes) -> bytes:
    """The profile of the same length, which must exist."""
    found = profile_in_place(profile)
    assert found is not None
    assert len(found) == len(profile)
    return found


def tags_of(profile: bytes) -> dict[bytes, bytes]:
    """Contents by signature."""
    found = {}
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12):
        start, size = struct.unpack(">II", profile[at + 4 : at + 12])
        found[profile[at : at + 4]] = profile[start : start + size]
    return found


def tight(secret: bytes = samples.SECRET) -> bytes:
    """A profile without names, so that the neutral ones do not fit; its maker's tag comes first."""
    tags = tags_of(samples.profile())
    matrix = [(name, tags[name]) for name in (b"rXYZ", b"gXYZ", b"bXYZ", b"chad")]
    shared = samples.assemble_profile(HEADER, [(b"mmod", b"mmod" + bytes(4) + secret), *matrix, (b"rTRC", CURVE)])
    # Green and blue have no data of their own: their entries stand in the place of the first tag's data.
    start = struct.unpack(">I", shared[132 + 5 * 12 + 4 : 132 + 5 * 12 + 8])[0]
    count = int.from_bytes(shared[128:132], "big")
    table = b"".join(_moved(shared[at : at + 12], 24) for at in range(132, 132 + 12 * count, 12))
    table += b"".join(name + struct.pack(">II", start + 24, len(CURVE)) for name in (b"gTRC", b"bTRC"))
    return (
        (len(shared) + 24).to_bytes(4, "big")
        + HEADER[4:]
        + (count + 2).to_bytes(4, "big")
        + table
        + shared[132 + 12 * count :]
    )


def _moved(entry: bytes, distance: int) -> bytes:
    start, size = struct.unpack(">II", entry[4:])
    return entry[:4] + struct.pack(">II", start + distance, size)


def test_rebuilt_profile_is_padded() -> None:
    """The space won is zero, and the size field says the old length."""
    profile = samples.profile() + samples.SECRET
    rebuilt = rebuild_profile(profile)
    assert rebuilt is not None
    found = in_place(profile)
    assert found[4:] == rebuilt[4:] + bytes(len(profile) - len(rebuilt))
    assert int.from_bytes(found[:4], "big") == len(profile)


@pytest.mark.parametrize("profile", [samples.profile(), samples.profile() + b"odd", tight()])
def test_colours_are_the_same(profile: bytes) -> None:
    """LittleCMS computes the same colours with what comes out, and nothing personal is in it."""
    assert transform(in_place(profile)) == transform(profile)
    assert b"CANARY" in profile
    assert b"CANARY" not in in_place(profile)
    assert b"mmod" not in in_place(profile)


@pytest.mark.parametrize("profile", [samples.profile(), samples.profile() + b"odd", tight()])
def test_is_a_fixed_point(profile: bytes) -> None:
    """What came out stays as it is."""
    assert in_place(in_place(profile)) == in_place(profile)


def test_tags_stay_where_they_are_when_names_do_not_fit() -> None:
    """The header is neutral, the table gets shorter, and everything else is zero."""
    profile = tight()
    rebuilt = rebuild_profile(profile)
    assert rebuilt is not None
    assert len(rebuilt) > len(profile)
    found = in_place(profile)
    tags = tags_of(profile)
    del tags[b"mmod"]
    assert tags_of(found) == tags
    assert found[24:36] == bytes.fromhex("07d000010001000000000000")
    assert found[132 + 12 * len(tags) : 132 + 12 * len(tags) + 12 + 8 + len(samples.SECRET)].strip(b"\0") == b""


def test_tag_over_the_table_is_none() -> None:
    """A shorter table would change what such a tag reads."""
    profile = bytearray(tight())
    profile[132 + 12 + 4 : 132 + 12 + 8] = (140).to_bytes(4, "big")
    assert profile_in_place(bytes(profile)) is None


@pytest.mark.parametrize("name", BROKEN)
def test_broken_profile_is_none(name: str) -> None:
    """What cannot be understood is not kept."""
    assert profile_in_place(BROKEN[name]) is None
