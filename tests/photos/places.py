"""A secret in every hiding place that the formats have.

`HIDING_PLACES` has them all: name → (file, format).
"""

from collections.abc import Iterator

from tests.photos import bmp_places, gif_places, heif_places, jpeg_xl_places, movie_places, tail_places, tiff_places
from tests.photos.colour_space_samples import adobe_rgb_exif
from tests.photos.samples import (
    EXTENDED_XMP_MARK,
    SECRET,
    WIDE_SECRET,
    XMP_MARK,
    after_header,
    after_start,
    animated,
    before_end,
    before_iend,
    before_scan,
    canvas,
    chunk,
    coded_webp,
    exif,
    jpeg,
    movie,
    photoshop,
    piece,
    pieces,
    png,
    profile,
    profile_segments,
    riff,
    segment,
    webp,
    xmp,
    zipped,
)


def _jpeg_places() -> Iterator[tuple[str, bytes]]:
    for number in range(16):
        yield f"app{number}", after_start(segment(0xE0 + number, b"Vendor\0" + SECRET))
    yield "app1 exif", after_start(segment(0xE1, b"Exif\0\0" + exif(6)))
    yield "app1 exif little-endian", after_start(segment(0xE1, b"Exif\0\0" + exif(8, "<")))
    yield "app1 exif gap", after_start(segment(0xE1, b"Exif\0\0" + exif(3, tail=SECRET)))
    yield "app1 exif broken", after_start(segment(0xE1, b"Exif\0\0XX" + SECRET))
    yield "app1 exif adobe rgb", after_start(segment(0xE1, b"Exif\0\0" + adobe_rgb_exif()))
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
    **{
        f"{format_}: {name}": (file, format_)
        for format_, places in tail_places.PLACES.items()
        for name, file in places.items()
    },
    **{f"gif: {name}": (file, "gif") for name, file in gif_places.PLACES.items()},
    **{f"heif: {name}": (file, file[8:12].decode()) for name, file in heif_places.PLACES.items()},
    **{f"bmp: {name}": (file, "bmp") for name, file in bmp_places.PLACES.items()},
    **{f"jpeg xl: {name}": (file, "jpeg-xl") for name, file in jpeg_xl_places.PLACES.items()},
    **{
        f"film: {name}": (file, "quicktime" if file[8:12] == b"qt  " else "mp4")
        for name, file in movie_places.PLACES.items()
    },
    **{f"tiff: {name}": (file, "tiff") for name, file in tiff_places.PLACES.items()},
}
