"""The top level of MP4, MOV, HEIC and AVIF: what stays, what becomes empty, where the file ends."""

import struct

import pytest

from safety.photos import Ending, Outcome, clean_bytes
from safety.photos.recognise import Format
from tests.photos.endings import cleaned
from tests.photos.movie_samples import (
    Part,
    added,
    build,
    changed,
    entry,
    find,
    full,
    inserted,
    metadata,
    mp4,
    parts_of,
    small,
    whole,
    with_track,
)
from tests.photos.samples import SECRET, box, movie


def kinds(file: bytes) -> list[bytes]:
    """The boxes of the clean file."""
    return [part.kind for part in parts_of(cleaned(file))]


def told(outcome: Outcome) -> list[tuple[str, str]]:
    """Codes and parts of the findings."""
    return [(finding.code, finding.place.part) for finding in outcome.findings]


def test_plain_film_is_already_clean() -> None:
    """A film with nothing but picture stays as it is, to the byte."""
    outcome = clean_bytes(small())
    assert (outcome.kind, outcome.content, outcome.findings) == (Ending.ALREADY_CLEAN, small(), ())


def test_nothing_moves() -> None:
    """Every box that stays is where it was, and the media is the same but for what nobody needs."""
    file = whole(SECRET)
    content = cleaned(file)
    for old, new in zip(parts_of(file), parts_of(content), strict=False):
        assert len(old.build()) == len(new.build())
    assert content[:40] == file[:40]
    assert find(parts_of(content), "mdat").prefix == b"one-two-" + bytes(48)


def test_boxes_in_the_middle_become_empty() -> None:
    """And those at the end are cut, with whatever follows."""
    extra = b"".join(box(kind, SECRET) for kind in (b"free", b"skip", b"wide", b"uuid", b"zzZz"))
    file = inserted(small(), 1, extra)
    assert cleaned(file + extra + b"\1\2") == inserted(small(), 1, box(b"free", bytes(24)) * 5)


def test_other_boxes_at_the_end_stay() -> None:
    """Media and indexes count as the end of the file."""
    assert kinds(small(more=(box(b"free", SECRET), box(b"mdat", b"x"), box(b"free", SECRET)))) == [
        *(b"ftyp", b"mdat", b"moov"),
        *(b"free", b"mdat"),
    ]


def test_index_that_goes_at_the_end_is_cut() -> None:
    """Made empty it would be cut the next time, and the result would not be final."""
    broken = full(b"ssix", struct.pack(">I", 99))
    assert cleaned(small(more=(broken,))) == small()


@pytest.mark.parametrize(
    "junk", [SECRET, b"\0\0\0\7zzZz", b"\0\0\1\0zzZz", b"\0\0\0\1zzZz", b"\0\0\0\x10uuid" + bytes(8), bytes(40), b"\1"]
)
def test_what_is_no_box_is_cut(junk: bytes) -> None:
    """Bytes behind the last box, whatever they look like."""
    assert cleaned(small() + junk) == small()


@pytest.mark.parametrize("kind", [b"mdat", b"moov", b"moof", b"ftyp", b"meta", b"sidx"])
def test_cut_box_that_would_count_is_damaged(kind: bytes) -> None:
    """The end of the film is missing."""
    assert clean_bytes(small() + b"\0\0\1\0" + kind + b"abc").error_code == "damaged"


def test_junk_before_the_film_is_damaged() -> None:
    """Nobody knows where to go on."""
    file = small()
    assert clean_bytes(file[:24] + b"\0\0\0\2zzzz" + file[24:]).error_code == "damaged"


def test_media_of_unknown_length() -> None:
    """The last box may go on to the end of the file."""
    last = build(sorted(parts_of(small()), key=lambda part: part.kind == b"mdat"), small())
    at = last.rindex(b"mdat") - 4
    opened = last[:at] + bytes(4) + last[at + 4 :]
    assert cleaned(opened + SECRET) == opened + bytes(24)


@pytest.mark.parametrize("kind", ["moov", "ftyp"])
def test_second_header(kind: str) -> None:
    """Two films in one file are damaged; a second list of brands is not needed."""
    again = find(parts_of(small()), kind).build()
    outcome = clean_bytes(inserted(small(), 3, again + box(b"mdat", b"")))
    if kind == "moov":
        assert outcome.error_code == "damaged"
    else:
        assert outcome.content is not None
        assert [part.kind for part in parts_of(outcome.content)] == [b"ftyp", b"mdat", b"moov", b"free", b"mdat"]


