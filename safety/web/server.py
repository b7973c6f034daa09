"""Waitress, set so that it keeps our promises: nothing on disk, no name of the server, bounded memory.

By default it writes large bodies and answers to temporary files, and buffers every body before our
code runs. Here all bodies on their way together are bounded, and one more is refused unread.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from typing import Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask
from waitress.utilities import Error

from safety.config import MEBIBYTE, Config
from safety.web import rounds
from safety.web.uploads import FORM_BYTES

OVERFLOW_BYTES = 64 * MEBIBYTE
# A thousand phones in one room keep one each, and their host comes in too.
MAX_CONNECTIONS = 2000
# Headers and body of our own answer to a status and an address.
Pages = Callable[[int, str], tuple[list[tuple[str, str]], bytes]]
# What waitress itself may answer.
REFUSALS = (400, 413, 431, 500, 501, 503)


class ServiceUnavailable(Error):  # type: ignore[misc]  # waitress ships no types
    """All the room for bodies is taken."""

    code = 503
    reason = "Service Unavailable"


class Room:
    """Bytes that all request bodies on their way may take together."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes, self.taken_bytes = max_bytes, 0
        # Re-entrant: the collector may free a request, and so its bytes, while this thread holds it.
        self._lock = threading.RLock()

    def take(self, count: int) -> bool:
        """Takes ``count`` bytes; False when they are not there."""
        with self._lock:
            if self.taken_bytes + count > self.max_bytes:
                return False
            self.taken_bytes += count
            return True

    def give(self, count: int) -> None:
        """Gives ``count`` bytes back."""
        with self._lock:
            self.taken_bytes -= count


def parser_for(room: Room) -> type[HTTPRequestParser]:
    """A request parser that takes its body's bytes from ``room`` before a byte is read."""

    class BoundedParser(HTTPRequestParser):  # type: ignore[misc]  # waitress ships no types
        def parse_header(self, header_plus: bytes) -> None:
            super().parse_header(header_plus)
            # A body of unknown length may grow to the limit of one request.
            limit: int = self.adj.max_request_body_size
            announced: int = self.content_length  # type: ignore[has-type]  # set by waitress; 0 with chunks
            # A body that is announced as too large is refused anyway, and takes no room.
            count = limit if self.chunked else announced  # type: ignore[has-type]  # set by waitress
            if not count or announced >= limit:
                return
            if room.take(count):
                self._give_back = weakref.finalize(self, room.give, count)
                return
            self.error = ServiceUnavailable("Very busy. Please try again in a minute.")
            self.body_rcv, self.chunked, self.content_length = None, False, 0
            self.connection_close = True

        def close(self) -> None:
            super().close()
            if hasattr(self, "_give_back"):
                self._give_back()

    return BoundedParser


def error_task_for(pages: Pages) -> type[ErrorTask]:
    """A task that answers with our own page what waitress refuses before Flask sees it."""

    class PageTask(ErrorTask):  # type: ignore[misc]  # waitress ships no types
        def execute(self) -> None:
            code = self.request.error.code
            # A request that is broken from its first line has no address.
            headers, body = pages(code, getattr(self.request, "path", ""))
            self.status = f"{code} {self.request.error.reason}"
            self.response_headers.extend(headers)
            self.set_close_on_finish()
            self.content_length = len(body)
            self.write(body)

    return PageTask


def make_server(app: Any, config: Config, room: Room | None = None, pages: Pages | None = None) -> Any:
    """A server for ``app`` that listens already; ``run()`` serves until it is stopped.

    ``pages`` are our own answers to what waitress refuses before ``app`` sees it.
    """
    room = room or Room(config.max_bodies_bytes)
    parts = {"parser_class": parser_for(room), "error_task_class": error_task_for(pages) if pages else ErrorTask}
    channel = type("Channel", (HTTPChannel,), parts)
    server = create_server(app, **options(config))
    for listener in getattr(server, "map", {0: server}).values():
        listener.channel_class = channel
    if rounds.CAN:
        server.asyncore = rounds
    return server


def options(config: Config) -> dict[str, Any]:
    """The settings of waitress."""
    proxied: dict[str, Any] = {}
    if config.proxies:
        proxied = {
            "trusted_proxy": "*",
            "trusted_proxy_count": config.proxies,
            "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"},
        }
    return {
        "host": config.host,
        "port": config.port,
        "threads": 8,
        "connection_limit": MAX_CONNECTIONS,
        "asyncore_use_poll": True,
        "channel_timeout": 30,
        "ident": None,
        "max_request_body_size": config.max_upload_bytes + FORM_BYTES + 1,
        "inbuf_overflow": OVERFLOW_BYTES,
        "outbuf_overflow": OVERFLOW_BYTES,
        "clear_untrusted_proxy_headers": True,
        **proxied,
    }
