"""How to decode a track: the same length, and nothing that a decoder does not need."""

import struct

import pytest

from safety.photos.base_media.configuration import clean_configuration
from safety.photos.errors import CleanError
from tests.photos.movie_samples import find, fragmented, mp4, parts_of
from tests.photos.samples import SECRET, profile

HEAD = bytes(4)


def cleaned(kind: bytes, content: bytes) -> bytes:
    """The new content, which has to be as long as the old, and to stay as it is the second time."""
    found = clean_configuration(kind, content).content
    assert found is not None
    assert len(found) == len(content)
    assert clean_configuration(kind, found).content == found
    return found


USED = {
    b"pasp": 8,
    b"clap": 32,
    b"fiel": 2,
    b"gama": 4,
    b"btrt": 12,
    b"mdcv": 24,
    b"clli": 4,
    b"SmDm": 28,
    b"CoLL": 8,
    b"ccst": 8,
    b"srat": 8,
    b"pcmC": 6,
    b"dvcC": 24,
    b"dvvC": 24,
    b"enda": 2,
    b"frma": 4,
    b"dac3": 3,
}


@pytest.mark.parametrize("kind", USED)
def test_what_follows_the_used_bytes_becomes_zero(kind: bytes) -> None:
    """And is counted."""
    used = b"\1" * USED[kind]
    assert cleaned(kind, used + SECRET) == used + bytes(len(SECRET))
    assert clean_configuration(kind, used + SECRET).hidden_bytes == len(SECRET)


@pytest.mark.parametrize("kind", [b"btrt", b"dac3", b"ccst", b"dOps", b"alac", b"damr", b"chan", b"dfLa", b"dec3"])
def test_box_that_is_too_short_is_damaged(kind: bytes) -> None:
    """A decoder would read what follows it."""
    with pytest.raises(CleanError, match="damaged"):
        clean_configuration(kind, b"\1")


@pytest.mark.parametrize("kind", [b"zzZz", b"sv3d", b"st3d", b"vexu", b"uuid", b"udta", b"SA3D", b"glbl"])
def test_other_boxes_have_no_place(kind: bytes) -> None:
    """Whatever is in them."""
    assert clean_configuration(kind, SECRET).content is None


def test_real_configuration_stays() -> None:
    """What FFmpeg writes."""
    for file in (mp4(), fragmented()):
        for number, kind in enumerate(("mp4v", "mp4a")):
            content = find(parts_of(file), f"moov/trak.{number}/mdia/minf/stbl/stsd/{kind}/esds").prefix
            assert cleaned(b"esds", content) == content


def descriptor(kind: int, content: bytes, *, is_long: bool = True) -> bytes:
    """A descriptor with a length of four bytes, or of one."""
    length = bytes((0x80, 0x80, 0x80, len(content))) if is_long else bytes([len(content)])
    return bytes([kind]) + length + content


def stream(*more: bytes, flags: int = 0, before: bytes = b"", specific: bytes = b"\x12\x10") -> bytes:
    """The content of an `esds`."""
    decoder = descriptor(4, b"\x40\x15" + bytes(11) + descriptor(5, specific))
    return HEAD + descriptor(3, b"\0\1" + bytes([flags]) + before + decoder + descriptor(6, b"\2") + b"".join(more))


@pytest.mark.parametrize("kind", [0x0D, 0x43, 0x7F, 0xC0])
def test_other_descriptors_are_emptied(kind: int) -> None:
    """Their tag and length stay, so that nothing moves."""
    assert cleaned(b"esds", stream(descriptor(kind, SECRET))) == stream(descriptor(kind, bytes(len(SECRET))))


def test_descriptors_behind_the_first_go() -> None:
    """And so do zeros' neighbours."""
    assert cleaned(b"esds", stream() + SECRET) == stream() + bytes(len(SECRET))


def test_fields_of_a_stream_stay() -> None:
    """A stream it depends on, and one with its clock; short lengths are read as well."""
    content = stream(flags=0xA0, before=b"\0\2\0\3")
    assert cleaned(b"esds", content) == content
    short = HEAD + descriptor(3, b"\0\1\0" + descriptor(6, b"\2" + SECRET, is_long=False), is_long=False)
    assert cleaned(b"esds", short) == short.replace(SECRET, bytes(len(SECRET)))


def test_custom_clock_stays() -> None:
    """A synchronisation of its own has sixteen bytes."""
    clock = descriptor(6, b"\0" + b"\7" * 15 + SECRET)
    assert cleaned(b"esds", stream(clock)) == stream(clock).replace(SECRET, bytes(len(SECRET)))


def test_stream_elsewhere_is_refused() -> None:
    """An address is where the media would be; and a box without a stream nobody can decode."""
    with pytest.raises(CleanError, match="unsupported-variant"):
        clean_configuration(b"esds", stream(flags=0x40, before=b"\4http"))
    with pytest.raises(CleanError, match="unsupported-variant"):
        clean_configuration(b"esds", HEAD + descriptor(4, bytes(13)))