def test_file_without_film_is_refused() -> None:
    """Brands alone, or media alone."""
    for file in (small()[:24], small()[:40], box(b"free", b"") * 3):
        refusal = clean_bytes(file).refusal
        assert refusal is not None
        assert refusal.code == "damaged"


# Brands


def with_brands(major: bytes, *others: bytes) -> bytes:
    """A film with these brands."""
    return changed(mp4(), "ftyp", lambda _: major + b"\0\0\2\0" + b"".join(others))


def brands_of(file: bytes) -> bytes:
    """The brands of the clean file."""
    return parts_of(cleaned(file))[0].prefix


def test_brands_that_say_how_to_read_stay() -> None:
    """To the byte, with the minor version."""
    known = (b"isom", b"iso6", b"mp42", b"avc1", b"qt  ", b"3gp5", b"dash", b"M4A ")
    assert brands_of(with_brands(b"mp42", *known)) == b"mp42\0\0\2\0" + b"".join(known)


def test_brands_of_makers_become_the_major_one() -> None:
    """They say with what the film was taken."""
    assert brands_of(with_brands(b"mp42", b"isom", b"niko", b"XAVC")) == b"mp42\0\0\2\0isommp42mp42"
    assert brands_of(with_brands(b"niko", b"isom", b"niko")) == b"isom\0\0\2\0isomisom"
    outcome = clean_bytes(with_brands(b"niko", b"isom", b"niko"))
    assert (outcome.format, ("vendor-data", "ftyp") in told(outcome)) == (Format.MP4, True)


def test_format_stays_the_same() -> None:
    """Brands are what the format is told by."""
    for major, format_ in ((b"3gp9", Format.MOBILE), (b"3g2a", Format.MOBILE_2), (b"M4V ", Format.M4V)):
        outcome = clean_bytes(with_brands(major, b"niko"))
        assert (outcome.kind, outcome.format) == (Ending.CLEANED, format_)


def test_brands_of_a_wrong_size_are_damaged() -> None:
    """Too short for the major one, or as long as a story."""
    for content in (b"isom", b"isom" * 2000):
        file = changed(mp4(), "ftyp", lambda _, content=content: content)
        assert clean_bytes(file).error_code == "damaged"


# Pictures and films


def test_descriptions_of_the_file_go() -> None:
    """A `meta` that is not about pictures, and one that cannot be read."""
    for meta in (metadata(("com.apple.quicktime.title", SECRET)), box(b"meta", SECRET), box(b"meta", b"")):
        assert [part.kind for part in parts_of(cleaned(inserted(mp4(), 1, meta)))][1] == b"free"


def test_hidden_bytes_are_told_once_for_each_box() -> None:
    """With their number; those of a dropped track belong to it."""
    outcome = clean_bytes(whole(SECRET))
    hidden = [(one.place.part, one.bytes) for one in outcome.findings if one.code == "hidden-bytes"]
    assert hidden == [("mdat", 24), ("free", 24)]


def test_padding_is_not_told() -> None:
    """Zeros beside the samples of a dropped track are nothing that anybody has to know of."""
    file = with_track(small(), b"meta", entry(b"gpmd"), SECRET)
    outcome = clean_bytes(changed(file, "mdat", lambda media: media + bytes(9)))
    assert told(outcome) == [("location-track", "trak meta")]


def test_boxes_of_dashcams_are_places() -> None:
    """They stand between the chunks, and nothing points to them."""
    file = changed(mp4(), "mdat", lambda media: media + b"\0\0\1\0freeGPS " + SECRET)
    assert ("location-track", "mdat") in told(clean_bytes(file))


def test_film_of_a_motion_photo_is_shown() -> None:
    """Where it is, and how long it lasts."""
    outcome = clean_bytes(mp4() + box(b"mpvd", movie(3)))
    (finding,) = [one for one in outcome.findings if one.code == "attached-video"]
    assert finding.embedded is not None
    (place,) = finding.embedded.ranges
    assert (mp4() + box(b"mpvd", movie(3)))[place[0] : sum(place)] == movie(3)
    assert dict(finding.values)["n"] == "3"


def test_large_box_headers() -> None:
    """Sizes of 64 bits, at the top and inside."""
    parts = parts_of(added(mp4(), "moov", box(b"zzZz", SECRET)))
    for path in ("mdat", "moov", "moov/trak", "moov/zzZz", "moov/trak/mdia/minf/stbl/stco"):
        find(parts, path).is_long = True
    file = build(parts, mp4())
    found = parts_of(cleaned(file))
    assert [part.is_long for part in found] == [False, False, True, True]
    last = Part(b"free", bytes(24), [], True)
    assert find(found, "moov").children[-1] == last
