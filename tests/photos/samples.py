"""Pictures made by code, and the parts from which files with a secret are put together.

Every secret begins with `CANARY`, so that one search finds whatever is left.
"""

import io
import struct
import zlib

from PIL import Image, ImageCms

SECRET = b"CANARY-Anna-52.5163-0041"
WIDE_SECRET = SECRET.decode().encode("utf-16-le")
WIDTH, HEIGHT = 24, 16
PNG_MARK = b"\x89PNG\r\n\x1a\n"
XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_XMP_MARK = b"http://ns.adobe.com/xmp/extension/\0"


def picture(mode: str = "RGB", shade: int = 0) -> Image.Image:
    """A small picture without any symmetry, so that a wrong turn shows."""
    colours = Image.new("RGB", (WIDTH, HEIGHT))
    colours.putdata([((x * 9 + shade) % 256, y * 15, (x * y) % 256) for y in range(HEIGHT) for x in range(WIDTH)])
    return colours.convert(mode)


def jpeg(mode: str = "RGB", **options: object) -> bytes:
    """A JPEG as Pillow writes it."""
    return saved(picture(mode), "JPEG", quality=80, **options)


def png(mode: str = "RGB", **options: object) -> bytes:
    """A PNG as Pillow writes it."""
    return saved(picture(mode), "PNG", **options)


def webp(mode: str = "RGB", **options: object) -> bytes:
    """A WebP as Pillow writes it."""
    return saved(picture(mode), "WEBP", **options)


def animated(format_: str) -> bytes:
    """Three frames with different times, in a loop of two."""
    frames = [picture(shade=shade) for shade in (40, 80)]
    return saved(picture(), format_, save_all=True, append_images=frames, duration=[100, 50, 70], loop=2, lossless=True)


def saved(image: Image.Image, format_: str, **options: object) -> bytes:
    """A picture as Pillow writes it."""
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


# EXIF


def exif(orientation: int = 1, order: str = ">", secret: bytes = SECRET, tail: bytes = b"") -> bytes:
    """A block with device, person, times, place, maker note, comment and a thumbnail."""
    block = _ExifWriter(order)
    gps = [
        (1, 2, b"N\0"),
        (2, 5, block.rationals((52, 1), (30, 1), (5868, 100))),
        (3, 2, b"W\0"),
        (4, 5, block.rationals((13, 1), (22, 1), (397, 10))),
        (29, 2, b"2024:01:31\0"),
    ]
    detail = [
        (0x9003, 2, b"2024:01:31 10:20:30\0"),
        (0x9011, 2, b"+02:00\0"),
        (0x927C, 7, b"MAKER" + secret),
        (0x9286, 7, b"ASCII\0\0\0" + secret),
        (0xA431, 2, b"SN-" + secret + b"\0"),
        (0xA434, 2, b"35mm f/2\0"),
    ]
    main = [
        (0x010E, 2, secret + b"\0"),
        (0x010F, 2, b"Acme\0"),
        (0x0110, 2, b"Snap 3\0"),
        (0x0112, 3, struct.pack(order + "H", orientation)),
        (0x013B, 2, b"Anna " + secret + b"\0"),
    ]
    return block.write(main, detail, gps, secret) + tail


