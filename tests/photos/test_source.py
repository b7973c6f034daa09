"""Reading by range never leaves the file, in memory as on disk."""

import os
import re
from pathlib import Path

import pytest

from safety.photos import source as source_module
from safety.photos.errors import CleanError
from safety.photos.source import BytesSource, FileSource, Source, is_same, search, trim_end

CONTENT = bytes(range(256)) * 40


@pytest.fixture(params=["memory", "disk"])
def source(request: pytest.FixtureRequest, tmp_path: Path):
    """The same bytes, once in memory and once on disk."""
    if request.param == "memory":
        yield BytesSource(CONTENT)
        return
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    with FileSource(path) as file:
        yield file


def test_read_gives_exactly_what_is_asked(source: Source) -> None:
    """A range inside the file comes whole."""
    assert source.size == len(CONTENT)
    assert source.read(3, 4) == b"\3\4\5\6"
    assert source.read(len(CONTENT), 0) == b""


@pytest.mark.parametrize(("offset", "length"), [(-1, 1), (0, -1), (len(CONTENT), 1), (0, len(CONTENT) + 1)])
def test_read_outside_is_damaged(source: Source, offset: int, length: int) -> None:
    """A range that leaves the file raises, it is never cut silently."""
    with pytest.raises(CleanError) as caught:
        source.read(offset, length)
    assert caught.value.code == "damaged"


def test_window_is_cut_at_the_end(source: Source) -> None:
    """A window may be shorter than asked, at the end of the file only."""
    assert bytes(source.window(len(CONTENT) - 2, 9)) == b"\xfe\xff"
    assert bytes(source.window(len(CONTENT) + 5, 9)) == b""


@pytest.mark.parametrize("place", [0, 4094, 4095, 4096, 9000])
def test_search_finds_across_windows(tmp_path: Path, place: int) -> None:
    """A match that lies across two windows is found at its place."""
    content = bytearray(10_000)
    content[place : place + 2] = b"\xff\xd9"
    path = tmp_path / "file"
    path.write_bytes(content)
    with FileSource(path) as file:
        assert search(file, re.compile(rb"\xff\xd9"), 0, file.size, 2) == place


def test_search_stays_between_its_ends() -> None:
    """A match behind the end is not found, nor one that only starts before it."""
    found = BytesSource(b"..\xff\xd9")
    assert search(found, re.compile(rb"\xff\xd9"), 0, 3, 2) is None
    assert search(found, re.compile(rb"\xff\xd9"), 3, 4, 2) is None


@pytest.mark.parametrize("fill", [0, 1, 4095, 4096, 4097, 9000])
def test_trim_end_takes_all_fill_bytes(fill: int) -> None:
    """Fill bytes are taken off over any number of windows, and nothing before the start."""
    content = b"ab" + b"\xff" * fill
    assert trim_end(BytesSource(content), 0, len(content), b"\xff") == 2
    assert trim_end(BytesSource(content), 2, len(content), b"\xff") == 2


def test_file_that_shrinks_is_noticed(tmp_path: Path) -> None:
    """A file that gets shorter while it is read raises, it does not give short reads."""
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    with FileSource(path) as file:
        os.truncate(path, 10)
        with pytest.raises(CleanError) as caught:
            file.read(0, 20)
    assert caught.value.code == "changed-while-reading"


def test_file_that_is_written_to_is_noticed(tmp_path: Path) -> None:
    """A file that another program writes to while it is read is refused."""
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    with FileSource(path) as file:
        file.check_unchanged()
        path.write_bytes(CONTENT + b"x")
        with pytest.raises(CleanError) as caught:
            file.check_unchanged()
    assert caught.value.code == "changed-while-reading"


def test_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the largest size nothing is read."""
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    monkeypatch.setattr(source_module, "MAX_FILE_BYTES", 10)
    with pytest.raises(CleanError) as caught:
        FileSource(path)
    assert caught.value.code == "too-large"


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    """The second close does not close a file that got the same number."""
    path = tmp_path / "file"
    path.write_bytes(b"x")
    file = FileSource(path)
    file.close()
    file.close()
    assert file.descriptor == -1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names there")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """Nobody writes to it, so reading would never end."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CleanError) as caught:
        FileSource(tmp_path / "pipe")
    assert caught.value.code == "not-recognised"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no such devices there")
def test_a_device_is_refused() -> None:
    """It has no end."""
    with pytest.raises(CleanError) as caught:
        FileSource("/dev/zero")
    assert caught.value.code == "not-recognised"


def test_a_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    """It cannot be read, and its name is in the error; on Windows it cannot even be opened."""
    with pytest.raises(OSError, match=re.escape(str(tmp_path).replace("\\", "\\\\"))):
        FileSource(tmp_path)


def test_open_file_stays_open(tmp_path: Path) -> None:
    """Who hands over a descriptor goes on using it."""
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    descriptor = os.open(path, os.O_RDONLY)
    with FileSource(descriptor) as file:
        assert file.read(3, 2) == b"\3\4"
    os.close(descriptor)


def test_close_headers_cost_one_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of a million small parts must not cost as many calls of the system."""
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    reads = []
    real = source_module._read_at
    monkeypatch.setattr(source_module, "_read_at", lambda *arguments: reads.append(arguments) or real(*arguments))
    with FileSource(path) as file:
        for offset in range(0, 4000, 4):
            assert file.read(offset, 4) == CONTENT[offset : offset + 4]
            assert file.window(offset, 5) == CONTENT[offset : offset + 5]
        assert file.read(5000, 5000) == CONTENT[5000:10_000]
        assert file.read(4090, 20) == CONTENT[4090:4110]
    assert len(reads) == 3


def test_short_reads_are_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system may give less than it was asked for; the end of the file is another thing."""
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    real = source_module._read_at
    monkeypatch.setattr(
        source_module, "_read_at", lambda descriptor, length, offset: real(descriptor, min(length, 1000), offset)
    )
    with FileSource(path) as file:
        assert file.read(1, 9000) == CONTENT[1:9001]


def test_search_of_a_file_is_remembered(tmp_path: Path) -> None:
    """How far a long search came is known, for who compares a copy; a short one is not worth it."""
    path = tmp_path / "file"
    path.write_bytes(bytes(300_000) + b"\xff\xd9" + bytes(10))
    pattern = re.compile(rb"\xff\xd9")
    with FileSource(path) as file:
        assert search(file, pattern, 5, file.size, 2) == 300_000
        assert search(file, pattern, 299_000, file.size, 2) == 300_000
        assert search(file, pattern, 6, 200_000, 2) is None
        assert file.searched == {(pattern, 5): 300_000, (pattern, 6): 200_000}


def test_two_stats_of_one_file() -> None:
    """Another file, size or time is not the same."""
    here, there = Path(__file__), Path(source_module.__file__)
    assert is_same(here.stat(), here.stat())
    assert not is_same(here.stat(), there.stat())
