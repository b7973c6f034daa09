"""The commands of help reach the public internet and nothing else."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from safety.help import public
from safety.help.public import NotPublic, connect, is_public, look_up

PRIVATE = (
    "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.7", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:127.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "no address", "",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known(address: str) -> None:
    """Homes, this computer, machines' own services, and IPv4 addresses that hide inside IPv6 ones."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2600::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"])
def test_public_addresses_are_known(address: str) -> None:
    """Also where a network writes them in another way."""
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_nothing_connects_to_a_private_address(address: str) -> None:
    """Not even a first packet: the guard of the tests would fail on one."""
    with pytest.raises(NotPublic):
        connect("shown.example", 443, 1, lambda host: (address,))


def test_no_address_at_all_is_another_trouble() -> None:
    """A name that leads nowhere is not called private."""
    with pytest.raises(OSError, match="no address at all") as raised:
        connect("shown.example", 443, 1, lambda host: ())
    assert not isinstance(raised.value, NotPublic)


def test_the_judged_address_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is resolved once: a second answer of the name server, into the home, is never asked for."""
    answers = [("10.0.0.1", "8.8.8.8", "8.8.4.4"), ("127.0.0.1",)]
    tried: list[Any] = []

    def create(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(public.socket, "create_connection", create)
    with pytest.raises(ConnectionRefusedError):
        connect("shown.example", 443, 1, lambda host: answers.pop(0))
    assert tried == [("8.8.8.8", 443), ("8.8.4.4", 443)]


@pytest.mark.parametrize("trouble", [socket.gaierror, UnicodeError])
def test_a_name_that_cannot_be_looked_up_has_no_address(
    monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    """No internet, or a name that no name system takes."""

    def fails(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(public.socket, "getaddrinfo", fails)
    assert look_up("shown.example") == ()


def test_each_address_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's answer, without repetitions and not without end."""

    def found(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(2, 1, 6, "", (f"8.8.8.{n // 2}", 0)) for n in range(90)]

    monkeypatch.setattr(public.socket, "getaddrinfo", found)
    assert look_up("shown.example") == tuple(f"8.8.8.{n}" for n in range(8))
