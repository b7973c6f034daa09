"""Films made by code: real ones by FFmpeg, taken apart into boxes, changed, and put together again."""

import functools
import io
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import av

from tests.photos.samples import box

FRAME_SIZE = (32, 16)
_CONTAINERS = {
    *(b"moov", b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts", b"udta", b"mvex", b"moof", b"traf", b"mfra"),
    *(b"tref", b"gmhd", b"tapt", b"wave"),
}
# Bytes before the first child.
_PREFIXES = {b"stsd": 8, b"dref": 8, b"mp4v": 78, b"avc1": 78, b"hvc1": 78, b"mp4a": 28, b"sowt": 28}
Change = Callable[[bytes], bytes]


@dataclass
class Part:
    """One box: bytes, and children behind them."""

    kind: bytes
    prefix: bytes
    children: list["Part"] = field(default_factory=list)
    is_long: bool = False

    def build(self) -> bytes:
        """The box as bytes."""
        content = self.prefix + b"".join(child.build() for child in self.children)
        if self.is_long:
            return b"\0\0\0\1" + self.kind + struct.pack(">Q", len(content) + 16) + content
        return box(self.kind, content)


@functools.cache
def mp4(kind: str = "mp4", sound: str = "aac", **options: str) -> bytes:
    """A film with picture and sound, the media first."""
    out = io.BytesIO()
    with av.open(out, "w", format=kind, options={"fflags": "+bitexact", **options}) as container:
        picture = container.add_stream("mpeg4", rate=10)
        picture.width, picture.height = FRAME_SIZE
        picture.pix_fmt = "yuv420p"
        noise = container.add_stream(sound, rate=44100, layout="mono")
        for number in range(6):
            container.mux(picture.encode(_frame(number)))
            container.mux(noise.encode(_tone(number, noise.codec_context.frame_size or 441, sound != "aac")))
        container.mux(picture.encode(None))
        container.mux(noise.encode(None))
    return out.getvalue()


def mov() -> bytes:
    """A QuickTime film with uncompressed sound."""
    return mp4("mov", "pcm_s16le")


def fragmented() -> bytes:
    """A film in fragments, with an index at its end."""
    return mp4(movflags="frag_keyframe+empty_moov+default_base_moof", frag_duration="200000")


def _frame(number: int) -> av.VideoFrame:
    frame = av.VideoFrame(*FRAME_SIZE, "yuv420p")
    for index, plane in enumerate(frame.planes):
        plane.update(bytes((at * 7 + number * 19 + index * 50) % 256 for at in range(plane.buffer_size)))
    frame.pts, frame.time_base = number, Fraction(1, 10)
    return frame


def _tone(number: int, length: int, is_whole: bool) -> av.AudioFrame:
    frame = av.AudioFrame("s16" if is_whole else "fltp", "mono", length)
    levels = [at * (number + 3) * 37 % 2000 - 1000 for at in range(length)]
    packed = (
        struct.pack(f"<{length}h", *levels) if is_whole else struct.pack(f"<{length}f", *(n / 3000 for n in levels))
    )
    frame.planes[0].update(packed.ljust(frame.planes[0].buffer_size, b"\0"))
    frame.sample_rate, frame.pts, frame.time_base = 44100, number * length, Fraction(1, 44100)
    return frame


def parts_of(content: bytes) -> list[Part]:
    """The boxes of a file, or of what is inside a box."""
    return list(_parts(content))


def _parts(content: bytes) -> Iterator[Part]:
    at = 0
    while at + 8 <= len(content):
        size, kind, head = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8], 8
        is_long = size == 1
        if is_long:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        inner = content[at + head : at + size]
        skip = 0 if kind in _CONTAINERS else _PREFIXES.get(kind, len(inner))
        yield Part(kind, inner[:skip], parts_of(inner[skip:]), is_long)
        at += size


def find(parts: list[Part], path: str) -> Part:
    """A box by its path, such as "moov/trak.1/mdia/hdlr"; a number counts those of one type from 0."""
    for step in path.split("/"):
        name, _, index = step.partition(".")
        found = [part for part in parts if part.kind == name.encode("latin-1").ljust(4)][int(index or 0)]
        parts = found.children
    return found


def changed(file: bytes, path: str, change: Change) -> bytes:
    """The file with other bytes in one box (before its children)."""
    parts = parts_of(file)
    part = find(parts, path)
    part.prefix = change(part.prefix)
    return build(parts, file)


def added(file: bytes, path: str, *contents: bytes) -> bytes:
    """The file with more boxes at the end of one box."""
    parts = parts_of(file)
    find(parts, path).children.extend(part for content in contents for part in parts_of(content))
    return build(parts, file)


