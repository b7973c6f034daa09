"""A secret in every hiding place of a JPEG XL file."""

from collections.abc import Iterator

from tests.photos.jpeg_xl_samples import LEVEL, MARK, TYPE, coded, codestream, container, exif_box, index, piece
from tests.photos.samples import SECRET, box, exif, jpeg, xmp

_XMP_TYPE = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_C2PA_TYPE = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


def _box_places() -> Iterator[tuple[str, bytes]]:
    named = {
        "exif": exif_box(),
        "exif behind a gap": box(b"Exif", (len(SECRET)).to_bytes(4, "big") + SECRET + exif(6, "<")),
        "exif broken": box(b"Exif", b"\xff" * 4 + SECRET),
        "xmp": box(b"xml ", xmp()),
        "packed": box(b"brob", b"Exif" + SECRET),
        "packed, no kind": box(b"brob", SECRET[:3]) + box(b"brob", SECRET),
        "jpeg": box(b"jbrd", SECRET),
        "c2pa": box(b"jumb", box(b"jumd", b"c2pa" + SECRET)),
        "c2pa picture": box(b"jumb", box(b"jumd", b"c2pa" + jpeg(comment=SECRET))),
        "jumb": box(b"jumb", SECRET),
        "uuid": box(b"uuid", bytes(16) + SECRET),
        "uuid xmp": box(b"uuid", _XMP_TYPE + xmp()),
        "uuid c2pa": box(b"uuid", _C2PA_TYPE + SECRET),
        "gain map": box(b"jhgm", SECRET),
        "free": box(b"free", SECRET),
        "skip": box(b"skip", SECRET),
        "unknown": box(b"zzzz", SECRET),
        "large": b"\0\0\0\1zzzz" + (16 + len(SECRET)).to_bytes(8, "big") + SECRET,
        "index with bytes behind it": index((0, 1, 1), tail=SECRET),
        "index that leaves the picture": index((2**40, 1, 1)) + box(b"free", SECRET),
        "level too long": box(b"jxll", b"\5" + SECRET),
        "level of another kind": box(b"jxll", SECRET),
        "level twice": LEVEL + box(b"jxll", b"\x0a" + SECRET),
        "index twice": index((0, 1, 1)) + index((0, 1, 1), tail=SECRET),
    }
    for name, hidden in named.items():
        yield name, container(hidden, coded())
        yield f"{name}, behind", container(coded(), hidden)


def _other_places() -> Iterator[tuple[str, bytes]]:
    yield "type too long", MARK + box(b"ftyp", TYPE[8:] + SECRET) + coded()
    yield "brands", MARK + box(b"ftyp", TYPE[8:16] + SECRET[:24]) + coded()
    yield "to the end of the file", container(coded(), b"\0\0\0\0xml " + SECRET)
    yield "behind", container(coded()) + b"\xff" + SECRET
    yield "too few bytes for a box", container(coded()) + SECRET[:7]
    first, second = piece(0, codestream()[:9]), piece(1, codestream()[9:], is_last=True)
    yield "between pieces", container(first, box(b"zzzz", SECRET), second)
    yield "behind the last piece", container(first, second) + b"\xff" + SECRET


PLACES: dict[str, bytes] = dict([*_box_places(), *_other_places()])
