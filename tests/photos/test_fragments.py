"""Fragments: where their samples are by every rule of the standard, and what goes with a dropped track."""

import struct

import pytest

from safety.photos import Ending, clean_bytes
from tests.photos.movie_places import fragmented_telemetry
from tests.photos.movie_samples import (
    Part,
    added,
    entry,
    find,
    fragmented,
    full,
    inserted,
    mp4,
    parts_of,
    small,
    track,
    visual,
)
from tests.photos.packets import streams_of
from tests.photos.samples import SECRET, box

BASE, SIZE, BASE_IS_MOOF, SAMPLE_SIZE, SAMPLE_DURATION = 1, 0x10, 0x20000, 0x200, 0x100


def film(*trafs: bytes, media: bytes, trex_size: int = 0) -> bytes:
    """A film of one fragment with two kept tracks (1, 2) and one that goes (9)."""
    defaults = b"".join(full(b"trex", struct.pack(">IIIII", number, 1, 1, trex_size, 0)) for number in (1, 2, 9))
    tracks = (
        track(1, b"vide", visual(), []),
        track(2, b"vide", visual(), []),
        track(9, b"meta", entry(b"gpmd"), []),
    )
    head = small(box(b"mvex", defaults), tracks=tracks, media=b"")
    return head + fragment(*trafs) + box(b"mdat", media)


def fragment(*trafs: bytes) -> bytes:
    """A `moof`."""
    return box(b"moof", full(b"mfhd", b"\0\0\0\1") + b"".join(trafs))


def traf(number: int, *runs: bytes, flags: int = BASE_IS_MOOF, fields: bytes = b"") -> bytes:
    """One track in one fragment."""
    return box(b"traf", full(b"tfhd", struct.pack(">I", number) + fields, flags=flags) + b"".join(runs))


def run(offset: int | None, *sizes: int, count: int = 0) -> bytes:
    """A `trun`, with or without a place and with or without sizes."""
    flags = (1 if offset is not None else 0) | (SAMPLE_SIZE if sizes else 0)
    place = b"" if offset is None else struct.pack(">i", offset)
    return full(
        b"trun", struct.pack(">I", len(sizes) or count) + place + struct.pack(f">{len(sizes)}I", *sizes), 0, flags
    )


def media_left(file: bytes) -> bytes:
    """What stays of the media of the fragment."""
    outcome = clean_bytes(file)
    assert outcome.content is not None, outcome.refusal
    return find(parts_of(outcome.content), "mdat.1").prefix


def media_at(*trafs: bytes) -> int:
    """Where the media starts behind a fragment, counted from the fragment."""
    return len(fragment(*trafs)) + 8


def at_media(make: object) -> tuple[bytes, ...]:
    """The trafs that `make` gives for the place of the media behind them."""
    return make(media_at(*make(0)))


def test_real_fragments_stay() -> None:
    """As FFmpeg writes and reads them; their media is used to the last byte."""
    content = clean_bytes(fragmented()).content
    assert content is not None
    assert streams_of(content) == streams_of(fragmented())
    media = [part.prefix for part in parts_of(fragmented()) if part.kind == b"mdat"]
    assert [part.prefix for part in parts_of(content) if part.kind == b"mdat"] == media


def test_fragments_of_a_dropped_track_go_with_their_samples() -> None:
    """The others play as before."""
    file = fragmented_telemetry(SECRET)
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert outcome.findings[0].code == "location-track"
    kinds = [part.kind for part in find(parts_of(outcome.content), "moof").children]
    assert kinds == [b"mfhd", b"traf", b"traf", b"free"]
    assert streams_of(outcome.content) == streams_of(fragmented())


def test_runs_of_a_track_follow_each_other() -> None:
    """A run without a place of its own starts where the last one ended."""
    trafs = at_media(lambda at: (traf(1, run(at, 2, 3), run(None, 4), run(at + 12, 1)),))
    assert media_left(film(*trafs, media=b"aabbbccccZZZdZ")) == b"aabbbcccc\0\0\0d\0"


def test_second_track_starts_where_the_first_one_ended() -> None:
    """When neither says where."""
    trafs = at_media(lambda at: (traf(1, run(at, 2), flags=0), traf(2, run(None, 3), flags=0)))
    assert media_left(film(*trafs, media=b"aabbbZZ")) == b"aabbb\0\0"
    # A place is counted from there as well.
    trafs = at_media(lambda at: (traf(1, run(at, 2), flags=0), traf(9, run(1, 3), flags=0)))
    assert media_left(film(*trafs, media=b"aaZsssZ")) == b"aa\0\0\0\0\0"


