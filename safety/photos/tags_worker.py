"""The work of `tags` in a process of its own: ExifRead over one EXIF block, its answer as JSON.

ExifRead follows whatever the block says, so it may take minutes or all memory; it runs guarded and nowhere else.
"""

import io
import json
import logging
from collections.abc import Sequence
from itertools import islice

import exifread

from safety.photos.findings import printable
from safety.photos.limits import MAX_TAG_ROWS

_RAW_CHARACTERS = 2_000


def work(content: bytes, arguments: Sequence[str]) -> bytes:
    """Rows of group, name and value of each tag, in the order in which ExifRead found them."""
    logging.disable(logging.CRITICAL)
    tags = exifread.process_file(io.BytesIO(content), extract_thumbnail=False)
    rows = (_row(name, value) for name, value in tags.items())
    return json.dumps(list(islice((row for row in rows if row[2]), MAX_TAG_ROWS))).encode("ascii")


def _row(name: str, value: object) -> tuple[str, str, str]:
    # ExifRead puts the directory before the name: "Image Make", "EXIF ExposureTime", "MakerNote Tag 0x0001".
    group, _, short = name.partition(" ")
    return printable(group), printable(short), printable(str(value)[:_RAW_CHARACTERS])
