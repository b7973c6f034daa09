"""Configurations of coded pictures: messages lose their text, lengths and parameter sets stay."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safety.photos.base_media.sei import Scrubbed, scrub_av1, scrub_avc, scrub_hevc, scrub_message_unit
from safety.photos.errors import CleanError
from tests.photos.samples import SECRET

SETS = (b"\x40\1sequence", b"\x42\1picture")
MASTERING = b"\x89\x18" + bytes(range(1, 25))


def unregistered(text: bytes) -> bytes:
    """A message of an encoder: an identifier and a text."""
    return b"\5" + bytes([16 + len(text)]) + bytes(range(16, 32)) + text


def hevc(*units: bytes) -> bytes:
    """`hvcC` with one array for each unit."""
    arrays = b"".join(bytes([unit[0] >> 1 & 63]) + struct.pack(">HH", 1, len(unit)) + unit for unit in units)
    return bytes(range(1, 23)) + bytes([len(units)]) + arrays


def avc(profile: int, *units: bytes, extension: bytes = b"") -> bytes:
    """`avcC` with its units among the sequence sets."""
    return (
        bytes([1, profile, 0, 40, 0xFF, 0xE0 | len(units)])
        + b"".join(struct.pack(">H", len(unit)) + unit for unit in units)
        + b"\1\0\3\x68ab"
        + extension
    )


def hevc_messages(*messages: bytes) -> bytes:
    """A prefix unit."""
    return b"\x4e\1" + b"".join(messages) + b"\x80"


def test_sets_stay() -> None:
    """What a decoder needs is not touched."""
    content = hevc(*SETS)
    assert scrub_hevc(content) == Scrubbed(content, 0, 0)
    content = avc(66, b"\x67abc")
    assert scrub_avc(content) == Scrubbed(content, 0, 0)


def test_encoder_text_becomes_x() -> None:
    """Kind and length stay, so that the unit can still be read."""
    content = hevc(*SETS, hevc_messages(unregistered(b"encoder 4.3 options"), MASTERING))
    scrubbed = scrub_hevc(content)
    assert scrubbed.content == content.replace(unregistered(b"encoder 4.3 options")[2:], b"x" * 35)
    assert (scrubbed.encoder_bytes, scrubbed.hidden_bytes) == (35 - b"encoder 4.3 options".count(b"x"), 0)


def test_other_messages_become_empty_ones() -> None:
    """One that is not on the list turns into a text of x, since its kind and size could say something too."""
    content = hevc(hevc_messages(b"\4\3abc", b"A\0B\0", b"\xff\x41\1z"))
    scrubbed = scrub_hevc(content)
    assert scrubbed.content == hevc(hevc_messages(b"\5\3xxx", b"\5\0\5\0", b"\xff\5\1x"))
    assert (scrubbed.encoder_bytes, scrubbed.hidden_bytes) == (0, 8)


def test_listed_message_that_is_too_long_goes() -> None:
    """A light level has four bytes; more of them are something else."""
    scrubbed = scrub_hevc(hevc(hevc_messages(b"\x90\4\1\2\3\4", b"\x90\5abcde")))
    assert scrubbed.content == hevc(hevc_messages(b"\x90\4\1\2\3\4", b"\5\5xxxxx"))


def test_escapes_stay_where_they_are() -> None:
    """A three behind two zeros is no content; without the zeros it would become some."""
    message = b"\5\x12" + bytes(16) + b"ab"
    escaped = b"\5\x12" + b"\0\0\3" * 8 + b"ab"
    scrubbed = scrub_hevc(hevc(b"\x4e\1" + escaped + MASTERING + b"\x80"))
    assert len(message) < len(escaped)
    assert scrubbed.content == hevc(b"\x4e\1\5\x12" + b"\0\0\3" * 8 + b"xx" + MASTERING + b"\x80")


def test_escape_over_the_end_of_a_message_stays() -> None:
    """The zeros are the message's last bytes, and the escape is before the next one."""
    unit = b"\x4e\1\5\4ab\0\0\3" + b"\1\1c\x80"
    assert scrub_message_unit(unit).content == b"\x4e\1\5\4xx\0\0\3" + b"\5\1x\x80"


