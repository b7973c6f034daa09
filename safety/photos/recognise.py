"""Which format a file is, by its content and never by its name.

It looks at the first bytes only; whether the rest makes sense is for the format's planner.

Source: design document metadata.md, section 2.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final, Literal

from safety.photos.errors import CleanError
from safety.photos.source import Source

HEAD_BYTES = 1024

Order = Literal["little", "big"]


class Format(StrEnum):
    """The formats that have a name here; the value is their key in `words`."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    TIFF = "tiff"
    HEIC = "heic"
    AVIF = "avif"
    HEIF = "heif"
    MP4 = "mp4"
    M4V = "m4v"
    QUICKTIME = "quicktime"
    MOBILE = "3gp"
    MOBILE_2 = "3g2"
    JPEG_XL = "jpeg-xl"
    BMP = "bmp"
    OTHER_VIDEO = "other-video"
    RAW = "raw"
    PDF = "pdf"
    SVG = "svg"
    OFFICE = "office"


EXTENSIONS: Final = {
    Format.JPEG: "jpg",
    Format.PNG: "png",
    Format.WEBP: "webp",
    Format.GIF: "gif",
    Format.TIFF: "tif",
    Format.HEIC: "heic",
    Format.AVIF: "avif",
    Format.HEIF: "heif",
    Format.MP4: "mp4",
    Format.M4V: "m4v",
    Format.QUICKTIME: "mov",
    Format.MOBILE: "3gp",
    Format.MOBILE_2: "3g2",
    Format.JPEG_XL: "jxl",
    Format.BMP: "bmp",
}
VIDEOS: Final = frozenset({Format.MP4, Format.M4V, Format.QUICKTIME, Format.MOBILE, Format.MOBILE_2})

_MARKS = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"GIF87a", Format.GIF),
    (b"GIF89a", Format.GIF),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Format.JPEG_XL),
    (b"\xff\x0a", Format.JPEG_XL),
    (b"IIU\0", Format.RAW),
    (b"IIRO", Format.RAW),
    (b"IIRS", Format.RAW),
    (b"MMOR", Format.RAW),
    (b"FUJIFILMCCD-RAW", Format.RAW),
    (b"FOVb", Format.RAW),
    (b"\x1aE\xdf\xa3", Format.OTHER_VIDEO),
    (b"%PDF-", Format.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OFFICE),
)
_TIFF_MARKS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_MOVIE_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
# What a brand says the file is; of the compatible brands the first that is listed here counts.
_BRANDS: Final = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), Format.HEIC),
    **dict.fromkeys((b"avif", b"avis"), Format.AVIF),
    **dict.fromkeys((b"mif1", b"mif2", b"msf1", b"miaf"), Format.HEIF),
    b"qt  ": Format.QUICKTIME,
    **dict.fromkeys((b"M4V ", b"M4VH", b"M4VP"), Format.M4V),
}
_STILLS: Final = (Format.HEIC, Format.AVIF, Format.HEIF)
_BMP_HEADER_SIZES = (12, 16, 40, 52, 56, 64, 108, 124)
# DNGVersion, SubIFDs and CFAPattern stand only in camera raw files.
_RAW_TAGS = (50706, 330, 33421)
_SVG_ELEMENT = re.compile(rb"<(?:svg|svg:svg)[\s>]")


def recognise(source: Source) -> Format:
    """The format of a file. Raises: CleanError empty or not-recognised."""
    if source.size == 0:
        raise CleanError("empty")
    head = bytes(source.window(0, HEAD_BYTES))
    for mark, format_ in _MARKS:
        if head.startswith(mark):
            return format_
    for look in _LOOKS:
        found = look(head, source)
        if found is not None:
            return found
    raise CleanError("not-recognised")


def _riff(head: bytes, source: Source) -> Format | None:
    if head[:4] != b"RIFF":
        return None
    return {b"WEBP": Format.WEBP, b"AVI ": Format.OTHER_VIDEO}.get(head[8:12])


def _tiff(head: bytes, source: Source) -> Format | None:
    if not head.startswith(_TIFF_MARKS):
        return None
    is_raw = head[8:10] == b"CR" or any(tag in _RAW_TAGS for tag in _first_tags(head, source))
    return Format.RAW if is_raw else Format.TIFF


def _first_tags(head: bytes, source: Source) -> list[int]:
    """Tag numbers of the first directory, as far as they are in the file."""
    order = _byte_order(head)
    offset = int.from_bytes(head[4:8], order)
    count = int.from_bytes(source.window(offset, 2), order)
    entries = bytes(source.window(offset + 2, 12 * count))
    return [int.from_bytes(entries[at : at + 2], order) for at in range(0, len(entries), 12)]


def _byte_order(head: bytes) -> Order:
    return "little" if head[:2] == b"II" else "big"


def _boxes(head: bytes, source: Source) -> Format | None:
    if head[4:8] not in _MOVIE_BOXES:
        return None
    if head[4:8] != b"ftyp":
        return Format.QUICKTIME
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(_first_size(head), 128), 4))]
    return Format.RAW if brands[0] == b"crx " else _by_brands(brands)


def _by_brands(brands: list[bytes]) -> Format:
    """The format by the major brand, else by the first compatible brand of a still picture."""
    major = _BRANDS.get(brands[0]) or _mobile(brands[0])
    stills = [found for brand in brands[1:] if (found := _BRANDS.get(brand)) in _STILLS]
    if major is None or major is Format.HEIF:
        exact = [found for found in stills if found is not Format.HEIF]
        return next(iter([*exact, *stills]), major or Format.MP4)
    return major


def _mobile(brand: bytes) -> Format | None:
    return {b"3gp": Format.MOBILE, b"3g2": Format.MOBILE_2, b"3gr": Format.MOBILE, b"3gs": Format.MOBILE}.get(brand[:3])


def _first_size(head: bytes) -> int:
    return int.from_bytes(head[:4], "big")


def _bmp(head: bytes, source: Source) -> Format | None:
    # Two letters are too little to go by: the size of the second header is checked as well.
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return Format.BMP
    return None


def _text(head: bytes, source: Source) -> Format | None:
    is_markup = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
    return Format.SVG if is_markup and _SVG_ELEMENT.search(head) else None


def _office(head: bytes, source: Source) -> Format | None:
    names = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis")
    return Format.OFFICE if head[:4] == b"PK\x03\x04" and any(name in head for name in names) else None


_LOOKS: tuple[Callable[[bytes, Source], Format | None], ...] = (_riff, _tiff, _boxes, _bmp, _text, _office)
