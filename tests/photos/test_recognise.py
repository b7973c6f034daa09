"""The format comes from the content; what is known but not cleaned has its name."""

import struct

import pytest

from safety.photos import clean_bytes
from safety.photos.errors import CleanError
from safety.photos.planner import PLANNERS
from safety.photos.recognise import Format, recognise
from safety.photos.source import BytesSource
from tests.photos import samples


def tiff(tag: int = 256, order: str = "<") -> bytes:
    """A TIFF with one tag."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(order + "IHHHII", 8, 1, tag, 3, 1, 0) + bytes(4)


FILES = {
    "jpeg": (samples.jpeg(), Format.JPEG),
    "png": (samples.png(), Format.PNG),
    "webp": (samples.webp(), Format.WEBP),
    "gif": (b"GIF89a" + bytes(9), Format.GIF),
    "jpeg xl in boxes": (b"\0\0\0\x0cJXL \r\n\x87\n", Format.JPEG_XL),
    "jpeg xl bare": (b"\xff\x0a\xff", Format.JPEG_XL),
    "tiff": (tiff(), Format.TIFF),
    "tiff big-endian": (tiff(order=">"), Format.TIFF),
    "tiff cut": (b"II*\0", Format.TIFF),
    "bigtiff": (b"II+\0\x08\0\0\0", Format.TIFF),
    "dng": (tiff(50706), Format.RAW),
    "nef": (tiff(330, ">"), Format.RAW),
    "cr2": (b"II*\0\x10\0\0\0CR\2\0" + bytes(20), Format.RAW),
    "cr3": (b"\0\0\0\x18ftypcrx " + bytes(20), Format.RAW),
    "raf": (b"FUJIFILMCCD-RAW 0201", Format.RAW),
    "rw2": (b"IIU\0\x18\0\0\0", Format.RAW),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Format.HEIC),
    "avif by a later brand": (b"\0\0\0\x18ftypMA1B\0\0\0\0mif1avif", Format.AVIF),
    "mp4": (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", Format.MP4),
    "still by its first exact brand": (b"\0\0\0\x18ftypmif1\0\0\0\0miafavif", Format.AVIF),
    "heif without an exact brand": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1miaf", Format.HEIF),
    "mov": (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Format.QUICKTIME),
    "m4v": (b"\0\0\0\x14ftypM4V \0\0\0\0isom", Format.M4V),
    "3gp": (b"\0\0\0\x14ftyp3gp5\0\0\0\0isom", Format.MOBILE),
    "3g2": (b"\0\0\0\x14ftyp3g2a\0\0\0\0isom", Format.MOBILE_2),
    "old quicktime": (b"\0\0\0\x08wide\0\0\0\x08mdat", Format.QUICKTIME),
    "a box that is not ftyp": (b"\0\0\0\x18mdatheic" + bytes(20), Format.QUICKTIME),
    "webm": (b"\x1aE\xdf\xa3" + bytes(20), Format.OTHER_VIDEO),
    "avi": (b"RIFF\0\0\0\0AVI LIST", Format.OTHER_VIDEO),
    "bmp": (b"BM" + bytes(12) + b"\x28\0\0\0", Format.BMP),
    "pdf": (b"%PDF-1.7\n", Format.PDF),
    "svg": (b'<?xml version="1.0"?>\n<!-- x --><svg xmlns="a">', Format.SVG),
    "svg bare": (b"\xef\xbb\xbf <svg>", Format.SVG),
    "docx": (b"PK\3\4" + bytes(26) + b"[Content_Types].xml", Format.OFFICE),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OFFICE),
}


@pytest.mark.parametrize("name", FILES)
def test_format_is_recognised(name: str) -> None:
    """By the first bytes, whatever the file is called."""
    content, format_ = FILES[name]
    assert recognise(BytesSource(content)) is format_


@pytest.mark.parametrize("name", [name for name, (_, format_) in FILES.items() if format_ not in PLANNERS])
def test_known_but_not_cleaned_is_said(name: str) -> None:
    """These formats are refused by name, so that the visitor gets advice."""
    content, format_ = FILES[name]
    outcome = clean_bytes(content)
    assert outcome.error_code == "unsupported-format"
    assert outcome.refusal is not None
    assert outcome.refusal.values == (("format", format_.value),)


@pytest.mark.parametrize(
    "content",
    [b"hello", b"\xff\xd8", b"RIFF\0\0\0\0WAVE", b"BM not a picture at all", b"PK\3\4zip", b"<html>", b"\0" * 50],
)
def test_anything_else_is_not_recognised(content: bytes) -> None:
    """Noise, text, sounds and archives are not photos."""
    with pytest.raises(CleanError) as caught:
        recognise(BytesSource(content))
    assert caught.value.code == "not-recognised"


def test_empty_has_its_own_code() -> None:
    """An empty upload is said to be empty."""
    assert clean_bytes(b"").error_code == "empty"
