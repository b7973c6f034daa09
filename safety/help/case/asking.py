"""Whether something answers at a link: what the site says first, and never what it shows.

A link is asked by ``HEAD``; whatever is refused that way is asked once more by ``GET``, of which only the first lines
are read. It connects to public addresses alone, on the usual ports, and sends no cookie, no referrer and no name of
this program. What is behind an answer it does not know: "answers" means neither that the picture is there nor that it
is the same one.

Source: RFC 9110, sections 9.3.1, 9.3.2 and 15, checked 2026-11-23.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from safety.help.public import TWO_WAYS, Connect, NotPublic, connect, within

SECONDS: Final = 15.0
MAX_REDIRECTS: Final = 5
_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_GONE: Final = (404, 410)
_TROUBLE_FROM: Final = 500
# What every browser says first; nothing tells who asks.
_HEADERS: Final = {"User-Agent": "Mozilla/5.0", "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}
_NAME = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")


class Ending(StrEnum):
    """What came of asking one link."""

    ANSWERS = "answers"
    MOVED = "moved"
    GONE = "gone"
    CLOSED = "closed"
    TROUBLE = "trouble"
    NO_ANSWER = "no-answer"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True)
class Answer:
    """The ending, the last status (0 for none), and the host it was sent on to, '' for none."""

    ending: Ending
    status: int = 0
    to: str = ""


@dataclass(frozen=True)
class Asker:
    """The way out. ``connect`` opens a connection to a host; ``context`` says whose certificates count."""

    connect: Connect = connect
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS

    def ask(self, link: str) -> Answer:
        """What answers at ``link``, over at most a few redirects to public addresses."""
        first = parts = _parts(link)
        status = 0
        for _ in range(MAX_REDIRECTS + 1):
            if parts is None or first is None:
                return Answer(Ending.MOVED, status) if first else Answer(Ending.NOT_ASKED)
            to = "" if parts == first else parts.hostname or ""
            try:
                status, target = self._ask(parts)
            except NotPublic:
                return Answer(Ending.MOVED, status, to) if status else Answer(Ending.NOT_ASKED)
            except (OSError, http.client.HTTPException, ValueError):
                return Answer(Ending.NO_ANSWER, 0, to)
            if status not in _REDIRECTS or not target:
                return Answer(_ending(status, has_moved=parts != first), status, to)
            parts = _next(parts, target)
        return Answer(Ending.MOVED, status)

    def _ask(self, parts: SplitResult) -> tuple[int, str]:
        """Status and target of a redirect, by the way that shows least."""
        status, target = self._request("HEAD", parts)
        # Some sites say "not found" to this question alone.
        return self._request("GET", parts) if status >= http.client.BAD_REQUEST else (status, target)

    def _request(self, method: str, parts: SplitResult) -> tuple[int, str]:
        host = parts.hostname or ""
        with self.connect(host, _PORTS[parts.scheme], self.seconds) as plain, within(self.seconds, plain):
            if parts.scheme == "http":
                return _first_lines(plain, method, parts)
            with self.context.wrap_socket(plain, server_hostname=host) as secure:
                return _first_lines(secure, method, parts)


def _first_lines(connected: socket.socket, method: str, parts: SplitResult) -> tuple[int, str]:
    host = parts.hostname or ""
    connection = http.client.HTTPConnection(host)
    connection.sock = connected
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    named = f"[{host}]" if ":" in host else host
    connection.request(method, target or "/", headers={**_HEADERS, "Host": named})
    response = connection.getresponse()
    return response.status, response.headers.get("Location") or ""


def _parts(link: str) -> SplitResult | None:
    """A link that may be asked, in letters that a request can hold, or None; a name alone counts as https."""
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or port not in (None, _PORTS[parts.scheme]) or not host or "@" in parts.netloc:
        return None
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~-._?") for part in (parts.path, parts.query))
    return SplitResult(parts.scheme, f"[{host}]" if ":" in host else host, path, query, "")


def _host(name: str) -> str:
    """A name in ASCII letters; '' for one that cannot be asked about."""
    if TWO_WAYS.search(name):
        return ""
    host = name.rstrip(".") if name.isascii() else name.encode("idna").decode("ascii")
    return host.lower() if _NAME.fullmatch(host.lower()) else ""


def _next(parts: SplitResult, target: str) -> SplitResult | None:
    """Where a redirect leads, or None when it is not followed: never from a locked line to an open one."""
    try:
        following = _parts(urljoin(parts.geturl(), target))
    except ValueError:
        return None
    is_opened_up = following is not None and parts.scheme == "https" and following.scheme == "http"
    return None if is_opened_up else following


def _ending(status: int, *, has_moved: bool) -> Ending:
    if status in _GONE:
        return Ending.GONE
    if status >= _TROUBLE_FROM:
        return Ending.TROUBLE
    if status >= http.client.BAD_REQUEST:
        return Ending.CLOSED
    return Ending.MOVED if has_moved else Ending.ANSWERS
