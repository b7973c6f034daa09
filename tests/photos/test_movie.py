"""The `moov` box: header, tracks and defaults from a list, and all else empty."""

import struct

import pytest

from safety.photos import Ending, Outcome, clean_bytes
from tests.photos.endings import codes
from tests.photos.movie_places import C2PA_TYPE
from tests.photos.movie_samples import (
    Part,
    added,
    apple_text,
    build,
    changed,
    entry,
    find,
    fragmented,
    full,
    metadata,
    mp4,
    parts_of,
    small,
    track,
    visual,
    with_track,
)
from tests.photos.packets import streams_of
from tests.photos.samples import SECRET, box


def outcome_of(file: bytes) -> tuple[Outcome, list[Part]]:
    """The ending, and the boxes of the clean file."""
    outcome = clean_bytes(file)
    assert outcome.content is not None, outcome.refusal
    return outcome, parts_of(outcome.content)


@pytest.mark.parametrize("version", [0, 1])
def test_header_keeps_what_plays_the_film(version: int) -> None:
    """Scale, length, rate, volume, matrix and next number; times, reserved fields and the window go."""
    width = 8 if version else 4
    start = 8 + 3 * width
    gone = [*range(4, 4 + 2 * width), *range(start + 6, start + 16), *range(start + 52, start + 76)]
    fields = bytes([version, 0, 0, 0]) + bytes(range(1, start + 77))
    found = find(outcome_of(changed(mp4(), "moov/mvhd", lambda _: fields))[1], "moov/mvhd").prefix
    assert found == bytes(0 if at in gone else number for at, number in enumerate(fields))


def test_time_is_told() -> None:
    """Of creation and of change, when they differ; in seconds since 1904."""
    seconds = struct.pack(">II", 3_600_000_000, 3_600_000_060)
    outcome, _ = outcome_of(changed(mp4(), "moov/mvhd", lambda content: content[:4] + seconds + content[12:]))
    assert [dict(one.values)["value"] for one in outcome.findings if one.code == "time"] == [
        "2018-01-28 16:00:00 UTC",
        "2018-01-28 16:01:00 UTC",
    ]


def test_other_tracks_go_with_their_samples() -> None:
    """A telemetry track, whose samples lie in the middle of the media as well as at its end."""
    file = with_track(mp4(), b"meta", entry(b"gpmd"), SECRET, SECRET)
    outcome, parts = outcome_of(file)
    assert [part.kind for part in find(parts, "moov").children][-1] == b"free"
    assert find(parts, "mdat").prefix == find(parts_of(mp4()), "mdat").prefix + bytes(48)
    assert codes(outcome)[0] == "location-track"
    # The samples have one finding with their track, and are not told a second time.
    assert "hidden-bytes" not in codes(outcome)
    assert outcome.content is not None
    assert streams_of(outcome.content) == streams_of(mp4())


def test_kept_and_dropped_tracks_may_not_share_bytes() -> None:
    """Either table lies, and what is left of the picture would be zeros."""
    file = small(track(9, b"meta", entry(b"gpmd"), [(34, 4)]))
    assert clean_bytes(file).error_code == "damaged"


def test_two_kept_tracks_may_share_bytes() -> None:
    """One picture, twice in a film of stills."""
    tracks = (track(1, b"vide", visual(), [(32, 8)]), track(2, b"vide", visual(), [(36, 4)]))
    assert clean_bytes(small(tracks=tracks)).content == small(tracks=tracks)


@pytest.mark.parametrize("change", ["stco", "stsc", "stsz"])
def test_dropped_track_may_be_broken(change: str) -> None:
    """It goes anyway; its samples are zero as all that no kept track has."""
    path = f"moov/trak.2/mdia/minf/stbl/{change}"
    broken = changed(
        with_track(mp4(), b"text", entry(b"text"), SECRET), path, lambda content: content[:4] + b"\xff" * 8
    )
    outcome, _ = outcome_of(broken)
    assert outcome.content is not None
    assert SECRET not in outcome.content


