"""Makers' notes tell serial numbers, owners, places and links, in each maker's own layout."""

import struct

import pytest

from safety.photos.metadata.exif_report import report_exif
from tests.photos import note_samples as notes


def told(block: bytes) -> dict[str, dict[str, str]]:
    """Values of the findings by code, without those that every block of these samples has."""
    found = {finding.code: dict(finding.values) for finding in report_exif(block, "Exif", 0)}
    assert "maker-notes" in found
    return {code: values for code, values in found.items() if code not in ("maker-notes", "device", "thumbnail")}


UUID = b"0123ABCD-4567-89EF-0123-456789ABCDEF\0"
SERIAL = (2, b"SN-20481234\0")


@pytest.mark.parametrize(
    ("block", "code", "values"),
    [
        (notes.block(notes.apple([(0x0011, 2, UUID)])), "live-link", {"value": UUID[:-1].decode()}),
        (notes.block(notes.apple([(0x002B, 2, UUID)]), order="<"), "serial", {"values": UUID[:-1].decode()}),
        (notes.block(notes.nikon([(0x001D, *SERIAL)])), "serial", {"values": "SN-20481234"}),
        (notes.block(notes.olympus([(0x0101, *SERIAL)])), "serial", {"values": "SN-20481234"}),
        (notes.block(notes.fujifilm([(0x0010, *SERIAL)])), "serial", {"values": "SN-20481234"}),
        (
            notes.block_with_counted_note(b"", [(0x000C, 4, struct.pack("<I", 570004681))], b"Canon", "<"),
            "serial",
            {"values": "570004681"},
        ),
        (notes.block_with_counted_note(b"", [(0x0009, 2, b"Anna Example\0")], b"Canon"), "person",
         {"values": "Anna Example"}),
        (notes.block_with_counted_note(b"", [(0x0028, 7, bytes(range(16)))], b"Canon"), "serial",
         {"values": bytes(range(16)).hex()}),
        (
            notes.block_with_counted_note(b"Panasonic\0\0\0", [(0x006D, 7, b"Lisbon\0\0")], b"Panasonic", "<"),
            "location",
            {"name": "Lisbon"},
        ),
        (
            notes.block_with_counted_note(b"Panasonic\0\0\0", [(0x0066, 7, b"Little Bo\0")], b"Panasonic", "<"),
            "person",
            {"values": "Little Bo"},
        ),
        (notes.block_with_counted_note(b"SIGMA\0\0\0\1\0", [(0x0002, *SERIAL)], b"SIGMA"), "serial",
         {"values": "SN-20481234"}),
        (
            notes.block_with_counted_note(b"AOC\0MM", [(0x0215, 4, struct.pack(">5I", 1, 2, 3, 4, 132352))], b"PENTAX"),
            "serial",
            {"values": "132352"},
        ),
        (
            notes.block_with_counted_note(b"Ricoh\xcf\0\0", [(0x0005, 7, bytes(range(1, 17)))], b"RICOH"),
            "serial",
            {"values": bytes(range(1, 17)).hex()},
        ),
        (notes.block(b"MOT\0\0\0\0\0" + notes.directory(8, [(0x5501, *SERIAL)])), "serial",
         {"values": "SN-20481234"}),
    ],
)  # fmt: skip
def test_makers_say_what_they_know(block: bytes, code: str, values: dict[str, str]) -> None:
    """Apple, Nikon, Olympus, Fujifilm, Canon, Panasonic, Sigma and Motorola."""
    assert told(block) == {code: values}


@pytest.mark.parametrize(
    "note",
    [
        b"Unknown maker",
        b"Apple iOS\0",
        b"Nikon\0\2\x10\0\0XX",
        notes.apple([(0x002B, 2, bytes(40))]),
        notes.apple([(0x002B, 2, b"'-/=" + bytes(40))]),
        notes.apple([(0x002B, 2, b"\xff\xfe\xfd\xfc" * 9)]),
        notes.nikon([(0x001D, 2, SERIAL[1])])[:30],
        notes.fujifilm([(0x0999, *SERIAL)]),
    ],
)
def test_unknown_broken_and_rubbish_notes_say_nothing(note: bytes) -> None:
    """The note as a whole is still told; a number that is no number is not."""
    assert told(notes.block(note)) == {}


def test_a_note_that_points_everywhere_ends() -> None:
    """Offsets beyond the block, and a directory of equipment that is its own."""
    circle = b"OLYMPUS\0II\3\0" + notes.directory(12, [(0x2010, 4, struct.pack("<I", 12))], "<")
    far = notes.apple([(0x0011, 2, UUID)]).replace(struct.pack(">I", 14 + 18), b"\xff\xff\xff\xf0")
    assert told(notes.block(circle)) == told(notes.block(far)) == {}
