"""Names of files: neutral ones for clean copies, and what a name that somebody keeps tells.

Source: design document metadata.md, section 1.
"""

import re
from typing import Final

from safety.photos.recognise import EXTENSIONS, VIDEOS, Format

# Not compiled here: most copies get a neutral name, and nobody asks what the old one told.
_DATE: Final = r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)"
# The visitor's words for the maker of a name, by how such names begin.
_MAKERS: Final = (
    ("app", r"(?i)^(whatsapp|signal|telegram|snapchat|fb_img|instagram|viber|wechat|line_)"),
    ("app", r"(?a)-WA\d{4}"),
    ("screenshot", r"(?i)^(screenshot|screen shot|bildschirmfoto|captura|capture)"),
    ("camera", r"(?i)^(pxl|img|dsc|dscn|dscf|dji|gopr|gx|p|mvimg|vid)[_-]?\d{3,}"),
)


def neutral_name(number: int, format_: Format) -> str:
    """ "photo-1.jpg" or "video-1.mp4": says nothing, and has the ending of what the file is."""
    return f"{'video' if format_ in VIDEOS else 'photo'}-{number}.{EXTENSIONS[format_]}"


def told_by_name(name: str) -> tuple[tuple[str, str], ...]:
    """What a file's name tells: pairs of a key of `words.NAMES` and a date or an empty text."""
    told: list[tuple[str, str]] = []
    date = re.search(_DATE, name)
    if date:
        told.append(("date", "-".join(date.groups())))
    for kind, pattern in _MAKERS:
        if re.search(pattern, name):
            told.append((kind, ""))
            break
    return tuple(told)
