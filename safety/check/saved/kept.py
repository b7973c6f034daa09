"""A kept check: what the cookie holds of it, and how it is found, changed, given other words and deleted.

The words themselves are nowhere: the cookie holds the 32 bytes made from them, sealed, and the database what is
encrypted with a key made from those.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from safety.check.progress import Progress, Unpackable, pack, unpack
from safety.check.saved import sealing
from safety.check.saved.sealing import KEY_BYTES, NONCE_BYTES, Keys
from safety.check.saved.store import Plans

# No progress begins with this byte.
FORM: Final = b"K"
TICKET: Final = struct.Struct(f">c{KEY_BYTES}sI")
# What a kept check may take before it is sealed: no limit of a cookie.
MAX_BYTES: Final = 1 << 16
Random = Callable[[int], bytes]
Act = Callable[[Progress], Progress]


@dataclass(frozen=True)
class Ticket:
    """What a cookie holds in place of the progress: the master of a kept check, and the id of the check in front."""

    master: bytes = field(repr=False)
    front: int = 0

    @property
    def keys(self) -> Keys:
        """What the master is good for."""
        return sealing.keys(self.master)

    def pack(self) -> bytes:
        """As bytes for the cookie."""
        return TICKET.pack(FORM, self.master, self.front)


def ticket(packed: bytes) -> Ticket | None:
    """The ticket in a cookie, or None when the cookie holds something else."""
    if len(packed) != TICKET.size or not packed.startswith(FORM):
        return None
    _, master, front = TICKET.unpack(packed)
    return Ticket(master, front)


def find(plans: Plans, held: Ticket, *, to_change: bool = False) -> Progress | None:
    """The kept check, or None when there is none: never was, deleted, not used for long, or not to be read here."""
    keys = held.keys
    sealed = plans.find(keys.id, to_change=to_change)
    packed = None if sealed is None else sealing.unseal(keys.key, sealed, keys.id)
    try:
        return None if packed is None else _in_front(unpack(packed), held.front)
    except Unpackable:
        return None


def change(plans: Plans, held: Ticket, act: Act, random: Random) -> tuple[Ticket, Progress] | None:
    """What ``act`` makes of the newest state, kept; None when there is nothing to change."""
    before = find(plans, held, to_change=True)
    if before is None:
        return None
    after = act(before)
    # Another check in front is no change of what is kept: each device has its own.
    if after.checks != before.checks:
        keys = held.keys
        plans.replace(keys.id, _sealed(keys, after, random))
    return replace(held, front=after.check.id), after


def keep(plans: Plans, progress: Progress, master: bytes, random: Random) -> Ticket:
    """Keeps ``progress`` under a new master."""
    held = Ticket(master, progress.check.id)
    keys = held.keys
    plans.add(keys.id, _sealed(keys, progress, random))
    return held


def rename(plans: Plans, held: Ticket, master: bytes, random: Random) -> tuple[Ticket, Progress] | None:
    """The kept check under a new master; the old one opens nothing from now on."""
    progress = find(plans, held, to_change=True)
    if progress is None:
        return None
    plans.delete(held.keys.id)
    return keep(plans, progress, master, random), progress


def _sealed(keys: Keys, progress: Progress, random: Random) -> bytes:
    # Which check is in front is not kept, so that two devices can look at two.
    packed = pack(replace(progress, current=0), MAX_BYTES)
    return sealing.seal(keys.key, packed, keys.id, random(NONCE_BYTES))


def _in_front(progress: Progress, front: int) -> Progress:
    places = [at for at, check in enumerate(progress.checks) if check.id == front]
    return progress.switch(places[0]) if places else progress
