"""Directories of a TIFF are read strictly, in both byte orders, and never without end."""

import pytest

from safety.photos.errors import CleanError
from safety.photos.formats.tiff_directory import Directory, SourceBlock, TiffReader
from safety.photos.limits import MAX_DIRECTORY_ENTRIES, MAX_TIFF_ENTRIES, MAX_TIFF_PAGES, MAX_TIFF_STRIPS
from safety.photos.metadata.exif import Entry
from safety.photos.source import BytesSource
from tests.photos.tiff_hostile import chained
from tests.photos.tiff_samples import BYTE, LONG, SHORT, TEXT, Entries, Inside, Parts, Sized, Writer, page, tiff


def reader_of(file: bytes) -> TiffReader:
    """A reader of the file."""
    return TiffReader(BytesSource(file))


def first_page(file: bytes) -> tuple[TiffReader, Directory]:
    """A reader and the first page."""
    reader = reader_of(file)
    return reader, reader.pages()[0]


def test_file_is_read_like_a_block() -> None:
    """Slices as of bytes, shorter at the end, and no more than asked for."""
    content = bytes(range(20))
    block = SourceBlock(BytesSource(content))
    for piece in (slice(3, 9), slice(15, 99), slice(30, 40), slice(None, 4), slice(9, 3)):
        assert block[piece] == content[piece]
    assert len(block) == 20


@pytest.mark.parametrize("order", ["<", ">"])
def test_pages_are_found_in_both_orders(order: str) -> None:
    """With their entries in the order of the file, and the numbers in them."""
    file = tiff(page(order=order), page(order=order), order=order)
    reader = reader_of(file)
    first, second = reader.pages()
    assert [entry.tag for entry in first.entries] == sorted(page())
    assert (first.next_offset, second.next_offset) == (second.offset, 0)
    assert second.span == (second.offset, len(file))
    assert reader.number(first, 256, 0) == 24
    assert reader.number(first, 282, 7) == 7


def test_packed_numbers_are_those_of_the_file() -> None:
    """What is unpacked is packed to the same bytes."""
    for mark in (b"II*\0", b"MM\0*"):
        reader = reader_of(mark + bytes(4))
        for kind, raw in ((BYTE, b"\1\2\3"), (SHORT, b"\1\2\3\4"), (LONG, b"\1\2\3\4")):
            assert reader.pack(kind, reader.unpack(kind, raw)) == raw
    assert reader.unpack(SHORT, b"\1\2") == (258,)


def test_values_are_cut() -> None:
    """Of an inline value, and of one elsewhere, only as many as asked for."""
    writer = Writer()
    reader, found = first_page(tiff(page({258: (SHORT, writer.shorts(8, 9, 10)), 530: (SHORT, writer.shorts(2, 1))})))
    assert reader.numbers(_entry(found, 258), 2) == (8, 9)
    assert reader.numbers(_entry(found, 258), 99) == (8, 9, 10)
    assert reader.numbers(_entry(found, 530), 1) == (2,)


def _entry(found: Directory, tag: int) -> Entry:
    entry = found.entry(tag)
    assert entry is not None
    return entry


def test_value_outside_is_damaged() -> None:
    """As is a number of a type that has no whole numbers."""
    reader, found = first_page(tiff(page({258: (SHORT, Sized(3, b"\xff\xff\xff\x7f")), 256: (TEXT, b"2\0")})))
    assert not reader.is_inside(_entry(found, 258))
    for tag in (258, 256):
        with pytest.raises(CleanError, match="damaged"):
            reader.numbers(_entry(found, tag), 3)


def test_private_directories_are_reached() -> None:
    """The values of EXIF, GPS and interoperability, and those directories themselves; pointers in circles end."""
    secrets = [b"A secret of EXIF", b"A secret of GPS", b"A secret of interoperability"]
    inner = Inside({1: (TEXT, secrets[2])})
    private: Entries = {
        34665: (LONG, Inside({37500: (BYTE, secrets[0]), 40965: (LONG, inner)})),
        34853: (LONG, Inside({29: (TEXT, secrets[1])})),
    }
    file = tiff(page(private))
    reader, found = first_page(file)
    spans = reader.reached([_entry(found, tag) for tag in private])
    assert sorted(file[start:end] for start, end in spans if file[start:end] in secrets) == sorted(secrets)
    assert len(spans) == 6
    circle = b"II*\0\x08\0\0\0\1\0" + Writer().shorts(34665, LONG) + Writer().longs(1, 8, 0)
    reader, found = first_page(circle)
    assert reader.reached(found.entries) == [(8, 8 + 18)]


def test_parts_of_a_page_that_goes_are_located() -> None:
    """Those inside the file; entries that make no sense have none."""
    file = tiff(page({513: (LONG, Parts((b"small",))), 514: (LONG, Writer().longs(5))}))
    reader, found = first_page(file)
    (start, end), *rest = reader.parts(found, ((513, 514), (273, 514), (324, 325), (256, 271)))
    assert file[start:end] == b"small"
    assert len(rest) == 1
    wrong, found = first_page(tiff(page({273: (TEXT, b"abcd"), 514: (LONG, Sized(9, b"\xff\xff\xff\x7f"))})))
    assert wrong.parts(found, ((273, 279), (279, 514))) == []


def test_limits_have_their_code() -> None:
    """Pages, entries of a page, entries of a file, and strips."""
    reader = reader_of(chained(MAX_TIFF_PAGES))
    assert len(reader.pages()) == MAX_TIFF_PAGES
    large = chained(1, *((tag, SHORT, 1, 7) for tag in range(4, MAX_DIRECTORY_ENTRIES)))
    assert len(reader_of(large).pages()[0].entries) == MAX_DIRECTORY_ENTRIES
    many = MAX_TIFF_ENTRIES // 4_000 + 1
    for file in (
        chained(MAX_TIFF_PAGES + 1),
        chained(1, *((tag, SHORT, 1, 7) for tag in range(3, MAX_DIRECTORY_ENTRIES))),
        chained(many, *((tag, SHORT, 1, 7) for tag in range(4_000))),
    ):
        with pytest.raises(CleanError, match="too-many-parts"):
            reader_of(file).pages()
    entry = Entry(273, LONG, MAX_TIFF_STRIPS + 1, bytes(4))
    with pytest.raises(CleanError, match="too-many-parts"):
        reader.strips(entry, MAX_TIFF_STRIPS + 1)


def test_private_directories_count_as_well() -> None:
    """Each once; at every offset of this file is another one with thousands of entries."""
    reader = reader_of(b"II*\0" + bytes(4) + Writer().shorts(MAX_DIRECTORY_ENTRIES) * 40_000)
    for offset in range(8, 8 + 2 * (MAX_TIFF_ENTRIES // MAX_DIRECTORY_ENTRIES), 2):
        assert len(reader.private_entries(offset)) == MAX_DIRECTORY_ENTRIES
    assert len(reader.private_entries(8)) == MAX_DIRECTORY_ENTRIES
    with pytest.raises(CleanError, match="too-many-parts"):
        reader.private_entries(1_000)


def test_big_tiff_is_another_variant() -> None:
    """It has offsets of eight bytes."""
    with pytest.raises(CleanError, match="unsupported-variant"):
        reader_of(b"II+\0\x08\0\0\0" + bytes(8))
