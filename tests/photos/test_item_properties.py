"""Properties and who has them: positions never change, associations of what goes do."""

import struct

import pytest

from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.item_properties import Association, PropertyTable
from safety.photos.errors import CleanError
from safety.photos.source import BytesSource
from tests.photos.heif_samples import full_box
from tests.photos.samples import box

CONTAINER = box(b"ipco", box(b"aaaa", b"1") + box(b"bbbb", b"22") + box(b"cccc", b""))
Entry = tuple[int, list[int]]


def map_box(entries: list[Entry], *, version: int = 0, is_wide: bool = False) -> bytes:
    """`ipma`; associations are positions, negative ones essential."""
    content = struct.pack(">I", len(entries))
    for number, positions in entries:
        content += struct.pack(">IB" if version else ">HB", number, len(positions))
        for position in positions:
            mark = 1 << (15 if is_wide else 7) if position < 0 else 0
            content += (abs(position) | mark).to_bytes(2 if is_wide else 1, "big")
    return full_box(b"ipma", content, version, int(is_wide))


def table(*boxes: bytes) -> PropertyTable:
    """The table of an `iprp` box."""
    reader = BoxReader(BytesSource(box(b"iprp", b"".join(boxes))))
    return PropertyTable(next(reader.top_level()), reader)


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize("is_wide", [False, True])
def test_associations_are_read_and_written(version: int, is_wide: bool) -> None:
    """Items and properties that go are taken out; order, marks and widths stay."""
    given = map_box([(1, [2, -1, 0, 3]), (2, [1])], version=version, is_wide=is_wide)
    read = table(CONTAINER, given)
    assert [(one.kind, association) for one, association in read.of(1)] == [
        (b"bbbb", Association(2, False)),
        (b"aaaa", Association(1, True)),
        (b"cccc", Association(3, False)),
    ]
    wanted = map_box([(1, [-1, 3])], version=version, is_wide=is_wide)
    written = read.write({1}, {1, 3}, lambda position: box(b"free", bytes(position)))
    container = box(b"ipco", b"".join(box(b"free", bytes(position)) for position in (1, 2, 3)))
    assert written == box(b"iprp", container + wanted)


def test_several_maps_stay_several() -> None:
    """Each with its own version and width, also when nothing is left in it."""
    maps = map_box([(1, [1])]) + map_box([(2, [300 % 3])], version=1, is_wide=True)
    read = table(CONTAINER, maps)
    assert set(read.associations) == {1, 2}
    empty = map_box([], version=1, is_wide=True)
    assert read.write({1}, {1}, lambda _: b"") == box(b"iprp", box(b"ipco", b"") + map_box([(1, [1])]) + empty)


def test_other_boxes_and_rests_are_told() -> None:
    """A second look at them is for the report."""
    read = table(CONTAINER, map_box([]), box(b"free", b"abc"), b"xyz")
    assert [one.kind for one in read.others] == [b"free"]
    assert read.unused[-1] == (8 + len(CONTAINER) + len(map_box([])) + 11, 8 + len(CONTAINER) + len(map_box([])) + 14)


def test_no_properties_at_all() -> None:
    """An absent box, and one without a list, have nothing to write."""
    reader = BoxReader(BytesSource(b""))
    assert PropertyTable(None, reader).write({1}, {1}, lambda _: b"x") == b""
    assert table(box(b"free", b"")).write({1}, {1}, lambda _: b"x") == b""


@pytest.mark.parametrize(
    ("boxes", "code"),
    [
        ((CONTAINER, CONTAINER), "damaged"),
        ((CONTAINER, map_box([(1, [4])])), "damaged"),
        ((CONTAINER, map_box([(1, [1]), (1, [2])])), "damaged"),
        ((CONTAINER, map_box([(1, [1])]), map_box([(1, [1])])), "damaged"),
        ((CONTAINER, map_box([(1, [1])])[:-1]), "damaged"),
        ((CONTAINER, full_box(b"ipma", b"\xff\xff\xff\xff")), "damaged"),
        ((CONTAINER, full_box(b"ipma", bytes(4), 2)), "unsupported-variant"),
    ],
)
def test_wrong_tables_are_refused(boxes: tuple[bytes, ...], code: str) -> None:
    """Two lists, positions that are not there, items twice, cut maps."""
    with pytest.raises(CleanError, match=code):
        table(*boxes)


def test_too_many_associations_are_refused() -> None:
    """In one map or in several together."""
    entries: list[Entry] = [(number, [1] * 255) for number in range(2_000)]
    maps = [map_box([(number + first, one) for number, one in entries]) for first in (0, 2_000)]
    assert len(table(CONTAINER, maps[0]).associations) == 2_000
    with pytest.raises(CleanError, match="too-many-parts"):
        table(CONTAINER, *maps)
