"""What the processes take that this one has started, and theirs. Linux; elsewhere it is told as 0."""

import os
from pathlib import Path

PROCESSES = Path("/proc")


def memory_bytes() -> int:
    """What they hold in memory together; what several share is counted once."""
    return sum(_proportional(number) for number in _below(os.getpid()))


def processor_seconds() -> float:
    """The time on a processor that they have had together."""
    return sum(_ticks(number) for number in _below(os.getpid())) / os.sysconf("SC_CLK_TCK")


def _ticks(number: int) -> int:
    try:
        fields = (PROCESSES / str(number) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


def _below(top: int) -> set[int]:
    parents = {}
    for status in PROCESSES.glob("[0-9]*/stat"):
        try:
            # The name before it stands in parentheses and can hold anything.
            parents[int(status.parent.name)] = int(status.read_text(errors="replace").rpartition(")")[2].split()[1])
        except OSError:
            continue
    found, level = set[int](), {top}
    while level:
        level = {number for number, parent in parents.items() if parent in level}
        found |= level
    return found


def _proportional(number: int) -> int:
    try:
        lines = (PROCESSES / str(number) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
