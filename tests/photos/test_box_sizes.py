"""How much of a box its own numbers account for."""

import struct

import pytest

from safety.photos.base_media.box_sizes import number, used_bytes
from tests.photos.movie_samples import Part, fragmented, mov, mp4, parts_of

SIZED = {b"tfhd", b"trun", b"tfdt", b"mfhd", b"mfro", b"tfra", b"trex", b"elst", b"stts", b"stss", b"stsc", b"stsz"}


def leaves(parts: list[Part]) -> list[Part]:
    """All boxes without children."""
    return [leaf for part in parts for leaf in ([part] if not part.children else leaves(part.children))]


@pytest.mark.parametrize("file", [mp4(), mov(), fragmented()])
def test_boxes_of_a_real_film_are_used_up(file: bytes) -> None:
    """What FFmpeg writes has no byte too many, so a wrong size would show here."""
    found = [part for part in leaves(parts_of(file)) if used_bytes(part.kind, part.prefix[:64]) is not None]
    assert len(found) > 8
    assert {part.kind: used_bytes(part.kind, part.prefix[:64]) for part in found} == {
        part.kind: len(part.prefix) for part in found
    }


@pytest.mark.parametrize(
    ("kind", "head", "size"),
    [
        (b"elst", struct.pack(">II", 1 << 24, 2), 8 + 2 * 20),
        (b"tfdt", bytes(4), 8),
        (b"tfdt", b"\1\0\0\0", 12),
        (b"cslg", b"\1\0\0\0", 44),
        (b"stsz", struct.pack(">III", 0, 7, 9), 12),
        (b"stz2", struct.pack(">III", 0, 4, 3), 14),
        (b"stz2", struct.pack(">III", 0, 16, 3), 18),
        (b"padb", struct.pack(">II", 0, 3), 10),
        (b"sidx", struct.pack(">IIIIIHH", 0, 1, 1, 0, 0, 0, 2), 24 + 24),
        (b"sidx", struct.pack(">IIIQQHH", 1 << 24, 1, 1, 0, 0, 0, 2), 32 + 24),
        (b"tfra", struct.pack(">IIII", 0, 1, 0, 2), 16 + 2 * 11),
        (b"tfra", struct.pack(">IIII", 1 << 24, 1, 0x3F, 2), 16 + 2 * 28),
        (b"tfhd", struct.pack(">II", 0x3B, 1), 8 + 8 + 16),
        (b"trun", struct.pack(">II", 0xF05, 2), 8 + 8 + 32),
        (b"co64", struct.pack(">II", 0, 2), 24),
        (b"stco", struct.pack(">II", 0, 2), 16),
    ],
)
def test_size_follows_version_flags_and_counts(kind: bytes, head: bytes, size: int) -> None:
    """As the standard lays it out."""
    assert used_bytes(kind, head) == size


def test_unknown_box_has_no_size() -> None:
    """It is not kept."""
    assert used_bytes(b"zzZz", bytes(64)) is None


def test_missing_bytes_of_a_number_are_zero() -> None:
    """A box that is too short is found by its size, not by an exception."""
    assert (number(b"\1\2\3", 0), number(b"", 4), number(b"\0\5", 0, 2)) == (0x01020300, 0, 5)
