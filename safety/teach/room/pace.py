"""How long a phone waits before it asks again whether the room has moved: longer when many ask.

It counts requests of this process in a second, and knows nobody who asks.
"""

from __future__ import annotations

import threading
from typing import Final

LEAST_MS: Final = 2_000
MOST_MS: Final = 10_000
WANTED_PER_SECOND: Final = 100
WINDOW_SECONDS: Final = 1.0


class Pace:
    """The wait for everybody who asks; clocks are handed in."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wait_ms = float(LEAST_MS)
        self._since = 0.0
        self._asked = 0

    def wait_ms(self, now: float) -> int:
        """How long who asks at ``now`` waits before the next time; ``now`` in seconds of any steady clock."""
        with self._lock:
            self._asked += 1
            passed = now - self._since
            if passed >= WINDOW_SECONDS:
                wanted = self._wait_ms * self._asked / passed / WANTED_PER_SECOND
                # Half way each second: phones that were told a longer wait are not back yet.
                self._wait_ms = min(MOST_MS, max(LEAST_MS, (self._wait_ms + wanted) / 2))
                self._since, self._asked = now, 0
            return round(self._wait_ms)
