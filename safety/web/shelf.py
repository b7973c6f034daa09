"""Answers that are kept in memory for one day: bounded in bytes, the one that nobody asked for longest goes first.

It knows nothing of the web: what may be kept, and under which key, its user decides. Safe for threads: what it holds
is never changed, and one lock guards the list of it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

Headers = tuple[tuple[str, str], ...]
# What an entry takes in Python's own structures, apart from its text.
OWN_BYTES = 1024


@dataclass(frozen=True)
class Answer:
    """A whole answer, in the form in which it is sent. ``unchanged`` are the headers for who has it already."""

    status: str
    headers: Headers
    unchanged: Headers
    etag: str
    body: bytes

    @property
    def bytes(self) -> int:
        """About what it takes in memory."""
        return OWN_BYTES + len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


class Shelf:
    """Answers by their key, at most ``most_bytes`` of them together, all of one day."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes, self.taken_bytes = most_bytes, 0
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._day: date | None = None
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._answers)

    def kept(self) -> tuple[Hashable, ...]:
        """The keys of all that is here, the one that was asked for last at the end."""
        with self._lock:
            return tuple(self._answers)

    def find(self, key: Hashable, day: date) -> Answer | None:
        """What was kept under ``key`` on ``day``; on another day than the last time, all is forgotten first."""
        with self._lock:
            if day != self._day:
                self._forget()
                self._day = day
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def keep(self, key: Hashable, answer: Answer, day: date) -> None:
        """Keeps what was made on ``day``, if that is still the day."""
        with self._lock:
            if day != self._day:
                return
            before = self._answers.pop(key, None)
            self.taken_bytes += answer.bytes - (before.bytes if before else 0)
            self._answers[key] = answer
            while self.taken_bytes > self.most_bytes:
                self.taken_bytes -= self._answers.popitem(last=False)[1].bytes

    def forget(self) -> None:
        """Drops everything."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        self._answers.clear()
        self.taken_bytes = 0
