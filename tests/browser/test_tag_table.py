"""The table of all tags, read on the device: complete, bounded, and never in the way of the page."""

from __future__ import annotations

import struct

import pytest
from playwright.sync_api import Page

from safety.photos.limits import MAX_TAG_ROWS, MAX_VALUE_CHARACTERS, MEBIBYTE
from tests.browser.engine_page import EnginePage
from tests.browser.served import Site
from tests.photos import samples

ASCII = 2
MAKE, SOFTWARE, USER_COMMENT = 0x010F, 0x0131, 0x9286


@pytest.fixture
def engine(page: Page, site: Site) -> EnginePage:
    """The engine on a page."""
    return EnginePage(page, site)


def tiff(size: int, *entries: tuple[int, int, bytes | tuple[int, int]]) -> bytes:
    """A TIFF of one directory; a content is bytes, or the length and the offset that an entry claims."""
    head = b"II*\0" + struct.pack("<IH", 8, len(entries))
    rest = len(head) + 12 * len(entries) + 4
    contents = b""
    for tag, kind, content in entries:
        length, offset = content if isinstance(content, tuple) else (len(content), rest + len(contents))
        contents += b"" if isinstance(content, tuple) else content
        head += struct.pack("<HHII", tag, kind, length, offset)
    return (head + bytes(4) + contents).ljust(size, b"\xc8")


def test_every_kind_of_tag_is_told(engine: EnginePage) -> None:
    """EXIF, position, thumbnail, IPTC, XMP and the picture itself, each under its group."""
    content = samples.after_start(
        samples.segment(0xE1, b"Exif\0\0" + samples.exif())
        + samples.segment(0xE1, samples.XMP_MARK + samples.xmp())
        + samples.segment(0xED, b"Photoshop 3.0\0" + samples.photoshop())
    )
    rows = engine.tags(content)
    found = {(group, name): value for group, name, value in rows}
    assert found["EXIF", "Artist"] == f"Anna {samples.SECRET.decode()}"
    assert found["GPS", "GPSLatitudeRef"]
    assert found["XMP", "dc:creator"] == f"Anna & {samples.SECRET.decode()}"
    assert found["XMP", "photoshop:City"] == "Pittsburgh"
    assert found["IPTC", "City"] == "Paris"
    assert {"Thumbnail", "File"} <= {group for group, _, _ in rows}


def test_nothing_to_tell_is_an_empty_table(engine: EnginePage) -> None:
    """As is a file that is none, an empty one, and one that ends in the middle of a tag."""
    contents = [b"", b"no picture", tiff(0, (SOFTWARE, ASCII, b"Editor"))[:20]]
    assert [engine.tags(content) for content in contents] == [[], [], []]


def test_rows_are_few_short_and_printable(engine: EnginePage) -> None:
    """However many a file has, and whatever is in them."""
    many = [(0x5000 + number, ASCII, b"value") for number in range(2 * MAX_TAG_ROWS)]
    assert len(engine.tags(tiff(0, *many))) == MAX_TAG_ROWS
    long = b"a\x1b[31m" + "\u202egpj.exe ".encode() + b"long " * 1000 + b"\0"
    ((_, name, value),) = engine.tags(tiff(0, (SOFTWARE, ASCII, long)))
    assert name == "Software"
    assert len(value) <= MAX_VALUE_CHARACTERS
    assert not {"\x1b", "\u202e"} & set(value)


def test_a_tag_without_a_name_has_its_number(engine: EnginePage) -> None:
    """As people look for it."""
    assert engine.tags(tiff(0, (0xABCD, ASCII, b"hidden text\0"))) == [["EXIF", "0xabcd", "hidden text"]]


def test_a_file_that_takes_too_long_ends(engine: EnginePage) -> None:
    """In an empty table; the worker is started anew for the next file, without a network too."""
    size = 8 * MEBIBYTE
    again = [(USER_COMMENT - 2 * number, ASCII, (size - 500, 400)) for number in range(20)]
    engine.page.context.set_offline(True)
    assert engine.tags(tiff(size, *again)) == []
    assert engine.tags(tiff(0, (SOFTWARE, ASCII, b"Editor\0"))) == [["EXIF", "Software", "Editor"]]
    assert engine.page.evaluate("() => workers.length") == 3


def test_of_a_large_file_the_start_is_read(engine: EnginePage) -> None:
    """What stands in its first mebibyte is told, and no more is taken into memory."""
    near, far = (SOFTWARE, ASCII, b"Editor\0"), (MAKE, ASCII, (100, 2 * MEBIBYTE))
    rows = engine.tags(tiff(8 * MEBIBYTE + 1, near, far))
    assert ["EXIF", "Software", "Editor"] in rows
    assert "\xc8" not in str(rows)
