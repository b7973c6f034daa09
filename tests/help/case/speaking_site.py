"""A site on this machine that says what a test wants, and keeps what it was asked."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

# What to say to "HEAD /path" and the like; a tuple is status and place to go to, bytes are said as they are.
Says = Mapping[str, int | tuple[int, str] | bytes | None]


class SpeakingSite:
    """Answers on a port of 127.0.0.1, for whatever host it is taken for."""

    def __init__(self, says: Says) -> None:
        self.says = says
        self.asked: list[str] = []
        self.called: list[tuple[str, int]] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self._stop = threading.Event()

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        """A connection to this site, whatever the host: instead of the way out."""
        self.called.append((host, port))
        return socket.create_connection(self._server.getsockname(), seconds)

    def serve(self) -> None:
        """One question a connection, until the site is closed."""
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                self._answer(connection)

    def close(self) -> None:
        """Lets go of a visitor who was to wait, and takes no other."""
        self._stop.set()
        # Closing alone would leave the other thread waiting for a visitor.
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _answer(self, connection: socket.socket) -> None:
        question = b""
        while not question.endswith(b"\r\n\r\n"):
            piece = connection.recv(4096)
            if not piece:
                return
            question += piece
        self.asked.append(question.decode("ascii"))
        answer = self.says.get(" ".join(question.decode("ascii").split(" ")[:2]), 404)
        if answer is None:
            # It keeps the visitor waiting.
            self._stop.wait(30)
            return
        connection.sendall(answer if isinstance(answer, bytes) else _said(answer))


def _said(answer: int | tuple[int, str]) -> bytes:
    status, place = answer if isinstance(answer, tuple) else (answer, "")
    # It promises a body that never comes: who waits for it waits for ever.
    lines = [f"HTTP/1.1 {status} -", "Content-Length: 1000000", *([f"Location: {place}"] if place else []), "", ""]
    return "\r\n".join(lines).encode()


class NoLock(ssl.SSLContext):
    """Takes every line for a locked one: what is asked is what counts here."""

    def wrap_socket(self, sock: socket.socket, *_: Any, **__: Any) -> Any:
        """The same line."""
        return sock.dup()


@contextmanager
def speaking(says: Says) -> Iterator[SpeakingSite]:
    """A site that says this, as long as the block lasts."""
    site = SpeakingSite(says)
    thread = threading.Thread(target=site.serve, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.close()
        thread.join(10)


Speak = Callable[[Says], SpeakingSite]
