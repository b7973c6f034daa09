"""The plan for a PNG or APNG: chunks from an allow-list, everything else left out.

It does not inflate the picture: bytes hidden inside IDAT behind the end of its zlib stream stay.

Source: design document metadata.md, section 5; PNG specification (third edition) section 11 (chunk contents).
"""

import zlib
from collections.abc import Container
from typing import Final

from safety.photos.errors import CleanError, damaged
from safety.photos.formats.chunks import END_CHUNK, SIGNATURE_BYTES, Chunk, ends_later, walk_chunks
from safety.photos.formats.png_report import ChunkReport, exif_block, inflate
from safety.photos.limits import INFLATE_MAX_BYTES, REPORT_MAX_BYTES
from safety.photos.metadata.icc import rebuild_profile
from safety.photos.metadata.orientation import UPRIGHT, canonical_exif, read_orientation
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.profiles import is_public_profile
from safety.photos.plan import Draft
from safety.photos.source import Source

_GREY, _COLOUR, _PALETTE = 0, 2, 3
_ALPHA_TYPES: Final = (4, 6)

# Lengths that decoders accept, in bytes: a longer one would be a hiding place.
_SINGLE: Final[dict[bytes, Container[int]]] = {
    b"cHRM": (32,),
    b"gAMA": (4,),
    b"sRGB": (1,),
    b"cICP": (4,),
    b"mDCV": (24,),
    b"mDCv": (24,),
    b"cLLI": (8,),
    b"cLLi": (8,),
    b"sBIT": range(1, 5),
    b"bKGD": (1, 2, 6),
    b"pHYs": (9,),
    b"acTL": (8,),
}
_TRANSPARENCY_BYTES: Final[dict[int, Container[int]]] = {_GREY: (2,), _COLOUR: (6,), _PALETTE: range(1, 257)}
_COLOUR_CHUNKS: Final = (b"cHRM", b"gAMA", b"sRGB", b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi")
_HEADER_BYTES, _APPLE_BYTES = 13, 4
_ANY: Final = range(2**31)
_FRAME_BYTES: Final[dict[bytes, Container[int]]] = {b"fcTL": (26,), b"fdAT": range(4, 2**31)}
_STORED_BLOCK_BYTES = 65_535


def plan_png(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError damaged, unsupported-variant or too-many-parts."""
    planner = _PngPlanner(source, draft)
    for chunk in walk_chunks(source):
        planner.take(chunk)
    planner.write()


class _PngPlanner:
    """Takes chunk after chunk. What follows the first IDAT waits, since the orientation goes before it."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._rest = Draft(source)
        self._report = ChunkReport(source, draft)
        self._seen: set[bytes] = set()
        self._colour_type = -1
        self._exif: Chunk | None = None
        self._end: Chunk | None = None

    def take(self, chunk: Chunk) -> None:
        """Decide about one chunk."""
        if not self._seen and chunk.kind not in (b"IHDR", b"CgBI"):
            raise damaged("order")
        if chunk.is_cut:
            self._take_cut(chunk)
        elif chunk.kind in (b"IDAT", b"fdAT", b"fcTL"):
            self._take_picture(chunk)
        elif chunk.kind in (b"IHDR", b"CgBI", b"PLTE", b"IEND"):
            self._take_critical(chunk)
        elif not chunk.kind[0] & 0x20:
            raise CleanError("unsupported-variant", format="png")
        else:
            self._take_extra(chunk)
        self._seen.add(chunk.kind)

    def _out(self) -> Draft:
        return self._rest if b"IDAT" in self._seen else self._draft

    def _keep(self, chunk: Chunk) -> None:
        self._out().keep(chunk.start, chunk.end - chunk.start)

    def _take_cut(self, chunk: Chunk) -> None:
        if chunk.kind not in (b"IDAT", b"fdAT") or b"IHDR" not in self._seen:
            self._report.hidden(chunk)
        elif ends_later(self._source, chunk):
            raise damaged("size")
        elif chunk.kind == b"IDAT" or b"acTL" in self._seen:
            # Never before the first IDAT is seen, so that the orientation stays in front of it.
            self._rest.keep(chunk.start, chunk.end - chunk.start)

    def _take_picture(self, chunk: Chunk) -> None:
        if b"IHDR" not in self._seen:
            raise damaged("order")
        if chunk.kind != b"IDAT" and b"acTL" not in self._seen:
            # Without acTL these frames are in the file and on no screen.
            self._report.unused_frame(chunk)
            return
        if chunk.length not in _FRAME_BYTES.get(chunk.kind, _ANY):
            raise damaged("size")
        out = self._rest if chunk.kind == b"IDAT" else self._out()
        out.keep(chunk.start, chunk.end - chunk.start)

    def _take_critical(self, chunk: Chunk) -> None:
        if chunk.kind in self._seen:
            raise damaged("order")
        if chunk.kind == b"IEND":
            self._end = chunk
        elif chunk.kind == b"PLTE":
            self._take_palette(chunk)
        elif chunk.length != (_HEADER_BYTES if chunk.kind == b"IHDR" else _APPLE_BYTES):
            raise damaged("size")
        else:
            self._take_header(chunk)

    def _take_header(self, chunk: Chunk) -> None:
        if not self._seen:
            self._draft.keep(0, SIGNATURE_BYTES)
        if chunk.kind == b"IHDR":
            self._colour_type = chunk.read(self._source)[9]
            if self._colour_type in _ALPHA_TYPES:
                self._draft.note_kept("transparency")
        self._keep(chunk)

    def _take_palette(self, chunk: Chunk) -> None:
        if chunk.length % 3 or not 3 <= chunk.length <= 768 or b"IDAT" in self._seen:
            raise damaged("size")
        if self._colour_type in (_GREY, 4):
            self._report.hidden(chunk)
        else:
            self._keep(chunk)

    def _take_extra(self, chunk: Chunk) -> None:
        lengths = _TRANSPARENCY_BYTES.get(self._colour_type, ()) if chunk.kind == b"tRNS" else _SINGLE.get(chunk.kind)
        if chunk.kind == b"eXIf":
            self._take_exif(chunk)
        elif chunk.kind == b"iCCP" and not self._seen & {b"iCCP", b"PLTE", b"IDAT"}:
            self._take_profile(chunk)
        elif lengths is None:
            self._report.dropped(chunk)
        elif chunk.kind in self._seen or chunk.length not in lengths or b"IDAT" in self._seen:
            # Given twice, with a wrong length or behind the picture, decoders ignore it.
            self._report.hidden(chunk)
        else:
            self._note_kept(chunk)
            self._keep(chunk)

    def _note_kept(self, chunk: Chunk) -> None:
        if chunk.kind in _COLOUR_CHUNKS:
            self._draft.note_kept("colours")
        elif chunk.kind in (b"tRNS", b"pHYs", b"acTL"):
            self._draft.note_kept({b"tRNS": "transparency", b"pHYs": "print-size", b"acTL": "animation"}[chunk.kind])

    def _take_exif(self, chunk: Chunk) -> None:
        if self._exif is None and chunk.length <= REPORT_MAX_BYTES:
            self._exif = chunk
        else:
            self._report.dropped(chunk)

    def _take_profile(self, chunk: Chunk) -> None:
        size = chunk.end - chunk.start
        original = self._inflated_profile(chunk)
        names = profile_names(original)
        if not self._draft.options.keeps_colour_profile:
            self._draft.find("colour-profile", "iCCP", chunk.start, size, **names)
            return
        profile = rebuild_profile(original)
        if profile is None:
            self._draft.find("colour-profile-damaged", "iCCP", chunk.start, size, **names)
            return
        self._draft.note_kept("colours")
        literal = make_chunk(b"iCCP", b"icc\0\0" + deflate_stored(profile))
        if self._draft.rewrite(literal, chunk.start) or size != len(literal):
            self._draft.find("colour-profile", "iCCP", chunk.start, size, **names)
        if not is_public_profile(profile):
            self._draft.find("colour-profile-custom", "iCCP", chunk.start, size)

    def _inflated_profile(self, chunk: Chunk) -> bytes:
        """The profile as it came; empty when it cannot be read or is too large."""
        if chunk.length > REPORT_MAX_BYTES:
            return b""
        _, end_of_name, rest = chunk.read(self._source).partition(b"\0")
        return inflate(rest[1:], INFLATE_MAX_BYTES) if end_of_name and rest[:1] == b"\0" else b""

    def write(self) -> None:
        """Write the plan. Raises: CleanError damaged, when there is no picture."""
        if not self._rest.output_bytes or b"IDAT" not in self._seen:
            raise damaged("no-picture")
        self._write_exif()
        self._draft.extend(self._rest)
        if self._end is None:
            self._draft.find("damaged-end", "end", self._source.size, 0)
            return
        self._draft.rewrite(END_CHUNK, self._end.start)
        if self._end.length:
            self._draft.find("hidden-bytes", "IEND", self._end.start, self._end.length)
        self._report.leftover(self._end.end)

    def _write_exif(self) -> None:
        if self._exif is None:
            return
        content = self._exif.read(self._source)
        orientation = read_orientation(exif_block(content))
        literal = b""
        if orientation != UPRIGHT:
            literal = make_chunk(b"eXIf", canonical_exif(orientation))
            self._draft.note_kept("orientation")
        if self._draft.rewrite(literal, self._exif.start) or self._exif.end - self._exif.start != len(literal):
            self._report.exif(self._exif, content)


def make_chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk with its length and checksum."""
    checksum = zlib.crc32(kind + content)
    return len(content).to_bytes(4, "big") + kind + content + checksum.to_bytes(4, "big")


def deflate_stored(content: bytes) -> bytes:
    """A zlib stream that stores without compressing: the same bytes in every language."""
    starts = range(0, len(content), _STORED_BLOCK_BYTES)
    pieces = [b"\x78\x01"]
    for start in starts:
        block = content[start : start + _STORED_BLOCK_BYTES]
        is_last = start == starts[-1]
        length = len(block)
        pieces.append(bytes([is_last]) + length.to_bytes(2, "little") + (length ^ 0xFFFF).to_bytes(2, "little") + block)
    pieces.append(zlib.adler32(content).to_bytes(4, "big"))
    return b"".join(pieces)
