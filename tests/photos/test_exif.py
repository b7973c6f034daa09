"""The EXIF reader gives what is inside the block and follows nothing out of it."""

import struct

from safety.photos.metadata.exif import VALUE_MAX_BYTES, DirectoryReader, Entry, read_directories, read_header
from tests.photos import samples


def test_directories_of_a_camera_are_read() -> None:
    """Main, exif, GPS and thumbnail directories in both byte orders."""
    for order in "<>":
        directories = read_directories(samples.exif(6, order))
        assert directories is not None
        assert directories.reader.raw(directories.main[0x010F]) == b"Acme\0"
        assert directories.reader.raw(directories.exif[0x9011]) == b"+02:00\0"
        assert directories.reader.rationals(directories.gps[2])[0] == (52, 1)
        assert set(directories.preview) == {0x0201, 0x0202}


def test_no_header_is_no_block() -> None:
    """Anything that does not start like TIFF is None, which is not the same as empty."""
    assert read_header(b"") is None
    assert read_header(b"MM\0*\0\0\0") is None
    assert read_directories(b"Exif" + bytes(40)) is None


def test_value_outside_the_block_is_empty() -> None:
    """An offset or a count beyond the block gives nothing, in no time."""
    reader = DirectoryReader(bytes(100), "big")
    assert reader.raw(Entry(1, 2, 2**32 - 1, bytes(4))) == b""
    assert reader.raw(Entry(1, 2, 50, b"\0\0\0\x60")) == b""
    assert reader.raw(Entry(1, 99, 5, bytes(4))) == b""


def test_value_is_cut() -> None:
    """No value is read further than anybody would show it."""
    reader = DirectoryReader(bytes(90_000), "big")
    assert len(reader.raw(Entry(1, 2, 80_000, bytes(4)))) == VALUE_MAX_BYTES


def test_first_entry_of_a_tag_counts() -> None:
    """A second entry cannot cover the first."""
    entries = struct.pack(">HHI4s", 0x10F, 2, 2, b"A\0") + struct.pack(">HHI4s", 0x10F, 2, 2, b"B\0")
    directories = read_directories(b"MM\0*\0\0\0\x08\0\2" + entries + bytes(4))
    assert directories is not None
    assert directories.reader.raw(directories.main[0x10F]) == b"A\0"


def test_cut_directory_gives_its_whole_entries() -> None:
    """A count that is larger than the block gives the entries that are there."""
    reader = DirectoryReader(b"\xff\xff" + struct.pack(">HHI4s", 1, 2, 1, b"A") + b"rest", "big")
    assert [entry.tag for entry in reader.entries(0)] == [1]
    assert reader.next_offset(0) == 0


def test_circles_end() -> None:
    """Directories that point at themselves are read once."""
    circle = b"MM\0*\0\0\0\x08\0\2" + struct.pack(">HHII", 0x8769, 4, 1, 8) + struct.pack(">HHII", 0x8825, 4, 1, 8)
    directories = read_directories(circle + b"\0\0\0\x08")
    assert directories is not None
    assert set(directories.main) == set(directories.exif) == set(directories.preview) == {0x8769, 0x8825}
