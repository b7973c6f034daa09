"""Posts come from our own pages, and from the hosts we answer to. No token, so no cookie for one.

Source: Fetch Metadata (W3C), Sec-Fetch-Site; RFC 6454, Origin; checked 2026-11-23.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, g, request

from safety.config import Config

READING = frozenset(["GET", "HEAD", "OPTIONS"])


def init(app: Flask, config: Config) -> None:
    """Checks the host of every request and the origin of every post."""

    @app.before_request
    def check() -> None:
        if not config.allows_host(request.host):
            abort(400)
        if request.method in READING:
            return
        g.from_our_page = _from_our_page(config)
        if g.from_our_page is False:
            abort(403)


def _from_our_page(config: Config) -> bool | None:
    """True or False as the browser says; None when it says nothing (curl, very old browsers)."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return None
    try:
        host = urlsplit(origin).netloc
    except ValueError:
        return False
    return host == request.host and config.allows_host(request.host)


def require_our_page() -> None:
    """Refuses a post of unknown origin. Whoever reads a cookie calls this first."""
    if request.method not in READING and not g.get("from_our_page"):
        abort(403)
