"""Caps work in progress, not visitors: a class shares one address."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.exceptions import ServiceUnavailable

WAIT_SECONDS = 2.0
RETRY_SECONDS = 15


class WorkLimit:
    """At most ``places`` pieces of heavy work at once in this process."""

    def __init__(self, places: int) -> None:
        self._free = threading.BoundedSemaphore(places)

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place to work in.

        Raises:
            ServiceUnavailable: none was free in time.
        """
        if not self._free.acquire(timeout=WAIT_SECONDS):
            raise ServiceUnavailable(retry_after=RETRY_SECONDS)
        try:
            yield
        finally:
            self._free.release()
