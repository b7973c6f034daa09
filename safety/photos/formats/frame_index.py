"""Whether the frame index of a JPEG XL animation holds an index and nothing else.

Its places are counted in the codestream, so they stay right when boxes around it go.

Source: ISO/IEC 18181-2 section 9 (frame index box, with the Varint of 18181-1).
"""

_VARINT_BYTES_MAX = 9
_CLOCK_BYTES = 8
_NUMBERS_PER_FRAME = 3


def is_sound_index(content: bytes, codestream_bytes: int) -> bool:
    """True when frames, times and places are whole, the places inside the codestream, and nothing follows."""
    count, at = _varint(content, 0)
    at += _CLOCK_BYTES
    place = 0
    # Each frame takes three bytes or more, so a wrong count ends soon.
    for _ in range(min(count, len(content))):
        step, at = _varint(content, at)
        for _ in range(_NUMBERS_PER_FRAME - 1):
            _, at = _varint(content, at)
        place += step
    return 0 < count <= len(content) and at == len(content) and place < codestream_bytes


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """The number at `at`, seven bits a byte, lowest first, and where it ends; behind everything when it is cut."""
    number = 0
    for position, byte in enumerate(content[at : at + _VARINT_BYTES_MAX]):
        number |= (byte & 0x7F) << (7 * position)
        if byte < 0x80:
            return number, at + position + 1
    return 0, len(content) + 1
