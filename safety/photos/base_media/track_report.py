"""What a track that is left out of a movie was for: where the camera moved, a clock, subtitles, chapters.

Source: design document metadata.md, sections 10 and 12; formats of GoPro (gpmd), Google (camm), Sony (rtmd),
Apple (mebx) and DJI (subtitles), as they are known in public.
"""

import re
from typing import Final

from safety.photos.base_media.box_tree import Node
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.media_ranges import MediaRanges
from safety.photos.base_media.subtitles import PLACE
from safety.photos.base_media.tracks import Track
from safety.photos.errors import CleanError
from safety.photos.findings import Finding, Place, make_finding
from safety.photos.metadata.text import read_text

_TELEMETRY: Final = frozenset((b"gpmd", b"camm", b"rtmd", b"gps ", b"djmd", b"dbgi", b"priv", b"CTMD"))
_TEXT_HANDLERS: Final = (b"text", b"sbtl", b"subt", b"subp", b"clcp")
_PICTURE_HANDLERS: Final = (b"vide", b"pict")
_WINDOW_BYTES = 4096
_LIVE_PHOTO = re.compile(rb"still-image-time|live-photo-info")


def report_track(track: Track, spans: MediaRanges, reader: BoxReader) -> Finding:
    """The finding for a track that goes, with the size of its samples."""
    described = _description(track.node, reader)
    place, size = Place(f"trak {_name(track.handler)}", track.node.box.start), track.node.box.size + spans.total_bytes
    first = spans.first()
    sample = b"" if first is None else bytes(reader.source.window(first[0], min(first[1] - first[0], _WINDOW_BYTES)))
    code, values = _meaning(track, described, sample)
    found = make_finding(code, place, size, **values)
    return found.showing("image/jpeg", (first[0], first[1] - first[0])) if first and _is_jpeg(code, sample) else found


def _meaning(track: Track, described: bytes, sample: bytes) -> tuple[str, dict[str, str]]:
    """Code and values for a track."""
    kind = described[4:8]
    if track.handler == b"tmcd":
        return "time", {}
    if track.handler in _PICTURE_HANDLERS:
        return "thumbnail", {}
    if track.handler == b"auxv":
        return "depth-layer", {}
    if kind in _TELEMETRY or PLACE.search(described) or PLACE.search(sample):
        return "location-track", {}
    if _LIVE_PHOTO.search(described):
        return "live-link", {}
    if track.handler in _TEXT_HANDLERS:
        return "caption", {"value": _first_text(sample)}
    return "vendor-data", {"fourcc": _name(kind or track.handler)}


def _description(node: Node, reader: BoxReader) -> bytes:
    """The first sample description, size and type included; empty when there is none."""
    stsd = node.find(b"mdia", b"minf", b"stbl", b"stsd")
    if stsd is None or stsd.box.content_bytes < 16:
        return b""
    try:
        return reader.source.read(stsd.box.content + 8, min(stsd.box.content_bytes - 8, _WINDOW_BYTES))
    except CleanError:
        return b""


def _first_text(sample: bytes) -> str:
    """Subtitles of QuickTime and 3GPP: a length of two bytes, and the text."""
    length = int.from_bytes(sample[:2], "big")
    return read_text(sample[2 : 2 + length]) if 0 < length <= len(sample) - 2 else ""


def _is_jpeg(code: str, sample: bytes) -> bool:
    return code == "thumbnail" and sample[:3] == b"\xff\xd8\xff"


def _name(kind: bytes) -> str:
    return kind.decode("latin-1").strip()
