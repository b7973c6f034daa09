"""Films with subtitles of each kind, made by code."""

import struct

from tests.photos.movie_samples import Part, build, find, media_start, mp4, parts_of, track
from tests.photos.samples import box

NAMESPACE = b"http://www.w3.org/ns/ttml"
STYLE = struct.pack(">HHHBBI", 0, 0, 1, 0, 18, 0xFFFFFFFF)
FONTS = box(b"ftab", struct.pack(">HHB", 1, 1, 5) + b"Arial")
RATE = box(b"btrt", bytes(4) + struct.pack(">II", 164, 164))
CUE = box(b"vttc", box(b"payl", b"Hello"))
HEAD = b"WEBVTT\n\nSTYLE\n::cue { color: red }\n"
PALETTE = b"\4\x13" + b"\xe0\xe0" + bytes(11) + b"\5\4abcd"


def description(kind: bytes, content: bytes = b"", reserved: bytes = bytes(6)) -> bytes:
    """A sample description with its index of the media."""
    return box(kind, reserved + b"\0\1" + content)


def timed_text(*boxes: bytes, kind: bytes = b"tx3g") -> bytes:
    """That of 3GPP: flags, justification, background, box and style, then fonts."""
    fields = struct.pack(">IBBI", 0, 1, 0xFF, 0x80) + struct.pack(">4H", 1, 2, 3, 4) + STYLE
    return description(kind, fields + b"".join(boxes))


def quicktime_text(font: bytes = b"\5Arial", reserved: bytes = bytes(8), more_reserved: bytes = bytes(3)) -> bytes:
    """QuickTime's, with the name of a font at its end."""
    fields = struct.pack(">II6s4H", 1, 1, b"\1" * 6, 1, 2, 3, 4) + reserved + struct.pack(">HH", 7, 1)
    return description(b"text", fields + more_reserved + b"\2" * 6 + font)


def web_text(*boxes: bytes, head: bytes = HEAD) -> bytes:
    """WebVTT."""
    return description(b"wvtt", box(b"vttC", head) + b"".join(boxes))


def xml_text(*boxes: bytes, namespace: bytes = NAMESPACE, schema: bytes = b"", types: bytes = b"") -> bytes:
    """TTML."""
    return description(b"stpp", b"\0".join((namespace, schema, types, b"".join(boxes))))


def pictures(*boxes: bytes) -> bytes:
    """Drawn subtitles, with their palette."""
    stream = b"\3" + bytes([3 + len(PALETTE) + 3]) + b"\0\2\0" + PALETTE + b"\6\1\2"
    return description(b"mp4s", box(b"esds", bytes(4) + stream) + b"".join(boxes))


# The handler, the description and the samples of each kind; FFmpeg writes `text` with the fields of `tx3g`.
KINDS = {
    "3GPP": (b"sbtl", timed_text(FONTS, RATE), (b"\0\5Hello", b"\0\3Bye")),
    "FFmpeg": (b"text", timed_text(FONTS, kind=b"text"), (b"\0\5Hello", b"\0\3Bye")),
    "QuickTime": (b"text", quicktime_text(), (b"\0\5Hello", b"\0\3Bye")),
    "WebVTT": (b"text", web_text(RATE), (CUE, box(b"vtte", b""))),
    "TTML": (b"subt", xml_text(RATE, types=b"image/png"), (b"<tt>Hello</tt>",)),
    "drawn": (b"subt", pictures(), (b"\0\x08\0\4abcd",)),
    "608": (b"clcp", description(b"c608"), (box(b"cdat", b"\x94\x20"),)),
    "708": (b"clcp", description(b"c708"), (box(b"ccdp", b"\x96\x69"),)),
}


def subtitled(
    handler: bytes,
    entry: bytes,
    *samples: bytes,
    more: bytes = b"",
    media_header: bytes = b"",
    number: int = 9,
    file: bytes | None = None,
) -> bytes:
    """A film with subtitles at the end of its media; `more` stands in the `trak`, `media_header` in the `minf`."""
    film = mp4() if file is None else file
    parts = parts_of(film)
    media = find(parts, "mdat")
    at = media_start(film) + len(media.prefix)
    media.prefix += b"".join(samples)
    places = []
    for sample in samples:
        places.append((at, len(sample)))
        at += len(sample)
    added: list[Part] = parts_of(track(number, handler, entry, places, more))
    find(added, "trak/mdia/minf").children += parts_of(media_header)
    find(parts, "moov").children += added
    return build(parts, film)


def of_kind(name: str) -> bytes:
    """A film with subtitles of one kind."""
    handler, entry, samples = KINDS[name]
    return subtitled(handler, entry, *samples)
