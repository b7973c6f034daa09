"""Caps work in progress, not visitors: a class shares one address.

Who waits holds a thread. So they wait only while places come free: where one has waited in vain, the next is told at
once, until somebody is done.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.exceptions import ServiceUnavailable

WAIT_SECONDS = 2.0
RETRY_SECONDS = 15


class Away(ServiceUnavailable):
    """What this needs does not answer; whether something that was being changed is changed, nobody knows."""


class WorkLimit:
    """At most ``places`` pieces of heavy work at once in this process."""

    def __init__(self, places: int) -> None:
        self._free = threading.BoundedSemaphore(places)
        self._in_vain = False

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place to work in.

        Raises:
            ServiceUnavailable: none was free in time.
        """
        if not self._free.acquire(timeout=0 if self._in_vain else WAIT_SECONDS):
            self._in_vain = True
            raise ServiceUnavailable(retry_after=RETRY_SECONDS)
        try:
            yield
        finally:
            self._in_vain = False
            self._free.release()
