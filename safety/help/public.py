"""Connections to the public internet alone, for the commands of help: no private, local or reserved address.

A name is looked up once, and the very address that was judged is connected to: a name server that answers
differently the second time gains nothing. What is asked and how much is read is up to the caller.

Source: the registries of RFC 6890 as `ipaddress` has them; RFC 6052 (64:ff9b::/96) and RFC 3056 (2002::/16) for the
IPv4 address inside an IPv6 address; checked 2026-11-23.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Resolve = Callable[[str], tuple[str, ...]]
Connect = Callable[[str, int, float], socket.socket]
# The two standards for names in other alphabets write these letters differently.
TWO_WAYS = re.compile("[\u00df\u03c2\u200c\u200d]")
_TRANSLATED = IPv6Network("64:ff9b::/96")
_MAX_ADDRESSES = 8


class NotPublic(OSError):
    """The name leads to private addresses alone."""


def is_public(address: str) -> bool:
    """Whether ``address`` is one that anybody on the internet can reach."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    real = (_inside(parsed) or parsed) if isinstance(parsed, IPv6Address) else parsed
    return real.is_global and not real.is_multicast


def look_up(host: str) -> tuple[str, ...]:
    """The addresses of ``host``, by the name servers of this computer; none when there are none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))[:_MAX_ADDRESSES]


def connect(host: str, port: int, seconds: float, resolve: Resolve = look_up) -> socket.socket:
    """A connection to ``host`` at the first public address that takes it.

    Raises:
        NotPublic: only private addresses are behind ``host``.
        OSError: it has no address, or none of them answers within ``seconds``.
    """
    addresses = resolve(host)
    trouble = NotPublic("private addresses alone") if addresses else OSError("no address at all")
    for address in filter(is_public, addresses):
        try:
            return socket.create_connection((address, port), seconds)
        except OSError as error:
            trouble = error
    raise trouble


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that ``address`` stands for."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _TRANSLATED else None


@contextmanager
def within(seconds: float, connection: socket.socket) -> Iterator[None]:
    """Cuts ``connection`` off after ``seconds`` in all: a limit for each piece alone would let an answer drip."""
    # TLS takes the descriptor over, so a second handle of the same connection is what gets cut.
    handle = connection.dup()
    timer = threading.Timer(seconds, _cut, (handle,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        handle.close()


def _cut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