class _ExifWriter:
    """Lays directories out one behind the other."""

    def __init__(self, order: str) -> None:
        self._order = order

    def rationals(self, *pairs: tuple[int, int]) -> bytes:
        return b"".join(struct.pack(self._order + "II", *pair) for pair in pairs)

    def write(self, main: list, detail: list, gps: list, preview: bytes) -> bytes:
        mark = b"MM\0*" if self._order == ">" else b"II*\0"
        start = 8
        exif_at = start + len(self._directory(start, [*main, (0x8769, 4, bytes(4)), (0x8825, 4, bytes(4))], 0))
        gps_at = exif_at + len(self._directory(exif_at, detail, 0))
        preview_at = gps_at + len(self._directory(gps_at, gps, 0))
        links = [(0x8769, 4, self._long(exif_at)), (0x8825, 4, self._long(gps_at))]
        small = [(0x0201, 4, self._long(preview_at + 30)), (0x0202, 4, self._long(len(preview)))]
        return b"".join(
            (
                mark + self._long(8),
                self._directory(start, [*main, *links], preview_at),
                self._directory(exif_at, detail, 0),
                self._directory(gps_at, gps, 0),
                self._directory(preview_at, small, 0),
                preview,
            )
        )

    def _long(self, number: int) -> bytes:
        return struct.pack(self._order + "I", number)

    def _directory(self, at: int, entries: list, following: int) -> bytes:
        sizes = {2: 1, 3: 2, 4: 4, 5: 8, 7: 1}
        values_at = at + 2 + 12 * len(entries) + 4
        table, values = b"", b""
        for tag, kind, value in entries:
            table += struct.pack(self._order + "HHI", tag, kind, len(value) // sizes[kind])
            if len(value) > 4:
                table += self._long(values_at + len(values))
                values += value
            else:
                table += value.ljust(4, b"\0")
        return struct.pack(self._order + "H", len(entries)) + table + self._long(following) + values


# Colour


def profile(secret: bytes = SECRET) -> bytes:
    """A public profile with secrets in its name, its maker tag, its date and behind a colour tag."""
    original = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    count = int.from_bytes(original[128:132], "big")
    tags = []
    for at in range(132, 132 + 12 * count, 12):
        start, size = struct.unpack(">II", original[at + 4 : at + 12])
        tags.append((original[at : at + 4], original[start : start + size]))
    changed = [(name, content + secret if name == b"wtpt" else content) for name, content in tags if name != b"desc"]
    changed += [(b"desc", b"desc" + bytes(4) + struct.pack(">I", len(secret) + 1) + secret + bytes(90))]
    changed += [(b"mmod", b"mmod" + bytes(4) + secret)]
    # LittleCMS writes the present moment; the same sample has to be the same bytes at any time.
    header = original[:24] + struct.pack(">6H", 2024, 1, 31, 10, 20, 30) + original[36:128]
    return assemble_profile(header, changed)


def assemble_profile(header: bytes, tags: list[tuple[bytes, bytes]]) -> bytes:
    """A profile with these tags, each stored for itself."""
    table, contents = len(tags).to_bytes(4, "big"), b""
    start = 132 + 12 * len(tags)
    for name, content in tags:
        table += name + struct.pack(">II", start + len(contents), len(content))
        contents += content + bytes(-len(content) % 4)
    return (start + len(contents)).to_bytes(4, "big") + header[4:] + table + contents


# XMP and IPTC


def xmp(secret: bytes = SECRET) -> bytes:
    """A packet with a place, a person, an app and an ID."""
    return b"".join(
        (
            b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Editor 9" ',
            b'exif:GPSLatitude="40,26.767N" exif:GPSLongitude="79,58,30W" photoshop:City="Pittsburgh" ',
            b'xmpMM:DocumentID="uuid:' + secret + b'">',
            b"<dc:creator><rdf:Seq><rdf:li>Anna &amp; " + secret + b"</rdf:li></rdf:Seq></dc:creator>",
            b"</rdf:Description></rdf:RDF></x:xmpmeta>",
        )
    )


def photoshop(secret: bytes = SECRET) -> bytes:
    """Resources with IPTC data sets and a preview."""
    sets = b"".join(
        b"\x1c\x02" + bytes([number]) + len(text).to_bytes(2, "big") + text
        for number, text in ((80, b"Anna"), (25, b"holiday"), (90, b"Paris"), (120, secret), (55, b"20240131"))
    )
    return resource(0x0404, sets) + resource(0x040C, secret) + resource(0x0BB7, secret)


def resource(number: int, content: bytes) -> bytes:
    """One 8BIM resource without a name."""
    return b"8BIM" + struct.pack(">HHI", number, 0, len(content)) + content + bytes(len(content) % 2)


# JPEG


def segment(marker: int, content: bytes) -> bytes:
    """A segment with its length."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def profile_segments(content: bytes, piece_bytes: int = 65_519) -> bytes:
    """APP2 segments for a profile."""
    pieces = [content[at : at + piece_bytes] for at in range(0, len(content), piece_bytes)]
    return b"".join(
        segment(0xE2, b"ICC_PROFILE\0" + bytes((number, len(pieces))) + piece) for number, piece in enumerate(pieces, 1)
    )


def after_start(content: bytes, file: bytes | None = None) -> bytes:
    """A JPEG with something put behind SOI."""
    file = jpeg() if file is None else file
    return file[:2] + content + file[2:]


def before_end(content: bytes, file: bytes | None = None) -> bytes:
    """A JPEG with something put before EOI."""
    file = jpeg() if file is None else file
    return file[:-2] + content + file[-2:]


def before_scan(content: bytes, file: bytes | None = None) -> bytes:
    """A JPEG with something put before its first SOS."""
    file = jpeg() if file is None else file
    at = file.index(b"\xff\xda")
    return file[:at] + content + file[at:]


def movie(seconds: int = 3, secret: bytes = SECRET) -> bytes:
    """As much of an MP4 as tells its length."""
    header = bytes(12) + struct.pack(">II", 1000, seconds * 1000) + bytes(80)
    return box(b"ftyp", b"mp42" + bytes(4)) + box(b"moov", box(b"mvhd", header)) + box(b"mdat", secret)


def box(kind: bytes, content: bytes) -> bytes:
    """An ISO-BMFF box."""
    return struct.pack(">I", len(content) + 8) + kind + content


# PNG


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk with its checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def after_header(content: bytes, file: bytes | None = None) -> bytes:
    """A PNG with something put behind IHDR."""
    file = png() if file is None else file
    return file[:33] + content + file[33:]


def before_iend(content: bytes, file: bytes | None = None) -> bytes:
    """A PNG with something put before IEND."""
    file = png() if file is None else file
    return file[:-12] + content + file[-12:]


def zipped(content: bytes) -> bytes:
    """A zlib stream."""
    return zlib.compress(content, 9)


# WebP


def riff(*pieces: bytes) -> bytes:
    """A WebP file."""
    body = b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def piece(kind: bytes, content: bytes, padding: bytes = b"\0") -> bytes:
    """A chunk with its padding."""
    return kind + struct.pack("<I", len(content)) + content + padding[: len(content) % 2]


def pieces(file: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a WebP: type and content."""
    found, at = [], 12
    while at < len(file):
        size = int.from_bytes(file[at + 4 : at + 8], "little")
        found.append((file[at : at + 4], file[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return found


def canvas(flags: int, reserved: bytes = bytes(3)) -> bytes:
    """VP8X for the sample picture."""
    size = (WIDTH - 1).to_bytes(3, "little") + (HEIGHT - 1).to_bytes(3, "little")
    return piece(b"VP8X", bytes([flags]) + reserved + size)


def coded_webp() -> bytes:
    """The picture chunk of a simple WebP, with its header."""
    return webp()[12:]
