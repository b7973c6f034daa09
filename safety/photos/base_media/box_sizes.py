"""How many bytes of a box its own numbers account for; what is behind them is read by nobody.

It knows the boxes of movies that are kept whole. It does not judge the numbers themselves.

Source: ISO/IEC 14496-12 sections 8.3 to 8.16; QuickTime File Format (tapt, load, gmin, stps,
text).
"""

from collections.abc import Callable
from typing import Final

# No size depends on more of the content than this.
HEAD_BYTES = 64

_Size = Callable[[bytes], int]


def used_bytes(kind: bytes, head: bytes) -> int | None:
    """Bytes of content that a box uses, by its first `HEAD_BYTES`; None for a box that is not in the list."""
    size = _SIZES.get(kind)
    return size(head) if size else None


def number(head: bytes, offset: int, length: int = 4) -> int:
    """An unsigned number, high byte first; bytes that are not there count as zero."""
    return int.from_bytes(head[offset : offset + length].ljust(length, b"\0"), "big")


def _fixed(size: int) -> _Size:
    return lambda head: size


def _by_version(*sizes: int) -> _Size:
    return lambda head: sizes[1 if head[:1] > b"\0" else 0]


def _table(count_at: int, *entry_sizes: int) -> _Size:
    """A count and that many entries; the second size is that of later versions."""
    return lambda head: count_at + 4 + number(head, count_at) * entry_sizes[-1 if head[:1] > b"\0" else 0]


def _sample_sizes(head: bytes) -> int:
    return 12 if number(head, 4) else 12 + 4 * number(head, 8)


def _compact_sizes(head: bytes) -> int:
    return 12 + (number(head, 8) * head[7] + 7) // 8


def _padding_bits(head: bytes) -> int:
    return 8 + (number(head, 4) + 1) // 2


def _segment_index(head: bytes) -> int:
    start = 28 if head[:1] > b"\0" else 20
    return start + 4 + number(head, start + 2, 2) * 12


def _random_access(head: bytes) -> int:
    # Three lengths of two bits each, one less than they mean.
    lengths = head[11]
    numbers = 3 + (lengths >> 4 & 3) + (lengths >> 2 & 3) + (lengths & 3)
    return 16 + number(head, 12) * ((16 if head[:1] > b"\0" else 8) + numbers)


def _fragment_header(head: bytes) -> int:
    flags = number(head, 1, 3)
    return 8 + (8 if flags & 1 else 0) + 4 * (flags & 0x3A).bit_count()


def _run(head: bytes) -> int:
    flags = number(head, 1, 3)
    return 8 + 4 * (flags & 5).bit_count() + number(head, 4) * 4 * (flags & 0xF00).bit_count()


_SIZES: Final[dict[bytes, _Size]] = {
    **dict.fromkeys((b"clef", b"prof", b"enof", b"vmhd"), _fixed(12)),
    **dict.fromkeys((b"smhd", b"mfhd", b"mfro"), _fixed(8)),
    **dict.fromkeys((b"nmhd", b"sthd"), _fixed(4)),
    **dict.fromkeys((b"load", b"gmin"), _fixed(16)),
    b"trex": _fixed(24),
    b"text": _fixed(36),
    **dict.fromkeys((b"mehd", b"tfdt"), _by_version(8, 12)),
    b"cslg": _by_version(24, 44),
    b"elst": _table(4, 12, 20),
    **dict.fromkeys((b"stts", b"ctts", b"stsh", b"co64"), _table(4, 8)),
    **dict.fromkeys((b"stss", b"stps", b"stco"), _table(4, 4)),
    b"stsc": _table(4, 12),
    b"stsz": _sample_sizes,
    b"stz2": _compact_sizes,
    b"padb": _padding_bits,
    b"sidx": _segment_index,
    b"tfra": _random_access,
    b"tfhd": _fragment_header,
    b"trun": _run,
}
