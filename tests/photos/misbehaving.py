"""A worker for the tests that does one of the things that a broken decoder can do; the first argument says which."""

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def work(content: bytes, arguments: Sequence[str]) -> bytes:
    """Echoes, or misbehaves."""
    return WAYS[arguments[0]](content)


def _sleep(content: bytes) -> bytes:
    time.sleep(60)
    return content


def _spin(content: bytes) -> bytes:
    while True:
        pass


def _eat(content: bytes) -> bytes:
    return bytes(4 << 30)[:1]


def _crash(content: bytes) -> bytes:
    signal.raise_signal(signal.SIGSEGV)
    return content


def _raise(content: bytes) -> bytes:
    raise ValueError


def _talk_without_end(content: bytes) -> bytes:
    # The pipe of the answer is the one open file above the standard three.
    while True:
        for descriptor in range(3, 16):
            with contextlib.suppress(OSError):
                os.write(descriptor, bytes(1 << 16))


def _talk_before(content: bytes) -> bytes:
    print("a library prints", flush=True)  # noqa: T201 - that is what is tested
    os.write(1, b"and its C code as well")
    return content


def _save(content: bytes) -> bytes:
    Path(content.decode()).write_bytes(b"a picture")
    return b"saved"


def _surroundings(content: bytes) -> bytes:
    """Environment, arguments, descriptors of open files, and readiness to be ended when memory runs out."""
    return json.dumps(
        {
            "environment": dict(os.environ),
            "arguments": sys.argv,
            "open": [number for number in range(64) if _is_open(number)],
            "offer": Path("/proc/self/oom_score_adj").read_text() if sys.platform == "linux" else "",
        }
    ).encode()


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def _echo(content: bytes) -> bytes:
    return content


def _exit(content: bytes) -> bytes:
    os._exit(0)


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "echo": _echo,
    "sleep": _sleep,
    "spin": _spin,
    "eat": _eat,
    "crash": _crash,
    "raise": _raise,
    "talk without end": _talk_without_end,
    "talk before": _talk_before,
    "save": _save,
    "surroundings": _surroundings,
    "exit": _exit,
}
