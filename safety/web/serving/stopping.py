"""A server that is asked to stop answers first whoever it is busy with, so a new start costs nobody an answer.

It takes no new connection from then on, and closes those where nothing is on its way. It waits a limited time: who
sends a body byte by byte does not keep it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Final

from waitress import wasyncore
from waitress.channel import HTTPChannel

from safety.web.serving import rounds

# systemd and Docker are told to wait longer than this before they end it.
STOP_SECONDS: Final = 30.0
# While it stops, each round looks who is still busy.
ROUND_SECONDS: Final = 0.1


class Loop:
    """What the server does until it has stopped; in the place of ``waitress.wasyncore``."""

    def __init__(self) -> None:
        self.is_asked = False

    def ask(self, *signalled: Any) -> None:
        """Asks it to stop; also as the handler of a signal. It does at the end of its round, within a second."""
        self.is_asked = True

    def loop(self, timeout: float, map: dict[int, Any], use_poll: bool) -> None:  # as waitress calls it
        """Goes round while anything is open and nobody has asked to stop, then until the last answer is out."""
        with rounds.going(map) as go:
            while map and not self.is_asked:
                go(timeout)
            close_listeners(map)
            end = time.monotonic() + STOP_SECONDS
            while any_busy(map) and time.monotonic() < end:
                go(ROUND_SECONDS)


def close_listeners(map: Mapping[int, Any]) -> None:
    """Lets nobody else in."""
    for one in [one for one in map.values() if one.accepting]:
        wasyncore.dispatcher.close(one)


def any_busy(map: Mapping[int, Any]) -> bool:
    """Whether a request is being received, waited for or answered on any connection."""
    channels = [one for one in map.values() if isinstance(one, HTTPChannel)]
    return any(one.requests or one.request or one.total_outbufs_len for one in channels)
