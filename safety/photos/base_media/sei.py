"""Messages inside the configuration of a coded picture or video, without the text that encoders leave there.

Lengths do not change: a message that is not on the list becomes one without meaning, with the letter x in
every byte. It does not look into parameter sets (whose extensions may hold anything) nor into the coded
picture itself.

Source: ISO/IEC 14496-15 sections 5.3.3 (avcC) and 8.3.3 (hvcC); ITU-T H.265 sections 7.3.1 and 7.3.5 and
annex D; ITU-T H.264 sections 7.3.1 and 7.3.2.3; AV1 codec ISO media file format binding, section 2.3 (av1C);
AV1 bitstream specification, sections 5.3 and 5.8.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from safety.photos.base_media.fields import Fields
from safety.photos.errors import CleanError, damaged

FILLING = 0x78
_ESCAPE = b"\0\0\x03"

# HEVC units 32 to 34 and AVC units 7, 8, 13 and 15 are parameter sets.
_HEVC_SETS, _HEVC_MESSAGES = (32, 33, 34), (39, 40)
_AVC_SETS, _AVC_MESSAGES = (7, 8, 13, 15), (6,)
# Profiles whose configuration ends with chroma format, bit depths and extensions.
_AVC_HIGH_PROFILES: Final = (100, 110, 122, 144, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135)
# Messages that change the look, with their greatest length: frame packing, display orientation, active sets,
# mastering display, light level, transfer characteristics, ambient light, alpha.
_KEPT_MESSAGES: Final = {45: 16, 47: 4, 129: 32, 137: 24, 144: 4, 147: 1, 148: 8, 165: 4}
_ENCODER_MESSAGE = 5

_SEQUENCE_UNIT, _DELIMITER_UNIT, _METADATA_UNIT, _PADDING_UNIT = 1, 2, 5, 15
# Light level and mastering display, each with its number before it and one byte of end marks behind it.
_KEPT_METADATA: Final = {1: 6, 2: 26}


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A configuration of the same length, and how many bytes changed: of encoders' messages, and of others."""

    content: bytes
    encoder_bytes: int
    hidden_bytes: int


@dataclass(frozen=True, slots=True)
class _Coding:
    """How the units of one codec are told apart."""

    head_bytes: int
    kind: Callable[[int], int]
    sets: tuple[int, ...]
    messages: tuple[int, ...]


_HEVC = _Coding(2, lambda first: first >> 1 & 63, _HEVC_SETS, _HEVC_MESSAGES)
_AVC = _Coding(1, lambda first: first & 31, _AVC_SETS, _AVC_MESSAGES)


def scrub_hevc(content: bytes) -> Scrubbed:
    """What `hvcC` becomes. Raises: CleanError damaged."""
    sheet, fields = _Sheet(content), Fields(content)
    fields.raw(22)
    for _ in range(fields.number(1)):
        fields.raw(1)
        for _ in range(fields.number(2)):
            _take_unit(sheet, fields, _HEVC)
    sheet.fill(range(fields.at, len(content)), 0)
    return sheet.finish()


def scrub_avc(content: bytes) -> Scrubbed:
    """What `avcC` becomes. Raises: CleanError damaged."""
    sheet, fields = _Sheet(content), Fields(content)
    head = fields.raw(5)
    for _ in range(fields.number(1) & 31):
        _take_unit(sheet, fields, _AVC)
    for _ in range(fields.number(1)):
        _take_unit(sheet, fields, _AVC)
    # Older writers leave the end of it out.
    if head[1] in _AVC_HIGH_PROFILES and len(fields.rest) >= 4:
        fields.raw(3)
        for _ in range(fields.number(1)):
            _take_unit(sheet, fields, _AVC)
    sheet.fill(range(fields.at, len(content)), 0)
    return sheet.finish()


def scrub_av1(content: bytes) -> Scrubbed:
    """What `av1C` becomes. Raises: CleanError damaged; unsupported-variant, with units that have no place there."""
    sheet, fields = _Sheet(content), Fields(content)
    fields.raw(4)
    while fields.rest:
        head = fields.number(1)
        fields.raw(head >> 2 & 1)
        length = _variable_number(fields) if head & 2 else len(fields.rest)
        start = fields.at
        unit, kind = fields.raw(length), head >> 3 & 15
        if kind == _METADATA_UNIT and length <= _KEPT_METADATA.get(unit[0] if unit else 0, 0):
            continue
        if kind in (_METADATA_UNIT, _PADDING_UNIT):
            sheet.fill(range(start, fields.at), FILLING)
        elif kind != _SEQUENCE_UNIT and (kind != _DELIMITER_UNIT or length):
            raise CleanError("unsupported-variant")
    return sheet.finish()


