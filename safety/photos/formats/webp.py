"""The plan for a WebP, still or animated: chunks from an allow-list, everything else left out.

It does not look inside VP8 and VP8L: bytes hidden behind the coded picture stay.

Source: design document metadata.md, section 6; RFC 9649 section 2 (container).
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from safety.photos.errors import CleanError, damaged
from safety.photos.formats.png_report import exif_block
from safety.photos.formats.tail import report_tail
from safety.photos.formats.webp_report import PieceReport
from safety.photos.limits import MAX_WEBP_CHUNKS, REPORT_MAX_BYTES
from safety.photos.metadata.icc import rebuild_profile
from safety.photos.metadata.orientation import UPRIGHT, canonical_exif, read_orientation
from safety.photos.metadata.profile_names import profile_names
from safety.photos.metadata.profiles import is_public_profile
from safety.photos.plan import Draft
from safety.photos.source import Source

_HAS_PROFILE, _HAS_ALPHA, _HAS_EXIF, _IS_ANIMATED = 0x20, 0x10, 0x08, 0x02
_CODED: Final = (b"VP8 ", b"VP8L")
_PICTURE: Final = (b"ALPH", *_CODED)
_RIFF_BYTES, _HEAD_BYTES = 12, 8
_CANVAS_BYTES, _LOOP_BYTES, _FRAME_BYTES = 10, 6, 16


class Piece(NamedTuple):
    """One RIFF chunk: its type, where its header starts and how many bytes it holds."""

    kind: bytes
    start: int
    length: int

    @property
    def content(self) -> int:
        """Offset of what it holds."""
        return self.start + _HEAD_BYTES

    @property
    def padded_bytes(self) -> int:
        """Size with header and padding."""
        return _HEAD_BYTES + self.length + self.length % 2


def plan_webp(source: Source, draft: Draft) -> None:
    """Fill `draft`. Raises: CleanError damaged or too-many-parts."""
    _WebpPlanner(source, draft).run()


class _WebpPlanner:
    """Sorts the chunks, then writes them in the order that the format asks for."""

    def __init__(self, source: Source, draft: Draft) -> None:
        self._source = source
        self._draft = draft
        self._body = Draft(source, draft.options)
        self._report = PieceReport(source, draft)
        self._end = min(_HEAD_BYTES + int.from_bytes(source.read(4, 4), "little"), source.size)
        self._pieces_left = MAX_WEBP_CHUNKS
        self._canvas: Piece | None = None
        self._flags = 0
        self._loop: Piece | None = None
        self._pictures: list[Piece] = []
        self._frames: list[Piece] = []
        self._exif: Piece | None = None
        self._profile: Piece | None = None

    def run(self) -> None:
        """Read all chunks and write the plan."""
        last = _RIFF_BYTES
        for piece in self._walk(_RIFF_BYTES, self._end):
            if piece.start == _RIFF_BYTES:
                self._take_first(piece)
            else:
                self._take(piece)
            last = piece.start + piece.padded_bytes
        self._note_rest(min(last, self._source.size))
        self._write()

    def _walk(self, start: int, end: int) -> Iterator[Piece]:
        """The chunks between two offsets; those inside frames count towards the same limit."""
        while start + _HEAD_BYTES <= end:
            self._pieces_left -= 1
            if self._pieces_left < 0:
                raise CleanError("too-many-parts")
            head = self._source.read(start, _HEAD_BYTES)
            piece = Piece(head[:4], start, int.from_bytes(head[4:], "little"))
            if piece.content + piece.length > end:
                raise damaged("size")
            yield piece
            start += piece.padded_bytes

    def _note_rest(self, last: int) -> None:
        if last < self._end:
            self._report.hidden("end", last, self._end - last)
        start = max(last, self._end)
        if start < self._source.size:
            report_tail(self._draft, start)

    def _take_first(self, piece: Piece) -> None:
        if piece.kind == b"VP8X" and piece.length >= _CANVAS_BYTES:
            self._canvas = piece
            self._flags = self._source.read(piece.content, 1)[0]
        elif piece.kind in _CODED:
            self._pictures.append(piece)
        else:
            raise damaged("order")

    def _take(self, piece: Piece) -> None:
        # Without VP8X decoders show the first chunk and ignore the others.
        if self._canvas is None or not self._is_used(piece):
            self._report.dropped(piece.kind, piece.start, piece.length)

    def _is_used(self, piece: Piece) -> bool:
        """True when a decoder uses the chunk, which is then remembered."""
        is_animated = bool(self._flags & _IS_ANIMATED)
        if piece.kind in _PICTURE and not is_animated:
            return self._add_picture(self._pictures, piece)
        if piece.kind == b"ANMF" and is_animated and self._loop is not None:
            self._frames.append(piece)
        elif piece.kind == b"ANIM" and is_animated and self._loop is None and piece.length >= _LOOP_BYTES:
            self._loop = piece
        elif piece.kind == b"ICCP" and self._flags & _HAS_PROFILE and self._profile is None:
            self._profile = piece
        elif piece.kind == b"EXIF" and self._flags & _HAS_EXIF and self._exif is None:
            self._exif = piece
        else:
            return False
        return True

    @staticmethod
    def _add_picture(pictures: list[Piece], piece: Piece) -> bool:
        """One coded picture, and one ALPH before it; whatever follows is on no screen."""
        is_complete = any(picture.kind in _CODED for picture in pictures)
        if is_complete or (piece.kind == b"ALPH" and pictures):
            return False
        pictures.append(piece)
        return True

    def _write(self) -> None:
        if not self._frames and not any(picture.kind in _CODED for picture in self._pictures):
            raise damaged("no-picture")
        orientation = self._orientation()
        profile = self._rebuilt_profile()
        self._write_canvas(orientation != UPRIGHT, profile is not None)
        self._write_profile(profile)
        if self._loop is not None and self._frames:
            self._draft.note_kept("animation")
            self._write_trimmed(self._loop, _LOOP_BYTES)
        for frame in self._frames:
            self._write_frame(frame)
        for picture in self._pictures:
            self._write_whole(self._body, picture)
        self._write_exif(orientation)
        size = self._body.output_bytes + 4
        self._draft.rewrite(b"RIFF" + size.to_bytes(4, "little") + b"WEBP", 0)
        self._draft.extend(self._body)

    def _orientation(self) -> int:
        if self._exif is None or self._exif.length > REPORT_MAX_BYTES:
            return UPRIGHT
        return read_orientation(exif_block(self._read(self._exif)))

    def _rebuilt_profile(self) -> bytes | None:
        piece = self._profile
        if piece is None or piece.length > REPORT_MAX_BYTES or not self._draft.options.keeps_colour_profile:
            return None
        return rebuild_profile(self._read(piece))

    def _write_canvas(self, has_exif: bool, has_profile: bool) -> None:
        if self._canvas is None:
            return
        flags = self._flags & (_HAS_ALPHA | _IS_ANIMATED)
        flags |= (_HAS_PROFILE if has_profile else 0) | (_HAS_EXIF if has_exif else 0)
        if flags & _HAS_ALPHA:
            self._draft.note_kept("transparency")
        size = self._source.read(self._canvas.content + 4, 6)
        literal = b"VP8X" + _CANVAS_BYTES.to_bytes(4, "little") + bytes([flags, 0, 0, 0]) + size
        self._body.rewrite(literal, self._canvas.start)
        if self._canvas.length > _CANVAS_BYTES:
            self._report.hidden("VP8X", self._canvas.start, self._canvas.length - _CANVAS_BYTES)

    def _write_profile(self, profile: bytes | None) -> None:
        piece = self._profile
        if piece is None:
            return
        if profile is None:
            is_wanted = self._draft.options.keeps_colour_profile
            code = "colour-profile-damaged" if is_wanted else "colour-profile"
            self._draft.find(code, "ICCP", piece.start, piece.length, **self._profile_names(piece))
            return
        self._draft.note_kept("colours")
        # A rebuilt profile is a multiple of four bytes long, so it needs no padding.
        literal = b"ICCP" + len(profile).to_bytes(4, "little") + profile
        if self._body.rewrite(literal, piece.start):
            self._draft.find("colour-profile", "ICCP", piece.start, piece.length, **self._profile_names(piece))
        if not is_public_profile(profile):
            self._draft.find("colour-profile-custom", "ICCP", piece.start, piece.length)

    def _profile_names(self, piece: Piece) -> dict[str, str]:
        return profile_names(self._read(piece)) if piece.length <= REPORT_MAX_BYTES else {}

    def _write_trimmed(self, piece: Piece, length: int) -> None:
        self._body.rewrite(piece.kind + length.to_bytes(4, "little"), piece.start)
        self._body.keep(piece.content, length)
        if piece.length > length:
            self._report.hidden(piece.kind.decode("latin-1"), piece.start, piece.length - length)

    def _write_frame(self, frame: Piece) -> None:
        if frame.length < _FRAME_BYTES:
            raise damaged("size")
        pictures: list[Piece] = []
        start, end = frame.content + _FRAME_BYTES, frame.content + frame.length
        for piece in self._walk(start, end):
            if piece.kind not in _PICTURE or not self._add_picture(pictures, piece):
                self._report.dropped(piece.kind, piece.start, piece.length)
        if not any(picture.kind in _CODED for picture in pictures):
            raise damaged("no-picture")
        length = _FRAME_BYTES + sum(picture.padded_bytes for picture in pictures)
        self._body.rewrite(b"ANMF" + length.to_bytes(4, "little"), frame.start)
        self._body.keep(frame.content, _FRAME_BYTES)
        for picture in pictures:
            self._write_whole(self._body, picture)

    def _write_whole(self, out: Draft, piece: Piece) -> None:
        out.keep(piece.start, _HEAD_BYTES + piece.length)
        if piece.length % 2 and out.rewrite(b"\0", piece.content + piece.length):
            self._report.hidden("padding", piece.content + piece.length, 1)

    def _write_exif(self, orientation: int) -> None:
        piece = self._exif
        if piece is None:
            return
        literal = b""
        if orientation != UPRIGHT:
            block = canonical_exif(orientation)
            literal = b"EXIF" + len(block).to_bytes(4, "little") + block
            self._draft.note_kept("orientation")
        if self._body.rewrite(literal, piece.start) or piece.length + _HEAD_BYTES != len(literal):
            self._report.exif(piece.start, piece.length)

    def _read(self, piece: Piece) -> bytes:
        return self._source.read(piece.content, piece.length)
