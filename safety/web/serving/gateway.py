"""Between granian and the site: a body comes in whole before a thread is taken, and all bodies together are bounded.

granian's own way to call a WSGI site reads a body in the thread that answers, so as many slow visitors as there are
threads would stop the rest. It also takes a body that breaks off for a whole one. Here the body is read while no thread
waits, counted against what was announced, and refused before a byte is read where there is no room for it. It decides
nothing that the site decides: hosts, posts, sizes of forms.

Source: RSGI, version 1.6 (granian); PEP 3333; RFC 9112 (HTTP/1.1), 3.2 Host, 6.3 length of a body; checked 2026-11-23.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any, Final
from wsgiref.types import WSGIApplication, WSGIEnvironment

from safety.web.errors import Pages
from safety.web.logs import unexpected
from safety.web.serving import lanes
from safety.web.serving.bodies import Room

# As long as waitress waits for the next bytes.
PATIENCE_SECONDS: Final = 30.0
# What is refused here and not by the site.
REFUSALS: Final = (400, 411, 413, 500, 503)
# Without a name of our own granian writes its name.
NO_SERVER: Final = ("server", "")
Answer = tuple[int, list[tuple[str, str]], bytes]


class RefusedError(Exception):
    """The request is answered before the site sees it."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Gateway:
    """Answers what granian receives with ``site``; ``pages`` are our own answers to what is refused here."""

    def __init__(self, site: WSGIApplication, room: Room, pages: Pages, max_body_bytes: int) -> None:
        self._site, self._room, self._pages, self._max_body_bytes = site, room, pages, max_body_bytes
        self._quick = ThreadPoolExecutor(lanes.READING_THREADS, "quick")
        self._slow = ThreadPoolExecutor(lanes.THREADS - lanes.READING_THREADS, "slow")

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answers one request."""
        length = 0
        try:
            environ = environ_of(scope)
            length = self._take(environ)
            environ["wsgi.input"] = BytesIO(await read(protocol, length) if length else b"")
            lane = self._quick if lanes.is_quick(scope.method, scope.path) else self._slow
            answer = await asyncio.get_running_loop().run_in_executor(lane, self._answer, environ)
        except RefusedError as refused:
            answer = self._refusal(refused.code, scope.path)
        finally:
            self._room.give(length)
        protocol.response_bytes(*answer)

    def _take(self, environ: WSGIEnvironment) -> int:
        """Takes the room for the body that ``environ`` announces; gives its length."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > self._max_body_bytes:
            raise RefusedError(413)
        if not self._room.take(length):
            raise RefusedError(503)
        return length

    def _answer(self, environ: WSGIEnvironment) -> Answer:
        """The site's answer, whole."""
        began: list[tuple[str, list[tuple[str, str]]]] = []

        def begin(status: str, headers: list[tuple[str, str]], failed: Any = None) -> Any:
            began.append((status, headers))

        try:
            parts: Iterable[bytes] = self._site(environ, begin)
            try:
                body = b"".join(parts)
            finally:
                if hasattr(parts, "close"):
                    parts.close()
        except Exception as error:
            # What fails outside Flask is answered with a page all the same.
            unexpected(error)
            return self._refusal(500, environ["PATH_INFO"])
        status, headers = began[-1]
        return int(status.split(" ", 1)[0]), [*headers, NO_SERVER], body

    def _refusal(self, code: int, path: str) -> Answer:
        headers, body = self._pages(code, path)
        return code, [*headers, NO_SERVER], body


def environ_of(scope: Any) -> WSGIEnvironment:
    """What the site learns of a request, without its body.

    Raises:
        RefusedError: its headers contradict each other, or the length of its body is not told.
    """
    host, _, port = scope.server.rpartition(":")
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _as_wsgi(scope.path),
        "QUERY_STRING": _as_wsgi(scope.query_string),
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        # With an underscore it would pass for another header, such as one that only a proxy may write.
        if "_" not in name:
            _add(environ, name, value)
    host_is_missing = "HTTP_HOST" not in environ and scope.http_version != "1.0"
    if host_is_missing or (scope.authority and scope.authority != environ.get("HTTP_HOST")):
        raise RefusedError(400)
    if environ.pop("HTTP_TRANSFER_ENCODING", None) is not None:
        # A body in chunks that breaks off looks like a whole one here, and half an upload must not count.
        raise RefusedError(411)
    return environ


def _add(environ: WSGIEnvironment, name: str, value: str) -> None:
    key = name.upper().replace("-", "_")
    key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
    if key not in environ:
        environ[key] = _as_wsgi(value)
        return
    if key in ("HTTP_HOST", "CONTENT_LENGTH", "CONTENT_TYPE"):
        raise RefusedError(400)
    environ[key] += ("; " if key == "HTTP_COOKIE" else ", ") + _as_wsgi(value)


def _as_wsgi(text: str) -> str:
    """Text as WSGI hands it on: each byte a character."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")


async def read(protocol: Any, length: int) -> bytes:
    """A body of ``length`` bytes.

    Raises:
        RefusedError: it broke off, or nothing came for half a minute.
    """
    body = bytearray()
    parts = aiter(protocol)
    try:
        while part := await asyncio.wait_for(anext(parts, b""), PATIENCE_SECONDS):
            body += part
    except TimeoutError:
        raise RefusedError(400) from None
    if len(body) != length:
        raise RefusedError(400)
    return bytes(body)
