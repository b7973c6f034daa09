"""The one cookie: encrypted, ours alone to read, ignored twelve hours after its last use.

Over HTTPS it is ``__Host-unshared`` and Secure. Over plain HTTP (a class network) browsers would
drop that one, so it is ``unshared`` there.
"""

from __future__ import annotations

import base64
import binascii
import os
import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import Flask, Response, current_app, request

from safety.web import caching
from safety.web.forgery import require_our_page

SECURE_NAME, PLAIN_NAME = "__Host-unshared", "unshared"
TTL_SECONDS = 12 * 60 * 60
NONCE_BYTES, TIME_BYTES = 12, 5
PURPOSE = b"unshared check 1"


def init(app: Flask, secret: str) -> None:
    """Keeps the key made from the site's secret."""
    key = HKDF(SHA256(), 32, salt=None, info=PURPOSE).derive(secret.encode())
    app.extensions["seal"] = AESGCM(key)


def seal(cipher: AESGCM, content: bytes, now: int) -> str:
    """``content`` and the time (seconds since 1970), encrypted, as text for a cookie."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = cipher.encrypt(nonce, now.to_bytes(TIME_BYTES) + content, PURPOSE)
    return base64.urlsafe_b64encode(nonce + sealed).decode().rstrip("=")


def unseal(cipher: AESGCM, text: str, now: int) -> bytes | None:
    """The content of a sealed text, or None when it is not ours or older than twelve hours."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        opened = cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], PURPOSE)
    except (ValueError, InvalidTag, binascii.Error):
        return None
    age_seconds = now - int.from_bytes(opened[:TIME_BYTES])
    return opened[TIME_BYTES:] if -60 <= age_seconds <= TTL_SECONDS else None


def read() -> bytes | None:
    """What the visitor's cookie holds, or None. The answer becomes private."""
    require_our_page()
    caching.private()
    text = request.cookies.get(_name())
    return None if text is None else unseal(current_app.extensions["seal"], text, int(time.time()))


def write(response: Response, content: bytes) -> Response:
    """Gives the visitor ``content`` to keep until the browser ends the session."""
    text = seal(current_app.extensions["seal"], content, int(time.time()))
    response.set_cookie(_name(), text, path="/", secure=request.is_secure, httponly=True, samesite="Strict")
    return response


def forget(response: Response) -> Response:
    """Takes our cookies back, by name: the operator may have others on the same domain."""
    for name, secure in ((SECURE_NAME, True), (PLAIN_NAME, False)):
        if secure <= request.is_secure:
            response.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="Strict")
    return response


def _name() -> str:
    return SECURE_NAME if request.is_secure else PLAIN_NAME
