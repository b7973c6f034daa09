"""EXIF blocks with a maker note, made by code: directories as the common makers lay them out."""

import struct

from tests.photos import samples

Entries = list[tuple[int, int, bytes]]


def directory(at: int, entries: Entries, order: str = ">") -> bytes:
    """A directory whose offsets count as if it stood at `at`."""
    return samples._ExifWriter(order)._directory(at, entries, 0)


def block(note: bytes, make: bytes = b"Acme", order: str = ">", preview: bytes = b"preview") -> bytes:
    """An EXIF block with a maker note and a thumbnail."""
    writer = samples._ExifWriter(order)
    return writer.write([(0x010F, 2, make + b"\0")], [(0x927C, 7, note)], [(0, 7, b"\2\3\0\0")], preview)


def block_with_counted_note(head: bytes, entries: Entries, make: bytes, order: str = ">") -> bytes:
    """The same with a note whose offsets count from the beginning of the block, as most makers do."""
    note = head + directory(0, entries, order)
    at = block(note, make, order).index(note)
    return block(head + directory(at + len(head), entries, order), make, order)


def apple(entries: Entries) -> bytes:
    """Apple's note: always big-endian, offsets from its own beginning."""
    return b"Apple iOS\0\0\1MM" + directory(14, entries)


def nikon(entries: Entries) -> bytes:
    """Nikon's third kind: a TIFF header of its own, from which offsets count."""
    return b"Nikon\0\2\x10\0\0" + b"MM\0*\0\0\0\x08" + directory(8, entries)


def olympus(equipment: Entries) -> bytes:
    """Olympus's note with its directory of equipment."""
    inner_at = 12 + 18
    outer = directory(12, [(0x2010, 4, struct.pack("<I", inner_at))], "<")
    return b"OLYMPUS\0II\3\0" + outer + directory(inner_at, equipment, "<")


def fujifilm(entries: Entries) -> bytes:
    """Fujifilm's note: always little-endian, offsets from its own beginning."""
    return b"FUJIFILM\x0c\0\0\0" + directory(12, entries, "<")
