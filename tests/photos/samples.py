"""Pictures made by code, with a secret in every hiding place that the formats have.

`HIDING_PLACES` has them all: name → (file, format). Every secret begins with `CANARY`, so that one search
finds whatever is left.
"""

import io
import struct
import zlib
from collections.abc import Iterator

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
    return _saved(picture(mode), "JPEG", quality=80, **options)


def png(mode: str = "RGB", **options: object) -> bytes:
    """A PNG as Pillow writes it."""
    return _saved(picture(mode), "PNG", **options)


def webp(mode: str = "RGB", **options: object) -> bytes:
    """A WebP as Pillow writes it."""
    return _saved(picture(mode), "WEBP", **options)


def animated(format_: str) -> bytes:
    """Three frames with different times, in a loop of two."""
    frames = [picture(shade=shade) for shade in (40, 80)]
    return _saved(
        picture(), format_, save_all=True, append_images=frames, duration=[100, 50, 70], loop=2, lossless=True
    )


def _saved(image: Image.Image, format_: str, **options: object) -> bytes:
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
    return assemble_profile(original[:128], changed)


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


def _jpeg_places() -> Iterator[tuple[str, bytes]]:
    for number in range(16):
        yield f"app{number}", after_start(segment(0xE0 + number, b"Vendor\0" + SECRET))
    yield "app1 exif", after_start(segment(0xE1, b"Exif\0\0" + exif(6)))
    yield "app1 exif little-endian", after_start(segment(0xE1, b"Exif\0\0" + exif(8, "<")))
    yield "app1 exif gap", after_start(segment(0xE1, b"Exif\0\0" + exif(3, tail=SECRET)))
    yield "app1 exif broken", after_start(segment(0xE1, b"Exif\0\0XX" + SECRET))
    yield "app1 exif twice", after_start(2 * segment(0xE1, b"Exif\0\0" + exif(5)))
    yield "app1 exif in the scans", before_end(segment(0xE1, b"Exif\0\0" + exif(5)))
    yield "app1 xmp", after_start(segment(0xE1, XMP_MARK + xmp()))
    yield "app1 xmp wide", after_start(segment(0xE1, XMP_MARK + b"\xff\xfe" + WIDE_SECRET))
    yield "app1 extended xmp", after_start(segment(0xE1, EXTENDED_XMP_MARK + bytes(40) + xmp()))
    yield "app2 profile", after_start(profile_segments(profile()))
    yield "app2 profile in pieces", after_start(profile_segments(profile(), 300))
    yield "app2 profile incomplete", after_start(segment(0xE2, b"ICC_PROFILE\0\1\2" + profile()))
    yield "app2 profile broken", after_start(profile_segments(b"XX" + profile()))
    yield "app2 mpf", after_start(segment(0xE2, b"MPF\0" + SECRET)) + jpeg(comment=SECRET)
    yield "app2 gain map", after_start(segment(0xE2, b"urn:iso:std:iso:ts:21496:-1\0" + SECRET))
    yield "app11 c2pa", after_start(segment(0xEB, b"JP\0\1\0\0\0\1jumbc2pa" + SECRET))
    yield "app13 photoshop", after_start(segment(0xED, b"Photoshop 3.0\0" + photoshop()))
    yield "app14 tail", before_scan(segment(0xEE, b"Adobe\0\x64\0\0\0\0\1" + SECRET))
    yield (
        "jfif thumbnail",
        b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\3\3" + (SECRET + SECRET)[:27]) + jpeg()[20:],
    )
    yield "jfif tail", b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0" + SECRET) + jpeg()[20:]
    yield "jfxx", after_start(segment(0xE0, b"JFXX\0\x10" + SECRET))
    yield "comment", after_start(segment(0xFE, SECRET))
    yield "comment wide", after_start(segment(0xFE, WIDE_SECRET))
    yield "comment before the end", before_end(segment(0xFE, SECRET))
    yield "comment between scans", before_scan(segment(0xFE, SECRET), jpeg(progressive=True))
    yield "between later scans", _before_last_scan(segment(0xFE, SECRET))
    yield "fill bytes", after_start(b"\xff\xff\xff" + segment(0xFE, SECRET)[1:])
    yield "garbage", before_scan(SECRET)
    yield "garbage before the end", before_end(b"\xff\x01" + SECRET)
    yield "reserved marker", after_start(segment(0x02, SECRET))
    yield "jpg marker", after_start(segment(0xF0, SECRET))
    yield "cut segment", jpeg()[:-2] + segment(0xFE, SECRET + bytes(90))[:40]
    yield "trailing", jpeg() + SECRET
    yield "trailing picture", jpeg() + jpeg(comment=SECRET)
    yield "trailing movie", jpeg() + movie()
    yield "trailing zip", jpeg() + b"PK\3\4" + SECRET
    yield "trailing picture and movie", jpeg() + jpeg(comment=SECRET) + bytes(7) + movie() + SECRET
    yield "cmyk", after_start(segment(0xFE, SECRET), jpeg("CMYK"))


