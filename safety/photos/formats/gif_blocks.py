"""The parts of a GIF behind its first colour table: images, extensions, and where each of them ends.

It does not decode a picture: of its data only the lengths of the sub-blocks are read.

Source: GIF89a specification sections 15 (data sub-blocks), 20 to 27 (image, extensions, trailer).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_GIF_BLOCKS, MAX_GIF_PARTS
from safety.photos.source import Source, search

STRAY, EXTENSION, IMAGE, TRAILER = 0x00, 0x21, 0x2C, 0x3B

_HAS_TABLE, _TABLE_SIZE = 0x80, 0x07
_DESCRIPTOR_BYTES = 10
_WINDOW_BYTES = 64 * 1024
_NOT_ZERO = re.compile(rb"[^\0]")


class Part(NamedTuple):
    """One part: its first byte, for an extension its label, where it starts, where its sub-blocks begin and its end.

    `is_cut` says that the file ends inside it; `blocks` can then lie behind that end.
    """

    mark: int
    label: int
    start: int
    blocks: int
    end: int
    is_cut: bool

    @property
    def size(self) -> int:
        """Bytes of the part that are in the file."""
        return self.end - self.start


def table_bytes(flags: int) -> int:
    """Size of the colour table that the flags of a screen or an image announce; 0 for none."""
    return 3 << ((flags & _TABLE_SIZE) + 1) if flags & _HAS_TABLE else 0


def split_blocks(raw: bytes) -> Iterator[bytes]:
    """The contents of the sub-blocks in `raw`, up to the empty one; the last may be cut."""
    at = 0
    while at < len(raw) and raw[at]:
        yield raw[at + 1 : at + 1 + raw[at]]
        at += 1 + raw[at]


class PartReader:
    """Walks the parts of one file through one window, so that small sub-blocks cost no read each."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._window = b""
        self._window_start = 0
        self._blocks_left = MAX_GIF_BLOCKS

    def walk(self, at: int) -> Iterator[Part]:
        """The parts from `at` up to and with the trailer or the end of the file.

        Raises: CleanError damaged, where a part begins with an unknown byte; too-many-parts.
        """
        for _ in range(MAX_GIF_PARTS):
            if at >= self._source.size:
                return
            part = self._part(at)
            yield part
            if part.mark == TRAILER:
                return
            at = part.end
        raise CleanError("too-many-parts")

    def _part(self, at: int) -> Part:
        head = self._head(at)
        mark = head[0]
        if mark == IMAGE:
            table = table_bytes(head[9]) if len(head) == _DESCRIPTOR_BYTES else 0
            # The byte before the data says how long its first codes are.
            return self._with_blocks(IMAGE, 0, at, at + _DESCRIPTOR_BYTES + table + 1)
        if mark == EXTENSION:
            return self._with_blocks(EXTENSION, head[1] if len(head) > 1 else 0, at, at + 2)
        if mark == TRAILER:
            return Part(TRAILER, 0, at, at + 1, at + 1, False)
        if mark == STRAY:
            end = search(self._source, _NOT_ZERO, at, self._source.size, 1) or self._source.size
            return Part(STRAY, 0, at, end, end, False)
        # Browsers end the picture here and other readers skip the byte: nobody can say what is shown.
        raise damaged("order")

    def _head(self, at: int) -> bytes:
        self._move_window(at, _DESCRIPTOR_BYTES)
        position = at - self._window_start
        return self._window[position : position + _DESCRIPTOR_BYTES]

    def _move_window(self, at: int, length: int) -> None:
        """Make `length` bytes from `at` readable in the window, as far as they are in the file."""
        if not self._window_start <= at <= self._window_start + len(self._window) - length:
            self._window_start, self._window = at, bytes(self._source.window(at, _WINDOW_BYTES))

    def _with_blocks(self, mark: int, label: int, start: int, blocks: int) -> Part:
        end = self._blocks_end(blocks)
        if end is None:
            return Part(mark, label, start, blocks, self._source.size, True)
        return Part(mark, label, start, blocks, end, False)

    def _blocks_end(self, at: int) -> int | None:
        """Where the sub-blocks end that begin at `at`, the empty one included; None when the file ends first."""
        while at < self._source.size:
            self._move_window(at, 1)
            window, limit = self._window, len(self._window)
            position, length, count = at - self._window_start, -1, 0
            while position < limit and length:
                length = window[position]
                position += length + 1
                count += 1
            self._count(count)
            at = self._window_start + position
            if not length:
                return at
        return None

    def _count(self, blocks: int) -> None:
        self._blocks_left -= blocks
        if self._blocks_left < 0:
            raise CleanError("too-many-parts")
