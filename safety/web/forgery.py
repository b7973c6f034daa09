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
        # As it was sent, too: Werkzeug takes the port off that is usual, and the rest may be a host by itself.
        asked = (request.host, request.headers.get("Host", request.host))
        if not all(config.allows_host(host, request.scheme) for host in asked):
            abort(400)
        if request.method in READING:
            return
        g.from_our_page = _from_our_page()
        if g.from_our_page is False:
            abort(403)


def _from_our_page() -> bool | None:
    """True or False as the browser says; None when it says nothing (curl, very old browsers)."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is None:
        return None
    try:
        return urlsplit(origin).netloc == request.host
    except ValueError:
        return False


def require_our_page() -> None:
    """Refuses a post of unknown origin. Whoever reads a cookie calls this first."""
    if request.method not in READING and not g.get("from_our_page"):
        abort(403)