def test_dropped_track_with_media_elsewhere() -> None:
    """Its offsets are those of another file, and say nothing about this one."""
    other = track(9, b"text", entry(b"text"), [(34, 4)])
    other = changed(other, "trak/mdia/minf/dinf/dref/url", lambda _: bytes(4) + b"http://a/b")
    assert clean_bytes(small(other)).kind is Ending.CLEANED
    cut = changed(other, "trak/mdia/minf/dinf/dref", lambda content: content + b"\0\0\0\x90")
    assert clean_bytes(small(cut)).kind is Ending.CLEANED


def test_film_without_picture_and_sound_is_refused() -> None:
    """Nothing would be left."""
    refusal = clean_bytes(small(tracks=(track(9, b"meta", entry(b"gpmd"), [(32, 4)]),))).refusal
    assert refusal is not None
    assert (refusal.code, refusal.values) == ("damaged", (("detail", "no-picture"),))
    assert clean_bytes(small(tracks=(track(9, b"auxv", visual(), [(32, 4)]),))).error_code == "damaged"


def test_sound_alone_is_enough() -> None:
    """A recording of a voice."""
    parts = parts_of(mp4())
    movie = find(parts, "moov")
    movie.children = [part for part in movie.children if part is not find(parts, "moov/trak")]
    assert clean_bytes(build(parts, mp4())).kind is Ending.CLEANED


@pytest.mark.parametrize("kind", [b"cmov", b"rmra"])
def test_film_that_is_elsewhere_is_refused(kind: bytes) -> None:
    """Compressed tables, and lists of other films."""
    assert clean_bytes(small(box(kind, b""))).error_code == "unsupported-variant"


def test_film_without_header_is_damaged() -> None:
    """It has no time scale."""
    parts = parts_of(small())
    find(parts, "moov").children.pop(0)
    assert clean_bytes(build(parts, small())).error_code == "damaged"


def test_levels_of_a_player_stay() -> None:
    """The short form of the first object descriptor, with both forms of its length."""
    for length in (b"\7", b"\x80\x80\x80\7"):
        levels = full(b"iods", b"\x10" + length + b"\0\x4f\xff\xff\xff\xfe\xff")
        assert find(outcome_of(added(mp4(), "moov", levels))[1], "moov/iods").build() == levels


@pytest.mark.parametrize(
    "content", [b"\x02\7" + bytes(7), b"\x10\x20" + SECRET, b"\x10\x80\x80\x80\x80\7", b"\x10", b""]
)
def test_other_object_descriptors_go(content: bytes) -> None:
    """They can hold addresses."""
    _, parts = outcome_of(added(mp4(), "moov", full(b"iods", content)))
    assert find(parts, "moov").children[-1].kind == b"free"


def test_defaults_of_dropped_tracks_go() -> None:
    """Those of kept ones stay."""
    file = added(fragmented(), "moov", track(9, b"meta", entry(b"gpmd"), []))
    file = added(file, "moov/mvex", full(b"trex", struct.pack(">IIIII", 9, 1, 1, 1, 1)))
    kinds = [part.kind for part in find(outcome_of(file)[1], "moov/mvex").children]
    assert kinds == [b"trex", b"trex", b"free"]


def test_texts_are_told() -> None:
    """Place, device and names, from user data and from keys, at any level."""
    file = added(
        mp4(),
        "moov",
        box(b"udta", apple_text(b"\xa9xyz", b"+52.5163+013.3777/")),
        metadata(("com.apple.quicktime.make", b"Acme"), ("com.apple.quicktime.model", b"Snap 3")),
    )
    file = added(file, "moov/trak", box(b"udta", apple_text(b"\xa9ART", b"Anna")), box(b"uuid", C2PA_TYPE + bytes(9)))
    outcome, _ = outcome_of(file)
    told = {(one.code, *dict(one.values).values()) for one in outcome.findings}
    assert {("device", "Acme", "Snap 3"), ("person", "Anna"), ("provenance",)} <= told
    assert ("52.51630", "13.37770") in [one[1:3] for one in told if one[0] == "location"]


def test_tables_larger_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would take too much memory."""
    monkeypatch.setattr("safety.photos.base_media.movie.MAX_TABLE_BYTES", 500)
    assert clean_bytes(mp4()).error_code == "too-many-parts"
