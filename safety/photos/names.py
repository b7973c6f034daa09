"""Names of files: neutral ones for clean copies, and what a name that somebody keeps tells.

Source: design document metadata.md, section 1.
"""

import re
from typing import Final

from safety.photos.recognise import EXTENSIONS, VIDEOS, Format

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
# The visitor's words for the maker of a name, by how such names begin.
_MAKERS: Final = (
    (
        "app",
        re.compile(r"^(whatsapp|signal|telegram|snapchat|fb_img|instagram|viber|wechat|line_)", re.IGNORECASE),
    ),
    ("app", re.compile(r"-WA\d{4}", re.ASCII)),
    ("screenshot", re.compile(r"^(screenshot|screen shot|bildschirmfoto|captura|capture)", re.IGNORECASE)),
    ("camera", re.compile(r"^(pxl|img|dsc|dscn|dscf|dji|gopr|gx|p|mvimg|vid)[_-]?\d{3,}", re.IGNORECASE)),
)


def neutral_name(number: int, format_: Format) -> str:
    """ "photo-1.jpg" or "video-1.mp4": says nothing, and has the ending of what the file is."""
    return f"{'video' if format_ in VIDEOS else 'photo'}-{number}.{EXTENSIONS[format_]}"


def told_by_name(name: str) -> tuple[tuple[str, str], ...]:
    """What a file's name tells: pairs of a key of `words.NAMES` and a date or an empty text."""
    told: list[tuple[str, str]] = []
    date = _DATE.search(name)
    if date:
        told.append(("date", "-".join(date.groups())))
    for kind, pattern in _MAKERS:
        if pattern.search(name):
            told.append((kind, ""))
            break
    return tuple(told)
