"""Locations of items: every version and width is read; kept entries stay as they are."""

import struct

import pytest

from safety.photos.base_media.item_locations import LocationTable
from safety.photos.errors import CleanError
from tests.photos.samples import box

NUMBERS = {0: "H", 1: "H", 2: "I"}
WIDTHS = {0: "", 4: "I", 8: "Q"}


def table(
    version: int,
    entries: list[tuple[int, int, int, list[tuple[int, int]]]],
    *,
    sizes: tuple[int, int, int, int] = (4, 4, 4, 0),
    reserved: int = 0,
    index: int = 0,
) -> bytes:
    """The content of `iloc`; entries are number, construction, base and extents."""
    offset, length, base, index_size = sizes
    number = NUMBERS[version]
    content = bytes([version, 0, 0, 0, offset << 4 | length, base << 4 | index_size])
    content += struct.pack(">" + number, len(entries))
    for item, construction, start, extents in entries:
        content += struct.pack(">" + number, item)
        content += struct.pack(">H", construction | reserved << 4) if version else b""
        content += struct.pack(">H", 0) + (start.to_bytes(base, "big") if base else b"")
        content += struct.pack(">H", len(extents))
        for place, size in extents:
            content += index.to_bytes(index_size, "big") if version else b""
            content += place.to_bytes(offset, "big") + size.to_bytes(length, "big")
    return content


@pytest.mark.parametrize("version", [0, 1, 2])
@pytest.mark.parametrize("sizes", [(4, 4, 0, 0), (8, 8, 8, 0), (0, 4, 4, 0), (4, 4, 8, 0), (0, 8, 0, 0)])
def test_every_version_and_width(version: int, sizes: tuple[int, int, int, int]) -> None:
    """Offsets count from the base; an absent field is zero; writing all gives what was read."""
    base, offset = (100 if sizes[2] else 0), (7 if sizes[0] else 0)
    content = table(version, [(1, 0, base, [(offset, 5), (offset, 6)]), (2, 0, base, [])], sizes=sizes)
    read = LocationTable(content + b"rest")
    assert read.locations[1].extents == ((base + offset, 5), (base + offset, 6))
    assert read.locations[1].length == 11
    assert read.locations[2].extents == ()
    assert read.rest == b"rest"
    assert read.write({1, 2}) == box(b"iloc", content)


def test_kept_entries_do_not_change() -> None:
    """Offsets are those of a file in which nothing moves."""
    first, second = (1, 0, 0, [(7, 5)]), (2, 1, 0, [(0, 8)])
    read = LocationTable(table(1, [first, second]))
    assert read.write({2}) == box(b"iloc", table(1, [second]))
    assert [read.locations[number].is_in_idat for number in (1, 2)] == [False, True]


def test_unused_fields_become_zero() -> None:
    """Reserved bits, and the index that only the third construction uses."""
    dirty = table(1, [(1, 0, 0, [(7, 5)])], sizes=(4, 4, 4, 8), reserved=0xABC, index=2**64 - 2)
    clean = table(1, [(1, 0, 0, [(7, 5)])], sizes=(4, 4, 4, 8))
    assert LocationTable(dirty).write({1}) == box(b"iloc", clean)
    low_bits = bytes([0, 0, 0, 0, 0x44, 0x4F, 0, 0])
    assert LocationTable(low_bits).write(()) == box(b"iloc", low_bits[:5] + b"\x40\0\0")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (table(1, [(1, 2, 0, [(0, 5)])]), "unsupported-variant"),
        (b"\3" + bytes(20), "unsupported-variant"),
        (table(0, [(1, 0, 0, [(0, 5)])]).replace(b"\0\1\0\0", b"\0\1\0\7"), "unsupported-variant"),
        (table(1, [(1, 0, 0, []), (1, 0, 0, [])]), "damaged"),
        (table(1, [(1, 0, 0, [(0, 5)])])[:-1], "damaged"),
        (bytes([1, 0, 0, 0, 0x34, 0, 0, 0]), "damaged"),
        (bytes([1, 0, 0, 0, 0x44, 0x10, 0, 0]), "damaged"),
        (table(1, [(1, 0, 0, [(2**60, 5)])], sizes=(8, 4, 0, 0)), "damaged"),
        (table(1, [(1, 0, 0, [(0, 2**60)])], sizes=(4, 8, 0, 0)), "damaged"),
        (bytes([2, 0, 0, 0, 0x44, 0, 0, 1, 0, 0]), "too-many-parts"),
    ],
)
def test_wrong_tables_are_refused(content: bytes, code: str) -> None:
    """Other constructions and files, two entries for an item, cut tables, odd widths, numbers beyond all files."""
    with pytest.raises(CleanError, match=code):
        LocationTable(content)


def test_extents_of_no_bytes_are_counted() -> None:
    """Fields of no width would let a few bytes stand for billions of extents."""
    entries = b"".join(struct.pack(">HHHH", number, 0, 0, 65_535) for number in range(1, 40))
    with pytest.raises(CleanError, match="too-many-parts"):
        LocationTable(bytes([1, 0, 0, 0, 0, 0, 0, 39]) + entries)