def inserted(file: bytes, index: int, content: bytes) -> bytes:
    """The file with a box at the top level."""
    parts = parts_of(file)
    parts[index:index] = parts_of(content)
    return build(parts, file)


def build(parts: list[Part], old: bytes) -> bytes:
    """A file of boxes, with chunk offsets and those of fragments that follow when the media moved."""
    moved = media_start(b"".join(part.build() for part in parts)) - media_start(old)
    for part in parts:
        if moved and part.kind == b"moov":
            _move_chunks(part, moved)
    before = [part for part in parts_of(old) if part.kind == b"moof"]
    for fragment, old_fragment in zip((part for part in parts if part.kind == b"moof"), before, strict=True):
        move_runs(fragment, len(fragment.build()) - len(old_fragment.build()))
    return b"".join(part.build() for part in parts)


def move_runs(fragment: Part, moved: int) -> None:
    """Change where the runs of a fragment start."""
    for run in (part for traf in fragment.children for part in traf.children if part.kind == b"trun"):
        offset = int.from_bytes(run.prefix[8:12], "big") + moved
        run.prefix = run.prefix[:8] + offset.to_bytes(4, "big") + run.prefix[12:]


def media_start(file: bytes) -> int:
    """Offset of the content of the first `mdat`."""
    at = 0
    for part in parts_of(file):
        if part.kind == b"mdat":
            return at + (16 if part.is_long else 8)
        at += len(part.build())
    return 0


def _move_chunks(part: Part, moved: int) -> None:
    for child in part.children:
        if child.kind == b"stco":
            count = len(child.prefix) // 4 - 2
            offsets = struct.unpack(f">{count}I", child.prefix[8:])
            child.prefix = child.prefix[:8] + struct.pack(f">{count}I", *(offset + moved for offset in offsets))
        _move_chunks(child, moved)


# Tracks


def full(kind: bytes, content: bytes = b"", version: int = 0, flags: int = 0) -> bytes:
    """A box with version and flags."""
    return box(kind, struct.pack(">I", version << 24 | flags) + content)


def track(
    number: int, handler: bytes, entry: bytes, samples: list[tuple[int, int]], *more: bytes, name: bytes = b""
) -> bytes:
    """A `trak` whose samples (offset and size) are one chunk each; `more` are boxes at its end."""
    sizes = struct.pack(f">{len(samples)}I", *(size for _, size in samples))
    offsets = struct.pack(f">{len(samples)}I", *(offset for offset, _ in samples))
    table = box(
        b"stbl",
        full(b"stsd", struct.pack(">I", 1) + entry)
        + full(b"stts", struct.pack(">III", 1, len(samples), 1) if samples else bytes(4))
        + full(b"stsc", struct.pack(">IIII", 1, 1, 1, 1) if samples else bytes(4))
        + full(b"stsz", struct.pack(">II", 0, len(samples)) + sizes)
        + full(b"stco", struct.pack(">I", len(samples)) + offsets),
    )
    own_file = full(b"dref", struct.pack(">I", 1) + full(b"url ", flags=1))
    return box(
        b"trak",
        full(b"tkhd", struct.pack(">IIIII", 0, 0, number, 0, 9) + bytes(60), flags=3)
        + box(
            b"mdia",
            full(b"mdhd", struct.pack(">IIIIHH", 0, 0, 10, 9, 0x55C4, 0))
            + full(b"hdlr", bytes(4) + handler + bytes(12) + name + b"\0")
            + box(b"minf", full(b"nmhd") + box(b"dinf", own_file) + table),
        )
        + b"".join(more),
    )


def entry(kind: bytes, content: bytes = b"") -> bytes:
    """A sample description of a track that is neither picture nor sound."""
    return box(kind, bytes(7) + b"\1" + content)


def with_track(file: bytes, handler: bytes, description: bytes, *samples: bytes, name: bytes = b"") -> bytes:
    """The file with another track, whose samples stand at the end of the media."""
    parts = parts_of(file)
    media = find(parts, "mdat")
    at = media_start(file) + len(media.prefix)
    places = []
    for sample in samples:
        places.append((at, len(sample)))
        at += len(sample)
    media.prefix += b"".join(samples)
    find(parts, "moov").children += parts_of(track(9, handler, description, places, name=name))
    return build(parts, file)


def metadata(*items: tuple[str, bytes], kind: int = 1) -> bytes:
    """A QuickTime `meta` box with keys and values."""
    keys = b"".join(box(b"mdta", name.encode()) for name, _ in items)
    values = b"".join(
        box(index.to_bytes(4, "big"), box(b"data", struct.pack(">II", kind, 0) + value))
        for index, (_, value) in enumerate(items, 1)
    )
    handler = full(b"hdlr", bytes(4) + b"mdta" + bytes(13))
    return box(b"meta", handler + full(b"keys", struct.pack(">I", len(items)) + keys) + box(b"ilst", values))


