"""Sample descriptions: what a decoder needs stays where it is, and encrypted or unknown ones are refused."""

import struct

import pytest

from safety.photos import Ending, clean_bytes
from tests.photos.movie_samples import Part, added, changed, find, full, mov, mp4, parts_of, small, track, visual
from tests.photos.packets import streams_of
from tests.photos.samples import SECRET, box, profile

PICTURE, NOISE = "moov/trak/mdia/minf/stbl/stsd/mp4v", "moov/trak.1/mdia/minf/stbl/stsd/mp4a"
START = 32


def cleaned(file: bytes) -> list[Part]:
    """The boxes of the clean file."""
    outcome = clean_bytes(file)
    assert outcome.kind is Ending.CLEANED, outcome.refusal
    assert outcome.content is not None
    return parts_of(outcome.content)


def film(*entries: bytes, handler: bytes = b"vide", sizes: bytes = b"") -> bytes:
    """A small film with these descriptions and eight bytes of media, with a text to take out."""
    one = track(1, handler, b"".join(entries), [(START, 4), (START + 4, 4)])
    one = changed(one, "trak/mdia/minf/stbl/stsd", lambda _: struct.pack(">II", 0, len(entries)))
    return small(box(b"udta", full(b"name", SECRET)), tracks=(one,))


def sound(kind: bytes, version: int = 0, more: bytes = b"", *boxes: bytes) -> bytes:
    """A description of sound with the fields of a version behind it."""
    fields = struct.pack(">HHIHHHHI", version, 0, 0, 2, 16, 0, 0, 44100 << 16)
    return box(kind, bytes(7) + b"\1" + fields + more + b"".join(boxes))


def test_fields_that_show_the_picture_stay() -> None:
    """Size, resolution and depth; vendor, quality, name and reserved bytes go."""
    fields = bytearray(range(1, 79))
    fields[42] = 5
    found = find(cleaned(changed(mp4(), PICTURE, lambda _: bytes(fields))), PICTURE).prefix
    gone = [*range(6), *range(12, 24), *range(36, 40), *range(42, 74)]
    assert found == bytes(0 if at in gone else fields[at] for at in range(78))


def test_fields_that_play_the_sound_stay() -> None:
    """All but vendor and reserved bytes."""
    fields = bytes(range(1, 9)) + b"\0\0" + bytes(range(11, 29))
    found = find(cleaned(changed(mp4(), NOISE, lambda _: fields)), NOISE).prefix
    assert found == bytes(0 if at < 6 or 12 <= at < 16 else fields[at] for at in range(28))


@pytest.mark.parametrize("kind", b"encv enca encs drms drmi drmt p608".split())
def test_encrypted_track_is_refused(kind: bytes) -> None:
    """It would be played nowhere, and hides its format."""
    for handler in (b"vide", b"soun"):
        assert clean_bytes(film(visual(kind), handler=handler)).error_code == "unsupported-variant"


@pytest.mark.parametrize("kind", [b"sinf", b"rinf"])
def test_protection_is_refused(kind: bytes) -> None:
    """Also under a plain name."""
    assert clean_bytes(film(visual(b"avc1", box(kind, b"")))).error_code == "unsupported-variant"


def test_refusal_names_the_format() -> None:
    """The page says which rare form it is of."""
    refusal = clean_bytes(film(visual(b"encv"))).refusal
    assert refusal is not None
    assert refusal.values == (("format", "mp4"),)


def test_unknown_box_of_a_known_format_goes() -> None:
    """Its format decodes without."""
    assert b"free" in [
        part.kind for part in find(cleaned(added(mp4(), PICTURE, box(b"zzZz", SECRET))), PICTURE).children
    ]


def test_unknown_box_of_an_unknown_format_is_refused() -> None:
    """It may be what the decoder needs; but nobody needs a text."""
    assert clean_bytes(film(visual(b"zzZz", box(b"zzzC", SECRET)))).error_code == "unsupported-variant"
    assert clean_bytes(film(visual(b"zzZz", box(b"uuid", SECRET)))).kind is Ending.CLEANED
    assert clean_bytes(film(visual(b"zzZz"))).kind is Ending.CLEANED


def test_several_descriptions_stay() -> None:
    """A film may change its format; their number has to be right."""
    stsd = find(cleaned(film(visual(b"mp4v"), visual(b"avc1"))), "moov/trak/mdia/minf/stbl/stsd")
    assert [part.kind for part in stsd.children] == [b"mp4v", b"avc1"]
    table = "moov/trak/mdia/minf/stbl/stsd"
    for count in (0, 2):
        wrong = changed(film(visual()), table, lambda _, count=count: struct.pack(">II", 0, count))
        assert clean_bytes(wrong).error_code == "damaged"
    assert clean_bytes(film()).error_code == "damaged"


def test_configuration_that_is_too_large_goes() -> None:
    """Nobody's parameter sets have a mebibyte."""
    assert clean_bytes(film(visual(b"zzZz", box(b"avcC", bytes(2**20 + 1))))).error_code == "unsupported-variant"


def test_palette_stays() -> None:
    """A QuickTime film of few colours has them in its description."""
    colours = struct.pack(">IHH", 0, 0, 3) + bytes(range(32))
    old = visual(b"rle ")
    entry = box(b"rle ", old[8:-4] + b"\0\x08\0\0" + colours + box(b"gama", bytes(4)))
    found = find(cleaned(film(entry)), "moov/trak/mdia/minf/stbl/stsd").prefix + b"".join(
        part.prefix for part in find(cleaned(film(entry)), "moov/trak/mdia/minf/stbl/stsd").children
    )
    assert colours in found
    cut = box(b"rle ", old[8:-4] + b"\0\x08\0\0" + struct.pack(">IHH", 0, 0, 300) + bytes(90))
    assert clean_bytes(film(cut)).error_code == "damaged"


