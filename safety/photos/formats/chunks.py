"""A walk over the chunks of a PNG, one at a time, up to IEND.

Checksums are not looked at: they are copied with their chunk.

Source: PNG specification (third edition) section 5.3 (chunk layout).
"""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_PNG_CHUNKS
from safety.photos.source import Source, search

SIGNATURE_BYTES = 8
END_CHUNK = b"\0\0\0\0IEND\xaeB`\x82"

_HEAD = struct.Struct(">I4s")
_AROUND_BYTES = 12
_LARGEST = 2**31 - 1
_END_PATTERN = re.compile(re.escape(END_CHUNK))


class Chunk(NamedTuple):
    """One chunk: its type, where it starts, the bytes it holds, and where it ends (checksum included).

    `is_cut` says that the file ends inside it; the type is empty when not even that is there.
    """

    kind: bytes
    start: int
    length: int
    end: int
    is_cut: bool

    def read(self, source: Source) -> bytes:
        """What the chunk holds. Raises: CleanError damaged, when it is cut."""
        return source.read(self.start + 8, self.length)


def walk_chunks(source: Source) -> Iterator[Chunk]:
    """The chunks up to and with IEND or the end of the file. A run of whole IDAT comes as one chunk.

    Raises: CleanError damaged, for a type that is not four letters or a length of 2 GiB and more;
    too-many-parts.
    """
    at, run_start = SIGNATURE_BYTES, 0
    for _ in range(MAX_PNG_CHUNKS):
        length, kind = _HEAD.unpack(source.read(at, 8)) if at + 8 <= source.size else (0, b"")
        end = at + _AROUND_BYTES + length
        # A picture has thousands of these: they are passed over quickly.
        if kind == b"IDAT" and end <= source.size and length <= _LARGEST:
            run_start, at = run_start or at, end
            continue
        if run_start:
            yield Chunk(b"IDAT", run_start, at - run_start - _AROUND_BYTES, at, False)
            run_start = 0
        chunk = _chunk(source.size, at, length, kind)
        if at < source.size:
            yield chunk
        if chunk.is_cut or chunk.kind == b"IEND":
            return
        at = chunk.end
    raise CleanError("too-many-parts")


def _chunk(size: int, at: int, length: int, kind: bytes) -> Chunk:
    if not kind:
        return Chunk(b"", at, 0, size, True)
    if length > _LARGEST or not (kind.isalpha() and kind.isascii()):
        raise damaged("size")
    end = at + _AROUND_BYTES + length
    return Chunk(kind, at, length, min(end, size), end > size)


def ends_later(source: Source, chunk: Chunk) -> bool:
    """True when a cut chunk has the file's last chunk inside it: then its length is a lie, not a cut."""
    return search(source, _END_PATTERN, chunk.start + 8, source.size, len(END_CHUNK)) is not None
