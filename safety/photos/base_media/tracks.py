"""The tracks of a movie: what each is for, and which are kept.

Kept are picture and sound, and subtitles for those who ask for them. Telemetry, clocks, chapters and thumbnails
go, and so does whatever an auxiliary picture is for that is not transparency.

Source: design document metadata.md, section 10; ISO/IEC 14496-12 sections 8.3.2 (tkhd), 8.3.3 (tref), 8.4.3
(hdlr).
"""

from dataclasses import dataclass
from typing import Final

from safety.photos.base_media.box_tree import Node
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.property_content import ALPHA_TYPES
from safety.photos.base_media.sample_tables import Budget
from safety.photos.base_media.subtitles import SUBTITLE_HANDLERS, are_subtitles
from safety.photos.errors import CleanError, damaged
from safety.photos.plan import Options
from safety.photos.source import Source

_KEPT_HANDLERS: Final = (b"vide", b"soun", b"auxv", b"pict")
_PLAYED_HANDLERS: Final = (b"vide", b"soun", b"pict")
_AUXILIARY, _VISUAL_BYTES = b"auxv", 78
_CHAPTERS, _THUMBNAILS = b"chap", b"thmb"
_REFERENCES_MAX = 4096


@dataclass(frozen=True, slots=True)
class Track:
    """One `trak`: its number, what it is for (a handler type), and the numbers of other tracks it refers to."""

    node: Node
    number: int
    handler: bytes
    references: tuple[tuple[bytes, tuple[int, ...]], ...]

    @property
    def is_played(self) -> bool:
        """True for a track that is enough for a film."""
        return self.handler in _PLAYED_HANDLERS

    @property
    def is_for_reading(self) -> bool:
        """True for subtitles, or what says to be some."""
        return self.handler in SUBTITLE_HANDLERS


def read_track(node: Node, source: Source) -> Track:
    """What a `trak` is. Raises: CleanError damaged."""
    header, handler = node.find(b"tkhd"), node.find(b"mdia", b"hdlr")
    if header is None or handler is None:
        raise damaged("order")
    node.check_single(frozenset((b"tkhd", b"mdia", b"tref")))
    version = source.read(header.box.content, 1)[0]
    number = int.from_bytes(_read(source, header, 20 if version else 12, 4), "big")
    references = node.find(b"tref")
    children = references.children if references else []
    return Track(node, number, _read(source, handler, 8, 4), tuple(_reference(source, child) for child in children))


def choose_tracks(tracks: list[Track], reader: BoxReader, options: Options) -> list[Track]:
    """The tracks that are kept. Raises: CleanError damaged, when two have one number."""
    if len({track.number for track in tracks}) != len(tracks):
        raise damaged("order")
    chapters = {
        number for track in tracks for kind, numbers in track.references if kind == _CHAPTERS for number in numbers
    }
    others = [track for track in tracks if track.number not in chapters]
    budget = Budget()
    return [
        track
        for track in others
        if _is_kept(track, reader) or (options.keeps_subtitles and _is_readable(track, reader, budget))
    ]


def _is_readable(track: Track, reader: BoxReader, budget: Budget) -> bool:
    return track.is_for_reading and are_subtitles(track.node, reader, budget)


def _is_kept(track: Track, reader: BoxReader) -> bool:
    is_thumbnail = any(kind == _THUMBNAILS for kind, _ in track.references)
    is_foreign = track.handler == _AUXILIARY and not _may_be_transparency(track, reader)
    return track.handler in _KEPT_HANDLERS and not is_thumbnail and not is_foreign


def _may_be_transparency(track: Track, reader: BoxReader) -> bool:
    """False for an auxiliary track that says to be something else, such as a depth map."""
    stsd = track.node.find(b"mdia", b"minf", b"stbl", b"stsd")
    try:
        entries = list(reader.children(stsd.box, 8)) if stsd else []
        boxes = [box for entry in entries for box in reader.children(entry, _VISUAL_BYTES) if box.kind == b"auxi"]
        names = [bytes(reader.source.window(box.content + 4, min(box.content_bytes - 4, 64))) for box in boxes]
    except CleanError as error:
        # The kept tracks are read again, strictly; here a broken one is only not transparency.
        if error.code != "damaged":
            raise
        return False
    return all(name.partition(b"\0")[0] in ALPHA_TYPES for name in names)


def _read(source: Source, node: Node, offset: int, length: int) -> bytes:
    if offset + length > node.box.content_bytes:
        raise damaged("size")
    return source.read(node.box.content + offset, length)


def _reference(source: Source, node: Node) -> tuple[bytes, tuple[int, ...]]:
    count, rest = divmod(node.box.content_bytes, 4)
    if rest or count > _REFERENCES_MAX:
        raise damaged("size")
    content = source.read(node.box.content, node.box.content_bytes)
    return node.kind, tuple(int.from_bytes(content[at : at + 4], "big") for at in range(0, len(content), 4))
