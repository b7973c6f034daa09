"""Work on a hostile file in a process of its own, which may crash, hang or eat memory without harm to us.

A worker is a module with `work(content: bytes, arguments: Sequence[str]) -> bytes`. It gets the file over a
pipe and answers over another; it has no name of any file, nothing of our environment and none of our open
files. It imports from the same folders as we do. Limits of memory and processor time, and the ban on writing
files, need the `resource` module: on Windows only the time, as the clock shows it, and the size of the
answer are limited. It is a guard against broken decoders, not a sandbox: a worker that was taken over could
still read what our user can read.

Source: POSIX.1-2017, setrlimit(); Python library reference, subprocess and resource.
"""

import importlib
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Final

_CANNOT_START = 97
_ENDING_SECONDS = 2
_MAX_OPEN_FILES = 64
_PIECE_BYTES = 64 * 1024
# What Python itself needs to start, where it needs anything.
_PASSED_ON: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def run_guarded(
    module: str,
    content: bytes,
    seconds: int,
    memory_bytes: int,
    max_output_bytes: int,
    arguments: tuple[str, ...] = (),
) -> bytes | None:
    """What the worker `module` makes of `content`; None when it crashed, raised, or went over a limit.

    `memory_bytes` is address space, of which Python with its libraries takes a few hundred MiB by itself.
    Raises: RuntimeError, when the worker cannot even start: a fault of the installation, not of the file.
    """
    command = [sys.executable, "-I", "-B", __file__, _folders(), str(seconds), str(memory_bytes), module, *arguments]
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and every word of the command is ours
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=_environment(),
        )
    except OSError as error:
        raise RuntimeError("no process for a worker") from error
    with process:
        answer = _exchange(process, content, seconds, max_output_bytes)
    if process.returncode == _CANNOT_START:
        raise RuntimeError(f"the worker {module} is not there, or a library that it needs")
    return answer if process.returncode == 0 else None


def _folders() -> str:
    return os.pathsep.join(str(Path(folder).absolute()) for folder in sys.path)


def _environment() -> dict[str, str]:
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    # The C library sets 64 MiB of address space aside for each thread that a decoder starts, unless told not to.
    return {**passed_on, "MALLOC_ARENA_MAX": "1"}


def _exchange(process: subprocess.Popen[bytes], content: bytes, seconds: int, max_bytes: int) -> bytes | None:
    """The whole answer of a worker; it is dead or ended when this returns."""
    assert process.stdin is not None  # noqa: S101 - Popen was called with pipes
    assert process.stdout is not None  # noqa: S101 - as above
    answer = bytearray()
    # Threads, since Windows cannot wait for two pipes at once, and a worker may never read or never write.
    writer = Thread(target=_send, args=(process.stdin, content), daemon=True)
    reader = Thread(target=_receive, args=(process.stdout, answer, max_bytes), daemon=True)
    try:
        writer.start()
        reader.start()
        reader.join(seconds)
        if not reader.is_alive() and len(answer) <= max_bytes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_ENDING_SECONDS)
    finally:
        process.kill()
        writer.join(_ENDING_SECONDS)
        reader.join(_ENDING_SECONDS)
    return bytes(answer) if len(answer) <= max_bytes else None


def _send(pipe: IO[bytes], content: bytes) -> None:
    # A worker that ends early closes the pipe; its exit status tells the rest.
    with suppress(OSError), pipe:
        rest = memoryview(content)
        while rest:
            rest = rest[pipe.write(rest) :]


def _receive(pipe: IO[bytes], answer: bytearray, max_bytes: int) -> None:
    while len(answer) <= max_bytes:
        piece = pipe.read(min(_PIECE_BYTES, max_bytes + 1 - len(answer)))
        if not piece:
            return
        answer += piece


def _serve(folders: str, seconds: str, memory_bytes: str, module: str, *arguments: str) -> int:
    """The other side, in the process of the worker; gives its exit status."""
    sys.path[:] = folders.split(os.pathsep)
    try:
        work = importlib.import_module(module).work
    except (ImportError, AttributeError):
        return _CANNOT_START
    _limit(int(seconds), int(memory_bytes))
    # Decoders written in C may print; their words must not get into the answer.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as pipe:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        pipe.write(work(sys.stdin.buffer.read(), arguments))
    return 0


def _limit(seconds: int, memory_bytes: int) -> None:
    """Give up what this process does not need. Where a system lacks a limit, it goes without."""
    if sys.platform == "win32":
        return
    import resource

    _offer_memory()
    limits: tuple[tuple[int, int], ...] = (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        # A memory image of a crash would put the picture on the disk.
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _MAX_OPEN_FILES),
    )
    for kind, limit in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))
    # It ends even when nobody is left to kill it.
    signal.alarm(seconds + _ENDING_SECONDS)


def _offer_memory() -> None:
    """Where Linux runs out of memory, let it end this process and not the site."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


if __name__ == "__main__":
    sys.exit(_serve(*sys.argv[1:]))
