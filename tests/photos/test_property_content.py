"""Contents of properties: what shows the picture stays, and the length too."""

import struct

import pytest

from safety.photos.base_media.property_content import KNOWN_KINDS, auxiliary_type, clean_property
from safety.photos.errors import CleanError
from safety.photos.metadata.icc import rebuild_profile
from tests.photos.heif_samples import ALPHA
from tests.photos.samples import SECRET, profile

HEVC_ALPHA = b"urn:mpeg:hevc:2015:auxid:1"
ALPHA_MESSAGE = b"\x4e\1\xa5\4\0\0\x7f\x90\x80"
GOOD = {
    b"ispe": struct.pack(">III", 0, 640, 480),
    b"pixi": b"\0\0\0\0\3\x08\x08\x08",
    b"pasp": struct.pack(">II", 4, 3),
    b"clli": struct.pack(">HH", 1000, 400),
    b"mdcv": bytes(range(1, 25)),
    b"amve": bytes(range(1, 9)),
    b"irot": b"\3",
    b"imir": b"\1",
    b"clap": bytes(range(1, 33)),
    b"iscl": struct.pack(">IHHHH", 0, 1, 2, 1, 2),
    b"auxC": bytes(4) + ALPHA + b"\0",
    b"a1op": b"\7",
    b"a1lx": b"\0" + bytes(range(1, 7)),
    b"lsel": b"\0\2",
    b"colr": b"nclx\0\1\0\x0d\0\6\x80",
    b"av1C": b"\x81\0\x0c\0",
    b"hvcC": bytes(23),
    b"avcC": b"\1\x42\0\x28\xff\xe0\0",
}


def test_every_known_kind_is_tried() -> None:
    """A kind that is added has to be added here too."""
    assert set(GOOD) == KNOWN_KINDS


@pytest.mark.parametrize("kind", GOOD)
def test_content_in_order_stays(kind: bytes) -> None:
    """To the byte, and nothing is told."""
    cleaned = clean_property(kind, GOOD[kind])
    assert (cleaned.content, cleaned.hidden_bytes, cleaned.encoder_bytes) == (GOOD[kind], 0, 0)


@pytest.mark.parametrize("kind", sorted(KNOWN_KINDS - {b"av1C"}))
def test_tail_becomes_zero(kind: bytes) -> None:
    """Readers do not look behind the last field."""
    cleaned = clean_property(kind, GOOD[kind] + SECRET)
    assert cleaned.content == GOOD[kind] + bytes(len(SECRET))
    assert cleaned.hidden_bytes == len(SECRET)


@pytest.mark.parametrize("kind", GOOD)
def test_cut_content_is_damaged(kind: bytes) -> None:
    """A field that is not all there."""
    with pytest.raises(CleanError, match="damaged"):
        clean_property(kind, GOOD[kind][:-1])
    with pytest.raises(CleanError, match="damaged"):
        clean_property(kind, b"")


@pytest.mark.parametrize("kind", [b"ispe", b"pixi", b"iscl", b"auxC"])
def test_unknown_version_is_refused(kind: bytes) -> None:
    """Its fields may mean something else."""
    with pytest.raises(CleanError, match="unsupported-variant"):
        clean_property(kind, b"\1" + GOOD[kind][1:])


@pytest.mark.parametrize(
    ("kind", "dirty", "clean"),
    [
        (b"ispe", b"\0abc" + bytes(8), bytes(12)),
        (b"irot", b"\xff", b"\3"),
        (b"imir", b"\xfe", b"\0"),
        (b"colr", b"nclx\0\1\0\x0d\0\6\xff", b"nclx\0\1\0\x0d\0\6\x80"),
        (b"a1lx", b"\xff" + bytes(12), b"\1" + bytes(12)),
        (b"pixi", b"\0\0\0\1\1\x08" + SECRET, b"\0\0\0\0\1\x08" + bytes(len(SECRET))),
    ],
)
def test_bits_without_meaning_become_zero(kind: bytes, dirty: bytes, clean: bytes) -> None:
    """Flags and reserved bits."""
    cleaned = clean_property(kind, dirty)
    assert cleaned.content == clean
    assert cleaned.hidden_bytes == sum(a != b for a, b in zip(dirty, clean, strict=True))


@pytest.mark.parametrize("kind", [b"prof", b"rICC"])
def test_profile_is_rebuilt_in_its_place(kind: bytes) -> None:
    """As long as before, with the same colours and without names."""
    content = clean_property(b"colr", kind + profile()).content
    assert content is not None
    assert len(content) == 4 + len(profile())
    assert SECRET not in content
    assert rebuild_profile(content[4:]) == rebuild_profile(profile())
    assert clean_property(b"colr", content).content == content


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (b"ZZZZ", b""),
        (b"free", bytes(9)),
        (b"colr", b"prof" + SECRET),
        (b"colr", b"nclc" + bytes(6)),
        (b"auxC", bytes(4) + b"urn:mpeg:hevc:2015:auxid:2\0"),
    ],
)
def test_what_has_no_place_goes(kind: bytes, content: bytes) -> None:
    """Unknown kinds, broken profiles, layers other than alpha."""
    assert clean_property(kind, content).content is None


@pytest.mark.parametrize("head", [b"", struct.pack(">I", len(ALPHA_MESSAGE))])
def test_alpha_message_stays(head: bytes) -> None:
    """It says how alpha is meant; any other message becomes one of x, and any other text zeros."""
    start = bytes(4) + HEVC_ALPHA + b"\0"
    assert clean_property(b"auxC", start + head + ALPHA_MESSAGE).content == start + head + ALPHA_MESSAGE
    other = ALPHA_MESSAGE.replace(b"\xa5\4", b"\5\4")
    assert clean_property(b"auxC", start + head + other).content == start + head + b"\x4e\1\5\4xxxx\x80"
    long = start + ALPHA_MESSAGE + bytes(100)
    assert clean_property(b"auxC", long).content == start + bytes(len(ALPHA_MESSAGE) + 100)


def test_auxiliary_type_ends_at_its_mark() -> None:
    """What follows is the subtype."""
    assert auxiliary_type(bytes(4) + HEVC_ALPHA + b"\0more") == HEVC_ALPHA
