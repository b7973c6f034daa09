"""Cleans a file again and again, and is killed at every moment; says what was on the disk afterwards.

python -m tests.photos.killed FOLDER in-place | copy

A moment is before or after a call by which a process changes a disk. The child that gets so far kills itself.
Then come kills from outside, after more and more time. Each line of the output is what the child left: the
names in FOLDER, and the digests of the files.
"""

import hashlib
import io
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from safety.photos.deliver import clean_beside, clean_in_place

CALLS = (
    "open", "write", "copy_file_range", "sendfile", "ftruncate", "chmod", "fchown", "fsync", "close", "replace", "link",
    "unlink",
)  # fmt: skip
MOST_MOMENTS = 200
TIMED_KILLS = 12


def arm(moment: int) -> None:
    """Count the moments, and kill this process at one of them."""
    count = 0

    def tick() -> None:
        nonlocal count
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        count += 1

    def armed(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            tick()
            result = real(*arguments, **named)
            tick()
            return result

        return call

    for name in CALLS:
        if hasattr(os, name):
            setattr(os, name, armed(getattr(os, name)))
    # Nobody should write through Python's own files here; it would be seen.
    io.open = armed(io.open)


def run_child(work: Callable[[], None], kill_after: float | None = None) -> bool:
    """Do the work in a process of its own; True when it came to its end."""
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return status == 0


def report(folder: Path) -> None:
    """One line about what is there."""
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}
    sys.stdout.write(f"{json.dumps(found)}\n")


def main(folder: Path, how: str) -> None:
    """Kill, report, and put everything back, moment after moment."""
    photo = folder / "original.jpg"
    original = photo.read_bytes()

    def work() -> None:
        if how == "in-place":
            clean_in_place(photo)
        else:
            clean_beside(photo, folder)

    def put_back() -> None:
        for path in folder.iterdir():
            path.unlink()
        photo.write_bytes(original)

    def work_at(moment: int) -> None:
        arm(moment)
        work()

    for moment in range(MOST_MOMENTS):
        put_back()
        is_done = run_child(lambda moment=moment: work_at(moment))
        report(folder)
        if is_done:
            break
    for step in range(TIMED_KILLS):
        put_back()
        run_child(work, kill_after=step / 1000)
        report(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
