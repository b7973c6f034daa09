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
_WINDOW_BYTES = 64 * 1024
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
    window_start, window, run_start = 0, source.window(0, _WINDOW_BYTES), 0
    at = SIGNATURE_BYTES
    for _ in range(MAX_PNG_CHUNKS):
        if at + 8 > window_start + len(window) and at + 8 <= source.size:
            # Headers are read through a window: one read each would take seconds for a million chunks.
            window_start, window = at, source.window(at, _WINDOW_BYTES)
        chunk = _chunk_at(source.size, at, window, window_start)
        if chunk.kind == b"IDAT" and not chunk.is_cut:
            run_start, at = run_start or at, chunk.end
            continue
        if run_start:
            yield Chunk(b"IDAT", run_start, at - run_start - _AROUND_BYTES, at, False)
            run_start = 0
        if at < source.size:
            yield chunk
        if chunk.is_cut or chunk.kind == b"IEND":
            return
        at = chunk.end
    raise CleanError("too-many-parts")


def _chunk_at(size: int, at: int, window: bytes | memoryview, window_start: int) -> Chunk:
    if at + 8 > size:
        return Chunk(b"", at, 0, size, True)
    length, kind = _HEAD.unpack_from(window, at - window_start)
    if length > _LARGEST or not (kind.isalpha() and kind.isascii()):
        raise damaged("size")
    end = at + _AROUND_BYTES + length
    return Chunk(kind, at, length, min(end, size), end > size)


def ends_later(source: Source, chunk: Chunk) -> bool:
    """True when a cut chunk has the file's last chunk inside it: then its length is a lie, not a cut."""
    return search(source, _END_PATTERN, chunk.start + 8, source.size, len(END_CHUNK)) is not None
