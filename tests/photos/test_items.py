"""Tables of items: read in every version, written again with the kept ones only."""

import struct

import pytest

from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.items import ItemTable, Reference, ReferenceTable, read_primary
from safety.photos.errors import CleanError
from safety.photos.source import BytesSource
from tests.photos.heif_samples import full_box
from tests.photos.samples import SECRET, box


def opened(content: bytes) -> tuple[Box, BoxReader]:
    """The first box of some bytes."""
    reader = BoxReader(BytesSource(content))
    return next(reader.top_level()), reader


def entry(number: int, kind: bytes = b"av01", name: bytes = b"\0", *, version: int = 2, flags: int = 0) -> bytes:
    """`infe`; a name of no bytes leaves out its end mark too."""
    numbers = struct.pack(">HH" if version == 2 else ">IH", number, 0)
    return full_box(b"infe", numbers + kind + name, version, flags)


def item_box(*entries: bytes, version: int = 0, count: int | None = None) -> bytes:
    """`iinf`."""
    number = len(entries) if count is None else count
    return full_box(b"iinf", number.to_bytes(4 if version else 2, "big") + b"".join(entries), version)


def test_primary_of_both_versions() -> None:
    """With two and with four bytes, and written as it came."""
    for version, number in ((0, b"\0\7"), (1, b"\0\0\0\7")):
        primary = read_primary(bytes([version, 0, 0, 9]) + number + b"rest")
        assert (primary.number, primary.rest) == (7, b"rest")
        assert primary.write() == full_box(b"pitm", number, version)


def test_items_are_read() -> None:
    """Kind, flag, names and types."""
    mime = entry(2, b"mime", b"name\0text/plain\0deflate\0more")
    table = ItemTable(*opened(item_box(entry(1, flags=1), mime)))
    assert table.items[1].is_hidden
    assert (table.items[2].kind, table.items[2].name, table.items[2].rest) == (b"mime", b"name", b"more")
    assert (table.items[2].content_type, table.items[2].content_encoding) == (b"text/plain", b"deflate")


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize("entry_version", [2, 3])
def test_kept_items_are_written_without_names(version: int, entry_version: int) -> None:
    """Numbers and versions stay; flags that say nothing about hiding go."""
    entries = [entry(number, name=SECRET + b"\0", version=entry_version, flags=number) for number in (1, 2, 3)]
    table = ItemTable(*opened(item_box(*entries, version=version)))
    wanted = [entry(number, version=entry_version, flags=1) for number in (1, 3)]
    assert table.write({1, 3}) == item_box(*wanted, version=version)


def test_entry_without_a_name_does_not_grow() -> None:
    """An empty name would be one byte more."""
    content = item_box(entry(1, name=b""))
    assert ItemTable(*opened(content)).write({1}) == content


def test_protected_item_is_seen() -> None:
    """Its bytes cannot be understood without a key."""
    protected = full_box(b"infe", struct.pack(">HH", 1, 1) + b"av01\0", 2)
    assert ItemTable(*opened(item_box(protected))).items[1].is_protected


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (item_box(entry(1), entry(1)), "damaged"),
        (item_box(entry(1), count=2), "damaged"),
        (item_box(entry(1), count=0), "damaged"),
        (item_box(full_box(b"infe", bytes(9), 1)), "unsupported-variant"),
        (item_box(full_box(b"infe", bytes(9), 4)), "unsupported-variant"),
        (item_box(full_box(b"infe", bytes(5), 2)), "damaged"),
        (item_box(version=1, count=70_000), "too-many-parts"),
        (full_box(b"iinf", b"\0"), "damaged"),
    ],
)
def test_wrong_item_tables_are_refused(content: bytes, code: str) -> None:
    """Two items of one number, a wrong count, old entries, cut entries."""
    with pytest.raises(CleanError, match=code):
        ItemTable(*opened(content))


def reference(kind: bytes, source: int, *targets: int, width: str = "H") -> bytes:
    """One reference box."""
    return box(kind, struct.pack(f">{width}H{len(targets)}{width}", source, len(targets), *targets))


@pytest.mark.parametrize(("version", "width"), [(0, "H"), (1, "I")])
def test_references_among_kept_items_stay(version: int, width: str) -> None:
    """Of the kinds that are asked for; targets that go are taken out."""
    boxes = [
        reference(b"dimg", 1, 2, 3, width=width),
        reference(b"cdsc", 1, 2, width=width),
        reference(b"auxl", 4, 1, 5, width=width),
        reference(b"auxl", 5, 1, width=width),
        reference(b"auxl", 4, 5, width=width),
    ]
    table = ReferenceTable(*opened(full_box(b"iref", b"".join(boxes), version)))
    assert table.references[2] == Reference(b"auxl", 4, (1, 5))
    kept = [boxes[0], reference(b"auxl", 4, 1, width=width)]
    assert table.write({1, 2, 3, 4}, (b"dimg", b"auxl")) == full_box(b"iref", b"".join(kept), version)
    assert table.write({1}, (b"dimg", b"auxl")) == b""


def test_bytes_behind_references_are_told() -> None:
    """Inside a reference and behind the last one."""
    inner = box(b"auxl", struct.pack(">HHH", 1, 1, 2) + b"abc")
    table = ReferenceTable(*opened(full_box(b"iref", inner + b"xyz")))
    assert table.unused == [(12 + len(inner) - 3, 12 + len(inner)), (12 + len(inner), 15 + len(inner))]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (full_box(b"iref", b"", 2), "unsupported-variant"),
        (full_box(b"iref", box(b"auxl", struct.pack(">HHH", 1, 2, 1))), "damaged"),
        (full_box(b"iref", reference(b"auxl", *range(60_000)) * 18), "too-many-parts"),
    ],
)
def test_wrong_references_are_refused(content: bytes, code: str) -> None:
    """Unknown versions, cut lists, and more than a million targets."""
    with pytest.raises(CleanError, match=code):
        ReferenceTable(*opened(content))
