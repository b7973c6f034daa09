"""Our cookies: encrypted, ours alone to read, ignored twelve hours after their last use. One for each purpose.

Over HTTPS their names begin with ``__Host-`` and they are Secure. Over plain HTTP (a class network) browsers would
drop those, so they go without it there. What is sealed for one purpose opens for no other.
"""

from __future__ import annotations

import base64
import binascii
import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import Flask, Response, current_app, request

from safety.web import caching
from safety.web.forgery import require_our_page

SECURE_PREFIX = "__Host-"
TTL_SECONDS = 12 * 60 * 60
NONCE_BYTES, TIME_BYTES = 12, 5
KEY_BYTES = 32


@dataclass(frozen=True)
class Cookie:
    """One of our cookies: its name over plain HTTP, and what it is for."""

    name: str
    purpose: bytes

    @property
    def secure_name(self) -> str:
        """Its name over HTTPS, which binds it to this host."""
        return SECURE_PREFIX + self.name


CHECK = Cookie("unshared", b"unshared check 1")
HOST = Cookie("unshared-host", b"unshared host 1")
PUPIL = Cookie("unshared-pupil", b"unshared pupil 1")
COOKIES = (CHECK, HOST, PUPIL)


def init(app: Flask, secret: str) -> None:
    """Keeps what is made from the site's secret."""

    def derive(purpose: bytes) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose).derive(secret.encode())

    app.extensions["derive"] = derive
    app.extensions["seal"] = AESGCM(derive(CHECK.purpose))


def derived(purpose: bytes) -> bytes:
    """32 bytes made from this site's secret, other ones for every purpose."""
    derive: Callable[[bytes], bytes] = current_app.extensions["derive"]
    return derive(purpose)


def seal(cipher: AESGCM, content: bytes, now: int, cookie: Cookie = CHECK) -> str:
    """``content`` and the time (seconds since 1970), encrypted, as text for a cookie."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = cipher.encrypt(nonce, now.to_bytes(TIME_BYTES) + content, cookie.purpose)
    return base64.urlsafe_b64encode(nonce + sealed).decode().rstrip("=")


def unseal(cipher: AESGCM, text: str, now: int, cookie: Cookie = CHECK, ttl_seconds: int = TTL_SECONDS) -> bytes | None:
    """The content of a sealed text, or None when it is not ours or older than ``ttl_seconds``."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        opened = cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], cookie.purpose)
    except (ValueError, InvalidTag, binascii.Error):
        return None
    age_seconds = now - int.from_bytes(opened[:TIME_BYTES])
    return opened[TIME_BYTES:] if -60 <= age_seconds <= ttl_seconds else None


def read(cookie: Cookie = CHECK, ttl_seconds: int = TTL_SECONDS) -> bytes | None:
    """What the visitor's cookie holds, or None; also None when it is older. The answer becomes private."""
    require_our_page()
    caching.private()
    text = request.cookies.get(_name(cookie))
    return None if text is None else unseal(current_app.extensions["seal"], text, int(time.time()), cookie, ttl_seconds)


def write(response: Response, content: bytes, cookie: Cookie = CHECK) -> Response:
    """Gives the visitor ``content`` to keep until the browser ends the session."""
    text = seal(current_app.extensions["seal"], content, int(time.time()), cookie)
    response.set_cookie(_name(cookie), text, path="/", secure=request.is_secure, httponly=True, samesite="Strict")
    return response


def forget(response: Response, *cookies: Cookie) -> Response:
    """Takes ``cookies`` back, by name: the operator may have others on the same domain."""
    # Taking a cookie away is a change, and nobody else may ask for it.
    require_our_page()
    for cookie in cookies:
        for name, secure in ((cookie.secure_name, True), (cookie.name, False)):
            if secure <= request.is_secure:
                response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="Strict")
    return response


def _name(cookie: Cookie) -> str:
    return cookie.secure_name if request.is_secure else cookie.name
