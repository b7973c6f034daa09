"""What a register answers about a name or a network, as values. Pure; anything odd in an answer is left out.

Of the owner of a site nothing is read: only who sold the name, who runs the network, and where they take complaints.

Source: RFC 9083 (answers), RFC 7095 (contacts as jCard), RFC 8605 (contact-uri), checked 2026-11-23.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Final

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
_FORM = re.compile(r"https://[!-~]{3,300}")
_MAX_DEPTH, _MAX_WORDS, _MAX_WAYS = 4, 100, 4
_ABUSE: Final = "abuse"


@dataclass(frozen=True)
class Way:
    """Where complaints are taken: mail addresses and forms."""

    emails: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.emails or self.forms)


@dataclass(frozen=True)
class Registrar:
    """Who sold the name ``name``."""

    name: str
    seller: str
    abuse: Way


@dataclass(frozen=True)
class Network:
    """The network that an address belongs to, from ``first`` to ``last``, and who runs it."""

    name: str
    owners: tuple[str, ...]
    first: str
    last: str
    abuse: Way

    @property
    def is_cloudflare(self) -> bool:
        """Whether it is Cloudflare's, which stands in front of a site and seldom holds it."""
        return any("cloudflare" in words.lower() for words in (self.name, *self.owners))

    def holds(self, address: str) -> bool:
        """Whether ``address`` is in it."""
        try:
            first, wanted, last = ip_address(self.first), ip_address(address), ip_address(self.last)
        except ValueError:
            return False
        return first.version == wanted.version == last.version and int(first) <= int(wanted) <= int(last)


def registrar(body: bytes) -> Registrar | None:
    """The seller of a name, or None when ``body`` is no answer about a name."""
    record = _record(body, "domain")
    if record is None:
        return None
    sellers = [entity for entity in _entities(record) if "registrar" in _roles(entity)]
    seller = next((name for one in sellers for name in _names(one)), "")
    # The contact of the registrar stands inside it, or beside it.
    return Registrar(_words(record.get("ldhName")), seller, _abuse(record))


def network(body: bytes) -> Network | None:
    """The network, or None when ``body`` is no answer about one."""
    record = _record(body, "ip network")
    if record is None:
        return None
    owners = [name for one in _entities(record) if "registrant" in _roles(one) for name in _names(one)]
    return Network(
        _words(record.get("name")),
        tuple(dict.fromkeys(owners)),
        _words(record.get("startAddress")),
        _words(record.get("endAddress")),
        _abuse(record),
    )


def _record(body: bytes, kind: str) -> dict[str, Any] | None:
    try:
        record = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and record.get("objectClassName") == kind else None


def _entities(record: dict[str, Any], depth: int = _MAX_DEPTH) -> Iterator[dict[str, Any]]:
    """Every contact of ``record``, those inside another too."""
    inner = record.get("entities")
    for entity in inner if isinstance(inner, list) and depth else ():
        if isinstance(entity, dict):
            yield entity
            yield from _entities(entity, depth - 1)


def _roles(entity: dict[str, Any]) -> list[Any]:
    roles = entity.get("roles")
    return roles if isinstance(roles, list) else []


def _abuse(record: dict[str, Any]) -> Way:
    contacts = [entity for entity in _entities(record) if _ABUSE in _roles(entity)]
    emails = [text for one in contacts for text in _texts(one, "email") if _EMAIL.fullmatch(text)]
    forms = [text for one in contacts for text in _texts(one, "contact-uri", "url") if _FORM.fullmatch(text)]
    return Way(tuple(dict.fromkeys(emails))[:_MAX_WAYS], tuple(dict.fromkeys(forms))[:_MAX_WAYS])


def _names(entity: dict[str, Any]) -> list[str]:
    return [name for text in _texts(entity, "org", "fn") if (name := _words(text))]


def _texts(entity: dict[str, Any], *wanted: str) -> Iterator[str]:
    """The texts of the named properties of a contact. A property is [name, parameters, type, value…]."""
    card = entity.get("vcardArray")
    properties = card[1] if isinstance(card, list) and len(card) > 1 and isinstance(card[1], list) else []
    for one in properties:
        if isinstance(one, list) and len(one) > 3 and one[0] in wanted:
            yield from (value.removeprefix("mailto:").strip() for value in one[3:] if isinstance(value, str))


def _words(value: object) -> str:
    """A text that a terminal shows as it is: no control character, and not without end."""
    text = value if isinstance(value, str) else ""
    return "".join(letter for letter in text if letter.isprintable())[:_MAX_WORDS].strip()
