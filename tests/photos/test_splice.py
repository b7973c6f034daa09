"""A plan gives the same bytes in memory and on disk, whichever way they are copied."""

import errno
import os
import sys
from pathlib import Path

import pytest

from safety.photos import splice as splice_module
from safety.photos.errors import CleanError
from safety.photos.limits import MEBIBYTE
from safety.photos.plan import Bytes, Keep, Plan, Zero
from safety.photos.recognise import Format
from safety.photos.source import BytesSource, FileSource
from safety.photos.splice import splice_to_bytes, splice_to_file

CONTENT = bytes(range(256)) * 10_000
SHIFTED = (Keep(10, 2_000_000), Bytes(b"new"), Zero(5), Keep(0, 3), Zero(2))
# The second Keep stands at the same place within a page as in the source, so that the system may copy it.
IN_PLACE = (Keep(0, 100), Bytes(b"new"), Keep(103, 2_000_000), Zero(300_000), Keep(5, 7))
PIECES = tuple(op for at in range(2000) for op in (Keep(at * 1000, 700), Zero(300)))
PLANS = [SHIFTED, IN_PLACE, PIECES, (Zero(300_000),), (Zero(1),), ()]


def plan_of(ops: tuple[Keep | Bytes | Zero, ...]) -> Plan:
    """A plan for CONTENT."""
    return Plan(Format.PNG, (), (), ops, len(CONTENT))


def wanted(ops: tuple[Keep | Bytes | Zero, ...]) -> bytes:
    """What the ops say, written down as simply as can be."""
    pieces = []
    for op in ops:
        if isinstance(op, Keep):
            pieces.append(CONTENT[op.offset : op.offset + op.length])
        else:
            pieces.append(op.literal if isinstance(op, Bytes) else bytes(op.length))
    return b"".join(pieces)


def write(ops: tuple[Keep | Bytes | Zero, ...], source: BytesSource | FileSource, path: Path) -> bytes:
    """What `splice_to_file` leaves in a new file."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_TRUNC)
    try:
        splice_to_file(plan_of(ops), source, descriptor)
    finally:
        os.close(descriptor)
    return path.read_bytes()


def refuse(code: int) -> object:
    """Stands for a copy by the system that says no."""

    def raises(*arguments: object) -> int:
        raise OSError(code, "not here")

    return raises


@pytest.fixture
def file(tmp_path: Path):
    """CONTENT on disk."""
    (tmp_path / "source").write_bytes(CONTENT)
    with FileSource(tmp_path / "source") as file:
        yield file


@pytest.mark.parametrize("ops", PLANS, ids=["shifted", "in place", "pieces", "hole", "zero", "nothing"])
def test_all_ways_give_the_same(ops: tuple[Keep | Bytes | Zero, ...], file: FileSource, tmp_path: Path) -> None:
    """In memory, from memory to disk and from disk to disk."""
    assert splice_to_bytes(plan_of(ops), BytesSource(CONTENT), 10**9) == wanted(ops)
    assert splice_to_bytes(plan_of(ops), file, 10**9) == wanted(ops)
    assert write(ops, BytesSource(CONTENT), tmp_path / "a") == wanted(ops)
    assert write(ops, file, tmp_path / "b") == wanted(ops)


@pytest.mark.skipif(sys.platform != "linux", reason="the only system with these calls")
@pytest.mark.parametrize(
    ("refused", "used"),
    [((), ["copy_file_range"]), (("copy_file_range",), ["sendfile"]), (("copy_file_range", "sendfile"), [])],
    ids=["copy_file_range", "sendfile", "neither"],
)
def test_next_way_is_taken_where_one_is_missing(
    refused: tuple[str, ...], used: list[str], file: FileSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What keeps its place is copied by the system if it can, and by hand if it cannot."""
    calls = []

    def counted(name: str) -> None:
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *arguments: calls.append(name) or real(*arguments))

    for name in ("copy_file_range", "sendfile"):
        counted(name)
    for name in refused:
        monkeypatch.setattr(os, name, refuse(errno.EXDEV))
    assert write(IN_PLACE, file, tmp_path / "b") == wanted(IN_PLACE)
    assert list(dict.fromkeys(calls)) == used


