"""What becomes of the boxes that tell a decoder how to read a track: the same length, and only what it needs.

A box that is not on the list has no place in a sample description. Coded parameter sets are not looked into.

Source: design document metadata.md, section 10 (stsd); ISO/IEC 14496-14 section 6.7.2 and 14496-1 section
7.2.6 (esds); ETSI TS 102 366 annex F (dac3, dec3); 3GPP TS 26.244 section 6 (damr, d263); Opus in ISOBMFF
section 4.3.2; FLAC in ISOBMFF section 3.3.2; VP codec ISO media file format binding; ISO/IEC 14496-15
section 9.5 (lhvC); QuickTime File Format, sample description extensions.
"""

from collections.abc import Callable
from typing import Final

from safety.photos.base_media.box_sizes import number
from safety.photos.base_media.fields import Fields
from safety.photos.base_media.property_content import ALPHA_TYPES, Cleaned, clean_property
from safety.photos.base_media.sei import scrub_message_unit
from safety.photos.errors import CleanError, damaged

_SHARED: Final = frozenset((b"hvcC", b"avcC", b"av1C", b"pasp", b"colr", b"clap", b"clli", b"mdcv", b"amve"))
_FULL_BOX_BYTES, _VENDOR_BYTES = 4, 4
_HEVC_MESSAGES, _LAYERED_HEAD_BYTES = (39, 40), 5
_STREAM_INFORMATION, _PADDING_BLOCK, _BLOCK_HEAD_BYTES = 0, 1, 4
_STREAM, _DECODER, _SPECIFIC, _SYNCHRONISATION = 3, 4, 5, 6
_DECODER_BYTES, _SYNCHRONISATION_BYTES = 13, 16


def clean_configuration(kind: bytes, content: bytes) -> Cleaned:
    """New content of the same length; of a box that has no place there it is None. Raises: CleanError."""
    if kind == b"colr" and content[:4] == b"nclc":
        return _first(content, 10)
    if kind in _SHARED:
        return clean_property(kind, content)
    clean = _CLEANERS.get(kind)
    return clean(content) if clean else Cleaned(None)


def _first(content: bytes, length: int) -> Cleaned:
    """The first bytes, and zeros behind them. Raises: CleanError damaged."""
    if length > len(content):
        raise damaged("size")
    rest = content[length:]
    return Cleaned(content[:length] + bytes(len(rest)), len(rest) - rest.count(0))


def _plain(length: int) -> Callable[[bytes], Cleaned]:
    return lambda content: _first(content, length)


def _whole(content: bytes) -> Cleaned:
    return Cleaned(content)


def _without_vendor(length: int) -> Callable[[bytes], Cleaned]:
    """The name of the maker of the encoder comes first and goes."""

    def clean(content: bytes) -> Cleaned:
        used = _first(content, length)
        vendor = content[:_VENDOR_BYTES]
        anonymous = bytes(len(vendor)) + (used.content or b"")[_VENDOR_BYTES:]
        return Cleaned(anonymous, used.hidden_bytes, len(vendor) - vendor.count(0))

    return clean


def _h263(content: bytes) -> Cleaned:
    has_rates = content[7:15] == b"\0\0\0\x10bitr"
    return _without_vendor(23 if has_rates else 7)(content)


def _lossless(content: bytes) -> Cleaned:
    """Apple Lossless: 24 bytes, and the order of the channels where there is one."""
    has_layout = content[28:36] == b"\0\0\0\x18chan"
    return _first(content, 52 if has_layout else 28)


def _opus(content: bytes) -> Cleaned:
    if len(content) < 11:
        raise damaged("size")
    return _first(content, 13 + content[1] if content[10] else 11)


def _enhanced(content: bytes) -> Cleaned:
    """Enhanced AC-3: each substream, and two bytes that say whether there are objects."""
    fields = Fields(content)
    for _ in range((fields.number(2) & 7) + 1):
        substream = fields.number(3)
        fields.raw(1 if substream >> 1 & 15 else 0)
    return _first(content, fields.at + min(len(fields.rest), 2))


def _channels(content: bytes) -> Cleaned:
    return _first(content, 16 + 20 * number(content, 12))


def _alpha(content: bytes) -> Cleaned:
    """What an auxiliary track is for: only transparency has a place."""
    name = content[_FULL_BOX_BYTES:].partition(b"\0")[0]
    return _first(content, min(_FULL_BOX_BYTES + len(name) + 1, len(content))) if name in ALPHA_TYPES else Cleaned(None)


def _layered(content: bytes) -> Cleaned:
    """The second layer of an HEVC stream, as in stereo films."""
    fields, pieces = Fields(content), []
    pieces.append(fields.raw(_LAYERED_HEAD_BYTES))
    arrays = fields.number(1)
    pieces.append(bytes([arrays]))
    hidden = encoder = 0
    for _ in range(arrays):
        pieces.append(fields.raw(3))
        for _ in range(int.from_bytes(pieces[-1][1:], "big")):
            length = fields.raw(2)
            unit = fields.raw(int.from_bytes(length, "big"))
            if unit and unit[0] >> 1 & 63 in _HEVC_MESSAGES:
                scrubbed = scrub_message_unit(unit)
                unit, hidden, encoder = (
                    scrubbed.content,
                    hidden + scrubbed.hidden_bytes,
                    encoder + scrubbed.encoder_bytes,
                )
            pieces += [length, unit]
    rest = fields.rest
    return Cleaned(b"".join(pieces) + bytes(len(rest)), hidden + len(rest) - rest.count(0), encoder)


