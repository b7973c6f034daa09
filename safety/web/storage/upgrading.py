"""Brings the database up to date when the site starts; while it is away, again and again beside the site.

Help, photos and all other pages that need no database do not wait for it. What needs a hand is said and tried no more.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from safety.web import logs
from safety.web.storage import database

# The site opens then at the latest; most databases are ready sooner.
PATIENCE_SECONDS: Final = 10.0
AGAIN_SECONDS: Final = 2.0
Say = Callable[[str], None]


class Upgrading:
    """One start of a site on the database at ``url``."""

    def __init__(self, url: str, say: Say) -> None:
        self._url, self._say = url, say
        self._tried, self._ended = threading.Event(), threading.Event()
        self._needs_hand: database.DatabaseError | None = None
        self._was_away = False

    def begin(self) -> None:
        """Returns when the database is ready, or is away: then this goes on by itself.

        Raises:
            DatabaseError: somebody has to do something first; the message says what.
        """
        threading.Thread(target=self._run, daemon=True, name="upgrading").start()
        self._tried.wait(PATIENCE_SECONDS)
        if self._needs_hand:
            raise self._needs_hand
        if not self._ended.is_set():
            self._say("Pages that need the database answer 'not now'; all others are served. It is tried again.")

    def _run(self) -> None:
        while not self._is_done():
            self._tried.set()
            self._ended.wait(AGAIN_SECONDS)

    def _is_done(self) -> bool:
        try:
            database.upgrade(self._url)
        except database.DatabaseAway as error:
            if not self._was_away:
                self._say(str(error))
            self._was_away = True
            return False
        except database.DatabaseError as error:
            self._needs_hand = error
            if self._tried.is_set():
                self._say(str(error))
        self._ended.set()
        self._tried.set()
        if self._was_away and not self._needs_hand:
            logs.event("database-back")
        return True
