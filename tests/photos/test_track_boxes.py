"""One kept track: its header, names and tables, box by box."""

import struct

import pytest

from safety.photos import Ending, clean_bytes
from tests.photos.movie_samples import (
    Part,
    added,
    build,
    changed,
    entry,
    find,
    full,
    mov,
    mp4,
    parts_of,
    small,
    track,
    visual,
    with_track,
)
from tests.photos.samples import SECRET, box

TRAK, MDIA, STBL = "moov/trak", "moov/trak/mdia", "moov/trak/mdia/minf/stbl"
UNDETERMINED = b"\x55\xc4"


def cleaned(file: bytes) -> list[Part]:
    """The boxes of the clean file."""
    outcome = clean_bytes(file)
    assert outcome.content is not None, outcome.refusal
    return parts_of(outcome.content)


@pytest.mark.parametrize("version", [0, 1])
def test_header_keeps_what_shows_the_track(version: int) -> None:
    """Number, length, layer, group, volume, matrix and size; times and reserved fields go."""
    width = 8 if version else 4
    gone = [*range(4, 4 + 2 * width), *range(8 + 2 * width, 12 + 2 * width)]
    gone += [*range(12 + 3 * width, 20 + 3 * width), *range(26 + 3 * width, 28 + 3 * width)]
    fields = bytearray(range(1, 73 + 3 * width))
    fields[:4], fields[4 + 2 * width : 8 + 2 * width] = bytes([version, 0, 0, 3]), b"\0\0\0\1"
    found = find(cleaned(changed(mp4(), TRAK + "/tkhd", lambda _: bytes(fields))), TRAK + "/tkhd").prefix
    assert found == bytes(0 if at in gone else number for at, number in enumerate(fields))


def test_turn_is_noted() -> None:
    """The matrix of the header stays, and people are told that it does."""
    turned = struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, 16 << 16, 0, 1 << 30)
    file = changed(mp4(), TRAK + "/tkhd", lambda content: content[:40] + turned + content[76:])
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert turned in outcome.content
    assert "orientation" in outcome.kept
    assert "orientation" not in clean_bytes(mp4()).kept


def test_language_of_the_only_sound_goes() -> None:
    """From picture and sound alike; people are told which it was."""
    file = changed(mp4(), "moov/trak.1/mdia/mdhd", lambda content: content[:20] + b"\x15\xc7" + content[22:])
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert find(parts_of(outcome.content), "moov/trak.1/mdia/mdhd").prefix[20:22] == UNDETERMINED
    assert ("language", (("value", "eng"),)) in [(found.code, found.values) for found in outcome.findings]


def test_languages_of_several_sounds_stay() -> None:
    """Players choose by them."""
    second = with_track(mp4(), b"soun", find(parts_of(mp4()), "moov/trak.1/mdia/minf/stbl/stsd").children[0].build())
    file = changed(second, "moov/trak.2/mdia/mdhd", lambda content: content[:20] + b"\x15\xc7" + content[22:])
    assert find(cleaned(file), "moov/trak.2/mdia/mdhd").prefix[20:22] == b"\x15\xc7"


def test_long_media_header() -> None:
    """The second version has times of eight bytes."""
    fields = b"\1\0\0\0" + b"\7" * 16 + struct.pack(">IQ", 10240, 6144) + b"\x15\xc7\0\0"
    found = find(cleaned(changed(mp4(), MDIA + "/mdhd", lambda _: fields)), MDIA + "/mdhd").prefix
    assert found == b"\1\0\0\0" + bytes(16) + struct.pack(">IQ", 10240, 6144) + UNDETERMINED + b"\0\0"


def test_handler_keeps_its_kind_only() -> None:
    """What it is for, and that it is a component of QuickTime; no maker, no name."""
    assert find(cleaned(mp4()), MDIA + "/hdlr").prefix == bytes(8) + b"vide" + bytes(25)
    found = cleaned(mov())
    assert find(found, MDIA + "/hdlr").prefix.rstrip(b"\0") == bytes(4) + b"mhlrvide"
    assert find(found, MDIA + "/minf/hdlr").prefix.rstrip(b"\0") == bytes(4) + b"dhlrurl "
    odd = changed(mp4(), MDIA + "/hdlr", lambda content: content[:4] + b"SECR" + content[8:])
    assert find(cleaned(odd), MDIA + "/hdlr").prefix == bytes(8) + b"vide" + bytes(25)
    odd = changed(mov(), MDIA + "/minf/hdlr", lambda _: bytes(4) + b"dhlrSECR" + bytes(13))
    assert find(cleaned(odd), MDIA + "/minf/hdlr").prefix.rstrip(b"\0") == bytes(4) + b"dhlr"


def test_references_among_kept_tracks_stay() -> None:
    """As from transparency to its picture."""
    alpha = with_track(mp4(), b"auxv", visual())
    file = added(alpha, "moov/trak.2", box(b"tref", box(b"auxl", b"\0\0\0\1")))
    assert find(cleaned(file), "moov/trak.2/tref/auxl").prefix == b"\0\0\0\1"


@pytest.mark.parametrize(
    "reference",
    [box(b"auxl", b"\0\0\0\x09"), box(b"tmcd", b"\0\0\0\x09"), box(b"cdsc", b"\0\0\0\1"), box(b"auxl", b"")],
    ids=["dropped", "clock", "kind", "empty"],
)
def test_other_references_go(reference: bytes) -> None:
    """To tracks that go, of kinds that only those have, and empty ones."""
    file = added(with_track(mp4(), b"tmcd", entry(b"tmcd"), b"1234"), TRAK, box(b"tref", reference))
    assert [part.kind for part in find(cleaned(file), TRAK + "/tref").children] == [b"free"]


