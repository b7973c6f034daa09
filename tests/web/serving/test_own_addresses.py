"""The laptop's address on the class network is found without a word to anybody."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from safety.web.serving import own_addresses
from safety.web.serving.own_addresses import PROBES, reachable, used_towards


class FakeSocket:
    """A socket of a machine with one address; it notes what it is told to do."""

    def __init__(self, address: str, *, has_route: bool = True) -> None:
        self.address, self.has_route = address, has_route
        self.done: list[str] = []

    def __call__(self, family: int, kind: int) -> Any:
        assert (family, kind) == (socket.AF_INET, socket.SOCK_DGRAM)
        return self

    def __enter__(self) -> FakeSocket:
        return self

    def __exit__(self, *error: object) -> None:
        self.done.append("close")

    def connect(self, where: tuple[str, int]) -> None:
        """Finds the way, or none."""
        self.done.append("connect")
        if not self.has_route:
            raise OSError("Network is unreachable")

    def getsockname(self) -> tuple[str, int]:
        """The machine's address on that way."""
        return self.address, 12345


def test_the_system_says_which_address_it_would_use() -> None:
    """Nothing is sent: the socket is opened, pointed somewhere, asked and closed."""
    opened = FakeSocket("192.168.1.20")
    assert used_towards(PROBES[0], opened) == "192.168.1.20"
    assert opened.done == ["connect", "close"]


def test_a_machine_on_no_network_has_no_address() -> None:
    """No route is no error."""
    assert used_towards(PROBES[0], FakeSocket("", has_route=False)) == ""


def test_each_address_comes_once_and_none_that_leads_nowhere() -> None:
    """The likeliest stays first."""
    found = ["192.168.1.20", "", "127.0.0.1", "10.0.0.4", "192.168.1.20", "224.0.0.1", "::1", "name"]
    assert reachable(found) == ["192.168.1.20", "10.0.0.4"]


def test_the_name_is_asked_only_when_nothing_else_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no name server answers, asking by name takes seconds."""
    monkeypatch.setattr(own_addresses, "named", lambda: ["192.168.9.9"])
    monkeypatch.setattr(own_addresses, "used_towards", lambda probe: "10.1.1.1")
    assert own_addresses.own_addresses() == ["10.1.1.1"]
    monkeypatch.setattr(own_addresses, "used_towards", lambda probe: "")
    assert own_addresses.own_addresses() == ["192.168.9.9"]
