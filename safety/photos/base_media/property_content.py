"""What becomes of the content of a property that a kept item has: the same length, and only what shows the picture.

A property that is not on the list has no place in a clean file. Coordinates and colours are not checked.

Source: design document metadata.md, sections 9.2 and 3.2; ISO/IEC 23008-12 section 6.5 (item properties);
ISO/IEC 14496-12 sections 12.1.4 and 12.1.5 (clap, pasp, colr), 12.1.6 to 12.1.8 (mdcv, clli, amve);
AV1 image file format, section 2.3 (a1op, lsel, a1lx).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from safety.photos.base_media.sei import Scrubbed, scrub_av1, scrub_avc, scrub_hevc, scrub_message_unit
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_CONFIGURATION_BYTES, REPORT_MAX_BYTES
from safety.photos.metadata.icc_inplace import profile_in_place

# From 23008-12 and its HEVC, AVC and AV1 relatives.
ALPHA_TYPES: Final = frozenset(
    (
        b"urn:mpeg:hevc:2015:auxid:1",
        b"urn:mpeg:avc:2015:auxid:1",
        b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
    )
)
PROFILE_KINDS: Final = (b"prof", b"rICC")
# Their messages are read byte by byte.
CONFIGURATION_KINDS: Final = (b"hvcC", b"avcC", b"av1C")
_FULL_BOX_BYTES = 4
_MESSAGE_UNITS, _SUBTYPE_MAX_BYTES = (39, 40), 64


@dataclass(frozen=True, slots=True)
class Cleaned:
    """New content of the old length, and how many bytes of what changed; `content` is None when it has to go."""

    content: bytes | None
    hidden_bytes: int = 0
    encoder_bytes: int = 0


def clean_property(kind: bytes, content: bytes) -> Cleaned:
    """The content without what shows nothing. Raises: CleanError damaged, when it is too short."""
    clean = _CLEANERS.get(kind)
    return clean(content) if clean else Cleaned(None)


def auxiliary_type(content: bytes) -> bytes:
    """The name in an `auxC` property that says what an auxiliary picture is for."""
    return content[_FULL_BOX_BYTES:].partition(b"\0")[0]


def _trimmed(content: bytes, used: bytes) -> Cleaned:
    """The used part, and zeros up to the old length."""
    if len(used) > len(content):
        raise damaged("size")
    rest = content[len(used) :]
    changed = sum(old != new for old, new in zip(content, used, strict=False)) + len(rest) - rest.count(0)
    return Cleaned(used + bytes(len(rest)), changed)


def _first(content: bytes, length: int) -> bytes:
    if len(content) < length:
        raise damaged("size")
    return content[:length]


def _check_version(content: bytes) -> None:
    if _first(content, _FULL_BOX_BYTES)[0] != 0:
        raise CleanError("unsupported-variant")


def _plain(length: int) -> Callable[[bytes], Cleaned]:
    """A property of so many bytes."""
    return lambda content: _trimmed(content, _first(content, length))


def _masked(mask: int) -> Callable[[bytes], Cleaned]:
    """One byte, of which these bits count."""
    return lambda content: _trimmed(content, bytes([_first(content, 1)[0] & mask]))


def _full(length: int) -> Callable[[bytes], Cleaned]:
    """A full box of version 0 without flags, and so many bytes."""

    def clean(content: bytes) -> Cleaned:
        _check_version(content)
        return _trimmed(content, bytes(_FULL_BOX_BYTES) + _first(content[_FULL_BOX_BYTES:], length))

    return clean


def _depths(content: bytes) -> Cleaned:
    """Bits of each channel; without the flag, and so without the names of channels that come with it."""
    _check_version(content)
    count = _first(content, _FULL_BOX_BYTES + 1)[_FULL_BOX_BYTES]
    used = _first(content, _FULL_BOX_BYTES + 1 + count)
    return _trimmed(content, bytes(_FULL_BOX_BYTES) + used[_FULL_BOX_BYTES:])


def _layer_sizes(content: bytes) -> Cleaned:
    is_large = _first(content, 1)[0] & 1
    used = _first(content, 13 if is_large else 7)
    return _trimmed(content, bytes([is_large]) + used[1:])


def _colour(content: bytes) -> Cleaned:
    kind = _first(content, 4)
    if kind == b"nclx":
        used = _first(content, 11)
        return _trimmed(content, used[:10] + bytes([used[10] & 0x80]))
    if kind in PROFILE_KINDS and len(content) <= REPORT_MAX_BYTES:
        rebuilt = profile_in_place(content[4:])
        return Cleaned(None if rebuilt is None else kind + rebuilt)
    return Cleaned(None)


def _alpha(content: bytes) -> Cleaned:
    """The type and, for HEVC, a message that says how alpha is meant; other auxiliary pictures have no place."""
    _check_version(content)
    name = auxiliary_type(content)
    if name not in ALPHA_TYPES:
        return Cleaned(None)
    used = bytes(_FULL_BOX_BYTES) + name + b"\0"
    return _trimmed(content, used + _alpha_message(content[len(used) :]))


def _alpha_message(subtype: bytes) -> bytes:
    """The message unit, with a length of four bytes before it or without; empty for anything else."""
    head = subtype[:4] if int.from_bytes(subtype[:4], "big") == len(subtype) - 4 else b""
    unit = subtype[len(head) :]
    is_message = len(unit) > 2 and unit[0] >> 1 & 63 in _MESSAGE_UNITS
    return head + scrub_message_unit(unit).content if is_message and len(subtype) <= _SUBTYPE_MAX_BYTES else b""


def _configuration(scrub: Callable[[bytes], Scrubbed]) -> Callable[[bytes], Cleaned]:
    """How a coded picture has to be read."""

    def clean(content: bytes) -> Cleaned:
        # Their messages are read byte by byte.
        if len(content) > MAX_CONFIGURATION_BYTES:
            raise CleanError("too-many-parts")
        scrubbed = scrub(content)
        return Cleaned(scrubbed.content, scrubbed.hidden_bytes, scrubbed.encoder_bytes)

    return clean


_CLEANERS: Final[dict[bytes, Callable[[bytes], Cleaned]]] = {
    b"ispe": _full(8),
    b"pixi": _depths,
    b"pasp": _plain(8),
    b"colr": _colour,
    b"clli": _plain(4),
    b"mdcv": _plain(24),
    b"amve": _plain(8),
    b"irot": _masked(3),
    b"imir": _masked(1),
    b"clap": _plain(32),
    b"iscl": _full(8),
    b"auxC": _alpha,
    b"a1op": _plain(1),
    b"a1lx": _layer_sizes,
    b"lsel": _plain(2),
    b"hvcC": _configuration(scrub_hevc),
    b"avcC": _configuration(scrub_avc),
    b"av1C": _configuration(scrub_av1),
}
KNOWN_KINDS: Final = frozenset(_CLEANERS)
