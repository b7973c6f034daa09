"""The server's rounds over its connections: it looks at those where something happens, not at all that are open.

Before every round waitress asks each connection what it waits for. With a thousand phones that keep theirs open, that
costs more than all the answers. It decides nothing: reading, writing and closing stay waitress's own. Where the system
has no epoll, the rounds are waitress's own too.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from waitress import wasyncore

CAN: Final = hasattr(select, "epoll")
# So often everybody is asked after all: the server also closes connections that nothing happens on.
ALL_SECONDS: Final = 1.0
# A round that asked for longer than this lets the others work for as long as it took.
LONG_SECONDS: Final = 0.001
MOST_SECONDS: Final = 0.02
READS: Final = 0 if not CAN else select.EPOLLIN | select.EPOLLPRI
WRITES: Final = 0 if not CAN else select.EPOLLOUT


@contextmanager
def going(map: dict[int, Any]) -> Iterator[Callable[[float], None]]:  # as waitress calls what is open
    """A round over ``map`` to call again and again, with the seconds that it may wait."""
    if not CAN:
        # Windows has neither.
        poll = wasyncore.poll2 if hasattr(select, "poll") else wasyncore.poll
        yield lambda timeout: poll(timeout, map)
        return
    with select.epoll() as waiting:
        yield Rounds(map, waiting).go


class Rounds:
    """What is open, by file number, and what each waits for."""

    def __init__(self, is_open: dict[int, Any], waiting: select.epoll) -> None:
        self._open, self._waiting = is_open, waiting
        self._known: dict[int, tuple[Any, int]] = {}
        self._busy: set[int] = set()
        self._all_at = 0.0

    def go(self, timeout: float) -> None:
        """One round: waits until something happens, and lets it."""
        began = time.monotonic()
        for number in self._due():
            self._ask(number)
        spent = time.monotonic() - began
        if spent > LONG_SECONDS:
            # Asking a thousand that wait to be answered takes Python's one turn from the threads that answer them.
            time.sleep(min(spent, MOST_SECONDS))
        for number, events in self._waiting.poll(timeout):
            self._busy.add(number)
            one = self._open.get(number)
            if one is None:
                continue
            wasyncore.readwrite(one, events)
            if one.accepting:
                self._busy |= self._open.keys() - self._known.keys()

    def _due(self) -> Iterable[int]:
        """Those that may wait for something else than before."""
        if time.monotonic() >= self._all_at:
            self._all_at = time.monotonic() + ALL_SECONDS
            return self._open.keys() | self._known.keys()
        return tuple(self._busy)

    def _ask(self, number: int) -> None:
        """Asks one what it waits for. Who is being answered says something else when that is done."""
        one = self._open.get(number)
        before = self._known.pop(number, (None, 0))
        wants = 0 if one is None else (READS if one.readable() else 0)
        if one is not None and one.writable() and not one.accepting:
            wants |= WRITES
        if (one, wants) != before:
            if before[1]:
                # The system has forgotten one that was closed; its number may be another's by now.
                with suppress(OSError):
                    self._waiting.unregister(number)
            if wants:
                self._wait(number, one, wants)
        if one is not None:
            self._known[number] = one, wants
        is_quiet = one is None or (wants == READS and not one.accepting)
        (self._busy.discard if is_quiet else self._busy.add)(number)

    def _wait(self, number: int, one: Any, wants: int) -> None:
        try:
            self._waiting.register(number, wants)
        except OSError:
            # It was closed from elsewhere: it is told so, and the others go on.
            wasyncore.readwrite(one, select.EPOLLHUP)
