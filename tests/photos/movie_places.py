"""A secret in every hiding place of films: boxes, the ends of tables, names, times, media, other tracks, fragments."""

import struct
from collections.abc import Iterator

from tests.photos.movie_samples import (
    Part,
    added,
    apple_text,
    build,
    changed,
    chunk_offsets,
    entry,
    find,
    fragmented,
    full,
    inserted,
    itunes,
    metadata,
    mov,
    move_runs,
    mp4,
    parts_of,
    track,
    with_gap,
    with_track,
)
from tests.photos.samples import SECRET, WIDE_SECRET, box, jpeg, movie, profile, xmp

XMP_TYPE = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
C2PA_TYPE = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
CANON_TYPE = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
TABLE = "moov/trak/mdia/minf/stbl"
NOISE = "moov/trak.1/mdia/minf/stbl/stsd/mp4a"
LEVELS = {
    "moov": "moov",
    "trak": "moov/trak",
    "edts": "moov/trak/edts",
    "mdia": "moov/trak/mdia",
    "minf": "moov/trak/mdia/minf",
    "dinf": "moov/trak/mdia/minf/dinf",
    "stbl": TABLE,
    "picture": TABLE + "/stsd/mp4v",
    "sound": NOISE,
}
# A place that has no room for the whole secret gets its start, and the whole is beside it.
CELL = SECRET[:8]


def put(at: int, secret: bytes) -> object:
    """A change that puts bytes at an offset, in place of those that are there."""
    return lambda content: content[:at] + secret + content[at + len(secret) :]


def tail(content: bytes) -> bytes:
    """A change that puts the secret at the end."""
    return content + SECRET


def _top_level() -> Iterator[tuple[str, bytes]]:
    file = mp4()
    for kind in (b"free", b"skip", b"wide", b"emsg", b"prft", b"PICT", b"pnot", b"gps ", b"zzZz", b"\1\2\3\4"):
        yield f"{kind!r} at the top", inserted(file, 1, box(kind, SECRET))
        yield f"{kind!r} at the end", file + box(kind, SECRET)
    yield "user data at the top", inserted(file, 1, box(b"udta", apple_text(b"\xa9nam", SECRET)))
    for name, user_type in {"xmp": XMP_TYPE, "c2pa": C2PA_TYPE, "canon": CANON_TYPE, "other": bytes(16)}.items():
        yield f"uuid {name}", inserted(file, 1, box(b"uuid", user_type + xmp()))
    yield "uuid type", inserted(file, 1, box(b"uuid", SECRET[:16]))
    yield "long free", inserted(file, 1, b"\0\0\0\1free" + struct.pack(">Q", 16 + len(SECRET)) + SECRET)
    yield "meta that is no picture", inserted(file, 1, metadata(("com.apple.quicktime.title", SECRET)))
    yield "meta that is broken", inserted(file, 1, box(b"meta", SECRET))
    yield "second ftyp", inserted(file, 1, box(b"ftyp", b"isom" + bytes(4) + SECRET))
    yield "brands", changed(file, "ftyp", tail)
    yield "brand of a maker", changed(file, "ftyp", put(0, b"CANA")) + SECRET
    yield "end of ftyp", changed(file, "ftyp", lambda content: content + b"CAN") + SECRET
    yield "brands of a segment", inserted(file, 1, box(b"styp", b"msdh" + bytes(4) + SECRET))
    yield "progressive index", inserted(file, 1, full(b"pdin", bytes(8) + b"CANARY"))
    yield "bytes behind", file + SECRET
    yield "few bytes behind", file + box(b"free", SECRET) + SECRET[:7]
    yield "cut box behind", file + box(b"free", SECRET + bytes(90))[:40]
    yield "box to the end of the file", file + b"\0\0\0\0zzZz" + SECRET
    yield "motion photo", file + box(b"mpvd", movie())


