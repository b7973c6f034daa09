"""The children of a `meta` box: each known one once, the others told apart."""

import dataclasses

import pytest

from safety.photos.base_media import heif_tables
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.heif_tables import StillTables, handler_of, is_own_file
from safety.photos.errors import CleanError
from safety.photos.source import BytesSource
from tests.photos.heif_samples import Heif, coded, full_box, plain
from tests.photos.samples import box

OWN_FILE = box(b"dinf", full_box(b"dref", b"\0\0\0\1" + full_box(b"url ", b"", flags=1)))


def opened(file: bytes) -> tuple[Box, BoxReader]:
    """The `meta` box of a file."""
    reader = BoxReader(BytesSource(file))
    return next(found for found in reader.top_level() if found.kind == b"meta"), reader


def tables(**changes: object) -> StillTables:
    """The tables of the plain sample after some changes."""
    return StillTables(*opened(dataclasses.replace(plain(), **changes).file()))


def test_tables_are_read() -> None:
    """Items, locations, properties and the picture's number."""
    read = tables(children=box(b"free", b"") + box(b"ZZZZ", b""))
    assert (read.primary.number, list(read.items), list(read.location_table.locations)) == (1, [1], [1])
    assert [one.kind for one in read.others] == [b"free", b"ZZZZ"]
    assert read.references == []


def test_unused_bytes_are_told() -> None:
    """Behind the last box and behind the last field of each table."""
    read = tables(tails={b"meta": b"abcde", b"pitm": b"ab", b"iloc": b"c"})
    assert [end - start for start, end in read.unused()][:4] == [5, 2, 1, 0]


def test_numbers_without_an_item_are_told() -> None:
    """A location, a property or a reference of nothing."""
    assert list(tables().with_strangers()) == []
    assert [one.kind for one in tables(references=[(b"cdsc", 1, 77)]).with_strangers()] == [b"iref"]
    file = Heif([coded("AVIF"), coded("AVIF")]).file()
    assert list(StillTables(*opened(file)).with_strangers()) == []
    changed = file.replace(b"infe\2\0\0\0\0\2", b"infe\2\0\0\0\0\7")
    assert [one.kind for one in StillTables(*opened(changed)).with_strangers()] == [b"iloc", b"iprp"]


def test_handler_is_read_before_all_else() -> None:
    """It decides who plans the box."""
    assert handler_of(*opened(plain().file())) == b"pict"
    assert handler_of(*opened(dataclasses.replace(plain(), tables=[b"pitm"]).file())) == b""


def test_only_a_reference_to_the_own_file_stays() -> None:
    """Any other may name files of somebody's computer."""
    for content, is_own in ((OWN_FILE, True), (OWN_FILE[:-1] + b"\0", False), (box(b"dinf", b""), False)):
        source = BytesSource(content + b"x")
        assert is_own_file(next(BoxReader(source).top_level()), source) == is_own


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"handler": bytes(8) + b"vide" + bytes(13)}, "unsupported-variant"),
        ({"tables": [b"hdlr", b"iloc", b"iinf"]}, "damaged"),
        ({"children": box(b"iinf", bytes(6))}, "damaged"),
        ({"children": box(b"iref", bytes(4)) * 2}, "damaged"),
    ],
)
def test_wrong_boxes_are_refused(changes: dict[str, object], code: str) -> None:
    """Of videos, without a picture, with two tables of a kind."""
    with pytest.raises(CleanError, match=code):
        tables(**changes)


def test_tables_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are read into memory."""
    monkeypatch.setattr(heif_tables, "MAX_TABLE_BYTES", 100)
    with pytest.raises(CleanError, match="too-many-parts"):
        tables()
