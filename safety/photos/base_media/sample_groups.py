"""Groups of samples and parts of samples that a player may need to start or seek; other groups go.

Source: ISO/IEC 14496-12 sections 8.9 (sbgp, sgpd), 8.7.7 (subs) and 10 (kinds of groups); ISO/IEC 14496-15
section 8.4.8 (tscl).
"""

from typing import Final

from safety.photos.base_media.box_sizes import number
from safety.photos.base_media.boxes import Box
from safety.photos.source import Source

# Kinds of groups, and the bytes of each of their descriptions.
_DESCRIPTION_BYTES: Final = {b"roll": 2, b"prol": 2, b"rap ": 1, b"sync": 1, b"tele": 1, b"tscl": 20}
_SUBSAMPLES_MAX = 65_536


def group_kind(head: bytes) -> bytes:
    """The kind of group that an `sbgp` or `sgpd` is about."""
    return head[4:8]


def description_bytes(head: bytes) -> int | None:
    """Bytes of content that an `sgpd` uses; None for one that goes."""
    length = _DESCRIPTION_BYTES.get(group_kind(head))
    if head[:1] != b"\1" or length is None or number(head, 8) != length:
        return None
    return 16 + length * number(head, 12)


def membership_bytes(head: bytes) -> int:
    """Bytes of content that an `sbgp` uses."""
    start = 12 if head[:1] > b"\0" else 8
    return start + 4 + 8 * number(head, start)


def subsamples_bytes(source: Source, box: Box) -> int | None:
    """Bytes of content that a `subs` uses; None for one that is too long or broken."""
    head = bytes(source.window(box.content, min(8, box.content_bytes)))
    part_bytes = 10 if head[:1] > b"\0" else 8
    at, left = 8, _SUBSAMPLES_MAX
    for _ in range(min(number(head, 4), _SUBSAMPLES_MAX + 1)):
        parts = number(bytes(source.window(box.content + at + 4, 2)), 0, 2)
        at += 6 + parts * part_bytes
        left -= 1
        if left < 0 or at > box.content_bytes:
            return None
    return at if at <= box.content_bytes else None
