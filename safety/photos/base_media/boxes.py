"""The boxes of an ISO base media file: type, place and size, one level at a time.

It does not know what a box means; that is for `heif` and `movie`.

Source: ISO/IEC 14496-12 section 4.2 (object structure).
"""

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_BOX_DEPTH, MAX_BOXES, MAX_FILE_BYTES
from safety.photos.source import Source

_HEAD = Struct(">I4s")
_HEAD_BYTES, _LARGE_HEAD_BYTES, _UUID_BYTES = _HEAD.size, 16, 16


class Box(NamedTuple):
    """One box: its type (four bytes), where its header starts, where its content starts and where it ends."""

    kind: bytes
    start: int
    content: int
    end: int
    depth: int
    user_type: bytes = b""

    @property
    def size(self) -> int:
        """Bytes with the header."""
        return self.end - self.start

    @property
    def head_bytes(self) -> int:
        """Bytes of the header."""
        return self.content - self.start

    @property
    def content_bytes(self) -> int:
        """Bytes without the header."""
        return self.end - self.content

    @property
    def name(self) -> str:
        """The type as text for a finding."""
        return self.kind.decode("latin-1")


class BoxReader:
    """Walks the boxes of one file; all walks share one budget, so time is bounded."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._left = MAX_BOXES

    def top_level(self) -> Iterator[Box]:
        """The boxes of the file; bytes at its end that are too few for a header are not given."""
        return self.walk(0, self.source.size, 0)

    def children(self, box: Box, skip: int = 0) -> Iterator[Box]:
        """The boxes inside a box, behind `skip` bytes of its content. Raises: CleanError."""
        return self.walk(box.content + skip, box.end, box.depth + 1)

    def walk(self, start: int, end: int, depth: int) -> Iterator[Box]:
        """The boxes from `start` to `end`. Raises: CleanError damaged, too-many-parts or too-deep."""
        if depth > MAX_BOX_DEPTH:
            raise CleanError("too-deep")
        while end - start >= _HEAD_BYTES:
            self._left -= 1
            if self._left < 0:
                raise CleanError("too-many-parts")
            box = self._box(start, end, depth)
            yield box
            start = box.end

    def _box(self, start: int, end: int, depth: int) -> Box:
        head = self.source.read(start, _HEAD_BYTES)
        size, kind = _HEAD.unpack(head)
        content = start + _HEAD_BYTES
        if size == 1:
            size = int.from_bytes(self.source.read(start + _HEAD_BYTES, 8), "big")
            content = start + _LARGE_HEAD_BYTES
        elif size == 0:
            # To the end of the file, which only the last box of the file may say.
            if depth:
                raise damaged("size")
            size = end - start
        user_type = b""
        if kind == b"uuid":
            user_type = self.source.read(content, _UUID_BYTES)
            content += _UUID_BYTES
        if size > MAX_FILE_BYTES or start + size > end or content > start + size:
            raise damaged("size")
        return Box(kind, start, content, start + size, depth, user_type)


def free_head(size: int) -> bytes:
    """The header of an empty box of `size` bytes; at least eight. Sizes above 32 bits take 16 bytes."""
    if size < 2**32:
        return size.to_bytes(4, "big") + b"free"
    return b"\0\0\0\x01free" + size.to_bytes(8, "big")