def test_track_that_is_counted_from_a_dropped_one_is_refused() -> None:
    """Its samples would be looked for elsewhere, and nothing can be moved."""
    trafs = at_media(lambda at: (traf(9, run(at, 3), flags=0), traf(2, run(1, 2), flags=0)))
    assert clean_bytes(film(*trafs, media=b"sssZbbZ")).error_code == "unsupported-variant"
    empty = at_media(lambda at: (traf(9, flags=0), traf(2, run(at, 2), flags=0)))
    assert media_left(film(*empty, media=b"bbZ")) == b"bb\0"


def test_base_in_the_file() -> None:
    """An offset from the start of the file, eight bytes long."""
    plain = traf(1, run(0, 2), flags=BASE, fields=bytes(8))
    start = film(plain, media=b"").rindex(b"mdat") + 4
    placed = traf(1, run(1, 2), flags=BASE, fields=struct.pack(">Q", start))
    assert media_left(film(placed, media=b"ZaaZ")) == b"\0aa\0"


def test_default_sizes() -> None:
    """Of the fragment, of the track, and none at all."""
    trafs = at_media(lambda at: (traf(1, run(at, count=2), flags=BASE_IS_MOOF | SIZE, fields=struct.pack(">I", 3)),))
    assert media_left(film(*trafs, media=b"aaabbbZ")) == b"aaabbb\0"
    trafs = at_media(lambda at: (traf(1, run(at, count=2)),))
    assert media_left(film(*trafs, media=b"aabbZ", trex_size=2)) == b"aabb\0"
    assert media_left(film(*trafs, media=b"ZZ")) == b"\0\0"


def test_size_is_one_field_among_four() -> None:
    """Behind the duration, before flags and offset."""
    for flags, fields in ((0xF00, 4), (0x300, 2), (0xA00, 2), (0x600, 2), (0x200, 1)):
        at = 1 if flags & SAMPLE_DURATION else 0
        samples = [[9] * at + [size] + [9] * (fields - at - 1) for size in (2, 3)]
        numbers = [number for sample in samples for number in sample]
        trafs = at_media(
            lambda place, flags=flags, numbers=numbers: (
                traf(1, full(b"trun", struct.pack(f">Ii{len(numbers)}I", 2, place, *numbers), 0, flags | 1)),
            )
        )
        assert media_left(film(*trafs, media=b"aabbbZ")) == b"aabbb\0", hex(flags)


def test_first_flags_come_before_the_samples() -> None:
    """One field for the first sample only."""
    trafs = at_media(lambda at: (traf(1, full(b"trun", struct.pack(">IiII", 1, at, 9, 2), 0, 0x205)),))
    assert media_left(film(*trafs, media=b"aaZ")) == b"aa\0"


def test_track_that_nobody_knows_goes() -> None:
    """A fragment with the number of no track is played by nobody."""
    trafs = at_media(lambda at: (traf(7, run(at, 2)), traf(1, run(at + 2, 2))))
    assert media_left(film(*trafs, media=b"ZZaa")) == b"\0\0aa"


@pytest.mark.parametrize(
    "traf_of",
    [
        lambda at: traf(1, run(at + 1, 4)),
        lambda at: traf(1, run(0, 2)),
        lambda at: traf(1, run(-100_000, 2)),
        lambda at: traf(1, run(at, 2**32 - 1)),
        lambda at: traf(1, full(b"trun", struct.pack(">IiI", 9, at, 1), 0, 0x201)),
        lambda at: traf(1, run(at, 2), flags=BASE, fields=struct.pack(">Q", 2**63)),
        lambda at: box(b"traf", run(at, 2)),
        lambda at: traf(1, run(at, 2)) + traf(9, run(at + 1, 2)),
    ],
)
def test_contradictions_are_damaged(traf_of: object) -> None:
    """Samples outside of the media, tables that are cut, no header, bytes of two tracks."""
    trafs = at_media(lambda at: (traf_of(at),))
    assert clean_bytes(film(*trafs, media=b"aaaa")).error_code == "damaged"


