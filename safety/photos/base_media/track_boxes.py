"""The plan for one kept `trak`: its header, times and names, its tables and where its samples are.

Source: design document metadata.md, section 10; ISO/IEC 14496-12 sections 8.3 to 8.9; QuickTime File Format,
track atoms.
"""

from collections.abc import Mapping
from typing import Final

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.box_sizes import number
from safety.photos.base_media.box_tree import Node
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.media_ranges import MediaRanges
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.base_media.sample_entries import SOUND, plan_descriptions
from safety.photos.base_media.sample_tables import Budget, chunk_spans
from safety.photos.base_media.tracks import Track
from safety.photos.base_media.tree_planner import Rule, TreePlanner
from safety.photos.errors import CleanError, damaged
from safety.photos.plan import Options

# Old QuickTime writers give a kind of component, and one for where the samples are.
_COMPONENTS: Final = (b"mhlr", b"dhlr")
_DATA_HANDLERS: Final = (b"alis", b"url ", b"urn ", b"rsrc")
_UNDETERMINED: Final = (0x55C4).to_bytes(2, "big")
# To transparency and depth, among layers of one coding, and to what is played instead or in step.
_KEPT_REFERENCES: Final = tuple(
    b"auxl vdep vplx sbas scal tbas sabt oref adda adrc fall folw sync dpnd ssrc subt clcp forc".split()
)
_TABLES: Final = tuple(b"stts ctts cslg stss stps stsc stsz stz2 stco co64 padb stsh".split())
_REFERENCE_BYTES, _IS_SELF_CONTAINED = 4, 1
_IDENTITY: Final = bytes.fromhex("00010000 00000000 00000000 00000000 00010000 00000000 00000000 00000000 40000000")


