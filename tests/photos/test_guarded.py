"""A worker gets the file and gives an answer; whatever it does wrong, we get None, and soon."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from safety.photos import guarded
from safety.photos.guarded import run_guarded

MEBIBYTE = 1024 * 1024
MEMORY = 512 * MEBIBYTE
WORKER = "tests.photos.misbehaving"
needs_limits = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems lack these limits, or enforce them less"
)


def misbehave(way: str, content: bytes = b"", seconds: int = 20, max_output: int = 32 * MEBIBYTE) -> bytes | None:
    """The answer of the worker that does `way`."""
    return run_guarded(WORKER, content, seconds, MEMORY, max_output, (way,))


@pytest.mark.parametrize("size", [0, 1, 16 * MEBIBYTE])
def test_answer_is_whole(size: int) -> None:
    """Bytes go there and back unchanged, also many more than a pipe holds."""
    content = os.urandom(size)
    assert misbehave("echo", content) == content


def test_answer_may_be_as_large_as_the_limit() -> None:
    """The limit is the largest size that passes, not the first that fails."""
    assert misbehave("echo", bytes(1000), max_output=1000) == bytes(1000)
    assert misbehave("echo", bytes(1001), max_output=1000) is None


@pytest.mark.parametrize("way", ["sleep", "spin"])
def test_time_is_limited(way: str) -> None:
    """A worker that waits or computes for ever is ended."""
    started = time.monotonic()
    assert misbehave(way, seconds=2) is None
    assert time.monotonic() - started < 10


def test_worker_that_never_reads_is_ended() -> None:
    """More content than a pipe holds does not block us, and the thread that sends it ends."""
    before = threading.active_count()
    started = time.monotonic()
    assert run_guarded("tests.photos.never_reading", bytes(MEBIBYTE), 2, MEMORY, MEBIBYTE) is None
    assert time.monotonic() - started < 10
    assert threading.active_count() == before


@needs_limits
def test_memory_is_limited() -> None:
    """Four gibibytes do not fit into half of one."""
    started = time.monotonic()
    assert misbehave("eat") is None
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("way", ["crash", "raise"])
def test_crash_stays_there(way: str) -> None:
    """A segmentation fault or an exception of a decoder is None for us."""
    assert misbehave(way, b"content") is None


def test_endless_answer_is_cut() -> None:
    """We stop reading at the limit and end the worker long before its time is over."""
    started = time.monotonic()
    assert misbehave("talk without end", max_output=MEBIBYTE, seconds=60) is None
    assert time.monotonic() - started < 20


def test_printed_words_are_no_answer() -> None:
    """What libraries print goes nowhere."""
    assert misbehave("talk before", b"content") == b"content"


def test_silent_end_is_an_empty_answer() -> None:
    """It is for the caller to see that an answer is not whole."""
    assert misbehave("exit") == b""


@needs_limits
def test_no_file_can_be_written(tmp_path: Path) -> None:
    """A picture never gets to the disk."""
    path = tmp_path / "picture"
    assert misbehave("save", str(path).encode()) is None
    assert not path.exists() or path.read_bytes() == b""


def test_worker_knows_nothing_of_us(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither our environment, where secrets are, nor our open files."""
    monkeypatch.setenv("SECRET_KEY", "CANARY")
    with (tmp_path / "open").open("wb") as file:
        os.set_inheritable(file.fileno(), True)
        answer = misbehave("surroundings")
    surroundings = json.loads(answer or b"")
    assert set(surroundings["environment"]) <= {
        "MALLOC_ARENA_MAX",
        "SYSTEMROOT",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "LC_CTYPE",
    }
    assert "CANARY" not in str(surroundings)
    assert len(surroundings["open"]) == 4


@needs_limits
def test_worker_is_the_first_to_go() -> None:
    """When the memory of the machine runs out, the worker is ended and not the site."""
    assert json.loads(misbehave("surroundings") or b"")["offer"].strip() == "1000"


@needs_limits
def test_worker_ends_without_us() -> None:
    """When the site ends in the middle, no worker stays behind for ever."""
    folders = os.pathsep.join(sys.path)
    command = [sys.executable, "-I", guarded.__file__, folders, "1", str(MEMORY), WORKER, "sleep"]
    assert subprocess.run(command, input=b"", timeout=20, check=False).returncode == -signal.SIGALRM


@pytest.mark.parametrize("module", ["tests.photos.no_such_worker", "tests.photos.samples"])
def test_missing_worker_is_our_fault(module: str) -> None:
    """A module that is not there, or has no `work`, is not blamed on the file."""
    with pytest.raises(RuntimeError, match=module):
        run_guarded(module, bytes(MEBIBYTE), 20, MEMORY, MEBIBYTE)


def test_missing_python_is_our_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No process at all is not blamed on the file either."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(RuntimeError, match="no process"):
        misbehave("echo")