def test_boxes_of_a_fragment() -> None:
    """Times, dependencies and known groups stay to the byte, all else goes."""
    kept = (
        full(b"tfdt", b"\0\0\0\7"),
        full(b"sdtp", b"\1\2"),
        full(b"sgpd", b"roll" + struct.pack(">IIh", 2, 1, -1), 1),
        full(b"sbgp", b"roll" + struct.pack(">III", 1, 2, 0x10001)),
        full(b"subs", bytes(4)),
    )
    gone = (
        full(b"senc", SECRET),
        full(b"saiz", SECRET),
        full(b"sbgp", b"rap " + bytes(4)),
        box(b"uuid", bytes(16) + SECRET),
    )
    trafs = at_media(lambda at: (traf(1, run(at, 1, 1), *kept, *gone),))
    content = clean_bytes(film(*trafs, media=b"ab")).content
    assert content is not None
    found = find(parts_of(content), "moof/traf").children
    assert [part.build() for part in found[2:7]] == list(kept)
    assert [part.kind for part in found[7:]] == [b"free"] * 4


def test_groups_described_by_the_track() -> None:
    """A fragment may only say which samples belong to a group."""
    member = full(b"sbgp", b"roll" + struct.pack(">III", 1, 1, 1))
    described = full(b"sgpd", b"roll" + struct.pack(">IIh", 2, 1, -1), 1)
    file = added(fragmented(), "moof/traf.1", member)
    for track_number, kind in ((1, b"sbgp"), (0, b"free")):
        content = clean_bytes(added(file, f"moov/trak.{track_number}/mdia/minf/stbl", described)).content
        assert content is not None
        assert find(parts_of(content), "moof/traf.1").children[-1].kind == kind


def kept_at_top(box_: bytes, index: int = 2) -> Part:
    """What becomes of a box before the first fragment."""
    content = clean_bytes(inserted(fragmented(), index, box_)).content
    assert content is not None
    return parts_of(content)[index]


def test_indexes_stay() -> None:
    """Of segments, of levels and of download progress."""
    segments = full(b"sidx", struct.pack(">IIIIHHIII", 1, 1000, 0, 0, 0, 1, 50, 60, 0))
    levels = full(b"ssix", struct.pack(">IIII", 1, 2, 5, 6))
    progress = full(b"pdin", bytes(range(16)))
    for index in (segments, levels, progress):
        assert kept_at_top(index).build() == index


def test_broken_indexes_go() -> None:
    """Players do without."""
    for broken in (
        full(b"ssix", struct.pack(">II", 2, 9)),
        full(b"ssix", struct.pack(">I", 99_999)),
        box(b"pdin", b""),
    ):
        assert kept_at_top(broken).kind == b"free"


def test_indexes_of_a_dropped_track_go() -> None:
    """They tell when something was measured."""
    file = fragmented_telemetry(SECRET)
    file = inserted(file, 2, full(b"sidx", struct.pack(">IIIIHHIII", 9, 1000, 0, 0, 0, 1, 50, 60, 0)))
    file = added(file, "mfra", full(b"tfra", struct.pack(">III", 9, 0, 1) + bytes(11)))
    content = clean_bytes(file).content
    assert content is not None
    assert parts_of(content)[2].kind == b"free"
    assert [part.kind for part in find(parts_of(content), "mfra").children] == [b"tfra", b"tfra", b"mfro", b"free"]


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of runs and of samples in all fragments together."""
    monkeypatch.setattr("safety.photos.base_media.fragments.MAX_CHUNKS", 2)
    assert clean_bytes(fragmented()).error_code == "too-many-parts"
    monkeypatch.undo()
    monkeypatch.setattr("safety.photos.base_media.fragments.MAX_SAMPLES", 2)
    assert clean_bytes(fragmented()).error_code == "too-many-parts"


def test_tables_and_fragments_together() -> None:
    """A film that starts with plain tables may go on in fragments."""
    file = mp4()
    fields = traf(1, run(0, 2), flags=BASE, fields=bytes(8))
    start = len(file) + len(fragment(fields)) + 8
    more = fragment(traf(1, run(0, 2), flags=BASE, fields=struct.pack(">Q", start)))
    content = clean_bytes(file + more + box(b"mdat", b"aaZZ")).content
    assert content is not None
    assert parts_of(content)[-1].prefix == b"aa\0\0"
    assert find(parts_of(content), "mdat").prefix == find(parts_of(file), "mdat").prefix
    assert clean_bytes(content).kind is Ending.ALREADY_CLEAN
