"""The plan for `moov`: every box from an allow-list by the place where it stands, everything else made empty.

Nothing moves, and nothing of the media is read.

Source: design document metadata.md, section 10; ISO/IEC 14496-12 sections 8.2 (mvhd), 8.8 (mvex); ISO/IEC
14496-14 section 5.1 (iods).
"""

from dataclasses import dataclass, field
from typing import Final

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.box_sizes import number
from safety.photos.base_media.box_tree import Node, read_tree
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.media_ranges import MediaRanges
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.base_media.sample_tables import Budget, chunk_spans
from safety.photos.base_media.track_boxes import TrackPlanner
from safety.photos.base_media.tracks import Track, choose_tracks, read_track
from safety.photos.base_media.tree_planner import TreePlanner
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_TABLE_BYTES
from safety.photos.plan import Options

# Compressed films, and films that only name other films.
_ELSEWHERE: Final = (b"cmov", b"rmra")
_OBJECT_TAG, _OBJECT_BYTES = 0x10, 7


@dataclass
class Movie:
    """What fragments and the top level have to know: tracks by number, and where their samples are."""

    tracks: dict[int, Track] = field(default_factory=dict)
    dropped: dict[int, Track] = field(default_factory=dict)
    kept_spans: list[MediaRanges] = field(default_factory=list)
    dropped_spans: dict[int, MediaRanges] = field(default_factory=dict)
    # Bytes of a sample when a fragment does not say it, from `trex`.
    default_sizes: dict[int, int] = field(default_factory=dict)
    # The kinds of sample groups whose descriptions stay.
    groups: dict[int, frozenset[bytes]] = field(default_factory=dict)

    @property
    def has_picture_or_sound(self) -> bool:
        """True when something is left to play."""
        return any(track.is_played for track in self.tracks.values())


def plan_movie(moov: Box, reader: BoxReader, sheet: BoxSheet, report: MovieReport, options: Options) -> Movie:
    """Put the box on the sheet. Raises: CleanError damaged, unsupported-variant, too-many-parts or too-deep."""
    if moov.size > MAX_TABLE_BYTES:
        raise CleanError("too-many-parts")
    return _MoviePlanner(read_tree(moov, reader), reader, sheet, report, options).run()


class _MoviePlanner(TreePlanner):
    """Keeps the movie's header and the chosen tracks."""

    def __init__(self, root: Node, reader: BoxReader, sheet: BoxSheet, report: MovieReport, options: Options) -> None:
        super().__init__(reader, sheet, report)
        self._root = root
        tracks = [read_track(node, self.source) for node in root.all(b"trak")]
        kept = choose_tracks(tracks, reader, options)
        self._by_start = {track.node.box.start: track for track in tracks}
        self._movie = Movie({track.number: track for track in kept})
        self._dropped_budget = Budget()
        self._planner = TrackPlanner(tracks, kept, reader, sheet, report, options)
        self.rules = {
            b"moov": {b"mvhd": self._header, b"trak": self._one_track, b"mvex": self.container, b"iods": self._objects},
            b"mvex": {b"mehd": self.sized, b"trex": self._defaults},
        }

    def run(self) -> Movie:
        """Put the movie on the sheet."""
        if any(node.kind in _ELSEWHERE for node in self._root.children):
            raise CleanError("unsupported-variant")
        if self._root.find(b"mvhd") is None:
            raise damaged("order")
        self.container(self._root)
        self._movie.groups = self._planner.groups_by_track
        return self._movie

    def _header(self, node: Node) -> None:
        """`mvhd`: times, reserved fields, and what QuickTime remembers of a window (preview, selection) go."""
        wide = self.head(node)[:1] > b"\0"
        # Version and flags; scale, length, rate and volume; matrix; the next free number.
        parts = ((0, 4), (20, 38), (48, 84), (108, 112)) if wide else ((0, 4), (12, 26), (36, 72), (96, 100))
        self.sheet.keep_parts(node.box, *parts)
        self.report.times(node.box, wide)

    def _one_track(self, node: Node) -> None:
        track = self._by_start[node.box.start]
        if track.number in self._movie.tracks:
            self._movie.kept_spans.append(self._planner.plan(track))
            return
        spans = self._spans_of_dropped(track)
        self._movie.dropped[track.number] = track
        self._movie.dropped_spans[track.number] = spans
        self.report.track(track, spans)
        self.sheet.free(node.box)

    def _spans_of_dropped(self, track: Track) -> MediaRanges:
        """As far as its tables can be read; a track that goes may be broken, or have its media elsewhere."""
        table = track.node.find(b"mdia", b"minf", b"stbl")
        references = track.node.find(b"mdia", b"minf", b"dinf", b"dref")
        if table is None or (references is not None and not self._is_own_media(references)):
            return MediaRanges()
        try:
            return chunk_spans(self.source, table, (), self._dropped_budget)
        except (CleanError, OverflowError):
            return MediaRanges()

    def _is_own_media(self, references: Node) -> bool:
        try:
            boxes = list(self.reader.children(references.box, 8))
        except CleanError:
            return False
        return all(number(bytes(self.source.window(box.content, 4)), 1, 3) & 1 for box in boxes)

    def _defaults(self, node: Node) -> None:
        """`trex`: the defaults of one track."""
        track, size = number(self.head(node), 4), number(self.head(node), 16)
        self._movie.default_sizes[track] = size
        if track in self._movie.tracks:
            self.sized(node)
        else:
            self.sheet.free(node.box)

    def _objects(self, node: Node) -> None:
        """`iods`: the levels that a player needs, which is the short form; the long one can hold addresses."""
        head = self.head(node)
        at, length = 5, 0
        while at < min(9, len(head)):
            length, at = length << 7 | head[at] & 127, at + 1
            if head[at - 1] < 128:
                break
        if head[4:5] == bytes([_OBJECT_TAG]) and length == _OBJECT_BYTES:
            self.sheet.keep_first(node.box, at + _OBJECT_BYTES)
        else:
            self.remove(node)
