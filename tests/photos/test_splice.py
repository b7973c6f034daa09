"""A plan gives the same bytes in memory and on disk."""

import errno
import os
from pathlib import Path

import pytest

from safety.photos.errors import CleanError
from safety.photos.plan import Bytes, Keep, Plan, Zero
from safety.photos.recognise import Format
from safety.photos.source import BytesSource, FileSource
from safety.photos.splice import splice_to_bytes, splice_to_file

CONTENT = bytes(range(256)) * 10_000
PLAN = Plan(Format.PNG, (), (), (Keep(10, 2_000_000), Bytes(b"new"), Zero(5), Keep(0, 3), Zero(2)), len(CONTENT))
WANTED = CONTENT[10:2_000_010] + b"new" + bytes(5) + CONTENT[:3] + bytes(2)


def write(source: BytesSource | FileSource, path: Path) -> bytes:
    """What `splice_to_file` leaves in a new file."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR)
    try:
        splice_to_file(PLAN, source, descriptor)
    finally:
        os.close(descriptor)
    return path.read_bytes()


def test_all_ways_give_the_same(tmp_path: Path) -> None:
    """In memory, from memory to disk and from disk to disk."""
    (tmp_path / "source").write_bytes(CONTENT)
    assert splice_to_bytes(PLAN, BytesSource(CONTENT), 10**9) == WANTED
    assert write(BytesSource(CONTENT), tmp_path / "a") == WANTED
    with FileSource(tmp_path / "source") as file:
        assert write(file, tmp_path / "b") == WANTED
        assert splice_to_bytes(PLAN, file, 10**9) == WANTED


def test_without_copies_by_the_kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot copy ranges, bytes are read and written."""

    def refuse(*arguments: object) -> int:
        raise OSError(errno.EXDEV, "not here")

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    (tmp_path / "source").write_bytes(CONTENT)
    with FileSource(tmp_path / "source") as file:
        assert write(file, tmp_path / "b") == WANTED


def test_other_errors_of_the_disk_are_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is an OSError for the caller."""

    def refuse(*arguments: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    (tmp_path / "source").write_bytes(CONTENT)
    with FileSource(tmp_path / "source") as file, pytest.raises(OSError, match="full"):
        write(file, tmp_path / "b")


def test_too_large_an_output_is_refused() -> None:
    """The limit is checked before a byte is copied."""
    with pytest.raises(CleanError) as caught:
        splice_to_bytes(PLAN, BytesSource(CONTENT), 100)
    assert caught.value.code == "too-large"


def test_range_outside_the_source_is_refused() -> None:
    """A plan for another file does not give a short one."""
    with pytest.raises(CleanError):
        splice_to_bytes(PLAN, BytesSource(b"short"), 10**9)


def test_source_that_ends_early_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel copies nothing and nothing can be read: an error, not an endless loop."""
    monkeypatch.setattr(os, "copy_file_range", lambda *arguments: 0, raising=False)
    monkeypatch.setattr(FileSource, "window", lambda *arguments: b"")
    (tmp_path / "source").write_bytes(CONTENT)
    with FileSource(tmp_path / "source") as file, pytest.raises(CleanError) as caught:
        write(file, tmp_path / "b")
    assert caught.value.code == "changed-while-reading"
