"""What was copied is compared, and what was not is searched."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from safety.photos.copied import CopiedSource
from safety.photos.errors import CleanError
from safety.photos.plan import Bytes, Keep, Plan, Zero
from safety.photos.recognise import Format
from safety.photos.source import FileSource, search
from safety.photos.splice import splice_to_file

PATTERN = re.compile(rb"\xff[\x01-\xfe]")
SCAN = bytes(range(255)) * 2000
ORIGINAL = b"head" + SCAN + b"\xff\xd9" + b"tail"
OPS = (Bytes(b"new"), Keep(4, len(SCAN) + 2), Zero(1))


class Pair:
    """The original and the copy of it."""

    def __init__(self, folder: Path, original: FileSource, descriptor: int) -> None:
        self.folder, self.original, self.descriptor = folder, original, descriptor

    def copy(self, ops: tuple[Keep | Bytes | Zero, ...] = OPS) -> CopiedSource:
        """Copies, and reads the copy back."""
        plan = Plan(Format.JPEG, (), (), ops, self.original.size)
        splice_to_file(plan, self.original, self.descriptor)
        return CopiedSource(self.descriptor, plan, self.original)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """An original that was searched, and an empty file."""
    (tmp_path / "original").write_bytes(ORIGINAL)
    descriptor = os.open(tmp_path / "copy", os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0))
    with FileSource(tmp_path / "original") as original:
        assert search(original, PATTERN, 4, original.size, 2) == 4 + len(SCAN)
        yield Pair(tmp_path, original, descriptor)
    os.close(descriptor)


def test_match_is_found_where_it_is_in_the_copy(pair: Pair) -> None:
    """At its own place, by comparing all before it."""
    copy = pair.copy()
    assert copy.skip(PATTERN, 3, copy.size) == 3 + len(SCAN)
    assert search(copy, PATTERN, 3, copy.size, 2) == 3 + len(SCAN)


def test_match_is_found_when_what_ended_the_search_is_left_out(pair: Pair) -> None:
    """The copy goes on with something else behind the same bytes; a match can begin with their last one."""
    copy = pair.copy((Bytes(b"new"), Keep(4, len(SCAN) - 1), Bytes(b"\xff\xee"), Zero(9)))
    assert search(copy, PATTERN, 3, copy.size, 2) == 3 + len(SCAN) - 1


@pytest.mark.parametrize("place", [0, 200_000, len(SCAN) - 1])
def test_copy_that_differs_is_a_failure(pair: Pair, place: int) -> None:
    """One wrong byte in the picture, at its start, in the middle or at its end."""
    copy = pair.copy()
    os.lseek(pair.descriptor, 3 + place, os.SEEK_SET)
    os.write(pair.descriptor, b"\xaa")
    with pytest.raises(CleanError) as caught:
        search(copy, PATTERN, 3, copy.size, 2)
    assert caught.value.code == "internal-check-failed"


def test_original_that_changed_is_not_our_failure(pair: Pair) -> None:
    """Then another program wrote to it meanwhile."""
    copy = pair.copy()
    (pair.folder / "original").write_bytes(b"other" + ORIGINAL)
    with pytest.raises(CleanError) as caught:
        search(copy, PATTERN, 3, copy.size, 2)
    assert caught.value.code == "changed-while-reading"


@pytest.mark.parametrize(
    ("pattern", "start", "end"),
    [(re.compile(rb"\xff\xd9"), 3, 10**6), (PATTERN, 4, 10**6), (PATTERN, 0, 10**6), (PATTERN, 3, 1000)],
    ids=["another pattern", "another place", "before the copy", "nearer end"],
)
def test_what_was_not_searched_is_searched(pair: Pair, pattern: re.Pattern[bytes], start: int, end: int) -> None:
    """Nothing is taken for known that was not looked at in the original."""
    assert pair.copy().skip(pattern, start, end) == start
