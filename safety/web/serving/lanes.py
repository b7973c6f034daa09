"""Two of the server's threads are for reading only: nobody who wants help waits behind posts or the database.

All other requests keep their order and share the other six threads. It measures nothing: what an address is and how
it is asked for decides.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Any, Final

from waitress.task import ThreadedTaskDispatcher

THREADS: Final = 8
READING_THREADS: Final = 2
READING: Final = ("GET", "HEAD")
# Pages that look into the database, or may: they can take as long as that takes.
LOOKING: Final = ("/check", "/join", "/teach/room")


def is_quick(method: str, path: str) -> bool:
    """Whether a request can be answered from memory."""
    rooms = (path == room or path.startswith(f"{room}/") for room in LOOKING)
    return method in READING and not any(rooms)


@dataclass
class Turn:
    """One request of the slower lane; its thread is free for the next when it was served."""

    lanes: Lanes
    task: Any

    def service(self) -> None:
        """Answers it."""
        try:
            self.task.service()
        finally:
            self.lanes.done()

    def cancel(self) -> None:
        """Leaves it unanswered: the server stops."""
        self.lanes.done()
        self.task.cancel()


class Lanes:
    """What waits for a thread, for ``ThreadedTaskDispatcher``, which asks only while it holds its lock.

    In each lane, and between them, who came first goes first; but of the slower lane only so many go at once.
    """

    def __init__(self, most_slow: int) -> None:
        self._most_slow, self._slow_now, self._came = most_slow, 0, 0
        # Not the dispatcher's lock, which is held while it cancels.
        self._counting = threading.Lock()
        self._quick: deque[tuple[int, Any]] = deque()
        self._slow: deque[tuple[int, Any]] = deque()

    def append(self, task: Any) -> None:
        """One more that waits."""
        self._came += 1
        (self._quick if _is_quick(task) else self._slow).append((self._came, task))

    def popleft(self) -> Any:
        """Who is next."""
        if self._quick and not (self._may_go_slow() and self._slow[0] < self._quick[0]):
            return self._quick.popleft()[1]
        with self._counting:
            self._slow_now += 1
        return Turn(self, self._slow.popleft()[1])

    def __len__(self) -> int:
        return len(self._quick) + (len(self._slow) if self._may_go_slow() else 0)

    def done(self) -> None:
        """One of the slower lane was served. Its thread looks for the next by itself, so nobody has to be woken."""
        with self._counting:
            self._slow_now -= 1

    def _may_go_slow(self) -> bool:
        return bool(self._slow) and self._slow_now < self._most_slow


def dispatcher(threads: int = THREADS) -> ThreadedTaskDispatcher:
    """The threads of the server, running."""
    made = ThreadedTaskDispatcher()
    made.queue = Lanes(threads - READING_THREADS)
    made.set_thread_count(threads)
    return made


def _is_quick(task: Any) -> bool:
    # What is refused before it has an address is answered from memory too.
    request = task.requests[0]
    return bool(request.error) or is_quick(request.command, request.path)
