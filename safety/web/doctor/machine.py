"""The machine: its clock, its memory, its limits. It sees those of the user who runs the command.

Source: Linux adjtimex(2) and proc(5), checked 2026-11-23.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from safety.web.doctor.finding import Finding, fine, look, wrong

SWAPS: Final = Path("/proc/swaps")
# The answer of adjtimex to a clock that nobody sets, and larger than its structure on any processor.
NOT_SET: Final = 5
TIMEX_BYTES: Final = 1024
MOST_APART_SECONDS: Final = 60


@dataclass(frozen=True)
class Machine:
    """What the system says; None where it does not.

    ``open_files`` and ``core_bytes`` are the limits that this process may have (-1: none).
    """

    swaps: str | None
    is_clock_set: bool | None
    open_files: int | None
    core_bytes: int | None


def gather() -> Machine:
    """What this machine says now."""
    open_files = core_bytes = None
    with suppress(ImportError):
        # Windows has no such limits.
        import resource

        open_files = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        core_bytes = resource.getrlimit(resource.RLIMIT_CORE)[0]
    swaps = None
    with suppress(OSError):
        swaps = SWAPS.read_text(encoding="utf-8", errors="replace")
    return Machine(swaps, _is_clock_set(), open_files, core_bytes)


def check(machine: Machine, wanted_files: int) -> Iterator[Finding]:
    """All findings on ``machine``; the server wants ``wanted_files`` files and connections open."""
    yield clock(machine.is_clock_set)
    yield swap(machine.swaps)
    yield dumps(machine.core_bytes)
    yield open_files(machine.open_files, wanted_files)


def clock(is_set: bool | None) -> Finding:
    """Whether somebody sets the clock: kept checks, rooms and cookies end by it."""
    if is_set is None:
        return look("clock", "This system does not say whether its clock is set over the network.", "Look at it.")
    if is_set:
        return fine("clock", "The clock is set over the network.")
    return look(
        "clock",
        "The system says that nothing sets its clock; in a virtual machine the host may do it.",
        "Switch it on: timedatectl set-ntp true",
    )


def apart(check: str, whose: str, seconds: float) -> Finding:
    """Whether another clock agrees with ours; ``seconds`` is how far it is ahead."""
    if abs(seconds) > MOST_APART_SECONDS:
        ahead = "ahead of" if seconds > 0 else "behind"
        says = f"{whose} is {abs(seconds):.0f} seconds {ahead} the one of this machine."
        return wrong(check, says, "Set both over the network: kept checks, rooms and cookies end by the clock.")
    return fine(check, f"{whose} agrees with the one of this machine.")


def swap(swaps: str | None) -> Finding:
    """Whether memory, and so an upload, can be written to a disk."""
    if swaps is None:
        return look("swap", "This system does not say whether it swaps memory to disk.", "Switch it off or encrypt it.")
    devices = [line.split()[0] for line in swaps.splitlines()[1:] if line.strip()]
    on_disk = [device for device in devices if "/zram" not in device]
    if not on_disk:
        return fine("swap", "Memory is not swapped to a disk.")
    return look(
        "swap",
        f"Memory can be swapped to {', '.join(on_disk)}, and with it a photo that is being cleaned.",
        "Switch it off (swapoff -a, and its line in /etc/fstab), or see that it is encrypted.",
    )


def dumps(core_bytes: int | None) -> Finding:
    """Whether a crash would write memory into a file."""
    if core_bytes == 0:
        return fine("crash files", "A crash writes no memory into a file.")
    if core_bytes is None:
        return look("crash files", "This system does not say whether a crash writes memory into a file.", "Look at it.")
    return look(
        "crash files",
        "A crash of a program started like this one may write its memory into a file.",
        "Set LimitCORE=0 in the unit of the service, or ulimit -c 0 before the start.",
    )


def open_files(most: int | None, wanted: int) -> Finding:
    """Whether the server may have as many connections as it takes."""
    if most is None:
        return fine("open files", "This system has no such limit.")
    if most < 0 or most >= wanted:
        return fine("open files", f"The server may have the {wanted:,} files and connections that it wants.")
    return wrong(
        "open files",
        f"At most {most:,} files and connections may be open, and the server wants {wanted:,}.",
        f"Set LimitNOFILE={wanted} in the unit of the service, or ulimit -n {wanted} before the start.",
    )


def _is_clock_set() -> bool | None:
    try:
        answer = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(TIMEX_BYTES))
    except (AttributeError, OSError, TypeError):
        return None
    return None if answer < 0 else answer != NOT_SET