def scrub_message_unit(content: bytes) -> Scrubbed:
    """What one HEVC message unit of its own becomes; one of another kind becomes x in all but its head."""
    sheet = _Sheet(content)
    if content:
        _scrub_unit(sheet, 0, len(content), _HEVC)
    return sheet.finish()


def _variable_number(fields: Fields) -> int:
    number = 0
    for place in range(8):
        piece = fields.number(1)
        number |= (piece & 127) << (7 * place)
        if piece < 128:
            return number
    raise damaged("size")


class _Sheet:
    """The bytes of a configuration while some of them are overwritten."""

    def __init__(self, content: bytes) -> None:
        self.content = bytearray(content)
        self._encoder_bytes = 0
        self._hidden_bytes = 0

    def fill(self, places: Iterable[int], filling: int, *, is_encoder: bool = False) -> None:
        """Overwrite these bytes."""
        changed = 0
        for place in places:
            changed += self.content[place] != filling
            self.content[place] = filling
        if is_encoder:
            self._encoder_bytes += changed
        else:
            self._hidden_bytes += changed

    def finish(self) -> Scrubbed:
        return Scrubbed(bytes(self.content), self._encoder_bytes, self._hidden_bytes)


class _Message(NamedTuple):
    """One message: its kind, the last byte that tells it, and the bytes of its payload, all by their offsets."""

    kind: int
    kind_place: int
    payload: list[int]


def _take_unit(sheet: _Sheet, fields: Fields, coding: _Coding) -> None:
    length = fields.number(2)
    start = fields.at
    fields.raw(length)
    if length:
        _scrub_unit(sheet, start, start + length, coding)


def _scrub_unit(sheet: _Sheet, start: int, end: int, coding: _Coding) -> None:
    kind = coding.kind(sheet.content[start])
    if kind in coding.sets:
        return
    unit = bytes(sheet.content[start:end])
    places = [start + place for place in _places(unit) if place >= coding.head_bytes]
    # Two zeros before an escape must stay, or the escape would become a byte of the message.
    fixed = {start + place + back for place in _escapes(unit) for back in (0, 1)}
    if kind not in coding.messages:
        sheet.fill((place for place in places if place not in fixed), FILLING)
        return
    for message in _messages(sheet.content, places):
        if len(message.payload) <= _KEPT_MESSAGES.get(message.kind, -1):
            continue
        if message.kind % 255 != _ENCODER_MESSAGE and message.kind_place not in fixed:
            sheet.fill([message.kind_place], _ENCODER_MESSAGE)
        payload = (place for place in message.payload if place not in fixed)
        sheet.fill(payload, FILLING, is_encoder=message.kind == _ENCODER_MESSAGE)


def _messages(content: bytearray, places: list[int]) -> Iterator[_Message]:
    """The messages in a unit; one that claims too much ends with the unit."""
    count = len(places)
    while count and content[places[count - 1]] == 0:
        count -= 1
    # The last byte is the mark of the end, unless the unit is cut.
    if count and content[places[count - 1]] == 0x80:
        count -= 1
    at = 0
    while at < count:
        kind, at = _stretched_number(content, places, at, count)
        kind_place = places[at - 1]
        length, at = _stretched_number(content, places, at, count)
        yield _Message(kind, kind_place, places[at : min(at + length, count)])
        at += length


def _stretched_number(content: bytearray, places: list[int], at: int, count: int) -> tuple[int, int]:
    """A number written as many times 255 and a rest, and where it ends."""
    number = 0
    while at < count:
        piece = content[places[at]]
        number += piece
        at += 1
        if piece < 255:
            break
    return number, at


def _escapes(unit: bytes) -> Iterator[int]:
    """Offsets of the escapes: two zeros and a three, which keeps start codes away and is no content."""
    at = unit.find(_ESCAPE)
    while at >= 0:
        yield at
        at = unit.find(_ESCAPE, at + len(_ESCAPE))


def _places(unit: bytes) -> list[int]:
    """Offsets of the bytes that are content."""
    skipped = {place + 2 for place in _escapes(unit)}
    return [place for place in range(len(unit)) if place not in skipped]