def _flac(content: bytes) -> Cleaned:
    """The stream information; comments and pictures become padding."""
    fields = Fields(content)
    pieces = [fields.raw(_FULL_BOX_BYTES)]
    hidden, is_last = 0, False
    while not is_last:
        head = fields.raw(_BLOCK_HEAD_BYTES)
        is_last = head[0] >= 0x80
        block = fields.raw(int.from_bytes(head[1:], "big"))
        if head[0] & 0x7F != _STREAM_INFORMATION:
            hidden += len(block) - block.count(0)
            head, block = bytes([head[0] & 0x80 | _PADDING_BLOCK]) + head[1:], bytes(len(block))
        pieces += [head, block]
    rest = fields.rest
    return Cleaned(b"".join(pieces) + bytes(len(rest)), hidden + len(rest) - rest.count(0))


def _elementary_stream(content: bytes) -> Cleaned:
    """Descriptors from the list; of others only tag and length stay, so that nothing moves."""
    cleaned = bytearray(len(content))
    cleaned[:_FULL_BOX_BYTES] = content[:_FULL_BOX_BYTES]
    _Descriptors(content, cleaned).clean(_FULL_BOX_BYTES, len(content), 0)
    changed = sum(old != new for old, new in zip(content, cleaned, strict=True))
    return Cleaned(bytes(cleaned), changed)


class _Descriptors:
    """Copies from the old bytes what stays."""

    def __init__(self, old: bytes, new: bytearray) -> None:
        self._old = old
        self._new = new

    def clean(self, start: int, end: int, parent: int) -> None:
        """Go through the descriptors from `start` to `end` that stand in one of the kind `parent`."""
        while start < end:
            content, length = self._length(start + 1, end)
            kind = self._old[start]
            if (kind, parent) not in _DESCRIPTORS:
                # Nothing follows behind the one descriptor of the box.
                if parent == 0 and start > _FULL_BOX_BYTES:
                    return
                if parent == 0:
                    raise CleanError("unsupported-variant")
                self._keep(start, content)
            else:
                self._keep(start, content)
                self._take(kind, content, min(content + length, end))
            start = content + length

    def _keep(self, start: int, end: int) -> None:
        self._new[start:end] = self._old[start:end]

    def _length(self, at: int, end: int) -> tuple[int, int]:
        """Where the content of a descriptor starts, and how long it says to be."""
        length = 0
        for _ in range(4):
            if at >= end:
                raise damaged("size")
            piece = self._old[at]
            length, at = length << 7 | piece & 127, at + 1
            if piece < 128:
                break
        return at, length

    def _take(self, kind: int, start: int, end: int) -> None:
        if kind == _SPECIFIC:
            self._keep(start, end)
        elif kind == _SYNCHRONISATION:
            is_custom = self._old[start:end][:1] == b"\0"
            self._keep(start, min(end, start + (_SYNCHRONISATION_BYTES if is_custom else 1)))
        else:
            head = _DECODER_BYTES if kind == _DECODER else self._stream_head(start, end)
            if start + head > end:
                raise damaged("size")
            self._keep(start, start + head)
            self.clean(start + head, end, kind)

    def _stream_head(self, start: int, end: int) -> int:
        if start + 3 > end:
            raise damaged("size")
        flags = self._old[start + 2]
        # A stream that is somewhere else on the network.
        if flags & 0x40:
            raise CleanError("unsupported-variant")
        return 3 + (2 if flags & 0x80 else 0) + (2 if flags & 0x20 else 0)


# Each descriptor with the one it stands in.
_DESCRIPTORS: Final = ((_STREAM, 0), (_DECODER, _STREAM), (_SYNCHRONISATION, _STREAM), (_SPECIFIC, _DECODER))

_CLEANERS: Final[dict[bytes, Callable[[bytes], Cleaned]]] = {
    b"hvcE": lambda content: clean_property(b"hvcC", content),
    b"lhvC": _layered,
    b"vvcC": _whole,
    b"vpcC": lambda content: _first(content, 12 if content[:1] > b"\0" else 10),
    **dict.fromkeys((b"dvcC", b"dvvC", b"dvwC"), _plain(24)),
    **dict.fromkeys((b"fiel", b"enda"), _plain(2)),
    **dict.fromkeys((b"gama", b"frma"), _plain(4)),
    b"btrt": _plain(12),
    **dict.fromkeys((b"ccst", b"srat", b"CoLL"), _plain(8)),
    b"SmDm": _plain(28),
    b"pcmC": _plain(6),
    b"auxi": _alpha,
    b"esds": _elementary_stream,
    b"dac3": _plain(3),
    b"dec3": _enhanced,
    b"dOps": _opus,
    b"dfLa": _flac,
    b"alac": _lossless,
    b"damr": _without_vendor(9),
    b"d263": _h263,
    b"chan": _channels,
}
