"""Which tracks of a film stay: picture, sound and transparency."""

import struct

import pytest

from safety.photos.base_media.box_tree import read_tree
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.tracks import Track, choose_tracks, read_track
from safety.photos.errors import CleanError
from safety.photos.plan import Options
from safety.photos.source import BytesSource
from tests.photos.movie_samples import changed, entry, full, movie_header, track, visual
from tests.photos.samples import box

ALPHA, DEPTH = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:" + name + b"\0" for name in (b"alpha", b"depth"))


def refers(kind: bytes, *numbers: int) -> bytes:
    """A `tref` with one kind of reference."""
    return box(b"tref", box(kind, struct.pack(f">{len(numbers)}I", *numbers)))


def read(*boxes: bytes) -> tuple[list[Track], BoxReader]:
    """The tracks of a `moov`."""
    source = BytesSource(box(b"moov", movie_header() + b"".join(boxes)))
    reader = BoxReader(source)
    root = read_tree(next(reader.top_level()), reader)
    return [read_track(node, source) for node in root.all(b"trak")], reader


def kept(*boxes: bytes) -> list[int]:
    """The numbers of the tracks that stay."""
    return [track.number for track in choose_tracks(*read(*boxes), Options())]


@pytest.mark.parametrize("handler", [b"vide", b"soun", b"pict", b"auxv"])
def test_picture_and_sound_stay(handler: bytes) -> None:
    """Moving pictures, sound, sequences of stills, and transparency."""
    assert kept(track(3, handler, visual(), [])) == [3]


@pytest.mark.parametrize(
    "handler", b"meta tmcd text sbtl subt subp clcp data hint tmet fdsc nrtm odsm sdsm zzzz".split()
)
def test_all_else_goes(handler: bytes) -> None:
    """Telemetry, clocks, subtitles, and what nobody has heard of."""
    assert kept(track(3, handler, entry(b"mp4v"), [])) == []


def test_chapters_and_thumbnails_go() -> None:
    """Pictures to which a film refers as its chapters, and those that say to be small copies."""
    film = track(1, b"vide", visual(), [], refers(b"chap", 2, 4))
    assert kept(film, track(2, b"vide", visual(), []), track(3, b"vide", visual(), [])) == [1, 3]
    assert kept(track(1, b"vide", visual(), []), track(2, b"vide", visual(), [], refers(b"thmb", 1))) == [1]


def test_only_transparency_stays_of_auxiliary_pictures() -> None:
    """A depth map shows what was before and behind; one without a name is taken for transparency."""
    assert kept(track(1, b"auxv", visual(b"av01", full(b"auxi", ALPHA)), [])) == [1]
    assert kept(track(1, b"auxv", visual(b"av01", full(b"auxi", DEPTH)), [])) == []
    assert kept(track(1, b"auxv", visual(b"av01", full(b"auxi", ALPHA), full(b"auxi", DEPTH)), [])) == []
    assert kept(track(1, b"auxv", entry(b"av01"), [])) == [1]
    assert kept(track(1, b"auxv", visual(b"av01", b"\0\0\0\x20auxi"), [])) == []


def test_number_and_references_are_read() -> None:
    """In both versions of the header."""
    old = track(7, b"vide", visual(), [], refers(b"auxl", 1, 2))
    new = changed(old, "trak/tkhd", lambda _: b"\1\0\0\3" + bytes(16) + struct.pack(">I", 8) + bytes(72))
    tracks, _ = read(old, new)
    assert [(one.number, one.handler, one.references) for one in tracks] == [
        (7, b"vide", ((b"auxl", (1, 2)),)),
        (8, b"vide", ((b"auxl", (1, 2)),)),
    ]


DAMAGED = {
    "same number": (track(1, b"vide", visual(), []), track(1, b"soun", visual(), [])),
    "no header": (box(b"trak", box(b"mdia", full(b"hdlr", bytes(4) + b"vide" + bytes(13)))),),
    "no handler": (box(b"trak", full(b"tkhd", bytes(80)) + box(b"mdia", b"")),),
    "two headers": (track(1, b"vide", visual(), [], full(b"tkhd", bytes(80))),),
    "header too short": (box(b"trak", full(b"tkhd", bytes(8)) + box(b"mdia", full(b"hdlr", bytes(20)))),),
    "reference cut": (track(1, b"vide", visual(), [], box(b"tref", box(b"auxl", b"abc"))),),
    "too many references": (track(1, b"vide", visual(), [], refers(b"auxl", *range(5000))),),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_tracks_that_cannot_be_told_apart_are_damaged(name: str) -> None:
    """Without number or purpose, or with two of them."""
    with pytest.raises(CleanError, match="damaged"):
        kept(*DAMAGED[name])
