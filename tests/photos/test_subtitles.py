"""Subtitles stay for those who ask for it, and never a track that tells places."""

import io
import time

import av
import pytest

from safety.photos import Ending, Options, Outcome, clean_bytes
from safety.photos.words import KEPT
from tests.photos.movie_samples import added, changed, entry, find, mp4, parts_of, small, track, visual, with_track
from tests.photos.pace import is_in_time
from tests.photos.packets import streams_of
from tests.photos.reading import secrets_in
from tests.photos.samples import SECRET, box
from tests.photos.subtitle_samples import FONTS, KINDS, of_kind, subtitled, timed_text
from tests.photos.test_damage import SECONDS_MAX

WITH_SUBTITLES = Options(keeps_subtitles=True)
TEXT = (b"sbtl", timed_text(FONTS))
kinds = pytest.mark.parametrize("name", KINDS)


def cleaned(file: bytes, options: Options = WITH_SUBTITLES) -> Outcome:
    """The ending, which has to be a clean file that stays as it is."""
    outcome = clean_bytes(file, options=options)
    assert outcome.content is not None, outcome.refusal
    assert clean_bytes(outcome.content, options=options).kind is Ending.ALREADY_CLEAN
    return outcome


def texts_of(content: bytes) -> list[tuple[object, ...]]:
    """What FFmpeg demuxes of each track of subtitles: how to show them, and packets with their times."""
    with av.open(io.BytesIO(content)) as container:
        streams = [stream for stream in container.streams if stream.type not in ("video", "audio")]
        found = []
        for stream in streams:
            container.seek(0)
            packets = [(one.pts, one.duration, bytes(one)) for one in container.demux(stream) if one.size]
            context = stream.codec_context
            found.append((stream.type, context and (context.name, context.extradata), packets))
        return found


@kinds
def test_subtitles_are_the_same(name: str) -> None:
    """As FFmpeg reads them; picture and sound too, and people are told that they stay."""
    file = of_kind(name)
    outcome = cleaned(file)
    assert outcome.content is not None
    assert len(texts_of(file)) == 1
    assert texts_of(outcome.content) == texts_of(file)
    assert streams_of(outcome.content) == streams_of(file)
    assert "subtitles" in outcome.kept
    assert "subtitles" in KEPT
    handler, description, samples = KINDS[name]
    assert description in outcome.content
    assert b"".join(samples) in outcome.content
    assert handler in outcome.content


@kinds
def test_subtitles_go_by_themselves(name: str) -> None:
    """Nobody has to know that drones write places into them."""
    outcome = cleaned(of_kind(name), Options())
    assert outcome.content is not None
    assert texts_of(outcome.content) == []
    assert KINDS[name][2][0] not in outcome.content
    assert "caption" in [finding.code for finding in outcome.findings]
    assert outcome.kept == ()


@pytest.mark.parametrize(
    "text",
    [
        b"F/2.8, SS 206, ISO 100, EV 0, GPS (8.5417, 47.3769, 20), D 5.67m",
        b"HOME(8.5417,47.3769) 2017.08.05 14:11:51",
        b"[iso: 100] [latitude: 47.3769] [longitude: 8.5417]",
        b"$GPRMC,123519,A,4807.038,N",
    ],
)
def test_places_go_all_the_same(text: bytes) -> None:
    """As drones write them, also when the first words are harmless."""
    more = b"GPS(8.5417,47.3769,17)" if text.startswith(b"HOME") else b""
    outcome = cleaned(subtitled(*TEXT, b"\0\5Hello", b"\0\5Hello", text + more))
    assert outcome.content is not None
    assert b"8.5417" not in outcome.content
    assert b"4807" not in outcome.content
    assert "subtitles" not in outcome.kept


def test_place_far_behind_is_not_seen() -> None:
    """The beginnings of the first 64 chunks are looked at: the limit that the module states."""
    early = subtitled(*TEXT, *([b"\0\5Hello"] * 63), b"GPS(8.5,47.3)")
    late = subtitled(*TEXT, *([b"\0\5Hello"] * 64), b"GPS(8.5,47.3)")
    assert ["subtitles" in cleaned(file).kept for file in (early, late)] == [False, True]


@pytest.mark.parametrize("handler", b"meta subp data tmcd hint gps".split())
def test_other_tracks_go_all_the_same(handler: bytes) -> None:
    """The option is about subtitles, by what a track says to be for."""
    outcome = cleaned(with_track(mp4(), handler.ljust(4), timed_text(FONTS), SECRET))
    assert secrets_in(outcome.content or b"") == []
    assert outcome.kept == ()


@pytest.mark.parametrize("kind", b"gpmd camm djmd dbgi mebx mett enct stxt zzzz".split())
def test_other_descriptions_go_all_the_same(kind: bytes) -> None:
    """Telemetry that says to be subtitles, an encrypted track, and what nobody has heard of."""
    outcome = cleaned(subtitled(b"sbtl", entry(kind, SECRET), SECRET))
    assert secrets_in(outcome.content or b"") == []
    assert outcome.kept == ()


