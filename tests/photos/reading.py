"""Second readers for the tests: frames and look by Pillow, and a search for secrets in every encoding."""

import io
import itertools
import re
import zlib
from pathlib import Path

import pillow_heif
import pillow_jxl  # noqa: F401 (importing it lets Pillow read JPEG XL)
from PIL import Image, ImageOps, ImageSequence

from safety.photos.recognise import VIDEOS, recognise
from safety.photos.source import BytesSource
from tests.photos.packets import streams_of

pillow_heif.register_heif_opener()

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
MARK = b"CANARY"
SPELLINGS = {
    "plain": MARK,
    "utf-16-le": MARK.decode().encode("utf-16-le"),
    "utf-16-be": MARK.decode().encode("utf-16-be"),
    "utf-32-le": MARK.decode().encode("utf-32-le"),
    "hexadecimal": MARK.hex().encode(),
    "backwards": MARK[::-1],
}


def secrets_in(content: bytes) -> list[str]:
    """The encodings in which a secret is found, also inside deflated parts."""
    texts = [("", content), *((" deflated", text) for text in inflated_parts(content))]
    return [name + kind for kind, text in texts for name, mark in SPELLINGS.items() if mark in text.upper() + text]


def inflated_parts(content: bytes) -> list[bytes]:
    """What can be inflated, starting at each place that looks like the head of a zlib stream."""
    found = []
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):
        try:
            found.append(zlib.decompressobj().decompress(content[match.start() :], 1 << 20))
        except zlib.error:
            continue
    return found


def opened(content: bytes) -> Image.Image:
    """The picture, as Pillow reads it. Raises: OSError and others, when it cannot."""
    try:
        return Image.open(io.BytesIO(_without_packed_boxes(content)))
    except RuntimeError as error:
        # The reader of JPEG XL has no error of its own.
        raise OSError from error


def _without_packed_boxes(content: bytes) -> bytes:
    """A JPEG XL file whose reader shows its pixels: with `jbrd` it would build a JPEG, with `brob` unpack it."""
    at = 0
    while content[4:8] == b"JXL " and at + 8 <= len(content) and content[at : at + 4] > b"\0\0\0\7":
        if content[at + 4 : at + 8] in (b"jbrd", b"brob"):
            content = content[: at + 4] + b"skip" + content[at + 8 :]
        at += int.from_bytes(content[at : at + 4], "big")
    return content


def frames_of(content: bytes) -> list[tuple[object, ...]]:
    """Mode, size, time and pixels of each frame, as they are stored; of a film its streams."""
    if recognise(BytesSource(content)) in VIDEOS:
        return streams_of(content)
    with opened(content) as image:
        # Further pictures are not frames of the first one, and go.
        if image.format in ("MPO", "HEIF"):
            return [(image.mode, image.size, None, image.tobytes())]
        if image.format == "TIFF":
            return _pages_of(content)
        return [
            (frame.mode, frame.size, frame.info.get("duration"), frame.tobytes())
            for frame in ImageSequence.Iterator(image)
        ]


def _pages_of(content: bytes) -> list[tuple[object, ...]]:
    """The pages of a TIFF, without small copies of the first one and without directories that have no picture."""
    pages = []
    for number in itertools.count():
        with opened(content) as image:
            try:
                image.seek(number)
            except EOFError:
                return pages
            except TypeError:
                # Pillow's word for a directory without width and length.
                continue
            is_small_copy = image.tag_v2.get(254, 0) & 1 or image.tag_v2.get(255) == 2
            if number == 0 or not is_small_copy:
                pages.append((image.mode, image.size, None, image.tobytes()))
    raise AssertionError


def shown(content: bytes) -> tuple[tuple[int, int], bytes]:
    """Size and pixels of the first frame as a viewer shows it, turned the right way up."""
    with opened(content) as image:
        upright = ImageOps.exif_transpose(image)
        return upright.size, upright.tobytes()


def orientation_of(content: bytes) -> int:
    """The orientation that Pillow reads."""
    with opened(content) as image:
        return int(image.getexif().get(0x0112, 1))


def profile_of(content: bytes) -> bytes:
    """The colour profile that Pillow reads; empty for none."""
    with opened(content) as image:
        return bytes(image.info.get("icc_profile") or b"")
