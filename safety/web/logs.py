"""What is written down: names of events and counts. No address, agent, query, answer or file name."""

from __future__ import annotations

import logging
import traceback

LOG = logging.getLogger("unshared")


def event(name: str, **counts: int) -> None:
    """Writes that ``name`` happened, with ``counts``."""
    LOG.info("%s", " ".join([name, *(f"{key}={int(value)}" for key, value in counts.items())]))


def unexpected(error: Exception) -> None:
    """Writes where our own code broke, without the message of the error: that can hold what was sent."""
    places = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    LOG.error("error %s in %s", type(error).__name__, " > ".join(places[-6:]))


def init() -> None:
    """Sends our own log to the standard error stream, and keeps the libraries' request logs off."""
    if not LOG.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
        LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    # Werkzeug and waitress name the address that was asked for; nobody needs to know who read what.
    for noisy in ("werkzeug", "waitress"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