def test_chapters_go_all_the_same() -> None:
    """A film refers to them; their names can be anything."""
    film = subtitled(*TEXT, SECRET)
    outcome = cleaned(added(film, "moov/trak", box(b"tref", box(b"chap", b"\0\0\0\x09"))))
    assert secrets_in(outcome.content or b"") == []
    assert outcome.kept == ()


def test_broken_track_goes() -> None:
    """One without tables, without descriptions, or with media outside the file."""
    table = "trak.2/mdia/minf/stbl"
    whole = subtitled(*TEXT, SECRET)
    for path, change in (
        (f"moov/{table}/stsd", lambda _: bytes(8)),
        (f"moov/{table}/stsc", lambda content: content[:6]),
    ):
        parts = parts_of(whole)
        part = find(parts, path)
        part.prefix, part.children = change(part.prefix), []
        outcome = clean_bytes(b"".join(one.build() for one in parts), options=WITH_SUBTITLES)
        assert (outcome.kind, "subtitles" in outcome.kept) == (Ending.CLEANED, False)
    parts = parts_of(whole)
    minf = find(parts, "moov/trak.2/mdia/minf")
    minf.children = [child for child in minf.children if child.kind != b"stbl"]
    assert "subtitles" not in cleaned(b"".join(one.build() for one in parts)).kept


def test_subtitles_alone_are_no_film() -> None:
    """There has to be something to see or hear."""
    file = box(b"ftyp", b"isom\0\0\0\0isommp42") + box(b"mdat", b"Hello")
    parts = [*parts_of(file), *parts_of(mp4())[-1:]]
    moov = find(parts, "moov")
    moov.children = [moov.children[0], *parts_of(track(9, b"sbtl", timed_text(), [(32, 5)]))]
    assert clean_bytes(b"".join(part.build() for part in parts), options=WITH_SUBTITLES).error_code == "damaged"


def test_many_tracks_end_soon() -> None:
    """Each of them is looked into, and all share what may be read."""
    file = small(*(track(number, b"text", timed_text(FONTS), [(32, 4)] * 9) for number in range(2, 5_000)))
    before = time.process_time()
    assert clean_bytes(file, options=WITH_SUBTITLES).kind is Ending.ALREADY_CLEAN
    assert is_in_time(time.process_time() - before, SECONDS_MAX)


def test_language_tells_subtitles_apart() -> None:
    """With more than one it stays; the language of the only one is nobody's business."""
    german = (0x10B5).to_bytes(2, "big")
    header = "moov/trak.2/mdia/mdhd"
    one = changed(subtitled(*TEXT, b"\0\5Hello"), header, lambda content: content[:20] + german + content[22:])
    two = subtitled(*TEXT, b"\0\5Salut", number=10, file=one)
    kept = [find(parts_of(cleaned(file).content or b""), header).prefix[20:22] for file in (one, two)]
    assert kept == [b"\x55\xc4", german]
    assert ("language", "deu") in [(one.code, dict(one.values).get("value")) for one in cleaned(one).findings]


def test_quicktime_header_of_texts_stays_with_them() -> None:
    """Its matrix; in the track of a picture it would be a place to hide something."""
    header = box(b"gmhd", box(b"gmin", bytes(16)) + box(b"text", b"\1" * 36))
    outcome = cleaned(subtitled(*TEXT, b"\0\5Hello", media_header=header))
    assert header in (outcome.content or b"")
    in_picture = cleaned(subtitled(b"vide", visual(), media_header=header)).content or b""
    assert b"\1" * 36 not in in_picture


@pytest.mark.parametrize("kind", [b"subt", b"clcp", b"forc", b"folw"])
def test_reference_to_subtitles_stays(kind: bytes) -> None:
    """It says which picture or sound they are for."""
    reference = box(kind, b"\0\0\0\1")
    outcome = cleaned(subtitled(*TEXT, b"\0\5Hello", more=box(b"tref", reference)))
    assert reference in (outcome.content or b"")


def test_names_and_times_go() -> None:
    """From the headers of subtitles as from those of other tracks."""
    whole = subtitled(*TEXT, b"\0\5Hello", more=box(b"udta", SECRET))
    named = changed(whole, "moov/trak.2/mdia/hdlr", lambda content: content[:24] + SECRET + b"\0")
    timed = changed(named, "moov/trak.2/tkhd", lambda content: content[:4] + SECRET[:8] + content[12:])
    outcome = cleaned(timed)
    assert outcome.content is not None
    assert secrets_in(outcome.content) == []
    assert SECRET[:8] not in outcome.content
    assert {"encoder", "time"} <= {finding.code for finding in outcome.findings}
