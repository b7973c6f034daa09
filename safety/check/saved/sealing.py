"""From six words to a key and a look-up value, and a check sealed with that key. Values in, values out.

The words are 77 random bits, so the work that each guess takes is light; the salt is the site's own, so that a
stolen database alone says nothing. What is sealed is padded to steps: its length tells little.
Source: RFC 7914 (scrypt), RFC 5869 (HKDF), NIST SP 800-38D (AES-GCM), checked 2026-11-23.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
PAGE_BYTES: Final = 8
LENGTH_BYTES: Final = 4
STEP_BYTES: Final = 512
BLOCK, LANES = 8, 1


@dataclass(frozen=True)
class Work:
    """How much work the words take: about 16 MiB and 50 ms on a small server at ``rounds`` 2^14."""

    rounds: int = 1 << 14


LIGHT: Final = Work()


@dataclass(frozen=True)
class Keys:
    """What a master is good for: the key, the value by which the sealed check is found, and a mark of the page.

    ``page`` is in forms, so that a page that is sent twice is known; it leads to neither of the others.
    """

    key: bytes = field(repr=False)
    id: bytes = field(repr=False)
    page: str = field(repr=False)


def master(words: Iterable[str], salt: bytes, work: Work = LIGHT) -> bytes:
    """The 32 bytes that ``words`` give; heavy on purpose."""
    return Scrypt(salt, KEY_BYTES, work.rounds, BLOCK, LANES).derive(" ".join(words).encode())


def keys(master: bytes) -> Keys:
    """What ``master`` is good for."""
    return Keys(
        _expanded(master, b"unshared kept check key 1", KEY_BYTES),
        _expanded(master, b"unshared kept check place 1", KEY_BYTES),
        _expanded(master, b"unshared kept check page 1", PAGE_BYTES).hex(),
    )


def seal(key: bytes, content: bytes, bound: bytes, nonce: bytes) -> bytes:
    """``content`` padded and sealed; it opens only together with ``bound``. A nonce is used once."""
    whole = len(content).to_bytes(LENGTH_BYTES) + content
    return nonce + AESGCM(key).encrypt(nonce, whole + bytes(-len(whole) % STEP_BYTES), bound)


def unseal(key: bytes, sealed: bytes, bound: bytes) -> bytes | None:
    """What was sealed, or None when it was not sealed with this key, or was changed."""
    try:
        whole = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        return None
    length = int.from_bytes(whole[:LENGTH_BYTES])
    return whole[LENGTH_BYTES : LENGTH_BYTES + length] if length <= len(whole) - LENGTH_BYTES else None


def _expanded(master: bytes, purpose: bytes, length: int) -> bytes:
    return HKDFExpand(SHA256(), length, purpose).derive(master)
