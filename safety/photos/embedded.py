"""The picture or video that a finding is about, taken out of the file so that a page can show it.

Its kind is read from its first bytes; nothing is decoded. It is as hostile as the rest of the file: whoever
shows it lets a decoder loose on it, or sends it to a browser as an image and as nothing else.
"""

from collections.abc import Callable
from typing import Final

from safety.photos.errors import CleanError
from safety.photos.findings import Finding
from safety.photos.source import Source

_MARKS: Final[dict[str, Callable[[bytes], bool]]] = {
    "image/jpeg": lambda start: start[:3] == b"\xff\xd8\xff",
    "image/png": lambda start: start[:8] == b"\x89PNG\r\n\x1a\n",
    "image/webp": lambda start: start[:4] == b"RIFF" and start[8:12] == b"WEBP",
    "video/mp4": lambda start: start[4:8] == b"ftyp",
}


def embedded_bytes(finding: Finding, source: Source, max_bytes: int) -> bytes | None:
    """What the finding carries; None when it carries nothing, too much, or not what it says it is."""
    carried = finding.embedded
    if carried is None or sum(length for _, length in carried.ranges) > max_bytes:
        return None
    is_right = _MARKS.get(carried.media_type)
    try:
        content = b"".join(source.read(offset, length) for offset, length in carried.ranges)
    except CleanError:
        return None
    return content if is_right and is_right(content[:12]) else None
