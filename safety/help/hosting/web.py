"""One answer of a public register over HTTPS: limited in time and size, JSON alone, never from a private address.

It opens no page of the site that is asked about. It sends no cookie and no name of this program, and uses no proxy.

Source: RFC 7480, sections 4.1, 5.2 and 5.3, checked 2026-11-23.
"""

from __future__ import annotations

import http.client
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from safety.help.public import Connect, NotPublic, connect, within

SECONDS: Final = 15.0
MAX_BYTES: Final = 1024 * 1024
MAX_REDIRECTS: Final = 5
_HTTPS: Final = 443
_REDIRECTS: Final = (301, 302, 303, 307, 308)
# Some registers answer 400 or 422 for a name below one that they sell.
_NOT_THERE: Final = (400, 404, 422)
_KINDS: Final = ("application/rdap+json", "application/json")
_HEADERS: Final = {"Accept": ", ".join(_KINDS), "Accept-Encoding": "identity", "Connection": "close"}


class Trouble(StrEnum):
    """Why there is no answer."""

    NOT_THERE = "not-there"
    NO_ANSWER = "no-answer"
    TOO_MUCH = "too-much"
    NOT_SAFE = "not-safe"
    NO_REGISTER = "no-register"
    BROKEN = "broken"


@dataclass(frozen=True)
class _Elsewhere:
    """The answer is at another address."""

    location: str


@dataclass(frozen=True)
class Web:
    """The way out. ``connect`` opens a connection to a host; ``context`` says whose certificates count."""

    connect: Connect = connect
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    seconds: float = SECONDS

    def get(self, url: str) -> bytes | Trouble:
        """The body of the JSON at ``url``, over at most a few redirects."""
        for _ in range(MAX_REDIRECTS + 1):
            parts = urlsplit(url)
            if not _is_safe(parts):
                return Trouble.NOT_SAFE
            try:
                answer = self._ask(parts)
            except NotPublic:
                return Trouble.NOT_SAFE
            except (OSError, http.client.HTTPException, ValueError):
                return Trouble.NO_ANSWER
            if not isinstance(answer, _Elsewhere):
                return answer
            url = urljoin(url, answer.location)
        return Trouble.NO_ANSWER

    def _ask(self, parts: SplitResult) -> bytes | Trouble | _Elsewhere:
        """One request: the body, or where it is instead."""
        host = parts.hostname or ""
        with (
            self.connect(host, _HTTPS, self.seconds) as plain,
            within(self.seconds, plain),
            self.context.wrap_socket(plain, server_hostname=host) as secure,
        ):
            connection = http.client.HTTPConnection(host)
            connection.sock = secure
            connection.request("GET", parts.path or "/", headers={**_HEADERS, "Host": host})
            return _read(connection.getresponse())


def _read(response: http.client.HTTPResponse) -> bytes | Trouble | _Elsewhere:
    if response.status in _REDIRECTS:
        location = response.headers.get("Location")
        return _Elsewhere(location) if location else Trouble.NO_ANSWER
    if response.status in _NOT_THERE:
        return Trouble.NOT_THERE
    if response.status != http.client.OK:
        return Trouble.NO_ANSWER
    if response.headers.get_content_type() not in _KINDS:
        return Trouble.BROKEN
    body = response.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        return Trouble.TOO_MUCH
    # What is still to come of a length that was promised: the answer was cut.
    return Trouble.NO_ANSWER if response.length else body


def _is_safe(parts: SplitResult) -> bool:
    """Whether this is https to a name, on the usual port, without a password."""
    try:
        port = parts.port
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and port in (None, _HTTPS) and "@" not in parts.netloc
