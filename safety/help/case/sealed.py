"""The text in a sealed case file of ``/help/case``, for who has the passphrase. It writes no file, and seals none.

The format ``unshared-case-1`` stands in ``docs/case.md``; ``static/js/help/case/sealing.js`` makes it.

Source: RFC 8018 (PBKDF2), RFC 5869 (HKDF), NIST SP 800-38D (GCM), checked 2026-11-23.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FIRST_LINE: Final = b"unshared-case-1\n"
KEY_PURPOSE: Final = b"unshared-case-1 key"
CHECK_PURPOSE: Final = b"unshared-case-1 check"
NAMES: Final = {"cipher": "AES-256-GCM", "kdf": "PBKDF2-HMAC-SHA-256"}
SALT_BYTES, IV_BYTES, CHECK_BYTES, TAG_BYTES, SUM_BYTES = 16, 12, 16, 16, 32
KEY_BYTES: Final = 32
ROUNDS_MIN, ROUNDS_MAX = 600_000, 5_000_000
MAX_PASSPHRASE_CHARACTERS: Final = 200
_MAX_HEADER_BYTES: Final = 512
_MIN_PADDED_BYTES, _MAX_PADDED_BYTES = 16 * 1024, 4 * 1024 * 1024
_LENGTH_BYTES: Final = 4
MAX_BYTES: Final = len(FIRST_LINE) + _MAX_HEADER_BYTES + _MAX_PADDED_BYTES + TAG_BYTES + SUM_BYTES
_ANY_VERSION = re.compile(rb"unshared-case-[0-9]+\n")
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")


class Why(StrEnum):
    """Why a file cannot be opened; the same words as in the browser."""

    NOT_SEALED = "not-sealed"
    NEWER = "newer"
    TOO_LARGE = "too-large"
    DAMAGED = "damaged"
    WRONG_PASSPHRASE = "wrong-passphrase"  # noqa: S105 (the name of a reason)


class CannotOpen(Exception):
    """The file cannot be opened; ``why`` says for which reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Sealed:
    """A sealed file, its sum and its header checked; nothing is opened yet."""

    salt: bytes
    iv: bytes
    check: bytes
    rounds: int
    associated: bytes
    locked: bytes


def parts(content: bytes) -> Sealed:
    """What ``content`` is made of.

    Raises:
        CannotOpen: it is something else, newer than this program, too large, cut or damaged.
    """
    if len(content) > MAX_BYTES:
        raise CannotOpen(Why.TOO_LARGE)
    if not content.startswith(FIRST_LINE):
        raise CannotOpen(_other(content))
    end = content.find(b"\n", len(FIRST_LINE)) + 1
    body, total = content[:-SUM_BYTES], content[-SUM_BYTES:]
    locked = body[end:]
    if (
        not 0 < end <= len(FIRST_LINE) + _MAX_HEADER_BYTES
        or hashlib.sha256(body).digest() != total
        or not _is_padded(len(locked) - TAG_BYTES)
    ):
        raise CannotOpen(Why.DAMAGED)
    salt, iv, check, rounds = _header(content[len(FIRST_LINE) : end - 1])
    return Sealed(salt, iv, check, rounds, content[:end], locked)


def opened(sealed: Sealed, passphrase: str) -> str:
    """The text inside, which takes about a second.

    Raises:
        CannotOpen: the passphrase is another one, or the file was changed on purpose.
    """
    key, check = keys(passphrase, sealed.salt, sealed.rounds)
    if not hmac.compare_digest(check, sealed.check):
        raise CannotOpen(Why.WRONG_PASSPHRASE)
    try:
        padded = AESGCM(key).decrypt(sealed.iv, sealed.locked, sealed.associated)
    except InvalidTag as error:
        raise CannotOpen(Why.DAMAGED) from error
    length = int.from_bytes(padded[:_LENGTH_BYTES])
    if length > len(padded) - _LENGTH_BYTES:
        raise CannotOpen(Why.DAMAGED)
    try:
        return padded[_LENGTH_BYTES : _LENGTH_BYTES + length].decode()
    except UnicodeDecodeError as error:
        raise CannotOpen(Why.DAMAGED) from error


def keys(passphrase: str, salt: bytes, rounds: int) -> tuple[bytes, bytes]:
    """The key that a passphrase gives, and the value that tells whether it is the right one."""
    root = hashlib.pbkdf2_hmac("sha256", normalised(passphrase).encode(), salt, rounds, KEY_BYTES)
    key = HKDF(SHA256(), KEY_BYTES, salt=None, info=KEY_PURPOSE).derive(root)
    return key, HKDF(SHA256(), CHECK_BYTES, salt=None, info=CHECK_PURPOSE).derive(root)


def normalised(passphrase: str) -> str:
    """A passphrase as the key is made from it: the same letters however a keyboard writes them.

    Raises:
        CannotOpen: nobody can have sealed with it.
    """
    text = re.sub(r"[\t\n\r ]+", " ", unicodedata.normalize("NFKC", passphrase)).strip(" ")
    whole = text.encode("utf-8", "replace").decode()
    if not 0 < len(text) <= MAX_PASSPHRASE_CHARACTERS or whole != text:
        raise CannotOpen(Why.WRONG_PASSPHRASE)
    return text


def _other(content: bytes) -> Why:
    if _ANY_VERSION.match(content):
        return Why.NEWER
    return Why.DAMAGED if content and FIRST_LINE.startswith(content) else Why.NOT_SEALED


def _is_padded(length: int) -> bool:
    return _MIN_PADDED_BYTES <= length <= _MAX_PADDED_BYTES and length & (length - 1) == 0


def _header(line: bytes) -> tuple[bytes, bytes, bytes, int]:
    try:
        header = json.loads(line)
        fields = {name: header[name] for name in ("check", "cipher", "iv", "kdf", "rounds", "salt")}
        # Written in our one way: nothing else is in it, and nothing twice.
        is_ours = json.dumps(fields, separators=(",", ":")).encode() == line and fields.items() >= NAMES.items()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CannotOpen(Why.DAMAGED) from error
    rounds = fields["rounds"]
    if not is_ours or type(rounds) is not int or not ROUNDS_MIN <= rounds <= ROUNDS_MAX:
        raise CannotOpen(Why.DAMAGED)
    salt, iv = _bytes(fields["salt"], SALT_BYTES), _bytes(fields["iv"], IV_BYTES)
    return salt, iv, _bytes(fields["check"], CHECK_BYTES), rounds


def _bytes(text: object, length: int) -> bytes:
    try:
        found = base64.b64decode(text, validate=True) if isinstance(text, str) and _BASE64.fullmatch(text) else b""
    except binascii.Error as error:
        raise CannotOpen(Why.DAMAGED) from error
    if len(found) != length or base64.b64encode(found).decode() != text:
        raise CannotOpen(Why.DAMAGED)
    return found
