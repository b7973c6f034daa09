"""Which public register knows a name or an address, from the lists that IANA keeps of them. Pure.

Source: RFC 9224, sections 4 and 5, checked 2026-11-23.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from typing import Any, Final

LIST_OF_NAMES: Final = "https://data.iana.org/rdap/dns.json"
LIST_OF_IPV4: Final = "https://data.iana.org/rdap/ipv4.json"
LIST_OF_IPV6: Final = "https://data.iana.org/rdap/ipv6.json"


def list_for(address: str) -> str:
    """The list that has the register of ``address``."""
    return LIST_OF_IPV4 if ip_address(address).version == 4 else LIST_OF_IPV6


def of_name(body: bytes, name: str) -> str:
    """Where the register of ``name`` is asked, with a slash at its end; '' when the list has none that is https."""
    labels = name.lower().split(".")
    endings = {".".join(labels[at:]): len(labels) - at for at in range(len(labels))}
    fitting = [(endings[entry], server) for entry, server in _entries(body) if entry.lower() in endings]
    return max(fitting, default=(0, ""))[1]


def of_address(body: bytes, address: str) -> str:
    """Where the register of ``address`` is asked, by the narrowest network that holds it; '' when there is none."""
    wanted = ip_address(address)
    fitting = []
    for entry, server in _entries(body):
        try:
            network = ip_network(entry)
        except ValueError:
            continue
        if network.version == wanted.version and wanted in network:
            fitting.append((network.prefixlen, server))
    return max(fitting, default=(0, ""))[1]


def _entries(body: bytes) -> Iterator[tuple[str, str]]:
    """Every entry of the list with the first https address of its register."""
    for service in _services(body):
        if not isinstance(service, list) or len(service) < 2 or not all(isinstance(part, list) for part in service):
            continue
        entries, servers = service[0], service[1]
        server = next((one for one in servers if isinstance(one, str) and one.startswith("https://")), "")
        if server:
            yield from ((entry, server.rstrip("/") + "/") for entry in entries if isinstance(entry, str))


def _services(body: bytes) -> list[Any]:
    try:
        services = json.loads(body)["services"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    return services if isinstance(services, list) else []
