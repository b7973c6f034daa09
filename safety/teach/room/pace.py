"""When a phone asks again whether the room has moved: each gets the next moment that is free.

So a thousand phones spread by themselves, from the first time on, and few are not kept waiting. It counts nobody and
knows nobody who asks.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from typing import Final

LEAST_SECONDS: Final = 2.0
MOST_SECONDS: Final = 10.0
WANTED_PER_SECOND: Final = 100


class Pace:
    """The moments that one process has given away; clocks are handed in."""

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._lock = threading.Lock()
        self._chance = chance
        self._free = 0.0

    def wait_ms(self, now: float) -> int:
        """How long who asks at ``now`` waits before the next time; ``now`` in seconds of any steady clock."""
        least, most = now + LEAST_SECONDS, now + MOST_SECONDS
        with self._lock:
            moment = max(self._free, least)
            if moment <= most:
                self._free = moment + 1 / WANTED_PER_SECOND
            else:
                # All are taken. Whoever is too many comes at any of them, not all at the last.
                moment = least + self._chance() * (most - least)
        return round((moment - now) * 1000)
