"""A link or a name as somebody typed it, read into the name to ask about. No part of it but the name goes anywhere.

It knows no list of public suffixes: `names` gives the candidates, and the register says which of them exists.

Source: RFC 3986 section 3.2.2, RFC 5890 section 2.3, RFC 6761 and RFC 7686 (names for special use), checked 2026-11-23.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from safety.help.public import TWO_WAYS, is_public

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# A link of another kind, such as mailto:name@example.com, and not a name with a port.
_OTHER_LINK = re.compile(r"[a-z][a-z0-9+.-]*:(?!//|\d)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_SPECIAL = frozenset(["local", "localhost", "internal", "lan", "home", "test", "invalid", "example", "arpa", "alt"])
_MAX_NAME, _MAX_TYPED, _MAX_LABELS_ASKED = 253, 4096, 5


class Refusal(StrEnum):
    """Why a text cannot be asked about."""

    NO_NAME = "no-name"
    NO_WEB = "no-web"
    PRIVATE = "private"
    ONION = "onion"
    TWO_WAYS = "two-ways"


@dataclass(frozen=True)
class Question:
    """The name of a site in ASCII letters, or the address of a computer where no name was typed."""

    host: str
    is_address: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What the site may be registered as, the longest first: ``www`` and far lower names are left out."""
        if self.is_address:
            return ()
        labels = self.host.removeprefix("www.").split(".")[-_MAX_LABELS_ASKED:]
        return tuple(".".join(labels[at:]) for at in range(max(len(labels) - 1, 1)))


def read(typed: str) -> Question | Refusal:
    """The question in ``typed``: a whole link, or a name or address alone."""
    text = typed.strip()
    if not text or len(text) > _MAX_TYPED or re.search(r"[\s\x00-\x1f\x7f]", text):
        return Refusal.NO_NAME
    if (address := _address(text)) is not None:
        return address
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = parts.hostname or ""
    except ValueError:
        return Refusal.NO_NAME
    if parts.scheme not in ("http", "https") or _OTHER_LINK.match(text) or ("@" in text and "://" not in text):
        return Refusal.NO_WEB
    return _address(host) or _name(host.rstrip("."))


def _address(host: str) -> Question | Refusal | None:
    try:
        address = str(ip_address(host))
    except ValueError:
        return None
    return Question(address, is_address=True) if is_public(address) else Refusal.PRIVATE


def _name(host: str) -> Question | Refusal:
    if TWO_WAYS.search(host):
        return Refusal.TWO_WAYS
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return Refusal.NO_NAME
    labels = name.split(".")
    last = labels[-1]
    if last in _SPECIAL:
        return Refusal.PRIVATE
    if last == "onion":
        return Refusal.ONION
    # A browser reads 127.1 or 0x7f.1 as the address of a computer.
    if len(labels) < 2 or len(name) > _MAX_NAME or _NUMBER.fullmatch(last) or not all(map(_LABEL.fullmatch, labels)):
        return Refusal.NO_NAME
    return Question(name)
