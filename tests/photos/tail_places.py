"""Hiding places behind a picture and in signed histories: parts of trailers, and the rest of an older picture."""

from collections.abc import Iterator

from tests.photos import note_samples as notes
from tests.photos import samples
from tests.photos import trailer_samples as trailers
from tests.photos.samples import SECRET

_PICTURE = samples.jpeg(comment=SECRET)


def _jpeg_places() -> Iterator[tuple[str, bytes]]:
    file = samples.jpeg()
    yield "samsung names", file + trailers.samsung((0x0BA1, SECRET, b"x"))
    yield "samsung sound", file + trailers.samsung((0x0100, b"SoundShot_000", SECRET))
    yield "samsung pictures", file + trailers.samsung((1, b"DualShot_1", _PICTURE), (1, b"DualShot_2", _PICTURE))
    yield "samsung movie", file + trailers.samsung((0x0A30, b"MotionPhoto_Data", samples.movie()))
    yield "samsung broken", file + SECRET + trailers.samsung((1, b"A", SECRET))[:-9] + b"xSEFT"
    yield "afcp", file + trailers.afcp(len(file), (b"IPTC", trailers.data_set(80, SECRET)), (b"PrVw", _PICTURE))
    yield "fotostation", file + trailers.fotostation(1, trailers.data_set(120, SECRET))
    yield "photo mechanic", file + trailers.photo_mechanic(SECRET)
    yield "canon recipe", file + trailers.canon(SECRET)
    yield "vivo", file + b"vivo{" + SECRET + trailers.VIVO_END
    yield "trailers behind each other", file + trailers.fotostation(9, SECRET) + trailers.samsung((1, b"A", SECRET))
    yield (
        "preview in a maker note",
        samples.after_start(samples.segment(0xE1, b"Exif\0\0" + notes.block(b"note" + _PICTURE, preview=_PICTURE))),
    )
    yield (
        "history in two segments",
        samples.after_start(
            samples.segment(0xEB, b"JP\0\1\0\0\0\1" + b"\0\0\1\0jumbc2pa" + _PICTURE[:300])
            + samples.segment(0xEB, b"JP\0\1\0\0\0\2" + b"\0\0\1\0jumb" + _PICTURE[300:])
        ),
    )


def _png_places() -> Iterator[tuple[str, bytes]]:
    old = samples.before_iend(samples.chunk(b"tEXt", b"a\0" + SECRET))
    yield "rest of an older picture", samples.png() + old[80:]
    yield "movie behind", samples.png() + samples.movie()
    yield "samsung trailer behind", samples.png() + trailers.samsung((1, b"A", SECRET))
    yield "history with a picture", samples.after_header(samples.chunk(b"caBX", b"\0\0\1\0jumbc2pa" + _PICTURE))


def _webp_places() -> Iterator[tuple[str, bytes]]:
    yield "picture behind", samples.webp() + _PICTURE
    yield "samsung trailer behind", samples.webp() + trailers.samsung((1, b"A", SECRET))
    coded = samples.coded_webp()
    yield "history with a picture", samples.riff(samples.canvas(0), coded, samples.piece(b"C2PA", _PICTURE))
    yield "XMP by another name", samples.riff(samples.canvas(4), coded, samples.piece(b"XMP\0", samples.xmp()))


PLACES: dict[str, dict[str, bytes]] = {
    "jpeg": dict(_jpeg_places()),
    "png": dict(_png_places()),
    "webp": dict(_webp_places()),
}
