"""A service on loopback that speaks the protocol of Pwned Passwords, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PADDING = "0" * 34 + "F:0"


def hash_of(password: str) -> str:
    """The hash by which the service knows a password."""
    return sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


@dataclass
class Ranges:
    """The address of the service, and every request as it came: method, path, headers and body."""

    url: str = ""
    stolen: Mapping[str, int] = field(default_factory=dict)
    raw: str = ""
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def answer(self, start: str) -> str:
        """All that is known under these five characters, and padding."""
        if self.raw:
            return self.raw
        known = {hash_of(password): count for password, count in self.stolen.items()}
        lines = [f"{one[5:]}:{count}" for one, count in known.items() if one.startswith(start)]
        return "\r\n".join([*lines, PADDING])


@contextmanager
def serve_ranges(stolen: Mapping[str, int]) -> Iterator[Ranges]:
    """The service on a free port; it stops with the block."""
    ranges = Ranges(stolen=stolen)

    class Handler(BaseHTTPRequestHandler):
        def do_OPTIONS(self) -> None:
            self._say(204, "")

        def do_GET(self) -> None:
            ranges.asked.append((self.command, self.path, dict(self.headers)))
            self._say(200, ranges.answer(self.path.rpartition("/")[2]))

        def _say(self, status: int, text: str) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "Add-Padding")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    ranges.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield ranges
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
