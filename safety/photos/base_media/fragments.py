"""The plan for fragments: `moof` and where the samples of its runs are, and the indexes of fragments.

Fragments of tracks that go become empty boxes. Offsets in indexes stay right, since nothing moves.

Source: design document metadata.md, section 10 (fragmented files); ISO/IEC 14496-12 sections 8.8 (moof, traf,
tfhd, trun, tfdt, mfra) and 8.16 (sidx, ssix).
"""

from collections.abc import Callable

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.box_sizes import number, used_bytes
from safety.photos.base_media.box_tree import Node, read_tree
from safety.photos.base_media.boxes import Box, BoxReader
from safety.photos.base_media.media_ranges import MediaRanges
from safety.photos.base_media.movie import Movie
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.base_media.sample_tables import read_numbers
from safety.photos.base_media.tree_planner import TreePlanner
from safety.photos.errors import CleanError, damaged
from safety.photos.limits import MAX_CHUNKS, MAX_FILE_BYTES, MAX_SAMPLES

# Flags of `tfhd`: a base of its own, default values, and the start of the `moof` as the base.
_BASE, _DESCRIPTION, _DURATION, _SIZE, _BASE_IS_MOOF = 0x1, 0x2, 0x8, 0x10, 0x20000
# Flags of `trun`: where it starts, one field for the first sample, and four fields for each sample.
_OFFSET, _FIRST_FLAGS, _SAMPLE_DURATION, _SAMPLE_SIZE, _SAMPLE_FIELDS = 0x1, 0x4, 0x100, 0x200, 0xF00
_LEVELS_MAX = 65_536


class FragmentPlanner(TreePlanner):
    """Plans one fragment after another; `kept_spans` and `dropped_spans` are where their samples are."""

    def __init__(self, movie: Movie, reader: BoxReader, sheet: BoxSheet, report: MovieReport) -> None:
        super().__init__(reader, sheet, report)
        self._movie = movie
        self._runs_left, self._samples_left = MAX_CHUNKS, MAX_SAMPLES
        self._moof_start = self._end = self._kept_end = self._base = 0
        self._track_number = self._default_size = self._sample_count = 0
        self.kept_spans = MediaRanges()
        self.rules = {
            b"moof": {b"mfhd": self.sized, b"traf": self._one_track},
            b"traf": {
                **dict.fromkeys((b"tfhd", b"tfdt", b"trun"), self.sized),
                **{b"sdtp": self._per_sample, **self.group_rules()},
            },
            b"mfra": {b"tfra": self._random_access, b"mfro": self.sized},
        }
        self._indexes: dict[bytes, Callable[[Box], int | None]] = {
            b"sidx": self._segment_index,
            b"ssix": self._levels,
            b"pdin": lambda box: 4 + (box.content_bytes - 4) // 8 * 8 if box.content_bytes >= 4 else None,
        }

    def plan(self, box: Box) -> None:
        """Put a `moof`, an `mfra`, or another index on the sheet. Raises: CleanError."""
        if box.kind in self.rules:
            self._moof_start = self._end = self._kept_end = box.start
            self.container(read_tree(box, self.reader))
            return
        self.sheet.keep_first(box, self.index_bytes(box) or 0)

    def index_bytes(self, box: Box) -> int | None:
        """Bytes of content that an index uses; None for one that goes, with its track or for its size."""
        return self._indexes[box.kind](box) if box.kind in self._indexes else box.content_bytes

    def _one_track(self, node: Node) -> None:
        """`traf`: one track in one fragment."""
        header = node.find(b"tfhd")
        if header is None:
            raise damaged("order")
        self._read_header(self.head(header))
        spans = self._spans()
        self._sample_count = 0
        at = self._base
        for run in node.all(b"trun"):
            at = self._run(run, at, spans)
        self._end = at
        if spans is self.kept_spans:
            self._kept_end = at
            groups = self._movie.groups.get(self._track_number, frozenset())
            self.groups = groups | self.described_groups(node)
            self.container(node)
        else:
            self.sheet.free(node.box)

    def _spans(self) -> MediaRanges:
        """Where to note the samples of the track that the fragment belongs to."""
        if self._track_number in self._movie.tracks:
            return self.kept_spans
        # A number that no track has: nobody plays it.
        return self._movie.dropped_spans.setdefault(self._track_number, MediaRanges())

    def _read_header(self, head: bytes) -> None:
        flags, at = number(head, 1, 3), 8
        self._track_number = number(head, 4)
        if flags & _BASE:
            self._base, at = number(head, at, 8), at + 8
        else:
            self._base = self._moof_start if flags & _BASE_IS_MOOF else self._end_of_last()
        at += 4 * bool(flags & _DESCRIPTION) + 4 * bool(flags & _DURATION)
        self._default_size = number(head, at) if flags & _SIZE else self._movie.default_sizes.get(self._track_number, 0)

    def _end_of_last(self) -> int:
        """Where the samples of the track before it in the fragment end; for the first one, the fragment itself."""
        # When the one before it goes, readers of the clean file would count from another place.
        if self._track_number in self._movie.tracks and self._end != self._kept_end:
            raise CleanError("unsupported-variant")
        return self._end

    def _run(self, node: Node, at: int, spans: MediaRanges) -> int:
        """Note where the samples of a run are, which follow each other; gives where they end."""
        head = self.head(node)
        flags, count = number(head, 1, 3), number(head, 4)
        self._runs_left -= 1
        self._sample_count += count
        if self._runs_left < 0:
            raise CleanError("too-many-parts")
        table = 8
        if flags & _OFFSET:
            at = self._base + int.from_bytes(head[8:12], "big", signed=True)
            table += 4
        table += 4 if flags & _FIRST_FLAGS else 0
        end = at + (
            self._sum_of_sizes(node, flags, count, table) if flags & _SAMPLE_SIZE else count * self._default_size
        )
        if at < 0 or end > MAX_FILE_BYTES:
            raise damaged("size")
        spans.add(at, end)
        return end

    def _sum_of_sizes(self, node: Node, flags: int, count: int, table: int) -> int:
        fields = (flags & _SAMPLE_FIELDS).bit_count()
        self._samples_left -= count
        if self._samples_left < 0:
            raise CleanError("too-many-parts")
        if table + count * fields * 4 > node.box.content_bytes:
            raise damaged("size")
        numbers = read_numbers(self.source, node.box.content + table, count * fields, 4)
        return sum(numbers[1 if flags & _SAMPLE_DURATION else 0 :: fields])

    def _per_sample(self, node: Node) -> None:
        self.sheet.keep_first(node.box, min(4 + self._sample_count, node.box.content_bytes))

    def _random_access(self, node: Node) -> None:
        """`tfra`: where one track can be entered."""
        if number(self.head(node), 4) in self._movie.tracks:
            self.sized(node)
        else:
            self.sheet.free(node.box)

    def _segment_index(self, box: Box) -> int | None:
        head = self.head(Node(box))
        is_kept = number(head, 4) not in self._movie.dropped
        return used_bytes(b"sidx", head) if is_kept else None

    def _levels(self, box: Box) -> int | None:
        """`ssix`: ranges of bytes by level, of each part of a segment."""
        count, at = number(self.head(Node(box)), 4), 8
        if count > _LEVELS_MAX:
            return None
        for _ in range(count):
            at += 4 + 4 * number(bytes(self.source.window(box.content + at, 4)), 0)
            if at > box.content_bytes:
                return None
        return at