@pytest.mark.parametrize("content", [HEAD + b"\3", HEAD + b"\3\x80\x80", HEAD + b"\3\2\0\1", HEAD + b"\3\5\0\1\0\4\0"])
def test_broken_stream_is_damaged(content: bytes) -> None:
    """Cut within a length or within fields."""
    with pytest.raises(CleanError, match="damaged"):
        clean_configuration(b"esds", content)


def test_flac_keeps_stream_information_only() -> None:
    """Comments and pictures become padding of the same length; what follows the last block is zero."""
    information, comment = b"\0\0\0\x22" + b"\7" * 34, b"\4\0\0\x18" + SECRET
    last = b"\x86\0\0\x18" + SECRET
    assert cleaned(b"dfLa", HEAD + information + comment + last + SECRET) == (
        HEAD + information + b"\1\0\0\x18" + bytes(24) + b"\x81\0\0\x18" + bytes(24) + bytes(24)
    )


def test_makers_of_encoders_go() -> None:
    """Four letters before the fields; the rates of H.263 stay."""
    assert cleaned(b"damr", b"VVVV" + b"\1" * 5 + b"rest") == bytes(4) + b"\1" * 5 + bytes(4)
    rates = b"\0\0\0\x10bitr" + b"\2" * 8
    assert cleaned(b"d263", b"VVVV\1\2\3" + rates + b"rest") == b"\0\0\0\0\1\2\3" + rates + bytes(4)
    assert cleaned(b"d263", b"VVVV\1\2\3rest") == b"\0\0\0\0\1\2\3" + bytes(4)
    assert clean_configuration(b"damr", b"VVVV" + b"\1" * 5).encoder_bytes == 4


def test_sizes_that_follow_from_numbers() -> None:
    """Channels of Opus, of Apple Lossless, of QuickTime, substreams of Enhanced AC-3, versions of VP9."""
    plain = b"\0\2" + bytes(8) + b"\0"
    mapped = b"\0\2" + bytes(8) + b"\1" + b"\1\1\0\1"
    lossless = HEAD + b"\1" * 24
    layout = b"\0\0\0\x18chan" + b"\2" * 16
    described = HEAD + bytes(8) + struct.pack(">I", 1) + b"\3" * 20
    single, dependent = b"\0\0\x20\x0f\0", b"\0\0\x20\x0f\2\7"
    objects = b"\1\x10"
    for kind, used in {
        b"dOps": (plain, mapped),
        b"alac": (lossless, lossless + layout),
        b"chan": (described,),
        b"dec3": (single + objects, dependent + objects),
        b"vpcC": (b"\1" + b"\5" * 11, b"\0" + b"\5" * 9),
    }.items():
        for content in used:
            assert cleaned(kind, content + SECRET) == content + bytes(len(SECRET)), kind


def test_only_transparency_is_an_auxiliary_track() -> None:
    """A depth map is not; the text behind the name goes."""
    name = b"urn:mpeg:mpegB:cicp:systems:auxiliary:"
    assert cleaned(b"auxi", HEAD + name + b"alpha\0" + SECRET) == HEAD + name + b"alpha\0" + bytes(len(SECRET))
    assert cleaned(b"auxi", HEAD + name + b"alpha") == HEAD + name + b"alpha"
    assert clean_configuration(b"auxi", HEAD + name + b"depth\0").content is None


def test_second_layer_loses_messages() -> None:
    """Parameter sets stay; a text message becomes filling; bytes behind go."""
    parameters = b"\x42\1" + b"\7" * 4
    message = b"\x4e\1\5\x28" + b"u" * 16 + SECRET
    arrays = b"\2" + b"".join(
        struct.pack(">BHH", kind, 1, len(unit)) + unit for kind, unit in ((33, parameters), (39, message))
    )
    content = b"\1\xf0\0\xfc\xcb" + arrays + SECRET
    found = cleaned(b"lhvC", content)
    assert parameters in found
    assert SECRET not in found
    assert clean_configuration(b"lhvC", content).encoder_bytes


def test_colours() -> None:
    """Three numbers stay, with a flag or without; a profile is rebuilt; another kind has no place."""
    numbers = struct.pack(">HHH", 1, 13, 6)
    assert cleaned(b"colr", b"nclc" + numbers + SECRET) == b"nclc" + numbers + bytes(len(SECRET))
    assert cleaned(b"colr", b"nclx" + numbers + b"\x80" + SECRET) == b"nclx" + numbers + b"\x80" + bytes(len(SECRET))
    assert SECRET not in cleaned(b"colr", b"prof" + profile())
    assert clean_configuration(b"colr", b"zzZz" + SECRET).content is None


def test_layers_of_stereo_films_share_the_rules_of_hevc() -> None:
    """The eye that `hvcE` describes is an HEVC stream."""
    content = b"\1" + bytes(21) + b"\0"
    assert cleaned(b"hvcE", content + SECRET) == content + bytes(len(SECRET))