class TrackPlanner(TreePlanner):
    """Plans one track after another, of which `kept` are those that stay."""

    def __init__(
        self,
        tracks: list[Track],
        kept: list[Track],
        reader: BoxReader,
        sheet: BoxSheet,
        report: MovieReport,
        options: Options,
    ) -> None:
        super().__init__(reader, sheet, report)
        self._kept = {track.number for track in kept}
        # A reference to track 0 is one to none.
        self._all = {0, *(track.number for track in tracks)}
        # With more than one, the language tells players which to choose.
        self._has_one_sound = sum(track.handler == SOUND for track in kept) < 2
        self._has_one_text = sum(track.is_for_reading for track in kept) < 2
        self._options = options
        self._budget = Budget()
        self._track: Track | None = None
        self._spans = MediaRanges()
        self._sample_count = 0
        self.groups_by_track: dict[int, frozenset[bytes]] = {}
        self.rules = self._track_rules()

    def _track_rules(self) -> Mapping[bytes, Mapping[bytes, Rule]]:
        deeper, sized = self.container, self.sized
        return {
            b"trak": {
                **dict.fromkeys((b"edts", b"tapt", b"mdia"), deeper),
                **{b"tkhd": self._header, b"tref": self._references, b"load": sized, b"clef": sized},
            },
            b"edts": {b"elst": sized},
            b"tapt": dict.fromkeys((b"clef", b"prof", b"enof"), sized),
            b"mdia": {b"mdhd": self._media_header, b"hdlr": self._handler, b"minf": deeper},
            b"minf": {
                **dict.fromkeys((b"vmhd", b"smhd", b"nmhd", b"sthd"), sized),
                **{b"gmhd": deeper, b"hdlr": self._handler, b"dinf": deeper, b"stbl": self._samples},
            },
            b"gmhd": {b"gmin": sized, b"text": self._text_header},
            b"dinf": {b"dref": self._data_references},
            b"stbl": {
                **dict.fromkeys(_TABLES, sized),
                **{b"stsd": lambda node: None, b"sdtp": self._per_sample, b"stdp": self._per_sample},
                **self.group_rules(),
            },
        }

    def plan(self, track: Track) -> MediaRanges:
        """Put a track on the sheet; gives where its samples are. Raises: CleanError."""
        if track.node.find(b"mdia", b"minf", b"stbl") is None or track.node.find(b"mdia", b"mdhd") is None:
            raise damaged("order")
        self._track, self._spans = track, MediaRanges()
        self.container(track.node)
        if track.is_for_reading:
            self.report.note_subtitles()
        return self._spans

    def _header(self, node: Node) -> None:
        """`tkhd`: reserved fields and the times of creation and modification become zero."""
        wide = self.head(node)[:1] > b"\0"
        # Version and flags; number; length, then layer, group and volume; matrix and size.
        parts = (
            ((0, 4), (20, 24), (28, 36), (44, 50), (52, 96))
            if wide
            else ((0, 4), (12, 16), (20, 24), (32, 38), (40, 84))
        )
        self.sheet.keep_parts(node.box, *parts)
        self.report.times(node.box, wide)
        matrix = self.source.read(node.box.content + parts[-1][0], len(_IDENTITY))
        if matrix != _IDENTITY and any(matrix[:20]):
            self.report.note_turn()

    def _media_header(self, node: Node) -> None:
        """`mdhd`: like the others, and the language of the only sound or subtitles is nobody's business."""
        wide = self.head(node)[:1] > b"\0"
        start, language = (20, 32) if wide else (12, 20)
        self.sheet.keep_parts(node.box, (0, 4), (start, language + 4))
        self.report.times(node.box, wide)
        is_text = self._track is not None and self._track.is_for_reading
        if self._has_one_text if is_text else self._has_one_sound:
            self.report.language(node.box, language)
            self.sheet.write(node.box.content + language, _UNDETERMINED)

    def _handler(self, node: Node) -> None:
        """`hdlr`: only what kind it is; maker and name go."""
        head = self.head(node)
        is_component = head[4:8] in _COMPONENTS
        is_known = head[4:8] != b"dhlr" or head[8:12] in _DATA_HANDLERS
        self.sheet.keep_parts(node.box, (0, 8 if is_component else 4), (8, 12 if is_known else 8))
        self.report.handler(node.box)

    def _text_header(self, node: Node) -> None:
        """QuickTime's `text` turns and moves subtitles; in other tracks it has no place."""
        if self._track is not None and self._track.is_for_reading:
            self.sized(node)
        else:
            self.remove(node)

    def _references(self, node: Node) -> None:
        """`tref`: only what names nothing but tracks that stay."""
        self.sheet.keep_head(node.box)
        references = self._track.references if self._track else ()
        for child, (kind, numbers) in zip(node.children, references, strict=True):
            if kind in _KEPT_REFERENCES and numbers and self._kept.issuperset(numbers):
                self.sheet.keep_first(child.box, child.box.content_bytes)
            elif self._all.issuperset(numbers):
                # The track it names has its own finding.
                self.sheet.free(child.box)
            else:
                self.remove(child)

    def _data_references(self, node: Node) -> None:
        """`dref`: the media is in this file, and no name of a disk or folder stays."""
        self.sheet.keep_first(node.box, 8)
        count = 0
        for box in self.reader.children(node.box, 8):
            flags = number(bytes(self.source.window(box.content, 4)), 1, 3)
            if box.kind not in _DATA_HANDLERS or not flags & _IS_SELF_CONTAINED:
                raise CleanError("unsupported-variant")
            self.sheet.keep_first(box, _REFERENCE_BYTES)
            self.report.data_reference(box, _REFERENCE_BYTES)
            count += 1
        if count != number(self.head(node), 4):
            raise damaged("size")

    def _samples(self, node: Node) -> None:
        """`stbl`: the tables, as far as they are used, and where the samples are."""
        stsd, track = node.find(b"stsd"), self._track
        if stsd is None or track is None:
            raise damaged("order")
        packings = plan_descriptions(stsd.box, track.handler, self.reader, self.sheet, self.report, self._options)
        sizes = node.find(b"stsz") or node.find(b"stz2")
        self._sample_count = number(self.head(sizes), 8) if sizes else 0
        self.groups = self.groups_by_track[track.number] = self.described_groups(node)
        self.container(node)
        self._spans = chunk_spans(self.source, node, packings, self._budget)

    def _per_sample(self, node: Node) -> None:
        """`sdtp` and `stdp` have one number for each sample, and no count."""
        width = 1 if node.kind == b"sdtp" else 2
        self.sheet.keep_first(node.box, min(4 + width * self._sample_count, node.box.content_bytes))
