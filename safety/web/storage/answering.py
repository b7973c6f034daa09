"""Whether the database answers. While it does not, one request at a time asks it; all others are told at once.

So a database that stands still takes one thread of the site, and pages that need none of it go on. It repairs nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from safety.web.limits import Away
from safety.web.storage.trouble import Told

RETRY_SECONDS: Final = 30
# All that a database does to who asks it; the second is not the driver's, and no child of the first.
AWAY: Final = (DBAPIError, NoFreeConnection)


class Answering:
    """What this process knows of its database."""

    def __init__(self) -> None:
        self._is_lost = False
        self._asking = threading.Lock()
        self._told = Told()

    @contextmanager
    def asked(self) -> Iterator[Callable[[], None]]:
        """A block that asks the database, and calls what it is given as soon as it was answered.

        Raises:
            Away: the database does not answer, or did not when it was last asked.
        """
        is_first = self._is_lost and self._asking.acquire(blocking=False)
        if self._is_lost and not is_first:
            raise Away(retry_after=RETRY_SECONDS)
        try:
            yield self._answered
        except AWAY as error:
            self._is_lost = self._is_lost or is_loss(error)
            self._told.tell(error)
            raise Away(retry_after=RETRY_SECONDS) from error
        finally:
            if is_first:
                self._asking.release()

    def _answered(self) -> None:
        self._is_lost = False


def is_loss(error: Exception) -> bool:
    """Whether there is no connection any more; a server that refuses something, or is busy, still answers."""
    if not isinstance(error, DBAPIError):
        return False
    # Only the driver of PostgreSQL has states. SQLite is a file: to ask it again costs nothing.
    return error.connection_invalidated or getattr(error.orig, "sqlstate", "") is None
