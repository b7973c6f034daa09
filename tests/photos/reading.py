"""Second readers for the tests: frames and look by Pillow, and a search for secrets in every encoding."""

import io
import re
import zlib
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence

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


def frames_of(content: bytes) -> list[tuple[object, ...]]:
    """Mode, size, time and pixels of each frame, as they are stored."""
    with Image.open(io.BytesIO(content)) as image:
        if image.format == "MPO":
            return [(image.mode, image.size, None, image.tobytes())]
        return [
            (frame.mode, frame.size, frame.info.get("duration"), frame.tobytes())
            for frame in ImageSequence.Iterator(image)
        ]


def shown(content: bytes) -> tuple[tuple[int, int], bytes]:
    """Size and pixels of the first frame as a viewer shows it, turned the right way up."""
    with Image.open(io.BytesIO(content)) as image:
        upright = ImageOps.exif_transpose(image)
        return upright.size, upright.tobytes()


def orientation_of(content: bytes) -> int:
    """The orientation that Pillow reads."""
    with Image.open(io.BytesIO(content)) as image:
        return int(image.getexif().get(0x0112, 1))


def profile_of(content: bytes) -> bytes:
    """The colour profile that Pillow reads; empty for none."""
    with Image.open(io.BytesIO(content)) as image:
        return bytes(image.info.get("icc_profile") or b"")
