"""The plan for a GIF, still or animated: blocks from an allow-list, everything else left out.

It does not decode: bytes hidden in a picture's sub-blocks behind the end of its LZW codes stay, and so do
reserved bits. A `;` that is missing is not added.

Source: design document metadata.md, section 7; GIF89a specification sections 17 to 27; Netscape Navigator 2.0
application extension (loop count).
"""

from typing import Final

from safety.photos.errors import damaged
from safety.photos.formats.gif_blocks import IMAGE, STRAY, TRAILER, Part, PartReader, split_blocks, table_bytes
from safety.photos.formats.gif_report import APPLICATION, CONTROL, NAME_BYTES, PLAIN_TEXT, PartReport
from safety.photos.plan import Draft
from safety.photos.source import Source

_SCREEN_BYTES = 13
_CONTROL_HEAD, _CONTROL_BYTES = b"\x21\xf9\x04", 8
_HAS_TRANSPARENCY = 0x01
_LOOP_NAMES: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_LOOP_KIND, _LOOP_BLOCK_BYTES, _LOOP_BYTES = 1, 3, 19
# A loop count stands in the first sub-blocks; nobody writes it further behind.
_LOOP_WINDOW_BYTES = 1024


def plan_gif(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError damaged or too-many-parts."""
    _GifPlanner(source, draft).run()


class _GifPlanner:
    """Takes part after part. Graphic control and loop count wait for the image they belong to."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._report = PartReport(source, draft)
        # In the order of the file, at most one of each label.
        self._waiting: list[Part] = []
        self._has_loop = False
        self._pictures = 0

    def run(self) -> None:
        """Read all parts and write the plan."""
        at = _SCREEN_BYTES + table_bytes(self._source.read(0, _SCREEN_BYTES)[10])
        self._draft.keep(0, at)
        is_ended = False
        for part in PartReader(self._source).walk(at):
            self._take(part)
            at, is_ended = part.end, part.mark == TRAILER
        self._finish(at, is_ended)

    def _take(self, part: Part) -> None:
        if part.mark == IMAGE:
            self._take_image(part)
        elif part.mark == TRAILER:
            self._write_rest()
            self._draft.keep(part.start, part.size)
        elif part.mark == STRAY:
            self._report.hidden("between blocks", part.start, part.size)
        elif part.is_cut:
            self._report.dropped(part)
        else:
            self._take_extension(part)

    def _take_image(self, part: Part) -> None:
        if part.is_cut and part.blocks + 1 >= part.end:
            # The file ends before its first byte of picture.
            self._report.hidden("image", part.start, part.size)
            return
        self._write_waiting()
        self._draft.keep(part.start, part.size)
        self._pictures += 1

    def _take_extension(self, part: Part) -> None:
        if part.label == CONTROL:
            if self._source.read(part.blocks, 1)[0] < _CONTROL_HEAD[2]:
                raise damaged("size")
            self._wait(part)
        elif part.label == APPLICATION and not self._has_loop and self._loop_count(part) is not None:
            self._wait(part)
        else:
            self._report.dropped(part)
            if part.label == PLAIN_TEXT:
                # Its graphic control was for the text, and must not reach the next image.
                self._waiting = [waiting for waiting in self._waiting if waiting.label != CONTROL]

    def _wait(self, part: Part) -> None:
        """Remember a part instead of an earlier one of its label, which decoders forget as well."""
        for waiting in self._waiting:
            if waiting.label == part.label:
                self._report.dropped(waiting)
        self._waiting = [*(waiting for waiting in self._waiting if waiting.label != part.label), part]

    def _write_waiting(self) -> None:
        for part in self._waiting:
            if part.label == CONTROL:
                self._write_control(part)
            else:
                self._write_loop(part)
        self._waiting = []

    def _write_control(self, part: Part) -> None:
        values = self._source.read(part.blocks + 1, 4)
        if values[0] & _HAS_TRANSPARENCY:
            self._draft.note_kept("transparency")
        self._write_trimmed(part, _CONTROL_HEAD + values + b"\0", _CONTROL_BYTES)

    def _write_loop(self, part: Part) -> None:
        name = self._source.read(part.blocks, 1 + NAME_BYTES)
        count = self._loop_count(part) or b""
        literal = b"\x21\xff" + name + bytes((_LOOP_BLOCK_BYTES, _LOOP_KIND)) + count + b"\0"
        self._write_trimmed(part, literal, _LOOP_BYTES)
        self._has_loop = True

    def _write_trimmed(self, part: Part, literal: bytes, length: int) -> None:
        """Keep a part that has the one length it may have; otherwise write what counts of it."""
        if part.size == length:
            self._draft.keep(part.start, length)
        else:
            self._draft.write(literal)
            self._report.hidden("extension", part.start, part.size - length)

    def _loop_count(self, part: Part) -> bytes | None:
        """The two bytes of a loop count, or None when the block is not a loop or has none."""
        raw = bytes(self._source.window(part.blocks, min(part.end - part.blocks, _LOOP_WINDOW_BYTES)))
        if raw[0] != NAME_BYTES or raw[1 : 1 + NAME_BYTES] not in _LOOP_NAMES:
            return None
        for block in split_blocks(raw[1 + NAME_BYTES :]):
            if len(block) >= _LOOP_BLOCK_BYTES and block[0] == _LOOP_KIND:
                return block[1:_LOOP_BLOCK_BYTES]
        return None

    def _write_rest(self) -> None:
        """Write what still waits when no image follows: a loop counts there too, a control does not."""
        for part in self._waiting:
            if part.label == CONTROL:
                self._report.dropped(part)
            else:
                self._write_loop(part)
        self._waiting = []

    def _finish(self, end: int, is_ended: bool) -> None:
        if not self._pictures:
            raise damaged("no-picture")
        self._write_rest()
        if self._has_loop or self._pictures > 1:
            self._draft.note_kept("animation")
        if end < self._source.size:
            self._draft.find("leftover-data", "after the picture", end, self._source.size - end)
        if not is_ended:
            self._draft.find("damaged-end", "end", end, 0)
