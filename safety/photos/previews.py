"""Small pictures inside a block of private bytes: EXIF thumbnails, camera previews, pictures in a signed history.

Only whole JPEGs are found, from SOI over a frame and a scan to EOI, since only they can be shown. It decodes
nothing.

Source: ITU-T T.81 annex B.
"""

from collections.abc import Iterator
from typing import Final

from safety.photos.errors import CleanError
from safety.photos.extents import NOWHERE, Extents
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.formats.markers import EOI, GAP, SOI, SOS, walk
from safety.photos.formats.structure import is_frame
from safety.photos.source import BytesSource

JPEG_MARK: Final = b"\xff\xd8\xff"
_CANDIDATES_MAX = 16
_SEGMENTS_MAX = 1_000


def find_pictures(block: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of the first whole JPEGs in a block; a picture inside another one is not counted."""
    at = block.find(JPEG_MARK)
    for _ in range(_CANDIDATES_MAX):
        if at < 0:
            return
        end = picture_end(block, at)
        if end is not None:
            yield at, end
        at = block.find(JPEG_MARK, at + 1 if end is None else end)


def picture_end(block: bytes, start: int) -> int | None:
    """Where the JPEG at `start` ends, None when it is not a whole one."""
    has_frame = has_scan = False
    try:
        for segment in walk(BytesSource(block), start, _SEGMENTS_MAX):
            if segment.marker in (GAP, SOI):
                return None
            if segment.marker == EOI:
                return segment.end if has_scan else None
            has_frame = has_frame or is_frame(segment.marker)
            has_scan = has_scan or (has_frame and segment.marker == SOS)
    except CleanError:
        return None
    return None


def report_pictures(
    block: bytes, part: str, offset: int, extents: Extents = NOWHERE, told: tuple[int, ...] = ()
) -> list[Finding]:
    """A finding for each picture in a block, but for those that start where one is told already."""
    return [
        thumbnail(Place(part, offset), end - start, extents.part(start, end - start))
        for start, end in find_pictures(block)
        if start not in told
    ]


def thumbnail(place: Place, size: int, extents: Extents) -> Finding:
    """A finding for a small JPEG, which a page can show where it is in the file as it is."""
    found = make_finding("thumbnail", Place(place.part, extents.offset_or(place.offset)), size)
    return found.showing("image/jpeg", *extents.ranges) if extents.ranges else found