def _media() -> Iterator[tuple[str, bytes]]:
    file = mp4()
    first, second = chunk_offsets(file)[:2]
    yield "end of the media", changed(file, "mdat", tail)
    yield "start of the media", with_gap(file, first, SECRET)
    yield "between chunks", with_gap(file, second, SECRET)
    yield "dashcam", with_gap(file, second, box(b"free", b"GPS " + SECRET))
    yield "other media", file + box(b"mdat", SECRET)
    yield "other media in the middle", inserted(file, 3, box(b"mdat", SECRET))
    parts = parts_of(file)
    find(parts, "mdat").is_long = True
    yield "long media", changed(build(parts, file), "mdat", tail)
    yield "media to the end of the file", _open_end(file) + SECRET


def _open_end(file: bytes) -> bytes:
    """The file with its media last, of a size that is not said."""
    parts = sorted(parts_of(file), key=lambda part: part.kind == b"mdat")
    content = build(parts, file)
    at = content.index(b"mdat") - 4
    return content[:at] + bytes(4) + content[at + 4 :]


def _boxes() -> Iterator[tuple[str, bytes]]:
    file = mp4()
    extra = (box(b"zzZz", SECRET), box(b"free", SECRET), box(b"uuid", bytes(16) + SECRET), full(b"meta", SECRET))
    for name, path in LEVELS.items():
        for more in (*extra, box(b"udta", apple_text(b"\xa9inf", SECRET))):
            yield f"{more[4:8]!r} in {name}", added(file, path, more)
        yield f"end of {name}", _with_rest(file, path, SECRET[:7])
    for kind in (b"gps ", b"ctab"):
        yield f"{kind!r} in a movie", added(file, "moov", box(kind, SECRET))
    yield "movie in a movie", added(file, "moov", box(b"moov", box(b"zzZz", SECRET)))
    yield "keys of a protection", added(file, "moov", full(b"pssh", bytes(16) + struct.pack(">I", 24) + SECRET))
    for kind in (b"saiz", b"saio", b"stsh", b"padb", b"senc", b"csgp"):
        yield f"{kind!r} in a table", added(file, TABLE, full(kind, bytes(4) + SECRET))
    yield "load", added(file, "moov/trak", box(b"load", bytes(16) + SECRET))
    yield "apertures", added(file, "moov/trak", box(b"tapt", full(b"clef", bytes(8) + SECRET) + box(b"zzZz", SECRET)))
    yield "references", added(file, "moov/trak", box(b"tref", box(b"auxl", SECRET)))
    yield "unknown references", added(file, "moov/trak", box(b"tref", box(b"zzZz", SECRET)))
    yield "long object descriptor", added(file, "moov", full(b"iods", b"\x10\x1f" + bytes(7) + SECRET))
    yield "behind an object descriptor", added(file, "moov", full(b"iods", b"\x10\x80\x80\x07" + bytes(7) + SECRET))
    yield "broken object descriptor", added(file, "moov", full(b"iods", SECRET))


def _with_rest(file: bytes, path: str, rest: bytes) -> bytes:
    """The file with bytes at the end of a container that are too few for a box, and the whole secret behind it."""
    parts = parts_of(file)
    find(parts, path).children.append(Bare(rest))
    return build(parts, file) + SECRET


class Bare(Part):
    """Bytes that are no box."""

    def __init__(self, content: bytes) -> None:
        super().__init__(b"", content)

    def build(self) -> bytes:
        """The bytes."""
        return self.prefix


def _tables() -> Iterator[tuple[str, bytes]]:
    file = mp4()
    leaves = {
        "moov": ("mvhd",),
        "moov/trak": ("tkhd",),
        "moov/trak/mdia": ("mdhd", "hdlr", "minf/vmhd", "minf/dinf/dref/url"),
        "moov/trak.1/mdia/minf": ("smhd",),
        TABLE: ("stts", "stsc", "stsz", "stco", "stss", "stsd/mp4v/esds", "stsd/mp4v/btrt"),
        NOISE: ("esds", "btrt"),
    }
    for path, names in leaves.items():
        for name in names:
            yield f"behind {name}", changed(file, f"{path}/{name}", tail)
    # FFmpeg counts edits by the size of the box.
    yield "behind elst", changed(file, "moov/trak/edts/elst", lambda content: content + CELL[:7]) + SECRET
    yield "behind sdtp", added(file, TABLE, full(b"sdtp", bytes(6) + SECRET))
    yield "behind cslg", added(file, TABLE, full(b"cslg", bytes(20) + SECRET))
    yield "behind subs", added(file, TABLE, full(b"subs", struct.pack(">I", 0) + SECRET))
    yield "endless subs", added(file, TABLE, full(b"subs", struct.pack(">I", 9) + SECRET))
    yield "unknown groups", added(file, TABLE, full(b"sgpd", b"zzZz" + SECRET, 1), full(b"sbgp", b"zzZz" + SECRET))
    described = full(b"sgpd", b"roll" + struct.pack(">IIh", 2, 1, -1) + SECRET, 1)
    yield "behind groups", added(file, TABLE, described, full(b"sbgp", b"roll" + struct.pack(">III", 1, 6, 1) + SECRET))
    yield "groups of a wrong size", added(file, TABLE, full(b"sgpd", b"roll" + struct.pack(">II", 24, 1) + SECRET, 1))
    yield "long chunk offsets", _with_long_offsets(file)
    yield "compact sizes", _with_compact_sizes(file)


