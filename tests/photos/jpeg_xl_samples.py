"""JPEG XL files made by code, bare and in boxes."""

import functools
from collections.abc import Iterator

import pillow_jxl  # noqa: F401 (importing it lets Pillow write JPEG XL)

from tests.photos.samples import SECRET, box, exif, picture, saved, xmp

MARK = b"\0\0\0\x0cJXL \r\n\x87\n"
TYPE = box(b"ftyp", b"jxl \0\0\0\0jxl ")
LEVEL = box(b"jxll", b"\5")
LAST = 0x80000000


@functools.cache
def codestream() -> bytes:
    """The coded picture, without boxes."""
    return saved(picture(), "JXL", lossless=True, use_container=False)


def coded() -> bytes:
    """The coded picture in its box."""
    return box(b"jxlc", codestream())


def container(*boxes: bytes) -> bytes:
    """A file with its first two boxes and these."""
    return MARK + TYPE + b"".join(boxes)


def piece(number: int, content: bytes, *, is_last: bool = False) -> bytes:
    """A part of a codestream."""
    return box(b"jxlp", (number + LAST * is_last).to_bytes(4, "big") + content)


def exif_box(orientation: int = 1) -> bytes:
    """An EXIF block behind its offset."""
    return box(b"Exif", bytes(4) + exif(orientation))


def index(*frames: tuple[int, int, int], tail: bytes = b"", clock: bytes = b"\0\0\0\1\0\0\3\xe8") -> bytes:
    """A frame index: for each frame its step, its time and the frames up to the next one."""
    return box(b"jxli", varint(len(frames)) + clock + b"".join(varint(n) for frame in frames for n in frame) + tail)


def varint(number: int) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def full() -> bytes:
    """A file with a box of every kind. Behind the picture stands no secret: a size of zero would make it picture."""
    hidden = (box(kind, SECRET) for kind in (b"jumb", b"jbrd", b"brob", b"free", b"zzzz"))
    level = box(b"jxll", b"\5" + SECRET)
    return container(
        level, index((0, 1, 1)), exif_box(6), box(b"xml ", xmp()), *hidden, coded(), box(b"free", bytes(9))
    )


def size_fields(file: bytes) -> Iterator[tuple[int, int, str]]:
    """The size of each box."""
    at = 0
    while at < len(file):
        yield at, 4, "big"
        at += int.from_bytes(file[at : at + 4], "big")