def _before_last_scan(content: bytes) -> bytes:
    file = jpeg(progressive=True)
    # libjpeg writes each later scan as DHT and SOS, so a place before a DHT is between two scans.
    at = file.rindex(b"\xff\xc4")
    return file[:at] + content + file[at:]


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


def _png_places() -> Iterator[tuple[str, bytes]]:
    dropped = (
        b"tIME iDOT caBX sPLT pCAL sCAL oFFs hIST sTER gIFg gIFx gIFt dSIG zxIf prVW mkBT mkTS meTa npTc vpAg orNT"
    )
    for kind in (*dropped.split(), b"prVt", b"zzZz"):
        yield f"chunk {kind.decode()}", after_header(chunk(kind, SECRET))
    yield "tEXt", after_header(chunk(b"tEXt", b"Comment\0" + SECRET))
    yield "tEXt after", before_iend(chunk(b"tEXt", b"Author\0" + SECRET))
    yield "zTXt", after_header(chunk(b"zTXt", b"Comment\0\0" + zipped(SECRET)))
    yield "iTXt", after_header(chunk(b"iTXt", b"parameters\0\0\0en\0\0" + SECRET))
    yield "iTXt zipped", after_header(chunk(b"iTXt", b"prompt\0\1\0en\0\0" + zipped(SECRET)))
    yield "xmp", after_header(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp()))
    raw = b"\nexif\n   100\n" + (b"Exif\0\0" + exif()).hex().encode() + b"\n"
    yield "raw profile", after_header(chunk(b"zTXt", b"Raw profile type exif\0\0" + zipped(raw)))
    iptc = b"\niptc\n   100\n" + photoshop().hex().encode() + b"\n"
    yield "raw profile iptc", after_header(chunk(b"zTXt", b"Raw profile type iptc\0\0" + zipped(iptc)))
    yield "eXIf", after_header(chunk(b"eXIf", exif(6)))
    yield "eXIf after", before_iend(chunk(b"eXIf", exif(8, "<")))
    yield "eXIf twice", after_header(chunk(b"eXIf", exif(6)) * 2)
    yield "iCCP", after_header(chunk(b"iCCP", b"p\0\0" + zipped(profile())))
    yield "iCCP name", after_header(chunk(b"iCCP", SECRET + b"\0\0" + zipped(profile(b"CANARY"))))
    yield "iCCP broken", after_header(chunk(b"iCCP", b"p\0\0" + zipped(profile())[:-9] + SECRET))
    yield "iCCP behind its stream", after_header(chunk(b"iCCP", b"p\0\0" + zipped(profile()) + SECRET))
    yield "iCCP twice", after_header(chunk(b"iCCP", b"p\0\0" + zipped(profile())) * 2)
    yield "gAMA too long", after_header(chunk(b"gAMA", SECRET))
    yield (
        "gAMA twice",
        after_header(chunk(b"gAMA", b"\0\0\xb1\x8f") + chunk(b"gAMA", SECRET[:4]) + chunk(b"tEXt", SECRET)),
    )
    yield "tRNS too long", after_header(chunk(b"tRNS", SECRET))
    yield "palette of grey", after_header(chunk(b"PLTE", SECRET), png("L"))
    yield "behind IEND", png() + SECRET
    yield "inside IEND", png()[:-12] + chunk(b"IEND", SECRET)
    yield "frames without acTL", before_iend(chunk(b"fdAT", bytes(4) + SECRET))
    yield "cut chunk", before_iend(chunk(b"tEXt", b"a\0" + SECRET))[:-24]
    yield "animated", after_header(chunk(b"tEXt", b"Comment\0" + SECRET), animated("PNG"))
    yield "animated, between frames", before_iend(chunk(b"tEXt", b"Comment\0" + SECRET), animated("PNG"))
    yield "animated eXIf", before_iend(chunk(b"eXIf", exif(3)), animated("PNG"))


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