def _with_long_offsets(file: bytes) -> bytes:
    parts = parts_of(file)
    table = find(parts, TABLE + "/stco")
    places = struct.unpack(f">{len(table.prefix) // 4 - 2}I", table.prefix[8:])
    table.kind = b"co64"
    table.prefix = table.prefix[:8] + struct.pack(f">{len(places)}Q", *places) + SECRET
    return build(parts, file)


def _with_compact_sizes(file: bytes) -> bytes:
    parts = parts_of(file)
    table = find(parts, TABLE + "/stsz")
    sizes = struct.unpack(f">{len(table.prefix) // 4 - 3}I", table.prefix[12:])
    table.kind = b"stz2"
    table.prefix = struct.pack(f">III{len(sizes)}H", 0, 16, len(sizes), *sizes) + SECRET
    return build(parts, file)


def _fields() -> Iterator[tuple[str, bytes]]:
    """Fields of a fixed size within headers; the whole secret stands behind the file as well."""
    file = mp4()
    fields = {
        "moov/mvhd": {"times": (4, 8), "reserved": (26, 10), "window": (72, 24)},
        "moov/trak/tkhd": {"times": (4, 8), "reserved 1": (16, 4), "reserved 2": (24, 8), "reserved 3": (38, 2)},
        "moov/trak/mdia/mdhd": {"times": (4, 8), "language": (20, 2)},
        "moov/trak/mdia/hdlr": {"component": (4, 4), "maker": (12, 12), "name": (24, 12)},
        TABLE + "/stsd/mp4v": {"reserved": (0, 6), "vendor": (12, 12), "size": (36, 4), "compressor": (42, 32)},
        NOISE: {"reserved": (0, 6), "vendor": (12, 4)},
    }
    for path, places in fields.items():
        for name, (at, length) in places.items():
            short = path.rpartition("/")[2]
            yield f"{name} of {short}", changed(file, path, put(at, SECRET.ljust(length)[:length])) + SECRET
    yield "name of a QuickTime handler", changed(mov(), "moov/trak/mdia/hdlr", put(25, SECRET[:12])) + SECRET
    alias = full(b"dref", struct.pack(">I", 1) + full(b"alis", SECRET, flags=1))
    parts = parts_of(mov())
    find(parts, "moov/trak/mdia/minf/dinf").children = parts_of(alias)
    yield "alias of a disk", build(parts, mov())


def _descriptions() -> Iterator[tuple[str, bytes]]:
    file = mp4()
    picture = TABLE + "/stsd/mp4v"
    for kind, used in ((b"pasp", 8), (b"clap", 32), (b"fiel", 2), (b"gama", 4), (b"clli", 4), (b"mdcv", 24)):
        yield f"behind {kind.decode()}", _instead(file, picture, b"pasp", box(kind, bytes(used) + SECRET))
    yield "colour profile", added(file, picture, box(b"colr", b"prof" + profile()))
    yield "broken colour profile", added(file, picture, box(b"colr", b"prof" + SECRET))
    yield "behind colours", added(file, picture, box(b"colr", b"nclc" + bytes(6) + SECRET))
    yield "stereo", added(file, picture, box(b"sv3d", full(b"svhd", SECRET)))
    yield "unknown descriptor", changed(file, NOISE + "/esds", _with_descriptor)
    yield "channels", added(file, NOISE, full(b"chan", bytes(12) + SECRET))
    yield "flac comments", added(file, NOISE, full(b"dfLa", b"\0\0\0\x22" + bytes(34) + b"\x84\0\0\x18" + SECRET))
    yield "vendor of a sound", added(file, NOISE, box(b"damr", SECRET[:4] + bytes(5) + SECRET))
    yield "vendor of a picture", added(file, picture, box(b"d263", SECRET[:4] + bytes(3) + SECRET))