def test_text_of_an_encoder_goes() -> None:
    """It stands in a message beside the parameter sets; those stay, and so does every length."""
    parameters, message = b"\x42\1" + b"\7" * 4, b"\x4e\1\5\x28" + b"u" * 16 + SECRET + b"\x80"
    arrays = b"".join(
        struct.pack(">BHH", kind, 1, len(unit)) + unit for kind, unit in ((33, parameters), (39, message))
    )
    file = film(visual(b"hvc1", box(b"hvcC", b"\1" + bytes(21) + b"\2" + arrays)))
    outcome = clean_bytes(file)
    assert outcome.content is not None
    assert (SECRET in outcome.content, parameters in outcome.content) == (False, True)
    assert ("encoder", "hvcC") in [(finding.code, finding.place.part) for finding in outcome.findings]


def test_profile_of_a_film_is_rebuilt() -> None:
    """As in a photo, in its place; a broken one goes."""
    outcome = clean_bytes(added(mp4(), PICTURE, box(b"colr", b"prof" + profile())))
    assert outcome.content is not None
    assert SECRET not in outcome.content
    assert b"acsp" in outcome.content
    assert "colours" in outcome.kept
    assert "colour-profile" in [finding.code for finding in outcome.findings]


def in_wave(*boxes: bytes) -> bytes:
    """QuickTime's box around the configuration of a sound."""
    return box(b"wave", b"".join(boxes) + box(b"\0\0\0\0", b""))


def test_configuration_in_a_wave_stays() -> None:
    """With the end mark and the format, and without what follows."""
    stream = find(parts_of(mp4()), NOISE + "/esds").build()
    more = struct.pack(">IIII", 1024, 0, 0, 2)
    entry = sound(
        b"mp4a", 1, more, in_wave(box(b"frma", b"mp4a"), box(b"mp4a", SECRET), stream, box(b"zzZz", SECRET)) + bytes(4)
    )
    outcome = clean_bytes(film(entry, handler=b"soun"))
    assert outcome.content is not None
    assert SECRET not in outcome.content
    assert box(b"frma", b"mp4a") in outcome.content
    assert stream in outcome.content
    assert b"\0\0\0\x08\0\0\0\0" + bytes(4) in outcome.content


def with_equal_sizes(entry: bytes, version: int = 0) -> bytes:
    """A film with one chunk of two samples, of which the table of sizes says only 1, and a secret behind them."""
    one = track(1, b"soun", entry, [(START, 4)])
    table = "trak/mdia/minf/stbl/"
    one = changed(one, table + "stsz", lambda _: struct.pack(">III", 0, 1, 2))
    one = changed(one, table + "stsc", lambda _: struct.pack(">IIIII", 0, 1, 1, 2, 1))
    one = changed(one, table + "stsd", lambda head: struct.pack(">I", version << 24) + head[4:])
    return small(tracks=(one,), media=b"m" * 100 + SECRET)


QUICKTIME_2 = struct.pack(">IQIIIIII", 72, 0, 2, 0x7F000000, 16, 12, 5, 1)


@pytest.mark.parametrize(
    ("entry", "length"),
    [
        (sound(b"twos"), 8),
        (sound(b"raw "), 8),
        (sound(b"ulaw"), 4),
        (sound(b"in24"), 12),
        (sound(b"fl32"), 16),
        (sound(b"fl64"), 32),
        (sound(b"ima4"), 68),
        (sound(b"MAC3"), 4),
        (sound(b"twos", 1, struct.pack(">IIII", 1, 2, 6, 2)), 12),
        (sound(b"ima4", 1, struct.pack(">IIII", 64, 34, 68, 2)), 68),
        (sound(b"twos", 1, bytes(16)), 8),
        (sound(b"lpcm", 2, QUICKTIME_2), 10),
    ],
)
def test_old_sound_has_as_many_bytes_as_its_description_says(entry: bytes, length: int) -> None:
    """Too few would silence it, too many would keep what is behind it."""
    content = clean_bytes(with_equal_sizes(entry)).content
    assert content is not None
    assert content[START : START + 100].rstrip(b"\0") == b"m" * length


def test_fields_behind_a_sound_depend_on_the_table() -> None:
    """The second version of the table has entries without QuickTime's fields; an unknown version is damaged."""
    rate = full(b"srat", struct.pack(">I", 96000))
    content = clean_bytes(with_equal_sizes(sound(b"ipcm", 1, b"", rate), version=1)).content
    assert content is not None
    assert rate in content
    content = clean_bytes(with_equal_sizes(sound(b"ipcm", 1, b"", box(b"zzZz", SECRET)), version=1)).content
    assert content is not None
    assert SECRET[:4] not in content
    assert clean_bytes(with_equal_sizes(sound(b"twos", 3, bytes(40)))).error_code == "damaged"
    assert clean_bytes(with_equal_sizes(sound(b"twos", 2, bytes(4)))).error_code == "damaged"


def test_real_quicktime_sound_is_the_same() -> None:
    """Uncompressed, as FFmpeg writes and reads it."""
    content = clean_bytes(mov()).content
    assert content is not None
    assert streams_of(content) == streams_of(mov())
