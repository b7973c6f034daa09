"""Files that are built to make the readers of private parts work long. They are cleaned all the same."""

import struct

from tests.photos import samples
from tests.photos import trailer_samples as trailers

MEBIBYTE = 1024 * 1024


def _described(packet: bytes) -> bytes:
    return samples.after_header(samples.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet))


def _overlapping() -> bytes:
    """A trailer whose directory names the same eight mebibytes sixty-four times."""
    scan = b"\xff\xc0\0\x0b\x08\0\1\0\1\1\1\x11\0\xff\xda\0\x08\1\1\0\0\x3f\0"
    whole = trailers.samsung((1, b"", b"\xff\xd8" + scan + bytes(8 * MEBIBYTE) + b"\xff\xd9"))
    at = whole.index(b"SEFH")
    directory = b"SEFH" + struct.pack("<II", 101, 64) + whole[at + 12 : at + 24] * 64
    return samples.jpeg() + whole[:at] + directory + struct.pack("<I", len(directory)) + b"SEFT"


HOSTILE = {
    "png: endless colons": _described(b":a" * (8 * MEBIBYTE - 1_000)),
    "png: endless people in XMP": _described(b"<mwg-rs:Name>" * MEBIBYTE),
    "png: endless people in a history": samples.after_header(
        samples.chunk(b"caBX", (b"c2pa{" + b'"Person"' * 64) * 30_000)
    ),
    "png: endless address": samples.after_header(samples.chunk(b"tEXt", b"Comment\0" + b"a@a." * 2 * MEBIBYTE)),
    "webp: beginnings of pictures": samples.riff(
        samples.canvas(8),
        samples.coded_webp(),
        samples.piece(b"EXIF", b"II*\0\x08\0\0\0\0\0" + b"\xff\xd8\xff\xe0" * (4 * MEBIBYTE - 100)),
    ),
    "jpeg: EXIF in EXIF in resources": samples.after_start(
        samples.segment(0xED, b"Photoshop 3.0\0" + samples.resource(0x0422, samples.exif()) * 40) * 900
    ),
    "jpeg: parts that overlap": _overlapping(),
    "jpeg: many histories": samples.after_start(
        b"".join(samples.segment(0xEB, b"JP" + struct.pack(">HI", number, 1) + b"c2pa") for number in range(60_000))
    ),
}
