"""Where a request ends: only requests are taken that every server reads the same way.

A server in front and this one must never disagree on where one request ends and the next begins: else a visitor could
get the answer that was meant for somebody else. waitress refuses most of what is unclear; this refuses the rest, and
bounds two lines that waitress lets grow to the size of a whole body. It changes nothing in what it lets through.

Source: RFC 9112 (HTTP/1.1), 3.2 request target, 3.2.2 absolute form, 5.2 folded lines, 6.1 and 6.3 length of a body,
7.1 chunks; checked 2026-11-23.
"""

from __future__ import annotations

import re
from typing import Final

from waitress.receiver import ChunkedReceiver
from waitress.utilities import BadRequest

# No control character, no fragment, and no way to write an address that another server would read otherwise.
_FIRST_LINE = re.compile(
    rb"[A-Z]{1,32} (?:(?P<origin>https?://[^/?#\s]+))?(?P<path>/[!\"$-~]*) HTTP/1\.(?P<minor>[01])"
)
_CHUNKED: Final = [b"chunked"]
# More digits than any body has; Python itself refuses to read numbers of thousands of digits.
_LENGTH = re.compile(rb"[0-9]{1,18}")
# The line before each chunk of a body, and what may follow the last.
CHUNK_LINE_BYTES: Final = 1024
TRAILER_BYTES: Final = 8 * 1024


def is_clear(head: bytes) -> bool:
    """Whether ``head``, the lines of a request before its body, says in one way only what it asks and where it ends."""
    first, *lines = head.rstrip(b"\r\n").split(b"\r\n")
    asked = _FIRST_LINE.fullmatch(first)
    if asked is None or any(line.startswith((b" ", b"\t")) for line in lines):
        return False
    hosts, lengths, codings = (_values(lines, name) for name in (b"host", b"content-length", b"transfer-encoding"))
    is_new = asked["minor"] == b"1"
    return (
        (len(hosts) == 1 or (not hosts and not is_new))
        and (asked["origin"] is None or asked["origin"].partition(b"//")[2].lower() in hosts)
        and (not lengths or (len(lengths) == 1 and _LENGTH.fullmatch(lengths[0]) is not None))
        and (not codings or (is_new and not lengths and codings == _CHUNKED))
    )


def path_of(head: bytes) -> str:
    """The address in ``head``, for who answers a request that is not clear; empty where there is none."""
    asked = _FIRST_LINE.match(head)
    return asked["path"].decode("ascii") if asked else ""


def _values(lines: list[bytes], name: bytes) -> list[bytes]:
    pairs = (line.partition(b":") for line in lines)
    return [value.strip(b" \t").lower() for key, _, value in pairs if key.lower() == name]


class BoundedChunks(ChunkedReceiver):  # type: ignore[misc]  # waitress ships no types
    """A body in chunks, whose other lines are bounded: reading one that never ends takes longer with every byte."""

    def received(self, data: bytes) -> int:
        """Takes ``data``; how much of it belongs to this body."""
        taken: int = super().received(data)
        if len(self.control_line) > CHUNK_LINE_BYTES or len(self.trailer) > TRAILER_BYTES:
            self.error = BadRequest("A line of the body does not end")
        return taken
