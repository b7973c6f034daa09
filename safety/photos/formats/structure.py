"""Whether a JPEG table is exactly as long as it says, since anything can hide behind one that is longer.

libjpeg refuses the same segments, so no picture that could be seen is refused here.

Source: ITU-T T.81 sections B.2.2 to B.2.5 and B.3 (lengths of frame, scan, table and miscellaneous segments).
"""

from collections.abc import Callable
from typing import Final


def is_whole(marker: int, content: bytes) -> bool:
    """True when `content` (without marker and length) has the length its own numbers ask for."""
    check = _CHECKS.get(marker)
    return check is None or check(content)


def is_frame(marker: int) -> bool:
    """True for SOFn, the frame headers with width and height."""
    return 0xC0 <= marker <= 0xCF and marker not in (_DHT, _JPG, _DAC)


def is_picture_part(marker: int) -> bool:
    """True for what decoders need: frames, scans and tables."""
    return marker == _SOS or marker in _TABLES or is_frame(marker)


def frame_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels from a frame header."""
    return int.from_bytes(content[3:5], "big"), int.from_bytes(content[1:3], "big")


# JPEG-LS is another way of coding behind the same first bytes.
JPEG_LS: Final = (0xF7, 0xF8)
_DHT, _JPG, _DAC, _DQT, _DNL, _DRI, _DHP, _EXP, _SOS = 0xC4, 0xC8, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, 0xDA
_TABLES: Final = (_DHT, _DAC, _DQT, _DNL, _DRI, _DHP, _EXP)


def _frame(content: bytes) -> bool:
    return len(content) >= 6 and len(content) == 6 + 3 * content[5]


def _scan(content: bytes) -> bool:
    return len(content) >= 6 and len(content) == 4 + 2 * content[0]


def _huffman(content: bytes) -> bool:
    at = 0
    while at < len(content):
        counts = content[at + 1 : at + 17]
        if len(counts) < 16:
            return False
        at += 17 + sum(counts)
    return at == len(content)


def _quantisation(content: bytes) -> bool:
    at = 0
    while at < len(content):
        at += 129 if content[at] >> 4 else 65
    return at == len(content)


def _arithmetic(content: bytes) -> bool:
    return len(content) % 2 == 0


def _two(content: bytes) -> bool:
    return len(content) == 2


def _one(content: bytes) -> bool:
    return len(content) == 1


_CHECKS: Final[dict[int, Callable[[bytes], bool]]] = {
    **{marker: _frame for marker in (*range(0xC0, 0xD0), _DHP) if marker not in (_DHT, _JPG, _DAC)},
    _SOS: _scan,
    _DHT: _huffman,
    _DQT: _quantisation,
    _DAC: _arithmetic,
    _DRI: _two,
    _DNL: _two,
    _EXP: _one,
}
