"""Every tag of a photo's EXIF, as ExifRead names them: a table for who wants to see it all.

On demand only, never while a file is cleaned: 266 bytes can hold ExifRead for half a minute. So it runs in a
guarded process and gets nothing but the EXIF block, and whatever goes wrong there gives an empty table. The
findings come from our own readers and never from here.

ExifRead itself says "nothing" for no EXIF, no image and a broken file alike, and so does this.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from safety.photos.findings import printable
from safety.photos.guarded import run_guarded
from safety.photos.limits import MAX_TAG_ROWS, MEBIBYTE

SECONDS: Final = 2
_WORKER: Final = "safety.photos.tags_worker"
_MEMORY_BYTES: Final = 512 * MEBIBYTE
_BLOCK_MAX_BYTES: Final = 4 * MEBIBYTE
_ANSWER_MAX_BYTES: Final = 2 * MEBIBYTE
# The header of a TIFF structure behind what JPEG, HEIF and JPEG XL, PNG, or WebP put before an EXIF block.
_HEADER: Final = re.compile(rb"(?:Exif\0\0|eXIf|EXIF[\0-\xff]{4})(II\*\0|MM\0\*)")
_TIFF_MARKS: Final = (b"II*\0", b"MM\0*")


@dataclass(frozen=True, slots=True)
class Tag:
    """One row of the table; all three are text for people, and `value` has at most 200 characters."""

    group: str
    name: str
    value: str


def tag_table(content: bytes) -> tuple[Tag, ...]:
    """The tags of a JPEG, TIFF, PNG, WebP, HEIF or JPEG XL file; empty when there are none, or on any failure."""
    block = exif_block_of(content)
    if not block:
        return ()
    try:
        answer = run_guarded(_WORKER, block, SECONDS, _MEMORY_BYTES, _ANSWER_MAX_BYTES)
        return tuple(_tag(row) for row in json.loads(answer)[:MAX_TAG_ROWS]) if answer else ()
    except (RuntimeError, ValueError, TypeError):
        return ()


def exif_block_of(content: bytes) -> bytes:
    """The first EXIF block of the file and what follows it, up to 4 MiB; empty when there is none.

    The container is not parsed: offsets in EXIF count from the block's header, and what follows the block does
    no harm in a table.
    """
    if content[:4] in _TIFF_MARKS:
        return content[:_BLOCK_MAX_BYTES]
    match = _HEADER.search(content)
    return content[match.start(1) : match.start(1) + _BLOCK_MAX_BYTES] if match else b""


def _tag(row: Any) -> Tag:
    """Raises: ValueError or TypeError, when it is not a row of three texts."""
    group, name, value = row
    return Tag(printable(group), printable(name), printable(value))
