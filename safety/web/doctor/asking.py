"""How a site is asked: one request after another over real sockets, or this copy of the app itself.

Nothing is sent but what is made up here; no redirect is followed; count, time and size are bounded.
"""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from contextvars import Context
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from flask import Flask

MOST_REQUESTS: Final = 40
TIMEOUT_SECONDS: Final = 10.0
ANSWER_SECONDS: Final = 30.0
ANSWER_BYTES: Final = 4 * 1024 * 1024
# So much of a large body is really sent: more than a proxy keeps back before it begins to pass on.
BEGUN_BYTES: Final = 16 * 1024
PORTS: Final = {"http": 80, "https": 443}


class AddressError(ValueError):
    """What was written is not the address of a site; the message says what to write."""


class NotAsked(OSError):
    """The site cannot be asked; the message says why."""


@dataclass(frozen=True)
class Site:
    """Where a site is: its scheme, its name as the header Host has it, and the port."""

    scheme: str
    host: str
    name: str
    port: int

    @classmethod
    def read(cls, address: str) -> Site:
        """The site at ``address``, such as https://example.org

        Raises:
            AddressError: it is not one.
        """
        try:
            parts = urlsplit(address.rstrip("/"))
            port = parts.port
        except ValueError:
            raise AddressError(_WRITE) from None
        is_bare = not (parts.path or parts.query or parts.fragment or parts.username is not None)
        if parts.scheme not in PORTS or not parts.hostname or not is_bare:
            raise AddressError(_WRITE)
        return cls(parts.scheme, parts.netloc.lower(), parts.hostname, port or PORTS[parts.scheme])

    @property
    def address(self) -> str:
        """As people write it."""
        return f"{self.scheme}://{self.host}"


_WRITE: Final = "Write the address of a site and nothing behind it, such as https://example.org"


@dataclass(frozen=True)
class Answer:
    """What came back; each header as often as it came."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def all(self, name: str) -> list[str]:
        """Every value of the header ``name``."""
        return [value for other, value in self.headers if other.lower() == name.lower()]

    def first(self, name: str) -> str:
        """The first value of the header ``name``, or ''."""
        return next(iter(self.all(name)), "")

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


# A path and headers; an answer, or NotAsked.
Ask = Callable[[str, dict[str, str]], Answer]
# A path and how many bytes are announced; the answer that came before they were sent, or None.
Begin = Callable[[str, int, float], Answer | None]


@dataclass
class Wire:
    """Asks ``site`` over the network, at most ``most`` times. The certificate is checked."""

    site: Site
    most: int = MOST_REQUESTS
    asked: int = field(default=0, init=False)

    def ask(self, path: str, headers: dict[str, str]) -> Answer:
        """The answer to a GET.

        Raises:
            NotAsked: nobody answers, or not in HTTP, or there were too many questions.
        """
        return self._ask(self._connection(), path, headers)

    def ask_plainly(self, path: str, headers: dict[str, str]) -> Answer:
        """The answer of the same name on plain http.

        Raises:
            NotAsked: as above.
        """
        plain = http.client.HTTPConnection(self.site.name, PORTS["http"], timeout=TIMEOUT_SECONDS)
        return self._ask(plain, path, headers)

    def begin(self, path: str, announced_bytes: int, wait_seconds: float) -> Answer | None:
        """What comes back when a post of ``announced_bytes`` is begun and not gone on with; None when nothing does.

        Raises:
            NotAsked: as above, or the connection was closed without an answer.
        """
        headers = {
            "Content-Type": "multipart/form-data; boundary=zeros",
            "Content-Length": str(announced_bytes),
            "Sec-Fetch-Site": "same-origin",
        }
        with closing(self._connection()) as connection, _as_not_asked():
            self._send(connection, "POST", path, headers)
            connection.send(bytes(BEGUN_BYTES))
            connection.sock.settimeout(wait_seconds)
            try:
                return _read(connection)
            except TimeoutError:
                return None

    def _ask(self, connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> Answer:
        with closing(connection), _as_not_asked():
            self._send(connection, "GET", path, headers)
            return _read(connection)

    def _connection(self) -> http.client.HTTPConnection:
        if self.site.scheme == "http":
            return http.client.HTTPConnection(self.site.name, self.site.port, timeout=TIMEOUT_SECONDS)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(self.site.name, self.site.port, timeout=TIMEOUT_SECONDS, context=context)

    def _send(self, connection: http.client.HTTPConnection, method: str, path: str, headers: dict[str, str]) -> None:
        self.asked += 1
        if self.asked > self.most:
            raise NotAsked(f"more than {self.most} questions")
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in ({"Host": self.site.host, "Connection": "close"} | headers).items():
            connection.putheader(name, value)
        connection.endheaders()


@contextmanager
def _as_not_asked() -> Iterator[None]:
    """Turns what can go wrong on the way into NotAsked."""
    try:
        yield
    except NotAsked:
        raise
    except ssl.SSLCertVerificationError as error:
        raise NotAsked(f"the certificate is not good: {error.verify_message}") from None
    except (OSError, http.client.HTTPException) as error:
        raise NotAsked(str(error) or type(error).__name__) from None


def _read(connection: http.client.HTTPConnection) -> Answer:
    response = connection.getresponse()
    end, body = time.monotonic() + ANSWER_SECONDS, b""
    with suppress(http.client.IncompleteRead):
        while len(body) < ANSWER_BYTES and (part := response.read1(65536)):
            body += part
            if time.monotonic() > end:
                raise NotAsked(f"the answer took more than {ANSWER_SECONDS:.0f} seconds")
    return Answer(response.status, tuple(response.getheaders()), body)


def of_app(app: Flask, site: Site) -> Ask:
    """How ``app`` itself answers at ``site``, as if a proxy had passed everything on rightly."""

    def ask(path: str, headers: dict[str, str]) -> Answer:
        client = app.test_client(use_cookies=False)
        # A command has an application context of its own; a page would find in it what the one before left.
        with Context().run(client.get, path, base_url=site.address, headers=headers) as response:
            return Answer(response.status_code, tuple(response.headers), response.get_data())

    return ask