def with_data_references(*references: bytes, count: int | None = None) -> bytes:
    """A film that says so where its media is."""
    parts = parts_of(mp4())
    content = struct.pack(">I", len(references) if count is None else count) + b"".join(references)
    find(parts, MDIA + "/minf/dinf").children = parts_of(full(b"dref", content))
    return build(parts, mp4())


def test_media_in_the_file_itself() -> None:
    """Old writers name a disk and a folder all the same."""
    file = with_data_references(full(b"alis", b"Macintosh HD:Anna", flags=1), full(b"url ", b"", flags=1))
    outcome = clean_bytes(file)
    assert outcome.content is not None
    found = find(parts_of(outcome.content), MDIA + "/minf/dinf/dref").children
    assert [part.prefix for part in found] == [b"\0\0\0\1" + bytes(17), b"\0\0\0\1"]
    assert ("vendor-data", "alis") in [(one.code, one.place.part) for one in outcome.findings]


def test_media_elsewhere_is_refused() -> None:
    """The film would not play without the other file, and names it."""
    for reference in (full(b"url ", b"http://a/b\0"), full(b"alis", b"disk"), full(b"zzZz", b"", flags=1)):
        assert clean_bytes(with_data_references(reference)).error_code == "unsupported-variant"
    assert clean_bytes(with_data_references(full(b"url ", flags=1), count=2)).error_code == "damaged"


KEPT = {
    "edts": box(b"elst", b""),
    "load": box(b"load", bytes(range(16))),
    "tapt": box(b"tapt", full(b"clef", b"\0\2\0\0\0\1\0\0") + full(b"prof", bytes(8)) + full(b"enof", bytes(8))),
}


@pytest.mark.parametrize("kind", ["load", "tapt"])
def test_boxes_that_change_the_look_stay(kind: str) -> None:
    """Apertures and loading settings, to the byte."""
    assert find(cleaned(added(mp4(), TRAK, KEPT[kind])), f"{TRAK}/{kind}").build() == KEPT[kind]


TABLES = {
    "sdtp": full(b"sdtp", b"\x20\1\1\1\1\1"),
    "stdp": full(b"stdp", bytes(range(12))),
    "cslg": full(b"cslg", bytes(range(20))),
    "stps": full(b"stps", struct.pack(">II", 1, 3)),
    "stsh": full(b"stsh", struct.pack(">III", 1, 3, 1)),
    "padb": full(b"padb", struct.pack(">I", 6) + b"\1\2\3"),
    "ctts": full(b"ctts", struct.pack(">III", 1, 6, 0)),
    "subs": full(b"subs", struct.pack(">IIH", 1, 1, 1) + bytes(8)),
}


@pytest.mark.parametrize("kind", TABLES)
def test_tables_stay(kind: str) -> None:
    """Everything that a player may read, to the byte."""
    assert find(cleaned(added(mp4(), STBL, TABLES[kind])), f"{STBL}/{kind}").build() == TABLES[kind]


def test_groups_stay_with_their_descriptions() -> None:
    """A membership without a description goes with it."""
    member = full(b"sbgp", b"roll" + struct.pack(">III", 1, 6, 1))
    described = full(b"sgpd", b"roll" + struct.pack(">IIh", 2, 1, -1), 1)
    kinds = [part.kind for part in find(cleaned(added(mp4(), STBL, described, member)), STBL).children]
    assert kinds[-2:] == [b"sgpd", b"sbgp"]
    kinds = [part.kind for part in find(cleaned(added(mp4(), STBL, member)), STBL).children]
    assert kinds[-1] == b"free"


def without(file: bytes, path: str, kind: bytes) -> bytes:
    """The file without a box."""
    parts = parts_of(file)
    part = find(parts, path)
    part.children = [child for child in part.children if child.kind != kind]
    return build(parts, file)


@pytest.mark.parametrize(
    ("path", "kind"),
    [(TRAK, b"mdia"), (MDIA, b"minf"), (MDIA, b"mdhd"), (MDIA + "/minf", b"stbl"), (STBL, b"stsd"), (STBL, b"stsc")],
)
def test_track_without_a_needed_box_is_damaged(path: str, kind: bytes) -> None:
    """Nobody could play it."""
    assert clean_bytes(without(mp4(), path, kind)).error_code == "damaged"


@pytest.mark.parametrize("path", [f"{TRAK}/tkhd", f"{MDIA}/mdhd", f"{MDIA}/hdlr", f"{STBL}/stsz", f"{STBL}/stsd"])
def test_box_that_is_there_twice_is_damaged(path: str) -> None:
    """Readers would differ in which they take."""
    again = find(parts_of(mp4()), path).build()
    assert clean_bytes(added(mp4(), path.rpartition("/")[0], again)).error_code == "damaged"


def test_small_film_keeps_every_sample() -> None:
    """Chunk by chunk, with what is between them gone."""
    one = track(1, b"vide", visual(), [(32, 4), (40, 4)])
    outcome = clean_bytes(small(tracks=(one,), media=b"one-" + SECRET[:4] + b"two-" + SECRET))
    assert outcome.kind is Ending.CLEANED
    assert outcome.content is not None
    assert find(parts_of(outcome.content), "mdat").prefix == b"one-\0\0\0\0two-" + bytes(24)
