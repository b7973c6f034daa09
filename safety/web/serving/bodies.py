"""The memory that request bodies take while they are on their way: bounded for all of them together."""

from __future__ import annotations

import threading


class Room:
    """Bytes that all request bodies on their way may take together."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes, self.taken_bytes = max_bytes, 0
        # Re-entrant: the collector may free a request, and so its bytes, while this thread holds it.
        self._lock = threading.RLock()

    def take(self, count: int) -> bool:
        """Takes ``count`` bytes; False when they are not there."""
        with self._lock:
            if self.taken_bytes + count > self.max_bytes:
                return False
            self.taken_bytes += count
            return True

    def give(self, count: int) -> None:
        """Gives ``count`` bytes back."""
        with self._lock:
            self.taken_bytes -= count
