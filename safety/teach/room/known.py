"""What one process remembers so that a class gets in fast: the keys of rooms it has met, and a glance at each.

All of it can be lost at any moment: the database has everything. A room that is gone is forgotten here too.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from safety.teach.room.keys import Keys

MAX_KNOWN: Final = 2048
# So old a glance may be before one looks again: an own move shows at once, another process's a second later.
GLANCE_SECONDS: Final = 1.0
# All phones of a room that was closed ask once more: none of them shall cost the work of a guess.
GONE_SECONDS: Final = 60.0
Name = TypeVar("Name", str, bytes)
Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Glance:
    """Where a room stands, for those who ask whether it moved."""

    version: int
    answers: int


class Newest(Generic[Name, Kept]):
    """The last ones that were used, a limited number of them; safe for threads."""

    def __init__(self, most: int = MAX_KNOWN) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[Name, Kept] = OrderedDict()

    def get(self, name: Name) -> Kept | None:
        """What is kept under ``name``."""
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def keep(self, name: Name, one: Kept) -> None:
        """Keeps ``one``, and drops what was not used for longest."""
        with self._lock:
            self._kept[name] = one
            self._kept.move_to_end(name)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def all(self) -> tuple[tuple[Name, Kept], ...]:
        """Everything that is kept, with its name."""
        with self._lock:
            return tuple(self._kept.items())

    def drop(self, name: Name) -> None:
        """Forgets what is kept under ``name``."""
        with self._lock:
            self._kept.pop(name, None)


class Known:
    """The keys by code, and the glances, each with the moment it is too old."""

    def __init__(self) -> None:
        self._keys = Newest[str, Keys]()
        self._by_master = Newest[bytes, Keys]()
        self._glances = Newest[str, tuple[float, Glance | None]]()
        self._looking = threading.Lock()

    def keys(self, code: str) -> Keys | None:
        """The keys of a room that this process has met."""
        return self._keys.get(code)

    def keys_of(self, master: bytes) -> Keys:
        """The keys that come from ``master``, which a cookie holds; made anew for a room that was not met."""
        return self._by_master.get(master) or Keys.of(master)

    def meet(self, code: str, keys: Keys) -> None:
        """Remembers the keys of a room that is there."""
        self._keys.keep(code, keys)
        self._by_master.keep(keys.master, keys)

    def keep_only(self, ids: Container[bytes]) -> None:
        """Forgets the keys of all rooms but these: another process may have closed one, or its time was over."""
        for code, keys in self._keys.all():
            if keys.id not in ids:
                self._forget(code, keys)
                self._glances.drop(code)

    def part(self, code: str, now: float) -> None:
        """Forgets a room; that it is gone is known for a minute."""
        if keys := self._keys.get(code):
            self._forget(code, keys)
            self._glances.keep(code, (now + GONE_SECONDS, None))

    def moved(self, code: str) -> None:
        """Lets the next glance look anew."""
        self._glances.drop(code)

    def glance(self, code: str, now: float, look: Callable[[], Glance | None]) -> Glance | None:
        """Where the room stands; ``look`` is called when nobody has looked within a second, by one at a time.

        Meanwhile all others are told what was seen last: a look that takes long holds one thread, not all of them.
        """
        found = self._glances.get(code)
        if found and now < found[0]:
            return found[1]
        if not self._keys.get(code):
            return look()
        if not self._looking.acquire(blocking=found is None):
            return found[1] if found else None
        try:
            found = self._glances.get(code)
            if found and now < found[0]:
                return found[1]
            seen = look()
            if seen:
                self._glances.keep(code, (now + GLANCE_SECONDS, seen))
            return seen
        finally:
            self._looking.release()

    def _forget(self, code: str, keys: Keys) -> None:
        self._keys.drop(code)
        self._by_master.drop(keys.master)
