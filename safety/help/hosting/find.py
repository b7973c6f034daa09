"""Asks the name system and the public registers about one site, and gathers what they know. It opens no page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from safety.help.hosting import answer, register
from safety.help.hosting.answer import Network, Registrar
from safety.help.hosting.question import Question
from safety.help.hosting.web import Trouble
from safety.help.public import Resolve, is_public

Get = Callable[[str], bytes | Trouble]
MAX_ADDRESSES = 4


@dataclass(frozen=True)
class Found:
    """What is known of a site: who sold its name, its addresses, the networks of these, or what was in the way."""

    question: Question
    seller: Registrar | Trouble | None
    addresses: tuple[str, ...]
    networks: tuple[Network | Trouble, ...]


def find(question: Question, resolve: Resolve, get: Get) -> Found:
    """Everything about ``question`` that ``resolve`` and ``get`` can tell."""
    asked = (question.host,) if question.is_address else resolve(question.host)
    addresses = tuple(filter(is_public, asked))[:MAX_ADDRESSES]
    seller = None if question.is_address else _seller(question, get)
    return Found(question, seller, addresses, _networks(addresses, get))


def _seller(question: Question, get: Get) -> Registrar | Trouble:
    names = get(register.LIST_OF_NAMES)
    if isinstance(names, Trouble):
        return names
    server = register.of_name(names, question.host)
    if not server:
        return Trouble.NO_REGISTER
    for name in question.names:
        body = get(f"{server}domain/{name}")
        if body is not Trouble.NOT_THERE:
            return body if isinstance(body, Trouble) else answer.registrar(body) or Trouble.BROKEN
    return Trouble.NOT_THERE


def _networks(addresses: tuple[str, ...], get: Get) -> tuple[Network | Trouble, ...]:
    """Each network once, however many of the addresses are in it."""
    found: list[Network | Trouble] = []
    for address in addresses:
        if not any(isinstance(one, Network) and one.holds(address) for one in found):
            found.append(_network(address, get))
    return tuple(dict.fromkeys(found))


def _network(address: str, get: Get) -> Network | Trouble:
    networks = get(register.list_for(address))
    if isinstance(networks, Trouble):
        return networks
    server = register.of_address(networks, address)
    if not server:
        return Trouble.NO_REGISTER
    body = get(f"{server}ip/{address}")
    return body if isinstance(body, Trouble) else answer.network(body) or Trouble.BROKEN
