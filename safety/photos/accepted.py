"""Which files a page asks for: what the engine cleans today, in the words of browsers and of people.

A browser shows these files first. What a file really is, its content decides.

Source: IANA media types; HTML Living Standard, accept attribute; checked 2026-11-23.
"""

from collections.abc import Callable
from typing import Final

from safety.photos.planner import PLANNERS
from safety.photos.recognise import EXTENSIONS, VIDEOS, Format
from safety.photos.words import FORMATS

MEDIA_TYPES: Final = {
    Format.JPEG: "image/jpeg",
    Format.PNG: "image/png",
    Format.WEBP: "image/webp",
    Format.GIF: "image/gif",
    Format.TIFF: "image/tiff",
    Format.HEIC: "image/heic",
    Format.AVIF: "image/avif",
    Format.HEIF: "image/heif",
    Format.MP4: "video/mp4",
    Format.M4V: "video/x-m4v",
    Format.QUICKTIME: "video/quicktime",
    Format.MOBILE: "video/3gpp",
    Format.MOBILE_2: "video/3gpp2",
    Format.JPEG_XL: "image/jxl",
    Format.BMP: "image/bmp",
}
# Not every system knows the types of these; for them the ending of the name is asked for as well.
_BY_ENDING: Final = (Format.HEIC, Format.HEIF, Format.AVIF, Format.JPEG_XL)
# One name for people stands for several formats.
_SAME_NAME: Final = {Format.HEIF: Format.HEIC, Format.M4V: Format.MP4, Format.MOBILE_2: Format.MOBILE}
_NAMES: Final = {Format.MP4: "MP4", Format.QUICKTIME: "MOV", Format.MOBILE: "3GP"}


def accepted_types() -> list[str]:
    """The media types of the formats that are cleaned."""
    return [media_type for format_, media_type in MEDIA_TYPES.items() if format_ in PLANNERS]


def accept_attribute() -> str:
    """What a field for files asks a browser for."""
    endings = [f".{EXTENSIONS[format_]}" for format_ in _BY_ENDING if format_ in PLANNERS]
    return ",".join([*accepted_types(), *endings])


def format_names(translate: Callable[[str], str] = str) -> str:
    """The formats that are cleaned, as people know them: "JPEG, PNG, MP4"."""
    main = dict.fromkeys(_SAME_NAME.get(format_, format_) for format_ in MEDIA_TYPES if format_ in PLANNERS)
    return ", ".join(_NAMES.get(format_) or translate(FORMATS[format_.value]) for format_ in main)


def is_video(format_: Format | None) -> bool:
    """Whether people would call it a video."""
    return format_ in VIDEOS