def apple_text(kind: bytes, text: bytes) -> bytes:
    """A box of QuickTime user data: length, language, text."""
    return box(kind, struct.pack(">HH", len(text), 0x15C7) + text)


def itunes(*items: tuple[bytes, bytes], kind: int = 1) -> bytes:
    """iTunes metadata in a `meta` box."""
    values = b"".join(box(name, box(b"data", struct.pack(">II", kind, 0) + value)) for name, value in items)
    return full(b"meta", full(b"hdlr", bytes(4) + b"mdirappl" + bytes(9)) + box(b"ilst", values))


# Media


def chunk_offsets(file: bytes) -> list[int]:
    """Where the chunks of all tracks start, in the order of the file."""
    return sorted(place for table in _offset_tables(parts_of(file)) for place in _offsets(table))


def with_gap(file: bytes, start: int, content: bytes) -> bytes:
    """The file with bytes before the chunk that starts there; the chunks behind it move."""
    parts = parts_of(file)
    media, at = find(parts, "mdat"), start - media_start(file)
    media.prefix = media.prefix[:at] + content + media.prefix[at:]
    for table in _offset_tables(parts):
        places = [place + len(content) if place >= start else place for place in _offsets(table)]
        table.prefix = table.prefix[:8] + struct.pack(f">{len(places)}I", *places)
    return b"".join(part.build() for part in parts)


def _offset_tables(parts: list[Part]) -> list[Part]:
    tracks = [part for part in find(parts, "moov").children if part.kind == b"trak"]
    return [find(track.children, "mdia/minf/stbl/stco") for track in tracks]


def _offsets(table: Part) -> tuple[int, ...]:
    return struct.unpack(f">{len(table.prefix) // 4 - 2}I", table.prefix[8:])


# Small films without real media


def visual(kind: bytes = b"mp4v", *more: bytes, compressor: bytes = b"") -> bytes:
    """A sample description of a picture; `more` are boxes in it."""
    name = bytes([len(compressor)]) + compressor.ljust(31, b"\0")
    fields = bytes(16) + struct.pack(">HHIIIH", 32, 16, 72 << 16, 72 << 16, 0, 1) + name + b"\0\x18\xff\xff"
    return box(kind, bytes(7) + b"\1" + fields + b"".join(more))


def movie_header(seconds: int = 9) -> bytes:
    """An `mvhd` with the next number 10."""
    return full(b"mvhd", struct.pack(">IIII", 0, 0, 1, seconds) + bytes(76) + struct.pack(">I", 10))


def small(
    *boxes: bytes,
    tracks: tuple[bytes, ...] | None = None,
    media: bytes = b"one-two-",
    more: tuple[bytes, ...] = (),
) -> bytes:
    """A film whose media are a few letters: `boxes` stand in its `moov` and `more` behind it."""
    start = 24 + 8
    own = (track(1, b"vide", visual(), [(start, 4), (start + 4, 4)]),) if tracks is None else tracks
    header = box(b"moov", b"".join((movie_header(), *own, *boxes)))
    kinds = box(b"ftyp", b"isom\0\0\0\0isommp42")
    return b"".join((kinds, box(b"mdat", media), header, *more))


def whole(secret: bytes) -> bytes:
    """A small film with a secret in each kind of place."""
    start = 24 + 8
    return small(
        track(9, b"meta", entry(b"gpmd", secret), [(start + 8, len(secret))], name=secret),
        box(b"udta", apple_text(b"\xa9nam", secret)),
        tracks=(track(1, b"vide", visual(compressor=secret), [(start, 4), (start + 4, 4)], name=secret),),
        media=b"one-two-" + secret + secret,
        more=(box(b"free", secret), box(b"mdat", b""), box(b"uuid", bytes(16) + secret)),
    )


def size_fields(content: bytes) -> Iterator[tuple[int, int, str]]:
    """Offset, length and byte order of each size and count."""
    return _sizes(parts_of(content), 0)


def _sizes(parts: list[Part], at: int) -> Iterator[tuple[int, int, str]]:
    for part in parts:
        yield at, 4, "big"
        if part.kind in (b"stsd", b"dref", b"stts", b"stsc", b"stco"):
            yield at + 12, 4, "big"
        if part.kind == b"stsz":
            yield from ((at + place, 4, "big") for place in (12, 16))
        yield from _sizes(part.children, at + 8 + len(part.prefix))
        at += len(part.build())
