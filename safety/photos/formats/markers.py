"""A walk over the segments of a JPEG, one at a time, from SOI to EOI.

It finds the ends of things and nothing more; `jpeg` decides about them.

Source: design document metadata.md, section 4; ITU-T T.81 annex B (markers, segments, entropy-coded data).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_JPEG_SEGMENTS
from safety.photos.source import Source, search, trim_end

GAP, TEM, SOI, EOI, SOS = 0x00, 0x01, 0xD8, 0xD9, 0xDA
_WITHOUT_LENGTH = (TEM, SOI, EOI)

# The pattern begins with a literal byte, so that the search runs at memory speed (section 14).
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


class Segment(NamedTuple):
    """One stretch of the file. Offsets are in bytes from its start.

    `start` is the marker's first byte, `content` what follows the length, `end` the first byte after.
    For SOS `content_end` is the end of its header and `end` that of its scan; else they are the same.
    A GAP is bytes that belong to no segment. `is_cut` says that the file, or the part walked over, ends inside it.
    """

    marker: int
    start: int
    content: int
    content_end: int
    end: int
    is_cut: bool = False

    @property
    def size(self) -> int:
        """Bytes from marker to end."""
        return self.end - self.start

    def read(self, source: Source) -> bytes:
        """What the segment holds, without marker and length."""
        return source.read(self.content, self.content_end - self.content)


def walk(source: Source, start: int = 0, most: int = MAX_JPEG_SEGMENTS, end: int | None = None) -> Iterator[Segment]:
    """At most `most` segments after the SOI at `start`, up to and with EOI or `end`, or the end of the file.

    Raises: CleanError damaged, for a length below two; too-many-parts.
    """
    at = start + 2
    end = source.size if end is None else end
    for _ in range(most):
        found = search(source, _MARKER, at, end, 2)
        gap_end = end if found is None else found
        if gap_end > at:
            yield Segment(GAP, at, at, gap_end, gap_end)
        if found is None:
            return
        segment = _segment_at(source, found, end)
        yield segment
        if segment.marker == EOI or segment.is_cut:
            return
        at = segment.end
    raise CleanError("too-many-parts")


def _segment_at(source: Source, start: int, limit: int) -> Segment:
    marker = source.read(start + 1, 1)[0]
    if marker in _WITHOUT_LENGTH:
        return Segment(marker, start, start + 2, start + 2, start + 2)
    content = start + 4
    if content > limit:
        return Segment(marker, start, limit, limit, limit, is_cut=True)
    length = int.from_bytes(source.read(start + 2, 2), "big")
    if length < 2:
        raise damaged("size")
    end = start + 2 + length
    if end > limit:
        return Segment(marker, start, content, limit, limit, is_cut=True)
    return Segment(marker, start, content, end, scan_end(source, end, limit) if marker == SOS else end)


def scan_end(source: Source, start: int, limit: int) -> int:
    """Where the coded data from `start` ends; fill bytes before the next marker are not part of it."""
    found = search(source, _MARKER, start, limit, 2)
    return limit if found is None else trim_end(source, start, found, b"\xff")
