"""HEIC and AVIF files put together box by box, around pictures that Pillow and pillow-heif have coded."""

import dataclasses
import functools
import io
import itertools
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

import pillow_heif
from PIL import Image

from tests.photos.samples import HEIGHT, WIDTH, box, jpeg, picture

pillow_heif.register_heif_opener()

TILE = 64
ALPHA = b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha"
ESSENTIAL = (b"av1C", b"hvcC", b"avcC", b"irot", b"imir", b"clap", b"auxC")


def full_box(kind: bytes, content: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box with version and flags."""
    return box(kind, bytes([version]) + flags.to_bytes(3, "big") + content)


def boxes_in(content: bytes, start: int = 0) -> list[tuple[bytes, bytes]]:
    """Kind and content of the boxes that follow each other."""
    found = []
    while start + 8 <= len(content):
        size = int.from_bytes(content[start : start + 4], "big")
        found.append((content[start + 4 : start + 8], content[start + 8 : start + size]))
        start += size
    return found


def inside(content: bytes, *path: bytes) -> bytes:
    """The content of a box inside others; `meta` and `iinf` start with version and flags."""
    for kind in path:
        content = dict(boxes_in(content))[kind]
        content = content[4:] if kind == b"meta" else content
    return content


@dataclass(frozen=True)
class Part:
    """An item: its type, coded data, property boxes (whole), and what its entry says behind the type."""

    kind: bytes
    content: bytes
    properties: tuple[bytes, ...] = ()
    name: bytes = b""
    more: bytes = b""
    is_hidden: bool = False
    is_in_idat: bool = False
    # In how many extents the data stands, one behind the other.
    extents: int = 1


def mime(content: bytes, content_type: bytes = b"application/rdf+xml", **options: object) -> Part:
    """An item with a content type."""
    return Part(b"mime", content, more=content_type + b"\0", **options)


@functools.cache
def coded(format_: str, mode: str = "RGB", shade: int = 0) -> Part:
    """The sample picture as one coded item, with the properties that its encoder gave it."""
    return _coded(format_, picture(mode, shade))


@functools.cache
def tile(format_: str) -> Part:
    """A hidden item that is large enough to be part of a grid."""
    return dataclasses.replace(_coded(format_, picture().resize((TILE, TILE))), is_hidden=True)


def _coded(format_: str, image: Image.Image) -> Part:
    out = io.BytesIO()
    image.save(out, format_, quality=70)
    file = out.getvalue()
    properties = boxes_in(inside(file, b"meta", b"iprp", b"ipco"))
    kind = b"av01" if format_ == "AVIF" else b"hvc1"
    return Part(kind, inside(file, b"mdat"), tuple(box(*one) for one in properties))


def with_properties(part: Part, *properties: bytes) -> Part:
    """The same item with more properties."""
    return Part(part.kind, part.content, (*part.properties, *properties), part.name, part.more)


def alpha(format_: str = "AVIF", name: bytes = ALPHA) -> Part:
    """A grey picture that says which parts of another are see-through."""
    return with_properties(coded(format_, "L", 90), full_box(b"auxC", name + b"\0"))


def grid(columns: int, rows: int, tail: bytes = b"") -> Part:
    """An item that puts tiles beside each other."""
    extents = full_box(b"ispe", struct.pack(">II", columns * TILE, rows * TILE))
    content = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, columns * TILE, rows * TILE)
    depths = full_box(b"pixi", b"\3\x08\x08\x08")
    return Part(b"grid", content + tail, (extents, depths))


@dataclass
class Heif:
    """A file; change what a test is about, then take `file()`. Items are numbered from 1."""

    parts: list[Part]
    references: Sequence[tuple[bytes, int, int]] = ()
    brand: bytes = b"avif"
    more_brands: bytes = b""
    primary: int = 1
    tables: list[bytes] = field(default_factory=lambda: [b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"iprp", b"idat"])
    handler: bytes = bytes(8) + b"pict" + bytes(13)
    # Bytes behind the last field, by kind of table.
    tails: dict[bytes, bytes] = field(default_factory=dict)
    # More boxes: in `meta`, between the properties, behind `ftyp`, and at the end.
    children: bytes = b""
    unused_properties: bytes = b""
    between: bytes = b""
    behind: bytes = b""
    data_tail: bytes = b""
    idat_tail: bytes = b""
    location_version: int = 1

    def file(self) -> bytes:
        """The file, with the data of all items in `mdat` in their order."""
        head = box(b"ftyp", self.brand + bytes(4) + b"mif1" + self.brand + self.more_brands) + self.between
        start = len(head) + len(self._meta(0)) + 8
        data = b"".join(part.content for part in self.parts if not part.is_in_idat) + self.data_tail
        return head + self._meta(start) + box(b"mdat", data) + self.behind

    def _meta(self, start: int) -> bytes:
        tables = {
            b"hdlr": self.handler,
            b"pitm": bytes(4) + struct.pack(">H", self.primary),
            b"iloc": self._locations(start),
            b"iinf": self._items(),
            b"iref": bytes(4) + self._references() if self.references else b"",
            b"iprp": self._properties(),
            b"idat": b"".join(part.content for part in self.parts if part.is_in_idat) + self.idat_tail,
        }
        written = (box(kind, tables[kind] + self.tails.get(kind, b"")) for kind in self.tables if tables[kind])
        return full_box(b"meta", b"".join(written) + self.children + self.tails.get(b"meta", b""))

    def _locations(self, start: int) -> bytes:
        entries, places = b"", {False: start, True: 0}
        for number, part in enumerate(self.parts, 1):
            construction = struct.pack(">H", int(part.is_in_idat)) if self.location_version else b""
            bounds = [
                places[part.is_in_idat] + len(part.content) * at // part.extents for at in range(part.extents + 1)
            ]
            extents = b"".join(struct.pack(">II", start, end - start) for start, end in itertools.pairwise(bounds))
            count = struct.pack(">H", part.extents)
            entries += struct.pack(">H", number) + construction + bytes(2) + count + extents
            places[part.is_in_idat] += len(part.content)
        return bytes([self.location_version, 0, 0, 0, 0x44, 0]) + struct.pack(">H", len(self.parts)) + entries

    def _items(self) -> bytes:
        entries = b"".join(
            full_box(
                b"infe", struct.pack(">HH", number, 0) + part.kind + part.name + b"\0" + part.more, 2, part.is_hidden
            )
            for number, part in enumerate(self.parts, 1)
        )
        return bytes(4) + struct.pack(">H", len(self.parts)) + entries

    def _references(self) -> bytes:
        joined: dict[tuple[bytes, int], list[int]] = {}
        for kind, source, target in self.references:
            joined.setdefault((kind, source), []).append(target)
        return b"".join(
            box(kind, struct.pack(f">HH{len(targets)}H", source, len(targets), *targets))
            for (kind, source), targets in joined.items()
        )

    def _properties(self) -> bytes:
        known = list(dict.fromkeys(one for part in self.parts for one in part.properties))
        entries = b""
        for number, part in enumerate(self.parts, 1):
            marks = [known.index(one) + 1 | 0x80 * (one[4:8] in ESSENTIAL) for one in part.properties]
            entries += struct.pack(">HB", number, len(marks)) + bytes(marks)
        container = box(b"ipco", b"".join(known) + self.unused_properties + self.tails.get(b"ipco", b""))
        count = struct.pack(">I", len(self.parts))
        return container + full_box(b"ipma", count + entries + self.tails.get(b"ipma", b""))


def plain(format_: str = "AVIF", *more: Part, references: Sequence[tuple[bytes, int, int]] = ()) -> Heif:
    """The sample picture, and other items behind it."""
    brand = b"avif" if format_ == "AVIF" else b"heic"
    return Heif([coded(format_), *more], references, brand)


def jpeg_thumbnail(secret: bytes) -> Part:
    """A small copy that any browser could show."""
    return Part(b"jpeg", jpeg(comment=secret), (full_box(b"ispe", struct.pack(">II", WIDTH, HEIGHT)),))


def saved(format_: str, mode: str = "RGB", **options: object) -> bytes:
    """A file as Pillow or pillow-heif writes it."""
    out = io.BytesIO()
    image = picture(mode)
    if mode == "RGBA":
        image.putalpha(picture("L", 60))
    image.save(out, format_, quality=70, **options)
    return out.getvalue()
