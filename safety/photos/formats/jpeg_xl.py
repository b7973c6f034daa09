"""The plan for a JPEG XL picture: boxes from an allow-list, everything else left out.

It does not decode: what stands inside the codestream stays, such as a colour profile, names of extra channels and
bytes behind the last frame. A bare codestream is therefore kept as it is. Which way up the picture is stands in
the codestream too, so nothing of EXIF is kept. Without `jbrd` the pixels are the same, but the JPEG that a picture
may have been made from cannot be built again.

Source: design document metadata.md, section 11; ISO/IEC 18181-2 section 9 (container boxes).
"""

from collections.abc import Iterator

from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.errors import CleanError, damaged
from safety.photos.formats.frame_index import is_sound_index
from safety.photos.formats.jpeg_xl_report import BoxReport
from safety.photos.limits import MAX_FRAME_INDEX_BYTES
from safety.photos.plan import Draft
from safety.photos.source import Source

_CODESTREAM_MARK = b"\xff\x0a"
# The zeros are the version that all files have; in version 1 pieces may stand in any order.
_BRAND = b"jxl \0\0\0\0"
_TYPE_BOX = b"\0\0\0\x14ftyp" + _BRAND + b"jxl "
_LEVEL_HEAD = b"\0\0\0\x09jxll"
_LEVELS = (b"\5", b"\x0a")
_NUMBER_BYTES, _IS_LAST = 4, 0x80000000


def plan_jpeg_xl(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError damaged, unsupported-variant or too-many-parts."""
    if source.read(0, 2) == _CODESTREAM_MARK:
        draft.keep(0, source.size)
    else:
        _ContainerPlanner(source, draft).run()


class _ContainerPlanner:
    """Takes box after box; they are written when all are seen, since an index can stand before its codestream."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._report = BoxReport(source, draft)
        self._kept: list[Box] = []
        self._end = 0
        self._pieces = 0
        self._codestream_bytes = 0
        self._is_complete = False

    def run(self) -> None:
        """Read all boxes and write the plan."""
        for number, box in enumerate(self._boxes()):
            self._take(number, box)
            self._end = box.end
        if not self._codestream_bytes:
            raise damaged("no-picture")
        for box in self._kept:
            self._write(box)
        if self._end < self._source.size:
            self._draft.find("leftover-data", "after the picture", self._end, self._source.size - self._end)
        if not self._is_complete:
            self._draft.find("damaged-end", "end", self._end, 0)

    def _boxes(self) -> Iterator[Box]:
        """The boxes of the file; behind a complete picture up to where something is no box."""
        boxes = BoxReader(self._source).top_level()
        while True:
            try:
                box = next(boxes, None)
            except CleanError as error:
                if error.code != "damaged" or not self._is_complete:
                    raise
                return
            if box is None:
                return
            yield box

    def _take(self, number: int, box: Box) -> None:
        # The first box is what the format was recognised by.
        if (number == 1) != (box.kind == b"ftyp"):
            raise damaged("order")
        if number == 0 or self._is_used(box):
            self._kept.append(box)
        else:
            self._report.dropped(box)

    def _is_used(self, box: Box) -> bool:
        """True for a box that stays, in whole or in part."""
        if box.kind == b"ftyp":
            self._check_brand(box)
        elif box.kind == b"jxlc":
            self._take_codestream(box)
        elif box.kind == b"jxlp":
            self._take_piece(box)
        elif box.kind == b"jxll":
            return not self._codestream_bytes and self._is_first(box) and self._level(box) in _LEVELS
        else:
            return box.kind == b"jxli" and self._is_first(box)
        return True

    def _is_first(self, box: Box) -> bool:
        return all(kept.kind != box.kind for kept in self._kept)

    def _check_brand(self, box: Box) -> None:
        if bytes(self._source.window(box.content, len(_BRAND))) != _BRAND:
            raise CleanError("unsupported-variant", format="jpeg-xl")

    def _level(self, box: Box) -> bytes:
        return self._source.read(box.content, 1) if box.content_bytes else b""

    def _take_codestream(self, box: Box) -> None:
        if self._codestream_bytes:
            # Two pictures: nobody can say which one is shown.
            raise damaged("order")
        self._check_mark(box, 0)
        self._codestream_bytes = box.content_bytes
        self._is_complete = True

    def _take_piece(self, box: Box) -> None:
        if box.content_bytes < _NUMBER_BYTES:
            raise damaged("size")
        number = int.from_bytes(self._source.read(box.content, _NUMBER_BYTES), "big")
        if self._is_complete or number % _IS_LAST != self._pieces:
            raise damaged("order")
        if not self._pieces:
            self._check_mark(box, _NUMBER_BYTES)
        self._pieces += 1
        self._codestream_bytes += box.content_bytes - _NUMBER_BYTES
        self._is_complete = number >= _IS_LAST

    def _check_mark(self, box: Box, skip: int) -> None:
        start = self._source.window(box.content + skip, min(len(_CODESTREAM_MARK), box.content_bytes - skip))
        if bytes(start) != _CODESTREAM_MARK:
            raise damaged("no-picture")

    def _write(self, box: Box) -> None:
        if box.kind == b"ftyp":
            self._write_short(box, _TYPE_BOX)
        elif box.kind == b"jxll":
            self._write_short(box, _LEVEL_HEAD + self._level(box))
        elif box.kind == b"jxli" and not self._is_sound(box):
            self._report.hidden(box, box.size)
        else:
            self._draft.keep(box.start, box.size)

    def _write_short(self, box: Box, literal: bytes) -> None:
        """Write a box of which every byte is known; whatever else stood in it goes."""
        if self._draft.rewrite(literal, box.start) or box.size > len(literal):
            self._report.hidden(box, max(box.size - len(literal), 1))

    def _is_sound(self, box: Box) -> bool:
        """True when an index of frames points into the codestream and holds nothing else."""
        if box.content_bytes > MAX_FRAME_INDEX_BYTES:
            return False
        return is_sound_index(self._source.read(box.content, box.content_bytes), self._codestream_bytes)