@pytest.mark.skipif(sys.platform != "linux", reason="the only system with these calls")
def test_copy_goes_on_where_the_system_stops(file: FileSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may copy less than it was asked to, and then no more."""
    real, steps = os.copy_file_range, iter([7, 70_000, 0])
    monkeypatch.setattr(
        os, "copy_file_range", lambda a, b, length, at: (step := next(steps)) and real(a, b, min(step, length), at)
    )
    monkeypatch.setattr(os, "sendfile", refuse(errno.EINVAL))
    assert write(IN_PLACE, file, tmp_path / "b") == wanted(IN_PLACE)
    assert next(steps, None) is None


@pytest.mark.skipif(sys.platform != "linux", reason="the only system with these calls")
def test_other_errors_of_the_disk_are_not_hidden(
    file: FileSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is an OSError for the caller."""
    monkeypatch.setattr(os, "copy_file_range", refuse(errno.ENOSPC))
    with pytest.raises(OSError, match="not here"):
        write(IN_PLACE, file, tmp_path / "b")


def test_writes_that_are_cut_short_go_on(file: FileSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may write less than it was given."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, piece: real(descriptor, piece[:100_001]))
    assert write(SHIFTED, file, tmp_path / "b") == wanted(SHIFTED)


def test_pieces_end_where_pages_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the first one, each write begins at a whole page."""
    sizes = []
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, piece: sizes.append(len(piece)) or real(descriptor, piece))
    write((Bytes(b"new"), *SHIFTED), BytesSource(CONTENT), tmp_path / "b")
    starts = [sum(sizes[:number]) for number in range(len(sizes))]
    assert len(starts) == 8
    assert all(start % 4096 == 0 for start in starts)


def test_short_parts_are_written_together(file: FileSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A video in pieces has a hundred thousand ranges, and does not need as many writes."""
    sizes = []
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, piece: sizes.append(len(piece)) or real(descriptor, piece))
    assert write(PIECES, file, tmp_path / "b") == wanted(PIECES)
    assert len(sizes) < 20


@pytest.mark.skipif(not hasattr(os.stat_result, "st_blocks"), reason="sizes on disk cannot be seen there")
def test_many_zeros_cost_no_space(tmp_path: Path) -> None:
    """They are a hole, at the end of a file as well."""
    assert len(write((Bytes(b"x"), Zero(64 * MEBIBYTE)), BytesSource(CONTENT), tmp_path / "b")) == 64 * MEBIBYTE + 1
    assert (tmp_path / "b").stat().st_blocks * 512 < MEBIBYTE


def test_too_large_an_output_is_refused() -> None:
    """The limit is checked before a byte is copied."""
    with pytest.raises(CleanError) as caught:
        splice_to_bytes(plan_of(SHIFTED), BytesSource(CONTENT), 100)
    assert caught.value.code == "too-large"


def test_range_outside_the_source_is_refused(tmp_path: Path) -> None:
    """A plan for another file does not give a short one."""
    with pytest.raises(CleanError):
        splice_to_bytes(plan_of(SHIFTED), BytesSource(b"short"), 10**9)
    with pytest.raises(CleanError):
        write(SHIFTED, BytesSource(b"short"), tmp_path / "b")


def test_source_that_ends_early_is_noticed(file: FileSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing more can be read: an error, not an endless loop."""
    monkeypatch.setattr(splice_module, "_SYSTEM_STEPS", ())
    monkeypatch.setattr(FileSource, "window", lambda *arguments: b"")
    with pytest.raises(CleanError) as caught:
        write(SHIFTED, file, tmp_path / "b")
    assert caught.value.code == "changed-while-reading"