def test_message_that_claims_too_much_ends_with_the_unit() -> None:
    """No byte behind the unit is touched."""
    scrubbed = scrub_hevc(hevc(b"\x4e\1\5\xff\xff\xffabc\x80", *SETS))
    assert scrubbed.content == hevc(b"\x4e\1\5\xff\xff\xffaxx\x80", *SETS)


def test_other_units_become_x() -> None:
    """Only their head stays."""
    assert scrub_hevc(hevc(b"\x60\1" + SECRET)).content == hevc(b"\x60\1" + b"x" * len(SECRET))
    assert scrub_avc(avc(66, b"\x6c" + SECRET)).content == avc(66, b"\x6c" + b"x" * len(SECRET))


def test_avc_messages_lose_their_text() -> None:
    """Also among the extensions of high profiles."""
    unit = b"\6" + unregistered(SECRET) + b"\x80"
    empty = b"\6\5" + bytes([16 + len(SECRET)]) + b"x" * (16 + len(SECRET)) + b"\x80"
    assert scrub_avc(avc(66, unit)).content == avc(66, empty)
    ends = [b"\xfd\xf8\xf8\1" + struct.pack(">H", len(one)) + one for one in (unit, empty)]
    assert scrub_avc(avc(100, b"\x67a", extension=ends[0])).content == avc(100, b"\x67a", extension=ends[1])


def test_what_follows_becomes_zero() -> None:
    """Bytes behind the last unit belong to nothing."""
    for scrub, content in ((scrub_hevc, hevc(*SETS)), (scrub_avc, avc(66, b"\x67a"))):
        assert scrub(content + SECRET) == Scrubbed(content + bytes(len(SECRET)), 0, len(SECRET))


def test_av1_units() -> None:
    """The sequence and the light of HDR stay; private metadata and padding become x."""
    head, sequence, light = b"\x81\0\x0c\0", b"\x0a\3abc", b"\x2a\6\1\1\2\3\4\x80"
    content = head + sequence + light
    assert scrub_av1(content) == Scrubbed(content, 0, 0)
    assert scrub_av1(content + b"\x2a\4\4abc" + b"\x7a\2ab" + b"\x12\0").content == (
        content + b"\x2a\4xxxx" + b"\x7a\2xx" + b"\x12\0"
    )
    assert scrub_av1(content + b"\x2a\x07\1abcdef").content == content + b"\x2a\7xxxxxxx"
    assert scrub_av1(head + b"\x2c\x11ab").content == head + b"\x2c\x11xx"


@pytest.mark.parametrize("unit", [b"\x32\2ab", b"\x12\2ab", b"\x42\1a"])
def test_av1_units_without_a_place_there_are_refused(unit: bytes) -> None:
    """A coded frame in the configuration cannot be cleaned and is needed by nobody."""
    with pytest.raises(CleanError, match="unsupported-variant"):
        scrub_av1(b"\x81\0\x0c\0" + unit)


@pytest.mark.parametrize("length", [1, 4, 22, 30])
def test_cut_configuration_is_damaged(length: int) -> None:
    """A unit that is not all there."""
    with pytest.raises(CleanError, match="damaged"):
        scrub_hevc(hevc(*SETS)[:length])


def test_endless_av1_length_is_damaged() -> None:
    """A length has at most eight bytes."""
    with pytest.raises(CleanError, match="damaged"):
        scrub_av1(b"\x81\0\x0c\0\x2a" + b"\xff" * 9)


@given(st.lists(st.sampled_from([b"\0", b"\0\0\3", b"\3", b"\5", b"\x80", b"\xff", b"a", MASTERING]), max_size=30))
@settings(deadline=None)
def test_scrubbing_twice_changes_nothing(pieces: list[bytes]) -> None:
    """Whatever a unit holds: the second time nothing is left to do, and no length changes."""
    unit = b"\x4e\1" + b"".join(pieces)
    once = scrub_message_unit(unit).content
    assert len(once) == len(unit)
    assert scrub_message_unit(once) == Scrubbed(once, 0, 0)