def _instead(file: bytes, path: str, kind: bytes, content: bytes) -> bytes:
    """The file with a box in place of one of another kind."""
    parts = parts_of(file)
    part = find(parts, path)
    part.children = [child for child in part.children if child.kind != kind] + parts_of(content)
    return build(parts, file)


def _with_descriptor(content: bytes) -> bytes:
    """`esds` with another descriptor at the end of the stream's own."""
    more = b"\x43\x18" + SECRET
    at = content.index(b"\x03\x80\x80\x80") + 4
    return content[:at] + bytes([content[at] + len(more)]) + content[at + 1 :] + more


def _texts() -> Iterator[tuple[str, bytes]]:
    file = mp4()
    kinds = (b"\xa9xyz", b"\xa9day", b"\xa9mak", b"\xa9mod", b"\xa9swr", b"\xa9too", b"\xa9cmt", b"\xa9nam", b"\xa9ART")
    for kind in kinds:
        yield f"user data {kind.decode('latin-1')}", with_user_data(file, apple_text(kind, SECRET))
    for kind in b"titl dscp auth perf gnre cprt albm kywd FIRM LENS CAME GPMF NCDT thmb Xtra name SDLN date".split():
        yield f"user data {kind.decode()}", with_user_data(file, full(kind, b"\x15\xc7" + SECRET + b"\0"))
    yield "user data xmp", with_user_data(file, box(b"XMP_", xmp()))
    yield "user data wide", with_user_data(file, full(b"titl", b"\x15\xc7\xff\xfe" + WIDE_SECRET))
    place = b"\x15\xc7" + SECRET + b"\0\0" + struct.pack(">iii", 13 << 16, 52 << 16, 0) + b"earth\0"
    yield "user data loci", with_user_data(file, full(b"loci", place))
    yield "user data thumbnail", with_user_data(file, full(b"thmb", jpeg(comment=SECRET)))
    yield "user data of a track", added(file, "moov/trak", box(b"udta", apple_text(b"\xa9nam", SECRET)))
    yield "ends of user data", with_user_data(file, apple_text(b"\xa9nam", SECRET) + bytes(4))
    for key in ("location.ISO6709", "make", "model", "software", "creationdate", "content.identifier", "title", "zz"):
        yield f"key {key}", added(file, "moov", metadata((f"com.apple.quicktime.{key}", SECRET)))
    yield "name of a key", added(file, "moov", metadata((SECRET.decode(), b"1")))
    for kind in (b"\xa9nam", b"apID", b"ownr", b"----", b"desc"):
        yield f"iTunes {kind.decode('latin-1')}", with_user_data(file, itunes((kind, SECRET)))
    yield "cover", with_user_data(file, itunes((b"covr", jpeg(comment=SECRET)), kind=13))


def with_user_data(file: bytes, content: bytes) -> bytes:
    """The film with other user data."""
    parts = parts_of(file)
    movie_part = find(parts, "moov")
    movie_part.children = [child for child in movie_part.children if child.kind != b"udta"]
    movie_part.children += parts_of(box(b"udta", content))
    return build(parts, file)


