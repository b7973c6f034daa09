"""What the planners of `moov`, `trak` and `moof` have in common: rules by the place where a box stands.

Source: design document metadata.md, section 10.
"""

from collections.abc import Callable, Mapping

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.box_sizes import HEAD_BYTES, used_bytes
from safety.photos.base_media.box_tree import Node
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.base_media.sample_groups import description_bytes, group_kind, membership_bytes, subsamples_bytes
from safety.photos.errors import damaged

Rule = Callable[[Node], None]


class TreePlanner:
    """Goes down a tree; `rules` has for each container what may stand in it. All else becomes an empty box."""

    def __init__(self, reader: BoxReader, sheet: BoxSheet, report: MovieReport) -> None:
        self.reader = reader
        self.source = reader.source
        self.sheet = sheet
        self.report = report
        self.rules: Mapping[bytes, Mapping[bytes, Rule]] = {}
        # The kinds of sample groups whose descriptions stay, of the track that is being planned.
        self.groups: frozenset[bytes] = frozenset()

    def container(self, node: Node) -> None:
        """Keep the head, and do with each child what its rule says. Raises: CleanError."""
        rules = self.rules[node.kind]
        node.check_single(frozenset(rules))
        self.sheet.keep_head(node.box)
        for child in node.children:
            rules.get(child.kind, self.remove)(child)

    def sized(self, node: Node) -> None:
        """Keep as much as the box's own numbers account for. Raises: CleanError damaged."""
        length = used_bytes(node.kind, self.head(node))
        if length is None:
            raise damaged("order")
        self.sheet.keep_first(node.box, length)

    def remove(self, node: Node) -> None:
        """Make it an empty box, and tell what it was."""
        self.report.box(node.box)
        self.sheet.free(node.box)

    def head(self, node: Node) -> bytes:
        """The first bytes of the content."""
        return bytes(self.source.window(node.box.content, min(HEAD_BYTES, node.box.content_bytes)))

    def described_groups(self, node: Node) -> frozenset[bytes]:
        """The kinds of sample groups that an `stbl` or `traf` describes in a way that stays."""
        heads = [self.head(child) for child in node.all(b"sgpd")]
        return frozenset(group_kind(head) for head in heads if description_bytes(head) is not None)

    def group_rules(self) -> dict[bytes, Rule]:
        """Rules for the boxes about groups and parts of samples."""
        return {b"sgpd": self._descriptions, b"sbgp": self._memberships, b"subs": self._subsamples}

    def _descriptions(self, node: Node) -> None:
        self._keep_or_remove(node, description_bytes(self.head(node)))

    def _memberships(self, node: Node) -> None:
        head = self.head(node)
        self._keep_or_remove(node, membership_bytes(head) if group_kind(head) in self.groups else None)

    def _subsamples(self, node: Node) -> None:
        self._keep_or_remove(node, subsamples_bytes(self.source, node.box))

    def _keep_or_remove(self, node: Node, length: int | None) -> None:
        if length is None:
            self.remove(node)
        else:
            self.sheet.keep_first(node.box, length)
