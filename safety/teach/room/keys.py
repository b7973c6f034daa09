"""The keys of one room, all made from its code. What is stored under them means nothing once the code is forgotten.

It stores nothing, and knows no cookie. Deriving the master from a code costs work on purpose: a code is short, and a
guess costs as much as the real one.

Source: RFC 7914 (scrypt), RFC 5869 (HKDF), NIST SP 800-38D (AES-GCM), checked 2026-11-23.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

KEY_BYTES: Final = 32
SCRYPT_WORK: Final = 1 << 14
NONCE_BYTES: Final = 12
ID_BYTES: Final = 16
PUPIL_BYTES: Final = 16
# The length of what is sealed tells little: it grows in steps.
STATE_STEP_BYTES: Final = 1024
Read = TypeVar("Read")


class Unreadable(Exception):
    """What is stored was not sealed under this key, or was changed."""


def master_of(code: str, salt: bytes, work: int = SCRYPT_WORK) -> bytes:
    """The secret of the room with ``code``; takes about 50 ms and 16 MB."""
    return Scrypt(salt=salt, length=KEY_BYTES, n=work, r=8, p=1).derive(code.encode())


@dataclass(frozen=True)
class Keys:
    """What a room is found by and sealed with."""

    master: bytes
    id: bytes
    _cipher: AESGCM
    _names: bytes
    _last: list[tuple[bytes, Any]] = field(default_factory=list, compare=False)

    def __repr__(self) -> str:
        return "Keys(…)"

    @classmethod
    def of(cls, master: bytes) -> Keys:
        """The keys that come from ``master``."""
        made = HKDF(SHA256(), ID_BYTES + 2 * KEY_BYTES, salt=None, info=b"unshared room keys 1").derive(master)
        id_, cipher, names = made[:ID_BYTES], made[ID_BYTES:-KEY_BYTES], made[-KEY_BYTES:]
        return cls(master, id_, AESGCM(cipher), names)

    def question(self, key: str) -> bytes:
        """What the answers to a question are stored under."""
        return _digest(self._names, key.encode())

    def slot(self, pupil: bytes, question: bytes) -> bytes:
        """Where one phone's answer to ``question`` is stored: for another question it is another place."""
        return _digest(pupil, question)

    def seal_choice(self, choice: int, question: bytes, slot: bytes) -> bytes:
        """An answer, sealed; all are equally long."""
        return self._seal(bytes([choice]), question + slot)

    def open_choice(self, sealed: bytes, question: bytes, slot: bytes) -> int:
        """The answer that was sealed.

        Raises:
            Unreadable: it is none of this room, this question and this place.
        """
        return self._open(sealed, question + slot)[0]

    def seal_state(self, packed: bytes) -> bytes:
        """The state of the room, sealed."""
        length = len(packed).to_bytes(4)
        filled = -(len(packed) + 4) % STATE_STEP_BYTES
        return self._seal(length + packed + bytes(filled), self.id)

    def open_state(self, sealed: bytes) -> bytes:
        """The state that was sealed.

        Raises:
            Unreadable: it is not the state of this room.
        """
        opened = self._open(sealed, self.id)
        return opened[4 : 4 + int.from_bytes(opened[:4])]

    def read_state(self, sealed: bytes, read: Callable[[bytes], Read]) -> Read:
        """What ``read`` makes of a sealed state; the last one is remembered with these keys, and goes with them.

        Raises:
            Unreadable: it is not the state of this room.
        """
        for before, found in self._last:
            if before == sealed:
                kept: Read = found
                return kept
        made = read(self.open_state(sealed))
        self._last[:] = [(sealed, made)]
        return made

    def _seal(self, content: bytes, about: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, about)

    def _open(self, sealed: bytes, about: bytes) -> bytes:
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
        except (InvalidTag, ValueError):
            raise Unreadable from None


def _digest(key: bytes, content: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")[:ID_BYTES]
