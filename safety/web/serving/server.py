"""Waitress, set so that it keeps our promises: nothing on disk, no name of the server, bounded memory.

By default it writes large bodies and answers to temporary files, and buffers every body before our
code runs. Here all bodies on their way together are bounded, and one more is refused unread.
"""

from __future__ import annotations

import weakref
from functools import partial
from typing import Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error

from safety.config import MEBIBYTE, Config
from safety.web.errors import Pages
from safety.web.serving import framing, lanes
from safety.web.serving.bodies import Room
from safety.web.serving.stopping import Loop
from safety.web.uploads import FORM_BYTES

OVERFLOW_BYTES = 64 * MEBIBYTE
# A thousand phones in one room keep one each, and their host comes in too.
MAX_CONNECTIONS = 2000
# What comes before a body; it is far more than a browser sends, and put together anew with every byte.
HEAD_BYTES = 32 * 1024
# What waitress itself may answer.
REFUSALS = (400, 413, 431, 500, 503)


class ServiceUnavailable(Error):  # type: ignore[misc]  # waitress ships no types
    """All the room for bodies is taken."""

    code = 503
    reason = "Service Unavailable"


def parser_for(room: Room) -> type[HTTPRequestParser]:
    """A request parser that takes its body's bytes from ``room`` before a byte is read."""

    class BoundedParser(HTTPRequestParser):  # type: ignore[misc]  # waitress ships no types
        def parse_header(self, header_plus: bytes) -> None:
            if not framing.is_clear(header_plus):
                self.path = framing.path_of(header_plus)
                raise ParsingError("It can be read in more than one way")
            super().parse_header(header_plus)
            if self.chunked:  # type: ignore[has-type]  # set by waitress
                self.body_rcv: Any = framing.BoundedChunks(self.body_rcv.getbuf())
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


class KeepingTask(WSGITask):  # type: ignore[misc]  # waitress ships no types
    """An answer after which the connection stays: waitress ends it where there is no body, and so no length of one.

    A browser that asks whether its page is still the one would pay for each such answer with a new connection.
    """

    def set_close_on_finish(self) -> None:
        is_asked = self.request.headers.get("CONNECTION", "").lower() == "close"
        if self.version != "1.1" or self.has_body or is_asked:
            super().set_close_on_finish()


def maintain(listener: Any, now: float) -> None:
    """Closes connections on which nothing moves; ``listener`` calls it now and then.

    waitress itself closes one only when it can be written to, so who reads nothing would hold an answer for ever, and
    with a large one the thread that gives it.
    """
    type(listener).maintenance(listener, now)
    cutoff = now - listener.adj.channel_timeout
    for one in list(listener.active_channels.values()):
        if one.total_outbufs_len and one.last_activity < cutoff:
            one.handle_close()


def make_server(app: Any, config: Config, room: Room | None = None, pages: Pages | None = None) -> Any:
    """A server for ``app`` that listens already; ``run()`` serves until it is stopped.

    ``pages`` are our own answers to what waitress refuses before ``app`` sees it.
    """
    room = room or Room(config.max_bodies_bytes)
    parts: dict[str, Any] = {"parser_class": parser_for(room), "task_class": KeepingTask}
    parts["error_task_class"] = error_task_for(pages) if pages else ErrorTask
    channel = type("Channel", (HTTPChannel,), parts)
    server = create_server(app, _dispatcher=lanes.dispatcher(), **options(config))
    for listener in getattr(server, "map", {0: server}).values():
        listener.channel_class = channel
        listener.maintenance = partial(maintain, listener)
    server.asyncore = Loop()
    return server


def options(config: Config) -> dict[str, Any]:
    """The settings of waitress."""
    return {
        "host": config.host,
        "port": config.port,
        "threads": lanes.THREADS,
        "connection_limit": MAX_CONNECTIONS,
        "asyncore_use_poll": True,
        "channel_timeout": 30,
        "ident": None,
        "max_request_header_size": HEAD_BYTES,
        "max_request_body_size": config.max_upload_bytes + FORM_BYTES + 1,
        "inbuf_overflow": OVERFLOW_BYTES,
        "outbuf_overflow": OVERFLOW_BYTES,
        # What a proxy says is read in one place for both servers: proxies.py.
        "clear_untrusted_proxy_headers": False,
    }