def _webp_places() -> Iterator[tuple[str, bytes]]:
    coded = coded_webp()
    yield "EXIF", riff(canvas(8), coded, piece(b"EXIF", exif(6)))
    yield "EXIF with mark", riff(canvas(8), coded, piece(b"EXIF", b"Exif\0\0" + exif(8, "<")))
    yield "EXIF twice", riff(canvas(8), coded, piece(b"EXIF", exif(6)), piece(b"EXIF", exif(3)))
    yield "EXIF unannounced", riff(canvas(0), coded, piece(b"EXIF", exif(6)))
    yield "EXIF of a simple file", riff(coded, piece(b"EXIF", exif(6)))
    yield "XMP", riff(canvas(4), coded, piece(b"XMP ", xmp()))
    yield "ICCP", riff(canvas(0x20), piece(b"ICCP", profile()), coded)
    yield "ICCP broken", riff(canvas(0x20), piece(b"ICCP", SECRET), coded)
    yield "ICCP unannounced", riff(canvas(0), piece(b"ICCP", profile()), coded)
    yield "unknown", riff(canvas(0), coded, piece(b"ZZZZ", SECRET))
    yield "C2PA", riff(canvas(0), coded, piece(b"C2PA", SECRET))
    yield "unknown before", riff(canvas(0), piece(b"ZZZZ", SECRET), coded)
    yield "behind", webp() + SECRET
    yield "behind the last chunk", riff(coded, SECRET[:7])
    yield "VP8X too long", riff(piece(b"VP8X", canvas(0)[8:] + SECRET), coded)
    yield "VP8X reserved", riff(canvas(0xC1, b"CAN"), coded, piece(b"ZZZZ", SECRET))
    yield "second picture", riff(canvas(0), coded, piece(b"VP8 ", SECRET))
    yield "second alpha", riff(canvas(0), coded, piece(b"ALPH", SECRET))
    yield "frame of a still", riff(canvas(0), coded, piece(b"ANMF", bytes(16) + SECRET))
    yield from _animated_webp_places()


def _animated_webp_places() -> Iterator[tuple[str, bytes]]:
    parts = pieces(animated("WEBP"))
    extra = piece(b"ZZZZ", SECRET)
    yield "animated", riff(*(piece(*part) for part in parts), extra)
    framed = [(kind, content + extra if kind == b"ANMF" else content) for kind, content in parts]
    yield "inside frames", riff(*(piece(*part) for part in framed))
    long = [(kind, content + SECRET if kind == b"ANIM" else content) for kind, content in parts]
    yield "ANIM too long", riff(*(piece(*part) for part in long))
    yield "still in an animation", riff(*(piece(*part) for part in parts), piece(b"VP8 ", SECRET))


HIDING_PLACES: dict[str, tuple[bytes, str]] = {
    **{f"jpeg: {name}": (file, "jpeg") for name, file in _jpeg_places()},
    **{f"png: {name}": (file, "png") for name, file in _png_places()},
    **{f"webp: {name}": (file, "webp") for name, file in _webp_places()},
}