def _other_tracks() -> Iterator[tuple[str, bytes]]:
    file = mp4()
    drone = struct.pack(">H", 60) + b"F/2.8, ISO 100, GPS (13.37, 52.51, 20)".ljust(36) + SECRET
    handlers = {
        b"text": b"tx3g",
        b"sbtl": b"tx3g",
        b"subt": b"stpp",
        b"clcp": b"c608",
        b"tmcd": b"tmcd",
        b"hint": b"rtp ",
    }
    for handler, kind in handlers.items():
        description = entry(kind, SECRET)
        yield f"track {handler.decode()}", with_track(file, handler, description, drone, SECRET, name=SECRET)
    for kind in (b"gpmd", b"camm", b"rtmd", b"mebx", b"mett", b"urim", b"zzZz"):
        yield f"telemetry {kind.decode()}", with_track(file, b"meta", entry(kind, SECRET), SECRET, SECRET + bytes(9))
    yield "telemetry without a name", with_track(file, b"\0\0\0\0", entry(b"\0\0\0\0"), SECRET)
    yield "chapters", _chapters(file)
    broken = with_track(file, b"text", entry(b"text"), SECRET)
    yield "track with wrong tables", changed(broken, "moov/trak.2/mdia/minf/stbl/stco", put(8, b"\xff\xff\xff\xff"))
    yield (
        "track with media elsewhere",
        changed(broken, "moov/trak.2/mdia/minf/dinf/dref/url", lambda _: bytes(4) + SECRET),
    )


def _chapters(file: bytes) -> bytes:
    """Pictures of chapters, to which the film refers."""
    pictures = with_track(file, b"vide", entry(b"jpeg", bytes(70)), jpeg(comment=SECRET))
    return added(pictures, "moov/trak", box(b"tref", box(b"chap", struct.pack(">I", 9))))


def _fragments() -> Iterator[tuple[str, bytes]]:
    file = fragmented()
    for name in ("moof", "moof/traf", "moof.1/traf", "mfra", "moov/mvex"):
        for kind in (b"zzZz", b"uuid", b"senc", b"saiz", b"free"):
            yield f"{kind.decode()} in {name}", added(file, name, box(kind, bytes(16) + SECRET))
    for name in ("moof/mfhd", "moof/traf/tfhd", "moof/traf/tfdt", "moof/traf/trun", "mfra/tfra", "mfra/mfro"):
        yield f"behind {name}", changed(file, name, tail)
    yield "behind mvex/trex", changed(file, "moov/mvex/trex", tail)
    yield "end of a fragment's media", changed(file, "mdat.1", tail)
    yield "between fragments", inserted(file, 4, box(b"emsg", SECRET))
    yield "clock between fragments", inserted(file, 4, box(b"prft", SECRET))
    index = full(b"sidx", struct.pack(">IIIIHH", 1, 1000, 0, 0, 0, 0) + SECRET)
    yield "behind an index", inserted(file, 2, index)
    yield "levels of an index", inserted(file, 2, full(b"ssix", struct.pack(">II", 1, 0) + SECRET))
    yield "index of nobody", inserted(file, 2, full(b"ssix", struct.pack(">I", 99) + SECRET))
    yield "fragment of a dropped track", fragmented_telemetry(SECRET)


def fragmented_telemetry(secret: bytes) -> bytes:
    """A film in fragments, of which each has samples of a telemetry track behind those of picture and sound."""
    file = fragmented()
    parts = parts_of(file)
    movie_part = find(parts, "moov")
    movie_part.children += parts_of(track(9, b"meta", entry(b"gpmd"), []))
    defaults = full(b"trex", struct.pack(">IIIII", 9, 1, 1, len(secret), 0))
    find(movie_part.children, "mvex").children += parts_of(defaults)
    header = full(b"tfhd", struct.pack(">I", 9), flags=0x20000)
    for number in range(sum(part.kind == b"moof" for part in parts)):
        fragment, media = find(parts, f"moof.{number}"), find(parts, f"mdat.{number}")
        at = len(fragment.build()) + 8 + len(media.prefix)
        size = len(box(b"traf", header + full(b"trun", bytes(8))))
        move_runs(fragment, size)
        run = full(b"trun", struct.pack(">Ii", 1, at + size), flags=1)
        fragment.children += parts_of(box(b"traf", header + run))
        media.prefix += secret
    return b"".join(part.build() for part in parts)


PLACES: dict[str, bytes] = {
    name: file
    for places in (
        _top_level(),
        _media(),
        _boxes(),
        _tables(),
        _fields(),
        _descriptions(),
        _texts(),
        _other_tracks(),
        _fragments(),
    )
    for name, file in places
}
