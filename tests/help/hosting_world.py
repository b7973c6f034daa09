"""A small internet of recorded answers: registers and name servers that tests ask instead of the real ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from safety.help.hosting.register import LIST_OF_IPV4, LIST_OF_IPV6, LIST_OF_NAMES
from safety.help.hosting.web import Trouble

RECORDED = Path(__file__).parent / "recorded"


def recorded(name: str) -> bytes:
    """A recorded answer of a register."""
    return (RECORDED / f"{name}.json").read_bytes()


LISTS: dict[str, bytes | Trouble] = {
    LIST_OF_NAMES: recorded("dns"),
    LIST_OF_IPV4: recorded("ipv4"),
    LIST_OF_IPV6: recorded("ipv6"),
}


@dataclass
class World:
    """Names with their addresses, and answers by their URL. ``asked`` keeps what was fetched, in order."""

    names: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, bytes | Trouble]
    asked: list[str] = field(default_factory=list)

    def resolve(self, host: str) -> tuple[str, ...]:
        """The addresses of ``host``."""
        return self.names.get(host, ())

    def get(self, url: str) -> bytes | Trouble:
        """What is at ``url``."""
        self.asked.append(url)
        return {**LISTS, **self.answers}.get(url, Trouble.NOT_THERE)


SHOWN = World(
    {"www.shown.com": ("8.8.4.4", "8.8.8.8", "10.0.0.1")},
    {
        "https://rdap.registry.example/com/v1/domain/shown.com": recorded("domain"),
        "https://rdap.narrow.example/ip/8.8.4.4": recorded("network"),
    },
)


def shown() -> World:
    """A site with a registrar and a host that both take complaints, and a private address among its own."""
    return World(SHOWN.names, SHOWN.answers)
