"""Rules by place: what no rule names becomes an empty box."""

import pytest

from safety.photos.base_media.box_sheet import BoxSheet
from safety.photos.base_media.box_tree import Node, read_tree
from safety.photos.base_media.boxes import BoxReader
from safety.photos.base_media.movie_report import MovieReport
from safety.photos.base_media.tree_planner import TreePlanner
from safety.photos.errors import CleanError
from safety.photos.inplace import InPlace
from safety.photos.plan import Draft
from safety.photos.recognise import Format
from safety.photos.source import BytesSource
from safety.photos.splice import splice_to_bytes
from tests.photos.movie_samples import full
from tests.photos.samples import SECRET, box


def planned(content: bytes, allowed: dict[bytes, str]) -> tuple[bytes, list[str]]:
    """What becomes of a `moov`, by rules for its children; and the codes of what is told."""
    source = BytesSource(content)
    draft = Draft(source)
    reader, sheet = BoxReader(source), BoxSheet(InPlace(source))
    planner = TreePlanner(reader, sheet, MovieReport(source, draft, sheet))
    planner.rules = {b"moov": {kind: getattr(planner, rule) for kind, rule in allowed.items()}}
    planner.container(read_tree(next(reader.top_level()), reader))
    sheet.sheet.finish(draft, source.size)
    plan = draft.finish(Format.MP4)
    return splice_to_bytes(plan, source, 1000), [finding.code for finding in plan.findings]


def test_unknown_boxes_become_empty() -> None:
    """And are told."""
    known = full(b"vmhd", bytes(range(8)))
    cleaned, codes = planned(box(b"moov", known + box(b"zzZz", SECRET)), {b"vmhd": "sized"})
    assert (cleaned, codes) == (box(b"moov", known + box(b"free", bytes(24))), ["vendor-data"])


def test_sized_boxes_lose_what_they_do_not_use() -> None:
    """The rest becomes zero."""
    cleaned, _ = planned(box(b"moov", full(b"vmhd", b"\1" * 8 + SECRET)), {b"vmhd": "sized"})
    assert cleaned == box(b"moov", full(b"vmhd", b"\1" * 8 + bytes(24)))


@pytest.mark.parametrize("content", [full(b"vmhd", b"\1"), full(b"zzZz"), 2 * full(b"vmhd", bytes(8))])
def test_what_does_not_fit_is_damaged(content: bytes) -> None:
    """A box that is too short, one whose size nobody knows, and one that is there twice."""
    with pytest.raises(CleanError, match="damaged"):
        planned(box(b"moov", content), {b"vmhd": "sized", b"zzZz": "sized"})


def test_described_groups() -> None:
    """Only groups with a description that stays."""
    source = BytesSource(full(b"sgpd", b"roll\0\0\0\2\0\0\0\0", 1) + full(b"sgpd", b"zzZz\0\0\0\2\0\0\0\0", 1))
    sheet = BoxSheet(InPlace(source))
    reader = BoxReader(source)
    planner = TreePlanner(reader, sheet, MovieReport(source, Draft(source), sheet))
    boxes = list(reader.top_level())
    assert planner.described_groups(Node(boxes[0], [Node(one) for one in boxes])) == {b"roll"}
