"""The addresses of this machine on its networks, found without asking anybody.

A UDP socket that is "connected" sends nothing: the system only says which of its addresses it would use. It cannot
tell which network the phones are on, so every one that is found is given.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable

# One address of each kind of network that has no route of its own to be found by: documentation first, for the
# ordinary route, then the three private ranges and the one that a machine gives itself.
PROBES = ("198.51.100.1", "10.255.255.254", "172.31.255.254", "192.168.255.254", "169.254.255.254")
ANY_PORT = 9


def own_addresses() -> list[str]:
    """The IPv4 addresses by which others reach this machine, the likeliest first."""
    # Asking by name can take seconds where no name server answers.
    return reachable(used_towards(probe) for probe in PROBES) or reachable(named())


def reachable(found: Iterable[str]) -> list[str]:
    """Each of ``found`` once, without those that lead nowhere from outside."""
    return [address for address in dict.fromkeys(found) if _leads_here(address)]


def used_towards(probe: str, open_socket: Callable[..., socket.socket] = socket.socket) -> str:
    """The address that this machine would use towards ``probe``, or ''."""
    try:
        with open_socket(socket.AF_INET, socket.SOCK_DGRAM) as connection:
            connection.connect((probe, ANY_PORT))
            return str(connection.getsockname()[0])
    except OSError:
        return ""


def named() -> list[str]:
    """The addresses that this machine knows by its own name; Windows gives all of them."""
    try:
        return socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []


def _leads_here(address: str) -> bool:
    try:
        found = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return not (found.is_loopback or found.is_unspecified or found.is_multicast)
